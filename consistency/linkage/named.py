"""Alignment of facts that a name or the very words identify: posts, holders, parties, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.grammar.names import same_organisation, same_person
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.quoted import SURE, certainty, same_words
from consistency.linkage.relations import relation

# How likely a disagreement of each kind is one that a reader would call so.
CONFIDENCE = {"post": 0.92, "holder": 0.8, "party": 0.75, "quotation": SURE}


def align_named(left: Sequence[Context], right: Sequence[Context]) -> Iterator[Alignment]:
    """Every pair of named facts of two articles that speak of the same person, post, meeting or words."""
    for a in left:
        if a.fact.kind not in CONFIDENCE:
            continue
        for b in right:
            if a.fact.kind != b.fact.kind:
                continue
            found = relation(a, b)
            if found == "incomparable":
                continue
            confidence, levels = _evidence(a, b)
            if confidence:
                yield Alignment(a, b, found, confidence, 0.0, levels, 1.0)


def _evidence(a: Context, b: Context) -> tuple[float, tuple[tuple[str, str], ...]]:
    kind = a.fact.kind
    confidence = CONFIDENCE[kind]
    if kind == "quotation":
        alike = same_words(a, b)
        return (certainty(a, b) if alike else 0.0), (("quotation", f"{alike:.0%}"),)
    if kind == "post":
        x, y = a.fact.slot("organisation"), b.fact.slot("organisation")
        apart = bool(x and y) and same_organisation(x, y) == "different"
        name = same_person(a.fact.slot("name"), b.fact.slot("name"))
        same = "different" if apart else "same"
        return (confidence - 0.3 if apart else confidence), (("person", name), ("organisation", same))
    return confidence, ((kind, a.fact.measure),)
