"""How two aligned values stand to each other: intervals against intervals, never strings.

DESIGN section 4 is the rule book: words and rounding widen a value here, never in the JSON.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Literal

from consistency.grammar.anchoring import anchored, is_span
from consistency.grammar.units import dimension, to_base
from consistency.lexicon import lines
from consistency.model.values import Duration, Quantity, Timex, Value

Relation = Literal["equal", "equivalent", "refines", "overlaps", "disjoint", "rebased", "incomparable"]
AGREEING: tuple[Relation, ...] = ("equal", "equivalent", "refines", "overlaps")
DISAGREEING: tuple[Relation, ...] = ("disjoint", "rebased")

APPROXIMATE = 0.06  # 约4.6万 covers 46120: the share of the number that 约, 左右 and 上下 leave open at the least
_MANY = 100  # a number from which on households and people are no two counts that happen to be the same
_ABOUT = {"hour": 1800.0, "minute": 900.0, "second": 900.0}  # seconds that 9时许 and 9时40分许 leave open
_EXACT = 1e-11

# Seconds, for units of fixed length; months and years only through their mean length.
_SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2629746.0, "a": 31556952.0}
_CALENDAR = ("mo", "a")


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; infinite where a side is open."""

    low: float
    high: float

    def relation(self, other: Interval) -> Relation:
        """How two intervals stand: `refines` where one lies inside the other."""
        slack = _EXACT * abs(self.low) if math.isfinite(self.low) else 0.0
        if self.low > other.high + slack or other.low > self.high + slack:
            return "disjoint"
        if abs(self.low - other.low) <= slack and abs(self.high - other.high) <= slack:
            return "equal" if self.low == self.high else "equivalent"
        inside = (self.low >= other.low and self.high <= other.high) or (
            other.low >= self.low and other.high <= self.high
        )
        return "refines" if inside else "overlaps"


def compare(a: Value, b: Value) -> Relation:
    """How two values of the same kind stand; symmetric. Values of different kinds or dimensions are incomparable."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return compare_quantities(a, b)
    if isinstance(a, Duration) and isinstance(b, Duration):
        return compare_durations(a, b)
    if isinstance(a, Timex) and isinstance(b, Timex):
        return compare_times(a, b)
    return "incomparable"


def leading_step(number: float) -> float:
    """The weight of a number's leading digit: 200亿 has 100亿."""
    return 10.0 ** math.floor(math.log10(abs(number))) if number else 1.0


def significant_step(number: float, step: float) -> float:
    """The weight of the last digit that is not zero, at least the last one written: 500 has 100, 4.6万 has 1000."""
    if not number:
        return step or 1.0
    weight = step or 1.0
    while round(number / (weight * 10), 9) == int(round(number / (weight * 10), 9)) and weight < abs(number):
        weight *= 10
    return min(weight, leading_step(number))


def implied(value: Quantity | Duration, other_step: float) -> Interval:
    """The interval that the words mean: open bounds closed by the next step of the leading digit, rounding allowed.

    `other_step` is the weight of the other value's last digit: 1.4万 covers 13,960, but 14,000 does not.
    """
    low, high, number = value.low, value.high, value.number
    if number is None or (low is not None and high is not None and low != high):
        low, high = (-math.inf if low is None else low), (math.inf if high is None else high)
        if value.mod == "approx" and math.isfinite(low) and math.isfinite(high):
            return Interval(low * (1 - APPROXIMATE), high * (1 + APPROXIMATE))
        return Interval(low, high)
    lead = leading_step(number)
    if value.mod == "approx":
        width = max(abs(number) * APPROXIMATE, 0.6 * significant_step(number, value.step))
        return Interval(number - width, number + width)
    if high is None:
        return Interval(number, (math.floor(number / lead + _EXACT) + 1) * lead)
    if low is None:
        if value.mod == "equal_or_less":
            return Interval(min(0.0, number), number)
        slack = max(significant_step(number, value.step), abs(number) * 0.1)
        return Interval(number - slack, number)
    if value.step > other_step * (1 + _EXACT):
        return Interval(number - value.step / 2, number + value.step * 0.999)
    return Interval(number, number)


def compare_quantities(a: Quantity, b: Quantity) -> Relation:
    """Relation of two amounts: in one dimension by their intervals, else `rebased` for one number on two bases."""
    left, right = dimension(a.unit), dimension(b.unit)
    if _one_each(left, right) and _same(a, b, a.number or 0.0, b.number or 0.0):
        return "equal"
    if left != right and not _counts(left, right):
        return "rebased" if _rebased(a, b, left, right) else "incomparable"
    if _same(a, b, to_base(a.number or 0.0, a.unit), to_base(b.number or 0.0, b.unit)):
        return "equal"
    if a.unit == b.unit or _counts(left, right):
        return implied(a, b.step).relation(implied(b, a.step))
    return _converted(a, b.step * _factor(b.unit) / _factor(a.unit)).relation(
        _converted(b, a.step * _factor(a.unit) / _factor(b.unit))
    )


def _one_each(left: str | None, right: str | None) -> bool:
    """Whether one is a price and the other the price of one piece: 一毛八 / 0.18元/片."""
    shorter, longer = sorted((left or "", right or ""), key=len)
    return shorter.startswith("money") and longer.startswith(f"{shorter}/")


