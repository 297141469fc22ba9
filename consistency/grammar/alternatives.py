"""Many patterns as one: at each place of a text only those are tried that can begin with the character there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from consistency.patterns import pattern


class Alternatives:
    """Finds what `(?P<name>first|second)|(?P<other>third)…` finds, and as fast for many patterns as for few.

    The patterns are words with sets, options (?) and groups (?:…) in them, which may begin with a look behind; they do
    not begin with just any character ([^…], dots), and have no | outside their groups.
    """

    def __init__(self, patterns: Iterable[tuple[str, str]]) -> None:
        """`patterns` are pairs of a group's name ("": none) and a pattern; those of one group stand together."""
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._heads: set[str] = set()  # what they begin with: two characters where these are certain, else one
        self._compiled: dict[str, re.Pattern[str]] = {}  # when first needed: compiling all takes longer than most runs
        for name, each in patterns:
            certain = _TWO.match(each)
            firsts = {certain[1][0]} if certain else first_characters(each)
            self._heads.update({certain[1]} if certain else firsts)
            for first in firsts:
                self._by_first.setdefault(first, []).append((name, each))
        self._first = re.compile("[" + re.escape("".join(sorted(self._by_first))) + "]")

    def beginning(self, first: str) -> re.Pattern[str] | None:
        """Those of the patterns that can begin with a character."""
        if first not in self._by_first:
            return None
        if first not in self._compiled:
            groups = groupby(self._by_first[first], key=lambda entry: entry[0])
            bodies = [(name, "|".join(pattern for _, pattern in entries)) for name, entries in groups]
            self._compiled[first] = re.compile(
                "|".join(f"(?P<{name}>{body})" if name else body for name, body in bodies)
            )
        return self._compiled[first]

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """What stands at a place of `text[:end]`."""
        first = text[at : at + 1]
        pattern = self._compiled.get(first) or self.beginning(first)
        return pattern.match(text, at, end) if pattern else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What stands in `text[start:end]`, from left to right, none overlapping."""
        end = len(text) if end is None else end
        for at in self.places(text, start, end):
            if at >= start and (match := self.match(text, at, end)):
                start = match.end()
                yield match

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where in `text[start:end]` one of the patterns may begin."""
        heads = self._heads
        found = self._first.finditer(text, start, end)
        return [at for one in found if text[(at := one.start()) : at + 2] in heads or text[at] in heads]


_TWO = pattern(r"(?:\(\?<[!=][^()]*\))?([\u4e00-\u9fffA-Za-z0-9]{2})(?![?*{])")


def first_characters(pattern: str) -> set[str]:
    """The characters that what a pattern matches can begin with: 还 and 黑 of 还?黑着."""
    found: set[str] = set()
    for option in _options(pattern):
        while option:
            size = _size(option)
            atom, option = option[:size], option[size:]
            if atom.startswith("(?:"):
                found |= first_characters(atom[3:-1])
            elif atom.startswith("["):
                found.update(atom[1:-1])
            elif not atom.startswith("("):
                found.add(atom)
            if not (atom.startswith(("(?=", "(?!", "(?<")) or option.startswith(("?", "*"))):
                break
            option = option.lstrip("?*")
    return found


def _size(pattern: str) -> int:
    """How long the first part of a pattern is: a group, a set or a character."""
    depth = 0
    for at, char in enumerate(pattern, 1):
        depth += (char in "([") - (char in ")]")
        if not depth:
            return at
    return len(pattern)


def _options(pattern: str) -> list[str]:
    """The parts of a pattern between the | that stand in no group."""
    options, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            options.append("")
        else:
            options[-1] += char
    return options
