"""Which facts of two articles are about the same thing: blocking, levels, weights, and partners that compete."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from consistency.comparison import AGREEING, Relation
from consistency.linkage.competition import compete
from consistency.linkage.context import Context
from consistency.linkage.gates import INTERVALS, other_place
from consistency.linkage.levels import levels
from consistency.linkage.lived_to_see import not_lived_to_see
from consistency.linkage.miswritten import miswritten
from consistency.linkage.pair import FAMILIES, Pair
from consistency.linkage.relations import relation as relate
from consistency.linkage.running_counts import outgrown
from consistency.linkage.similarity import overlap, wording
from consistency.linkage.tolls import one_toll
from consistency.linkage.weights import Weights
from consistency.model.values import Duration, Quantity, Timex

_OF_MEASURE = ("toll", "so far", "miswritten")  # steps beside the weights that tell what is measured
ALIKE = 0.4  # surroundings from which on two equal names or states speak of the same thing


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two facts held to be about the same thing with probability `confidence`, and the levels that say so.

    `beside`: what else moved the odds, beside the fitted weights: (what, how it stands, nats).
    """

    a: Context
    b: Context
    relation: Relation
    confidence: float
    weight: float
    levels: tuple[tuple[str, str], ...]
    similarity: float
    beside: tuple[tuple[str, str, float], ...] = ()

    @property
    def basis(self) -> str:
        """What shows that both are about one thing: a step beside the weights that speaks for it, or `wording`."""
        return next((name for name, *_ in self.beside if name in _OF_MEASURE), "wording")


def similarity(a: Context, b: Context) -> float:
    """How alike the surroundings are, before any weight is learnt: the order in which partners compete."""
    near = wording(a.left + a.right, b.left + b.right)
    return 0.5 * near + 0.3 * overlap(a.words, b.words) + 0.2 * overlap(a.sentence, b.sentence)


Copied = frozenset[frozenset[int]]  # keys of pairs
NOT_COPIED: Copied = frozenset()


def key(a: Context, b: Context) -> frozenset[int]:
    """What a pair of facts is known by, in whichever order."""
    return frozenset((id(a), id(b)))


Cell = tuple[Context, Context, Relation, float]


def candidates(articles: Sequence[Sequence[Context]], copied: Copied = NOT_COPIED) -> Iterator[Pair]:
    """Every comparable pair of facts of two articles, with what the articles as wholes tell of it.

    `copied` are the pairs of facts of which one sentence is the other's copy, and no second witness of it.
    """
    tables = {}
    for one, two in combinations(range(len(articles)), 2):
        for kind in FAMILIES:
            rows = [context for context in articles[one] if context.fact.kind == kind]
            columns = [context for context in articles[two] if context.fact.kind == kind]
            tables[one, two, kind] = _compared(rows, columns)
    confirmed = _confirmations(tables, copied)
    for one, two in combinations(range(len(articles)), 2):
        anchored = _anchors([cell for kind in INTERVALS for cell in tables[one, two, kind]])
        for kind in FAMILIES:
            yield from _pairs(tables[one, two, kind], anchored, confirmed, (one, two), len(articles) > 2)


def _compared(rows: list[Context], columns: list[Context]) -> list[Cell]:
    cells: list[Cell] = []
    for a in rows:
        for b in columns:
            relation = relate(a, b)
            if relation != "incomparable" and not other_place(a, b):
                cells.append((a, b, relation, similarity(a, b)))
    return cells


Confirmations = dict[int, dict[int, float]]


def _confirmations(tables: dict[tuple[int, int, str], list[Cell]], copied: Copied) -> Confirmations:
    """For each fact and each other article, how alike the best fact there is that states the same value."""
    found: Confirmations = defaultdict(dict)
    for (one, two, _), cells in tables.items():
        for a, b, relation, alike in cells:
            if relation in AGREEING and key(a, b) not in copied:
                found[id(a)][two] = max(found[id(a)].get(two, 0.0), alike)
                found[id(b)][one] = max(found[id(b)].get(one, 0.0), alike)
    return found


