"""Fits the match weights on gold bundles: `python -m consistency.linkage.fit data/gold` rewrites lexicon/weights.tsv."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from consistency.articles import read_paths
from consistency.fields import read_facts
from consistency.linkage.alignment import FAMILIES, candidates
from consistency.linkage.context import Context, contexts
from consistency.linkage.levels import levels
from consistency.linkage.weights import Weights
from consistency.statements import read

RIDGE = 2.0  # how strongly weights are held towards nought
CANDIDATES = ("disjoint", "rebased")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of disagreeing facts with its levels, and whether the gold holds it to be a conflict."""

    bundle: str
    family: str
    levels: tuple[tuple[str, str], ...]
    conflict: bool


def examples(bundle: Path) -> Iterator[Example]:
    """Every candidate pair of a gold bundle, judged."""
    gold = json.loads((bundle / "gold.json").read_text("utf-8"))
    articles, _ = read_paths([str(bundle)])
    read_contexts = []
    for article in articles:
        reading = read(article)
        read_contexts.append(contexts(reading, read_facts(reading)))
    places = {article.id: _places(gold, Path(article.path).name, article.text) for article in articles}
    for pair in candidates(read_contexts):
        if pair.relation in CANDIDATES:
            yield Example(bundle.name, FAMILIES[pair.a.fact.kind], levels(pair), _opposed(places, pair.a, pair.b))


def _places(gold: dict[str, Any], name: str, text: str) -> list[tuple[int, int, str, str]]:
    """Where the gold's conflicts have their values in a file: start, end, conflict, group."""
    found = []
    for conflict in gold["conflicts"]:
        for side in conflict["sides"]:
            if side["file"] == name:
                start = text.index(side["quote"]) + side["quote"].index(side["value"])
                found.append((start, start + len(side["value"]), conflict["id"], side["group"]))
    return found


def _opposed(places: dict[str, list[tuple[int, int, str, str]]], a: Context, b: Context) -> bool:
    def sides(context: Context) -> set[tuple[str, str]]:
        span = context.fact.span
        return {
            (conflict, group) for start, end, conflict, group in places[context.fact.statement.article]
            if span.start < end and start < span.end
        }  # fmt: skip

    return any(x[0] == y[0] and x[1] != y[1] for x in sides(a) for y in sides(b))


def fit(judged: Sequence[Example]) -> Weights:
    """Weights by logistic regression on the levels, one family at a time, with a ridge; rare levels stay near nought."""
    table: dict[tuple[str, str, str], float] = {}
    families: dict[str, list[Example]] = defaultdict(list)
    for example in judged:
        families[example.family].append(example)
    for family, rows in families.items():
        if not any(row.conflict for row in rows):
            continue
        names = sorted({level for row in rows for level in row.levels})
        column = {name: i + 1 for i, name in enumerate(names)}
        design = np.zeros((len(rows), len(names) + 1))
        design[:, 0] = 1
        for i, row in enumerate(rows):
            for level in row.levels:
                design[i, column[level]] = 1
        beta = _logistic(design, np.array([row.conflict for row in rows], dtype=float))
        table[family, "prior", ""] = float(beta[0])
        for name, i in column.items():
            table[family, *name] = float(beta[i])
    return Weights(table)


def _logistic(design: np.ndarray[Any, Any], outcome: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Newton's method for the penalised likelihood; the intercept is free."""
    beta = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], RIDGE)
    penalty[0] = 1e-3
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (outcome - chance) - penalty * beta
        hessian = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        longest = float(np.abs(step).max())
        beta = beta + step * min(1.0, 2.0 / longest)
        if longest < 1e-3:
            break
    return beta


def bundles(folder: Path) -> list[Path]:
    """The gold bundles at or below a folder, sorted."""
    return sorted(gold.parent for gold in folder.rglob("gold.json"))


def main() -> None:
    """Fit on all bundles below the folder named and write the table."""
    judged = [example for bundle in bundles(Path(sys.argv[1])) for example in examples(bundle)]
    target = Path(__file__).parent.parent / "lexicon" / "weights.tsv"
    target.write_text(fit(judged).to_text(), "utf-8")
    print(f"{len(judged)} pairs, {sum(example.conflict for example in judged)} conflicts -> {target}")


if __name__ == "__main__":
    main()
