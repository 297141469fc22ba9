"""Why two lines were compared or not: each pair of their facts with its finding, or the reason that it is in none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.comparison import AGREEING
from consistency.fields.corrections import WITHDRAWN
from consistency.findings import stated, steps_of
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.gates import INTERVALS, other_place, shut
from consistency.linkage.topics import Linkage, threshold
from consistency.linkage.weights import Weights
from consistency.model.explanation import Explanation, Outcome, Pairing
from consistency.model.findings import Finding
from consistency.model.text import Article
from consistency.wording import Lang

Line = tuple[str, int]  # the id of an article, and a line of its file


def explain(
    places: tuple[Line, Line], told: Sequence[tuple[list[list[Context]], Linkage]], copies: Mapping[str, str],
    findings: Sequence[Finding], articles: Mapping[str, Article], weights: Weights, lang: Lang = "zh",
) -> Explanation:  # fmt: skip
    """The pairs of facts that begin on two lines; `told` are the contexts and topics of each story.

    `copies` names for each article that was set aside the one that it copies: its facts are looked up there.
    """
    sides = [_on_line(place, told, copies, articles) for place in places]
    weighed = {_key(pair.a, pair.b): pair for _, linkage in told for pair in linkage.pairs}
    pairs = [
        _pairing(a, b, one == two, weighed.get(_key(a, b)), findings, articles, weights, lang)
        for a, one in sides[0] for b, two in sides[1]
        if a.fact.kind == b.fact.kind != WITHDRAWN and a is not b
    ]  # fmt: skip
    pairs.sort(key=lambda pair: (pair.outcome != "reported", -(pair.confidence or -1.0), pair.a.span, pair.b.span))
    a, b = (tuple(stated(context.fact, "", articles, lang) for context, _ in side) for side in sides)
    return Explanation(a, b, tuple(pairs))


def _on_line(
    place: Line, told: Sequence[tuple[list[list[Context]], Linkage]], copies: Mapping[str, str],
    articles: Mapping[str, Article],
) -> list[tuple[Context, int]]:  # fmt: skip
    """The facts that begin on a line, each with the number of its story."""
    name, line = place
    name = copies.get(name, name)
    return [
        (context, number)
        for number, (contexts, _) in enumerate(told) for facts in contexts for context in facts
        if context.fact.statement.article == name and articles[name].position(context.fact.span.start)[0] == line
    ]  # fmt: skip


def _key(a: Context, b: Context) -> frozenset[int]:
    return frozenset((id(a), id(b)))


def _pairing(
    a: Context, b: Context, one_story: bool, pair: Alignment | None, findings: Sequence[Finding],
    articles: Mapping[str, Article], weights: Weights, lang: Lang,
) -> Pairing:  # fmt: skip
    shown = a.fact.field, stated(a.fact, "", articles, lang), stated(b.fact, "", articles, lang)
    if pair is None:
        return Pairing(*shown, _unweighed(a, b, one_story))
    finding = next((one for one in findings if _holds(one, a) and _holds(one, b)), None)
    outcome: Outcome
    if pair.relation in AGREEING:
        outcome = "agree"
    elif finding is not None:
        outcome = "reported"
    else:
        outcome = "unlikely" if pair.confidence < threshold(a) else "explained"
    return Pairing(
        *shown, outcome, pair.relation, round(pair.confidence, 2), finding.id if finding else "",
        steps_of(pair, weights),
    )  # fmt: skip


def _unweighed(a: Context, b: Context, one_story: bool) -> Outcome:
    """Why a pair was never weighed."""
    if a.fact.statement.article == b.fact.statement.article:
        return "copy"
    if not one_story:
        return "other story"
    if other_place(a, b):
        return "other place"
    if a.fact.kind not in INTERVALS:
        return "other act"
    return shut(a, b) or "other dimension"  # type: ignore[return-value]  # the gates' names are outcomes


def _holds(finding: Finding, context: Context) -> bool:
    fact = context.fact
    return any(one.article == fact.statement.article and one.span == fact.span for one in finding.statements)
