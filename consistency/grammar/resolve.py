"""What a date leaves out: taken from publication and from the dates before it in the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from consistency.grammar import festivals
from consistency.grammar.items import When
from consistency.grammar.timex import day_of, month_end, value_of
from consistency.model.values import Timex
from consistency.patterns import pattern


class Known(NamedTuple):
    """What a date may hang on: publication, the last date in the text, and the last one in its sentence."""

    published: datetime | None = None
    last: Timex | None = None
    in_sentence: Timex | None = None
    ahead: bool = False  # words before the date say that it is to come
    last_day: Timex | None = None  # the last date in the text that has a day
    firm: bool = False  # whether the sentence says the year of its last date
    stated: int | None = None  # the year last written out in the text


def resolve(when: When, known: Known) -> Timex:
    """The value of a date as written."""
    absolute = _absolute(when, known)
    return _doubted(value_of(_in_zone(_clocked(absolute), known.published)), absolute)


def _doubted(timex: Timex, when: When) -> Timex:
    """The date, uncertain where another weekday than its own stands beside it (2026年3月5日 星期五)."""
    day = day_of(when.year, when.month, when.day)
    if when.weekday is None or when.period is not None or day is None or day.isoweekday() == when.weekday:
        return timex
    return replace(timex, edtf=f"{timex.edtf}?", mod=timex.mod or "uncertain", weekday=when.weekday)


def _absolute(when: When, known: Known) -> When:
    """The date with year, month and day filled in as far as they can be known."""
    today = known.published.date() if known.published else None
    context = known.in_sentence or known.last
    if when.year_offset is not None and today:
        from_year = _reported(known, today.year) if when.reported else today.year
        when = when._replace(year=from_year + when.year_offset)
    elif when.same_year is not None:
        year = known.in_sentence.year if known.in_sentence and known.in_sentence.year else None
        if year is None and when.mod is None and context:
            year = context.year
        if year is None and today:
            year = today.year - (when.mod == "end" and today.month <= 5 and not known.ahead)
        if year is not None:
            when = when._replace(year=year + when.same_year)
    if when.quarter_offset is not None and today:
        index = today.year * 4 + (today.month - 1) // 3 + when.quarter_offset
        return when._replace(year=index // 4, period=f"Q{index % 4 + 1}")
    if when.minute_offset is not None and known.published:
        then = known.published + timedelta(minutes=when.minute_offset)
        return _on(when, then.date())._replace(hour=then.hour, minute=then.minute)
    if when.day_offset is not None and today:
        return _on(when, today + timedelta(days=when.day_offset))
    if when.same is not None:
        base = _day(known.in_sentence) or _day(known.last_day) or (today if when.same > 1 else None)
        return _on(when, base + timedelta(days=when.same)) if base else when
    if when.vague and when.month is None:
        base_month = _month(known.in_sentence) or ((today.year, today.month) if today else _month(known.last))
        return when._replace(year=base_month[0], month=base_month[1]) if base_month else when
    if when.month_offset is not None and today:
        years = when.year_offset or 0  # 去年本月
        index = (today.year + years) * 12 + today.month - 1 + when.month_offset
        return when._replace(year=index // 12, month=index % 12 + 1)
    if when.weekday is not None and when.day is None and when.festival is None and not when.lunar:
        return _on(when, _weekday(when, today, known.ahead)) if today else when
    if when.week_offset is not None:
        if today is None:
            return when
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=when.week_offset)
        return _on(when, monday)._replace(period=when.period or "K")
    if when.festival is not None or when.lunar:
        return _feast(when, today, known)
    if when.period and when.period[0] == "T" and when.month is None:
        base_month = _month(context) or ((today.year, today.month) if today else None)
        return when._replace(year=base_month[0], month=base_month[1]) if base_month else when
    if when.year is None and (when.month is not None or (when.period and when.period[0] in "QHSR")):
        return when._replace(year=_year(when, today, known))
    if when.day is not None and when.month is None:
        return _in_month(when, today, context, known.in_sentence is not None, known.ahead)
    if (when.hour is not None or when.part is not None) and when.day is None and when.month is None:
        base = _day(known.in_sentence)
        return _on(when, base) if base else when
    return when


def _reported(known: Known, year: int) -> int:
    """The year that 上年 is counted from: the one that the sentence, or a yearly report, is about."""
    if (
        known.in_sentence is not None
        and known.stated is not None
        and known.in_sentence.year in (known.stated, known.stated - 1)
    ):
        return known.stated
    return year - 1 if known.stated == year - 1 else year


def _on(when: When, day: date) -> When:
    return when._replace(year=day.year, month=day.month, day=day.day)


def _day(timex: Timex | None) -> date | None:
    return day_of(timex.year, timex.month, timex.day) if timex else None


def _month(timex: Timex | None) -> tuple[int, int] | None:
    return (timex.year, timex.month) if timex and timex.year is not None and timex.month is not None else None


def _weekday(when: When, today: date, ahead: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(days=(when.weekday or 1) - 1)
    if when.week_offset is not None:
        return day + timedelta(weeks=when.week_offset)
    if ahead:
        return day if day >= today else day + timedelta(weeks=1)
    return day if day <= today else day - timedelta(weeks=1)


def _feast(when: When, today: date | None, known: Known) -> When:
    """The year of a festival or lunar date: as written, of the sentence, or the nearest to publication."""

    def of(year: int) -> date | None:
        if when.festival is not None:
            days = festivals.days_of(when.festival, year)
            return days[0] if days else None
        return festivals.solar(year, when.month or 1, when.day or 1, when.leap)

    year = when.year
    if year is None and known.in_sentence is not None and known.in_sentence.year is not None and today is None:
        year = known.in_sentence.year
    if year is None and today is not None:
        found = [(abs((day - today).days), y) for y in (today.year - 1, today.year, today.year + 1) if (day := of(y))]
        year = min(found)[1] if found else None
    if year is None:
        return when
    day = of(year)
    if (when.hour is None and when.part is None) or day is None:
        return when._replace(year=year)
    return _on(when, day)._replace(festival=None, lunar=False)


_WIDTHS = {"Q": 3, "H": 6, "S": 3}


def _year(when: When, today: date | None, known: Known) -> int | None:
    """The year of a month or quarter without one: of the sentence, else the nearest; the past is likelier."""
    near, last = known.in_sentence, known.last
    if near is not None and near.year is not None and (known.firm or today is None):
        return today.year if today and _lately(when, near, today) else near.year
    if today is None:
        return last.year if last is not None else None
    month, day = when.month, when.day or 15
    if month is None:
        kind, n = (when.period or "Q1")[0], (when.period or "Q1")[1:]
        if kind == "R":
            month = (sum(map(int, n.split("-"))) + 1) // 2
        else:
            month = min(12, (int(n) - 1) * _WIDTHS[kind] + (_WIDTHS[kind] + 1) // 2 + 2 * (kind == "S"))
    found = []
    for year in (
        range(today.year - 3, today.year + 4) if (month, day) == (2, 29) else range(today.year - 1, today.year + 2)
    ):
        then = date(year, month, min(day, month_end(year, month).day))
        if when.day and then.day != when.day and (month, day) == (2, 29):
            continue
        if not (known.ahead and then < today - timedelta(days=31)):
            days = (then - today).days
            other = when.day is not None and when.weekday not in (None, then.isoweekday())
            found.append((other, days * (1 if known.ahead else 2) if days > 0 else -days, year))
    return min(found)[2]


_LATELY = 62  # days


def _lately(when: When, near: Timex, today: date) -> bool:
    """Whether a month before the sentence's own is rather a late one of this year: 去年4月引进，1月26日检修."""
    if near.year != today.year - 1 or when.month is None or near.month is None or when.month >= near.month:
        return False
    day = day_of(today.year, when.month, when.day or 15)
    return day is not None and 0 <= (today - day).days <= _LATELY


