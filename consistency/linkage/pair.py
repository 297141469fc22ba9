"""A pair of facts that could be about the same thing, with what their articles as wholes tell of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from consistency.comparison import DISAGREEING, Relation
from consistency.linkage.context import Context

# Kinds of fact that share their weights.
FAMILIES = {
    "quantity": "amount", "duration": "amount", "time": "time",
    "act": "act", "place": "place", "status": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts of two articles that disagree, with what their articles as wholes tell of them.

    `margin_a`, `margin_b`: how much better this partner is than the best other one, from each side; `free_a`, `free_b`
    the same among facts that no equal value of the other article explains; `choices`, `free_choices`: how many pairs
    the two could make. `elsewhere`: how many of the two values the other article states as well. `anchors_same`,
    `anchors_near`: how many other values the two sentences, or their neighbours, agree on. `confirmed_a`,
    `confirmed_b`: how alike the best fact of a third article is that states the same value (None: no third article).

    Filled by `competition.compete`: `wording`, the levels of the words around; `sameness`, what they weigh; `lead_a`,
    `lead_b`, how much more that is than with the best other partner; `agreed_a`, `agreed_b`, how much more (or less)
    the best partner weighs that agrees.
    """

    a: Context
    b: Context
    relation: Relation
    similarity: float
    margin_a: float
    margin_b: float
    free_a: float
    free_b: float
    choices: int
    free_choices: int
    elsewhere: int
    anchors_same: int
    anchors_near: int
    confirmed_a: float | None
    confirmed_b: float | None
    wording: tuple[tuple[str, str], ...] = ()
    sameness: float = 0.0
    lead_a: float = 0.0
    lead_b: float = 0.0
    agreed_a: float = 0.0
    agreed_b: float = 0.0

    @property
    def disagrees(self) -> bool:
        """Whether the two values cannot both be true of one thing."""
        return self.relation in DISAGREEING


Comparison = Callable[[Pair], str]


def cut(value: float, *points: float) -> str:
    """The number of the step that a value stands on."""
    return str(bisect_right(points, value))
