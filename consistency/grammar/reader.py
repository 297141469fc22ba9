"""The one pass over a text: find where a value may start, let the rules read it, join, bound and resolve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from consistency.grammar import bounds, calendar, clock, durations, identifiers, money, quantities, ratios, relative
from consistency.grammar.items import Item, Measured, Thing, When
from consistency.grammar.joining import joined
from consistency.grammar.mentions import Mention
from consistency.grammar.numerals import FIRST, NUMBER, Numeral, read_numeral
from consistency.grammar.resolve import Known, modified, resolve
from consistency.grammar.rules import RULES, Scanner
from consistency.grammar.units import OWN
from consistency.model.values import Duration, Quantity, Timex

_RULE_MODULES = (identifiers, money, ratios, calendar, clock, relative, durations, quantities)
_ORDERED = [r for module in _RULE_MODULES for r in RULES if r.build.__module__ == module.__name__]
_WORDS = Scanner(r for r in _ORDERED if r.lead == "word")
_NUMBERS = Scanner(r for r in _ORDERED if r.lead == "number")
_WORD_STARTS = "第昨今明前后大去上本来下这当同次翌隔转周星礼春夏秋冬首中凌拂黎清晨早晚午傍夜深入一二三四半即" + "".join(identifiers.IDIOM_STARTS)
_TRIGGER = re.compile("[" + "".join(sorted(set(FIRST + _WORD_STARTS))) + "]")
_SENTENCE_END = re.compile(r"[。!?！？\n]")
_AS_OF = re.compile(r"截[至止](?:到|至)?(?:北京时间|当地时间|目前)?[ ]?$")
_AHEAD = re.compile(r"(?:将|定|拟|计划|预计|预定|推迟|延期|改|安排)[在于到至]?[^,。,;]{0,3}$")
_DATE_AFTER = re.compile(
    r"(?:(?P<edge>年初|年底|年末|年终|年中|初|底|末|中旬|中期|伊始)(?![中级等步始次]))?(?:(?P<approx>左右|前后|上下|许)|(?P<more>多(?![名人个家次元日地方云年种]))"
    r"|(?P<before>(?:之前|以前|前)(?![三两一二四五六七0-9十几往来后期进线总任]))|(?P<after>之后|以后|以来|至今|迄今|后(?!期|来)|起(?![草来初码到火诉降飞床义])))?"
)
_EDGE = {"初": "start", "年初": "start", "伊始": "start", "年中": "mid", "中旬": "mid", "中期": "mid"}


def read_values(text: str, published: datetime | None = None, currency: str = "CNY") -> list[Mention]:
    """Every quantity, date, duration, ordinal and identifier of a text, in order, none overlapping."""
    naive = published.replace(tzinfo=None) if published else None
    return list(_finished(joined(_items(text), text), text, naive, currency))


def _items(text: str) -> Iterator[Item]:
    at, size = 0, len(text)
    while at < size:
        found = _TRIGGER.search(text, at)
        if found is None:
            return
        at = found.start()
        read = _WORDS.read(text, at)
        if read is not None:
            item = replace(read[1], rule=read[0].name)
            yield item
            at = max(item.end, at + 1)
            continue
        number = _number(text, at)
        if number is None:
            match = NUMBER.match(text, at)
            at = match.end() if match else at + 1
            continue
        read = _NUMBERS.read(text, number.end, number)
        built = replace(read[1], rule=read[0].name) if read else _bare(text, number)
        if built is not None:
            if built.number_start < 0:
                built = replace(built, number_start=number.start, number_end=number.end)
            yield built
            at = max(built.end, number.end)
        else:
            at = number.end


def _number(text: str, at: int) -> Numeral | None:
    number = read_numeral(text, at)
    if number is None:
        return None
    if at and text[at - 1].isascii() and text[at - 1].isalpha():
        return replace(number, mod="label")
    if number.number is not None and number.mod is None:
        sign = text[at - 1] if at else ""
        negative = (sign in "-−－" and sign and (at < 2 or not (text[at - 2].isalnum() or text[at - 2] in "%％℃)-"))) or (
            text[at - 2 : at] == "零下"
        )
        if negative:
            width = 2 if text[at - 2 : at] == "零下" else 1
            value = -number.number
            return replace(number, start=at - width, low=value, high=value, number=value)
    return number


def _bare(text: str, number: Numeral) -> Item | None:
    if number.mod == "label":
        return Item(number.start, number.end, Thing("identifier"), rule="labelled")
    if number.arabic:
        plain = number.text.isdecimal()
        if plain and (len(number.text) > 11 or (len(number.text) > 1 and number.text[0] == "0")):
            return Item(number.start, number.end, Thing("identifier"), rule="bare")
        if plain and len(number.text) == 4 and 1900 <= number.low <= 2100:
            return Item(number.start, number.end, Thing("identifier"), rule="bare")
        return Item(number.start, number.end, Measured(number, None), number.start, number.end, "bare")
    if len(number.text) > 1 and any(c in "百千万亿" for c in number.text) or len(number.text) > 1 and number.high >= 10 and "十" in number.text:
        return Item(number.start, number.end, Measured(number, None), number.start, number.end, "bare")
    if number.text in ("百", "千", "万"):
        bound = bounds.before(text, number.start)
        return Item(number.start, number.end, Measured(number, None), rule="bare") if bound else None
    return Item(number.start, number.end, Thing(None), rule="bare") if number.low < 10 else None


def _finished(items: list[Item], text: str, published: datetime | None, currency: str) -> Iterator[Mention]:
    last: Timex | None = None
    in_sentence: Timex | None = None
    sentence = 0
    covered = 0
    i = 0
    while i < len(items):
        item = items[i]
        payload = item.payload
        if isinstance(payload, Thing):
            if payload.kind == "identifier":
                yield Mention(item.start, item.end, "identifier", None, item.start, item.end, item.rule)
            elif payload.kind == "ordinal" and payload.number is not None:
                n = payload.number
                value = Quantity(n.low, n.high, payload.unit, None, n.number, 1.0)
                yield Mention(item.start, item.end, "ordinal", value, n.start, n.end, item.rule)
            covered = item.end
        elif isinstance(payload, Measured):
            mention = _measured(item, payload, text, currency, covered)
            covered = mention.end
            yield mention
        else:
            if _SENTENCE_END.search(text, sentence, item.start):
                in_sentence = None
            sentence = item.start
            end_item = items[i + 1] if i + 1 < len(items) else None
            timex, end = _date(item, payload, end_item, text, Known(published, last, in_sentence, _is_ahead(text, item.start)))
            if end_item is not None and end >= end_item.end:
                i += 1
            as_of = _AS_OF.search(text, max(0, item.start - 10), item.start) is not None
            yield Mention(item.start, end, "date", timex, item.start, item.number_end if item.number_end > 0 else item.end, item.rule, as_of)
            covered = end
            if timex.year is not None or timex.month is not None or timex.day is not None:
                last = in_sentence = timex
        i += 1


def _is_ahead(text: str, at: int) -> bool:
    return _AHEAD.search(text, max(0, at - 8), at) is not None


_TO = re.compile(r"\s?(?:起?至|到|-{1,2}|—{1,2}|–|~|～|－)\s?")


def _date(item: Item, when: When, following: Item | None, text: str, known: Known) -> tuple[Timex, int]:
    timex = resolve(when, known)
    end = item.end
    if following is not None and isinstance(following.payload, When):
        gap = _TO.fullmatch(text, end, following.start)
        if gap is not None:
            other = following.payload
            if other.hour is not None and other.part is None and when.part is not None and other.day is None:
                other = replace(other, part=when.part)
            until = resolve(other, Known(known.published, timex, timex, True))
            return _span(timex, until), following.end
    match = _DATE_AFTER.match(text, end)
    if match is not None and match.end() > end:
        if match["edge"]:
            timex = modified(timex, _EDGE.get(match["edge"], "end"))
        for name, mod in (("approx", "approx"), ("before", "before"), ("after", "after"), ("more", "more_than")):
            if match[name]:
                timex = modified(timex, mod)
        end = match.end()
    return timex, end


def _span(first: Timex, second: Timex) -> Timex:
    return Timex(
        f"{first.edtf}/{second.edtf}", first.start, second.end, second.grain, None, second.year, second.month, second.day, second.hour, second.minute
    )


def _measured(item: Item, measured: Measured, text: str, currency: str, covered: int) -> Mention:
    number, factor, offset = measured.number, measured.factor, measured.offset
    low: float | None = _clean(number.low * factor + offset)
    high: float | None = _clean((measured.upper or number).high * factor + offset)
    value = None if number.number is None or measured.upper else _clean(number.number * factor + offset)
    if measured.upper is not None and low is not None and high is not None and low > high:
        low, high = _clean(measured.upper.low * factor + offset), _clean(number.high * factor + offset)
    mod = measured.mod or number.mod
    start, end = item.start, item.end
    tail = bounds.after(text, end)
    if tail is not None:
        end, said = tail
        if said == "more_than_step":
            if value is not None and mod is None:
                mod, high = "more_than", _clean((number.low + _step(number)) * factor + offset)
            elif value is None:
                end = item.end
        else:
            mod = said
    head = bounds.before(text, start)
    if head is not None and head[0] >= covered:
        start, mod = head[0], head[1]
    if measured.upper is None:
        if mod in ("more_than", "equal_or_more") and not (mod == "more_than" and high != low):
            high = None
        elif mod in ("less_than", "equal_or_less"):
            low = None
    step = _clean(number.step * factor)
    unit = measured.unit
    if unit is not None and unit.startswith(OWN):
        unit = currency + unit[1:]
    number_end = (measured.upper or number).end if item.number_end < 0 else item.number_end
    number_start = number.start if item.number_start < 0 else item.number_start
    if measured.kind == "duration":
        return Mention(start, end, "duration", Duration(low, high, unit or "a", mod, value, step), number_start, number_end, item.rule)
    return Mention(start, end, "quantity", Quantity(low, high, unit, mod, value, step), number_start, number_end, item.rule)


def _step(number: Numeral) -> float:
    from consistency.grammar.numerals import leading_step

    return leading_step(number.low)


def _clean(value: float) -> float:
    return float(f"{value:.12g}")
