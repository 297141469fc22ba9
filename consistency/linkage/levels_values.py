"""Comparison levels of the values themselves, and of who else could be meant: digits, tenses, rivals."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from consistency.linkage import times
from consistency.linkage.context import Context
from consistency.linkage.digits import closeness
from consistency.linkage.distances import distance as apart
from consistency.linkage.pair import Pair, cut
from consistency.model.values import Duration, Quantity, Term, Timex


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


def distance(pair: Pair) -> str:
    """How far apart the values are: versions of one figure lie near each other."""
    return apart(pair.a, pair.b)


def elsewhere(pair: Pair) -> str:
    """Whether the other article states the same value too: then the two stand for different measures."""
    return str(pair.elsewhere)


def rivals(pair: Pair) -> str:
    """Whether each is the other's best partner, and by how much."""
    worse, better = sorted((pair.margin_a, pair.margin_b))
    return cut(worse, -0.3, -0.1, 0.0, 0.1, 0.25) + ("+" if better > 0 else "-")


def free_rivals(pair: Pair) -> str:
    """The same among facts that no equal value of the other article explains."""
    worse, better = sorted((pair.free_a, pair.free_b))
    return cut(worse, -0.2, 0.0, 0.1, 0.2) + ("+" if better > 0 else "-")


def sameness(pair: Pair) -> str:
    """What the wording alone weighs, by weights learnt from values that agree."""
    return cut(pair.sameness, -6, -4.5, -3, -2, -1, 0, 1)


def leads(pair: Pair) -> str:
    """Whether the wording of each other partner weighs less, from both sides."""
    worse, better = sorted((pair.lead_a, pair.lead_b))
    return cut(worse, -3, -1.5, -0.5, 0, 0.7, 1.5, 3) + ("+" if better > 0 else "-")


def agreed(pair: Pair) -> str:
    """How much more the wording weighs of partners that state the same value: then this one is not meant."""
    less, more = sorted((pair.agreed_a, pair.agreed_b))
    return cut(more, -3, -1.5, -0.5, 0.5, 1.5) + " " + cut(less, -5, -3, -1.5, -0.5, 0.5, 1.5)


def choices(pair: Pair) -> str:
    """How many partners there are to choose from: the only two depths in two articles are one depth."""
    return cut(pair.choices, 2, 4, 9, 20, 60, 150)


def free_choices(pair: Pair) -> str:
    """The same among facts that no equal value of the other article explains."""
    return cut(pair.free_choices, 1, 2, 4, 9, 20, 60)


def support(pair: Pair) -> str:
    """Whether third articles state the one value in like words, and the other value too."""
    if pair.confirmed_a is None or pair.confirmed_b is None:
        return "no third article"
    more, less = max(pair.confirmed_a, pair.confirmed_b), min(pair.confirmed_a, pair.confirmed_b)
    return cut(more, 0.01, 0.25, 0.4, 0.6) + " " + cut(less, 0.01, 0.25, 0.4)


def states(pair: Pair) -> str:
    """Which two states are said of the act."""
    if pair.a.fact.kind != "status":
        return "none"
    x, y = pair.a.fact.value, pair.b.fact.value
    return " / ".join(sorted(value.text for value in (x, y) if isinstance(value, Term)))


def relation(pair: Pair) -> str:
    """How the values stand."""
    return pair.relation


def kind(pair: Pair) -> str:
    """What kind of value it is."""
    return pair.a.fact.kind


DAYS = (-40.0, -1.5, 0.5)  # days from publication that part what is long past, past, of today and to come
_TENSES = ("long past", "past", "today", "future")


def tense(pair: Pair) -> str:
    """How the two times stand to the publication of their own articles: what is to come is not what was."""
    if pair.a.fact.kind != "time":
        return "none"
    one, two = sorted((_tense(pair.a), _tense(pair.b)))
    return "unknown" if "" in (one, two) else one if one == two else f"{one} / {two}"


def _tense(context: Context) -> str:
    value = context.fact.value
    if not isinstance(value, Timex) or context.published is None:
        return ""
    moment = value.start or value.end
    if moment is None:
        return ""
    days = (moment - context.published.replace(tzinfo=None)).total_seconds() / 86400
    return _TENSES[bisect_right(DAYS, days)]


def role(pair: Pair) -> str:
    """Whether something begins, ends or stands at each time: 8月1日起施行, 9月5日前完成."""
    if pair.a.fact.kind != "time":
        return "none"
    one, two = sorted((times.role(pair.a), times.role(pair.b)))
    return one if one == two else f"{one} / {two}"


def neighbours(pair: Pair) -> str:
    """Whether the values before and after, in the same sentences, are counted alike: 7人死亡、31人受伤."""
    return _beside(*pair.a.beside, *pair.b.beside)


@lru_cache(maxsize=16384)
def _beside(before: str, after: str, other_before: str, other_after: str) -> str:
    return " ".join(
        "none" if not one and not two else "one" if not one or not two else "same" if one == two else "different"
        for one, two in ((before, other_before), (after, other_after))
    )
