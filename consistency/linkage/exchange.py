"""Amounts in two currencies: compared through a rate that one of the articles gives, else through a table's."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from consistency.comparison import Relation, implied
from consistency.lexicon import rows
from consistency.model.values import Quantity
from consistency.patterns import pattern
from consistency.statements import Reading

if TYPE_CHECKING:
    from consistency.linkage.context import Context

Rate = tuple[str, str, float]  # one of the first currency is so many of the second

BAND = 0.15  # the share that yearly average rates leave open
GIVEN = 0.03  # and that a rate which an article gives leaves open: 约合 rounds
# 320万欧元（约合人民币2600万元）, 350萬美元,約2,730萬港元
_CONVERTED = pattern(r"\s*[（(，,、]?\s*(?:约合|约为|折合|折算|相当于|合|约|即)?(?:约|为|成)?\s*")


def rates_in(reading: Reading) -> Iterator[Rate]:
    """The rates that an article gives by saying an amount in two currencies."""
    for text, mentions in zip(reading.texts, reading.mentions, strict=True):
        for one, two in pairwise(mention for mention in mentions if mention.kind == "quantity"):
            x, y = one.value, two.value
            between = text[one.end : two.start]
            if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not _CONVERTED.fullmatch(between):
                continue
            first, second = x.number or 0.0, y.number or 0.0
            if _two_currencies(x, y) and first > 0 and second > 0 and between.strip():
                yield x.unit or "", y.unit or "", second / first


def exchanged(a: Context, b: Context) -> Relation:
    """How amounts of money in two currencies stand: disjoint or overlapping; symmetric."""
    one, two = a.fact.value, b.fact.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or not _two_currencies(one, two):
        return "incomparable"
    rate, band = _rate(a, b)
    left, right = implied(one, math.inf), implied(two, math.inf)  # the band leaves more open than rounding does
    if left.low <= 0 or right.low <= 0:
        return "incomparable"
    apart = left.high < right.low * rate / (1 + band) or left.low > right.high * rate * (1 + band)
    return "disjoint" if apart else "overlaps"


def by_table(a: Context, b: Context) -> bool:
    """Whether two amounts can only be compared through a yearly average rate."""
    one, two = a.fact.value, b.fact.value
    both = isinstance(one, Quantity) and isinstance(two, Quantity) and _two_currencies(one, two)
    return both and _rate(a, b)[1] == BAND


def _two_currencies(one: Quantity, two: Quantity) -> bool:
    return one.unit != two.unit and {one.unit, two.unit} <= _yuan().keys()


def _rate(a: Context, b: Context) -> tuple[float, float]:
    """How much of the first amount's currency one of the second's is, and the share that this leaves open."""
    one, two = (context.fact.value.unit for context in (a, b) if isinstance(context.fact.value, Quantity))
    given = [rate for x, y, rate in (*a.rates, *b.rates) if (x, y) == (two, one)]
    given += [1 / rate for x, y, rate in (*a.rates, *b.rates) if (x, y) == (one, two)]
    if given:
        return math.exp(sum(map(math.log, given)) / len(given)), GIVEN
    years = [context.published.year for context in (a, b) if context.published]
    return _yuan_of(two, years) / _yuan_of(one, years), BAND


def _yuan_of(code: str | None, years: list[int]) -> float:
    table = _yuan()[code]
    year = max(years, default=max(table))
    return table[min(table, key=lambda known: abs(known - year))]


@cache
def _yuan() -> dict[str | None, dict[int, float]]:
    """For each currency how many CNY one of it was, year by year."""
    head, *years = rows("currencies.tsv")
    found: dict[str | None, dict[int, float]] = {"CNY": {int(row[0]): 1.0 for row in years}}
    for column, code in enumerate(head[1:], 1):
        found[code] = {int(row[0]): float(row[column]) for row in years}
    return found
