"""The registry of grammar rules: a pattern, what it builds, and the examples and counter-examples beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Lead = Literal["word", "number"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule reads a text at a place: `word` rules where their own pattern starts, `number` rules after a numeral."""

    name: str
    lead: Lead
    regex: re.Pattern[str]
    build: Callable[..., Any]
    examples: Mapping[str, str]
    rejects: tuple[str, ...]


RULES: list[Rule] = []


def rule(
    pattern: str, *, lead: Lead = "word", examples: str, rejects: str = ""
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a rule; rules are tried in the order of their registration.

    `examples` are texts with all that must be read in them (in the notation of `notation.show`, at the reference time
    of the tests), `text = values`, apart by ` | ` or line breaks; in the texts of `rejects` this rule must read nothing.
    """
    pairs = dict(_pair(entry) for entry in _entries(examples))

    def register(build: Callable[..., Any]) -> Callable[..., Any]:
        RULES.append(Rule(build.__name__, lead, re.compile(pattern), build, pairs, tuple(_entries(rejects))))
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


class Scanner:
    """Tries many rules at one place with one regular expression, and goes on to the next where a rule declines."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self.number = {f"r{i}": i for i in range(len(self.rules))}
        self.regex = re.compile(
            "|".join(f"(?P<r{i}>{_anonymous(r.regex.pattern)})" for i, r in enumerate(self.rules)) or "(?!)"
        )

    def read(self, text: str, at: int, *context: Any) -> tuple[Rule, Any] | None:
        """The first rule that reads something at `at`, and what it built."""
        found = self.regex.match(text, at)
        if found is None or found.lastgroup is None:
            return None
        for i in range(self.number[found.lastgroup], len(self.rules)):
            this = self.rules[i]
            match = this.regex.match(text, at)
            if match is not None:
                built = this.build(match, *context)
                if built is not None:
                    return this, built
        return None


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
