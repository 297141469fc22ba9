"""The time of a window: what 过去五年, 近日 and 一年半后 are counted from, and where they begin and end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from consistency.grammar.items import When, Window
from consistency.grammar.resolve import Known
from consistency.grammar.timex import day_of, modified, month_end, span, value_of
from consistency.model.values import Timex


def stretch(window: Window, known: Known) -> Timex | None:
    """The time of a window, if there is a date to count it from."""
    base = _base(window, known)
    if base is None:
        return None
    fine = window.unit == "min"
    if window.first == window.last:
        return value_of(_parts(_shifted(base, window.first, window.unit), window.unit))
    if 0 not in (window.first, window.last):  # 数月前
        ends = (
            value_of(_parts(_shifted(base, count, window.unit), window.unit)) for count in (window.first, window.last)
        )
        return modified(span(*ends), "approx")
    one = timedelta(0) if fine else timedelta(days=1)
    first = base + one if window.last else _shifted(base, window.first, window.unit)
    last = _shifted(base, window.last, window.unit) if window.last else base - one * (not window.vague)
    ends = (value_of(_parts(moment, "min" if fine else "d")) for moment in (first, last))
    timex = replace(span(*ends), year=None, month=None, day=None, hour=None, minute=None)
    return modified(timex, "approx") if window.vague else timex


def _base(window: Window, known: Known) -> datetime | None:
    """The moment that a window is counted from: publication, or the text's last date, where that is fine enough."""
    if window.from_text:
        before = {"d": known.last_day, "min": None}.get(window.unit, known.last)
        for timex in (known.in_sentence, before):
            year = timex.year if timex else None
            fine = timex and {"a": True, "mo": timex.month, "d": timex.day, "min": timex.hour is not None}[window.unit]
            if timex and year is not None and fine and day_of(year, timex.month or 1, timex.day or 1):
                return datetime(year, timex.month or 1, timex.day or 1, timex.hour or 0, timex.minute or 0)
        if window.unit == "min" or 0 in (window.first, window.last):
            return None  # 两分钟后 and 此后三天 are not counted from publication
    return known.published.replace(tzinfo=None) if known.published else None


def _shifted(base: datetime, count: int, unit: str) -> datetime:
    if unit in ("d", "min"):
        return base + timedelta(**{"days" if unit == "d" else "minutes": count})
    index = base.year * 12 + base.month - 1 + count * (12 if unit == "a" else 1)
    year, month = min(max(index // 12, 1), 9998), index % 12 + 1
    return base.replace(year=year, month=month, day=min(base.day, month_end(year, month).day))


def _parts(moment: datetime, unit: str) -> When:
    """The parts of a moment that a unit knows."""
    if unit == "a":
        return When(moment.year)
    if unit == "mo":
        return When(moment.year, moment.month)
    day = When(moment.year, moment.month, moment.day)
    return day._replace(hour=moment.hour, minute=moment.minute) if unit == "min" else day
