"""Comparison levels: on what evidence two facts are held to be about the same thing (Fellegi–Sunter).

Each comparison sorts a pair of facts into one of its ordered levels; a fitted weight stands behind each level
(lexicon/weights.tsv), and the sum of the weights is the pair's match weight. A new comparison is one function here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from consistency.comparison import Relation
from consistency.grammar.names import same_place
from consistency.linkage.context import Context
from consistency.linkage.digits import closeness
from consistency.linkage.similarity import overlap, shared_weight, wording
from consistency.model.values import Duration, Quantity, Term, Timex


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts of two articles that disagree, with what their articles as wholes tell of them.

    `margin_a`, `margin_b`: how much better this partner is than the best other one, from each side; `free_a`, `free_b`
    the same among facts that no equal value of the other article explains; `choices`, `free_choices`: how many pairs
    the two could make. `elsewhere`: how many of the two values the other article states as well. `anchors_same`,
    `anchors_near`: how many other values the two sentences, or their neighbours, agree on. `confirmed_a`,
    `confirmed_b`: how alike the best fact of a third article is that states the same value (None: no third article).
    """

    a: Context
    b: Context
    relation: Relation
    similarity: float
    margin_a: float
    margin_b: float
    free_a: float
    free_b: float
    choices: int
    free_choices: int
    elsewhere: int
    anchors_same: int
    anchors_near: int
    confirmed_a: float | None
    confirmed_b: float | None


Comparison = Callable[[Pair], str]


def _cut(value: float, *points: float) -> str:
    return str(bisect_right(points, value))


def near(pair: Pair) -> str:
    """Wording right beside the values."""
    return _cut(wording(pair.a.left + pair.a.right, pair.b.left + pair.b.right), 0.15, 0.3, 0.45, 0.6, 0.8)


def left(pair: Pair) -> str:
    """The words just before the values."""
    return _cut(wording(pair.a.left[-5:], pair.b.left[-5:]), 0.15, 0.35, 0.6, 0.85)


def right(pair: Pair) -> str:
    """The counted noun, or what follows a date."""
    if not pair.a.right and not pair.b.right:
        return "none"
    return _cut(wording(pair.a.right[:4], pair.b.right[:4]), 0.2, 0.5, 0.8)


def clause(pair: Pair) -> str:
    """Words that the clauses share, weighed by rarity."""
    return _cut(overlap(pair.a.words, pair.b.words), 0.03, 0.15, 0.3, 0.5, 0.7)


def sentence(pair: Pair) -> str:
    """Words that the sentences share, weighed by rarity."""
    return _cut(overlap(pair.a.sentence, pair.b.sentence), 0.05, 0.15, 0.3, 0.5)


def shared(pair: Pair) -> str:
    """Rarity of the words shared by the clauses."""
    return _cut(shared_weight(pair.a.words, pair.b.words), 0.1, 6, 10, 15, 22, 32)


def wider(pair: Pair) -> str:
    """Rarity of the words shared by the sentences and those before them."""
    return _cut(shared_weight(pair.a.wider, pair.b.wider), 8, 18, 32, 60)


def unit(pair: Pair) -> str:
    """Whether the values are counted in the same unit."""
    x, y = pair.a.fact.value, pair.b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        return "same grain" if x.grain == y.grain else "other grain"
    if isinstance(x, Quantity | Duration) and isinstance(y, Quantity | Duration):
        if x.unit == y.unit:
            return "none" if x.unit is None else "ratio" if x.unit in ("%", "x", "pp") else "same"
        ratios = ("%", "x", "pp")
        return "missing" if x.unit is None or y.unit is None else "ratios" if x.unit in ratios else "other"
    return "none"


def digits(pair: Pair) -> str:
    """Closeness of the digits as written: a slip of one key is the commonest error."""
    return closeness(pair.a, pair.b, pair.relation)


def elsewhere(pair: Pair) -> str:
    """Whether the other article states the same value too: then the two stand for different measures."""
    return str(pair.elsewhere)


def rivals(pair: Pair) -> str:
    """Whether each is the other's best partner, and by how much."""
    worse, better = sorted((pair.margin_a, pair.margin_b))
    return _cut(worse, -0.3, -0.1, 0.0, 0.1, 0.25) + ("+" if better > 0 else "-")


def free_rivals(pair: Pair) -> str:
    """The same among facts that no equal value of the other article explains."""
    worse, better = sorted((pair.free_a, pair.free_b))
    return _cut(worse, -0.2, 0.0, 0.1, 0.2) + ("+" if better > 0 else "-")


def choices(pair: Pair) -> str:
    """How many partners there are to choose from: the only two depths in two articles are one depth."""
    return _cut(pair.choices, 2, 4, 9, 20, 60, 150)


def free_choices(pair: Pair) -> str:
    """The same among facts that no equal value of the other article explains."""
    return _cut(pair.free_choices, 1, 2, 4, 9, 20, 60)


