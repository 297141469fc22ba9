"""Where at a thing: the floor of a building (C座二楼), a side (左侧发动机), a numbered part (C口, 7号工房)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from consistency.grammar.numerals_han import parse_han
from consistency.lexicon import rows
from consistency.patterns import pattern

_NUMBER = r"(?:[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FLOOR = pattern(
    rf"(?<![0-9一二三四五六七八九十共高达约超近同某统唯第])(?P<building>[A-Za-z][座栋幢]|(?:{_NUMBER})(?:号楼|号院|栋|幢|座))?"
    rf"(?:第?(?P<below>地下|负|[Bb](?=[0-9]))?(?P<number>{_NUMBER})(?:楼(?![层道梯房盘宇市主板])|层(?!次|级|面))|(?P<word>地下(?=[^\u4e00-\u9fff]|嘅|的|大堂)|顶楼|顶层|首层|天台))"
)
_STOREY = pattern("[楼层]|地下|天台")  # all that _FLOOR finds has one of them, which are found much faster
# 6层居民楼, 三层高: how many storeys a building has; 一层薄冰: a layer.
_STOREYS = pattern(
    r"高|的?小?[大洋土砖木]?[楼厦]|的?(?:居民|教学|办公|宿舍|自建|商住|民)|建筑|公寓|厂房|砖|以[上下]|半|至|到|[薄厚]|的?[冰雪灰膜纱皮布油土泥意]|防|保|关系|含义"
)
_NOT_BEFORE = pattern(
    r"(?:共|高|有|盖了?|加盖|达|约|总|每|(?:楼|栋|幢|建筑|高)是|一[幢栋座]|这[幢栋座]|两[幢栋座]|[几数多另隔])$"
)


# C口, 二号出入口, 1402室, T2航站楼: a part that a letter or number tells from others of its kind.
_NUMBERED = pattern(
    rf"(?<![0-9A-Za-z一二三四五六七八九十第.年月日])(?P<mark>[A-Za-z](?:[0-9]{{1,2}})?|(?P<digits>[0-9]{{1,4}}|{_NUMBER})(?P<letter>[A-Za-z])?)号?"
    r"(?P<part>航站楼|候机楼|出入口|出口|入口|进出口|检票口|登机口|安检口|工房|厂房|车间|工段|工位|病房|病区|手术室|审判庭|法庭|会议室|展馆|展厅|看台|闸门|井筒|矿井|竖井|斜井|泊位|码头|站台|机位|跑道|锅炉|高炉|储罐|罐|仓库|库房|粮仓|仓|桥墩|墩|[口室门馆库窑炉井])"
)


class Position(NamedTuple):
    """A floor, a side or a numbered part: `name` is the same for all ways of writing it, `thing` what it is one of."""

    start: int
    end: int
    level: str
    name: str
    thing: str
    named: bool  # whether the building is named, too, or it can be no layer


def positions(text: str) -> Iterator[Position]:
    """The floors and sides that a text names, in no order."""
    for match in _FLOOR.finditer(text) if _STOREY.search(text) else ():
        if not (
            _STOREYS.match(text, match.end()) or _NOT_BEFORE.search(text, max(0, match.start() - 4), match.start())
        ):
            if not match["building"] and match["word"] == "地下":
                continue
            floor = _count(match["number"]) if match["number"] else {"首层": "1"}.get(match["word"], match["word"])
            name = f"{(match['building'] or '').upper()}{'-' if match['below'] else ''}{floor}层"
            yield Position(*match.span(), "floor", name, "", "层" not in match[0] or bool(match["building"]))
    for match in _NUMBERED.finditer(text):
        if one := _numbered(match):
            yield one
    for match in _side().finditer(text):
        thing = _THINGS.get(match["part"] or "", match["part"]) or match["after"] or ""
        yield Position(match.start(), match.end("word"), "side", match["side"], thing, True)
    for match in _OUTSKIRTS.finditer(text):
        yield Position(*match.span(), "side", match["of"] or match["side"], "郊", True)


# 县城东郊, 搬到城西: on which side of its town; 城东派出所, 西郊宾馆 and 东郊民巷 are names.
_OUTSKIRTS = pattern(
    "(?:(?P<side>[东南西北])郊|城(?P<of>[东南西北])(?![北南]?[郊门关站路街区片派分镇乡中小新]))(?!民巷|宾馆|体育|火葬|监狱|公园|派出)"
)
_THINGS = {"发": "发动机"}


@cache
def _side() -> re.Pattern[str]:
    marks = {what: "|".join(sorted(listed.split(), key=len, reverse=True)) for what, listed in rows("sides.tsv")}
    return re.compile(
        rf"(?P<word>(?P<side>[左右])(?:(?P<part>{marks['part']})|(?:{marks['mark']})))"
        rf"(?(part)|(?:的|嘅)?(?:那|这|一)?(?:[个台只条扇辆块排])?(?P<after>{marks['thing']}))"
    )


def _numbered(match: re.Match[str]) -> Position | None:
    """The part that a match names, None where the number counts (三口人, 两仓)."""
    digits, part = match["digits"] or "", match["part"]
    told = (
        "号" in match[0]
        or not digits
        or bool(match["letter"])
        or (part == "室" and len(digits) > 2 and digits.isdigit())
    )
    if not told:
        return None
    kind = "口" if part in ("出口", "入口", "出入口", "进出口") else part
    number = _count(digits) + (match["letter"] or "").upper() if digits else match["mark"].upper()
    return Position(
        *match.span(), "number", number + ("号" if number.isdigit() and kind != "室" else "") + kind, kind, True
    )


def _count(number: str) -> str:
    if number.isdigit():
        return str(int(number))
    parsed = parse_han(number)
    return str(int(parsed[0])) if parsed else number
