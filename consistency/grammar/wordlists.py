"""Lists of words and where a text has them: all lasting lists are looked for in one pass over a text."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add

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
        self._number = _register(self._words) if lasting else None

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
        if self._number is not None:
            return _found(text).get(self._number, ())
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
_LENGTHS: dict[str, tuple[int, ...]] = {}  # the first two characters of words -> how long these are, the longest first
_count = itertools.count()


def _register(words: Iterable[str]) -> int:
    """The number of a new list, whose words every text is searched for from now on."""
    number = next(_count)
    for word in words:
        _LISTS[word] = (*_LISTS.get(word, ()), number)
        known = _LENGTHS.get(word[:2], ())
        if len(word) > 1 and len(word) not in known:
            _LENGTHS[word[:2]] = tuple(sorted((*known, len(word)), reverse=True))
    _found.cache_clear()
    return number


@lru_cache(maxsize=32)
def _found(text: str) -> dict[int, list[tuple[int, int]]]:
    """Where the words of each list stand in a text."""
    found: dict[int, list[tuple[int, int]]] = {}
    for start, pair in enumerate(map(add, text, text[1:] + "\0")):
        words = [text[start : start + length] for length in _LENGTHS[pair]] if pair in _LENGTHS else []
        for word in (*words, pair[0]):
            if word in _LISTS:
                end = start + len(word)
                for number in _LISTS[word]:
                    spans = found.setdefault(number, [])
                    if not spans or end > spans[-1][1]:
                        spans.append((start, end))
    return found
