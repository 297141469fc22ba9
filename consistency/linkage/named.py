"""Alignment of facts that a name or the very words identify: posts, holders, parties, quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.grammar.names import compare_titles, same_person
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.offices import PEOPLE
from consistency.linkage.quoted import certainty, same_words
from consistency.linkage.relations import relation
from consistency.model.facts import Fact

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


def held_both(pairs: Sequence[Alignment], articles: Sequence[Sequence[Context]]) -> list[Alignment]:
    """The pairs without those posts of one person of which a third article says that he had first one, then the other.

    原副局长邵正平接任局长 explains 副局长邵正平 and 局长邵正平.
    """
    return [pair for pair in pairs if not (pair.relation == "disjoint" and _explained(pair, articles))]


def _explained(pair: Alignment, articles: Sequence[Sequence[Context]]) -> bool:
    if pair.a.fact.kind not in ("post", "holder"):
        return False
    facts = [context.fact for own in articles for context in own if context.fact.kind == pair.a.fact.kind]
    if pair.a.fact.kind == "holder":  # 局长方志邦 was dismissed, 邵正平 is 局长 now
        return any(_has(fact, pair.a) and _has(fact, pair.b) for fact in facts)
    return any(
        same_person(fact.slot("name"), pair.a.fact.slot("name")) in ("same", "variant", "slip")
        and fact.slot("posts")
        and all(
            any(compare_titles(title, side.fact.slot("title")) == "same" for title in _posts(fact))
            for side in (pair.a, pair.b)
        )
        for fact in facts
    )


def _posts(fact: Fact) -> list[str]:
    return [fact.slot("title"), *filter(None, fact.slot("posts").split("|"))]


def _has(fact: Fact, side: Context) -> bool:
    """Whether an article gives the post of a pair to this side's holder, too, be it one of several."""
    if compare_titles(fact.slot("title"), side.fact.slot("title")) != "same":
        return False
    names = [fact.slot("name"), *filter(None, fact.slot("others").split("|"))]
    return len(names) > 1 and any(
        same_person(one, side.fact.slot("name")) in ("same", "variant", "slip") for one in names
    )


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
