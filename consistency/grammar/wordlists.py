"""Lists of words and where a text has them: all lasting lists are looked for in one pass over a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from operator import add, or_

# What readers of names see is of one kind of punctuation: 柏延松，男， is 柏延松,男,
NARROW = str.maketrans("，；：！？（）", ",;:!?()")

Spans = Sequence[tuple[int, int]]


class Wordlist:
    """Finds the longest listed word at a position; the time does not grow with the list."""

    def __init__(self, words: Iterable[str], *, lasting: bool = True) -> None:
        """`lasting` is a list of the lexicon, which every text is searched for, and not that of one article."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
        self._lasting, self._number = lasting, -1

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, text: str, start: int) -> int:
        """The end of the longest word that begins at `start`; `start` itself if there is none."""
        if start < len(text):
            for length in self._lengths.get(text[start], ()):
                if start + length <= len(text) and text[start : start + length] in self._words:
                    return start + length
        return start

    def find(self, text: str) -> Spans:
        """All longest words from left to right, overlapping ones included, contained ones not."""
        if self._lasting:
            if self._number < 0:
                self._number = _register(self._words)
            return _found(text)[self._number]
        spans: list[tuple[int, int]] = []
        for word in self._words:
            at = text.find(word)
            while at >= 0:
                spans.append((at, at + len(word)))
                at = text.find(word, at + 1)
        return _outermost(spans)

    def find_within(self, text: str, start: int, end: int) -> Spans:
        """The same in `text[start:end]` alone; the places are those of the whole text."""
        spans: list[tuple[int, int]] = []
        last, lengths, words = start, self._lengths, self._words
        for at in range(start, end):
            for length in lengths.get(text[at], ()):
                if at + length <= end and text[at : at + length] in words:
                    if at + length > last:
                        last = at + length
                        spans.append((at, last))
                    break
        return spans


def _outermost(spans: list[tuple[int, int]]) -> Spans:
    spans.sort(key=lambda span: (span[0], -span[1]))
    found: list[tuple[int, int]] = []
    for span in spans:
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return found


_LISTS: dict[str, tuple[int, ...]] = {}  # each word of the lasting lists -> the numbers of these lists
_LENGTHS: dict[str, tuple[int, ...]] = {}  # what words begin with, one or two characters -> how long these are
_ENTERED: list[int] = []  # how many words each list has


def _register(words: Collection[str]) -> int:
    """The number of a new list, whose words every text is searched for from now on."""
    number = len(_ENTERED)
    _ENTERED.append(len(words))
    for word in words:
        _LISTS[word] = (*_LISTS.get(word, ()), number)
        lengths = _LENGTHS.get(word[:2], ())
        if len(word) not in lengths:
            _LENGTHS[word[:2]] = tuple(sorted((*lengths, len(word)), reverse=True))
    _found.cache_clear()
    return number


@lru_cache(maxsize=256)
def _found(text: str) -> list[list[tuple[int, int]]]:
    """Where the words of each list stand in a text, by the numbers of the lists."""
    narrow = text.translate(NARROW)
    if narrow != text:  # readers of names see the one, readers of facts the other, and no word has marks in it
        return _found(narrow)
    found: list[list[tuple[int, int]]] = [[] for _ in range(len(_ENTERED))]
    size = len(text)
    pairs = list(map(add, text, text[1:] + "\0"))
    begins = map(or_, map(_LENGTHS.__contains__, pairs), map(_LENGTHS.__contains__, text))
    for start in compress(range(size), begins):
        for length in (*_LENGTHS.get(pairs[start], ()), 1):
            if lists := _LISTS.get(text[start : start + length]):
                end = min(start + length, size)
                for number in lists:
                    spans = found[number]
                    if not spans or end > spans[-1][1]:
                        spans.append((start, end))
    return found
