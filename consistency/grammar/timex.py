"""From a date whose parts are known to its value: EDTF string, bounds, grain, and the words on its edge."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, datetime, timedelta

from consistency.grammar import festivals
from consistency.grammar.items import When
from consistency.model.values import Timex

# the hours that parts of the day may mean, and their code in TIMEX3
DAY_PARTS = {
    "凌晨": (0, 6, "EM"), "早": (5, 10, "MO"), "上午": (6, 12, "MO"), "中午": (11, 14, "NO"), "下午": (12, 19, "AF"),
    "傍晚": (16, 20, "EV"), "晚": (17, 24, "NI"), "半夜": (0, 24, "NI"),
}  # fmt: skip
_SECOND = timedelta(seconds=1)
_PERIODS = {
    "Q": (32, 3, "quarter"),
    "H": (39, 6, "half"),
    "S": (20, 3, "quarter"),
}  # EDTF code before the first, months
_TENS = {"1": (1, 10), "2": (11, 20), "3": (21, 31), "4": (1, 15), "5": (16, 31), "6": (11, 31), "7": (1, 20)}


def value_of(when: When) -> Timex:
    """The value of a date; parts that are not known are X."""
    if when.decade is not None:
        return _edged(_years(when.decade, 10, f"{when.decade // 10}X", "decade"), when.mod)
    if when.century is not None:
        century = when.century // 100  # before our era as ISO 8601 counts: 公元前4世纪 ends in -0300
        edtf = f"-{-century - 1:02d}XX" if century < 0 else f"{century:02d}XX"
        return _edged(_years(when.century, 100, edtf, "century"), when.mod)
    edtf, grain, first, last = _dates(when)
    start = datetime(first.year, first.month, first.day) if first else None
    end = datetime(last.year, last.month, last.day, 23, 59, 59) if last else None
    if when.part is not None or when.hour is not None:
        whole = when.day is not None or when.weekday is not None or when.month is not None
        edtf, grain, start, end = _within(when, edtf if whole else "", start if when.day is not None else None)
    return _edged(
        Timex(edtf, start, end, grain, None, when.year, when.month, when.day, when.hour, when.minute), when.mod
    )


def _years(first: int, count: int, edtf: str, grain: str) -> Timex:
    if first < 1:
        return Timex(edtf, None, None, grain)
    return Timex(edtf, datetime(first, 1, 1), datetime(first + count - 1, 12, 31, 23, 59, 59), grain)


def _dates(when: When) -> tuple[str, str, date | None, date | None]:
    """EDTF, grain, first and last day."""
    y, m, d = when.year, when.month, when.day
    period = when.period or ""
    kind, n = period[:1], period[1:]
    year = "XXXX" if y is None else f"{y:04d}" if y >= 0 else f"-{-y:04d}"
    month = f"{m:02d}" if m is not None else "XX"
    known = y is not None and 1 <= y <= 9998
    if when.festival is not None:
        return _festival(when)
    if when.lunar and m is not None:
        return _lunar(when)
    if kind in _PERIODS and m is None:
        code, width, grain = _PERIODS[kind]
        begin = (int(n) - 1) * width + 1 + (2 if kind == "S" else 0)
        edtf = f"{year}-{code + int(n)}"
        return (
            (edtf, grain, date(y, begin, 1), month_end(y, begin + width - 1))
            if known and y
            else (edtf, grain, None, None)
        )
    if kind == "R":
        begin, until = map(int, n.split("-"))
        edtf = f"{year}-{begin:02d}/{year}-{until:02d}"
        return (edtf, "month", date(y, begin, 1), month_end(y, until)) if known and y else (edtf, "month", None, None)
    if kind == "P":
        return (
            (f"{y}/{y + 4}", "year", date(y, 1, 1), date(y + 4, 12, 31)) if known and y else (year, "year", None, None)
        )
    if kind == "T":
        low, high = _TENS[n]
        if known and y and m is not None:
            end = month_end(y, m)
            last = end if high == 31 else date(y, m, high)
            return f"{year}-{month}-{low:02d}/{year}-{month}-{last.day:02d}", "tendays", date(y, m, low), last
        return f"{year}-{month}-{low:02d}/{year}-{month}-{high:02d}", "tendays", None, None
    if kind in "KW" and kind and d is not None and y is not None and m is not None:
        monday = date(y, m, d)
        first, last = (
            (monday, monday + timedelta(days=6))
            if kind == "K"
            else (monday + timedelta(days=5), monday + timedelta(days=6))
        )
        return f"{first}/{last}", "week" if kind == "K" else "day", first, last
    if d is not None:
        found = day_of(y, m, d)
        if kind == "D" and found is not None:
            last = found + timedelta(days=int(n) - 1)
            return f"{found}/{last}", "day", found, last
        return f"{year}-{month}-{d:02d}", "day", found, found
    if m is not None:
        edtf = f"{year}-{month}"
        return (edtf, "month", date(y, m, 1), month_end(y, m)) if known and y else (edtf, "month", None, None)
    if when.weekday is not None and y is None:
        return f"XXXX-WXX-{when.weekday}", "day", None, None
    return (year, "year", date(y, 1, 1), date(y, 12, 31)) if known and y else (year, "year", None, None)


def _festival(when: When) -> tuple[str, str, date | None, date | None]:
    days = festivals.days_of(when.festival or "", when.year) if when.year is not None else None
    if days is None:
        return "XXXX-XX-XX", "day", None, None
    if when.period == "F" and days[0] != days[1]:
        return f"{days[0]}/{days[1]}", "day", *days
    return f"{days[0]}", "day", days[0], days[0]


def _lunar(when: When) -> tuple[str, str, date | None, date | None]:
    y, m = when.year, when.month or 1
    first = festivals.solar(y, m, when.day or 1, when.leap) if y is not None else None
    if y is None or first is None:
        return "XXXX-XX-XX" if when.day else "XXXX-XX", "day" if when.day else "month", None, None
    if when.day is not None:
        return f"{first}", "day", first, first
    last = first + timedelta(days=festivals.month_length(y, m, when.leap) - 1)
    return f"{first}/{last}", "month", first, last


def _within(when: When, day: str, base: datetime | None) -> tuple[str, str, datetime | None, datetime | None]:
    """A part or an hour of a day."""
    if when.hour is None:
        low, high, code = DAY_PARTS[when.part or "晚"]
        bounds = (base + timedelta(hours=low), base + timedelta(hours=high) - _SECOND) if base else (None, None)
        return f"{day}T{code}", "halfday", *bounds
    edtf, grain, width = f"{day}T{when.hour:02d}", "hour", timedelta(hours=1)
    if when.minute is not None:
        edtf, grain, width = f"{edtf}:{when.minute:02d}", "minute", timedelta(minutes=1)
    if when.second is not None:
        edtf, grain, width = f"{edtf}:{when.second:02d}", "second", _SECOND
    if base is None:
        return edtf, grain, None, None
    begin = base + timedelta(hours=when.hour, minutes=when.minute or 0, seconds=when.second or 0)
    return edtf, grain, begin, begin + width - _SECOND


def month_end(year: int, month: int) -> date:
    """The last day of a month; months over 12 are of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day of these parts, if there is one."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _edged(timex: Timex, mod: str | None) -> Timex:
    return timex if mod is None else modified(timex, mod)


