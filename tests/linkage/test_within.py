"""Contradictions within one article: its headline, its first paragraph and its names; none where there is none."""

import pytest

from consistency import fields
from consistency.articles import read_text
from consistency.linkage.context import contexts_of
from consistency.linkage.weights import shipped
from consistency.linkage.within import within
from consistency.pipeline import check
from consistency.statements import read
from tests.bundles import SAMPLES, articles_of

WIRE = read_text("全国稀土会议在北京召开，李明出席。", path="wire.txt")


def found(text):
    return check(read_text(text, path="draft.md", format="md"), [WIRE]).findings


@pytest.mark.parametrize(("text", "field", "values"), [
    ("# 岚泉煤矿爆炸致15人遇难\n\n3月5日，山西岚泉煤矿发生爆炸，已造成12人遇难、9人受伤。\n\n搜救仍在进行。", "figure",
     ["15人", "12人"]),
    ("# 望津大桥5月19日通车\n\n望津大桥将于5月16日通车。全长3公里。", "date", ["5月19日", "5月16日"]),
    ("# 某公司净利润增长12%\n\n某公司今日公布财报，净利润同比增长21%，营收增长5%。", "figure", ["12%", "21%"]),
])  # fmt: skip
def test_a_headline_and_its_text(text, field, values):
    (finding,) = found(text)
    assert (finding.field, finding.verdict, finding.severity) == (field, "conflict", "error")
    assert [one.text for one in finding.statements] == values
    assert {one.article for one in finding.statements} == {"a1"} and "前后不一" in finding.message


def test_a_headline_that_says_what_its_text_says():
    assert not found("# 岚泉煤矿爆炸致12人遇难\n\n3月5日，山西岚泉煤矿发生爆炸，已造成12人遇难、9人受伤。")


@pytest.mark.parametrize("bundle", SAMPLES, ids=lambda path: path.name)
def test_sound_articles_do_not_contradict_themselves(bundle):
    for article in articles_of(bundle):
        reading = read(article)
        (contexts,) = contexts_of([reading], [fields.read_facts(reading)])
        assert not within(contexts, shipped()), article.path