def _same(a: Quantity | Duration, b: Quantity | Duration, one: float, two: float) -> bool:
    """Whether two values are one number in other words: 1600万吨 / 16,000,000吨, 三成 / 30%, 两周 / 14天."""
    return a.number is not None and b.number is not None and a.mod == b.mod and math.isclose(one, two, rel_tol=1e-9)


def _factor(unit: str | None) -> float:
    return to_base(2.0, unit) - to_base(1.0, unit) or 1.0


def _converted(value: Quantity, other_step: float) -> Interval:
    """The implied interval in base units, half a step wider: a conversion is never quite exact (9海里 / 约17公里)."""
    interval = implied(value, other_step)
    low, high = to_base(interval.low, value.unit), to_base(interval.high, value.unit)
    slack = 0.0
    if value.number is not None and interval.low == interval.high and value.step * _factor(value.unit) > 0:
        slack = min(0.5 * value.step * _factor(value.unit), 0.02 * abs(to_base(value.number, value.unit)))
    return Interval(min(low, high) - slack, max(low, high) + slack)


def _counts(left: str | None, right: str | None) -> bool:
    """Whether two units count the same things in other words, or one names none: 36列 / 42趟, 40万 / 40万美元."""
    if left is None or right is None:
        return (left or right or "count").startswith(("count", "money"))
    counted = left.startswith("count:") and right.startswith("count:")
    return counted and (left[6:], right[6:]) in _same_counters()


def one_counter(a: str | None, b: str | None) -> bool:
    """Whether two measure words count the same things: 头 and 只, not 头 and 元."""
    return (a or "", b or "") in _same_counters()


@cache
def _same_counters() -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for row in lines("counters.tsv") for a in row.split() for b in row.split())


def _rebased(a: Quantity, b: Quantity, left: str | None, right: str | None) -> bool:
    """The same number on another basis: 6.2% / 6.2个百分点, 4.87亿元 / 4.87亿美元, 2316户 / 2316人."""
    if a.number is None or b.number is None or not math.isclose(a.number, b.number, rel_tol=1e-6):
        return False
    if {a.unit, b.unit} == {"%", "pp"}:
        return True
    if {a.unit, b.unit} == {"户", "人"}:
        return abs(a.number) >= _MANY  # 11人 rescued and 11户 moved are two numbers
    return bool(left and right and left.startswith("money") and right.startswith("money"))


def compare_durations(a: Duration, b: Duration) -> Relation:
    """Relation of two lengths of time; working days compare with working days only."""
    if (a.unit == "workday") != (b.unit == "workday"):
        return "incomparable"
    if a.unit == b.unit == "workday":
        return implied(a, b.step).relation(implied(b, a.step))
    if _same(a, b, (a.number or 0.0) * _SECONDS[a.unit], (b.number or 0.0) * _SECONDS[b.unit]):
        return "equal"
    if a.unit == b.unit:
        return implied(a, b.step).relation(implied(b, a.step))
    scale_a, scale_b = _SECONDS[a.unit], _SECONDS[b.unit]
    left, right = implied(a, b.step * scale_b / scale_a), implied(b, a.step * scale_a / scale_b)
    # A month has 28 to 31 days: 475天 is 近16个月.
    slack = 0.015 if (a.unit in _CALENDAR) != (b.unit in _CALENDAR) else 0.0
    return _scaled(left, scale_a, slack).relation(_scaled(right, scale_b, slack))


def _scaled(interval: Interval, scale: float, slack: float) -> Interval:
    return Interval(interval.low * scale * (1 - slack), interval.high * scale * (1 + slack))


def compare_times(a: Timex, b: Timex) -> Relation:
    """Relation of two times; those that hang on no known year are compared part by part."""
    if is_span(a) or is_span(b):  # 5月17日至8月16日 in an article without a date of its own
        a, b = anchored(a, b), anchored(b, a)
        if not ((a.start or a.end) and (b.start or b.end)):
            return "incomparable"
    if (a.start or a.end) and (b.start or b.end):
        return _times(a).relation(_times(b))
    pairs = [
        (x, y) for x, y in zip(_parts(a), _parts(b), strict=True)
        if x is not None and y is not None
    ]  # fmt: skip
    if not pairs:
        return "incomparable"
    if all(x == y for x, y in pairs):
        return "equal" if _parts(a) == _parts(b) else "refines"
    return "disjoint"


def _parts(value: Timex) -> tuple[int | None, ...]:
    return value.year, value.month, value.day, value.hour, value.minute


def _times(value: Timex) -> Interval:
    """The bounds in seconds, widened by 左右 and 许."""
    low = -math.inf if value.start is None else _seconds(value.start)
    high = math.inf if value.end is None else _seconds(value.end)
    if value.mod == "approx" and math.isfinite(low) and math.isfinite(high):
        width = _ABOUT.get(value.grain) or max(high - low, 86400.0)
        return Interval(low - width, high + width)
    return Interval(low, high)


_EPOCH = datetime(1970, 1, 1)


def _seconds(moment: datetime) -> float:
    local = moment if moment.tzinfo is None else moment.replace(tzinfo=None)
    return (local - _EPOCH).total_seconds()
