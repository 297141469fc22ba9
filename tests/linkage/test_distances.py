"""How far apart two values stand, whatever their digits."""

import pytest

from consistency.linkage.distances import DAYS, RATIOS, distance
from tests.linkage.facts import marked


@pytest.mark.parametrize(("a", "b", "step"), [
    ("投资【100亿元】。", "投资【101亿元】。", 0),
    ("投资【1亿元】。", "投资【9000万元】。", 3),
    ("登记选民【300人】。", "登记选民【600人】。", 5),  # twice is not yet another size
    ("登记选民【300人】。", "登记选民【4000人】。", 8),
    ("面积【1.5公顷】。", "面积【15000平方米】。", 0),  # in one unit
    ("成本是【五到六倍】。", "成本是【20倍】。", None),
])  # fmt: skip
def test_how_many_times_the_one_figure_the_other_is(a, b, step):
    one, two = marked(a, b, kind="quantity")
    assert distance(one, two) == distance(two, one) == ("none" if step is None else str(step))


@pytest.mark.parametrize(("a", "b", "days"), [
    ("大会【3月17日】召开。", "大会【3月18日】召开。", 1),
    ("大会【3月17日】召开。", "大会【3月27日】召开。", 10),
    ("大会【3月17日】召开。", "大会【4月17日】召开。", 31),
    ("公司【2015年】成立。", "公司【2016年】成立。", 365),
])  # fmt: skip
def test_how_many_days_lie_between_two_times(a, b, days):
    one, two = marked(a, b, kind="time")
    assert distance(one, two) == distance(two, one) == str(sum(step <= days for step in DAYS))


def test_the_steps_rise():
    assert list(RATIOS) == sorted(set(RATIOS))
    assert list(DAYS) == sorted(set(DAYS))
