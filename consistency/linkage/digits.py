"""How near two values are digit by digit: keys slipped or swapped, places shifted, one part of a date changed."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import replace

from consistency.comparison import Relation
from consistency.grammar.units import dimension, to_base
from consistency.linkage.context import Context
from consistency.linkage.miswritten import rearranged, significant
from consistency.linkage.relations import meant
from consistency.linkage.similarity import slip
from consistency.linkage.times import is_span
from consistency.model.values import GRADE, SCORE, Duration, Quantity, Timex
from consistency.patterns import pattern

FAR = 9.0  # orders of magnitude that nothing and something are apart
_SIZES, _STEPS = ("close", "same size", "near", "far"), (0.1, 0.3, 0.8)  # by orders of magnitude apart
_LENGTHS = ("", " of one", " of two", " of three", " of many")
_DIGITS = pattern(r"\d+")


def closeness(a: Context, b: Context, relation: Relation) -> str:
    """How the digits of two disagreeing values differ: swapped, one key, shifted, another day …, or their distance."""
    x, y = meant(a, b), meant(b, a)
    if isinstance(x, Timex) and isinstance(y, Timex):
        return _ends(x, y) if is_span(a.fact) and is_span(b.fact) else _clock(x, y)
    if isinstance(x, Duration) and isinstance(y, Duration):
        return _lengths(x, y)
    if not isinstance(x, Quantity | Duration) or not isinstance(y, Quantity | Duration):
        return "none"
    if relation == "rebased" and x.number:
        return "rebased, " + ("one digit" if len(significant(x.number)) < 2 else "several digits")
    if x.unit == y.unit == SCORE:
        x, y = _in_one(x), _in_one(y)
    if x.number is None or y.number is None:
        return _range(x, y) if x.unit == y.unit else "other"
    scale = _scale(x.unit, y.unit)
    if scale is None:
        return "other"
    if x.number == y.number and scale != 1:
        return "same number, other unit" if len(significant(x.number)) > 1 else "other"  # 10.2万亩 / 10.2万公顷
    one, two = _written(a, x.number), _written(b, y.number * scale)
    length = min(len(one), len(two))
    long = _LENGTHS[min(length, 4)]
    ratio = abs(math.log10(abs(x.number) / abs(y.number * scale))) if x.number and y.number else FAR
    order = rearranged(one, two, ratio)
    if order == "shifted":
        return "same" + long if math.isclose(x.number, y.number * scale) else "shifted" + long
    if order and (len(one) == len(two) or _magnitude(x.number) == _magnitude(y.number * scale)):
        return "swapped" + _LENGTHS[min(max(len(one), len(two)), 4)]
    if length > 1 and slip(one, two) == 1 and ratio < 1 + abs(len(one) - len(two)):
        return "one key" + long
    if length == 1 and x.unit == y.unit == GRADE and abs(x.number - y.number) <= 1:
        return "close"  # 一级 and 二级 are neighbours, not one and twice as much
    if _digit_dropped(x.number, y.number * scale):
        return "digit dropped"
    return _SIZES[bisect_right(_STEPS, ratio)]


def _in_one(score: Quantity | Duration) -> Quantity | Duration:
    """A score as one number, the digits of the higher before those of the lower: 4比1 is 41."""
    return replace(score, number=float(f"{score.high:.0f}{score.low:.0f}"))


def _digit_dropped(x: float, y: float) -> bool:
    """Whether a digit before the first makes the one number the other: 十七处 / 七处, 13万 / 3万."""
    less, more = sorted((abs(x), abs(y)))
    if not less:
        return False
    tens = 10.0 ** (math.floor(math.log10(less)) + 1)
    return more < 10 * tens and math.isclose(more % tens, less, rel_tol=1e-6)


def _range(x: Quantity | Duration, y: Quantity | Duration) -> str:
    """Which ends of two ranges differ: 12.42%至44.86% / 12.42%至48.46%; or a range and a number."""
    if x.number is not None or y.number is not None:
        number, ends = (x.number, (y.low, y.high)) if x.number is not None else (y.number, (x.low, x.high))
        ratios = [abs(math.log10(abs(number) / abs(end))) for end in ends if number and end]
        return "range, " + _SIZES[bisect_right(_STEPS, min(ratios, default=FAR))]  # 20倍 / 五到六倍
    if None in (x.low, x.high, y.low, y.high):
        return "range, open"
    return "range, one end" if x.low == y.low or x.high == y.high else "range, both ends"


def _ends(x: Timex, y: Timex) -> str:
    """Which ends of two spans differ: 2020年至2022年 / 2019年至2021年."""
    if None in (x.start, x.end, y.start, y.end):
        return "spans"
    if x.start == y.start or x.end == y.end:
        return "one end"
    same_length = x.start - x.end == y.start - y.end  # type: ignore[operator]  # none is None
    return "moved span" if same_length else "spans"


def _lengths(x: Duration, y: Duration) -> str:
    """How far two lengths of time are apart, and whether in one unit."""
    if x.number is None or y.number is None:
        return "length, range"
    one, two = to_base(x.number, x.unit), to_base(y.number, y.unit)
    if not one or not two:
        return "length, none"
    step = bisect_right((1.12, 1.5, 2.2, 4), max(one / two, two / one))
    if (
        x.unit == y.unit
        and len(significant(x.number)) == len(significant(y.number)) > 1
        and slip(significant(x.number), significant(y.number)) == 1
    ):
        return "length, one key"
    return f"length, {step}" + ("" if x.unit == y.unit else ", other unit" if step > 1 else ", near unit")


def _scale(one: str | None, two: str | None) -> float | None:
    """How many of the first unit one of the second is: 兆瓦 0.1 of 万千瓦.

    Things counted by other words, and a unit left out (1.08亿元 / 1.8个亿), stand digit against digit; None for two
    lengths of time in other units, whose digits tell nothing.
    """
    if one == two or one is None or two is None:
        return 1.0
    if dimension(one) in ("time", "workdays"):
        return None
    return float(to_base(1.0, two) / to_base(1.0, one)) if dimension(one) == dimension(two) else 1.0


def _written(context: Context, number: float) -> str:
    """The digits of a value, of a compound time as written: 2小时08分41秒 and 2小时08分14秒 are a swap apart."""
    figures: list[str] = _DIGITS.findall(context.fact.written)
    if context.fact.kind == "duration" and len(figures) > 1:
        return figures[0] + "".join(f"{int(figure):02d}" for figure in figures[1:])
    return significant(number)


def _magnitude(number: float) -> int | None:
    """The power of ten of a number's first digit, None of nought."""
    return math.floor(math.log10(abs(number))) if number else None


