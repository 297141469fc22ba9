"""Where a time stands in the course of its article: which times are told around it, and whether it is the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consistency.model.facts import Fact
from consistency.model.values import Timex

FINENESS = {"hour": 2, "minute": 2, "second": 2, "halfday": 1, "day": 1}
AROUND = 2  # times before and after that tell where in the course of events a time stands


@dataclass(frozen=True, slots=True)
class Course:
    """The times told just `before` and `after` a time, in the order of the text.

    `first`: no time as fine as it stands before it, so that it is likely that of the event itself.
    """

    before: tuple[Timex, ...] = ()
    after: tuple[Timex, ...] = ()
    first: bool = False


NO_COURSE = Course()


def courses_of(facts: Sequence[Fact]) -> dict[int, Course]:
    """For each time told in the body of an article, by its number among the facts, its place among the others."""
    told = [
        (order, fact.value) for order, fact in enumerate(facts)
        if isinstance(fact.value, Timex) and not fact.slot("role") and not fact.statement.headline
    ]  # fmt: skip
    found, finest = {}, -1
    for at, (order, value) in enumerate(told):
        before, after = told[max(0, at - AROUND) : at], told[at + 1 : at + 1 + AROUND]
        fineness = FINENESS.get(value.grain, 0)
        found[order] = Course(tuple(one for _, one in before), tuple(one for _, one in after), fineness > finest)
        finest = max(finest, fineness)
    return found
