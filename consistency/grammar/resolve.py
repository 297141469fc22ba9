"""From a date as written to its bounds: what publication and the dates before it in the text leave out."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from consistency.grammar.items import When
from consistency.model.values import Timex

_PARTS = {
    "凌晨": (0, 6, "EM"), "早": (5, 10, "MO"), "上午": (6, 12, "MO"), "中午": (11, 14, "NO"), "下午": (12, 19, "AF"),
    "傍晚": (16, 20, "EV"), "晚": (17, 24, "NI"), "半夜": (0, 24, "NI"),
}  # fmt: skip
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Known:
    """What a date may hang on: publication, the last date in the text, and the last one in its sentence."""

    published: datetime | None = None
    last: Timex | None = None
    in_sentence: Timex | None = None
    ahead: bool = False  # words before the date say that it is to come


def resolve(when: When, known: Known) -> Timex:
    """The value of a date as written."""
    when = _absolute(when, known)
    when = _clocked(when)
    return _bounds(when)


def _absolute(when: When, known: Known) -> When:
    published = known.published.date() if known.published else None
    last, near = known.last, known.in_sentence
    if when.year_offset is not None:
        when = replace(when, year=published.year + when.year_offset if published else None)
    if when.same_year is not None:
        year = (near or last).year if (near or last) else published.year if published else None  # type: ignore[union-attr]
        year = year if year is not None else published.year if published else None
        when = replace(when, year=year + when.same_year if year is not None else None)
        if when.vague and when.month is None and last is not None:
            when = replace(when, month=last.month)
    if when.day_offset is not None and published:
        when = _on(when, published + timedelta(days=when.day_offset))
    elif when.same is not None:
        base = _day_of(near) or _day_of(last) or published
        if base:
            when = _on(when, base + timedelta(days=when.same))
    elif when.month_offset is not None and published:
        month = published.year * 12 + published.month - 1 + when.month_offset
        when = replace(when, year=month // 12, month=month % 12 + 1)
    elif when.weekday is not None and when.day is None and published:
        when = _on(when, _weekday(when, published, known.ahead))
    elif when.month is not None and when.year is None:
        when = replace(when, year=_year_for(when, published, near, last))
    elif when.day is not None and when.month is None:
        when = _month_for(when, published, near or last)
    elif when.hour is not None or when.part is not None:
        if when.day is None and when.month is None and (base := _day_of(near)):
            when = _on(when, base)
    if when.period and when.period[0] in "QHSN" and when.year is None:
        when = replace(when, year=_year_for(when, published, near, last))
    if when.period and when.period[0] == "T" and when.month is None and (near or last or published):
        context = near or last
        if context is not None and context.month is not None:
            when = replace(when, year=context.year, month=context.month)
        elif published:
            when = replace(when, year=published.year, month=published.month)
    if when.week_offset is not None and when.weekday is None and published:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=when.week_offset)
        when = _on(when, monday)
        when = replace(when, period=when.period or "K")
    return when


def _on(when: When, day: date) -> When:
    return replace(when, year=day.year, month=day.month, day=day.day)


def _day_of(timex: Timex | None) -> date | None:
    if timex is None or timex.day is None or timex.month is None or timex.year is None:
        return None
    return _date(timex.year, timex.month, timex.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(when: When, published: date, ahead: bool) -> date:
    monday = published - timedelta(days=published.weekday())
    day = monday + timedelta(days=(when.weekday or 1) - 1)
    if when.week_offset is not None:
        return day + timedelta(weeks=when.week_offset)
    if ahead:
        return day if day >= published else day + timedelta(weeks=1)
    return day if day <= published else day - timedelta(weeks=1)


_PERIOD_MIDDLE = {"Q": 3, "H": 6, "S": 3, "N": 9}


def _year_for(when: When, published: date | None, near: Timex | None, last: Timex | None) -> int | None:
    """The year of a month or quarter without one: that of the sentence, else the nearest to publication."""
    if near is not None and near.year is not None:
        return near.year
    if published is None:
        return last.year if last is not None else None
    if when.month is not None:
        day = when.day or 15
    else:
        period = when.period or "Q1"
        width = _PERIOD_MIDDLE[period[0]]
        month = min(12, max(1, (int(period[1]) - 1) * width + (width + 1) // 2)) if period[0] != "N" else 5
        when, day = replace(when, month=month), 15
    candidates = [
        (abs((found - published).days), found.year)
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := _date(year, when.month or 1, min(day, calendar.monthrange(year, when.month or 1)[1])))
    ]
    return min(candidates)[1] if candidates else None


def _month_for(when: When, published: date | None, context: Timex | None) -> When:
    """The month of a day without one: that of the date before it in the text, else that of publication."""
    day = when.day or 1
    if context is not None and context.month is not None:
        year, month = context.year, context.month
        if year is None:
            return replace(when, month=month)
        if _date(year, month, day):
            return replace(when, year=year, month=month)
    if published is None:
        return when
    for months in (0, -1, -2):
        index = published.year * 12 + published.month - 1 + months
        found = _date(index // 12, index % 12 + 1, day)
        if found and not (months == 0 and (found - published).days > 15 and published.day <= 10):
            return _on(when, found)
    return when


def _clocked(when: When) -> When:
    """Hours of 24 from 下午 and 晚."""
    hour = when.hour
    if hour is None:
        return when
    if when.part in ("下午", "傍晚", "晚") and 1 <= hour < 12 and not (when.part == "晚" and hour < 5):
        hour += 12
    elif when.part == "中午" and hour < 4 and hour > 0:
        hour += 12
    elif (when.part in ("凌晨", "半夜") and hour == 12) or (when.part == "晚" and hour == 12):
        hour = 24 if when.part != "凌晨" else 0
    if hour == 24:
        if when.year is not None and when.month is not None and when.day is not None:
            day = _date(when.year, when.month, when.day)
            return when if day is None else replace(_on(when, day + timedelta(days=1)), hour=0)
        hour = 0
    return replace(when, hour=hour)


def _bounds(when: When) -> Timex:
    y, m, d = when.year, when.month, when.day
    start: datetime | None = None
    end: datetime | None = None
    grain = "year"
    if when.decade is not None:
        edtf, grain = f"{when.decade // 10}X", "decade"
        start, end = datetime(when.decade, 1, 1), datetime(when.decade + 9, 12, 31, 23, 59, 59)
        return _edged(Timex(edtf, start, end, grain), when.mod)
    if when.century is not None:
        edtf, grain = f"{when.century // 100:02d}XX", "century"
        start, end = datetime(max(1, when.century), 1, 1), datetime(when.century + 99, 12, 31, 23, 59, 59)
        return _edged(Timex(edtf, start, end, grain), when.mod)
    year = f"{y:04d}" if y is not None else "XXXX"
    month = f"{m:02d}" if m is not None else "XX"
    period = when.period or ""
    first, last = _days(when, period)
    edtf = year
    if period and period[0] in "QHS" and m is None:
        code = {"Q": 32, "H": 39, "S": 20}[period[0]] + int(period[1])
        edtf, grain = f"{year}-{code}", {"Q": "quarter", "H": "half", "S": "quarter"}[period[0]]
    elif period == "N9":
        edtf, grain = f"{year}-01/{year}-09", "quarter"
    elif period and period[0] == "T":
        span = {"1": ("01", "10"), "2": ("11", "20"), "3": ("21", f"{last.day}" if last else "XX")}[period[1]]
        edtf, grain = f"{year}-{month}-{span[0]}/{year}-{month}-{span[1]}", "tendays"
    elif period in ("K", "W") and first and last:
        edtf, grain = f"{first.isoformat()}/{last.isoformat()}", "week" if period == "K" else "day"
    elif d is not None:
        edtf, grain = f"{year}-{month}-{d:02d}", "day"
    elif m is not None:
        edtf, grain = f"{year}-{month}", "month"
    elif when.weekday is not None and y is None:
        edtf, grain = f"XXXX-WXX-{when.weekday}", "day"
    if first is not None and last is not None:
        start, end = datetime(first.year, first.month, first.day), _last_second(last)
    if when.part is not None or when.hour is not None:
        edtf, grain, start, end = _within_day(when, "" if d is None and y is None else edtf, first)
    if m is not None and d is not None and first is None and y is not None:
        start = end = None
    timex = Timex(edtf, start, end, grain, None, y, m, d, when.hour, when.minute)
    return _edged(timex, when.mod)


def _within_day(
    when: When, day: str, first: date | None
) -> tuple[str, str, datetime | None, datetime | None]:
    base = datetime(first.year, first.month, first.day) if first and when.day is not None else None
    if when.hour is None:
        low, high, code = _PARTS[when.part or "晚"]
        if base is None:
            return f"{day}T{code}", "halfday", None, None
        return f"{day}T{code}", "halfday", base + timedelta(hours=low), base + timedelta(hours=high) - _SECOND
    edtf, grain, width = f"{day}T{when.hour:02d}", "hour", timedelta(hours=1)
    if when.minute is not None:
        edtf, grain, width = f"{edtf}:{when.minute:02d}", "minute", timedelta(minutes=1)
    if when.second is not None:
        edtf, grain, width = f"{edtf}:{when.second:02d}", "second", _SECOND
    if base is None:
        return edtf, grain, None, None
    begin = base + timedelta(hours=when.hour, minutes=when.minute or 0, seconds=when.second or 0)
    return edtf, grain, begin, begin + width - _SECOND


def _days(when: When, period: str) -> tuple[date | None, date | None]:
    y, m, d = when.year, when.month, when.day
    if y is None or not 1 <= y <= 9998:
        return None, None
    if period and period[0] in "QHS" and m is None:
        n, width = int(period[1]), {"Q": 3, "H": 6, "S": 3}[period[0]]
        begin = (n - 1) * width + 1 + (2 if period[0] == "S" else 0)
        return date(y, begin, 1), _month_end(y, begin + width - 1)
    if period == "N9":
        return date(y, 1, 1), date(y, 9, 30)
    if m is None:
        return date(y, 1, 1), date(y, 12, 31)
    if period and period[0] == "T":
        low, high = {"1": (1, 10), "2": (11, 20), "3": (21, 31)}[period[1]]
        return date(y, m, low), min(date(y, m, min(high, 28)) if high < 29 else _month_end(y, m), _month_end(y, m))
    if d is None:
        return date(y, m, 1), _month_end(y, m)
    found = _date(y, m, d)
    if found and period == "K":
        return found, found + timedelta(days=6)
    if found and period == "W":
        return found + timedelta(days=5), found + timedelta(days=6)
    return found, found


def _month_end(year: int, month: int) -> date:
    if month > 12:
        year, month = year + 1, month - 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _last_second(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 23, 59, 59)


_EDGES = {"start": (0.0, 0.25), "mid": (0.33, 0.67), "end": (0.75, 1.0)}


def _edged(timex: Timex, mod: str | None) -> Timex:
    return timex if mod is None else modified(timex, mod)


def modified(timex: Timex, mod: str) -> Timex:
    """The date with a word on its edge: 年初, 月底, 前, 后, 左右."""
    start, end, edtf = timex.start, timex.end, timex.edtf
    if mod in _EDGES:
        low, high = _EDGES[mod]
        if start and end:
            days = (end - start).days + 1
            begin = start
            start = begin + timedelta(days=int(days * low))
            end = begin + timedelta(days=round(days * high)) - _SECOND
    elif mod == "before":
        start, edtf = None, f"../{edtf}"
    elif mod == "after":
        end, edtf = None, f"{edtf}/.."
    elif mod == "approx":
        edtf = f"{edtf}~"
    return replace(timex, start=start, end=end, edtf=edtf, mod=mod)