def _to_come(context: Timex, today: date | None) -> bool:
    month = _month(context)
    return today is not None and month is not None and month > (today.year, today.month)


def _of_late(when: When, today: date | None) -> bool:
    """Whether a bare day is that of publication or the one before."""
    return today is not None and when.day in (today.day, (today - timedelta(days=1)).day)


def _in_month(when: When, today: date | None, context: Timex | None, near: bool, ahead: bool) -> When:
    """The month of a day without one: that of the date before it in the text, else that of publication.

    A month without a day leads none of the last two days: 7月份物价上涨6.5%，国家统计局9日发布, said on 9 August.
    """
    fresh = context is not None and context.day is None and _of_late(when, today)
    if context is not None and context.month is not None and (near or not _to_come(context, today)) and not fresh:
        if context.year is None:
            return when._replace(month=context.month)
        index = context.year * 12 + context.month
        following = day_of(index // 12, index % 12 + 1, when.day)
        if context.day and when.day and when.day < context.day and today and following and following <= today:
            return _on(when, following)  # 6月30日以来持续降雨……3日23时: the text goes on, into July
        if then := day_of(context.year, context.month, when.day):
            return _on(when, _just_over(then, today) if not ahead else then)
    if today is None:
        return when
    found = []
    for months in (-2, -1, 0, 1):
        index = today.year * 12 + today.month - 1 + months
        then = day_of(index // 12, index % 12 + 1, when.day)
        if then and (months < 1 or ahead):
            found.append((abs((then - today).days), then))
    return _on(when, min(found)[1]) if found else when


_JUST_OVER = 3  # days into a month in which its last days would be far ahead


def _just_over(then: date, today: date | None) -> date:
    """The day, or that of the month just over where it would be far ahead: 8月1日电 …31日20时46分获报."""
    first = then.replace(day=1)
    if today is None or then <= today or today.day > _JUST_OVER or (today.year, today.month) != (then.year, then.month):
        return then
    before = day_of(*((first - timedelta(days=1)).timetuple()[:2]), then.day)
    return before if before and (today - before).days <= _JUST_OVER else then


_AFTERNOON = {"下午": 1, "傍晚": 1, "晚": 5}  # from which hour of twelve 12 are added


def _clocked(when: When) -> When:
    """Hours of 24 from 下午 and 晚; 24时 and 晚上12点 are the next day's first."""
    hour, part = when.hour, when.part
    if hour is None:
        return when
    if (part in _AFTERNOON and _AFTERNOON[part] <= hour < 12) or (part == "中午" and 0 < hour < 4):
        hour += 12
    elif hour == 12 and part in ("凌晨", "半夜", "晚"):
        hour = 0 if part == "凌晨" else 24
    elif part in ("晚", "半夜") and hour < 5:
        hour += 24
    if hour >= 24:
        day = day_of(when.year, when.month, when.day)
        if day is not None:
            when = _on(when, day + timedelta(days=1))
        hour -= 24
    return when._replace(hour=hour)


_FIXED = pattern(r"(?:UTC|GMT)([+-])([0-9]{1,2})(?::?([0-9]{2}))?")


def _in_zone(when: When, published: datetime | None) -> When:
    """A time in a zone of its own, as the clocks stand where the article was published."""
    day = day_of(when.year, when.month, when.day)
    if (
        when.zone in (None, "local")
        or when.hour is None
        or day is None
        or published is None
        or published.tzinfo is None
    ):
        return when
    zone = _zone(when.zone or "")
    if zone is None:
        return when
    there = datetime(day.year, day.month, day.day, when.hour, when.minute or 0, tzinfo=zone)
    here = there.astimezone(published.tzinfo)
    return _on(when, here.date())._replace(hour=here.hour, minute=here.minute if when.minute is not None else None)


def _zone(name: str) -> tzinfo | None:
    from datetime import timezone

    fixed = _FIXED.fullmatch(name)
    if fixed is not None:
        minutes = int(fixed[2]) * 60 + int(fixed[3] or 0)
        return timezone(timedelta(minutes=minutes if fixed[1] == "+" else -minutes)) if minutes < 1440 else None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None
