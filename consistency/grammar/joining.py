"""Joining what stands together: parts of a date, the two ends of a range."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from consistency.grammar.items import Item, Measured, When
from consistency.grammar.numerals import Numeral

_RANGE = re.compile(r"\s{0,2}(?:起?至|到|-{1,2}|—{1,2}|–|~|～|－|―)\s{0,2}")
_GAP = re.compile(r"[ 　]{0,2}的?|[ ]?\(|\)[ ]?|（|）|,")


def ranks(when: When) -> tuple[int, int]:
    """The coarsest and the finest part of a date: year 1, quarter 2, month 3, week 4, day 5, part of day 6, hour 7."""
    found = []
    if when.decade is not None or when.century is not None:
        found.append(0)
    if when.year is not None or when.year_offset is not None or (when.same_year is not None and not when.vague):
        found.append(1)
    if when.period and when.period[0] in "QHSN":
        found.append(2)
    if when.month is not None or when.month_offset is not None or when.vague:
        found.append(3)
    if (when.period and when.period[0] == "T") or (when.week_offset is not None and when.weekday is None):
        found.append(4)
    if when.day is not None or when.day_offset is not None or when.weekday is not None or when.same is not None:
        found.append(5)
    if when.part is not None:
        found.append(6)
    if when.hour is not None:
        found.append(7)
    return (found[0], found[-1]) if found else (9, 9)


def joined(items: Iterable[Item], text: str) -> list[Item]:
    """The items with the parts of each date, and the ends of each range of numbers, made one."""
    result: list[Item] = []
    for item in items:
        if result:
            whole = _join(result[-1], item, text)
            if whole is not None:
                result[-1] = whole
                continue
        result.append(item)
    return result


def _join(left: Item, right: Item, text: str) -> Item | None:
    gap = text[left.end : right.start]
    if len(gap) > 4:
        return None
    a, b = left.payload, right.payload
    if isinstance(a, When) and isinstance(b, When):
        return _date(left, right, a, b, gap, text)
    if isinstance(a, Measured) and isinstance(b, Measured) and gap and _RANGE.fullmatch(gap):
        return _range(left, right, a, b)
    return None


def _date(left: Item, right: Item, a: When, b: When, gap: str, text: str) -> Item | None:
    if not (gap == "" or _GAP.fullmatch(gap)):
        return None
    (_, fine), (coarse, _) = ranks(a), ranks(b)
    if fine == 5 and b.weekday is not None and b.week_offset is None and ranks(b)[0] == 5 and gap in ("", " ", "(", "（", "　"):
        end = right.end + (text[right.end : right.end + 1] in (")", "）") and gap in ("(", "（"))
        return replace(left, end=end, payload=replace(a, **{n: getattr(b, n) for n in ("part", "hour", "minute") if getattr(b, n) is not None}), number_end=end)
    if fine >= coarse or gap in (",", "(", "（", ")", "）") and not (gap == "," and False):
        return None
    if a.mod is not None or (coarse == 7 and fine < 5):
        return None
    return replace(left, end=right.end, payload=a.merged(b), number_end=right.end)


def _range(left: Item, right: Item, a: Measured, b: Measured) -> Item | None:
    if b.upper is not None or a.upper is not None or a.mod or b.mod:
        return None
    low, high = a.number, b.number
    if a.unit is None and b.unit is not None or a.unit is None and b.unit is None and "-" not in left.rule:
        low = _scaled_like(low, high)
        factor, unit, kind, offset = b.factor, b.unit, b.kind, b.offset
    elif (a.unit, a.factor) == (b.unit, b.factor):
        factor, unit, kind, offset = b.factor, b.unit, b.kind, b.offset
    else:
        return None
    return Item(
        left.start,
        right.end,
        Measured(low, unit, factor, offset, kind, upper=high),
        left.number_start if left.number_start >= 0 else low.start,
        high.end,
        right.rule,
    )


def _scaled_like(low: Numeral, high: Numeral) -> Numeral:
    """3至5万: the scale of the second number is the first one's too."""
    if low.number is None or high.number is None or high.step <= 1 or low.number >= high.number:
        return low
    scales = re.search(r"[十百千万亿]+$", high.text)
    if scales is None or re.search(r"[十百千万亿]$", low.text):
        return low
    weight = 1.0
    for scale in scales[0]:
        weight *= {"十": 10, "百": 100, "千": 1e3, "万": 1e4, "亿": 1e8}[scale]
    if high.number / weight < low.number:
        return low
    return replace(low, low=low.low * weight, high=low.high * weight, number=low.number * weight, step=low.step * weight)
