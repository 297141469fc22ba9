"""Fits the match weights: `python -m consistency.fitting data/gold data/training` writes lexicon/weights.tsv."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from consistency.articles import read_paths
from consistency.errors import ConsistencyError
from consistency.fields import read_facts
from consistency.linkage.alignment import candidates, telling
from consistency.linkage.competition import compete, same
from consistency.linkage.context import contexts_of
from consistency.linkage.levels import levels, wording_levels
from consistency.linkage.pair import FAMILIES, Pair
from consistency.linkage.rebasing import with_basis
from consistency.linkage.weights import Levels, Weights
from consistency.model.facts import Fact
from consistency.model.text import Article
from consistency.statements import read

# How strongly weights are held towards nought: a family's prior, what families share, what is a family's own.
PRIOR, SHARED, OWN = 0.01, 2.0, 20.0

# How often the gold counts: its bundles were judged by the founders, and are fewer than those that only teach.
GOLD = 2


@dataclass(frozen=True)
class Judged:
    """All comparable pairs of a gold bundle, each with the conflict that the gold holds it to be, "" for none."""

    bundle: Path
    pairs: tuple[tuple[Pair, str], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of facts as its levels, whether it is wanted, and how much it counts."""

    family: str
    levels: Levels
    wanted: bool
    count: float = 1.0


def judged(bundle: Path) -> Judged:
    """The pairs of a gold bundle, judged; the levels of their wording are filled in."""
    gold = json.loads((bundle / "gold.json").read_text("utf-8"))
    articles, _ = read_paths([str(bundle)])
    readings = [read(article) for article in articles]
    read_contexts = contexts_of(readings, [read_facts(reading) for reading in readings])
    places = {article.id: _places(gold, Path(article.path).name, article.text) for article in articles}
    pairs = [replace(pair, wording=wording_levels(pair)) for pair in candidates(read_contexts)]
    texts = {article.id: article for article in articles}
    return Judged(bundle, tuple((pair, _opposed(places, *_in_dispute(pair, texts))) for pair in pairs))


def _in_dispute(pair: Pair, articles: Mapping[str, Article]) -> tuple[Fact, Fact]:
    """The two facts of a pair, with their bases where these are in dispute: the gold marks 同比 of 同比增长12.3%."""
    a, b = pair.a.fact, pair.b.fact
    if pair.relation != "rebased":
        return a, b
    return with_basis(a, articles[a.statement.article]), with_basis(b, articles[b.statement.article])


def _places(gold: dict[str, Any], name: str, text: str) -> list[tuple[int, int, str, str]]:
    """Where the gold's conflicts have their values in a file: start, end, conflict, group."""
    found = []
    for conflict in gold["conflicts"]:
        for side in conflict["sides"]:
            if side["file"] == name:
                start = text.index(side["quote"]) + side["quote"].index(side["value"])
                found.append((start, start + len(side["value"]), conflict["id"], side["group"]))
    return found


def _opposed(places: dict[str, list[tuple[int, int, str, str]]], a: Fact, b: Fact) -> str:
    """The conflict that sets the two against each other, "" for none."""

    def sides(fact: Fact) -> set[tuple[str, str]]:
        span = fact.span
        return {
            (conflict, group) for start, end, conflict, group in places[fact.statement.article]
            if span.start < end and start < span.end
        }  # fmt: skip

    return min((x[0] for x in sides(a) for y in sides(b) if x[0] == y[0] and x[1] != y[1]), default="")


