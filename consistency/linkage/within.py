"""What one article says of one thing in two ways: its headline and its text, its first paragraph and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consistency.comparison import DISAGREEING
from consistency.linkage.alignment import Alignment, align, probability
from consistency.linkage.context import Context
from consistency.linkage.gates import INTERVALS
from consistency.linkage.named import align_named
from consistency.linkage.topics import Topic
from consistency.linkage.weights import Weights

# An article tells of many things in like words (本季度…同比增长, 全年…同比增长), so that its sentences are not held
# against each other. But its headline tells of one of them, which the weights, learnt from two articles, do not know.
HEADLINE = 1.5  # nats that this is worth; with them no headline of the 349 articles in data/ is doubted
DOUBT = 0.7  # a headline that is so likely another value than its text
LEAD = 0.95  # and a first paragraph, which tells of more things: none of the 349 is so likely


def within(contexts: Sequence[Context], weights: Weights) -> list[Topic]:
    """A topic for each two statements of one article that cannot both be true, each fact in one of them."""
    own = [replace(context, article=0) for context in contexts]
    blocks = sorted({one.fact.statement.block for one in own if not one.fact.statement.headline})
    headline = [one for one in own if one.fact.statement.headline]
    lead = [one for one in own if not one.fact.statement.headline and one.fact.statement.block in blocks[:1]]
    pairs = _apart(headline, [one for one in own if not one.fact.statement.headline], weights, HEADLINE, DOUBT)
    pairs += _apart(lead, [one for one in own if one.fact.statement.block in blocks[1:]], weights, 0.0, LEAD)
    named = align_named(own, [replace(one, article=1) for one in own])
    pairs += [pair for pair in named if pair.relation in DISAGREEING and pair.a.order < pair.b.order]
    told: set[int] = set()
    found = []
    for pair in sorted(pairs, key=lambda pair: (-pair.confidence, pair.a.order, pair.b.order)):
        if not told & {pair.a.order, pair.b.order}:
            told |= {pair.a.order, pair.b.order}
            found.append(Topic(((pair.a,), (pair.b,)), (pair,)))
    return found


def _apart(one: list[Context], two: list[Context], weights: Weights, more: float, least: float) -> list[Alignment]:
    """The intervals of two parts of an article that exclude each other, `more` nats surer than of two articles."""
    pairs = [
        replace(pair, confidence=probability(pair.weight + more))
        for pair in align([one, [replace(context, article=1) for context in two]], weights)
    ]
    return [
        pair for pair in pairs
        if pair.a.fact.kind in INTERVALS and pair.relation == "disjoint" and pair.confidence >= least
        and pair.a.as_of == pair.b.as_of
    ]  # fmt: skip
