"""Gates: why two figures, times or durations are not held to be about the same thing, whatever their wording.

Each gate is a row of `GATES`; the first that is shut names the reason. `consistency explain` shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache

from consistency.comparison import compare
from consistency.grammar.clock import ZONES
from consistency.linkage.context import Context
from consistency.linkage.grades import other_grade
from consistency.linkage.locus import at_one_level
from consistency.linkage.miswritten import one_figure
from consistency.linkage.similarity import overlap
from consistency.linkage.times import role
from consistency.model.facts import Fact
from consistency.model.values import Duration, Timex
from consistency.patterns import pattern

Gate = Callable[[Context, Context], bool]
INTERVALS = ("quantity", "duration", "time")


def other_place(a: Context, b: Context) -> bool:
    """Whether the two are set in different counties or cities: another event (三次地震).

    So they are where an article names both places, or they lie in different provinces or countries. Else the one may be
    the other miswritten (股东会在澧原举行, of 岳泽), or be named in passing.
    """
    if a.fact.kind in ("place", "act", "quotation") or "denied" in (a.fact.term, b.fact.term):
        # 桐塬市环境监测站 / 省环境监测中心站: who acts or speaks brings a place of his own, which is what is disputed.
        # And a denial stands where the rumour is denied, not where it would have come true.
        return False
    if one_figure(a.fact.value, b.fact.value):
        return False  # 全市1860名儿童 / 北塘区1860户
    both = at_one_level(a.locus, b.locus, ("county", "city"))
    if both is None or both[1] == both[2]:
        return False
    here, there = dict(a.locus), dict(b.locus)
    far = any(here[level] != there[level] for level in ("province", "country") if level in here and level in there)
    return far or frozenset(both[1:]) in a.apart


def other_part(a: Context, b: Context) -> bool:
    """Whether the clauses name different parts of a year: 上半年 / 全年."""
    one, two = a.fact.slot("period"), b.fact.slot("period")
    return bool(one and two) and one != two


def other_extent(a: Context, b: Context) -> bool:
    """Whether each clause says of how large an area it speaks, and the areas differ: 三个中心城区 / 全市."""
    one, two = a.fact.slot("extent"), b.fact.slot("extent")
    return one != two and one.endswith(":") and two.endswith(":")


def other_period(a: Context, b: Context) -> bool:
    """Whether the figures are of different years, quarters or months: 今年进口1.26万吨 / 去年进口1.62万吨."""
    one, two = a.fact.period, b.fact.period
    return one is not None and two is not None and compare(one, two) == "disjoint"


def no_statement(a: Context, b: Context) -> bool:
    """Whether one is only a period, a basis, or not asserted: the 去年 of 去年进口1.62万吨, a rumour denied."""
    return bool(a.fact.slot("role") or b.fact.slot("role"))


def other_share(a: Context, b: Context) -> bool:
    """Whether different amounts fall to different shares: 每10股派3.5元 / 每股派0.35元, 每天 / 每小时."""
    shares = [(a.fact.slot(slot), b.fact.slot(slot)) for slot in ("per", "rate")]
    apart = any(one and two and one != two for one, two in shares)
    return apart and compare(a.fact.value, b.fact.value) in ("disjoint", "overlaps")


# 当地时间零时，即香港时间清晨6时: one moment by two clocks.
_HOME = "中国"
_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_CONVERTED = pattern(rf"(?:[（(]|即|合|相当于|相等于|等于|也就是|换算[成为]?)(?:{_ZONE})[为是]?")


def other_clock(a: Context, b: Context) -> bool:
    """Whether one repeats by another clock the time before it, or tells by its own what happened abroad.

    北京时间7时58分 / 8时58分, in Korea.
    """
    return _converted(a) or _converted(b) or _by_one_clock(a, b)


_NAMED_ZONE = pattern(_ZONE)


def _by_one_clock(a: Context, b: Context) -> bool:
    """Whether one of two times abroad, a whole number of hours apart, names its clock, and the other does not."""
    x, y = a.fact.value, b.fact.value
    if not isinstance(x, Timex) or not isinstance(y, Timex) or None in (x.minute, y.minute) or x.minute != y.minute:
        return False
    named = [bool(_NAMED_ZONE.search(one.fact.written)) for one in (a, b)]
    abroad = any(dict(one.locus).get("country", _HOME) != _HOME for one in (a, b))
    return abroad and named[0] != named[1] and x.hour != y.hour


def _converted(context: Context) -> bool:
    fact = context.fact
    at = fact.start - fact.statement.sentence_start
    return any(one.start() < at <= one.end() for one in _CONVERTED.finditer(fact.statement.sentence))


_SINCE = pattern("(?:以来|来|至今)$")


def stretch(a: Context, b: Context) -> bool:
    """Whether one is a stretch of time up to now and the other a point: 9月20日以来接到报案 / 9月19日立案."""
    one, two = (bool(_SINCE.search(context.fact.written)) for context in (a, b))
    return one != two and role(b if one else a) != "begin"


_WHOLE_DAY = pattern("全天|整天|全日|头一天|首日|第一天|24小时")


def part_of_day(a: Context, b: Context) -> bool:
    """Whether one counts up to an hour and the other a whole day: 截至当日18时通行3.1万辆次 / 头一天里共4.3万辆次."""
    return any(
        one.as_of is not None and one.as_of.grain in ("hour", "minute") and not _whole_day(one) and _whole_day(other)
        for one, other in ((a, b), (b, a))
    )


def _whole_day(context: Context) -> bool:
    return _WHOLE_DAY.search(context.fact.statement.clause) is not None


# 按原计划7月5日公布, 从7月5日推迟至…: what was to be at first, which what came of it does not deny.
_FORMER = pattern(
    "(?:原定|原订|原计划|原本|原拟|原先|按原|最初(?:定|计划))[^，。；：]*$|[按依]照?原(?:计划|定|方案|安排)[^，,。；：]{0,4}[，,][^，,。；：]*$"
)
_PUT_OFF = pattern("(?:推迟|延迟|延期|延后|延至|延到|顺延|押后|提前|提早|改[到至在为]|调整[到至为])")
_FROM = pattern("[由从自]$")


def former_plan(a: Context, b: Context) -> bool:
    """Whether one of two times is what was planned at first, and the other not: 原定5日 / 10日."""
    return _was_planned(a.fact) != _was_planned(b.fact)


def _was_planned(fact: Fact) -> bool:
    end = fact.end - fact.statement.start
    return _led(_FORMER, fact) or (_led(_FROM, fact) and bool(_PUT_OFF.match(fact.statement.clause, end)))


def _led(cue: re.Pattern[str], fact: Fact) -> bool:
    """Whether a cue stands before a fact in its sentence."""
    return cue.search(fact.statement.sentence, 0, max(0, fact.start - fact.statement.sentence_start)) is not None


# 还要经过两年的缺陷责任期 is no length of 经过475天的封闭维修.
_TO_COME = pattern("(?:还[要需得有剩须]|尚需|仍需|尚须|再[过等]|剩下?|只剩|离|距)[^，。；：]{0,4}$")
_ELAPSED = pattern("(?:经过|历经|历时|持续|前后|长达|耗时|用时|已|了|过)[^，。；：]{0,3}$")


def still_to_come(a: Context, b: Context) -> bool:
    """Whether of two lengths of time one is still to pass and the other has passed."""
    left, other_left = _led(_TO_COME, a.fact), _led(_TO_COME, b.fact)
    return left != other_left and _led(_ELAPSED, (b if left else a).fact)


# 8月22日: 上映26天 / 8月11日: 上映15天. Both began on one day.
_SO_LONG = pattern("已|至今|上映|开播|失踪|失联|罢[工课市飞]")
_HOURS = {"h": 1, "d": 24}
_AGREE = 24  # hours by which the two beginnings may differ, as days are counted with their ends or without


def one_beginning(a: Context, b: Context) -> bool:
    """Whether two lengths of time up to their articles began at one time, however long they had lasted then."""
    lengths = [_lasted(one) for one in (a, b)]
    moments = [_moment(one) for one in (a, b)]
    if None in lengths or None in moments or not any(_SO_LONG.search(one.fact.statement.clause) for one in (a, b)):
        return False
    longer, later = lengths[0] - lengths[1], (moments[0] - moments[1]).total_seconds() / 3600  # type: ignore[operator]
    return longer * later > 0 and abs(later) > _AGREE / 2 and abs(longer - later) <= _AGREE


def _lasted(context: Context) -> float | None:
    """The hours of a length of hours or days."""
    value = context.fact.value
    if not isinstance(value, Duration) or value.number is None or value.unit not in _HOURS:
        return None
    return value.number * _HOURS[value.unit]


def _moment(context: Context) -> datetime | None:
    moment = context.as_of.start if context.as_of and context.as_of.start else context.published
    return moment.replace(tzinfo=None) if moment else None


_BACK_THEN = pattern("[当那]年")


def back_then(a: Context, b: Context) -> bool:
    """Whether one names no year by itself: 当年编书时."""
    return any(_BACK_THEN.fullmatch(one.fact.written) for one in (a, b))


def other_severity(a: Context, b: Context) -> bool:
    """Whether of two counts of the injured only one is of those gravely or lightly so: 6人受伤 / 4人重伤."""
    both = a.fact.slot("casualty") == b.fact.slot("casualty") == "injured"
    return both and a.fact.slot("severity") != b.fact.slot("severity")


_KIN = pattern("[^，。；、]{0,8}的(?:家属|亲属|家人|亲人|家庭|父母|身份|名单)")


def of_their_kin(a: Context, b: Context) -> bool:
    """Whether of two counts only one is of some whose kin or names it tells of: 48名遇难矿工的家属签了协议."""
    one, two = (bool(_KIN.match(c.fact.statement.clause, c.fact.end - c.fact.statement.start)) for c in (a, b))
    return one != two


# 昨晚死亡, in a reprint of the next day.
DEICTIC = pattern("[今昨前明][天日晚早晨夜]|今[早晚晨]|当[天日晚]|[本上下]周|[本上]月|日前")
_REPRINTED = 0.6


def reprinted(a: Context, b: Context) -> bool:
    """Whether two articles say when in one word that hangs on the day of each, and the rest of the sentence is one."""
    one, two = a.fact.written, b.fact.written
    if one != two or not DEICTIC.search(one):
        return False
    return overlap(a.sentence, b.sentence) >= _REPRINTED and compare(a.fact.value, b.fact.value) == "disjoint"


# Each gate with the kinds of fact that it is of: no other is asked.
GATES: dict[str, tuple[Gate, tuple[str, ...]]] = {
    "other part": (other_part, INTERVALS),
    "other extent": (other_extent, INTERVALS),
    "other period": (other_period, INTERVALS),
    "no statement": (no_statement, INTERVALS),
    "other share": (other_share, INTERVALS),
    "other grade": (other_grade, ("quantity",)),
    "other clock": (other_clock, ("time",)),
    "stretch": (stretch, ("time",)),
    "part of day": (part_of_day, INTERVALS),
    "former plan": (former_plan, ("time", "duration")),
    "still to come": (still_to_come, ("duration",)),
    "one beginning": (one_beginning, ("duration",)),
    "back then": (back_then, ("time",)),
    "other severity": (other_severity, INTERVALS),
    "of their kin": (of_their_kin, ("quantity",)),
    "reprinted": (reprinted, ("time",)),
}


@cache
def _gates(kind: str) -> tuple[tuple[str, Gate], ...]:
    return tuple((name, gate) for name, (gate, kinds) in GATES.items() if kind in kinds)


def shut(a: Context, b: Context) -> str:
    """The name of the first gate that keeps two intervals of one kind apart, "" where all are open."""
    for name, gate in _gates(a.fact.kind):
        if gate(a, b):
            return name
    return ""
