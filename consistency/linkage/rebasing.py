"""One number on two bases: by which slot of their scope two equal values differ, and the words that say so."""

from __future__ import annotations

import math
from dataclasses import replace

from consistency.fields.scope import place_of, share_of
from consistency.grammar.units import units
from consistency.model.facts import Fact
from consistency.model.text import Article
from consistency.model.values import GRADE, Quantity
from consistency.patterns import pattern

BASES = ("basis", "change", "per", "rate", "tax")
_GROWN = pattern(r"(?P<noun>[\u4e00-\u9fff]{2})(?:[同环]比)?(?:增长|增加|上升|提高|减少|下降|降低)了?[约近超逾]{0,2}$")
_REACHED = pattern(r"(?P<noun>[\u4e00-\u9fff]{2})(?:达到?|为|是|共)?[约近超逾]{0,2}$")
LONGEST = 40  # code points of a value that is shown


def rebased_by(one: Fact, two: Fact) -> str:
    """The slot in which two facts of one number have two bases, "" for none: 同比 / 环比, 增至 / 增加, 每户 / 每人."""
    for slot in BASES:
        if slot == "per" and _under(one) and _under(two):
            continue  # 每斤1.36元 is 每吨2720元
        x, y = _base(one, slot), _base(two, slot)
        if x and y and x != y and not (slot == "change" and _level_told(one, two)):
            return slot
    return "change" if _grown_by_all(one, two) or _grown_by_all(two, one) else ""


def _grown_by_all(grown: Fact, level: Fact) -> bool:
    """Whether what a measure grew by is the measure itself in the other fact: 产量增长了46.2万辆 / 产量46.2万辆."""
    if grown.slot("change") != "by" or level.slot("change"):
        return False
    before = [fact.statement.clause[: fact.start - fact.statement.start] for fact in (grown, level)]
    measure, reached = _GROWN.search(before[0]), _REACHED.search(before[1])
    return bool(measure and reached and measure["noun"] == reached["noun"])


def times_rebased(one: Fact, two: Fact) -> bool:
    """Whether one 倍 is told of what was and of what came on top: 是去年的两倍 / 高出两倍, three times as much."""
    by = [fact for fact in (one, two) if fact.slot("change") == "by"]
    x, y = one.value, two.value
    if len(by) != 1 or not (isinstance(x, Quantity) and isinstance(y, Quantity) and x.unit == y.unit == "x"):
        return False
    more, of = (x, y) if by[0] is one else (y, x)
    return more.number is not None and of.number is not None and math.isclose(more.number - 1, of.number, rel_tol=1e-6)


def _base(fact: Fact, slot: str) -> str:
    """What fills a slot of the scope, or the value says itself: 每公斤6元 falls to one 公斤, 六折 is down to 60%."""
    said = fact.slot(slot)
    if slot == "change" and fact.text.endswith("折"):
        return "to"
    if slot != "per":
        return said
    share = share_of(_under(fact) or said)
    return units()[share].code if share in units() else share


def _under(fact: Fact) -> str:
    """What the unit of a value is divided by: kg of CNY/kg."""
    return (fact.value.unit or "").partition("/")[2] if isinstance(fact.value, Quantity) else ""


def _level_told(*facts: Fact) -> bool:
    """Whether one is told in times, whose reading has 增长2倍 as 3倍 already, or is a grade (升三级, 升九段)."""
    return any(isinstance(fact.value, Quantity) and fact.value.unit in ("x", "段", GRADE) for fact in facts)


def with_basis(fact: Fact, article: Article) -> Fact:
    """The fact with the words of its basis where its clause has them near: 同比增长12.3%, where 环比 is in dispute."""
    statement = fact.statement
    left, right = fact.start - statement.start, fact.end - statement.start
    before, after = statement.clause[:left], statement.clause[right:]
    for slot in (slot for slot in BASES if fact.slot(slot)):
        place = place_of(slot, before, after)
        if place is None:
            continue
        start = min(fact.start, statement.start + place[0])
        end = fact.end if place[1] <= left else fact.end + place[1] - left
        if end - start <= LONGEST:
            span = article.blocks[statement.block].span(start, end)
            text = article.text[span.start : span.end]
            return replace(fact, text=text, span=span, start=start, end=end)
    return fact
