"""Sentences that two articles share nearly word for word, and what differs in them."""

from datetime import datetime, timedelta

import pytest

from consistency.articles import read_text
from consistency.pipeline import check, compare

STORY = """3月5日14时28分，山西岚泉县石沟煤矿发生瓦斯爆炸，事故造成12人遇难、9人受伤。

事故发生时，井下共有48人作业，其中27人自行升井，投入救援资金1.2亿元。

岚泉县应急管理局局长韩立群表示，救援通道已打通，伤者全部送往县人民医院救治。

国家矿山安全监察局派出的专家组于3月6日抵达现场，矿工申保田说：“我听见一声闷响，灯全灭了。”

截至3月6日18时，救援仍在进行，涉事企业尚未公布赔偿方案。"""
DAY = datetime(2026, 3, 6, 20)


def findings(*changes, text=STORY, published=DAY):
    draft = text
    for old, new in changes:
        assert old in draft
        draft = draft.replace(old, new, 1)
    source = read_text(STORY, path="wire.txt", published=DAY)
    report = check(read_text(draft, path="draft.txt", published=published), [source])
    return [one for one in report.findings if one.verdict in ("conflict", "update") and one.severity != "info"]


@pytest.mark.parametrize(("old", "new", "field"), [
    ("48人", "84人", "figure"),
    ("1.2亿", "1.2万", "figure"),
    ("12人", "12户", "figure"),
    ("3月5日", "3月4日", "date"),
    ("截至3月6日18时", "截至3月6日8时", "date"),
    ("韩立群", "韩立峰", "person"),
    ("矿工申保田", "矿工韩立群", "attribution"),
    ("国家矿山安全监察局", "省应急管理厅", "attribution"),
    ("通道已打通", "通道尚未打通", "status"),
    ("企业尚未公布", "企业已公布", "status"),
])  # fmt: skip
def test_a_slip_in_a_copied_sentence_is_found(old, new, field):
    found = findings((old, new))  # a speaker who holds a post is told as both
    assert (field, "error") in [(finding.field, finding.severity) for finding in found]
    assert len({frozenset(one.span for one in finding.statements) for finding in found}) == 1
    assert {one.article for finding in found for one in finding.statements} == {"a1", "a2"}


@pytest.mark.parametrize(("old", "new"), [
    ("12人遇难", "十二人遇难"), ("1.2亿元", "12000万元"), ("3月5日", "三月五日"), ("48人", "四十八人"),
    ("发生瓦斯爆炸", "发生爆炸"),
])  # fmt: skip
def test_other_words_for_the_same_value_are_no_difference(old, new):
    assert not findings((old, new))


def test_a_copy_is_no_evidence_and_a_changed_copy_is():
    source = read_text(STORY, path="wire.txt", published=DAY)
    copied = check(read_text(STORY, path="draft.txt", published=DAY), [source])
    assert not copied.findings and copied.sources[1].origin == "a1" and copied.coverage.of_draft[1] == 0
    assert len(findings(("12人", "21人"), ("9人", "6人"))) == 2


def test_a_later_report_in_the_same_words_is_no_copy():
    later = STORY.replace("截至3月6日18时", "截至3月7日18时").replace("12人遇难", "15人遇难")
    articles = [
        read_text(text, path=path, published=when)
        for text, path, when in ((STORY, "a.txt", DAY), (later, "b.txt", DAY + timedelta(days=1)))
    ]
    told = [one for one in compare(articles).findings if one.verdict in ("conflict", "update")]
    assert [(one.field, one.verdict) for one in told] == [("figure", "update")]
    (stale,) = [one for one in check(*articles[:1], articles[1:]).findings if one.verdict == "update"]
    assert "稿件用的是旧数" in stale.message and "15人" in stale.message


def test_one_sentence_in_the_same_words_may_be_of_another_event():
    one = read_text("3月5日，岚泉县石沟煤矿发生爆炸，造成12人遇难。", path="a.txt")
    two = read_text("3月5日，绥宁县大山煤矿发生爆炸，造成15人遇难。", path="b.txt")
    assert not [f for f in compare([one, two]).findings if any("几乎一字不差" in line for line in f.evidence)]
