"""Figures of the same digits, swapped or shifted, are one figure miswritten."""

import pytest

from consistency.linkage.miswritten import miswritten, same_digits, significant
from tests.linkage.facts import marked


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("赞成票占【53.6%】。", "赞成票占【56.3%】。", True),
    ("退费【111.3万元】。", "退费【1113万元】。", True),
    ("得到【13万4826票】。", "得到【13万8426票】。", True),
    ("注册资本【38.6亿元】。", "注册资本【38.6亿元】。", False),  # the same figure
    ("水深【1.68米】。", "雨量【186毫米】。", False),  # another size
    ("面积【8100平方米】。", "面积【1800平方米】。", False),  # two digits tell little
    ("载客【536人】。", "载客【563吨】。", False),
    ("载客【536人】。", "载客【526人】。", False),  # one key, not a swap
])  # fmt: skip
def test_the_same_digits(a, b, expected):
    one, two = marked(a, b, kind="quantity")
    assert same_digits(one.fact.value, two.fact.value) is same_digits(two.fact.value, one.fact.value) is expected


def test_four_digits_are_evidence_and_three_are_not():
    assert miswritten(*marked("退费【111.3万元】。", "共【1113万元】。", kind="quantity"))
    assert not miswritten(*marked("赞成票占【53.6%】。", "赞成票占【56.3%】。", kind="quantity"))


def test_noughts_at_the_ends_are_no_digits():
    assert [significant(number) for number in (53.60, 0.0536, 536_000.0)] == ["536"] * 3
