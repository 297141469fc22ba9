"""The administrative units that a fact of place lies in, and how two of them compare."""

from __future__ import annotations

from consistency.grammar.names_gazetteer import above, is_place, level_of, units
from consistency.grammar.names_sites import scales
from consistency.grammar.names_words import known
from consistency.model.facts import Fact


def chain(fact: Fact) -> dict[str, str]:
    """The units that a place lies in, by level: its own, and what the table has above them."""
    name = fact.term
    if fact.slot("level") == "river":
        return {}  # 基隆河 flows through 台北, too
    found = units(name)
    if fact.slot("level") in scales():  # a hall's own name is no chain of units: 市民|体育中心
        found = tuple((level, unit) for level, unit in found[:2] if is_place(unit) or coined(unit))
    chain = dict(found)
    top, unit = found[0] if found else ("", "")
    if top in ("city", "province") or (
        top == "county" and not name.startswith(unit + "区")
    ):  # 鼓楼区 is in several cities
        for higher in above(unit):
            chain.setdefault(level_of(higher) if is_place(higher) else "province", higher)
    return chain


def coined(unit: str) -> bool:
    """Whether what stands before 市 in the name of a site can only be a name: 临屿|市黑石湾, not 海滨城|市花园."""
    return not known(unit) and unit[-1] not in "城都夜超菜集"


def alike(a: str, b: str) -> bool:
    """Whether two names may be of one unit, the one the beginning of the other: 岚州 / 岚州市."""
    return a == b or a.startswith(b) or b.startswith(a)


def of_one_unit(one: dict[str, str], two: dict[str, str], level: str) -> bool:
    """Whether two chains may have one unit at a level, led in by the short name of a higher one or not.

    岚浦樟坑村 is 樟坑村 of 岚浦县, where the other chain has both.
    """
    a, b = one[level], two[level]
    return alike(a, b) or _led_in(a, b, two) or _led_in(b, a, one)


def _led_in(long: str, short: str, units_of_short: dict[str, str]) -> bool:
    lead = long.removesuffix(short)
    return lead != long and len(lead) > 1 and any(unit.startswith(lead) for unit in units_of_short.values())
