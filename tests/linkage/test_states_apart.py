"""Two states of one act that cannot both be true, and what tells such states apart."""

from datetime import datetime
from itertools import product

import pytest

from consistency.linkage.states import states
from tests.linkage.facts import texts_in_context


def _relations(one: str, two: str, days: tuple[int, int]) -> set[str]:
    first, second = texts_in_context(one, two, published=[datetime(2024, 5, day, 8) for day in days])
    pairs = product(first, second)
    return {states(a, b) for a, b in pairs if a.fact.kind == b.fact.kind == "status"}


@pytest.mark.parametrize(("one", "two", "days"), [
    ("被告人梁启东当庭表示不上诉。", "梁启东的律师称，梁启东已于5月2日提交上诉状。", (1, 3)),  # said for good
    ("南湖地铁三期计划今年12月开通。", "南湖地铁三期已提前开通。", (1, 20)),  # told as done before its time
    ("青荃巴士将于6月1日（周六）推出全日免费乘车。", "青荃巴士未有计划推出全日免费乘车。", (1, 1)),
    ("县应急指挥部已于4月30日成立。", "县应急指挥部还没有成立。", (1, 1)),
    ("青山四中考点的理综将在6月21日重考。", "青山四中考点的理综不组织重考。", (1, 3)),  # decided not to be
    ("前锋卢卡已与球队续约三年。", "卢卡合同到期就走。", (1, 1)),
    ("地铁2号线仍未恢复运行。", "地铁2号线5月4日起恢复运行。", (2, 5)),  # one is the newer, as an update tells
    ("青芦垸溃口封堵仍在进行。", "青芦垸溃口已于5月4日完成封堵。", (2, 5)),
])  # fmt: skip
def test_what_cannot_both_be(one, two, days):
    assert "disjoint" in _relations(one, two, days)


@pytest.mark.parametrize(("one", "two", "days"), [
    ("明年的青山马拉松取消。", "青山马拉松5月1日如期举行。", (1, 2)),
    ("去年的泳联抽检未发现阳性。", "泳联抽检B瓶阳性。", (1, 2)),
    ("青山镇的人工增雨因条件不足取消，择期举行。", "青山镇的人工增雨已经取消。", (1, 2)),
    ("首相卡梅伦宣布10月辞职。", "首相卡梅伦宣布将辞职。", (1, 1)),  # announced is not begun
    ("当时青山小学停课。", "青山小学已复课。", (1, 20)),
    ("取水口苯胺浓度最高超标27倍。", "取水口苯胺未检出。", (1, 2)),
    ("协定将自6月1日起生效。", "协定自6月1日起生效。", (1, 2)),
])  # fmt: skip
def test_what_both_may_be(one, two, days):
    assert "disjoint" not in _relations(one, two, days)