def support(pair: Pair) -> str:
    """Whether third articles state the one value in like words, and the other value too."""
    if pair.confirmed_a is None or pair.confirmed_b is None:
        return "no third article"
    more, less = max(pair.confirmed_a, pair.confirmed_b), min(pair.confirmed_a, pair.confirmed_b)
    return _cut(more, 0.01, 0.25, 0.4, 0.6) + " " + _cut(less, 0.01, 0.25, 0.4)


def characters(pair: Pair) -> str:
    """Pairs of characters that the clauses share."""
    one, two = pair.a.grams, pair.b.grams
    if not one or not two:
        return "none"
    return _cut(2 * len(one & two) / (len(one) + len(two)), 0.02, 0.08, 0.16, 0.28, 0.45, 0.65)


def locus(pair: Pair) -> str:
    """The places that the statements hang on."""
    one, two = dict(pair.a.locus), dict(pair.b.locus)
    for level in ("county", "city", "province", "country"):
        if level in one and level in two:
            return "same" if one[level] == two[level] else f"different {level}"
    return "none"


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


def states(pair: Pair) -> str:
    """Which two states are said of the act."""
    if pair.a.fact.kind != "status":
        return "none"
    x, y = pair.a.fact.value, pair.b.fact.value
    return " / ".join(sorted(value.text for value in (x, y) if isinstance(value, Term)))


def act(pair: Pair) -> str:
    """Rarity of the words of the one act that the other clause has too: 没有垫付 / 已向52名储户垫付."""
    if pair.a.fact.kind != "status":
        return "none"
    common = (pair.a.heads & pair.b.words.keys()) | (pair.b.heads & pair.a.words.keys())
    both = pair.a.heads & pair.b.heads
    weight = max((pair.a.words.get(word, 0.0) or pair.b.words.get(word, 0.0) for word in common), default=0.0)
    return ("both " if both else "") + _cut(weight, 0.1, 7, 9, 11)


def extent(pair: Pair) -> str:
    """The area that each value is said of: 全省 against 全市, 屏东县 against 全台."""
    x, y = pair.a.fact.slot("extent"), pair.b.fact.slot("extent")
    if not x or not y:
        return "none" if x == y else "one"
    if x == y:
        return "same"
    (level, name), (other_level, other) = x.split(":"), y.split(":")
    if level != other_level:
        return "different level"
    return "same" if not name or not other or same_place(name, other) != "different" else "different"


def anchors(pair: Pair) -> str:
    """Other values that the sentences agree on."""
    if pair.anchors_same:
        return "same sentence" if pair.anchors_same == 1 else "same sentence, several"
    return "near" if pair.anchors_near else "none"


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


def relation(pair: Pair) -> str:
    """How the values stand."""
    return pair.relation


def kind(pair: Pair) -> str:
    """What kind of value it is."""
    return pair.a.fact.kind


def _slot(name: str) -> Comparison:
    def level(pair: Pair) -> str:
        x, y = pair.a.fact.slot(name), pair.b.fact.slot(name)
        if not x and not y:
            return "none"
        return "one" if not x or not y else "same" if x == y else "different"

    level.__doc__ = f"Whether the scopes agree on: {name}."
    return level


SLOTS = ("basis", "stage", "count", "time", "change", "direction", "as_of", "item", "extremum")
_ELSEWHERE = ("extent", "per", "of", "name", "organisation", "title", "act", "cue", "direct", "level", "role")
SPECIAL = frozenset((*SLOTS, *_ELSEWHERE))  # slots that other comparisons or relations look at


def scope(pair: Pair) -> str:
    """How many other slots of the two scopes (group, casualty, account, tax …) exclude each other, or agree."""
    one, two = dict(pair.a.fact.scope), dict(pair.b.fact.scope)
    both = [name for name in one if name in two and name not in SPECIAL]
    apart = sum(one[name] != two[name] for name in both)
    if apart:
        return "different"
    return "same" if both else "one" if set(one) - SPECIAL or set(two) - SPECIAL else "none"


COMPARISONS: dict[str, Comparison] = {
    "near": near,
    "left": left,
    "right": right,
    "clause": clause,
    "sentence": sentence,
    "wider": wider,
    "shared": shared,
    "unit": unit,
    "digits": digits,
    "characters": characters,
    "free rivals": free_rivals,
    "choices": choices,
    "free choices": free_choices,
    "support": support,
    "heads": heads,
    "extent": extent,
    "locus": locus,
    "elsewhere": elsewhere,
    "rivals": rivals,
    "anchors": anchors,
    "names": names,
    "speakers": speakers,
    "relation": relation,
    "kind": kind,
    "scope": scope,
    "states": states,
    "act": act,
    **{f"scope {slot}": _slot(slot) for slot in SLOTS},
}


def levels(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The level of each comparison, in the table's order."""
    return tuple((name, compare(pair)) for name, compare in COMPARISONS.items())
