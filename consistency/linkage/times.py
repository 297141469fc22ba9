"""What a time means beside another one: the end that a deadline sets, the hour that no word gives a half of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from consistency.linkage.context import Context
from consistency.model.facts import Fact
from consistency.model.values import Timex
from consistency.patterns import pattern

_SPAN = pattern(r"\S[至到~—–-]+\S|以上.*以[下内]")
_LENGTHS = {
    "day": 1, "hour": 1 / 24, "minute": 1 / 1440, "week": 7, "tendays": 10, "month": 30, "quarter": 91,
    "half": 182, "year": 365,
}  # fmt: skip


def is_span(fact: Fact) -> bool:
    """Whether a value is written with both its ends: 6月14日至16日."""
    return bool(_SPAN.search(fact.written))


def time_meant(own: Context, value: Timex, other: Context, partner: Timex) -> Timex:
    """The time as it compares with another one."""
    if value.mod == "after" and (partner.mod == "after" or own.fact.written.endswith(("起", "开始"))):
        return replace(value, mod=None, end=_grain_end(value))
    if value.mod == partner.mod == "before":
        # 6月底前 / 9月底前: the last day is meant
        return replace(value, mod=None, start=_last_part(own.fact.written, value))
    if is_span(own.fact) and not is_span(other.fact) and value.start and value.end and value.mod is None:
        where = role(other)
        if where == "end" and value.end > (partner.end or value.end) - _length(partner):
            return _point(value, value.end)  # 9月28日至10月8日 / 到10月7日止
        if where == "begin" and value.start < (partner.start or value.start) + _length(partner):
            first = _point(value, value.start)  # 6月28日8时至7月2日18时 / 6月29日早上8点才开
            return replace(first, end=_grain_end(first))
    if _is_about(own.fact, value, partner):
        return replace(partner, mod=value.mod)
    if (shifted := _half_of_day(own.fact, value, partner)) is not None:
        return shifted
    return _weekday_meant(own.fact, value, partner)


def _length(value: Timex) -> timedelta:
    """How long a day, a month … is, as fine as a time is told."""
    return timedelta(days=_LENGTHS.get(value.grain, 1))


def _grain_end(value: Timex) -> datetime | None:
    if value.start is None:
        return None
    return value.start + _length(value) - timedelta(seconds=1)


def _grain_start(value: Timex) -> datetime | None:
    if value.end is None:
        return None
    match value.grain:
        case "month":
            return value.end.replace(day=1, hour=0, minute=0, second=0)
        case "year":
            return value.end.replace(month=1, day=1, hour=0, minute=0, second=0)
        case "hour":
            return value.end.replace(minute=0, second=0)
        case "minute":
            return value.end.replace(second=0)
    return value.end.replace(hour=0, minute=0, second=0)


def _last_part(text: str, value: Timex) -> datetime | None:
    """From where on a deadline's end is meant: of 年底前 December, of 月底前 the last ten days, else all of it."""
    start = _grain_start(value)
    if start is None or value.end is None or not _LAST_PART.search(text):
        return start
    if value.grain == "year":
        return start.replace(month=12)
    return start.replace(day=21) if value.grain == "month" else start


_LAST_PART = pattern("[年月][底末]|岁末|岁尾|年尾")


def _point(value: Timex, moment: datetime) -> Timex:
    end = replace(value, start=None, end=moment)
    fine = moment.hour if value.grain in ("hour", "minute", "second") else None
    return replace(
        end, start=_grain_start(end), year=moment.year, month=moment.month, day=moment.day, hour=fine,
        minute=moment.minute if value.grain in ("minute", "second") else None,
    )  # fmt: skip


# 三点二十, 七点四十二: of which half of the day no word says.
_O_CLOCK = pattern(r"[0-9一二三四五六七八九十两]点")
_HALF_OF_DAY = pattern("[晨早午晚夜明暮]|黄昏|傍|天黑|天亮|[AaPp][Mm]")


def _half_of_day(fact: Fact, value: Timex, partner: Timex) -> Timex | None:
    """The hour twelve hours on, where the other time is in the second half of the day and this one might be."""
    if value.hour is None or partner.hour is None or not 1 <= value.hour <= 11 or partner.hour < 12:
        return None
    # 9时10分 / 21时10分, but not 28日3时16分 / 28日15时16分
    to_the_minute = value.day is None and value.minute is not None and value.minute == partner.minute
    if not (to_the_minute or _O_CLOCK.search(fact.written)) or _HALF_OF_DAY.search(fact.written):
        return None
    if _HALF_OF_DAY.search(fact.statement.clause[: max(0, fact.start - fact.statement.start)]):
        return None
    half = timedelta(hours=12)
    return replace(
        value, hour=value.hour + 12, start=value.start + half if value.start else None,
        end=value.end + half if value.end else None,
    )  # fmt: skip


_QUARTERS = pattern("[一三]刻")
_NEAR = 9  # minutes that 四时一刻 leaves open


def _is_about(fact: Fact, value: Timex, partner: Timex) -> bool:
    """Whether a quarter of an hour is told of a time near it (三点一刻, of 3时16分), or 5点40多 of 5时42分."""
    more = value.mod == "more_than"
    if not (more or _QUARTERS.search(fact.written)) or None in (value.hour, value.minute, partner.hour, partner.minute):
        return False
    if value.start and partner.start and value.start.date() != partner.start.date():
        return False
    one, two = ((time.hour or 0) * 60 + (time.minute or 0) for time in (value, partner))
    return 0 <= two - one <= _NEAR if more else abs(one - two) <= _NEAR


_BARE_WEEKDAY = pattern("上?(?:周|星期|礼拜)[一二三四五六日天]")
_WITHIN = 10  # days


def _weekday_meant(fact: Fact, value: Timex, partner: Timex) -> Timex:
    """The same weekday of the other week, where the other is of it: 周四 may be either, 上周四 this week's."""
    written = _BARE_WEEKDAY.match(fact.written)
    if written is None or value.start is None or value.end is None or partner.start is None or partner.day is None:
        return value
    apart = partner.start.date() - value.start.date()
    if not apart or apart.days % 7 or abs(apart.days) > _WITHIN:
        return value
    day = value.start + apart
    return replace(
        value, start=day, end=value.end + apart, year=day.year, month=day.month, day=day.day,
    )  # fmt: skip


_BEGINS = pattern(r"[^，。；]{0,8}起|开始|以后|之后才|才")
_SINCE = pattern(r"[自从]$")
_UNTIL = pattern(r"(?:[到至]|截止|最迟|最晚|不晚于)$")
_ENDS = pattern(r"之?前|以前|止|为止|截止|结束|闭幕|落幕|期满|到期|收官")


def role(context: Context) -> str:
    """Whether something begins, ends or stands at a time: 8月1日起施行, 9月5日前完成."""
    fact = context.fact
    statement = fact.statement
    before = statement.sentence[: fact.start - statement.sentence_start]
    after = statement.sentence[fact.end - statement.sentence_start :]
    mod = fact.value.mod if isinstance(fact.value, Timex) else None
    if mod == "before" or _ENDS.match(after) or _UNTIL.search(before):
        return "end"
    begins = mod == "after" or fact.written.endswith(("起", "开始")) or _BEGINS.match(after) or _SINCE.search(before)
    return "begin" if begins else "at"
