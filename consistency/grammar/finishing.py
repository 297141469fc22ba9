"""From what was read to mentions: words that bound, dates resolved in the order of the text, ranges of dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from consistency.grammar import bounds
from consistency.grammar.items import Item, Measured, Thing, When
from consistency.grammar.joining import ABOUT, RANGE, ranks
from consistency.grammar.mentions import Mention
from consistency.grammar.numerals_han import trailing_step
from consistency.grammar.resolve import Known, resolve
from consistency.grammar.stretches import stretch
from consistency.grammar.timex import modified, span
from consistency.grammar.units import OWN
from consistency.model.values import Duration, Quantity, Timex
from consistency.patterns import pattern

_SENTENCE_END = pattern(r"[。!?！？\n]")
_AS_OF = pattern(r"截[至止](?:到|至)?(?:发稿|目前)?[,，]?[ ]?$")
_TILL = pattern(r"(?:^|[。！？!?；;，,\n])[至到]$")
_COUNT = pattern(
    r"(?:止|为止)?[,，][^。；;！？!?\n]{0,24}?(?:累计|总?共(?!同)|总计|合计|[已仍尚还]有|只剩|尚余|增至|升至|增加到|达到?(?=[0-9约近逾]))"
    r"[^。；;！？!?\n]{0,8}?[0-9一二三四五六七八九十百千万两]"
)
_AHEAD = pattern(r"(?:将|定|拟|计划|预计|预定|推迟|延期|改|安排|有望|力争)[在于到至]?[^,，。,;；]{0,3}$")
_AHEAD_AFTER = pattern(r"起|将|有望|前")
_APPROX = pattern(rf"(?:{ABOUT})(?:在|于)?$")
_LIMITS = {"不晚于": "before", "不迟于": "before", "最迟": "before", "最晚": "before", "早于": "before",
           "不早于": "after", "最早": "after", "晚于": "after"}  # fmt: skip
_LIMIT = pattern("(不晚于|不迟于|最迟|最晚|不早于|最早|(?<![不最])早于|(?<!不)晚于)(?:在|于|到)?$")
_AFTER = pattern(
    r"(?:(?P<edge>年初|年底|年末|年终|年中|初|底|末|中旬|中期|伊始|中(?=[,，。;；、)）”]|$))(?![中级等步始次]))?"
    r"(?:(?P<within>内(?![部地容外需蒙陆资存阁政战幕涵忧心河江参]))|(?P<approx>左右|前后|上下|许|来钟|(?<=[点时分半刻])(?:过后|刚过))|"
    r"(?P<more>多(?![名人个家次元日地方云年种]))"
    r"|(?P<before>(?:之前|以前|前)(?![三两一二四五六七八九十0-9几往来后期进线总任所半沿夕方]))"
    r"|(?P<after>之后|以后|以来|至今|迄今|后(?!期|来|续|勤|备|卫|台|场|排|方|半)"
    r"|起(?![草来初码到火诉降飞床义跑步点源效租拍重吊伏因爆运息航售])))?"
)
_EDGE = {"初": "start", "年初": "start", "伊始": "outset", "年中": "mid", "中": "mid", "中旬": "mid", "中期": "mid"}


def finished(items: list[Item], text: str, published: datetime | None, currency: str) -> Iterator[Mention]:
    """The mentions that the items make, in order."""
    last: Timex | None = None
    last_day: Timex | None = None
    firm = False
    stated: int | None = None
    in_sentence: Timex | None = None
    sentence = covered = i = 0
    while i < len(items):
        item, payload = items[i], items[i].payload
        if currency == "TWD" and isinstance(payload, When):
            payload = _minguo(payload, item, text)
        i += 1
        if isinstance(payload, Thing):
            mention = _thing(item, payload)
            if mention is not None:
                yield mention
            covered = item.end
        elif isinstance(payload, Measured):
            mention = _measured(item, payload, text, currency, covered)
            covered = mention.end
            yield mention
        elif (of := ranks(payload))[0] >= 0 and (of != (6, 6) or _hangs(in_sentence, text, sentence, item.start)):
            if in_sentence is not None and _SENTENCE_END.search(text, sentence, item.start):
                in_sentence = None
            sentence = item.start
            ahead = _AHEAD.search(text, max(0, item.start - 8), item.start) or _AHEAD_AFTER.match(text, item.end)
            known = Known(
                published, last, in_sentence, ahead is not None, last_day, firm and in_sentence is not None, stated
            )
            if payload.window is not None:
                timex = stretch(payload.window, known)
                if timex is None:
                    if payload.window.length is not None:  # with nothing to count from it is a length of time
                        spoken = (item.number_start, item.number_end)
                        length = item._replace(start=spoken[0], end=spoken[1], number_start=-1, number_end=-1)
                        yield _measured(length, payload.window.length, text, currency, covered)
                    covered = item.end
                    continue
                end, mention_value = item.end, timex
            else:
                following = items[i] if i < len(items) else None
                timex, end, mention_value = _date(item, payload, following, text, known)
            if i < len(items) and end >= items[i].end:
                i += 1
            if timex.start is None and payload.same is not None and payload.hour is None:
                covered = end
                continue
            start = item.start
            about = _APPROX.search(text, max(covered, start - 4), start)
            if about is not None and mention_value.mod is None:
                start, mention_value = about.start(), modified(mention_value, "approx")
            limit = _LIMIT.search(text, max(covered, start - 5), start)
            if limit is not None and mention_value.mod in (None, "end", "start") and "/" not in mention_value.edtf:
                start, mention_value = limit.start(), modified(mention_value, _LIMITS[limit[1]])
            as_of = _AS_OF.search(text, max(0, item.start - 10), item.start) is not None or _is_count(text, start, end)
            number_end = item.number_end if item.number_end > 0 else item.end
            yield Mention(start, end, "date", mention_value, item.start, number_end, item.rule, as_of)
            covered = end
            if timex.year is not None or timex.month is not None or timex.day is not None:
                firm = (
                    payload.year is not None
                    or payload.year_offset is not None
                    or payload.same_year is not None
                    or (firm and in_sentence is not None)
                )
                last = in_sentence = timex
                if timex.day is not None and (last_day is None or not _later(timex, published)):
                    last_day = timex
                stated = payload.year if payload.year is not None else stated


_SHORT_YEAR = pattern("[6-9][0-9]年")


def _minguo(payload: When, item: Item, text: str) -> When:
    """The date with a year of two digits counted as Taiwan's outlets count: 98年 is 2009."""
    if payload.year is None or not _SHORT_YEAR.match(text, item.start):
        return payload
    return payload._replace(year=1911 + payload.year % 100)


