"""What a clause says is done or is at a place: the classes of acts by which two facts of place are compared."""

from __future__ import annotations

from functools import cache, lru_cache

from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows

DAMAGE = frozenset(
    {"quake", "outbreak", "storm", "collapse", "slide", "fire", "blast", "leak", "breach", "flood", "mine", "outage"}
)
# What two parties do in one place on one day: 15日在日内瓦见面.
GATHERING = frozenset({"meet", "hold", "event", "sign"})
# What is said of a hall or hospital that is named as who does it: 社区中心接待64人, 医院收治9人.
RECEIVING = frozenset({"shelter", "treat"})
# What happens where one sets out, or is made there: all that a place after 从 and 自 can be compared by.
OUTGOING = frozenset(
    {"depart", "launch", "made", "found", "arrest", "fire", "leak", "sent", "origin-of-a-line", "water", "publish"}
)


# What is done in several places at a time: 伤者送往三家医院, 三处起火.
SEVERAL = frozenset(
    {"treat", "shelter", "isolate", "found", "leak", "fire", "flood", "outbreak", "storm", "inspect", "deal", "deliver"}
    | {"store", "store-goods", "water", "power", "post", "publish", "open-shop", "sent", "works", "opening"}
)


# The same, and what one does in one place after another or several do: a tour, two factories, arrests. Two places of
# one such act need a word in common besides.
CROWDED = SEVERAL - {"water", "publish", "shelter"} | {"arrest", "meet", "hold", "event", "speak", "seat", "made"}
_NONE = "none"  # of longer words in which a word of the table is no act: 会议|室


@cache
def _acts() -> tuple[Alternatives, dict[str, tuple[str, ...]]]:
    classes: dict[str, tuple[str, ...]] = {}
    for name, _, listed in rows("place_acts.tsv"):
        for word in listed.split():
            classes[word] = (*classes.get(word, ()), name)
    return Alternatives(("", word) for word in sorted(classes, key=len, reverse=True)), classes


@cache
def strengths() -> dict[str, str]:
    """How much a class of acts proves by itself: once, shared or dated."""
    return {name: strength for name, strength, _ in rows("place_acts.tsv")}


@lru_cache(maxsize=4096)
def acts_in(text: str) -> tuple[str, ...]:
    """The classes of the acts that a text tells of, in its order."""
    pattern, classes = _acts()
    found: dict[str, None] = {}
    for match in pattern.finditer(text):
        found.update(dict.fromkeys(classes[match[0]]))
    found.pop(_NONE, None)
    return tuple(found)
