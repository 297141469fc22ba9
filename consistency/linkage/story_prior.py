"""What the other figures of a story say of a doubtful contradiction: articles that agree on the rest seldom have it.

Bundles written to disagree have a sure contradiction of figures or times for every thirty of them (RATE); real news has
one for a hundred, and there what looked like a contradiction of places, states or actors was a misreading 51 times of
55, however sure by itself. So the prior is that of the story: a Gamma prior about RATE, its sure contradictions Poisson.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, log

from consistency.comparison import DISAGREEING
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.twins import is_twin

AMOUNTS = ("quantity", "time", "duration")
SURE = 0.8  # from this confidence on a contradiction of amounts speaks for others
RATE = 0.034  # sure contradictions for each amount, in the 179 bundles of data/
WEIGHT = 1.0  # how many contradictions the expectation counts for
# How far the story moves the log odds of a kind, as fitted by logistic regression on the findings in 179 bundles and 49
# stories of real news: the surer a kind is of itself, the farther.
PULL = {"quantity": 0.0, "time": 2.0, "duration": 2.0, "act": 3.0, "status": 4.5, "place": 6.0}
OTHERS = 3.0


def is_sure(pair: Alignment) -> bool:
    """Whether a pair is a contradiction of amounts that speaks for others."""
    return pair.relation in DISAGREEING and pair.confidence >= SURE and pair.a.fact.kind in AMOUNTS


def pulled(pair: Alignment, sure: int, amounts: int) -> Alignment:
    """The pair, less sure the fewer other contradictions (`sure`) are among the `amounts` of its story.

    What a copied sentence says otherwise needs no other witness.
    """
    if sure or pair.relation not in DISAGREEING or is_twin(pair):
        return pair
    odds = log(WEIGHT / (RATE * amounts + WEIGHT))
    moved = _logit(pair.confidence) + PULL.get(pair.a.fact.kind, OTHERS) * odds
    return replace(pair, confidence=1 / (1 + exp(-moved)))


def amounts_of(articles: Sequence[Sequence[Context]]) -> int:
    """How many figures, times and durations the articles tell."""
    return sum(context.fact.kind in AMOUNTS for article in articles for context in article)


def _logit(confidence: float) -> float:
    held = min(max(confidence, 1e-6), 1 - 1e-6)
    return log(held / (1 - held))
