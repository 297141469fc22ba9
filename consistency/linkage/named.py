"""Alignment of facts that a name or the very words identify: posts, holders, parties, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.grammar.names import same_organisation, same_person
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.relations import relation
from consistency.linkage.similarity import containment, paraphrase

# How likely a disagreement of each kind is one that a reader would call so.
CONFIDENCE = {"post": 0.92, "holder": 0.8, "party": 0.75, "quotation": 0.93}
SAME_WORDS = 0.75  # share of the shorter quotation found again in the longer one
SAME_REPORT = 0.85  # the same where one of the two is reported without quotation marks
SHORTEST = 6  # characters that are left of a quotation without its particles
BRIEF = 12  # characters: of a quotation as short as this one all but a particle must be found again
BESIDE = 0.12  # how much less sure a speaker is who only stands beside the words, with no 说 or 称


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
        alike = same_words(a.fact.measure, b.fact.measure)
        direct = [one.fact.slot("direct") == "yes" for one in (a, b)]
        if not any(direct) or alike < (SAME_WORDS if all(direct) else SAME_REPORT):
            return 0.0, ()  # what two people report in words of the article's own is not the same words
        confidence -= BESIDE * sum(not one.fact.slot("cue") for one in (a, b))
        return confidence, (("quotation", f"{alike:.0%}"),)
    if kind == "post":
        x, y = a.fact.slot("organisation"), b.fact.slot("organisation")
        apart = bool(x and y) and same_organisation(x, y) == "different"
        name = same_person(a.fact.slot("name"), b.fact.slot("name"))
        same = "different" if apart else "same"
        return (confidence - 0.3 if apart else confidence), (("person", name), ("organisation", same))
    return confidence, ((kind, a.fact.measure),)


_MARKS = re.compile(r"[^\w]+")


@lru_cache(maxsize=4096)
def _spoken(words: str) -> str:
    """The words without marks and particles, which an ear does not keep: 得把堤守住啊 is 得把堤守住."""
    return re.sub(r"[的了呢吧啊呀嘛吗哦噢哎唉喔哇哟嘞就也都还]", "", _MARKS.sub("", words))


def same_words(a: str, b: str) -> float:
    """How much of the shorter of two quotations the other has, in one piece or in another order; 0 if too little."""
    one, two = sorted((_spoken(a), _spoken(b)), key=len)
    if len(one) < SHORTEST:
        return 0.0
    alike = max(containment(one, two), paraphrase(one, two))
    return alike if alike >= (SAME_REPORT if len(one) < BRIEF else SAME_WORDS) else 0.0
