"""Whether an article tells as past what it had not lived to see by the other's time: two times of two events."""

from __future__ import annotations

from datetime import date

from consistency.linkage.context import Context
from consistency.linkage.digits import slip_of
from consistency.linkage.gates import DEICTIC
from consistency.model.values import Timex, Value

# Nats that it takes from a pair of disagreeing times. The most likely number beside the weights is -2.2 by the 5,495
# such pairs of data/gold and data/training (6 were a disagreement, 42 by the weights alone), -1.7 by the 2,677 of 48
# bundles that nobody had looked at (5, 20), -1.9 by the 2,625 of 77 stories of real news (7, 29).
EVIDENCE = -2.0


def not_lived_to_see(a: Context, b: Context) -> tuple[tuple[str, str, float], ...]:
    """What it takes from a pair that one article was printed before the other's time: 4月12日 / 今天19:30, a day later.

    Both times must be past in their own articles: what is planned may well be put off. A day that looks like a slip of
    another one (4月1日开园 / 4月11日开园) says nothing.
    """
    x, y = a.fact.value, b.fact.value
    if not isinstance(x, Timex) or not isinstance(y, Timex) or not (_is_past(a) and _is_past(b)):
        return ()
    if not any(_day(one.fact.value) > _printed(other) for one, other in ((a, b), (b, a))):
        return ()
    if _slipped(x, y) and not any(DEICTIC.search(one.fact.written) for one in (a, b)):
        return ()
    return (("lived to see", "no", EVIDENCE),)


def _is_past(context: Context) -> bool:
    """Whether a time is known to be no later than the day its article was published."""
    return context.published is not None and _day(context.fact.value) <= _printed(context)


def _day(value: Value) -> date:
    moment = (value.start or value.end) if isinstance(value, Timex) else None
    return moment.date() if moment else date.max


def _printed(context: Context) -> date:
    return context.published.date() if context.published else date.max


def _slipped(x: Timex, y: Timex) -> bool:
    """Whether two days of one month differ by a key: 1日 / 11日, 12日 / 21日."""
    return x.day is not None and y.day is not None and x.month == y.month and slip_of(x.day, y.day) != ""
