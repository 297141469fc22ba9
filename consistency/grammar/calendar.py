"""Rules for years, months, days, quarters and other named parts of the calendar."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Thing, When
from consistency.grammar.numerals import Numeral
from consistency.grammar.rules import rule

_POSITIONAL = re.compile(r"[零〇○一二三四五六七八九]{4}")
_DAY_CONTEXT = re.compile(r"[上下早晚中凌傍清深夜午前起到至当那就在以之开首和与,。;、:?!()（），；：？！” 的]|$")


def _when(start: int, end: int, when: When) -> Item:
    return Item(start, end, when)


@rule(
    r"(?<![0-9.])(?=[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|[.][0-9]{1,2}[.]))(?P<y>[12][0-9]{3})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.]|-[0-9])T?",
    examples={"2026-03-05": "2026-03-05", "2026/3/5": "2026-03-05", "2026.03.05": "2026-03-05"},
    rejects=("2026-13-05",),
)
def numeric_date(match: re.Match[str]) -> Item:
    """A date in figures."""
    return _when(match.start(), match.end(), When(int(match["y"]), int(match["m"]), int(match["d"])))


@rule(
    r"(?:(?P<q>第?(?P<n>[一二三四1-4])季度?)|(?P<h>[上下]半年)|(?P<s>[春夏秋冬](?:季|天))|(?P<t>[上中下]旬)"
    r"|(?P<k>首季|前(?P<k3>[三3])季度?))",
    examples={
        "2026年第二季度": "2026-34",
        "一季度": "2026-33",
        "上半年": "2026-40",
        "2025年下半年": "2025-41",
        "三月中旬": "2026-03-11/2026-03-20",
        "2030年夏天": "2030-22",
        "前三季度": "2026-01/2026-09",
    },
    rejects=("四季如春", "第三方"),
)
def part_of_year(match: re.Match[str]) -> Item | None:
    """A quarter, a half, a season, ten days of a month."""
    if match["q"]:
        if "季度" not in match["q"] and not match["q"].startswith("第"):
            after = match.string[match.end() : match.end() + 1]
            if after and after in "如常节候风花度豆":
                return None
        period = "Q" + str("一二三四".find(match["n"]) + 1 or int(match["n"]))
    elif match["h"]:
        period = "H1" if match["h"][0] == "上" else "H2"
    elif match["s"]:
        period = "S" + str("春夏秋冬".index(match["s"][0]) + 1)
    elif match["t"]:
        period = "T" + str("上中下".index(match["t"][0]) + 1)
    else:
        period = "Q1" if match["k"] == "首季" else "N9"
    return _when(match.start(), match.end(), When(period=period))


@rule(
    r"年(?:份|度)?(?!代|级|龄|轻|纪|糕|货|味|画|夜|均|薪|会|报|鉴|检|票房|化|限|迈|长|少|幼|富)",
    lead="number",
    examples={"2026年": "2026", "二〇二六年": "2026", "1998年": "1998", "2030年左右": "2030~ approx"},
    rejects=("三年", "10年以上", "2300多年", "三年级"),
)
def year(match: re.Match[str], number: Numeral) -> Item | None:
    """A year of our era, in four digits."""
    value = number.integer
    if value is None or not 1000 <= value < 2200 or number.text[0] in "0零":
        return None
    if number.arabic and len(number.text) != 4 or not number.arabic and not _POSITIONAL.fullmatch(number.text):
        return None
    return _when(number.start, match.end(), When(year=value))


@rule(
    r"月(?:份)?(?!饼|球|光|亮|供|薪|租|活|老|子|嫂|均|产能|费|息|度|票|嫂|季|经|台|食)",
    lead="number",
    examples={"3月": "2026-03", "三月份": "2026-03", "2025年12月": "2025-12"},
    rejects=("三个月", "13月", "12月饼"),
)
def month(match: re.Match[str], number: Numeral) -> Item | None:
    """A month of the year."""
    value = number.integer
    if value is None or not 1 <= value <= 12 or number.text in ("两",):
        return None
    return _when(number.start, match.end(), When(month=value))


@rule(
    r"[日号](?!报|元|本|均|线|楼|院|令|文|台|公告|矿|井|机|船|航站|公路|国道|省道|馆|厅|坑|墓|窑|店|桥|闸|泵|库|炉|车|门|房|工作|球|选手|种子|店)(?!内|间(?!,)|之内|以内)",
    lead="number",
    examples={"3月5日": "2026-03-05", "12月31号": "2025-12-31", "5日": "2026-03-05", "13号晚上": "2026-03-13TNI"},
    rejects=("3号线", "9号台风", "32日", "3月5日报", "三日内"),
)
def day(match: re.Match[str], number: Numeral) -> Item | None:
    """A day of the month."""
    value = number.integer
    if value is None or not 1 <= value <= 31:
        return None
    text = match.string
    in_month = text[number.start - 1 : number.start] in ("月", "份", "旬")
    if not in_month:
        if match[0] == "号" and not _DAY_CONTEXT.match(text, match.end()):
            return Item(number.start, match.end(), Thing("identifier"))
        if not number.arabic and (value < 10 and match[0] == "日" and not _DAY_CONTEXT.match(text, match.end())):
            return None
        if number.text in ("一", "两", "半") or text[number.start - 1 : number.start] in ("第", "每", "近", "连"):
            return None
    return _when(number.start, match.end(), When(day=value))


@rule(
    r"(?:上(?:个)?世纪|本世纪|(?P<c>[0-9]{2}|[一二]?十[一二三四五六七八九]?)世纪)(?:(?P<d>[0-9]|[一二三四五六七八九])(?:0|十)年代)?(?P<e>初|末|中叶|中期)?",
    examples={
        "上世纪90年代": "199X",
        "20世纪80年代": "198X",
        "本世纪初": "20XX start",
        "21世纪": "20XX",
        "十九世纪末": "18XX end",
    },
    rejects=("半个世纪",),
)
def century(match: re.Match[str]) -> Item | None:
    """A century, or a decade of one."""
    from consistency.grammar.numerals import read_numeral

    if match["c"]:
        number = read_numeral(match["c"], 0)
        if number is None or number.integer is None:
            return None
        first = (number.integer - 1) * 100
    else:
        first = 2000 if match[0].startswith("本") else 1900
    mod = {"初": "start", "末": "end", "中叶": "mid", "中期": "mid"}.get(match["e"] or "")
    if match["d"]:
        digit = "零一二三四五六七八九".find(match["d"])
        decade = first + 10 * (digit if digit >= 0 else int(match["d"]))
        return _when(match.start(), match.end(), When(decade=decade, mod=mod))
    return _when(match.start(), match.end(), When(century=first, mod=mod))


@rule(
    r"年代(?P<e>初|末|中期|后期|前期)?",
    lead="number",
    examples={"90年代": "199X", "八十年代": "198X", "2020年代": "202X"},
)
def decade(match: re.Match[str], number: Numeral) -> Item | None:
    """A decade."""
    value = number.integer
    if value is None or value % 10 or not (10 <= value < 100 or 1000 <= value < 2100):
        return None
    if value < 100:
        value += 2000 if value < 30 else 1900
    mod = {"初": "start", "末": "end", "中期": "mid", "后期": "end", "前期": "start"}.get(match["e"] or "")
    return _when(number.start, match.end(), When(decade=value, mod=mod))


