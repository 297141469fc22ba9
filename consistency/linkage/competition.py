"""Partners compete: of all that a fact could be compared with in another article, how much better is this one?

The wording of each pair is weighed by weights of its own, learnt from pairs that agree as well as from conflicts; they
stand in lexicon/weights.tsv under `same amount`, `same time` …
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from consistency.comparison import AGREEING
from consistency.linkage.levels import wording_levels
from consistency.linkage.pair import FAMILIES, Pair
from consistency.linkage.weights import Weights

NONE = -9.0  # nats of a partner that there is not
Weighed = tuple[Pair, tuple[tuple[str, str], ...], float]  # with the levels of its wording, and what they weigh


def same(family: str) -> str:
    """Under which name the weights of the wording stand."""
    return f"same {family}"


def compete(pairs: Iterable[Pair], weights: Weights) -> list[Pair]:
    """The pairs with the weight of their wording, and how they stand to the other partners of their facts."""
    tables: dict[tuple[int, int, str], list[Weighed]] = defaultdict(list)
    for pair in pairs:
        levels = pair.wording or wording_levels(pair)
        weight = weights.match_weight(same(FAMILIES[pair.a.fact.kind]), levels)
        tables[pair.a.article, pair.b.article, pair.a.fact.kind].append((pair, levels, weight))
    return [found for table in tables.values() for found in _leading(table)]


def _leading(table: list[Weighed]) -> Iterable[Pair]:
    """The pairs, their wording weighed, with their leads."""
    rows: dict[int, list[Weighed]] = defaultdict(list)
    columns: dict[int, list[Weighed]] = defaultdict(list)
    for one in table:
        rows[one[0].a.order].append(one)
        columns[one[0].b.order].append(one)
    best_row, best_column = _two_best(rows), _two_best(columns)
    agreed_row, agreed_column = _agreed(rows), _agreed(columns)
    for pair, levels, own in table:
        yield replace(
            pair, wording=levels, sameness=own,
            lead_a=own - _other(best_row[pair.a.order], own), lead_b=own - _other(best_column[pair.b.order], own),
            agreed_a=agreed_row[pair.a.order] - own, agreed_b=agreed_column[pair.b.order] - own,
        )  # fmt: skip


def _two_best(options: Mapping[int, list[Weighed]]) -> dict[int, tuple[float, float]]:
    found = {}
    for order, pairs in options.items():
        ranked = sorted([weight for _, _, weight in pairs], reverse=True)
        found[order] = ranked[0], ranked[1] if len(ranked) > 1 else NONE
    return found


def _other(best: tuple[float, float], own: float) -> float:
    """The best weight but for one's own."""
    return best[1] if own == best[0] else best[0]


def _agreed(options: Mapping[int, list[Weighed]]) -> dict[int, float]:
    """For each fact the weight of the best partner that agrees with it."""
    return {
        order: max([weight for pair, _, weight in pairs if pair.relation in AGREEING], default=NONE)
        for order, pairs in options.items()
    }
