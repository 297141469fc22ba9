"""The data of the language: units, titles, cues, synonyms. Tables, not code; this module only reads them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a word list, one a line; `#` begins a comment."""
    text = files(__name__).joinpath(name).read_text("utf-8")
    return tuple(entry for line in text.splitlines() if (entry := line.split("#", 1)[0].strip()))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated table, comments and empty lines left out."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines(name))