def _clock(x: Timex, y: Timex) -> str:
    parts = ("year", "month", "day", "hour", "minute")
    both = [(part, getattr(x, part), getattr(y, part)) for part in parts]
    apart = [part for part, one, two in both if one != two]
    if len(apart) == 1 and x.grain == y.grain:
        return f"another {apart[0]}{_how_far(apart[0], x, y)}"
    apart = [part for part, one, two in both if None not in (one, two) and one != two]
    if len(apart) == 1:
        far = _how_far(apart[0], x, y)
        return f"another {apart[0]}{far}, other grain" if x.grain != y.grain else f"another {apart[0]}{far}, of no day"
    if x.start is None or y.start is None:
        return "partial"
    gap = abs((x.start - y.start).total_seconds()) / 86400
    if x.start.date() == y.start.date():
        return "same day"
    return ("days", "weeks", "months", "year", "years")[bisect_right((3.5, 31, 200, 400), gap)]


_FINER = {"year": "month", "month": "day", "hour": "minute"}


def _how_far(part: str, x: Timex, y: Timex) -> str:
    """How two times differ in the one part: 2020年12月 / 2021年12月, 1998年 / 1989年, 17日 / 27日, 18日 / 19日."""
    one, two = getattr(x, part), getattr(y, part)
    if one is None or two is None:
        return ""
    if part in _FINER and getattr(x, _FINER[part]) and getattr(y, _FINER[part]):
        return f", same {_FINER[part]}"
    if slipped := slip_of(one, two):
        return f", {slipped}"
    return ", next" if abs(one - two) == 1 else ""


def slip_of(one: int, two: int) -> str:
    """How a slip makes a part of a time another: swapped (1998年 / 1989年), tens (1日 / 11日), or "" if none does."""
    if sorted(f"{one:02d}") == sorted(f"{two:02d}"):
        return "swapped"
    return "tens" if abs(one - two) in (10, 20) else ""
