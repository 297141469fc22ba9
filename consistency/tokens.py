"""The one tokenizer: jieba's words for folded Chinese text, and how rare each word is.

Where the extra `rjieba` (jieba in Rust, with the same dictionary) is installed, it does the cutting, some twenty times
as fast, and jieba itself is not even loaded; the words, and how rare they are, stay the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

try:
    import rjieba
except ImportError:
    import jieba

    RUST = False
else:
    RUST = True

TOTAL = 60101967.0  # the sum of all frequencies in jieba's dictionary

# rjieba keeps 1.8GW, F-35 and 2026-031 in one piece, which jieba cuts at the sign and behind the decimals.
_JOINED = re.compile("[A-Za-z0-9][-._]")
_HALF = re.compile("([\ud800-\udfff])")
_PIECES = re.compile(r"[A-Za-z0-9]+(?:\.[0-9]+)?%?|[^A-Za-z0-9]+")


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text, in order; joined they are the text."""
    if not RUST:
        return tuple(_cut(text))
    try:
        words = tuple(rjieba.cut(text))
    except UnicodeEncodeError:  # half a character, which rjieba does not take
        return tuple(word for part in _HALF.split(text) for word in ([part] if _HALF.match(part) else cut(part)))
    if _JOINED.search(text):
        return tuple(piece for word in words for piece in (_PIECES.findall(word) if _JOINED.search(word) else [word]))
    return words


class Dictionary(dict[str, int]):
    """How often each word of a file like jieba's dict.txt occurs, 0 for others; read as far as it is asked for.

    The lines are `word frequency tag`. Those whose words begin with one Chinese character stand together, and these
    groups in the order of the characters; words with Latin letters stand before them all. With `beginnings` it also
    holds what words begin with, each as 0, as jieba's own tables do.
    """

    def __init__(self, path: Path, *, beginnings: bool = False) -> None:
        super().__init__()
        self._beginnings = beginnings
        self._lines = path.read_bytes()
        self._head = self._lines.index("\n一 ".encode()) + 1
        self._opened: set[str] = set()
        self._add(0, self._head)

    def open(self, chars: str) -> None:
        """All words are there that begin with one of the characters."""
        for first in set(chars) - self._opened:
            self._opened.add(first)
            encoded = first.encode("utf-8", "surrogatepass")
            self._add(self._begin(encoded), self._begin(encoded + b"\xff"))

    def __missing__(self, word: str) -> int:
        if word[:1] in self._opened:
            return 0
        self.open(word[:1])
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
        words = cells[::3]
        self.update(zip(words, map(int, cells[1::3]), strict=True))
        if self._beginnings:
            for word in words:
                for size in range(1, len(word)):
                    self.setdefault(word[:size], 0)


@cache
def _dictionary() -> Dictionary:
    found = find_spec("jieba")  # it is installed, and need not be imported
    return Dictionary(Path((found and found.origin) or "").with_name("dict.txt"), beginnings=not RUST)


_LOG_TOTAL = math.log(TOTAL)


def _cut(text: str) -> Iterator[str]:
    """The words that `jieba.cut` gives, in four fifths of its time (measured on data/).

    The dictionary is this one (jieba's own takes longer to load than a run on a few articles takes), the graph of all
    words is never built, and what jieba's model makes of characters that no word has is remembered.
    """
    _dictionary().open(text)
    for number, part in enumerate(jieba.re_han_default.split(text)):
        if number % 2:
            yield from _words(part)
        elif part:
            for at, piece in enumerate(jieba.re_skip_default.split(part)):
                yield from (piece,) if at % 2 else piece


@lru_cache(maxsize=4096)  # a clause of a text that was cut is made of the same runs
def _words(run: str) -> Sequence[str]:
    """The words of a run without marks and spaces; of single characters side by side what the model makes of them."""
    ends, count_of, size = _ends(run), _dictionary().get, len(run)
    words: list[str] = []
    start = 0
    while start < size:
        end = ends[start]
        if end - start > 1:
            words.append(run[start:end])
        else:
            while end < size and ends[end] == end + 1:
                end += 1
            single = run[start:end]
            words += single if len(single) == 1 or count_of(single) else _recognised(single)
        start = end
    return words


def _ends(run: str) -> list[int]:
    """Where the word ends that begins at each place, on the likeliest way from there to the end of the run."""
    count_of, log, size = _dictionary().get, math.log, len(run)
    ends, likely = [0] * size, [0.0] * (size + 1)
    for start in range(size - 1, -1, -1):
        best, its_end = -math.inf, start + 1
        for end in range(start + 1, size + 1):
            count = count_of(run[start:end])
            if count:
                score = log(count) - _LOG_TOTAL + likely[end]
                if score >= best:
                    best, its_end = score, end
            elif count is None:
                break
        likely[start] = best if best > -math.inf else likely[start + 1] - _LOG_TOTAL
        ends[start] = its_end
    return ends


@lru_cache(maxsize=16384)
def _recognised(run: str) -> tuple[str, ...]:
    """The words that jieba's model of unknown words sees in single characters."""
    return tuple(jieba.finalseg.cut(run))


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a shared word tells, in nats: minus the log of its share of running text in jieba's own dictionary.

    The dictionary is frozen, so the articles of a run never change one another's weights. A word that it lacks
    (a name, a coined term) is as rare as its rarest.
    """
    return math.log(TOTAL / (_dictionary()[word] or 1.0))


def known(word: str) -> bool:
    """Whether jieba's dictionary has the word."""
    return _dictionary()[word] > 0


def common(word: str) -> bool:
    """Whether jieba's dictionary has the word, and has counted it more than once."""
    return _dictionary()[word] > 1
