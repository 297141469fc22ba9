"""Fits the match weights: `python -m consistency.fitting data/gold data/training` writes lexicon/weights.tsv."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from consistency.articles import read_paths
from consistency.errors import ConsistencyError
from consistency.fields import read_facts
from consistency.linkage.alignment import FAMILIES, candidates
from consistency.linkage.context import Context, contexts_of
from consistency.linkage.levels import levels
from consistency.linkage.weights import Weights
from consistency.statements import read

# How strongly weights are held towards nought: a family's prior, what families share, what is a family's own.
PRIOR, SHARED, OWN = 0.01, 2.0, 10.0
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
    readings = [read(article) for article in articles]
    read_contexts = contexts_of(readings, [read_facts(reading) for reading in readings])
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
    """Weights by logistic regression on the levels: what all families share, and how far each departs from it.

    A family with few conflicts (places, acts, states) so borrows strength from figures and dates; both parts are held
    towards nought by a ridge, the departures more firmly.
    """
    np, optimize, sparse = _scientific()
    column: dict[tuple[str, str, str], int] = {}
    row_of: list[int] = []
    columns: list[int] = []
    for number, example in enumerate(judged):
        names = [(example.family, "prior", "")]
        names += [key for name, level in example.levels for key in (("", name, level), (example.family, name, level))]
        for key in names:
            row_of.append(number)
            columns.append(column.setdefault(key, len(column)))
    design = sparse.csr_matrix((np.ones(len(columns)), (row_of, columns)), shape=(len(judged), len(column)))
    ridge = np.array([PRIOR if name == "prior" else SHARED if not family else OWN for family, name, _ in column])
    beta = _logistic(np, optimize, design, np.array([example.conflict for example in judged], dtype=float), ridge)
    table: dict[tuple[str, str, str], float] = {}
    for (family, name, level), i in column.items():
        if family:
            shared = column.get(("", name, level))
            table[family, name, level] = float(beta[i] + (beta[shared] if shared is not None else 0.0))
    return Weights(table)


def _scientific() -> tuple[Any, Any, Any]:
    """numpy, scipy.optimize and scipy.sparse, which only fitting needs."""
    try:
        import numpy
        from scipy import optimize, sparse
    except ImportError as error:
        raise ConsistencyError("fitting weights needs scipy; pip install 'consistency[fit]'") from error
    return numpy, optimize, sparse


def _logistic(np: Any, optimize: Any, design: Any, outcome: Any, ridge: Any) -> Any:
    """The coefficients that maximise the penalised likelihood."""

    def loss(beta: Any) -> tuple[float, Any]:
        score = design @ beta
        value = np.logaddexp(0, score).sum() - outcome @ score + 0.5 * (ridge * beta**2).sum()
        return float(value), design.T @ (1 / (1 + np.exp(-score)) - outcome) + ridge * beta

    start = np.zeros(design.shape[1])
    return optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def leaving_out(folders: Sequence[Path], others: Sequence[Path] = ()) -> dict[Path, Weights]:
    """For each bundle the weights that all else gives: none is judged by what it taught; `others` only teach."""
    judged = {folder: list(examples(folder)) for folder in (*folders, *others)}
    return {
        folder: fit([example for other, found in judged.items() if other != folder for example in found])
        for folder in folders
    }


def bundles(folder: Path) -> list[Path]:
    """The gold bundles at or below a folder, sorted."""
    return sorted(gold.parent for gold in folder.rglob("gold.json"))


def main() -> None:
    """Fit on all bundles below the folders named and write the table."""
    judged = [example for root in sys.argv[1:] for bundle in bundles(Path(root)) for example in examples(bundle)]
    target = Path(__file__).parent / "lexicon" / "weights.tsv"
    target.write_text(fit(judged).to_text(), "utf-8")
    print(f"{len(judged)} pairs, {sum(example.conflict for example in judged)} conflicts -> {target}")


if __name__ == "__main__":
    main()