def fit(gold: Sequence[Judged], others: Sequence[Judged] = ()) -> Weights:
    """First the weights of the wording alone, then, with partners competing by them, those of all comparisons.

    The first are learnt from what is one thing, conflicts and telling values that agree, against all that disagrees
    without a conflict; the second from conflicts against all else that disagrees. A conflict that several articles
    have on each side makes many pairs; they count as many as the root of their number, so that one event with many
    articles does not outweigh the others; `gold` counts GOLD times, `others` once.
    """
    known = [*gold] * GOLD + [*others]
    wording = _logistic_weights([
        Example(same(FAMILIES[pair.a.fact.kind]), pair.wording, bool(conflict) or not pair.disagrees)
        for one in known for pair, conflict in one.pairs if pair.disagrees or _agrees(pair)
    ])  # fmt: skip
    examples = []
    for one in known:
        conflict = {_key(pair): found for pair, found in one.pairs}
        size = Counter(found for pair, found in one.pairs if pair.disagrees)
        for pair in compete([pair for pair, _ in one.pairs], wording):
            if pair.disagrees:
                found = conflict[_key(pair)]
                count = size[found] ** -0.5 if found else 1.0
                examples.append(Example(FAMILIES[pair.a.fact.kind], levels(pair), bool(found), count))
    wanted = [example.count for example in examples if example.wanted]
    evened = len(wanted) / sum(wanted) if wanted else 1.0
    examples = [replace(one, count=one.count * evened) if one.wanted else one for one in examples]
    return Weights(wording.table | _logistic_weights(examples).table)


def _key(pair: Pair) -> tuple[int, int]:
    return id(pair.a), id(pair.b)


def _agrees(pair: Pair) -> bool:
    return pair.relation in ("equal", "equivalent") and telling(pair.a) and telling(pair.b)


def _logistic_weights(examples: Sequence[Example]) -> Weights:
    """Weights by logistic regression on the levels: what all families share, and how far each departs from it.

    A family with few conflicts (places, acts, states) so borrows strength from figures and dates; both parts are held
    towards nought by a ridge, the departures more firmly.
    """
    np, optimize, sparse = _scientific()
    column: dict[tuple[str, str, str], int] = {}
    row_of: list[int] = []
    columns: list[int] = []
    for number, example in enumerate(examples):
        names = [(example.family, "prior", "")]
        names += [key for name, level in example.levels for key in (("", name, level), (example.family, name, level))]
        for key in names:
            row_of.append(number)
            columns.append(column.setdefault(key, len(column)))
    design = sparse.csr_matrix((np.ones(len(columns)), (row_of, columns)), shape=(len(examples), len(column)))
    ridge = np.array([PRIOR if name == "prior" else SHARED if not family else OWN for family, name, _ in column])
    wanted = np.array([example.wanted for example in examples], dtype=float)
    counts = np.array([example.count for example in examples])
    beta = _logistic(np, optimize, design, wanted, counts, ridge)
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


def _logistic(np: Any, optimize: Any, design: Any, outcome: Any, counts: Any, ridge: Any) -> Any:
    """The coefficients that maximise the penalised likelihood, each outcome taken as often as it counts."""

    def loss(beta: Any) -> tuple[float, Any]:
        score = design @ beta
        value = counts @ (np.logaddexp(0, score) - outcome * score) + 0.5 * (ridge * beta**2).sum()
        return float(value), design.T @ (counts * (1 / (1 + np.exp(-score)) - outcome)) + ridge * beta

    start = np.zeros(design.shape[1])
    return optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def leaving_out(folders: Sequence[Path], others: Sequence[Path] = ()) -> dict[Path, Weights]:
    """For each bundle the weights that all else gives: none is judged by what it taught; `others` only teach."""
    gold, taught = [judged(folder) for folder in folders], [judged(folder) for folder in others]
    return {folder: fit([one for one in gold if one.bundle != folder], taught) for folder in folders}


def bundles(folder: Path) -> list[Path]:
    """The gold bundles at or below a folder, sorted."""
    return sorted(gold.parent for gold in folder.rglob("gold.json"))


def main() -> None:
    """Fit on all bundles below the folders named, the gold first, and write the table."""
    gold, *roots = [[judged(bundle) for bundle in bundles(Path(root))] for root in sys.argv[1:]]
    others = list(chain.from_iterable(roots))
    target = Path(__file__).parent / "lexicon" / "weights.tsv"
    target.write_text(fit(gold, others).to_text(), "utf-8")
    pairs = [bool(conflict) for one in (*gold, *others) for _, conflict in one.pairs]
    print(f"{len(gold) + len(others)} bundles, {len(pairs)} pairs, {sum(pairs)} of conflicts -> {target}")


if __name__ == "__main__":
    main()
