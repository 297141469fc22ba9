"""Tolls: counts of the dead, injured, missing … that are said of nobody in particular, and so of the whole event.

Two such counts of one class are one measure in whatever words, and however far apart: 247人受伤 / 到发稿时伤者416人.
The weights, fitted on bundles whose figures mostly differ by a slip, hold values far apart for those of two things.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consistency.lexicon import any_of, lines, rows
from consistency.linkage.context import Context
from consistency.model.values import Quantity
from consistency.patterns import pattern

# Nats that two disagreeing tolls of one class add. The most likely number beside the weights is 2.1 by the 87 such
# pairs of data/gold and data/training (66 were a disagreement, 45 by the weights alone), 3.3 by the 215 of data/real
# (132, 57).
EVIDENCE = 2.0
_UNITS = (None, "人", "具", "例", "条")  # 9死18伤, 118具遗体, 确诊40例, 11条人命
_REACH = 12  # characters after a count in which its class stands
# Where another count ends or begins: 至少378人死亡、755人受伤.
_COUNT = pattern(r"[0-9][0-9.,]*[万亿]?[多余]?|[零一二两三四五六七八九十百千万]+(?=[多余]?[人名位具例])")
_OF_OTHERS = pattern("其中|当中|[里中内]")  # 其中6人罹难: of those named before
_GRADES = frozenset(("grave", "slight"))  # which are of the injured anyhow: 伤者里危重2人
_NOT_TEXT = pattern(r"[^\u4e00-\u9fffA-Za-z0-9]")


def one_toll(a: Context, b: Context) -> tuple[tuple[str, str, float], ...]:
    """What it adds to a pair that both count what befell people in the event at large, and the same."""
    its = whole_toll(a)
    return (("toll", its, EVIDENCE),) if its and its == whole_toll(b) else ()


def other_toll(a: Context, b: Context) -> bool:
    """Whether two counts are of the event at large, but of other classes: 11人遇难、9人受伤 / 14人死亡、11人受伤."""
    one, two = whole_toll(a), whole_toll(b)
    return bool(one and two) and one != two


def whole_toll(context: Context) -> str:
    """The class of a count said of nobody in particular, "" of any other fact."""
    value, statement = context.fact.value, context.fact.statement
    if not isinstance(value, Quantity) or value.unit not in _UNITS:
        return ""
    start, end = context.fact.start - statement.start, context.fact.end - statement.start
    return toll_in(statement.clause[:start], statement.clause[end:])


@lru_cache(maxsize=16384)  # asked for every pair
def toll_in(before: str, after: str) -> str:
    """The class that the words on either side of a count name, "" where they also name whom it counts."""
    *earlier, left = _COUNT.split(before)
    right = _COUNT.split(after)[0]
    classes, toll, beside = _table()
    if earlier:
        left = re.sub(f"^[人名位具例]?(?:{toll.pattern})", "", left)  # the 死亡 of 378人死亡、755人受伤
    found = toll.search(right, 0, _REACH) or max(toll.finditer(left), key=re.Match.start, default=None)
    if found is None or (_OF_OTHERS.search(left) and classes[found[0]] not in _GRADES):
        return ""
    rest = _NOT_TEXT.sub("", toll.sub(" ", f"{left} {right}"))
    return "" if beside.sub("", rest) else classes[found[0]]


@cache
def _table() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """The class of each word, a pattern of all of them, and one of what says nothing of whom a toll counts."""
    classes = {word: name for name, listed in rows("tolls.tsv") for word in listed.split()}
    return classes, any_of(classes), any_of(lines("toll_words.txt"))
