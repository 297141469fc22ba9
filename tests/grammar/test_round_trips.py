"""Numerals and dates built by hypothesis, written in every form, and read back."""

import re
from datetime import date, datetime
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from consistency.grammar import read_values
from consistency.grammar.numerals_han import parse_han
from consistency.model.values import Duration, Quantity, Timex

PUBLISHED = datetime(2026, 3, 5, 14, 28)
DIGITS = "零一二三四五六七八九"


def han(number: int) -> str:
    """A whole number in Chinese."""
    if number == 0:
        return "零"
    for scale, word in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            head, tail = divmod(number, scale)
            return han(head) + word + ("" if tail == 0 else ("零" if tail < scale // 10 else "") + han(tail))
    text, zero = "", False
    for weight, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // weight % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + word
            zero = False
        else:
            zero = True
    return text.removeprefix("一") if text.startswith("一十") else text


def only(text: str) -> Quantity:
    (mention,) = read_values(text, PUBLISHED)
    assert (mention.start, mention.end) == (0, len(text))
    assert isinstance(mention.value, Quantity)
    return mention.value


@given(st.integers(min_value=2, max_value=10**11))
def test_whole_numbers_read_alike_in_every_script(number: int) -> None:
    forms = [f"{number}人", f"{number:,}人", f"{han(number)}人"]
    assert {(v.low, v.high, v.unit) for v in map(only, forms)} == {(number, number, "人")}


@given(st.integers(min_value=1, max_value=10**12))
def test_chinese_numerals(number: int) -> None:
    parsed = parse_han(han(number))
    assert parsed is not None and parsed[2] == number


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_mixed_numerals(myriads: int, rest: int) -> None:
    value = only(f"{myriads}万{rest if rest >= 10 else f'零{rest}'}户")
    assert value.low == value.high == myriads * 10**4 + rest


@given(st.decimals(min_value="0.01", max_value="9999", places=2), st.sampled_from("万亿"))
def test_decimals_with_a_scale(number: object, scale: str) -> None:
    value = only(f"{number}{scale}元")
    weight = {"万": 10**4, "亿": 10**8}[scale]
    assert abs((value.low or 0) - float(str(number)) * weight) < 1e-3 * weight
    assert value.step == weight / 100


BOUNDS = st.sampled_from(
    [
        ("超过{}人", "low"),
        ("{}人以上", "low"),
        ("不足{}人", "high"),
        ("近{}人", "high"),
        ("{}人以内", "high"),
        ("约{}人", "both"),
    ]
)


@given(st.integers(2, 10**6), BOUNDS)
def test_bounds(number: int, bound: tuple[str, str]) -> None:
    pattern, side = bound
    value = only(pattern.format(number))
    assert (value.low, value.high) == (
        number if side != "high" else None,
        number if side != "low" else None,
    )
    assert value.number == number


@given(st.integers(2, 10**4), st.integers(1, 10**4), st.sampled_from(["至", "-", "~", "—", "到"]))
def test_ranges(low: int, more: int, joiner: str) -> None:
    value = only(f"{low}{joiner}{low + more}吨")
    assert (value.low, value.high, value.unit) == (low, low + more, "t")


ALPHABET = (
    "0123456789零一二三四五六七八九十百千万亿两几多余半年月日号时点分秒周上下前后第至到-—.,/:%元人个成倍近超约以约 "
)
DAYS = st.dates(date(1949, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_dates_read_alike_in_every_form(day: date) -> None:
    positional = "".join(DIGITS[int(c)] for c in str(day.year)).replace("零", "〇")
    forms = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        f"{day.year}年{day.month}月{day.day}号",
        f"{day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}",
        f"{positional}年{han(day.month)}月{han(day.day)}日",
    ]
    for text in forms:
        (mention,) = read_values(text, PUBLISHED)
        assert isinstance(mention.value, Timex)
        assert mention.value.edtf == str(day)
        assert mention.value.start == datetime(day.year, day.month, day.day)


@given(DAYS, st.integers(0, 23), st.integers(0, 59))
def test_times_of_day(day: date, hour: int, minute: int) -> None:
    prefix = f"{day.year}年{day.month}月{day.day}日"
    part, twelve = ("下午", hour - 12) if 13 <= hour < 18 else ("晚", hour - 12) if hour >= 18 else ("", hour)
    for clock in (f"{hour}时{minute:02d}分", f"{hour:02d}:{minute:02d}", f"{part}{twelve}点{minute:02d}分"):
        (mention,) = read_values(prefix + clock, PUBLISHED)
        assert isinstance(mention.value, Timex)
        assert mention.value.edtf == f"{day}T{hour:02d}:{minute:02d}", clock


@given(DAYS, st.integers(0, 6))
def test_a_weekday_beside_a_date_is_held_against_it(day: date, weekday: int) -> None:
    for pattern in ("{}年{}月{}日 星期{}", "{}年{}月{}日（周{}）"):
        text = pattern.format(day.year, day.month, day.day, "一二三四五六日"[weekday])
        (mention,) = read_values(text, PUBLISHED)
        assert isinstance(mention.value, Timex)
        agree = day.weekday() == weekday
        assert (mention.value.edtf, mention.value.mod) == ((str(day), None) if agree else (f"{day}?", "uncertain"))
        assert mention.value.weekday == (None if agree else weekday + 1)


SENTENCES = st.sampled_from(
    [
        "截至{}月{}日{}时，已有{}人转移",
        "{}月{}日至{}日，投资{}亿元",
        "第{}名获奖{}万元，{}年前的{}倍",
        "{}月{}日{}时许，{}号线",
    ]
)


@given(SENTENCES, st.tuples(*[st.integers(1, 12)] * 4))
def test_spaces_between_figures_and_characters_change_nothing(pattern: str, numbers: tuple[int, ...]) -> None:
    closed, spaced = pattern.format(*numbers), re.sub("([0-9]+)", r" \1 ", pattern.format(*numbers))
    for one, two in zip(read_values(closed, PUBLISHED), read_values(spaced, PUBLISHED), strict=True):
        assert one.value == two.value
        assert closed[one.start : one.end] == spaced[two.start : two.end].replace(" ", "")
        assert spaced[two.start : two.end].strip() == spaced[two.start : two.end]


@given(st.integers(1, 99), st.integers(0, 59), st.integers(0, 59))
def test_durations_of_several_units(hours: int, minutes: int, seconds: int) -> None:
    (mention,) = read_values(f"{hours}小时{minutes:02d}分{seconds:02d}秒")
    assert isinstance(mention.value, Duration)
    assert (mention.value.low, mention.value.unit) == (hours * 3600 + minutes * 60 + seconds, "s")


@given(
    st.text(
        alphabet=ALPHABET,
        max_size=60,
    )
)
@example("一零下0")  # the sign that the last number has taken
def test_any_text_is_read_in_order_without_overlap(text: str) -> None:
    mentions = read_values(text, PUBLISHED)
    for mention in mentions:
        assert 0 <= mention.start <= mention.number_start <= mention.number_end <= mention.end <= len(text)
    for left, right in pairwise(mentions):
        assert left.end <= right.start
