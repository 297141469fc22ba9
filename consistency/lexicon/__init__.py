"""The data of the language: units, titles, cues, synonyms. Tables, not code; this module only reads them.

A newsroom's own rows can be laid over the shipped tables (`laid_over`). What the package derives from the tables is
cached, so the caches begin anew whenever the rows that hold change: nothing of one run is left in the next.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from threading import RLock

Rows = tuple[tuple[str, ...], ...]
OPEN = ("aliases.tsv", "synonyms.tsv", "titles.tsv", "units.tsv")  # tables that rows can be laid over

_own: dict[str, Rows] = {}
_within = RLock()


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a word list, one a line; `#` begins a comment."""
    text = files(__name__).joinpath(name).read_text("utf-8")
    return tuple(entry for line in text.splitlines() if (entry := line.split("#", 1)[0].strip()))


@cache
def rows(name: str) -> Rows:
    """The rows of a tab-separated table, comments and empty lines left out; a newsroom's own rows are the last."""
    return (*shipped_rows(name), *own_rows(name))


def shipped_rows(name: str) -> Rows:
    """The rows of a table without the newsroom's own."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines(name))


def own_rows(name: str) -> Rows:
    """The newsroom's own rows of a table alone."""
    return _own.get(name, ())


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of these words, the longest first: 失去联系 before 失."""
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@contextmanager
def laid_over(tables: Mapping[str, Rows] | None) -> Iterator[None]:
    """Within it the rows stand behind those of the shipped tables (of `OPEN`); after it the tables are as before.

    None leaves them as they are. One thread at a time is within: the tables are the process's, and a run in another
    thread, with other rows or none, waits (it is Python that runs, so nothing is lost by it).
    """
    with _within:
        before = dict(_own)
        wanted = before if tables is None else {name: rows for name, rows in tables.items() if rows}
        if wanted == before:
            yield
            return
        _hold(wanted)
        try:
            yield
        finally:
            _hold(before)


def _hold(tables: Mapping[str, Rows]) -> None:
    """From here on these rows hold, and every cache of the package is empty."""
    _own.clear()
    _own.update(tables)
    for name, module in list(sys.modules.items()):
        if name.startswith("consistency."):
            for value in vars(module).values():
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
