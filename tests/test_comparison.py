"""When two values disagree: the rows of DESIGN section 4 that values alone decide, and what holds for all values."""

from datetime import datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.articles.script import fold
from consistency.comparison import AGREEING, compare
from consistency.grammar import read_values

PUBLISHED = datetime(2026, 3, 6, 9)


def value(text):
    """The one value that a text states."""
    found = [mention.value for mention in read_values(fold(text), PUBLISHED) if mention.value is not None]
    assert len(found) == 1, (text, found)
    return found[0]


SAME = [
    ("1600万吨", "一千六百万吨"),
    ("12人", "十二人", "１２人"),
    ("30%", "百分之三十"),
    ("3月5日", "2026年3月5日", "昨天"),
    ("下午2点半", "14时30分"),
    ("1600万吨", "16,000,000吨", "0.16亿吨"),
    ("三成", "30%"),
    ("45分钟", "三刻钟"),
    ("1.5公里", "1500米"),
    ("两周", "14天"),
    ("25%", "四分之一"),
]


@pytest.mark.parametrize("texts", SAME)
def test_the_same_value_in_other_words_is_never_a_conflict(texts):
    assert all(compare(value(a), value(b)) in AGREEING for a, b in combinations(texts, 2))


@pytest.mark.parametrize("texts", SAME)
def test_the_same_value_in_other_words_is_equal(texts):
    assert all(compare(value(a), value(b)) in ("equal", "equivalent") for a, b in combinations(texts, 2))


@pytest.mark.parametrize(("a", "b"), [
    ("58%", "近六成"),
    ("超过300人", "326人"),
    ("326人", "三百多人"),
    ("13,960辆", "1.4万辆"),
    ("1486.99亿元", "1487亿元"),
    ("约4.6万人", "46120人"),
    ("10年以上", "15至20年"),
    ("不足1万吨", "9800吨"),
    ("3月5日14时28分", "3月5日下午"),
    ("2026年初", "1月10日"),
    ("2026年1月", "2026年1月10日"),
    ("超过200亿元", "246亿元"),
    ("数十人", "36人"),
    ("475天", "近16个月"),
])  # fmt: skip
def test_what_the_words_or_the_rounding_allow(a, b):
    assert compare(value(a), value(b)) in AGREEING


@pytest.mark.parametrize(("a", "b"), [
    ("12人", "15人"),
    ("4386.5万元", "4836.5万元"),
    ("1.07亿元", "1.7亿元"),
    ("5月15日", "6月15日"),
    ("3月5日14时28分", "3月5日上午"),
    ("超过200亿元", "超过20亿元"),
    ("超过200亿元", "480亿元"),
    ("1.4万辆", "15200辆"),
    ("至少10年", "7年"),
    ("不足1万吨", "1.2万吨"),
    ("约4.6万人", "6.4万人"),
    ("58%", "近五成"),
    ("45分钟", "两小时"),
    ("3.3倍", "四倍以上"),
])  # fmt: skip
def test_values_that_cannot_both_be_true(a, b):
    assert compare(value(a), value(b)) == "disjoint"


@pytest.mark.parametrize(("a", "b"), [("6.2%", "6.2个百分点"), ("48万元", "48万美元"), ("2316户", "2316名")])
def test_the_same_number_on_another_basis(a, b):
    assert compare(value(a), value(b)) == "rebased"


@pytest.mark.parametrize(("a", "b"), [
    ("6.2%", "5.1个百分点"),
    ("12人", "12吨"),
    ("12吨", "12公里"),
    ("3天", "3个工作日"),
    ("3天", "3人"),
    ("2026年", "2026人"),
    ("30%", "30吨"),
    ("11户", "11人"),
    ("2316户", "2310人"),
])  # fmt: skip
def test_values_of_other_kinds_are_not_compared(a, b):
    assert compare(value(a), value(b)) == "incomparable"


def test_amounts_in_other_currencies_are_no_plain_conflict():
    assert compare(value("48万元"), value("61万美元")) == "incomparable"


numbers = st.one_of(
    st.integers(1, 10_000).map(str), st.decimals("0.1", "999", places=1).map(str),
    st.sampled_from(["三", "十二", "两百", "1.4万", "3800万", "2亿", "数十", "3至5", "12,000"]),
)  # fmt: skip
units = st.sampled_from(
    ["人", "户", "吨", "公斤", "%", "个百分点", "倍", "元", "美元", "公里", "天", "个月", "年", "小时"]
)
bounds = st.sampled_from(["", "", "", "超过", "近", "约", "至少", "不足", "不超过", "最多"])
amounts = st.tuples(bounds, numbers, units, st.sampled_from(["", "", "以上", "左右", "以内"])).map("".join)
times = st.one_of(
    st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)).map(lambda d: f"{d.year}年{d.month}月{d.day}日"),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda d: f"{d.month}月{d.day}日{d.hour}时"),
    st.sampled_from(["昨天", "上周五", "2026年初", "3月中旬", "今年上半年", "去年", "5日下午", "2026年3月"]),
)  # fmt: skip


@pytest.mark.parametrize(("undated", "dated", "expected"), [
    ("5月17日至8月16日", "2025年5月17日至2025年8月16日", "equivalent"),
    ("5月17日至8月16日", "2025年5月20日至2025年8月1日", "refines"),
    ("5月17日至6月1日", "2025年7月1日至2025年8月1日", "disjoint"),
    ("6月24日6时至22时", "2025年6月24日6时至22时", "equivalent"),
])  # fmt: skip
def test_a_span_of_no_year_is_set_into_the_others(undated, dated, expected):
    one, two = (mention.value for text in (undated, dated) for mention in read_values(fold(text), None))
    assert one.start is None and compare(one, two) == compare(two, one) == expected


def values(texts):
    read = texts.map(lambda text: [m.value for m in read_values(text, PUBLISHED) if m.value is not None])
    return read.filter(lambda found: len(found) == 1).map(lambda found: found[0])


@settings(max_examples=300, deadline=None)
@given(values(amounts | times), values(amounts | times))
def test_comparison_is_symmetric(a, b):
    assert compare(a, b) == compare(b, a)


@settings(max_examples=200, deadline=None)
@given(values(amounts | times))
def test_a_value_agrees_with_itself(value):
    assert compare(value, value) in ("equal", "equivalent")


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(["人", "吨", "元", "公里"]))
def test_exact_numbers_disagree_unless_one_may_be_rounded(a, b, unit):
    found = compare(value(f"{a}{unit}"), value(f"{b}{unit}"))
    if a == b:
        assert found == "equal"
    elif a % 10 and b % 10:
        assert found == "disjoint"
    else:
        assert found in ("disjoint", "refines")
