"""Comparison levels of what two facts are limited to: area, period, group, basis …"""

from __future__ import annotations

from consistency.grammar.names import same_place
from consistency.linkage.pair import Comparison, Pair


def extent(pair: Pair) -> str:
    """The area that each value is said of: 全省 against 全市, 屏东县 against 全台."""
    x, y = pair.a.fact.slot("extent"), pair.b.fact.slot("extent")
    if not x or not y:
        return "none" if x == y else "one"
    if x == y:
        return "same"
    (level, name), (other_level, other) = x.split(":"), y.split(":")
    if level != other_level:
        return "different level"
    return "same" if not name or not other or same_place(name, other) != "different" else "different"


def slot(name: str) -> Comparison:
    def level(pair: Pair) -> str:
        if not pair.a.fact.scope and not pair.b.fact.scope:
            return "none"
        x, y = pair.a.fact.slot(name), pair.b.fact.slot(name)
        if not x and not y:
            return "none"
        return "one" if not x or not y else "same" if x == y else "different"

    level.__doc__ = f"Whether the scopes agree on: {name}."
    return level


SLOTS = ("basis", "stage", "count", "part", "time", "change", "direction", "as_of", "item", "extremum")
_ELSEWHERE = ("extent", "per", "rate", "of", "name", "organisation", "title", "act", "cue", "direct", "level", "role")
SPECIAL = frozenset((*SLOTS, *_ELSEWHERE))  # slots that other comparisons or relations look at


def scope(pair: Pair) -> str:
    """How many other slots of the two scopes (group, casualty, account, tax …) exclude each other, or agree."""
    one, two = dict(pair.a.fact.scope), dict(pair.b.fact.scope)
    both = [name for name in one if name in two and name not in SPECIAL]
    apart = sum(one[name] != two[name] for name in both)
    if apart:
        return "different"
    return "same" if both else "one" if set(one) - SPECIAL or set(two) - SPECIAL else "none"
