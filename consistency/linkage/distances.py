"""How far apart two values are, whatever their digits: versions of one figure lie near each other.

Steps to be fitted, not a rule. Of the comparable pairs of `data/gold` and `data/training` that disagree, one in four is
a conflict where the figures are within two per cent of each other, one in 200 where the one is three to ten times the
other; one in fifty where two days lie between two times, one in 300 where weeks do, but more where it is a month.
"""

from __future__ import annotations

from bisect import bisect_right

from consistency.grammar.units import dimension, to_base
from consistency.linkage.context import Context
from consistency.model.values import Duration, Quantity, Timex

# How many times the smaller value the larger one is; twice and ten times still belong to the step below.
RATIOS = (1.02, 1.05, 1.1, 1.2, 1.5, 2.01, 3.0, 10.01, 100.0, 10_000.0)
# Days: half an hour, an hour, some hours, most of a day; one, two, some days; weeks, a month, months, a year, years.
DAYS = (0.02, 0.05, 0.22, 0.65, 1.01, 1.7, 2.7, 6.4, 14.0, 27.4, 31.2, 90.0, 383.0, 1100.0)


def distance(a: Context, b: Context) -> str:
    """The step of RATIOS or DAYS on which two values stand apart; "none" where one of them is no single value."""
    x, y = a.fact.value, b.fact.value
    if isinstance(x, Timex) and isinstance(y, Timex):
        if x.start is None or y.start is None:
            return "none"
        return str(bisect_right(DAYS, abs((x.start - y.start).total_seconds()) / 86400))
    if not isinstance(x, Quantity | Duration) or not isinstance(y, Quantity | Duration) or not x.number or not y.number:
        return "none"
    one, two = abs(x.number), abs(y.number)
    if x.unit and y.unit and x.unit != y.unit and dimension(x.unit) == dimension(y.unit):
        one, two = to_base(one, x.unit), to_base(two, y.unit)
    return str(bisect_right(RATIOS, max(one / two, two / one)))
