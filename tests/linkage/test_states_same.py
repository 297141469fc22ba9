"""On what evidence two states are held to be said of one act, and what shows that they are not."""

from datetime import datetime
from itertools import product

import pytest

from consistency.lexicon import rows
from consistency.linkage.states import states
from consistency.linkage.states_same import evidence
from tests.linkage.facts import texts_in_context


def _found(one: str, two: str, day: int = 3) -> set[tuple[str, str]]:
    published = [datetime(2024, 5, 3, 8), datetime(2024, 5, day, 8)]
    first, second = texts_in_context(f"消息\n\n{one}", f"消息\n\n{two}", published=published)
    pairs = product(first, second)
    return {(states(a, b), evidence(a, b)) for a, b in pairs if a.fact.kind == b.fact.kind == "status"}


@pytest.mark.parametrize(("one", "two", "by"), [
    ("启峰公司已停产，总经理被带走。", "厂子到现在还在开工，烟囱照样冒。", "kind"),
    ("沙窑镇供水未中断。", "镇上从10号半夜里起停水。", "kind"),
    ("第二通道原定7月22日启用，目前已推迟到9月。", "第二条货运通道已在22日如期开闸。", "thing"),  # 推迟 of 启用
    ("抢救性发掘已完成。", "发掘申请至今还没批下来。", "class"),
    ("美国检查员已获得签证。", "但中方至今没有发出签证。", "only"),
    ("康隆今日就会加推，加价3%。", "康隆没有加价。", "thing"),  # 3% of the price, not of the firm
    ("该公司没有裁员。", "该公司已裁掉三百人。", "kind"),
    ("网传廊桥被洪水冲走不实，经查看，廊桥主体完好。", "那座廊桥一眨眼没了。", "thing"),
])  # fmt: skip
def test_one_act(one, two, by):
    assert ("disjoint", by) in _found(one, two)


@pytest.mark.parametrize(("one", "two"), [
    ("城东片区已恢复供电。", "城西片区仍未恢复供电。"),
    ("张某已被刑事拘留。", "李某仍在逃。"),
    ("小学今天复课。", "幼儿园继续停课。"),
    ("他没有参加婚礼。", "他参加了追悼会。"),
    ("歌手取消了巡演。", "歌手没有取消代言。"),
    ("牙膏检出二甘醇。", "牙膏未检出灭鼠药成分。"),
    ("另有5名伤者目前生命体征平稳。", "一名34岁男性重伤者去世。"),
    ("示威中47人受伤。", "目前有台商17人在当地，均平安。"),
    ("多数加分项都取消了。", "少数民族考生的加分项继续执行。"),
])  # fmt: skip
def test_two_acts(one, two):
    assert "disjoint" not in {relation for relation, _ in _found(one, two)}


@pytest.mark.parametrize(("one", "two", "told"), [
    ("另有3人尚未取得联系。", "失联人员均已找到。", False),  # of others too
    ("火灾未造成人员伤亡。", "火灾造成2人受伤。", True),
    ("机场目前仍处于关闭状态。", "6日下午两点半，关了两天多的机场恢复起降。", False),  # three days later
    ("店主洪某已被批准逮捕。", "店主洪某目前取保候审。", True),
    ("店主洪某被抓获。", "店主洪某已被取保候审。", False),  # one after the other
    ("今年的青山马拉松将如期举行。", "青山马拉松推迟到11月17日。", True),
])  # fmt: skip
def test_all_and_some_and_then(one, two, told):
    assert ("disjoint" in {relation for relation, _ in _found(one, two, 6)}) is told


def test_kinds_of_thing_are_words():
    for (words,) in rows("thing_kinds.tsv"):
        assert len(set(words.split())) == len(words.split()) > 1, words
