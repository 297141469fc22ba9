"""The act that a status speaks of: its class, its words, and the thing that it is about."""

from __future__ import annotations

from functools import cache, lru_cache

from consistency.linkage.words import canonical, content, stopwords
from consistency.model.facts import Fact
from consistency.tokens import cut

ACT = 12.0  # nats that a shared class of act is worth: as much as a rare word


def acts_of(fact: Fact) -> tuple[str, ...]:
    """The classes of act of a status fact, marked so that they are no word of the text; none for other facts."""
    return _marked(fact.slot("act")) if fact.kind == "status" else ()


@cache
def _marked(names: str) -> tuple[str, ...]:
    return tuple(f"@{name.removesuffix('!')}" for name in names.split("+")) if names else ()


def only_acts(fact: Fact) -> set[str]:
    """Those of its classes of which a story has one: 合龙, 认输."""
    return {f"@{name[:-1]}" for name in _names(fact) if name.endswith("!")}


def _names(fact: Fact) -> list[str]:
    return fact.slot("act").split("+") if fact.kind == "status" and fact.slot("act") else []


def thing_of(fact: Fact) -> frozenset[str]:
    """The words of what the act of a status fact is about: 承包 and 合同 of 解除承包合同."""
    return _thing(fact.measure)


@lru_cache(maxsize=4096)
def _thing(measure: str) -> frozenset[str]:
    """The words, and those that the tokenizer does not know and cuts into characters: 省道."""
    text = canonical(measure)
    spelt = "".join(word if len(word) == 1 and word not in stopwords() else " " for word in cut(text))
    return frozenset([*content(text), *(run for run in spelt.split() if len(run) > 1)])


def act_words(fact: Fact) -> frozenset[str]:
    """The words that say the act and its state."""
    return frozenset(content(canonical(fact.slot("cue"))))
