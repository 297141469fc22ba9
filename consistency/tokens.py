"""The one tokenizer: jieba's words for folded Chinese text, and how rare each word is.

Where the extra `rjieba` (jieba in Rust, with the same dictionary) is installed, it does the cutting, some twenty times
as fast, and jieba itself is not even loaded; the words, and how rare they are, stay the same.
"""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

try:
    import rjieba
except ImportError:
    import jieba

    jieba.setLogLevel(logging.WARNING)  # "Building prefix dict…" is no message for an editor
    RUST = False
else:
    RUST = True

TOTAL = 60101967.0  # the sum of all frequencies in jieba's dictionary
_cut: Callable[[str], Iterable[str]] = rjieba.cut if RUST else jieba.cut

# rjieba keeps 1.8GW, F-35 and 2026-031 in one piece, which jieba cuts at the sign and behind the decimals.
_JOINED = re.compile("[A-Za-z0-9][-._]")
_HALF = re.compile("([\ud800-\udfff])")
_PIECES = re.compile(r"[A-Za-z0-9]+(?:\.[0-9]+)?%?|[^A-Za-z0-9]+")


@lru_cache(maxsize=16384)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text, in order; joined they are the text."""
    try:
        words = tuple(_cut(text))
    except UnicodeEncodeError:  # half a character, which rjieba does not take
        return tuple(word for part in _HALF.split(text) for word in ([part] if _HALF.match(part) else cut(part)))
    if RUST and _JOINED.search(text):
        return tuple(piece for word in words for piece in (_PIECES.findall(word) if _JOINED.search(word) else [word]))
    return words


class Dictionary(dict[str, int]):
    """How often each word of a file like jieba's dict.txt occurs, 0 for others; read as far as it is asked for.

    The lines are `word frequency tag`. Those whose words begin with one Chinese character stand together, and these
    groups in the order of the characters; words with Latin letters stand before them all.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._lines = path.read_bytes()
        self._head = self._lines.index("\n一 ".encode()) + 1
        self._seen: set[str] = set()
        self._add(0, self._head)

    def __missing__(self, word: str) -> int:
        first = word[:1]
        if not first or first in self._seen:
            return 0
        self._seen.add(first)
        encoded = first.encode("utf-8", "surrogatepass")
        self._add(self._begin(encoded), self._begin(encoded + b"\xff"))
        return self.get(word, 0)

    def _begin(self, wanted: bytes) -> int:
        """Where the words begin that are not before these bytes."""
        lines, low, high = self._lines, self._head, len(self._lines)
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if lines[middle : middle + len(wanted)] < wanted:
                low = lines.index(b"\n", middle) + 1
            else:
                high = middle
        return low

    def _add(self, start: int, end: int) -> None:
        cells = self._lines[start:end].decode("utf-8").split()
        self.update(zip(cells[::3], map(int, cells[1::3]), strict=True))


@cache
def _frequencies() -> Callable[[str], int]:
    if RUST:
        found = find_spec("jieba")  # it is installed, and need not be imported
        return Dictionary(Path((found and found.origin) or "").with_name("dict.txt")).__getitem__
    jieba.initialize()
    frequencies: dict[str, int] = jieba.dt.FREQ
    return lambda word: frequencies.get(word, 0)


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a shared word tells, in nats: minus the log of its share of running text in jieba's own dictionary.

    The dictionary is frozen, so the articles of a run never change one another's weights. A word that it lacks
    (a name, a coined term) is as rare as its rarest.
    """
    return math.log(TOTAL / (_frequencies()(word) or 1.0))


def known(word: str) -> bool:
    """Whether jieba's dictionary has the word."""
    return _frequencies()(word) > 0


def common(word: str) -> bool:
    """Whether jieba's dictionary has the word, and has counted it more than once."""
    return _frequencies()(word) > 1
