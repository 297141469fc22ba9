"""The measure of `check`: slips and paraphrases, the same for the same seed, and what counts as found."""

import json
import subprocess
import sys
from random import Random

import pytest

from consistency.articles import read_text
from consistency.drafts import drafts_of, evaluate, judge
from consistency.gold import Bundle
from consistency.slips import SLIPS, Page, paraphrases, spelt
from consistency.statements import read
from tests.bundles import GOLD, ROOT, articles_of

TEXT = """3月5日14时28分，岚泉县发生爆炸，造成12人遇难，损失1.2亿元，占全年的30%，增长12.5%。

局长韩立群表示，通道已打通，尚有3人被困。矿工申保田说：“灯全灭了。”"""


def page():
    reading = read(read_text(TEXT))
    return Page(reading.texts, reading.names)


@pytest.mark.parametrize("kind", SLIPS)
def test_each_kind_of_slip_changes_what_it_says(kind):
    made = list(SLIPS[kind](page(), Random(1)))
    assert made and all(slip.kind == kind for slip in made)
    texts = page().texts
    assert all(texts[slip.block][slip.start : slip.end] != slip.new for slip in made)


def test_the_same_values_in_other_words():
    said = {slip.new for slip in paraphrases(page(), Random(1))}
    assert said == {"三月五日", "14:28", "十二", "三", "12000万", "三成", "百分之十二点五"}
    assert [spelt(n) for n in (0, 10, 15, 102, 120, 3005, 20050)] == [
        "零", "十", "十五", "一百零二", "一百二十", "三千零五", "二万零五十",
    ]  # fmt: skip


def test_drafts_are_the_same_for_the_same_seed():
    articles = articles_of(GOLD / "bank-fraud")
    texts = [
        [[draft.article.text for draft in drafts] for drafts in drafts_of(articles, Random(seed), 2)]
        for seed in (1, 1, 2)
    ]
    assert texts[0] == texts[1] != texts[2]


def test_a_draft_knows_where_its_changes_stand():
    articles = articles_of(GOLD / "bank-fraud")
    for copy, *changed in drafts_of(articles, Random(3), 5):
        assert copy.article.text == copy.origin.text and not copy.changes
        for draft in changed:
            assert 1 <= len(draft.changes) <= 5
            for change in draft.changes:
                text, span = draft.article.text, change.after
                assert text[span.start : span.end] == change.slip.new
                assert draft.origin.text[change.before.start : change.before.end] == change.old


def test_slips_are_found_and_paraphrases_are_not(tmp_path):
    bundle = GOLD / "bank-fraud"
    articles = articles_of(bundle)
    drafts = next(iter(drafts_of(articles, Random(1), 1)))
    results = judge(drafts, Bundle(bundle, (), ()), articles)
    by_kind = {result.draft.kind: result for result in results}
    assert len(by_kind["changed"].found) == len(by_kind["changed"].draft.changes)
    assert not by_kind["copy"].new and not by_kind["paraphrased"].new


def test_the_command_in_a_real_process():
    command = [sys.executable, "-m", "consistency", "evaluate", str(GOLD / "chip-factory"), "--drafts", "1", "--json"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, text=True, check=False)
    figures = json.loads(done.stdout)
    assert done.returncode == 0 and figures["share"] == evaluate(str(GOLD / "chip-factory"), each=1).figures()["share"]
    assert set(figures["false_alarms_a_draft"]) == {"changed", "copy", "paraphrased"}
