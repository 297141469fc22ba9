"""The registry of grammar rules: a pattern, what it builds, and the examples and counter-examples beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Lead = Literal["word", "number"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule reads a text at a place: `word` rules where their own pattern starts, `number` rules after a numeral."""

    name: str
    lead: Lead
    starts: Callable[[], Iterable[str]]
    pattern: Callable[[], str]
    build: Callable[..., Any]
    examples: Mapping[str, str]
    rejects: tuple[str, ...]


RULES: list[Rule] = []


def rule(
    pattern: str | Callable[[], str],
    *,
    lead: Lead = "word",
    starts: Iterable[str] | Callable[[], Iterable[str]] = (),
    examples: str,
    rejects: str = "",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a rule; rules are tried in the order of their registration.

    `starts` are the characters that the pattern can begin with (of a `number` rule: after the number), or the first two
    of them (more are cut off), which spares the others a try; none: any. Both may be functions, where they hang on a
    table that a newsroom can add to.
    `examples` are texts with all that must be read in them, in the notation of `notation.show` and at the time of the
    tests: `text = values`, apart by ` | ` or line breaks. In the texts of `rejects` this rule must read nothing.
    """
    pairs = dict(_pair(entry) for entry in _entries(examples))

    def register(build: Callable[..., Any]) -> Callable[..., Any]:
        RULES.append(
            Rule(
                build.__name__,
                lead,
                starts if callable(starts) else lambda: starts,
                pattern if callable(pattern) else lambda: pattern,
                build,
                pairs,
                tuple(_entries(rejects)),
            )
        )
        return build

    return register


def _entries(block: str) -> list[str]:
    return [entry.strip() for line in block.splitlines() for entry in line.split(" | ") if entry.strip()]


def _pair(entry: str) -> tuple[str, str]:
    text, _, value = entry.rpartition("=")
    return text.strip(), value.strip()


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, that shares common beginnings and so fails fast."""
    heads: dict[str, list[str]] = {}
    optional = False
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
        else:
            optional = True
    branches = [re.escape(head) + (alternation(rests) if any(rests) else "") for head, rests in heads.items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not optional else "(?:" + "|".join(branches) + ")"
    if len(branches) == 1 and optional:
        body = "(?:" + branches[0] + ")"
    return body + ("?" if optional else "")


_Match = Callable[[str, int], re.Match[str] | None]
_Choice = tuple[Rule, _Match]


class Scanner:
    """Tries rules at one place, in order: those that can begin with the characters there."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple((rule, frozenset(start[:2] for start in rule.starts())) for rule in rules)
        self.starts = frozenset[str]().union(*(starts for _, starts in self._rules))
        self._choices: dict[str, tuple[_Choice, ...]] = {}
        self._matches: dict[str, _Match] = {}

    def read(self, text: str, at: int, *context: Any) -> tuple[Rule, Any] | None:
        """The first rule that reads something at `at`, and what it built."""
        two = text[at : at + 2]
        first = two if two in self.starts else two[:1] if two[:1] in self.starts else ""
        choices = self._choices.get(first)
        if choices is None:
            choices = self._choices[first] = tuple(self._for(first))
        for this, matches in choices:
            match = matches(text, at)
            if match is not None:
                built = this.build(match, *context)
                if built is not None:
                    return this, built
        return None

    def _for(self, first: str) -> Iterator[_Choice]:
        """The rules that can begin so, compiled when a text first does: few texts need all."""
        for this, starts in self._rules:
            if not starts or first in starts or first[:1] in starts:
                if this.name not in self._matches:
                    self._matches[this.name] = re.compile(this.pattern()).match
                yield this, self._matches[this.name]


def beginnings(starts: Iterable[str]) -> str:
    """A regular expression for any of these beginnings of one or two characters, each branch led by a character."""
    ones = {start for start in starts if len(start) == 1}
    twos: dict[str, list[str]] = {}
    for start in sorted(starts):
        if start[0] not in ones:
            twos.setdefault(start[0], []).append(re.escape(start[1]))
    return "|".join([*map(re.escape, sorted(ones)), *(f"{re.escape(c)}[{''.join(ends)}]" for c, ends in twos.items())])
