"""The words of lexicon/junk.tsv by kind, what a line says of them and what is left of it without them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from consistency.patterns import pattern


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in (files("consistency") / "lexicon" / "junk.tsv").read_text("utf-8").splitlines():
        kind, _, listed = row.partition("\t")
        if listed and not row.startswith("#"):
            table[kind] = table.get(kind, frozenset()) | frozenset(listed.lower().split())
    return table


@cache
def words(*kinds: str) -> tuple[str, ...]:
    """The words of these kinds in lower case, longest first."""
    return tuple(sorted(frozenset().union(*(_table()[kind] for kind in kinds)), key=lambda word: (-len(word), word)))


_AMOUNT = pattern(r"\d[\d,.:]*\s*[万亿kw]?\+?", re.I)


@cache
def _lengths(*kinds: str) -> tuple[frozenset[str], tuple[int, ...]]:
    listed = words(*kinds)
    return frozenset(listed), tuple(sorted({len(word) for word in listed}, reverse=True))


def left_over(text: str, *kinds: str) -> int:
    """How many letters of a folded text remain when the words of these kinds and all amounts are taken out."""
    rest = _AMOUNT.sub(" ", text.lower())
    listed, lengths = _lengths(*kinds)
    at = left = 0
    while at < len(rest):
        size = next((size for size in lengths if rest[at : at + size] in listed and _is_whole(rest, at, at + size)), 0)
        left += not size and rest[at].isalnum()
        at += size or 1
    return left


def said(text: str, kind: str) -> int:
    """How many words of a kind a folded text says."""
    lowered = text.lower()
    places = ((lowered.find(word), len(word)) for word in words(kind))
    return sum(at >= 0 and _is_whole(lowered, at, at + size) for at, size in places)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a word of its own: Chinese always is, Latin letters among others are not."""
    if not text[start:end].isascii():
        return True
    return not any(char.isascii() and char.isalpha() for char in (text[start - 1 : start], text[end : end + 1]))
