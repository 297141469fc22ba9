"""Facts joined into sets that speak of one thing, none with two values of one article, and grouped by meaning."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.comparison import AGREEING, DISAGREEING
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.relations import relation


class FactSets:
    """Disjoint sets of contexts, by identity, none with two values of one article."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._members: dict[int, list[Context]] = {}

    def root(self, context: Context) -> int:
        node = id(context)
        while node in self._parent and self._parent[node] != node:
            node = self._parent[node]
        return node

    def join(self, a: Context, b: Context) -> bool:
        """Whether the two now are in one set; not if an article would state two values in it."""
        for context in (a, b):
            if id(context) not in self._parent:
                self._parent[id(context)] = id(context)
                self._members[id(context)] = [context]
        one, two = self.root(a), self.root(b)
        if one == two:
            return True
        if any(_contradict(x, y) for x in self._members[one] for y in self._members[two]):
            return False
        self._parent[one] = two
        self._members[two] += self._members.pop(one)
        return True

    def members(self) -> dict[int, list[Context]]:
        """All sets of more than one."""
        return {node: group for node, group in self._members.items() if len(group) > 1}


def _contradict(a: Context, b: Context) -> bool:
    if a.fact.statement.article != b.fact.statement.article:
        return False
    return a.fact.kind != b.fact.kind or relation(a, b) not in AGREEING


def bearing(contexts: Sequence[Context], links: Sequence[Alignment]) -> list[Context]:
    """The facts of a topic but for those compatible with both sides of a dispute: 一百多米, of 112米 / 121米."""
    disputes = [link for link in links if link.relation in DISAGREEING]
    sides = {id(one) for link in disputes for one in (link.a, link.b)}
    return [
        one for one in contexts
        if id(one) in sides
        or not any(relation(one, x.a) in AGREEING and relation(one, x.b) in AGREEING for x in disputes)
    ]  # fmt: skip


def groups_of(contexts: Sequence[Context]) -> tuple[tuple[Context, ...], ...]:
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
