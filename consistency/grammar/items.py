"""What the rules build on the way to a value: measured numbers, parts of dates, things that are no figures.

Those that every figure and date makes several of are tuples, which are built in a third to a sixth of the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from consistency.grammar.numerals import Numeral


class Measured(NamedTuple):
    """A number with its unit. The value is `number * factor + offset`; `bare` numbers may still find a unit."""

    number: Numeral
    unit: str | None
    factor: float = 1.0
    offset: float = 0.0
    kind: Literal["quantity", "duration"] = "quantity"
    mod: str | None = None
    upper: Numeral | None = None  # the other end of a range


@dataclass(frozen=True, slots=True)
class Window:
    """From `first` to `last` units (a mo d min) on from publication, or from the date before in the text.

    Of 过去五年 (-5, 0), of 数月前 (-9, -2), of 一年半后 (18, 18) months. `vague` leaves both ends open by some time
    (近日). `length` is what the words are worth where there is nothing to count from.
    """

    first: int
    last: int
    unit: str
    from_text: bool = False
    vague: bool = False
    length: Measured | None = None


class When(NamedTuple):
    """Part of a date as written: absolute parts, parts relative to publication, and words on its edge.

    `same` hangs the date on an earlier one of the text (当天: 0, 次日: 1 day). `period` is Q1–Q4, H1, H2, S1–S4
    (spring …), T1–T3 (上旬 …), T4 and T5 (上半月 …), T6 (中下旬), T7 (上中旬), R and two months of a year (R1-9),
    D and a number of days from this one, K a week, W a weekend. `zone` is the time
    zone that the words name, `festival` a row of the table of festivals, `part` a time of day (上午), `reported` that
    the year is counted from the one that the text is about (上年). `century` and `decade` are their first years.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    day_offset: int | None = None
    week_offset: int | None = None
    quarter_offset: int | None = None
    weekday: int | None = None
    minute_offset: int | None = None
    zone: str | None = None
    festival: str | None = None
    leap: bool = False
    reported: bool = False
    same: int | None = None
    same_year: int | None = None
    period: str | None = None
    part: str | None = None
    century: int | None = None
    decade: int | None = None
    lunar: bool = False
    vague: bool = False
    mod: str | None = None
    window: Window | None = None

    def merged(self, other: When) -> When:
        """This date with the parts that `other` adds."""
        pairs: Iterable[tuple[Any, Any]] = zip(self, other, strict=True)
        return When(*[b if b is not None and b is not False else a for a, b in pairs])


@dataclass(frozen=True, slots=True)
class Thing:
    """An identifier or ordinal (or, with kind None, words that look like a figure and are none)."""

    kind: Literal["identifier", "ordinal"] | None
    number: Numeral | None = None
    unit: str | None = None


Payload = Measured | When | Thing


class Item(NamedTuple):
    """A payload and the place it was read at."""

    start: int
    end: int
    payload: Payload
    number_start: int = -1
    number_end: int = -1
    rule: str = ""
