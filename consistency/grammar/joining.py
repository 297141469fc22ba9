"""Joining what stands together: the parts of a date, the two ends of a range, numbers that share a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from consistency.grammar.items import Item, Measured, Thing, When
from consistency.grammar.numerals import TYPED_SCALES, Numeral
from consistency.patterns import pattern

RANGE = pattern(r"[ ]?(?:[(（]含[)）])?(?:起?至|到|-{1,2}|—{1,2}|–|~{1,2}|～|－|―)[ ]?")
_LIST = pattern(r"、|和|及")
_AT_LEAST, _AT_MOST = ("以上", "以上、", "以上，"), ("以下", "以内")  # 处五十元以上二百元以下罚款
_OPENS = pattern(r"(?:^|[\n。；])\s*$")
_GAP = pattern(r"[ 　]{0,2}的?")
ABOUT = "大约|大概|约|将近|接近"  # before a date or a time of day
_ABOUT = pattern(f"的?(?:{ABOUT}|约莫|差不多|近|快到?|不到|刚过|刚到)")
_OPEN = ("(", "（", " (", " （")
_CLOSE = {"(": ")", "（": "）"}
_ALIKE = (("month", 1, 12), ("day", 1, 31), ("year", 1000, 2199), ("hour", 0, 24))


def ranks(when: When) -> tuple[int, int]:
    """The coarsest and the finest part of a date: year 1, quarter 2, month 3, week 4, day 5, part of day 6, hour 7."""
    found = []
    if when.window is not None:
        found.append(0)
    if when.decade is not None or when.century is not None:
        found.append(0)
    if when.year is not None or when.year_offset is not None or when.same_year is not None:
        found.append(1)
    if when.quarter_offset is not None or (when.period and when.period[0] in "QHSRP"):
        found.append(2)
    if when.month is not None or when.month_offset is not None or when.vague:
        found.append(3)
    if (when.period and when.period[0] == "T") or (when.week_offset is not None and when.weekday is None):
        found.append(4)
    if (
        when.day is not None
        or when.day_offset is not None
        or when.weekday is not None
        or when.same is not None
        or when.festival is not None
        or when.lunar
    ):
        found.append(5)
    if when.part is not None:
        found.append(6)
    if when.hour is not None or when.minute_offset is not None:
        found.append(7)
    return (min(found), max(found)) if found else (-1, -1)  # -1: a time zone alone


def joined(items: Iterable[Item], text: str) -> list[Item]:
    """The items with the parts of each date, and the ends of each range of numbers, made one."""
    result: list[Item] = []
    for item in items:
        if result:
            _share(result, item, text)
            if item.rule == "bare":
                item = _named_by(result, item, text)
            whole = _join(result[-1], item, text)
            if whole is not None:
                result[-1] = whole
                continue
        result.append(item)
    return result


def _share(result: list[Item], right: Item, text: str) -> None:
    """3至5月, 15、16日: the bare number before takes the part of the date that stands after."""
    left, b = result[-1], right.payload
    a = left.payload
    if (
        not isinstance(b, When)
        or not isinstance(a, Measured | Thing)
        or right.start - left.end > 3
        or left.rule != "bare"
    ):
        return
    number = a.number
    gap = text[left.end : right.start]
    if number is None or number.integer is None or not (RANGE.fullmatch(gap) or _LIST.fullmatch(gap)):
        return
    if gap == "、" and not number.arabic and _OPENS.search(text, 0, left.start):
        return  # 三、18时40分起恢复行车: the third item
    for name, low, high in _ALIKE:
        if getattr(b, name) is not None:
            if low <= number.integer <= high and not (
                name == "day" and text[right.end - 1 : right.end] not in ("日", "号")
            ):
                only: dict[str, Any] = {name: number.integer}
                part = Item(left.start, left.end, When(**only), left.start, left.end, right.rule)
                result.pop()
                whole = _join(result[-1], part, text) if result else None
                if whole is not None:
                    result[-1] = whole
                else:
                    result.append(part)
            return


def _named_by(result: list[Item], right: Item, text: str) -> Item:
    """2004年8月15, 2016到2018: bare numbers that the date before them makes a day, or one another years."""
    left, b = result[-1], right.payload
    number = b.number if isinstance(b, Measured | Thing) else None
    if number is None or number.integer is None or right.start - left.end > 3:
        return right
    a = left.payload
    if isinstance(a, When) and a.year is not None and ranks(a)[1] == 3 and right.start == left.end:
        if a.month and a.mod is None and 1 <= number.integer <= 31:
            return right._replace(payload=When(day=number.integer))
    elif isinstance(a, When) and isinstance(b, Thing) and b.kind == "identifier" and a.year and a.month:
        if a.year <= number.integer <= 2100 and RANGE.fullmatch(text, left.end, right.start):  # 2008.03-2009
            return right._replace(payload=When(year=number.integer))
    elif left.rule == "bare" and isinstance(a, Thing) and isinstance(b, Thing) and a.number and a.kind == b.kind:
        first = a.number.integer or 0
        if b.kind and 1900 <= first < number.integer <= 2100 and RANGE.fullmatch(text, left.end, right.start):
            result[-1] = left._replace(payload=When(year=first))
            return right._replace(payload=When(year=number.integer))
    return right


def _join(left: Item, right: Item, text: str) -> Item | None:
    if right.start - left.end > 4:
        return None
    gap = text[left.end : right.start]
    a, b = left.payload, right.payload
    if isinstance(a, When) and isinstance(b, When):
        return _date(left, right, a, b, gap, text)
    if isinstance(b, Measured) and gap and RANGE.fullmatch(gap):
        if isinstance(a, Thing) and a.number is not None and left.rule == "bare" and (a.kind is None or b.unit):
            a = Measured(a.number, None)  # 八到十年
        if isinstance(a, Measured):
            return _range(left, right, a, b)
    if isinstance(a, Measured) and isinstance(b, Measured):
        if gap in _AT_LEAST and text.startswith(_AT_MOST, right.end):
            whole = _range(left, right, a, b)
            return whole and whole._replace(end=right.end + 2)
        if gap in ("", "又"):
            return _with_cents(left, right, a, b)
    return None


def _date(left: Item, right: Item, a: When, b: When, gap: str, text: str) -> Item | None:
    fine, coarse = ranks(a)[1], ranks(b)[0]
    if gap in _OPEN:
        end = right.end + 1 if text[right.end : right.end + 1] == _CLOSE[gap[-1]] else right.end
        weekday = b.weekday if fine == 5 and a.weekday is None and b.week_offset is None else None
        if (coarse == -1 and end > right.end) or (
            fine == 5 and b.weekday is not None and b.hour is None and end > right.end
        ):
            payload = a._replace(zone=b.zone or a.zone, weekday=weekday or a.weekday)
            return left._replace(end=end, payload=payload, number_end=end)
        return None
    if fine == 6 and coarse == 7 and b.mod is None and _ABOUT.fullmatch(gap):
        gap, b = "", b._replace(mod="approx")  # 昨晚约8时30分
    if not _GAP.fullmatch(gap) or a.window or b.window:
        return None
    if b.mod is not None and a.mod is None and _bare_edge(b) and fine == (3 if b.vague else 1):
        return left._replace(end=right.end, payload=a._replace(mod=b.mod), number_end=left.end)
    if fine == 5 and b.weekday is not None and b.week_offset is None and a.weekday is None:
        extra = {
            name: value for name in ("weekday", "part", "hour", "minute") if (value := getattr(b, name)) is not None
        }
        return left._replace(end=right.end, payload=a._replace(**extra), number_end=right.end)
    if (
        coarse == -1
        or fine >= coarse
        or a.mod is not None
        or (coarse == 7 and 0 <= fine < 5)
        or (coarse == 6 and 0 <= fine < 5)
    ):
        return None
    if fine == 2 and not (coarse == 3 and a.period and a.period[0] == "S"):
        return None
    if fine == 1 and coarse == 5 and b.festival is None and not b.lunar:
        return None
    return Item(left.start, right.end, a.merged(b), left.number_start, right.end, left.rule)


def _bare_edge(when: When) -> bool:
    return when == When(vague=True, mod=when.mod) or when == When(same_year=0, mod=when.mod)


def _range(left: Item, right: Item, a: Measured, b: Measured) -> Item | None:
    if b.upper is not None or a.upper is not None or a.mod or b.mod:
        return None
    low, high = a.number, b.number
    if a.unit is None:
        low = _scaled_like(low, high)
        if low.low > high.high:
            return None
    elif (a.unit, a.factor) != (b.unit, b.factor):
        return None
    measured = Measured(low, b.unit, b.factor, a.offset or b.offset, b.kind, upper=high)
    start = left.number_start if left.number_start >= 0 else low.start
    return Item(left.start, right.end, measured, start, high.end, right.rule)


def _with_cents(left: Item, right: Item, a: Measured, b: Measured) -> Item | None:
    """两美元又三美分: the smaller coins after a sum of money."""
    coins, unit = b.number.number, a.unit or ""
    if a.factor != 1 or b.factor not in (0.01, 0.1) or a.unit != b.unit or not (unit.isupper() and a.number.exact):
        return None
    if coins is None or coins * b.factor >= 1 or a.number.number is None or a.upper or b.upper or a.mod or b.mod:
        return None
    value = round(a.number.number + coins * b.factor, 2)
    whole = a.number._replace(end=b.number.end, low=value, high=value, number=value, step=b.factor)
    return left._replace(end=right.end, payload=a._replace(number=whole), number_end=right.end)


def _scaled_like(low: Numeral, high: Numeral) -> Numeral:
    """3至5万, 一千到两千万: the scale of the second number is the first one's too."""
    if low.number is None or high.number is None or low.number >= high.number or re.search("[万亿]", low.text):
        return low
    if high.text[-1:] in TYPED_SCALES:  # 10~15k元
        weight = TYPED_SCALES[high.text[-1]]
        return low._replace(low=low.low * weight, high=low.high * weight, number=low.number * weight)
    scaled = re.search("[十百千]$", low.text) or (not low.arabic and len(low.text) > 1)
    tail = re.search("[万亿]+$" if scaled else "[十百千仟佰万亿]+$", high.text)
    if tail is None:
        return low
    weight = 1.0
    for scale in tail[0]:
        weight *= {"十": 10, "百": 100, "千": 1e3, "佰": 100, "仟": 1e3, "万": 1e4, "亿": 1e8}[scale]
    if high.number / weight <= low.number:
        return low
    return low._replace(
        low=low.low * weight, high=low.high * weight, number=low.number * weight, step=low.step * weight
    )