def _anchors(cells: list[Cell]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of sentences, the agreeing values that stand in them: (order, order) in the two texts."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b, relation, _ in cells:
        if relation in ("equal", "equivalent") and telling(a) and telling(b):
            found[a.fact.statement.number, b.fact.statement.number].append((a.order, b.order))
    return found


def telling(context: Context) -> bool:
    """Whether a value is rare enough to mark a place: more than one digit, or a day."""
    value = context.fact.value
    if isinstance(value, Timex):
        return value.grain in ("day", "hour", "minute", "month")
    if isinstance(value, Quantity | Duration) and value.number is not None:
        return len(f"{abs(value.number):.6g}".replace(".", "").strip("0")) > 1
    return False


def _pairs(
    cells: list[Cell], anchored: dict[tuple[int, int], list[tuple[int, int]]], confirmed: Confirmations,
    articles: tuple[int, int], third: bool,
) -> Iterator[Pair]:  # fmt: skip
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    explained = [(a, b) for a, b, relation, alike in cells if _explains(a, relation, alike)]
    agreeing_a, agreeing_b = {a.order for a, _ in explained}, {b.order for _, b in explained}
    free_rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    free_columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b, _, alike in cells:
        rows[a.order].append((alike, b.order))
        columns[b.order].append((alike, a.order))
        if a.order not in agreeing_a and b.order not in agreeing_b:
            free_rows[a.order].append((alike, b.order))
            free_columns[b.order].append((alike, a.order))
    for options in (*rows.values(), *columns.values(), *free_rows.values(), *free_columns.values()):
        options.sort(reverse=True)
    for a, b, relation, alike in cells:
        same = [
            pair for pair in anchored.get((a.fact.statement.number, b.fact.statement.number), ())
            if pair != (a.order, b.order)
        ]  # fmt: skip
        yield Pair(
            a, b, relation, alike,
            _margin(rows[a.order], alike, b.order), _margin(columns[b.order], alike, a.order),
            _margin(free_rows[a.order], alike, b.order), _margin(free_columns[b.order], alike, a.order),
            len(rows[a.order]) * len(columns[b.order]), len(free_rows[a.order]) * len(free_columns[b.order]),
            (a.order in agreeing_a) + (b.order in agreeing_b), len(same),
            _near(anchored, a.fact.statement.number, b.fact.statement.number),
            _elsewhere(confirmed, a, articles) if third else None,
            _elsewhere(confirmed, b, articles) if third else None,
        )  # fmt: skip


def _explains(a: Context, relation: Relation, alike: float) -> bool:
    """Whether a value is found again: an interval wherever it stands, a name or state only in like surroundings."""
    return relation in ("equal", "equivalent") and (a.fact.kind in INTERVALS or alike >= ALIKE)


def _elsewhere(confirmed: Confirmations, context: Context, articles: tuple[int, int]) -> float:
    """How well a third article confirms a value."""
    return max((alike for other, alike in confirmed[id(context)].items() if other not in articles), default=0.0)


def _margin(options: list[tuple[float, int]], own: float, partner: int) -> float:
    best_other = next((alike for alike, order in options if order != partner), 0.0)
    return own - best_other


def _near(anchored: dict[tuple[int, int], list[tuple[int, int]]], a: int, b: int) -> int:
    return sum(
        len(anchored.get((a + i, b + j), ()))
        for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j
    )  # fmt: skip


def align(articles: Sequence[Sequence[Context]], weights: Weights, copied: Copied = NOT_COPIED) -> list[Alignment]:
    """The weighed pairs of the articles, most certain first; agreeing ones too."""
    found = []
    for pair in compete(candidates(articles, copied), weights):
        its_levels = levels(pair)
        beside = (one_toll(pair.a, pair.b) or outgrown(pair.a, pair.b)) + not_lived_to_see(pair.a, pair.b)
        beside += miswritten(pair.a, pair.b) if pair.relation == "disjoint" else ()
        weight = weights.match_weight(FAMILIES[pair.a.fact.kind], its_levels) + sum(nats for *_, nats in beside)
        confidence = probability(weight)
        found.append(Alignment(pair.a, pair.b, pair.relation, confidence, weight, its_levels, pair.similarity, beside))
    return sorted(found, key=lambda one: (-one.weight, place(one.a), place(one.b)))


def probability(weight: float) -> float:
    """How likely two facts of this match weight, in nats, are to be about the same thing."""
    return 1 / (1 + math.exp(-weight))


def place(context: Context) -> tuple[int, int]:
    """Where a fact stands among all: the number of its article, and its own there."""
    return context.article, context.order
