"""Alignment of facts that a name or the very words identify: posts, holders, parties, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.offices import PEOPLE
from consistency.linkage.relations import relation
from consistency.linkage.similarity import containment

QUOTATION = 0.93  # how likely a reader calls the same words by another speaker a disagreement
KINDS = frozenset((*PEOPLE, "quotation"))
SAME_WORDS = 0.72  # share of the shorter quotation found again in the longer one


def align_named(left: Sequence[Context], right: Sequence[Context]) -> Iterator[Alignment]:
    """Every pair of named facts of two articles that speak of the same person, post, meeting or words."""
    for a in left:
        if a.fact.kind not in KINDS:
            continue
        for b in right:
            if a.fact.kind != b.fact.kind:
                continue
            if a.fact.kind == "quotation":
                found, confidence = relation(a, b), QUOTATION
                alike = containment(a.fact.measure, b.fact.measure)
                levels = (("quotation", f"{alike:.0%}"),)
                if alike < SAME_WORDS:
                    continue
            else:
                found, confidence = PEOPLE[a.fact.kind](a, b)
                levels = ((a.fact.kind, a.fact.measure),)
            if found != "incomparable":
                yield Alignment(a, b, found, confidence, 0.0, levels, 1.0)
