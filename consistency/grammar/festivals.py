"""Rules for festivals and for dates of the lunar calendar, on the tables of borax."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from consistency.grammar.items import Item, When
from consistency.grammar.numerals_han import DIGITS
from consistency.grammar.rules import alternation, rule
from consistency.lexicon import rows

_FESTIVALS = {word: (kind, day) for kind, day, words in rows("calendar_festivals.tsv") for word in words.split()}
_MONTHS = {c: i for i, c in enumerate("正二三四五六七八九十", 1)} | {
    "冬": 11,
    "腊": 12,
    "十一": 11,
    "十二": 12,
    "一": 1,
}
_DAYS = {f"初{c}": i for i, c in enumerate("一二三四五六七八九十", 1)}
_DAYS |= {f"十{c}": i for i, c in enumerate("一二三四五六七八九", 11)} | {"二十": 20, "三十": 30}
_DAYS |= {f"{tens}{c}": i for tens in ("二十", "廿") for i, c in enumerate("一二三四五六七八九", 21)}
_DAY = alternation(sorted(_DAYS, key=len, reverse=True))


@rule(
    rf"{alternation(sorted(_FESTIVALS, key=len, reverse=True))}(?P<holiday>小?长?假期?(?:期间)?|"
    rf"黄金周)?(?![十日号]|广场|大道|公园|小学|中学|水库|农场|大桥|商圈|联欢|晚会|档|联赛|杯|门|路|村|事件|后遗|运动|会展)",
    starts=_FESTIVALS,
    examples="""
        今年春节 = 2026-02-17 | 2025年中秋节 = 2025-10-06 | 国庆节 = 2025-10-01 | 去年除夕 = 2025-01-28
        2026年清明节 = 2026-04-05 | 五一假期 = 2026-05-01/2026-05-05 | 元旦 = 2026-01-01 | 端午节 = 2026-06-19
        国庆黄金周 = 2025-10-01/2025-10-07 | 2024年春节假期 = 2024-02-10/2024-02-17 | 元宵节 = 2026-03-03
        重阳节 = 2025-10-29 | 冬至 = 2025-12-21 | 三八妇女节 = 2026-03-08 | 2025年圣诞节 = 2025-12-25
        大年初一 = 2026-02-17 | 春节前 = ../2026-02-17 before | 六一儿童节 = 2026-06-01 | 2026年母亲节 = 2026-05-10
        感恩节 = 2025-11-27 | 清明假期 = 2026-04-05/2026-04-07 | 五一期间 = 2026-05-01 | 春节后 = 2026-02-17/.. after
        6月1日儿童节 = 2026-06-01; 2026-06-01
        二月二 = 2026-03-20 | 圣诞夜 = 2025-12-24 | 今年暑假 = 2026-07-01/2026-08-31~ approx
        寒假期间 = 2026-01-20/2026-02-23~ approx
    """,
    rejects="五一广场 | 二月二十日 | 春节联欢晚会 | 国庆路 | 国庆村 | 元旦杯 | 春节档 | 中秋晚会",
)
def festival(match: re.Match[str]) -> Item:
    """A festival, or the holiday around it."""
    name = match[0].removesuffix(match["holiday"] or "") if match["holiday"] else match[0]
    vacation = _FESTIVALS[name][0] == "vacation"
    whole = "F" if match["holiday"] or vacation else None
    return Item(match.start(), match.end(), When(festival=name, period=whole, mod="approx" if vacation else None))


@rule(
    rf"(?:农历|阴历|旧历|夏历)(?:(?P<y>[0-9]{{4}}|[零〇一二三四五六七八九]{{4}})年)?(?P<leap>闰)?(?:(?P<m>十[一二]|"
    rf"[正一二三四五六七八九十冬腊])月)(?P<d>{_DAY})?日?|(?P<m2>[正腊冬])月(?P<d2>{_DAY})(?!日)|"
    rf"(?P<leap2>闰)(?P<m4>十[一二]|[一二三四五六七八九十])月(?P<d4>{_DAY})?|(?P<m3>十[一二]|"
    rf"[二三四五六七八九十])月(?P<d5>初[一二三四五六七八九十]|廿[一二三四五六七八九])|"
    rf"大年(?P<d3>初[二三四五六七八九十]|三十)",
    starts={
        *(c + "月" for c in "正二三四五六七八九十冬腊"),
        "十一",
        "十二",
        "闰",
        "农历",
        "阴历",
        "旧历",
        "夏历",
        "大年",
    },
    examples="""
        农历五月初五 = 2026-06-19 | 腊月二十三 = 2026-02-10 | 正月十五 = 2026-03-03
        2025年农历闰六月初一 = 2025-07-25 | 大年初三 = 2026-02-19 | 农历八月十五 = 2025-10-06 | 腊月廿九 = 2026-02-16
        农历正月 = 2026-02-17/2026-03-18 | 大年三十 = 2026-02-16 | 五月廿二 = 2026-07-06
        2025年闰六月 = 2025-07-25/2025-08-22 | 八月初八 = 2025-09-29 | 正月初八 = 2026-02-24
        农历二月初二 = 2026-03-20 | 农历2015年十月初一 = 2015-11-12
        去年春节到元宵节 = 2025-01-29/2025-02-12
    """,
    rejects="正月里 | 腊月天 | 正月",
)
def lunar_date(match: re.Match[str]) -> Item | None:
    """A date of the lunar calendar."""
    if match["d3"]:
        word = match["d3"]
        when = When(month=12, day=30, lunar=True) if word == "三十" else When(month=1, day=_DAYS[word], lunar=True)
        return Item(match.start(), match.end(), when)
    month = _MONTHS[match["m"] or match["m2"] or match["m3"] or match["m4"]]
    word = match["d"] or match["d2"] or match["d4"] or match["d5"]
    leap = bool(match["leap"] or match["leap2"])
    year = int("".join(str(DIGITS.get(char, char)) for char in match["y"])) if match["y"] else None
    when = When(year, month, day=_DAYS[word] if word else None, lunar=True, leap=leap)
    return Item(match.start(), match.end(), when)


@lru_cache(maxsize=1024)
def days_of(name: str, year: int) -> tuple[date, date] | None:
    """The first and the last day of a festival (and of its holiday) in a year."""
    kind, spec = _FESTIVALS[name]
    first, _, length = spec.partition("+")
    found: date | None
    if kind == "lunar":
        month, day = map(int, first.split("-"))
        found = solar(year if month != 12 else year - 1, month, day)
    elif kind == "term":
        found = _term(year, first)
    elif kind == "week":
        month, week, weekday = map(int, first.split("-"))
        start = date(year, month, 1)
        found = start + timedelta(days=(weekday - start.isoweekday()) % 7 + 7 * (week - 1))
    else:
        month, day = map(int, first.split("-"))
        found = date(year, month, day)
    if found is None:
        return None
    return found, found + timedelta(days=max(int(length or 1), 1) - 1)


@lru_cache(maxsize=1024)
def solar(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The day of a lunar date; the 30th of a month of 29 days is its last."""
    if not 1900 <= year <= 2100:
        return None
    from borax.calendars.lunardate import LCalendars, LunarDate  # type: ignore[import-untyped]

    try:
        last = LCalendars.ndays(year, month, int(leap))
        found: date = LunarDate(year, month, min(day, last), int(leap)).to_solar_date()
    except ValueError:
        return None
    return found


def month_length(year: int, month: int, leap: bool = False) -> int:
    """The days of a lunar month."""
    from borax.calendars.lunardate import LCalendars

    return int(LCalendars.ndays(year, month, int(leap)))


def _term(year: int, name: str) -> date | None:
    if not 1900 <= year <= 2100:
        return None
    from borax.calendars.lunardate import TermUtils

    found: date = TermUtils.nth_term_day(year, TermUtils.name2index(name))
    return found
