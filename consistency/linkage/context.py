"""What surrounds a fact, made comparable: values masked, synonyms and scripts made one, words weighed by rarity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from consistency.linkage.acts import ACT, act_words, acts_of, thing_of
from consistency.linkage.course import NO_COURSE, Course, courses_of
from consistency.linkage.events import events_in
from consistency.linkage.exchange import Rate, rates_in
from consistency.linkage.locus import Apart, Loci, cores
from consistency.linkage.words import NOT_WORD, canonical, content, weigh
from consistency.model.facts import Fact
from consistency.model.values import Duration, Quantity, Term, Timex, Value
from consistency.patterns import pattern
from consistency.statements import Reading

NEAR_LEFT, NEAR_RIGHT = 12, 8  # characters next to the value that name its measure
FOLLOWING = 40  # characters after a time that say what happened then
SHORT = 6  # a clause with fewer characters of its own hangs on its neighbour


@dataclass(frozen=True, eq=False, slots=True)
class Context:
    """A fact with the words around it; `words`, `sentence` and `wider` weigh each word by its rarity.

    `article` numbers the articles of the run, `order` the facts of each.
    """

    fact: Fact
    article: int
    order: int
    left: str
    right: str
    words: dict[str, float]
    sentence: dict[str, float]
    wider: dict[str, float]
    names: frozenset[str]
    heads: frozenset[str]
    grams: frozenset[str]
    locus: tuple[tuple[str, str], ...]
    published: datetime | None
    as_of: Timex | None
    beside: tuple[str, str]
    values: tuple[Value, ...] = ()  # of an act: the figures and times of its sentence, which name its object
    rates: tuple[Rate, ...] = ()  # of money: the rates of exchange that the article gives
    told: str = ""  # of a place: the text of its whole article, which may name the other place too
    events: frozenset[str] = frozenset()  # of a time or duration: the classes of what it is said of …
    beyond: frozenset[str] = frozenset()  # … and of what else its sentence tells
    course: Course = NO_COURSE  # of a time: where in the course of its article it stands
    apart: Apart = frozenset()  # the places that an article of its story tells apart


def contexts_of(readings: Sequence[Reading], facts: Sequence[list[Fact]]) -> list[list[Context]]:
    """The context of each fact, article by article; a place that one article names in full is known to all."""
    known = {core: level for reading in readings for core, level in cores(reading).items()}
    loci = [Loci.of(reading, known) for reading in readings]
    apart = frozenset(pair for its in loci for pair in its.told_apart())
    both = zip(readings, facts, loci, strict=True)
    return [_contexts(reading, own, its, number, apart) for number, (reading, own, its) in enumerate(both)]


def _contexts(reading: Reading, facts: list[Fact], loci: Loci, article: int, apart: Apart) -> list[Context]:
    """The context of each fact of one article, in the same order."""
    masked = tuple(_masked(reading, block) for block in range(len(reading.texts)))
    clauses = {}
    for number, statement in enumerate(reading.statements):
        clauses[statement.block, statement.start] = number
    beside, courses = _beside(facts), courses_of(facts)
    found = [
        _context(reading, masked, clauses, loci, (article, order), fact, beside[order])
        for order, fact in enumerate(facts)
    ]
    (torn, once), rates, told = _voices(facts), tuple(rates_in(reading)), "\n".join(reading.texts)
    return [
        replace(
            context, heads=context.heads | _one_voiced(context.fact, torn, once), rates=rates,
            told=told if context.fact.kind == "place" else "", course=courses.get(order, NO_COURSE), apart=apart,
        )
        for order, context in enumerate(found)
    ]  # fmt: skip


_AMOUNTS = ("quantity", "duration", "time")


def _beside(facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """For each fact the units of the values before and after it in its sentence, "" for none."""
    values = [(number, fact) for number, fact in enumerate(facts) if fact.kind in _AMOUNTS]
    found = [("", "")] * len(facts)
    for before, (number, fact), after in zip([None, *values], values, [*values[1:], None], strict=False):
        found[number] = _unit_beside(fact, before), _unit_beside(fact, after)
    return found


def _unit_beside(fact: Fact, other: tuple[int, Fact] | None) -> str:
    if other is None or other[1].statement.number != fact.statement.number:
        return ""
    value = other[1].value
    return (value.unit if isinstance(value, Quantity | Duration) else None) or other[1].kind


def _voices(facts: list[Fact]) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of act that the article says to be so and not so (3号机组, 4号机组), and those of one sentence."""
    said: dict[str, set[bool]] = {}
    where: dict[str, set[int]] = {}
    for fact in facts:
        for name in () if fact.slot("some") else acts_of(fact):
            said.setdefault(name, set()).add(fact.value == Term("done"))
            where.setdefault(name, set()).add(fact.statement.number)
    return (
        frozenset(name for name, states in said.items() if len(states) > 1),
        frozenset(name for name, sentences in where.items() if len(sentences) == 1),
    )


