"""Rules for what looks like a figure and is none: identifiers, ordinals, idioms, names with numbers in them."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Thing
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import alternation, rule
from consistency.grammar.units import UNIT, UNITS
from consistency.lexicon import lines

_IDIOMS = [word for line in lines("number_idioms.txt") for word in line.split()]
IDIOM_STARTS = frozenset(word[0] for word in _IDIOMS)
_UNIT = re.compile(UNIT)


@rule(
    alternation(sorted(_IDIOMS, key=len, reverse=True)),
    examples={"一些地方一直没有统一": "", "十分重要": "", "三明治": "", "万一": "", "一带一路": ""},
)
def idiom(match: re.Match[str]) -> Item:
    """Words with a number in them that count nothing."""
    return Item(match.start(), match.end(), Thing(None))


@rule(
    r"(?<![0-9])[0-9]{1,2}[·•][0-9]{1,2}(?![0-9])",
    examples={"“3·11”事故": ""},
)
def dotted_name(match: re.Match[str]) -> Item:
    """The day that an event is named after."""
    return Item(match.start(), match.end(), Thing("identifier"))


@rule(
    r"(?<![0-9])(?:[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}|[0-9]{3,4}-[0-9]{5,8}|1[3-9][0-9]{9}|0[0-9]{2,})(?![0-9.])",
    examples={"热线0000-96333": "", "400-000-0119": "", "13800138000": ""},
)
def telephone(match: re.Match[str]) -> Item:
    """A telephone number."""
    return Item(match.start(), match.end(), Thing("identifier"))


@rule(
    r"第[ ]?(?=[0-9零一二三四五六七八九十百千万两])(?!一次|二次世界|三方|三者)",
    examples={"第13位": "13 位 ordinal", "第117号令": "", "第三名": "3 名 ordinal", "第9号台风": ""},
    rejects=("第三方", "第一季度"),
)
def ordinal(match: re.Match[str]) -> Item | None:
    """A rank or number in a series; 第…号 is an identifier."""
    text = match.string
    number = read_numeral(text, match.end())
    if number is None:
        return None
    end = number.end
    if text.startswith("季度", end):
        return None
    if text.startswith("号", end):
        return Item(match.start(), end + 1, Thing("identifier"))
    follows = _UNIT.match(text, end)
    unit = follows[0] if follows else None
    if unit and UNITS[unit].kind in ("unit", "money"):
        unit = None
    return Item(match.start(), end + len(unit or ""), Thing("ordinal", number, unit), number.start, number.end)


@rule(
    r"(?:/[0-9]+)?(?:[A-Za-z]{1,6}[A-Za-z0-9]*)|号(?:线|楼|院|令|文件|台风|公告|矿井?|井|机组?|公路|国道|省道|馆|厅|坑|墓|窑|桥|选手|航站楼|店|门|车厢|泊位|码头)|路(?:公交车?|车|、|和|$)|次(?:列车|航班|高铁)",
    lead="number",
    examples={"5G": "", "移动4/5G": "", "3号线": "", "3路、11路公交车": "", "4K电视": "", "2K": ""},
)
def labelled(match: re.Match[str], number: Numeral) -> Item | None:
    """A number with letters, or that numbers a line, a building, a bus."""
    text, start = match.string, number.start
    if match[0][0].isascii():
        if _UNIT.match(match[0]) and UNITS.get(match[0]) is not None:
            return None
        while start and text[start - 1] in "/0123456789":
            start -= 1
    return Item(start, match.end(), Thing("identifier"))
