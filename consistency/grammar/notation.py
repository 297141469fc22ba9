"""One short line for a value, in which the examples beside the rules are written."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.grammar.mentions import Mention
from consistency.model.values import Duration, Quantity, Timex


def show(mentions: Iterable[Mention]) -> str:
    """What was read in a text, identifiers left out: "300.. 人 more_than; 2026-03-05"."""
    return "; ".join(filter(None, map(_one, mentions)))


def _one(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, Timex):
        return " ".join(filter(None, (value.edtf, value.mod)))
    if isinstance(value, Quantity | Duration):
        low, high = _number(value.low), _number(value.high)
        words = (low if low == high else f"{low}..{high}", value.unit, value.mod)
        return " ".join(filter(None, (*words, "ordinal" if mention.kind == "ordinal" else None)))
    return ""


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else f"{value:.12g}"
