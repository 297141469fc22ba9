"""Which facts of two articles are about the same thing: blocking, levels, weights, and partners that compete."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.comparison import AGREEING, Relation
from consistency.linkage.context import Context
from consistency.linkage.levels import Pair, levels
from consistency.linkage.relations import relation as relate
from consistency.linkage.similarity import overlap, wording
from consistency.linkage.weights import Weights
from consistency.model.values import Duration, Quantity, Timex

FAMILIES = {
    "quantity": "amount", "duration": "amount", "time": "time",
    "act": "act", "place": "place", "status": "status",
}  # fmt: skip
INTERVALS = ("quantity", "duration", "time")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two facts held to be about the same thing with probability `confidence`, and the levels that say so."""

    a: Context
    b: Context
    relation: Relation
    confidence: float
    weight: float
    levels: tuple[tuple[str, str], ...]
    similarity: float


def similarity(a: Context, b: Context) -> float:
    """How alike the surroundings are, before any weight is learnt: the order in which partners compete."""
    near = wording(a.left + a.right, b.left + b.right)
    return 0.5 * near + 0.3 * overlap(a.words, b.words) + 0.2 * overlap(a.sentence, b.sentence)


def candidates(left: Sequence[Context], right: Sequence[Context]) -> Iterator[tuple[Pair, Relation]]:
    """Every comparable pair of facts of two articles, with what their articles as wholes tell of it."""
    by_kind: dict[str, tuple[list[Context], list[Context]]] = defaultdict(lambda: ([], []))
    for context in left:
        by_kind[context.fact.kind][0].append(context)
    for context in right:
        by_kind[context.fact.kind][1].append(context)
    compared = {kind: _compared(rows, columns) for kind, (rows, columns) in by_kind.items() if kind in FAMILIES}
    anchored = _anchors([cell for kind in INTERVALS for cell in compared.get(kind, ())])
    for cells in compared.values():
        yield from _pairs(cells, anchored)


Cell = tuple[Context, Context, Relation, float]


def _compared(rows: list[Context], columns: list[Context]) -> list[Cell]:
    cells = []
    for a in rows:
        for b in columns:
            relation = relate(a, b)
            if relation != "incomparable":
                cells.append((a, b, relation, similarity(a, b)))
    return cells


def _anchors(cells: list[Cell]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of sentences, the agreeing values that stand in them: (start, start) in the two texts."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b, relation, _ in cells:
        if relation in ("equal", "equivalent") and _telling(a) and _telling(b):
            found[a.fact.statement.number, b.fact.statement.number].append((a.order, b.order))
    return found


def _telling(context: Context) -> bool:
    """Whether a value is rare enough to mark a place: more than one digit, or a day."""
    value = context.fact.value
    if isinstance(value, Timex):
        return value.grain in ("day", "hour", "minute", "month")
    if isinstance(value, Quantity | Duration) and value.number is not None:
        return len(f"{abs(value.number):.6g}".replace(".", "").strip("0")) > 1
    return False


def _pairs(
    cells: list[Cell], anchored: dict[tuple[int, int], list[tuple[int, int]]]
) -> Iterator[tuple[Pair, Relation]]:
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    agreeing_a: set[int] = set()
    agreeing_b: set[int] = set()
    for a, b, relation, alike in cells:
        rows[a.order].append((alike, b.order))
        columns[b.order].append((alike, a.order))
        if relation in ("equal", "equivalent"):
            agreeing_a.add(a.order)
            agreeing_b.add(b.order)
    for options in (*rows.values(), *columns.values()):
        options.sort(reverse=True)
    for a, b, relation, alike in cells:
        same = [
            pair for pair in anchored.get((a.fact.statement.number, b.fact.statement.number), ())
            if pair != (a.order, b.order)
        ]  # fmt: skip
        yield (
            Pair(
                a, b, relation, alike,
                _margin(rows[a.order], alike, b.order), _margin(columns[b.order], alike, a.order),
                (a.order in agreeing_a) + (b.order in agreeing_b), len(same),
                _near(anchored, a.fact.statement.number, b.fact.statement.number),
            ),
            relation,
        )  # fmt: skip


def _margin(options: list[tuple[float, int]], own: float, partner: int) -> float:
    best_other = next((alike for alike, order in options if order != partner), 0.0)
    return own - best_other


def _near(anchored: dict[tuple[int, int], list[tuple[int, int]]], a: int, b: int) -> int:
    return sum(
        len(anchored.get((a + i, b + j), ()))
        for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j
    )  # fmt: skip


def align(left: Sequence[Context], right: Sequence[Context], weights: Weights) -> list[Alignment]:
    """The weighed pairs of two articles, most certain first; agreeing ones too."""
    found = []
    for pair, relation in candidates(left, right):
        its_levels = levels(pair)
        weight = weights.match_weight(FAMILIES[pair.a.fact.kind], its_levels)
        confidence = 1 / (1 + math.exp(-weight))
        found.append(Alignment(pair.a, pair.b, relation, confidence, weight, its_levels, pair.similarity))
    return sorted(found, key=lambda one: (-one.weight, one.a.order, one.b.order))


def agrees(alignment: Alignment) -> bool:
    """Whether the two values say the same."""
    return alignment.relation in AGREEING