def _is_count(text: str, start: int, end: int) -> bool:
    """Whether a time is that of a count: 至23日中午，受影响的病人累计达131名."""
    return _TILL.search(text, max(0, start - 2), start) is not None and _COUNT.match(text, end) is not None


def _later(timex: Timex, published: datetime | None) -> bool:
    """Whether a date is after publication: what is to come is seldom what 当天 hangs on."""
    return published is not None and timex.start is not None and timex.start.date() > published.date()


def _hangs(in_sentence: Timex | None, text: str, sentence: int, at: int) -> bool:
    """Whether a bare part of a day has a day in its sentence to hang on."""
    return in_sentence is not None and in_sentence.day is not None and not _SENTENCE_END.search(text, sentence, at)


def _thing(item: Item, thing: Thing) -> Mention | None:
    if thing.kind == "identifier":
        return Mention(item.start, item.end, "identifier", None, item.start, item.end, item.rule)
    n = thing.number
    if thing.kind is None or n is None:
        return None
    value = Quantity(n.low, n.high, thing.unit, None, n.number, 1.0)
    return Mention(item.start, item.end, "ordinal", value, n.start, n.end, item.rule)


def _date(item: Item, when: When, following: Item | None, text: str, known: Known) -> tuple[Timex, int, Timex]:
    """The date that later ones hang on, the end of the mention, and its value."""
    timex = resolve(when, known)
    end = item.end
    if following is not None and isinstance(following.payload, When) and RANGE.fullmatch(text, end, following.start):
        other = following.payload
        if other.hour is not None and other.part is None and other.day is None and when.part not in (None, "中午"):
            other = other._replace(
                part=when.part if (other.hour, other.minute or 0) > (when.hour or 0, when.minute or 0) else None
            )
        if other.festival is not None and other.year is None:
            other = other._replace(year=timex.year)  # 去年春节到元宵节
        until = resolve(other, Known(known.published, timex, timex, True, firm=True))
        if timex.start and until.start and until.start < timex.start and other.year is None and timex.year is not None:
            if other.month is not None:  # 12月至1月
                until = resolve(other._replace(year=timex.year + 1), known)
            elif other.day is not None and timex.month is not None:  # 28日至3日
                late = When(timex.year + timex.month // 12, timex.month % 12 + 1)
                until = resolve(late.merged(other), known)
        end = following.end
        edge = _AFTER.match(text, end)
        if edge is not None and edge["edge"] and until.grain in ("month", "year"):  # 1月中旬至2月初
            until, end = modified(until, _EDGE.get(edge["edge"], "end")), edge.end("edge")
        return until, end, span(timex, until)
    value = timex
    match = _AFTER.match(text, end)
    if match is not None and match.end() > end:
        if match["edge"]:
            value = modified(value, _EDGE.get(match["edge"], "end"))
        for name, mod in (("approx", "approx"), ("before", "before"), ("after", "after"), ("more", "more_than")):
            if match[name] and not (name == "more" and when.hour is None):
                value = modified(value, mod)
        end = match.end() if not (match["more"] and when.hour is None) else match.start("more")
    return timex, end, value


def _measured(item: Item, measured: Measured, text: str, currency: str, covered: int) -> Mention:
    number, factor, offset = measured.number, measured.factor, measured.offset
    upper = measured.upper or number
    low: float | None = _clean(number.low * factor + offset)
    high: float | None = _clean(upper.high * factor + offset)
    if low is not None and high is not None and low > high:
        low, high = _clean(upper.low * factor + offset), _clean(number.high * factor + offset)
    value = None if number.number is None or measured.upper else _clean(number.number * factor + offset)
    mod = measured.mod or number.mod
    start, end = item.start, item.end
    tail = bounds.after(text, end)
    if tail is not None:
        if tail[1] != "more_than_step":
            end, mod = tail
        elif value is not None and mod is None:
            end, mod = tail[0], "more_than"
            high = _clean((number.low + trailing_step(number.low)) * factor + offset)
    head = bounds.before(text, start)
    if head is not None and head[0] >= covered:
        start, mod = head
    if measured.upper is None and low == high:
        if mod in ("more_than", "equal_or_more"):
            high = None
        elif mod in ("less_than", "equal_or_less"):
            low = None
    unit = measured.unit
    if unit is not None and unit.startswith(OWN):
        unit = currency + unit[1:]
    number_start = number.start if item.number_start < 0 else item.number_start
    number_end = upper.end if item.number_end < 0 else item.number_end
    step = _clean(number.step * factor)
    if measured.kind == "duration":
        length = Duration(low, high, unit or "a", mod, value, step)
        return Mention(start, end, "duration", length, number_start, number_end, item.rule)
    amount = Quantity(low, high, unit, mod, value, step)
    return Mention(start, end, "quantity", amount, number_start, number_end, item.rule)


def _clean(value: float) -> float:
    if abs(value) < 1e15 and value == int(value):
        return value
    return float(f"{value:.12g}")
