"""What an act is done to: whether two sentences speak of one order, one fine, one report."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.comparison import compare
from consistency.linkage.context import Context
from consistency.model.values import Duration, Quantity, Term, Timex, Value

SAME_OBJECT = 30.0  # nats of shared words and values from which on two acts of one kind are done to one thing
_PRECISE, _PLAIN, _HOUR, _DAY = 16.0, 7.0, 12.0, 5.0  # what a shared value adds: 5000元, 3人, 3日19时, 10月8日


def same_object(a: Context, b: Context) -> bool:
    """Whether the sentences of two acts share enough words and values besides the actors themselves."""
    values = _shared_values(a.values, b.values)
    if a.fact.slot("act") == "测算" and not any(isinstance(value, Quantity | Duration) for value, _ in values):
        return False  # what two bodies measured is one thing only where they measured the same
    actors = _actor(a) + " " + _actor(b)
    words = sum(weight for word, weight in a.sentence.items() if word in b.sentence and word not in actors)
    return words + sum(weight for _, weight in values) >= SAME_OBJECT


def _actor(context: Context) -> str:
    value = context.fact.value
    return (value.text if isinstance(value, Term) else "") + context.fact.text + context.fact.slot("organisation")


def _shared_values(one: Sequence[Value], two: Sequence[Value]) -> list[tuple[Value, float]]:
    found = []
    for value in one:
        if any(compare(value, other) in ("equal", "equivalent") for other in two):
            found.append((value, _telling(value)))
    return found


def _telling(value: Value) -> float:
    """How much a shared value tells: a figure of several digits, or an hour, more than 3人 or a day."""
    match value:
        case Timex():
            return {"minute": _HOUR, "hour": _HOUR, "day": _DAY}.get(value.grain, 0.0)
        case Quantity() | Duration():
            digits = "" if value.number is None else f"{abs(value.number):.6g}".replace(".", "").strip("0")
            return _PRECISE if len(digits) > 1 else _PLAIN
    return 0.0
