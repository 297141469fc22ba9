"""Topics: the aligned facts of all articles, one topic for one thing, its statements grouped by meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod

from consistency.comparison import AGREEING
from consistency.linkage.alignment import Alignment, align, place
from consistency.linkage.context import Context
from consistency.linkage.named import align_named
from consistency.linkage.relations import relation
from consistency.linkage.weights import Weights

THRESHOLD = 0.5  # an alignment of disagreeing values counts from this probability on
DOUBTFUL = 0.1  # below this a pair backs no other
BACKING = 0.5  # how far a further pair of the same two values counts as independent
AGREEMENT = 0.42  # and one of agreeing values from this likeness of their surroundings on


@dataclass(frozen=True)
class Topic:
    """Facts about one thing: `groups` are those of the same meaning, `links` the alignments that hold them together."""

    groups: tuple[tuple[Context, ...], ...]
    links: tuple[Alignment, ...]

    @property
    def disagreements(self) -> tuple[Alignment, ...]:
        """The links between values that cannot both be true, the most certain first."""
        return tuple(link for link in self.links if link.relation in ("disjoint", "rebased"))


@dataclass(frozen=True)
class Linkage:
    """All topics over the articles, and how many facts were aligned and pairs compared."""

    topics: tuple[Topic, ...]
    aligned: int
    compared: int


def link(articles: Sequence[Sequence[Context]], weights: Weights) -> Linkage:
    """The topics of the articles whose contexts are given, article by article."""
    accepted: list[Alignment] = []
    agreeing: list[Alignment] = []
    compared = 0
    by_articles: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    named = [pair for left, right in combinations(articles, 2) for pair in align_named(left, right)]
    for pair in (*named, *align(articles, weights)):
        compared += 1
        if pair.relation in AGREEING and _same_thing(pair):
            agreeing.append(pair)
        elif pair.relation in ("disjoint", "rebased"):
            by_articles[pair.a.fact.statement.article, pair.b.fact.statement.article].append(pair)
    reinforced = _reinforced([pair for pairs in by_articles.values() for pair in pairs], agreeing)
    for pairs in by_articles.values():
        accepted += _partners([reinforced.get(id(pair), pair) for pair in pairs])
    topics = _topics(accepted, agreeing)
    aligned = {id(context) for pair in (*accepted, *agreeing) for context in (pair.a, pair.b)}
    return Linkage(tuple(topics), len(aligned), compared)


def _same_thing(pair: Alignment) -> bool:
    return pair.similarity >= (AGREEMENT if pair.relation in ("equal", "equivalent") else AGREEMENT + 0.1)


def _reinforced(disagreeing: list[Alignment], agreeing: list[Alignment]) -> dict[int, Alignment]:
    """Pairs that set the same two values against each other back one another: their doubts multiply.

    The values are those of agreeing facts of several articles (9人受伤, 受伤9人 and 9个伤员, against 11人受伤).
    """
    same = _Sets()
    for pair in agreeing:
        if pair.relation in ("equal", "equivalent"):
            same.join(pair.a, pair.b)
    sides: dict[frozenset[int], list[Alignment]] = defaultdict(list)
    for pair in disagreeing:
        if pair.confidence >= DOUBTFUL:
            sides[frozenset((same.root(pair.a), same.root(pair.b)))].append(pair)
    found = {}
    for pairs in sides.values():
        if len(pairs) < 2:
            continue
        ranked = sorted(pairs, key=lambda pair: -pair.confidence)
        doubt = (1 - ranked[0].confidence) * prod((1 - pair.confidence) ** BACKING for pair in ranked[1:])
        for pair in pairs:
            found[id(pair)] = replace(pair, confidence=max(pair.confidence, 1 - doubt))
    return found


def _partners(pairs: list[Alignment]) -> list[Alignment]:
    """One to one within a pair of articles: the most certain first, each fact once but for equal repetitions."""
    chosen: list[Alignment] = []
    taken: dict[int, Alignment] = {}
    for pair in sorted(pairs, key=lambda one: (-one.confidence, one.a.order, one.b.order)):
        if pair.confidence < THRESHOLD:
            break
        rivals = [taken[id(context)] for context in (pair.a, pair.b) if id(context) in taken]
        if any(not _repeats(pair, rival) for rival in rivals):
            continue
        chosen.append(pair)
        for context in (pair.a, pair.b):
            taken.setdefault(id(context), pair)
    return chosen


def _repeats(pair: Alignment, rival: Alignment) -> bool:
    """Whether a fact's second partner says the same as its first: a headline repeats the body."""
    other, first = (pair.b, rival.b) if pair.a is rival.a else (pair.a, rival.a)
    return other.fact.kind == first.fact.kind and relation(other, first) in ("equal", "equivalent")


def _topics(accepted: list[Alignment], agreeing: list[Alignment]) -> list[Topic]:
    """Disagreeing partners make a topic; a fact that agrees with one of its members joins the topic that it fits best.

    Agreement never joins two disagreements: one wording may agree with both.
    """
    sets = _Sets()
    for pair in accepted:
        sets.join(pair.a, pair.b)
    disputed = set(sets.parent)
    attached: set[int] = set()
    for pair in sorted(agreeing, key=lambda one: (-one.similarity, place(one.a), place(one.b))):
        inside = [id(context) in disputed for context in (pair.a, pair.b)]
        settled = [id(context) in attached for context in (pair.a, pair.b)]
        if all(inside) or any(settled) and any(inside):
            continue
        if any(inside):
            attached.add(id(pair.b if inside[0] else pair.a))
        elif any(settled):
            continue
        sets.join(pair.a, pair.b)
    links: dict[int, list[Alignment]] = {}
    for pair in (*accepted, *agreeing):
        if id(pair.a) in sets.parent and id(pair.b) in sets.parent and sets.root(pair.a) == sets.root(pair.b):
            links.setdefault(sets.root(pair.a), []).append(pair)
    topics = []
    for node, group in sets.members().items():
        its_links = sorted(links[node], key=lambda one: (-one.confidence, place(one.a), place(one.b)))
        topics.append(Topic(_groups(sorted(group, key=place)), tuple(its_links)))
    return sorted(topics, key=lambda topic: place(topic.groups[0][0]))


class _Sets:
    """Disjoint sets of contexts, by identity."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}
        self._contexts: dict[int, Context] = {}

    def root(self, context: Context) -> int:
        node = id(context)
        if node not in self.parent:
            return node
        while self.parent[node] != node:
            node = self.parent[node]
        return node

    def join(self, a: Context, b: Context) -> None:
        for context in (a, b):
            self.parent.setdefault(id(context), id(context))
            self._contexts[id(context)] = context
        self.parent[self.root(a)] = self.root(b)

    def members(self) -> dict[int, list[Context]]:
        found: dict[int, list[Context]] = {}
        for context in self._contexts.values():
            found.setdefault(self.root(context), []).append(context)
        return found


def _groups(contexts: list[Context]) -> tuple[tuple[Context, ...], ...]:
    """The facts by meaning: each joins the first group with whose every member it agrees."""
    groups: list[list[Context]] = []
    for context in contexts:
        for group in groups:
            if all(relation(context, member) in AGREEING for member in group):
                group.append(context)
                break
        else:
            groups.append([context])
    return tuple(tuple(group) for group in groups)
