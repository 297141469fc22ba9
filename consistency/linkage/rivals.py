"""Rival places: each named in one article only, so that one may stand for the other (石鼓镇 / 石桥镇, 二楼 / 三楼)."""

from __future__ import annotations

import re
from functools import lru_cache

from consistency.fields.place_acts import acts_in
from consistency.fields.place_frames import is_vague
from consistency.grammar.names_gazetteer import bare, is_place, leading_place, units
from consistency.grammar.names_sites import is_bare, scales
from consistency.grammar.positions import positions
from consistency.linkage.context import Context
from consistency.linkage.words import canonical
from consistency.model.facts import Fact
from consistency.patterns import pattern

POSITIONS = frozenset({"floor", "side", "number"})
TELLING, RARE = 9.0, 12.0  # nats of one word of two, of one alone, that both clauses have
_OWN = 4  # characters of what is a name by itself
_UNITS = pattern(r"^(?:[\u4e00-\u9fff]{2,4}?(?:自治县|街道|[省市县区镇乡村]))+(?=[\u4e00-\u9fff]{2})")
_ORDERED = frozenset("一二三四五六七八九十东西南北中上下左右前后大小新老内外0123456789")
_NTH = pattern("第?[0-9一二三四五六七八九十]+号?(?=[\u4e00-\u9fff])")
_BUILDING = pattern(r"(.*?)(-?[0-9]{1,3}层|顶.|天台)$")


def core(fact: Fact) -> str:
    """The name of the narrowest unit or of the site itself: 芳苑 of 彰化县芳苑乡, 荷塘路 of 南桥区荷塘路."""
    if fact.slot("level") in scales():
        name = _UNITS.sub("", fact.term)
        return name.removeprefix(leading_place(name, 4, _OWN))  # 台北|台大医院, but not 北京|大学
    found = units(fact.term)
    return found[-1][1] if found else bare(fact.term)


def rivals(a: Context, b: Context) -> bool:
    """Whether neither article names the other's place anywhere."""
    return _unnamed(a, b) and _unnamed(b, a)


def _unnamed(a: Context, b: Context) -> bool:
    fact, level = a.fact, a.fact.slot("level")
    if level in ("floor", "number"):
        return (level, fact.term) not in _positions_of(b.told)
    if level == "side":
        return not re.search(f"{fact.term}(?:[侧边面方手]|{fact.slot('of')[:1] or '侧'})", b.told)
    return core(fact) not in b.told


@lru_cache(maxsize=256)  # asked for every pair of two articles
def _positions_of(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((one.level, one.name) for one in positions(text))


def position(a: Fact, b: Fact) -> str:
    """How two floors, sides or numbered parts stand: same, part, different or unknown."""
    if a.slot("level") != b.slot("level"):
        return "unknown"
    if a.slot("level") in ("side", "number"):
        if canonical(a.slot("of")) != canonical(b.slot("of")):
            return "unknown"
        return "same" if a.term == b.term else "different"
    one, two = (_BUILDING.sub(r"\1", fact.term) for fact in (a, b))
    if one and two and one != two:
        return "different"
    floors = a.term.removeprefix(one), b.term.removeprefix(two)
    return "different" if floors[0] != floors[1] else "same" if one == two else "part"


def lookalikes(a: Fact, b: Fact) -> bool:
    """Whether two names that no table has could be mixed up: 岩脚寨 / 岩头寨, but not 东城区 / 西城区."""
    one, two = core(a), core(b)
    if one[-1:] == two[-1:] and a.slot("level") in scales():
        one, two = one[:-1], two[:-1]
    if one == two or len(one) != len(two) or len(one) < 2 or (is_place(core(a)) and is_place(core(b))):
        return False
    apart = [pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]]
    return len(apart) < len(one) and not any(char in _ORDERED for pair in apart for char in pair)


def misnumbered(a: Fact, b: Fact) -> bool:
    """Whether two sites differ in their ordinal alone: 第一审判庭 / 第三审判庭, 附属第一医院 / 附属第二医院."""
    one, two = core(a), core(b)
    first, second = _NTH.search(one), _NTH.search(two)
    if first is None or second is None or first[0] == second[0] or a.slot("level") not in scales():
        return False
    rest = one.replace(first[0], "#", 1), two.replace(second[0], "#", 1)
    return rest[0].endswith(rest[1]) or rest[1].endswith(rest[0])


def linked(a: Context, b: Context) -> bool:
    """Whether the clauses around two named places have a rare word in common, or two telling ones."""
    if is_bare(a.fact.term) or is_bare(b.fact.term):
        return False
    names = " ".join((*a.names, *b.names, a.fact.term, b.fact.term))
    words = [word for word, weight in a.words.items() if word in b.words and weight >= TELLING]
    told = [word for word in words if not (word in names or is_vague(word) or is_place(word) or acts_in(word))]
    return len(told) > 1 or any(a.words[word] >= RARE for word in told)
