"""Whether two figures are one, miswritten: the same digits in another order, at another place, or of another unit.

53.6% / 56.3%, 1200万 / 120万, 8127万公顷 / 8127万亩.
Of three digits and more nobody comes to the same by chance, wherever the two stand and however they are told.
"""

from __future__ import annotations

import math
from typing import Literal

from consistency.grammar.units import dimension
from consistency.linkage.context import Context
from consistency.linkage.similarity import slip
from consistency.model.values import SCORE, Quantity, Value

TELLING, CERTAIN = 3, 4  # digits that tell something, and that tell all
PLACES = 4.5  # powers of ten within which the same digits are a slip of the place: 万 / 亿, but not 六十升 / 6万立方米
# Nats that four digits add. Of the pairs of such figures in data/gold, data/training, data/unseen and data/real all 148
# were a disagreement, 139 of them by the weights alone.
EVIDENCE = 5.0


def miswritten(a: Context, b: Context) -> tuple[tuple[str, str, float], ...]:
    """What it adds to a disagreeing pair that both have the same four digits or more, however they are placed."""
    return (("miswritten", "digits", EVIDENCE),) if same_digits(a.fact.value, b.fact.value, CERTAIN) else ()


def one_figure(x: Value, y: Value) -> bool:
    """Whether two amounts are one figure that tells, on two bases (同比 / 环比), in two units or miswritten."""
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not x.number:
        return False
    if x.number == y.number:
        return len(significant(x.number)) >= TELLING
    return same_digits(x, y)


def same_digits(x: Value, y: Value, least: int = TELLING) -> bool:
    """Whether two amounts of one dimension have the same digits, at least so many, swapped, shifted or of two units."""
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not x.number or not y.number:
        return False
    if dimension(x.unit) != dimension(y.unit) or SCORE in (x.unit, y.unit):
        return False
    one, two = significant(x.number), significant(y.number)
    if min(len(one), len(two)) < least:
        return False
    if x.number == y.number:
        return x.unit != y.unit
    return bool(rearranged(one, two, abs(math.log10(abs(x.number / y.number)))))


def rearranged(one: str, two: str, orders: float) -> Literal["shifted", "swapped", ""]:
    """How the digits of a number so many orders of magnitude off are those of the other: shifted, or two swapped."""
    if one == two:
        return "shifted" if orders < PLACES else ""
    full = max(len(one), len(two))
    one, two = one.ljust(full, "0"), two.ljust(full, "0")  # 120万 / 102万
    return "swapped" if orders < 1 and sorted(one) == sorted(two) and slip(one, two) <= 2 else ""


def significant(number: float) -> str:
    """The digits of a number without the noughts at its ends: 536 of 53.60."""
    return f"{abs(number):.6g}".replace(".", "").split("e")[0].strip("0")
