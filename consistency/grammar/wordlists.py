"""Lists of words and where a text has them: all lasting lists are looked for in one pass over a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import add

Spans = Sequence[tuple[int, int]]


@lru_cache(maxsize=256)
def narrow(text: str) -> str:
    """The text with one kind of punctuation, as readers of names see it: 柏延松，男， is 柏延松,男,"""
    for wide, mark in zip("，；：！？（）", ",;:!?()", strict=True):
        text = text.replace(wide, mark)
    return text


class Wordlist:
    """Finds the longest listed word at a position; the time does not grow with the list."""

    def __init__(self, words: Iterable[str], *, lasting: bool = True) -> None:
        """`lasting` is a list of the lexicon, which every text is searched for, and not that of one article."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}
        self._lasting = lasting
        self._registry: _Registry | None = None
        self._number = -1

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, text: str, start: int, end: int | None = None) -> int:
        """The end of the longest word of `text[:end]` that begins at `start`; `start` itself if there is none."""
        limit = len(text) if end is None else end
        if start < limit:
            for length in self._lengths.get(text[start], ()):
                if start + length <= limit and text[start : start + length] in self._words:
                    return start + length
        return start

    def find(self, text: str) -> Spans:
        """All longest words from left to right, overlapping ones included, contained ones not."""
        everywhere = self._everywhere(text)
        if len(everywhere) < 2:
            return everywhere
        found: list[tuple[int, int]] = []
        last = 0
        for span in everywhere:
            if span[1] > last:
                found.append(span)
                last = span[1]
        return found

    def find_apart(self, text: str) -> Spans:
        """The longest words from left to right, none overlapping."""
        found: list[tuple[int, int]] = []
        last = 0
        for span in self._everywhere(text):
            if span[0] >= last:
                found.append(span)
                last = span[1]
        return found

    def find_within(self, text: str, start: int, end: int) -> Spans:
        """What `find` finds in `text[start:end]` alone; the places are those of the whole text."""
        if not start and end >= len(text):
            return self.find(text)
        found: list[tuple[int, int]] = []
        last = start
        for at in compress(range(start, end), map(self._lengths.__contains__, text[start:end])):
            stop = self.at(text, at, end)
            if stop > max(at, last):
                found.append((at, stop))
                last = stop
        return found

    def _everywhere(self, text: str) -> Spans:
        """The longest word at each place."""
        if self._lasting:
            if self._registry is not (registry := _registry()):
                self._registry, self._number = registry, registry.enter(self._words)
            return _found(text)[self._number]
        longest: dict[int, int] = {}
        for word in self._words:
            at = text.find(word)
            while at >= 0:
                longest[at] = max(longest.get(at, 0), at + len(word))
                at = text.find(word, at + 1)
        return sorted(longest.items())


class _Registry:
    """All lasting lists that were looked for so far, numbered, as one table for one pass over a text."""

    def __init__(self) -> None:
        self.sizes: list[int] = []  # how many words each list has
        self.lists: dict[str, tuple[int, ...]] = {}  # each word -> the numbers of its lists
        self.single: dict[str, tuple[int, ...]] = {}  # the words of one character, and that this is how long they are
        self.lengths: dict[str, tuple[int, ...]] = {}  # what the others begin with -> how long they are, longest first

    def enter(self, words: Collection[str]) -> int:
        """The number of a new list, whose words every text is searched for from now on."""
        number = len(self.sizes)
        self.sizes.append(len(words))
        for word in words:
            self.lists[word] = (*self.lists[word], number) if word in self.lists else (number,)
            size, lengths = len(word), self.lengths.get(word[:2], ())
            if size == 1:
                self.single[word] = (1,)
            elif size not in lengths:
                self.lengths[word[:2]] = tuple(sorted((size, *lengths), reverse=True))
        _found.cache_clear()
        return number


@cache
def _registry() -> _Registry:
    return _Registry()


@lru_cache(maxsize=256)
def _found(text: str) -> list[list[tuple[int, int]]]:
    """The longest word of each list at each place of a text, by the numbers of the lists."""
    plain = narrow(text)
    if plain != text:  # readers of names see the one, readers of facts the other, and no word has marks in it
        return _found(plain)
    registry = _registry()
    lists, single = registry.lists, registry.single
    found: list[list[tuple[int, int]]] = [[] for _ in registry.sizes]
    size = len(text)
    pairs = map(add, text, text[1:] + "\0")
    for start, lengths in enumerate(map(registry.lengths.get, pairs, map(single.get, text))):
        if lengths is None:
            continue
        for length in (*lengths, 1) if text[start] in single else lengths:
            end = start + length
            if numbers := lists.get(text[start:end]):
                end = min(end, size)
                for number in numbers:
                    spans = found[number]
                    if not spans or spans[-1][0] < start:
                        spans.append((start, end))
    return found
