"""Where at a thing: the floor of a building (C座二楼, 地下一层) and the side of a thing (左侧发动机, 西侧护栏)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from consistency.grammar.numerals_han import parse_han
from consistency.lexicon import rows

_NUMBER = r"(?:[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FLOOR = re.compile(
    rf"(?<![0-9一二三四五六七八九十共高达约超近同某统唯第])(?P<building>[A-Za-z][座栋幢]|(?:{_NUMBER})(?:号楼|号院|栋|幢|座))?"
    rf"(?:第?(?P<below>地下|负|[Bb](?=[0-9]))?(?P<number>{_NUMBER})(?:楼(?![层道梯房盘宇市主板])|层(?!次|级|面))|(?P<word>地下(?=[^\u4e00-\u9fff]|嘅|的|大堂)|顶楼|顶层|首层|天台))"
)
_STOREY = re.compile("[楼层]|地下|天台")  # all that _FLOOR finds has one of them, which are found much faster
# 6层居民楼, 三层高: how many storeys a building has; 一层薄冰: a layer.
_STOREYS = re.compile(
    r"高|的?小?[大洋土砖木]?[楼厦]|的?(?:居民|教学|办公|宿舍|自建|商住|民)|建筑|公寓|厂房|砖|以[上下]|半|至|到|[薄厚]|的?[冰雪灰膜纱皮布油土泥意]|防|保|关系|含义"
)
_NOT_BEFORE = re.compile(r"(?:共|高|有|盖了?|加盖|达|约|总|是|每|一[幢栋座]|这[幢栋座]|两[幢栋座]|[几数多另隔])$")


class Position(NamedTuple):
    """A floor or a side: `name` is the same for all ways of writing it, `thing` what it is a side of."""

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
    for match in _side().finditer(text):
        thing = _THINGS.get(match["part"] or "", match["part"]) or match["after"] or ""
        yield Position(match.start(), match.end("word"), "side", match["side"], thing, True)


_THINGS = {"发": "发动机"}


@cache
def _side() -> re.Pattern[str]:
    marks = {what: "|".join(sorted(listed.split(), key=len, reverse=True)) for what, listed in rows("sides.tsv")}
    return re.compile(
        rf"(?P<word>(?P<side>[左右])(?:(?P<part>{marks['part']})|(?:{marks['mark']})))"
        rf"(?(part)|(?:的|嘅)?(?:那|这|一)?(?:[个台只条扇辆块排])?(?P<after>{marks['thing']}))"
    )


def _count(number: str) -> str:
    if number.isdigit():
        return str(int(number))
    parsed = parse_han(number)
    return str(int(parsed[0])) if parsed else number
