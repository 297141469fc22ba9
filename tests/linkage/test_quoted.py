"""The same words: marks and particles do not count, an order hardly, another sentence does."""

from __future__ import annotations

import pytest

from consistency.articles import read_text
from consistency.fields import read_facts
from consistency.linkage.context import contexts_of
from consistency.linkage.quoted import certainty, same_words
from consistency.statements import read


def quotation(text):
    reading = read(read_text(f"消息\n\n县长林建军来了。\n\n{text}"))
    (contexts,) = contexts_of([reading], [read_facts(reading)])
    return next(one for one in contexts if one.fact.kind == "quotation")


@pytest.mark.parametrize(("a", "b"), [
    ("林建军说：“堤守不住，我就不回家。”", "林建军说：“堤守不住，我就不回家了！”"),
    ("林建军说：“守不住这道堤，我就不回家过年。”", "林建军说：“我就不回家过年，守不住这道堤。”"),
    ("林建军说：“守不住这道堤，我就不回家过年。”", "林建军表示，守不住这道堤，我就不回家过年。"),
    ("林建军说：“价格战没有赢家，今天省下的钱明天要还。”", "林建军说：“价格战没有赢家，我们是被拖进来的。”"),
])  # fmt: skip
def test_the_same_words(a, b):
    assert same_words(quotation(a), quotation(b)) > 0.7


@pytest.mark.parametrize(("a", "b"), [
    ("林建军说：“守不住这道堤，我就不回家过年。”", "林建军说：“群众的损失要一户一户登记清楚。”"),
    ("林建军说：“大家都辛苦了，群众要一户一户登记。”", "林建军说：“大家都辛苦了，堤还要守三天。”"),  # too short
    ("林建军表示，守不住这道堤，我就不回家过年。", "林建军表示，守不住这道堤，我就不回家过年。"),
])  # fmt: skip
def test_other_words_or_nobodys_own(a, b):
    assert same_words(quotation(a), quotation(b)) == 0.0


def test_the_same_in_other_words():
    promise = quotation("林建军说：“有我在，不会因为合并裁掉一个工人。”")
    again = quotation("林建军在签约仪式上说：“我们不会裁掉任何一名工人。”")
    other = quotation("林建军说：“合并以后，老工人的退休工资一分不会少。”")
    assert same_words(promise, again) > 0.5 and same_words(promise, other) == 0.0


def test_a_speaker_without_a_cue_is_less_sure():
    said = quotation("林建军说：“守不住这道堤，我就不回家过年。”")
    beside = quotation("“守不住这道堤，我就不回家过年。”林建军蹲在堤上。")
    assert certainty(said, said) > certainty(said, beside) > certainty(beside, beside) > 0.6
