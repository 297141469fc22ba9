"""One number on two bases, shown with the words of its basis."""

import pytest

from consistency.articles import read_text
from consistency.fields import read_facts
from consistency.linkage.rebasing import rebased_by, with_basis
from consistency.statements import read


def figure(text):
    article = read_text(text)
    return article, next(fact for fact in read_facts(read(article)) if fact.kind == "quantity")


@pytest.mark.parametrize(("text", "shown"), [
    ("产量同比增长12.3%。", "同比增长12.3%"),
    ("12.4%这个增速是环比的。", "12.4%这个增速是环比"),
    ("每户发放5000元应急补助。", "每户发放5000元"),
    ("产量增长12.3%。", "12.3%"),
])  # fmt: skip
def test_the_value_is_shown_with_its_basis(text, shown):
    article, fact = figure(text)
    found = with_basis(fact, article)
    assert found.text == shown == article.text[found.span.start : found.span.end]
    assert found.value == fact.value


@pytest.mark.parametrize(("one", "two", "slot"), [
    ("产量同比增长6.2%。", "产量环比增长6.2%。", "basis"),
    ("每户补贴3万元。", "每人补贴3万元。", "per"),
    ("产量增至35吨。", "产量增加35吨。", "change"),
    ("产量增长2倍。", "产量增至2倍。", ""),
    ("他从七段升为九段。", "他将直升九段。", ""),
    ("产量同比增长6.2%。", "产量同比增长6.2%。", ""),
])  # fmt: skip
def test_what_tells_two_equal_numbers_apart(one, two, slot):
    a, b = figure(one)[1], figure(two)[1]
    assert rebased_by(a, b) == rebased_by(b, a) == slot
