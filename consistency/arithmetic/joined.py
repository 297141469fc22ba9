"""What a draft and a source make together: each has some terms of a sum, and the terms are certainly of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.arithmetic.registry import ACROSS, THAN, Term
from consistency.arithmetic.sentences import sentences
from consistency.linkage.context import Context
from consistency.linkage.topics import Topic
from consistency.model.facts import Fact
from consistency.model.text import Article


@dataclass(frozen=True)
class Told:
    """Values that do not add up, the one that is claimed first, and the sum that says so."""

    facts: tuple[Fact, ...]
    sum: str


def contradictions(
    draft: Sequence[Context], sources: Sequence[Sequence[Context]], topics: Sequence[Topic],
    articles: Mapping[str, Article],
) -> Iterator[Told]:  # fmt: skip
    """Each claim of the draft once, then what the sources add to it; no value that is in dispute anyway.

    A claim that one source contradicts and another bears out is not told: they do not speak of one thing.
    """
    disputed = {id(one.fact) for topic in topics if topic.disagreements for group in topic.groups for one in group}
    own, *others = (_Side(article, _equals(topics)) for article in (draft, *sources))
    for rule in ACROSS:
        for mine, yours in ((0, 1), (1, 0)):
            for terms in own.terms(rule.patterns[mine]):
                sums: list[str | None] = []
                added: dict[int, Fact] = {}
                for more in (more for other in others for more in other.terms(rule.patterns[yours])):
                    sides = (terms, more) if mine == 0 else (more, terms)
                    facts = {name: term.fact for name, term in (*more.items(), *terms.items())}
                    if disputed.isdisjoint(map(id, facts.values())) and rule.same(*sides):
                        published = articles[next(iter(sides[0].values())).fact.statement.article].published
                        sums.append(rule.judge(facts, "", published))
                        added |= {id(fact): fact for name, fact in facts.items() if name not in (*terms, THAN)}
                told = [one for one in sums if one is not None]
                if told and len(told) == len(sums):
                    *rest, claim = (term.fact for name, term in terms.items() if name != THAN)
                    yield Told((claim, *added.values(), *rest), told[0])


def _equals(topics: Sequence[Topic]) -> dict[int, frozenset[int]]:
    return {
        id(one.fact): frozenset(id(other.fact) for other in group if other is not one)
        for topic in topics for group in topic.groups for one in group
    }  # fmt: skip


class _Side:
    """One article: the terms that a pattern finds in its sentences, none a mere basis or not asserted."""

    def __init__(self, contexts: Sequence[Context], equals: Mapping[int, frozenset[int]]) -> None:
        self._contexts = {id(context.fact): context for context in contexts}
        self._equals = equals
        self._sentences = sentences([context.fact for context in contexts])

    def terms(self, pattern: re.Pattern[str]) -> Iterator[dict[str, Term]]:
        """The terms of each match, by name, in the order of the pattern's groups."""
        for sentence in self._sentences:
            for values, _ in sentence.matches(pattern):
                if all(name == THAN or fact.slot("role") != "basis" for name, fact in values.items()):
                    yield {
                        name: Term(self._contexts[id(fact)], sentence.facts, self._equals.get(id(fact), frozenset()))
                        for name, fact in values.items()
                    }  # fmt: skip
