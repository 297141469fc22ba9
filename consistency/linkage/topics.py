"""Topics: the aligned facts of all articles, one topic for one thing, its statements grouped by meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod

from consistency.comparison import AGREEING, DISAGREEING, compare
from consistency.fields.words import WORD
from consistency.linkage.acts import act_words
from consistency.linkage.alignment import Alignment, align, key, place
from consistency.linkage.context import Context
from consistency.linkage.fact_sets import FactSets, bearing, groups_of
from consistency.linkage.named import align_named, held_both
from consistency.linkage.spellings import is_spelling, untold
from consistency.linkage.story_prior import amounts_of, is_sure, pulled
from consistency.linkage.tolls import other_toll
from consistency.linkage.twins import NO_TWINS, Twins, is_twin
from consistency.linkage.weights import Weights
from consistency.linkage.witnesses import borne_out

THRESHOLD = 0.6  # an alignment of disagreeing values counts from this probability on
# Places and states, with few examples to learn from, and times are surer of themselves than they are right.
THRESHOLDS = {"place": 0.7, "status": 0.7, "time": 0.65, "duration": 0.65}
THIRD = 0.8  # and one that brings a third value into a dispute
DOUBTFUL = 0.1  # below this a pair backs no other
BACKING = 0.35  # how far a further pair of the same two values counts as independent
AGREEMENT = 0.42  # and one of agreeing values from this likeness of their surroundings on

NOT_STRANGE = 0.1  # surroundings below which two places are of two things: right 8 of 14 in 24 bundles, above it 7 of 9
ALIKE = 0.25  # surroundings from which on two words of one class are held for one act's


@dataclass(frozen=True)
class Topic:
    """Facts about one thing: `groups` are those of the same meaning, `links` the alignments that hold them together."""

    groups: tuple[tuple[Context, ...], ...]
    links: tuple[Alignment, ...]

    @property
    def disagreements(self) -> tuple[Alignment, ...]:
        """The links between values that cannot both be true, the most certain first."""
        return tuple(link for link in self.links if link.relation in DISAGREEING)


@dataclass(frozen=True)
class Linkage:
    """All topics over the articles, the pairs that were weighed for them, and how many facts were aligned."""

    topics: tuple[Topic, ...]
    pairs: tuple[Alignment, ...]
    aligned: int

    @property
    def compared(self) -> int:
        """How many pairs of facts were compared."""
        return len(self.pairs)


def link(
    articles: Sequence[Sequence[Context]], weights: Weights, twins: Twins = NO_TWINS, spelt: Sequence[Alignment] = ()
) -> Linkage:
    """The topics of the articles whose contexts are given, article by article; `spelt` are names in two spellings."""
    named = held_both(
        [pair for left, right in combinations(articles, 2) for pair in align_named(left, right)], articles
    )
    named += [pair for pair in untold(spelt, named) if not any(_covers(twin, pair) for twin in twins.pairs)]
    pairs = _with_twins([*named, *align(articles, weights, twins.same)], twins)
    topics = _told(pairs, twins)
    pairs = _believed(pairs, topics, amounts_of(articles), twins)
    topics = _told(pairs, twins)
    aligned = sum(len(group) for topic in topics for group in topic.groups)
    return Linkage(tuple(topics), tuple(pairs), aligned)


def _told(pairs: list[Alignment], twins: Twins) -> list[Topic]:
    """The topics that the pairs make."""
    agreeing = [pair for pair in pairs if pair.relation in AGREEING and _same_thing(pair)]
    disagreeing = [pair for pair in pairs if pair.relation in DISAGREEING and (is_twin(pair) or _said_alike(pair))]
    return _topics(disagreeing, agreeing, twins)


def _believed(pairs: list[Alignment], topics: Sequence[Topic], amounts: int, twins: Twins) -> list[Alignment]:
    """The pairs as sure as the rest of their story lets them be.

    Where articles surely disagree twice, what two of them tell against a third is believed more; in data/real, whose
    stories seldom do, doing so everywhere makes 10 false alarms more for 2 findings.
    """
    sure = [topic for topic in topics if any(map(is_sure, topic.links))]
    if len(sure) > 1:
        return borne_out(pairs, twins.same)
    own = {key(pair.a, pair.b) for topic in sure for pair in topic.disagreements}
    doubtful = [
        pair.relation in DISAGREEING
        and (not sure or key(pair.a, pair.b) in own)
        and not any(_covers(twin, pair) for twin in twins.pairs)
        for pair in pairs
    ]
    return [pulled(pair, amounts) if doubted else pair for pair, doubted in zip(pairs, doubtful, strict=True)]


def _with_twins(pairs: list[Alignment], twins: Twins) -> list[Alignment]:
    """The pairs as the sentences that two articles share have them; what a pair tells anyway is not told twice."""
    words = [pair for pair in twins.pairs if pair.a.fact.kind == WORD]
    pairs = [_as_sure(pair, words) for pair in pairs]
    told = [
        pair for pair in pairs
        if pair.relation in DISAGREEING and pair.confidence >= threshold(pair.a) and not is_spelling(pair)
    ]  # fmt: skip
    known = {key(pair.a, pair.b) for pair in twins.pairs}
    kept = [
        pair for pair in pairs
        if key(pair.a, pair.b) not in known and not (pair.relation in DISAGREEING and twins.apart(pair.a, pair.b))
    ]  # fmt: skip
    new = [pair for pair in twins.pairs if pair.a.fact.kind != WORD or not any(_covers(one, pair) for one in told)]
    return [*new, *kept]


def _as_sure(pair: Alignment, words: Sequence[Alignment]) -> Alignment:
    """The pair, as sure as sentences that differ in nothing else make it: 通道已打通 / 通道尚未打通."""
    if pair.relation not in DISAGREEING:
        return pair
    sure = max((twin.confidence for twin in words if _covers(pair, twin)), default=0.0)
    return replace(pair, confidence=sure) if sure > pair.confidence else pair


def _covers(pair: Alignment, other: Alignment) -> bool:
    """Whether a pair stands at the places of another, or around them."""
    return all(
        any(mine.article == yours.article and mine.fact.span.overlaps(yours.fact.span) for mine in (pair.a, pair.b))
        for yours in (other.a, other.b)
    )


def threshold(context: Context) -> float:
    """The probability from which on a disagreement of such facts is told."""
    return THRESHOLDS.get(context.fact.kind, THRESHOLD)


def _said_alike(pair: Alignment) -> bool:
    """Whether two states are told in one word for the act, or the surroundings of a pair are alike.

    Of two actors both clauses share a word or a value: of 9 findings that shared none, in 24 bundles that nobody had
    looked at and 49 stories of real news, none was right.

    That two words are of one class was right of 75 of 83 findings in the bundles that the table was made with, and of
    none of 11 in 24 bundles that nobody had looked at; there 8 of the 11 had surroundings less alike than this.
    """
    if pair.a.fact.kind == "act":
        return not pair.a.words.keys().isdisjoint(pair.b.words) or _shares_value(pair)
    if pair.a.fact.kind == "place":
        return pair.similarity >= NOT_STRANGE
    if pair.a.fact.kind != "status" or act_words(pair.a.fact) & act_words(pair.b.fact):
        return True
    return pair.similarity >= ALIKE or dict(pair.levels).get("anchors", "").startswith("same")


def _shares_value(pair: Alignment) -> bool:
    return any(compare(x, y) in ("equal", "equivalent") for x in pair.a.values for y in pair.b.values)


def _same_thing(pair: Alignment) -> bool:
    if other_toll(pair.a, pair.b):
        return False
    return pair.similarity >= (AGREEMENT if pair.relation in ("equal", "equivalent") else AGREEMENT + 0.1)


def _topics(disagreeing: list[Alignment], agreeing: list[Alignment], twins: Twins) -> list[Topic]:
    """Equal values in like words first, then the disagreements between them, then what agrees with one of them.

    An article states a thing once: two values of one article stand for two things, and no topic holds both.
    """
    sets = FactSets()
    links = [pair for pair in disagreeing if is_twin(pair) and sets.join(pair.a, pair.b)]
    equal = [pair for pair in agreeing if pair.relation in ("equal", "equivalent")]
    for pair in _ranked(equal):
        sets.join(pair.a, pair.b)
    for pair in sorted(
        _reinforced(disagreeing, sets, twins), key=lambda one: (-one.confidence, place(one.a), place(one.b))
    ):
        if pair.confidence < threshold(pair.a) or is_twin(pair):
            continue
        disputed = {sets.root(link.a) for link in links}
        roots = {sets.root(pair.a), sets.root(pair.b)}
        third = len(roots) > 1 and roots & disputed
        if (not third or pair.confidence >= THIRD) and sets.join(pair.a, pair.b):
            links.append(pair)
    for pair in _ranked(agreeing):
        if pair.relation not in ("equal", "equivalent"):
            sets.join(pair.a, pair.b)
    found: dict[int, list[Alignment]] = defaultdict(list)
    for pair in (*links, *agreeing):
        if sets.root(pair.a) == sets.root(pair.b):
            found[sets.root(pair.a)].append(pair)
    topics = []
    for node, group in sets.members().items():
        its_links = sorted(found[node], key=_importance)
        groups = groups_of(bearing(sorted(group, key=place), its_links))
        if len(groups) > 1 or len(groups[0]) > 1:
            topics.append(Topic(groups, tuple(its_links)))
    return sorted(topics, key=lambda topic: place(topic.groups[0][0]))


def _ranked(pairs: list[Alignment]) -> list[Alignment]:
    return sorted(pairs, key=lambda one: (-one.similarity, place(one.a), place(one.b)))


def _importance(pair: Alignment) -> tuple[bool, float, tuple[int, int], tuple[int, int]]:
    return pair.relation in AGREEING, -pair.confidence, place(pair.a), place(pair.b)


def _reinforced(disagreeing: list[Alignment], same: FactSets, twins: Twins) -> list[Alignment]:
    """Pairs that set the same two values against each other back one another: their doubts multiply.

    The values are those of agreeing facts of several articles (9人受伤, 受伤9人 and 9个伤员, against 11人受伤), each in
    words of its own: a sentence that is copied is one witness.
    """
    sides: dict[frozenset[int], list[Alignment]] = defaultdict(list)
    for pair in disagreeing:
        if pair.confidence >= DOUBTFUL:
            sides[frozenset((same.root(pair.a), same.root(pair.b)))].append(pair)
    found = []
    for pairs in sides.values():
        ranked: list[Alignment] = []
        for pair in sorted(pairs, key=lambda pair: -pair.confidence):
            if not any(_repeats(pair, other, twins) for other in ranked):
                ranked.append(pair)
        doubt = (1 - ranked[0].confidence) * prod((1 - pair.confidence) ** BACKING for pair in ranked[1:])
        found += [replace(pair, confidence=max(pair.confidence, 1 - doubt)) for pair in pairs]
    return found


def _repeats(pair: Alignment, other: Alignment, twins: Twins) -> bool:
    """Whether both facts of a pair are those of another, or stand in copies of their sentences."""
    return any(
        all(one is two or key(one, two) in twins.same for one, two in zip((pair.a, pair.b), facts, strict=True))
        for facts in ((other.a, other.b), (other.b, other.a))
    )
