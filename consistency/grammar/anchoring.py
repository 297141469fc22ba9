"""Sets a span of time whose year or month is not told into those of another, so that the two can be compared."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import datetime, timedelta

from consistency.model.values import Timex
from consistency.patterns import pattern

_END = pattern(r"(?:(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d))?)?(?:T(\d\d)(?::(\d\d))?)?~?")
_SECOND = timedelta(seconds=1)


def is_span(value: Timex) -> bool:
    """Whether a time has two ends (ISO 8601-2): XXXX-05-17/XXXX-08-16."""
    return "/" in value.edtf


def anchored(value: Timex, other: Timex) -> Timex:
    """The value with bounds, its year and month those of the other where it tells none; as it is if it cannot be."""
    if value.start or value.end:
        return value
    like = other.start or other.end or datetime(2000, other.month or value.month or 1, 1)
    first, _, last = value.edtf.partition("/")
    begin = _bounds(first, like)
    end = _bounds(last or first, begin[0] if begin else like)
    if begin is None or end is None or end[1] < begin[0]:
        return value
    return replace(value, start=begin[0], end=end[1])


def _bounds(text: str, like: datetime) -> tuple[datetime, datetime] | None:
    """The first and last second of one end; what it does not tell is as in the time it is like."""
    match = _END.fullmatch(text)
    if match is None or not (match[1] or match[4]):
        return None
    year = like.year if match[1] in (None, "XXXX") else int(match[1])
    month = like.month if match[2] in (None, "XX") else int(match[2])
    if month > 12:  # 2016-33: a quarter
        return None
    if match[1] and match[3] is None:
        return datetime(year, month, 1), datetime(year, month, monthrange(year, month)[1], 23, 59, 59)
    try:
        start = datetime(
            year, month, int(match[3]) if match[1] else like.day, int(match[4] or 0) % 24, int(match[5] or 0)
        )
    except ValueError:  # 2月29日 of another year
        return None
    width = timedelta(minutes=1) if match[5] else timedelta(hours=1) if match[4] else timedelta(days=1)
    return start, start + width - _SECOND
