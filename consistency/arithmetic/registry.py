"""The table of sums: a pattern, what reckons with its values, and the examples and counter-examples beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from consistency.linkage.context import Context
from consistency.model.facts import Fact
from consistency.model.values import Quantity

FIRST = 0xE000  # private use: the first value of a sentence
VALUE = "[\ue000-\uefff]"
THAN = "than"  # the group of a pattern that names a time to compare with, and no term of the sum

Values = Mapping[str, Fact]
Judge = Callable[[Values, str, datetime | None], str | None]


@dataclass(frozen=True)
class Rule:
    """A way in which values hang together: `claim` is the group that is wrong where the others are right."""

    name: str
    pattern: re.Pattern[str]
    claim: str
    judge: Judge
    wrong: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A value of a sum in its sentence, and the values of other articles that say the same of the same thing."""

    context: Context
    sentence: Sequence[Fact]
    equals: frozenset[int]

    @property
    def fact(self) -> Fact:
        """The value."""
        return self.context.fact


Terms = Mapping[str, Term]
Same = Callable[[Terms, Terms], bool]


@dataclass(frozen=True)
class Across:
    """A way in which values of two articles hang together: each has the terms that one of the patterns names.

    `same` says whether the terms of the two are certainly of one thing; `judge` reckons from the day on which the
    article of the first pattern was published; examples are pairs of a draft and a source.
    """

    name: str
    patterns: tuple[re.Pattern[str], re.Pattern[str]]
    judge: Judge
    same: Same
    wrong: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]


RULES: list[Rule] = []
ACROSS: list[Across] = []


def rule(pattern: str, *, claim: str, wrong: Sequence[str], right: Sequence[str]) -> Callable[[Judge], Judge]:
    """Enters a function in the table; each text of `wrong` has such a sum that does not add up, none of `right` has."""

    def enter(judge: Judge) -> Judge:
        RULES.append(Rule(judge.__name__, _compiled(pattern), claim, judge, tuple(wrong), tuple(right)))
        return judge

    return enter


def across(
    one: str, two: str, judge: Judge, *, wrong: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]
) -> Callable[[Same], Same]:
    """Enters a function in the table of sums across two articles: whether the terms that each has are of one thing."""

    def enter(same: Same) -> Same:
        patterns = _compiled(one), _compiled(two)
        ACROSS.append(Across(same.__name__, patterns, judge, same, tuple(wrong), tuple(right)))
        return same

    return enter


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"V(?=\))", VALUE, pattern))


def per_cent(fact: Fact) -> Quantity | None:
    """A share in figures, of which one knows how exact it is: no 三成, no 三分之一."""
    value = exact(fact)
    return value if value and value.unit == "%" and ("%" in fact.text or "百分之" in fact.text) else None


def exact(fact: Fact) -> Quantity | None:
    """The quantity, if it is a plain number that is said to be so."""
    value = fact.value
    return value if isinstance(value, Quantity) and value.number is not None and value.mod is None else None


def bounds(value: Quantity) -> tuple[float, float]:
    """What the number can be: a count is itself, another is as far off as its last digit allows."""
    number = value.number or 0.0
    half = 0.0 if value.step == 1 and float(number).is_integer() else value.step / 2
    return number - half, number + half


def shown_number(number: float) -> str:
    """The number for a reader, with 万 or 亿 where it would be long."""
    if abs(number) >= 1e8:
        return f"{number / 1e8:.8g}亿"
    return f"{number / 1e4:.8g}万" if abs(number) >= 1e6 else f"{number:.8g}"
