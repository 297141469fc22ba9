"""Comparison levels of the words around two facts, whatever their values."""

from __future__ import annotations

from consistency.comparison import compare
from consistency.linkage.events import opposite
from consistency.linkage.locus import at_one_level
from consistency.linkage.pair import Pair, cut
from consistency.linkage.similarity import overlap, shared_weight, wording
from consistency.linkage.states_same import evidence
from consistency.model.values import Timex


def near(pair: Pair) -> str:
    """Wording right beside the values."""
    return cut(wording(pair.a.left + pair.a.right, pair.b.left + pair.b.right), 0.15, 0.3, 0.45, 0.6, 0.8)


def left(pair: Pair) -> str:
    """The words just before the values."""
    return cut(wording(pair.a.left[-5:], pair.b.left[-5:]), 0.15, 0.35, 0.6, 0.85)


def right(pair: Pair) -> str:
    """The counted noun, or what follows a date."""
    if not pair.a.right and not pair.b.right:
        return "none"
    return cut(wording(pair.a.right[:4], pair.b.right[:4]), 0.2, 0.5, 0.8)


def clause(pair: Pair) -> str:
    """Words that the clauses share, weighed by rarity."""
    return cut(overlap(pair.a.words, pair.b.words), 0.03, 0.15, 0.3, 0.5, 0.7)


def sentence(pair: Pair) -> str:
    """Words that the sentences share, weighed by rarity."""
    return cut(overlap(pair.a.sentence, pair.b.sentence), 0.05, 0.15, 0.3, 0.5)


def shared(pair: Pair) -> str:
    """Rarity of the words shared by the clauses."""
    return cut(shared_weight(pair.a.words, pair.b.words), 0.1, 6, 10, 15, 22, 32)


def wider(pair: Pair) -> str:
    """Rarity of the words shared by the sentences and those before them."""
    return cut(shared_weight(pair.a.wider, pair.b.wider), 8, 18, 32, 60)


def characters(pair: Pair) -> str:
    """Pairs of characters that the clauses share."""
    one, two = pair.a.grams, pair.b.grams
    if not one or not two:
        return "none"
    return cut(2 * len(one & two) / (len(one) + len(two)), 0.02, 0.08, 0.16, 0.28, 0.45, 0.65)


def heads(pair: Pair) -> str:
    """The words that name what is measured."""
    one, two = pair.a.heads, pair.b.heads
    if not one or not two:
        return "none"
    shared = one & two
    if shared:
        return "all" if len(shared) == min(len(one), len(two)) and len(shared) > 1 else "some"
    alike = max(wording(x, y) for x in one for y in two)
    return "alike" if alike >= 0.5 else "different"


def names(pair: Pair) -> str:
    """Names in the two sentences."""
    if not pair.a.names or not pair.b.names:
        return "none"
    return "shared" if pair.a.names & pair.b.names else "different"


def speakers(pair: Pair) -> str:
    """Whose words the values stand in."""
    x, y = pair.a.fact.statement.attribution, pair.b.fact.statement.attribution
    if x is None or y is None:
        return "none" if x is y else "one"
    return "same" if x.source == y.source else "different"


def locus(pair: Pair) -> str:
    """The places that the statements hang on."""
    both = at_one_level(pair.a.locus, pair.b.locus, ("county", "city", "province", "country"))
    if both is None:
        return "none"
    level, one, two = both
    return "same" if one == two else f"different {level}"


def anchors(pair: Pair) -> str:
    """Other values that the sentences agree on."""
    if pair.anchors_same:
        return "same sentence" if pair.anchors_same == 1 else "same sentence, several"
    return "near" if pair.anchors_near else "none"


def act(pair: Pair) -> str:
    """Rarity of the words of the one act that the other clause has too: 没有垫付 / 已向52名储户垫付."""
    if pair.a.fact.kind != "status":
        return "none"
    common = (pair.a.heads & pair.b.words.keys()) | (pair.b.heads & pair.a.words.keys())
    both = pair.a.heads & pair.b.heads
    weight = max((pair.a.words.get(word, 0.0) or pair.b.words.get(word, 0.0) for word in common), default=0.0)
    return ("both " if both else "") + cut(weight, 0.1, 7, 9, 11)


def thing(pair: Pair) -> str:
    """On what evidence two states are held to be of one act: one thing, one person, its class alone …"""
    return evidence(pair.a, pair.b) or "none" if pair.a.fact.kind == "status" else "none"


_TELLING = frozenset(["报道", "计划"])  # 记者获悉 and 预计 say of no event what it is


def event(pair: Pair) -> str:
    """What the two times or durations are said of: 着陆 and 落地 are one event, 开幕 and 闭幕 two."""
    if pair.a.fact.field != "date":
        return "none"
    one, two = pair.a.events - _TELLING, pair.b.events - _TELLING
    shared = one & two
    if opposite(one, two):
        return "opposite"
    if shared:
        return "same" if len(shared) == 1 else "same, several"
    if (one & pair.b.beyond) or (two & pair.a.beyond):
        return "beyond"
    return "different" if one and two else "one" if one or two else "neither"


def telling(pair: Pair) -> str:
    """Whether a time is only that of the report: 记者昨天获悉."""
    if pair.a.fact.kind != "time":
        return "none"
    one, two = (bool(events) and events <= _TELLING for events in (pair.a.events, pair.b.events))
    return "both" if one and two else "one" if one or two else "neither"


def first(pair: Pair) -> str:
    """Whether each is the first time of its fineness that its article tells: that of the event itself."""
    if pair.a.fact.kind != "time":
        return "none"
    return ("neither", "one", "both")[pair.a.course.first + pair.b.course.first]


def course(pair: Pair) -> str:
    """Whether the articles tell the same times before and after the two."""
    if pair.a.fact.kind != "time":
        return "none"
    before = _agree(pair.a.course.before, pair.b.course.before)
    after = _agree(pair.a.course.after, pair.b.course.after)
    across = _agree(pair.a.course.before, pair.b.course.after) or _agree(pair.a.course.after, pair.b.course.before)
    if before or after:
        return ("both" if before and after else "one") + (", crossed" if across else "")
    return "crossed" if across else "neither"


def _agree(one: tuple[Timex, ...], two: tuple[Timex, ...]) -> bool:
    return any(x.grain == y.grain and compare(x, y) in ("equal", "equivalent") for x in one for y in two)