def _one_voiced(fact: Fact, torn: frozenset[str], once: frozenset[str]) -> frozenset[str]:
    """Marks of the classes of an act that the article speaks of in one voice (!), and in one sentence (1)."""
    its = acts_of(fact)
    return frozenset([f"{name}!" for name in its if name not in torn] + [f"{name}1" for name in its if name in once])


def _masked(reading: Reading, block: int) -> str:
    """The block's text with every value blanked out, as long as before."""
    text = list(reading.texts[block])
    for mention in reading.mentions[block]:
        text[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(text)


def _context(
    reading: Reading, masked: tuple[str, ...], clauses: dict[tuple[int, int], int], loci: Loci,
    place: tuple[int, int], fact: Fact, beside: tuple[str, str],
) -> Context:  # fmt: skip
    statement = fact.statement
    text = masked[statement.block]
    start, end = statement.start, statement.start + len(statement.clause)
    number = clauses[statement.block, statement.start]
    left, right = text[start : fact.start], text[fact.end : end]
    own = NOT_WORD.sub("", left + right)
    if fact.kind == "status" and not fact.slot("act"):
        left, right = _without_cue(text, fact)
    elif fact.kind == "time":
        right = _following(reading, text, fact)
        if _COPULA.fullmatch(left.strip()):
            left, right = _extended(reading, masked, number, fact, left, right)
    elif len(own) < SHORT:
        left, right = _extended(reading, masked, number, fact, left, right)
    sentence = text[statement.sentence_start : statement.sentence_start + len(statement.sentence)]
    clause = canonical(left) + " " + canonical(right)
    here = reading.names[statement.block]
    named = [(person.start, person.name) for person in here.people]
    named += [(body.start, body.name) for body in here.organisations]
    named += [(place.start, place.name) for place in here.places]
    sentence_end = statement.sentence_start + len(statement.sentence)
    own_events, beyond = _events(reading, masked, number, fact, sentence) if fact.field == "date" else (_NONE, _NONE)
    names = frozenset(name for at, name in named if statement.sentence_start <= at < sentence_end)
    return Context(
        fact, *place, NOT_WORD.sub("", canonical(left))[-NEAR_LEFT:], NOT_WORD.sub("", canonical(right))[:NEAR_RIGHT],
        weigh(clause) | dict.fromkeys(acts_of(fact), ACT), weigh(canonical(sentence)),
        weigh(canonical(statement.lead + " " + sentence)), names, _heads(text, reading, fact), _grams(clause),
        loci.at(fact), reading.article.published, fact.as_of, beside,
        _values(reading, fact) if fact.kind == "act" else (), events=own_events, beyond=beyond,
    )  # fmt: skip


_NONE: frozenset[str] = frozenset()
_BREAK = pattern(r"[，,；;。：:！？!?\n]")
_STRETCHES = 3  # clauses in which what happened stands at the latest
_OPEN = pattern(r"\s*(?:许|左右|前后|上下|那天|当天|这天|，|,|、|\s)*")


def _events(
    reading: Reading, masked: tuple[str, ...], number: int, fact: Fact, sentence: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of events of a time's or duration's own stretch of the sentence, and of the rest of it.

    A time before a comma opens what follows (14日15时20分许，一辆大客车坠入深沟); any other is of its own clause
    (论文6月8日见刊，…); what stands alone is of the clause before (他看了眼手机，七点四十二).
    """
    text, statement = masked[fact.statement.block], fact.statement
    left = text[statement.start : fact.start]
    right = _following(reading, text, fact)
    opened = _OPEN.match(right)
    skip = opened.end() if opened and _BREAK.search(opened[0]) and fact.kind == "time" else 0
    own: frozenset[str] = frozenset()
    for end in [*(one.start() for one in _BREAK.finditer(right, skip)), len(right)][:_STRETCHES]:
        near = left + " " + right[:end]
        own = events_in(near)
        if not own and len(NOT_WORD.sub("", near)) < SHORT:
            own = events_in(_extended(reading, masked, number, fact, near, "")[0])
        if own:
            break  # 18时47分，位于南桥区的一家饭店，发生爆炸
    return own, events_in(sentence) - own


def _values(reading: Reading, fact: Fact) -> tuple[Value, ...]:
    statement = fact.statement
    start, end = statement.sentence_start, statement.sentence_start + len(statement.sentence)
    return tuple(
        mention.value
        for mention in reading.mentions[statement.block]
        if mention.value and start <= mention.start and mention.end <= end
    )


# 最高法院指令再审的日子，是2016年12月; 具体哪天？定在20日: the time is that of the clause before.
_COPULA = pattern(
    "[那这]?(?:[就则也都正恰便却已才只]|大约|应该|大概|正好|具体|时间|日期|说)*(?:是|为|系|即|在|于|也就是)"
    "|(?:已|被|又|再)?(?:定|选|放|排|改|安排|推迟|延期|提前|挪|押后|发生|敲定)[在到于至]"
)
_SEGMENT = pattern(r"[、，,；;。：:！？!?（）()“”\n]|以及|和(?=\s)|及(?=\s)")


def _heads(masked: str, reading: Reading, fact: Fact) -> frozenset[str]:
    """The words that name the measure: those next to the value within its own segment, whichever side they are on.

    其中遇难14人、受伤9人 and 14人遇难、9人受伤 give the same heads. A value that stands alone takes those before it.
    """
    statement = fact.statement
    if fact.kind == "status" and fact.slot("act"):
        return frozenset([*acts_of(fact), *thing_of(fact), *act_words(fact)])
    left = _SEGMENT.split(masked[statement.start : fact.start])[-1]
    right = _SEGMENT.split(masked[fact.end : statement.start + len(statement.clause)])[0]
    left, right = left.rsplit("  ", 1)[-1], right.split("  ", 1)[0]
    if fact.kind == "time":
        right = _following(reading, masked, fact)
        if _COPULA.fullmatch(left.strip()):
            told = masked[statement.sentence_start : statement.start].rstrip("，,、；;：: ") or statement.lead
            return frozenset(content(canonical(_SEGMENT.split(told.rstrip("？?！!。"))[-1]))[-3:])
        return frozenset([*content(canonical(left))[-2:], *content(canonical(right))[:3]])
    if fact.kind == "status":
        left, right = _without_cue(masked, fact)
        before, after = content(canonical(left)), content(canonical(right))
        if fact.slot("cue").endswith("了"):  # 启动了深海试采: the verb stands before
            return frozenset([*before[-1:], *after[:3]])
        return frozenset(after[:3] or before[-2:])
    words = [*content(canonical(left))[-2:], *content(canonical(right))[:2]]
    if not words:
        words = content(canonical(masked[statement.sentence_start : fact.start]))[-3:]
    if not words:
        words = content(canonical(statement.lead))[-3:]
    return frozenset(words)


def _grams(text: str) -> frozenset[str]:
    bare = NOT_WORD.sub("", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _without_cue(text: str, fact: Fact) -> tuple[str, str]:
    """The clause on either side of a cue: the act and its subject, whatever its state."""
    statement = fact.statement
    cue = fact.slot("cue")
    at = statement.clause.find(cue)
    return text[statement.start : statement.start + at], text[
        statement.start + at + len(cue) : statement.start + len(statement.clause)
    ]


def _following(reading: Reading, text: str, fact: Fact) -> str:
    """What a time is said of: all that follows it in the sentence, up to the next time.

    A date opens what follows (昨天上午，省文物考古研究院在长沙举行新闻发布会).
    """
    statement = fact.statement
    end = min(statement.sentence_start + len(statement.sentence), fact.end + FOLLOWING)
    for mention in reading.mentions[statement.block]:
        if mention.kind == "date" and not mention.as_of and mention.start >= fact.end:
            end = min(end, mention.start)
            break
    return text[fact.end : end]


def _extended(
    reading: Reading, masked: tuple[str, ...], number: int, fact: Fact, left: str, right: str
) -> tuple[str, str]:
    """A clause that is hardly more than its value, joined with the one before it.

    A figure closes what went before (住院的，四十多个), be it a question (罚了多少?48万元).
    """
    statements = reading.statements
    if number and statements[number - 1].number >= fact.statement.number - 1:
        previous = statements[number - 1]
        span = masked[previous.block][previous.start : previous.start + len(previous.clause)]
        return span + " " + left, right
    return left, right
