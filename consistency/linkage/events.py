"""What a time or a duration is said of: classes of events, each with all of its words (lexicon/time_events.tsv)."""

from __future__ import annotations

from functools import cache, lru_cache

from consistency.fields.status_acts import classes_named
from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import shipped_rows


@cache
def _table() -> tuple[Alternatives, dict[str, frozenset[str]]]:
    classes: dict[str, set[str]] = {}
    for name, words in shipped_rows("time_events.tsv"):
        for word in words.split():
            classes.setdefault(word, set()).add(name)
    longest = sorted(classes, key=len, reverse=True)
    return Alternatives(("", word) for word in longest), {word: frozenset(names) for word, names in classes.items()}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((opened, undone) for opened, undone in shipped_rows("opposite_events.tsv"))


def opposite(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one side alone tells what ends, or undoes, what the other tells: 停课 / 复课, 溃口 / 溃口合龙."""
    return any(
        (opened, undone) in _opposites()
        for x, y in ((one, two), (two, one)) for opened in x for undone in y - x
    )  # fmt: skip


@lru_cache(maxsize=16384)
def events_in(text: str) -> frozenset[str]:
    """The classes of the events that a text names; those of the acts of the news where the table has none.

    An act's class has its beginning and its end alike (停课, 复课), so it is asked last.
    """
    pattern, classes = _table()
    text = text.replace("著", "着")  # 著陆: as Taiwan and Hong Kong write it
    found = frozenset(name for match in pattern.finditer(text) for name in classes[match[0]])
    return found or frozenset(f"@{name}" for name in classes_named(text))
