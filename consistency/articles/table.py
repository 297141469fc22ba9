"""The words of lexicon/junk.tsv by kind: what page junk, bylines and outlets are told by."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


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
