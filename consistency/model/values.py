"""Values: every figure, time and duration is an interval, every name or status a normal form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# `mod` says how the words bound the number, in the terms of TIMEX3 (ISO 24617-1, attribute `mod`):
# approx 约/左右, more_than 超过/逾/多, less_than 不足/近, equal_or_more 以上/至少, equal_or_less 以内/最多/不超过,
# and for dates also start 初, mid 中旬/中, end 底/末, before 前, after 后/以来, and uncertain where another
# weekday than the date's own stands beside it (2026年3月5日 星期五; EDTF has a ? for it).


GRADE = "级"  # the unit of a grade, of a response or a warning, a quake or a wind
SCORE = "比"  # the unit of a score: its bounds are the two numbers, whichever side comes first, and both are meant


def spelt(low: float | None, high: float | None, unit: str | None) -> str:
    """A value as a reader writes it where that is no number with its unit: 第12位, 3:1; "" of all others."""
    if low is None or high is None or not unit:
        return ""
    if unit == SCORE:
        return f"{high:.12g}:{low:.12g}"
    return f"第{low:.12g}{unit[1:]}" if unit.startswith("第") else ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount between `low` and `high` (None: no bound), scale words resolved (1600万吨 is 16000000 t).

    `unit`: UCUM code where one exists, ISO 4217 for money, `%`, `pp` (百分点), `x` (times, as a ratio: 高出两倍 is 3),
    the counted thing's own word otherwise (人, 辆), with 第 before it of an ordinal (第位, 第次), `SCORE` of a score
    (4比1 is 1 to 4), None for a bare number. `number` is the number as written, scale
    resolved (None for ranges and 数十); `step` is the weight of its last written digit (1.4万: 1000), so that a
    comparison can allow for rounding. Neither changes `low` and `high`, which hold the literal bounds.
    """

    low: float | None
    high: float | None
    unit: str | None
    mod: str | None = None
    number: float | None = None
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Timex:
    """A time value: an EDTF (ISO 8601-2) string and its bounds, both inclusive.

    `start` and `end` are None where the text does not say enough (a month and day without any year; a bare time of
    day), or where the interval is open. Bounds are naive, in the article's own zone. `grain`: century, decade, year,
    half, quarter, month, tendays, week, day, halfday, hour, minute, second. `mod`: see above. The written parts are
    kept so that partial dates can be compared part by part.
    """

    edtf: str
    start: datetime | None
    end: datetime | None
    grain: str
    mod: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None  # the one written beside the date (Monday 1), where it is not the date's own


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time between `low` and `high` of `unit`: a mo wk d h min s, or workday."""

    low: float | None
    high: float | None
    unit: str
    mod: str | None = None
    number: float | None = None
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """A name, title, place or status in its normal form."""

    text: str


Value = Quantity | Timex | Duration | Term
