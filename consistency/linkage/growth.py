"""Figures that change as events go on (遇难, 登记, 冻结): which pairs look like two counts of one thing."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from consistency.lexicon import any_of, lines
from consistency.linkage.context import Context
from consistency.linkage.pair import Pair
from consistency.linkage.words import canonical
from consistency.model.values import Quantity


@cache
def _changing_words() -> re.Pattern[str]:
    """The words of changing.txt as they stand once synonyms are replaced: 失联 is 失踪 there."""
    return any_of(sorted({canonical(word) for word in lines("changing.txt")}))


@cache
def _so_far() -> re.Pattern[str]:
    return any_of(lines("so_far.txt"))


def changing(context: Context) -> bool:
    """Whether a figure is of a kind that changes as events go on, or is revised."""
    words = canonical(context.fact.statement.clause) + context.left + context.right
    return _changing_words().search(words) is not None


def is_so_far(context: Context) -> bool:
    """Whether a figure is told as what it has come to so far: 已清理墓葬46座."""
    return context.as_of is not None or _so_far().search(context.fact.statement.clause) is not None


def growth(pair: Pair) -> str:
    """Whether the later of two counts is the higher, and how much says that it is a count so far (截至, 累计, 已)."""
    x, y = pair.a.fact.value, pair.b.fact.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.number is None or y.number is None:
        return "none"
    one, two = counted_at(pair.a), counted_at(pair.b)
    if one is None or two is None:
        return "untimed"
    if one == two:
        return "same time"
    later, more = (pair.a, x.number > y.number) if one > two else (pair.b, y.number > x.number)
    signs = (pair.a.as_of is not None) + (pair.b.as_of is not None)
    signs += bool(signs and _so_far().search(later.fact.statement.sentence))
    kind = " changing" if changing(pair.a) or changing(pair.b) else ""
    return f"{'more' if more else 'less'}{kind} {signs}"


def counted_at(context: Context) -> datetime | None:
    """The time that a count is of: its 截至, else its article's own."""
    moment = context.as_of.end if context.as_of and context.as_of.end else context.published
    return moment.replace(tzinfo=None) if moment else None
