"""What an act is done to: whether two sentences speak of one order, one fine, one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache, lru_cache

from consistency.comparison import compare
from consistency.lexicon import rows
from consistency.linkage.context import Context
from consistency.linkage.words import canonical, content
from consistency.model.values import Duration, Quantity, Timex, Value

SAME_OBJECT = 25.0  # nats of shared words and values from which on two acts of one kind are done to one thing
# What a shared value adds: 38462辆, 5000元, 3人, 3日19时, 10月8日.
SHORT_OBJECT, NEARLY_ALL = 15.0, 0.8  # of a short sentence (省气象台发布暴雨预警) nearly all must be shared
ONLY = 11.0  # from which on where neither article tells such an act of anybody else: 省水利厅批复的工程
# And of acts that a story has several of. Of the pairs of data/ that the other rules leave out, 6 of 7 with so much,
# and so much of the shorter sentence, are in dispute (约谈两家企业); of those with three quarters of it, 7 of 21.
ALONE, ALONE_SHARE = 20.0, 0.25
WIDER, NEARBY = 20.0, 0.3  # and so much with the sentences before, in nats or of the shorter
# Acts of which a story tells one, and those of them that are done on one day only.
ONCE = frozenset(
    ("主办", "认定", "批准", "任命", "审计", "移交", "收购", "申请", "起诉", "研发", "贷款", "公证", "评级")
)
_RARE = ONCE | {"检测"}
# Acts that a story tells again and again: of articles weeks apart, each tells of its own.
_AGAIN, WEEKS = frozenset(("发布", "要求", "派出")), timedelta(days=14)
SHARE = 0.22  # and so much at least of all that the shorter sentence says: a story shares many words
ONE_CLAUSE = 28.0  # and of their clauses alone: 作出行政处罚决定, but not 召开新闻发布会
THEME = 14.0  # of what stands before 由 or 是 in both: 打捞方案, but not 方案
_RAREST = 13.0  # and a shared word at most: the firm that all sentences of a story name tells little
_PRECISE, _ROUND, _PLAIN, _HOUR, _DAY = 16.0, 12.0, 6.0, 12.0, 5.0


def same_object(a: Context, b: Context) -> bool:
    """Whether the sentences of two acts share enough words and values besides the actors themselves."""
    both = set(a.fact.slot("act").split()) & set(b.fact.slot("act").split())
    if not both or apart(a.fact.statement.clause, b.fact.statement.clause):
        return False
    if both <= _AGAIN and _weeks_apart(a, b):
        return False
    values = _shared_values(a.values, b.values)
    if both == {"测算"} and _figures(a.values) and _figures(b.values) and not _figures([value for value, _ in values]):
        return False  # what two bodies measured is one thing only where they measured the same
    actors = _actor(a) + " " + _actor(b)
    one, two = _object(a.sentence, actors), _object(b.sentence, actors)
    shared = sum(weight for word, weight in one.items() if word in two)
    found = shared + sum(weight for _, weight in values)
    whole = min(sum(one.values()), sum(two.values()))
    if found >= max(SAME_OBJECT, SHARE * (whole + found - shared)):
        return True
    only = set(a.fact.slot("alone").split()) & set(b.fact.slot("alone").split())
    if only & _RARE and (found >= ONLY or _one_story(a, b, actors)):
        return True
    if only and found >= max(ALONE, ALONE_SHARE * (whole + found - shared)):
        return True
    if _one_theme(a, b):
        return True
    if found >= SHORT_OBJECT and shared >= NEARLY_ALL * whole:
        return True
    return _one_clause(_object(a.words, actors), _object(b.words, actors))


def _weeks_apart(a: Context, b: Context) -> bool:
    x, y = a.published, b.published
    return bool(x and y) and abs(x.replace(tzinfo=None) - y.replace(tzinfo=None)) > WEEKS  # type: ignore[union-attr]


def _one_theme(a: Context, b: Context) -> bool:
    """Whether what both set before the actor is one thing: 事故调查由海事局负责 / 事故调查由部里牵头."""
    one, two = (frozenset(content(canonical(one.fact.slot("theme")))) for one in (a, b))
    shared = one & two
    return shared in (one, two) and sum(min(a.sentence.get(word, 0.0), _RAREST) for word in shared) >= THEME


def _one_story(a: Context, b: Context, actors: str) -> bool:
    """Whether the sentences before tell of one thing: 中子谱仪…。该仪器由南川大学研制, 谁交的？县林业局。"""
    one, two = _object(a.wider, actors), _object(b.wider, actors)
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared >= WIDER or shared >= max(ONLY, NEARBY * min(sum(one.values()), sum(two.values())))


def _one_clause(one: Mapping[str, float], two: Mapping[str, float]) -> bool:
    """Whether the clauses of two acts are the same but for the actors: 启动抗旱三级(应急)响应."""
    shared = sum(weight for word, weight in one.items() if word in two)
    return shared >= ONE_CLAUSE and shared >= NEARLY_ALL * min(sum(one.values()), sum(two.values()))


def apart(one: str, two: str) -> bool:
    """Whether the clauses name two kinds of a thing: 黄色预警 / 红色预警, 一审 / 二审."""
    here, there = _kinds(one), _kinds(two)
    return any(here[group].isdisjoint(there[group]) for group in here.keys() & there.keys())


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for (words,) in rows("object_kinds.tsv"))


@lru_cache(maxsize=8192)  # asked for every pair of states
def _kinds(clause: str) -> dict[int, set[str]]:
    """For each group of kinds that a clause has words of, these words."""
    found = {number: {word for word in words if word in clause} for number, words in enumerate(_groups())}
    return {number: words for number, words in found.items() if words}


def _object(sentence: Mapping[str, float], actors: str) -> dict[str, float]:
    return {word: min(weight, _RAREST) for word, weight in sentence.items() if word not in actors}


def _figures(values: Sequence[Value]) -> bool:
    return any(isinstance(value, Quantity | Duration) for value in values)


def _actor(context: Context) -> str:
    return context.fact.term + context.fact.text + context.fact.slot("organisation")


def _shared_values(one: Sequence[Value], two: Sequence[Value]) -> list[tuple[Value, float]]:
    found = []
    for value in one:
        if any(compare(value, other) in ("equal", "equivalent") or _one_number(value, other) for other in two):
            found.append((value, _telling(value)))
    return found


def _one_number(a: Value, b: Value) -> bool:
    """Whether two figures are one, whatever bounds them: 4.1亿元 / 约4.1亿元."""
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or a.number is None:
        return False
    return (a.number, a.unit) == (b.number, b.unit)


def _telling(value: Value) -> float:
    """How much a shared value tells: a figure of several digits, or an hour, more than 3人 or a day."""
    match value:
        case Timex():
            return {"minute": _HOUR, "hour": _HOUR, "day": _DAY}.get(value.grain, 0.0)
        case Quantity() | Duration():
            digits = "" if value.number is None else f"{abs(value.number):.6g}".replace(".", "").strip("0")
            if len(digits) > 1:
                return _PRECISE
            return _ROUND if value.number and abs(value.number) >= 10 else _PLAIN
    return 0.0
