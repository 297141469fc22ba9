"""Sentences as sums read them: every value one private character, so that a pattern can name the values it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.arithmetic.registry import FIRST, VALUE, Values
from consistency.linkage.gates import INTERVALS
from consistency.model.facts import Fact
from consistency.patterns import pattern

_OWN = pattern(VALUE)  # such characters that a text holds itself


@dataclass(frozen=True)
class Sentence:
    """The values of a sentence in order, and its text, the first of them U+E000, the second U+E001 …"""

    facts: Sequence[Fact]
    text: str

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Values, str]]:
        """The values that each match names, in the order of the pattern's groups, and the text that matched."""
        for match in pattern.finditer(self.text):
            yield {
                name: self.facts[ord(char) - FIRST] for name, char in match.groupdict().items()
                if char and len(char) == 1 and FIRST <= ord(char) < FIRST + len(self.facts)
            }, match[0]  # fmt: skip


def sentences(facts: Sequence[Fact]) -> list[Sentence]:
    """The sentences of an article that hold figures or times, none within another."""
    found: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        if fact.kind in INTERVALS:
            own = found.setdefault((fact.statement.block, fact.statement.number), [])
            if not own or own[-1].end <= fact.start:
                own.append(fact)
    return [Sentence(own, _skeleton(own)) for own in found.values()]


def _skeleton(facts: Sequence[Fact]) -> str:
    statement = facts[0].statement
    parts, at = [], 0
    for number, fact in enumerate(facts):
        start = fact.start - statement.sentence_start
        parts += [_OWN.sub(" ", statement.sentence[at:start]), chr(FIRST + number)]
        at = fact.end - statement.sentence_start
    return "".join([*parts, _OWN.sub(" ", statement.sentence[at:])])
