"""The table of sums: a pattern, what reckons with its values, and the examples and counter-examples beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from consistency.model.facts import Fact
from consistency.model.values import Quantity

FIRST = 0xE000  # private use: the first value of a sentence
VALUE = "[\ue000-\uefff]"

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


RULES: list[Rule] = []


def rule(pattern: str, *, claim: str, wrong: Sequence[str], right: Sequence[str]) -> Callable[[Judge], Judge]:
    """Enters a function in the table; each text of `wrong` has such a sum that does not add up, none of `right` has."""

    def enter(judge: Judge) -> Judge:
        compiled = re.compile(re.sub(r"V(?=\))", VALUE, pattern))
        RULES.append(Rule(judge.__name__, compiled, claim, judge, tuple(wrong), tuple(right)))
        return judge

    return enter


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
    """The number for a reader, at most six digits of it."""
    return f"{number:.6g}"
