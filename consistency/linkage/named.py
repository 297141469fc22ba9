"""Alignment of facts that a name or the very words identify: posts, holders, parties, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.offices import PEOPLE
from consistency.linkage.quoted import certainty, same_words
from consistency.linkage.relations import relation

KINDS = frozenset((*PEOPLE, "quotation"))


def align_named(left: Sequence[Context], right: Sequence[Context]) -> list[Alignment]:
    """Every pair of named facts of two articles that speak of the same person, post, meeting or words."""
    return _told_once(list(_pairs(left, right)))


def _told_once(pairs: list[Alignment]) -> list[Alignment]:
    """The pairs without posts that two holders of one post explain: 主裁冯唯 and 助理裁判程砺, against 主裁程砺."""
    told = {_mention(one) for pair in pairs if pair.relation == "disjoint" and pair.a.fact.kind == "holder"
            for one in (pair.a, pair.b)}  # fmt: skip
    return [
        pair for pair in pairs
        if pair.a.fact.kind != "post" or pair.relation != "disjoint" or not {_mention(pair.a), _mention(pair.b)} & told
    ]  # fmt: skip


def _mention(context: Context) -> tuple[int, str, str]:
    return context.article, context.fact.slot("name"), context.fact.slot("title")


def _pairs(left: Sequence[Context], right: Sequence[Context]) -> Iterator[Alignment]:
    for a in left:
        if a.fact.kind not in KINDS:
            continue
        for b in right:
            if a.fact.kind != b.fact.kind:
                continue
            if a.fact.kind == "quotation":
                alike = same_words(a, b)
                if not alike:
                    continue
                found, confidence = relation(a, b), certainty(a, b)
                levels = (("quotation", f"{alike:.0%}"),)
            else:
                found, confidence = PEOPLE[a.fact.kind](a, b)
                levels = ((a.fact.kind, a.fact.measure),)
            if found != "incomparable":
                yield Alignment(a, b, found, confidence, 0.0, levels, 1.0)