_MONTHS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}  # 年初, 年中, 年底
_EDGES = {
    "start": (0.0, 0.25),
    "mid": (0.33, 0.67),
    "end": (0.75, 1.0),
}  # the share of the month, the plan … they may mean
_YEARS = {
    "decade": {"start": (0, 3), "mid": (3, 7), "end": (7, 10)},
    "century": {"start": (0, 20), "mid": (30, 70), "end": (80, 100)},
}  # from which of their years until before which


def modified(timex: Timex, mod: str) -> Timex:
    """The date with a word on its edge: 年初, 月底, 前, 后, 左右."""
    start, end, edtf = timex.start, timex.end, timex.edtf
    if mod == "outset":  # 2026年伊始 is its January
        early = modified(timex, "start")
        if start is None or timex.grain != "year":
            return early
        return replace(early, end=_last_second(month_end(start.year, 1)))
    if mod in _EDGES:
        low, high = _EDGES[mod]
        if start and timex.grain in _YEARS:
            first, last = _YEARS[timex.grain][mod]
            start, end = datetime(start.year + first, 1, 1), _last_second(date(start.year + last - 1, 12, 31))
        elif start and timex.grain == "year" and edtf.isdecimal():
            first, last = _MONTHS[mod]
            start, end = datetime(start.year, first, 1), _last_second(month_end(start.year, last))
        elif start and end:
            days = (end - start).days + 1
            start, end = start + timedelta(days=int(days * low)), start + timedelta(days=round(days * high)) - _SECOND
    elif mod == "before":
        start, edtf = None, f"../{edtf}"
    elif mod == "after":
        end, edtf = None, f"{edtf}/.."
    elif mod == "approx":
        edtf = edtf if edtf.endswith("~") else f"{edtf}~"  # 昨晚约8时30分许
    return replace(timex, start=start, end=end, edtf=edtf, mod=mod)


def _last_second(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 23, 59, 59)


def span(first: Timex, last: Timex) -> Timex:
    """From the beginning of one date to the end of another."""
    parts = (last.year, last.month, last.day, last.hour, last.minute)
    edtf = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"  # 1月中旬至2月上旬
    return Timex(edtf, first.start, last.end, last.grain, None, *parts)
