"""The one pass over a text: find where a value may start, and let the rules read it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from consistency.grammar import (
    bounds,
    calendar,
    clock,
    codes,
    durations,
    eras,
    festivals,
    identifiers,
    money,
    ordinals,
    periods,
    quantities,
    ratios,
    relative,
    scales,
    scores,
    spaces,
    windows,
)
from consistency.grammar.finishing import finished
from consistency.grammar.items import Item, Measured, Thing
from consistency.grammar.joining import joined
from consistency.grammar.mentions import Mention
from consistency.grammar.numerals import BARE_SCALES, FIRST, NUMBER, Numeral, read_numeral
from consistency.grammar.rules import RULES, Scanner, beginnings
from consistency.grammar.units import CURRENCY_NAME, CURRENCY_WORDS, units
from consistency.patterns import pattern

# the order in which the rules are tried
_MODULES = (
    festivals,
    eras,
    identifiers,
    ordinals,
    scores,
    money,
    ratios,
    periods,
    calendar,
    relative,
    windows,
    clock,
    durations,
    scales,
    quantities,
    codes,
)
_ORDERED = [r for module in _MODULES for r in RULES if r.build.__module__ == module.__name__]
_WORDS = Scanner(r for r in _ORDERED if r.lead == "word")
_TRIGGER = pattern(beginnings(_WORDS.starts.union(FIRST)))


@cache
def _numbers() -> Scanner:
    """The rules that a numeral leads; what can follow one hangs on the table of units."""
    return Scanner(r for r in _ORDERED if r.lead == "number")


# Figures that no word rule can read are those that no sign goes on from, as in dates, scores, telephone numbers.
_DIGITS = frozenset("0123456789")
_FIRST = frozenset(FIRST)
_SIGNED = pattern("[0-9]{1,8}[ ]?[·•・×xX*比:：/.∶世季-]|1[3-9][0-9]{9}|[12][0-9]{3} [01][0-9] [0-3][0-9]")


def read_values(text: str, published: datetime | None = None, currency: str = "CNY") -> list[Mention]:
    """Every quantity, date, duration, ordinal and identifier of a text, in order, none overlapping."""
    gaps = spaces.gaps(text)
    if not gaps:
        return list(finished(joined(_items(text), text), text, published, currency))
    closed = spaces.closed(text, gaps)
    found = finished(joined(_items(closed), closed), closed, published, currency)
    removed = [gap - number for number, gap in enumerate(gaps)]
    return [spaces.spread(mention, removed) for mention in found]


def _items(text: str) -> Iterator[Item]:
    at = done = 0
    while (found := _TRIGGER.search(text, at)) is not None:
        at = found.start()
        read = _WORDS.read(text, at) if text[at] not in _DIGITS or _SIGNED.match(text, at) else None
        if read is not None:
            item = read[1]
            yield Item(item.start, item.end, item.payload, item.number_start, item.number_end, read[0].name)
            at = max(item.end, at + 1)
            continue
        if text[at] not in _FIRST:
            at += 1
            continue
        number = _number(text, at)
        if number is None:
            match = NUMBER.match(text, at)
            at = match.end() if match else at + 1
            continue
        if number.mod == "label":
            built = Item(number.start, number.end, Thing("identifier"), rule="labelled")
        else:
            read = _numbers().read(text, number.end, number)
            built, name = (read[1], read[0].name) if read else (_bare(text, number), "bare")
            span = (built.number_start, built.number_end) if built.number_start >= 0 else (number.start, number.end)
            # 一%0元 is no price of one percent: what the last number has taken is not this one's as well.
            built = Item(max(built.start, done), built.end, built.payload, max(span[0], done), span[1], name)
        yield built
        at = done = max(built.end, number.end)


def _number(text: str, at: int) -> Numeral | None:
    """The numeral at a place, with its sign; one that letters stand before is a label."""
    number = read_numeral(text, at)
    if number is None or at == 0:
        return number
    before = text[at - 1]
    if (number.arabic and before.isascii() and before.isalpha() and not _quake(text, at, number.end)) or (
        before == "." and text[at - 2 : at - 1].isalnum()
    ):
        return number._replace(mod="label")
    lettered = number.arabic and text[at - 2 : at - 1].isascii() and text[at - 2 : at - 1].isalpha()
    if lettered and (before in "-·" or (before == "+" and not _ALNUM.match(text, max(at - 3, 0)))):
        return number._replace(mod="label")  # F-35, 京A·88888, T+1
    if number.arabic and identifiers.is_model(text, at, number.end):
        return number._replace(mod="label", end=_MODEL_END.match(text, number.end).end())  # type: ignore[union-attr]
    if number.number is not None and number.mod is None:
        width = 0
        if before in "-−－" and (at == 1 or text[at - 2] in _BEFORE_MINUS):
            width = 1
        elif text[at - 2 : at] == "零下":
            width = 2
        elif before == "负" and text[at - 2 : at - 1] not in ("担", "胜", "自", "抱", "肩", "以"):
            width = 1
        if width:
            return number._replace(start=at - width, low=-number.number, high=-number.number, number=-number.number)
    elif text[at - 2 : at] == "零下" and number.mod != "label":
        return number._replace(start=at - 2, low=-number.high, high=-number.low, mod=None)  # 零下二十多度
    return number


_MODEL_END = pattern("(?:-?[A-Z0-9]{1,4}(?![0-9.%]))?")  # 波音737-800


_ALNUM = pattern("[0-9A-Za-z]{2}")  # 16GB+512GB


def _quake(text: str, at: int, end: int) -> bool:
    """Whether the letter before a number is that of a magnitude (M7.1级)."""
    return text[at - 1] in "Ms" and text.startswith("级", end)


_LIST_MARK = pattern(r"[.．、](?![0-9])|[)）][^0-9]")
_BEFORE_MINUS = frozenset(" ,，、;；:：(（“\n为是至到达约在了比率值差温从由润速幅额益")


def _bare(text: str, number: Numeral) -> Item:
    """A number without a unit: in figures it may stand alone, in words it must be a large one."""
    if text[number.start - 1 : number.start] in _CURRENCY_ENDS and (number.arabic or len(number.text) > 1):
        named = _CURRENCY.search(text, max(0, number.start - 8), number.start)
        if named is not None:  # 人民币500万, USD 500万
            return Item(named.start(), number.end, Measured(number, units()[named["name"]].code))
    if number.arabic:
        if (
            number.high < 100
            and _LIST_MARK.match(text, number.end)
            and (number.start == 0 or text[number.start - 1] in "\n (（。;；:：　")
        ):
            return Item(number.start, number.end, Thing(None, number))
        digits = number.text.isdecimal()
        label = digits and (len(number.text) > 7 or (len(number.text) > 1 and number.text[0] == "0"))
        if (
            digits
            and text[number.start - 1 : number.start] == " "
            and text[number.start - 2 : number.start - 1].isascii()
            and text[number.start - 2 : number.start - 1].isalpha()
        ):
            label = True
        year = digits and len(number.text) == 4 and 1900 <= number.low <= 2100
        if label or (year and not bounds.before(text, number.start)):
            return Item(number.start, number.end, Thing("identifier", number))
    elif number.start == 0 and number.end == len(text) and number.text not in BARE_SCALES:
        return Item(number.start, number.end, Measured(number, None))  # the cell of a table
    elif len(number.text) > 1:
        if not any(c in "十百千万亿" for c in number.text):
            return Item(number.start, number.end, Thing(None, number))
    elif number.text not in BARE_SCALES or not bounds.before(text, number.start):
        return Item(number.start, number.end, Thing(None, number))
    return Item(number.start, number.end, Measured(number, None))


_CURRENCY = pattern(rf"(?<![A-Za-z])(?P<name>{CURRENCY_NAME})[ ]?$")
_CURRENCY_ENDS = frozenset(" " + "".join(word[-1] for word in CURRENCY_WORDS))
