"""The scope of a value: which slots the words around it fill, and that a neighbour's words fill none of its."""

from datetime import datetime

import pytest

from consistency.articles import read_text
from consistency.fields.scope import read_scope
from consistency.pipeline import read_facts


def scope(text, value):
    facts = read_facts(read_text(f"统计消息\n\n{text}", published=datetime(2026, 3, 6, 9)))
    found = [dict(fact.scope) for fact in facts if fact.text == value]
    assert len(found) == 1, [fact.text for fact in facts]
    return found[0]


@pytest.mark.parametrize(("before", "after", "slot", "filler"), [
    ("同比增长", "", "basis", "yoy"),
    ("环比增长", "", "basis", "qoq"),
    ("较去年同期增长", "", "basis", "yoy"),
    ("设计产能", "", "stage", "plan"),
    ("实际产量", "", "stage", "actual"),
    ("新增确诊", "", "count", "new"),
    ("累计确诊", "", "count", "cumulative"),
    ("女性占", "", "sex", "female"),
    ("男性占", "", "sex", "male"),
    ("产量增至", "", "change", "to"),
    ("产量增加到", "", "change", "to"),
    ("产量增加", "", "change", "by"),
    ("加上工业用水减供", "", "change", "by"),  # 加上 is not 加到
    ("产量增长了", "", "change", "by"),
    ("产量下降", "", "direction", "down"),
    ("产量增长", "", "direction", "up"),
    ("每户补贴", "", "per", "户"),
    ("每10股派", "", "per", "10股"),
    ("每千词元", "", "per", "千词元"),
    ("每人每天", "", "rate", "天"),
    ("每名旅客补偿", "", "per", "人"),
    ("一亩水田赔", "", "per", "亩"),
    ("赔偿，一个人", "", "per", "人"),
    ("一昼夜可以抽出", "", "rate", "天"),
    ("一共", "", "per", "total"),
    ("给我们每人一年给", "", "rate", "年"),
    ("一年多支出", "", "rate", "年"),
    ("每餐按", "", "rate", "餐"),
    ("每一分地补", "", "per", "分地"),
    ("三年加起来涨幅不能", "", "rate", "三年"),
    ("水位日降幅控制在", "", "rate", "天"),
    ("日均客流", "", "rate", "天"),
    ("年产", "", "rate", "年"),
    ("市财政三年内共安排", "", "rate", "三年"),
    ("CEO自己说的，两天亏了", "", "rate", "两天"),
])  # fmt: skip
def test_a_word_fills_its_slot(before, after, slot, filler):
    assert dict(read_scope(before, after))[slot] == filler


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("仪式上共有", "到场"),
        ("他说", ""),
        ("一年多来发现", ""),
        ("一人多岗，", ""),
        ("这一年亏了", ""),
        ("一起抽", ""),
        ("去年产量", ""),
        ("次日销量", ""),
    ],
)
def test_plain_words_fill_none(before, after):
    assert not {"basis", "change", "per", "rate", "sex"} & dict(read_scope(before, after)).keys()


def test_a_slot_is_filled_once():
    for text in ("同比增长、环比增长", "男性和女性", "计划产量与实际产量", "新增与累计"):
        slots = [slot for slot, _ in read_scope(text, "")]
        assert len(slots) == len(set(slots))


def test_each_value_has_the_scope_of_its_own_segment():
    text = "男性占51.2%，女性占48.8%。新增确诊12例，累计确诊326例。规划产能3000吨，实际产量1200吨。"
    assert scope(text, "51.2%")["sex"] == "male" and scope(text, "48.8%")["sex"] == "female"
    assert scope(text, "12例")["count"] == "new" and scope(text, "326例")["count"] == "cumulative"
    assert scope(text, "3000吨")["stage"] == "plan" and scope(text, "1200吨")["stage"] == "actual"


@pytest.mark.parametrize(("text", "value", "extent"), [
    ("全省转移326人。", "326人", "province:"),
    ("全市转移326人。", "326人", "city:"),
    ("全省转移326人，全市转移45人。", "45人", "city:"),
])  # fmt: skip
def test_the_area_that_a_value_is_said_of(text, value, extent):
    assert scope(text, value)["extent"] == extent


@pytest.mark.parametrize(("text", "value"), [
    ("全省粮食总产量增长3.5%。", "3.5%"), ("市长李建国3月5日到访。", "3月5日"),
])  # fmt: skip
def test_a_word_that_is_part_of_another_fills_no_slot(text, value):
    assert "measure" not in scope(text, value)
