"""What surrounds a fact, made comparable: values masked, synonyms and scripts made one, words weighed by rarity."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache

from consistency.lexicon import lines, rows
from consistency.linkage.locus import Loci, cores
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading
from consistency.tokens import cut, rarity

NEAR_LEFT, NEAR_RIGHT = 12, 8  # characters next to the value that name its measure
FOLLOWING = 40  # characters after a time that say what happened then
ACT = 12.0  # nats that a shared class of act is worth: as much as a rare word
SHORT = 6  # a clause with fewer characters of its own hangs on its neighbour
_NOT_WORD = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


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
    as_of: datetime | None


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = {word: canonical for canonical, words in rows("synonyms.tsv") for word in words.split()}
    meaning = {word: canonical for word, canonical in meaning.items() if word != canonical}
    return re.compile("|".join(sorted(map(re.escape, meaning), key=len, reverse=True))), meaning


@lru_cache(maxsize=16384)
def canonical(text: str) -> str:
    """The text with every synonym replaced by its canonical word."""
    pattern, meaning = _synonyms()
    return pattern.sub(lambda match: meaning[match[0]], text)


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(lines("stopwords.txt"))


@lru_cache(maxsize=16384)
def _weigh(text: str) -> dict[str, float]:
    stop = _stopwords()
    found = {}
    for word in cut(text):
        if word not in stop and not _NOT_WORD.fullmatch(word):
            found[word] = rarity(word)
    return found


def contexts_of(readings: Sequence[Reading], facts: Sequence[list[Fact]]) -> list[list[Context]]:
    """The context of each fact, article by article; a place that one article names in full is known to all."""
    known = {core: level for reading in readings for core, level in cores(reading).items()}
    both = zip(readings, facts, strict=True)
    return [contexts(reading, own, known, number) for number, (reading, own) in enumerate(both)]


def contexts(reading: Reading, facts: list[Fact], known: Mapping[str, str], article: int = 0) -> list[Context]:
    """The context of each fact of one article, in the same order."""
    masked = tuple(_masked(reading, block) for block in range(len(reading.texts)))
    clauses = {}
    for number, statement in enumerate(reading.statements):
        clauses[statement.block, statement.start] = number
    loci = Loci.of(reading, known)
    found = [_context(reading, masked, clauses, loci, (article, order), fact) for order, fact in enumerate(facts)]
    torn = _torn(facts)
    return [_marked(context, torn) for context in found]


def _torn(facts: list[Fact]) -> frozenset[str]:
    """The classes of act that the article says to be so and not so: of 3号机组 and of 4号机组."""
    said: dict[str, set[bool]] = {}
    for fact in facts:
        for name in acts_of(fact):
            said.setdefault(name, set()).add(fact.value == Term("done"))
    return frozenset(name for name, states in said.items() if len(states) > 1)


def _marked(context: Context, torn: frozenset[str]) -> Context:
    """An act of which a story has one (合龙) and the article one voice is known by its class alone: 合龙!."""
    alone = [f"{name}!" for name in acts_of(context.fact) if name.endswith("!") and name not in torn]
    return replace(context, heads=context.heads | frozenset(alone)) if alone else context


def _masked(reading: Reading, block: int) -> str:
    """The block's text with every value blanked out, as long as before."""
    text = list(reading.texts[block])
    for mention in reading.mentions[block]:
        text[mention.start : mention.end] = " " * (mention.end - mention.start)
    return "".join(text)


def _context(
    reading: Reading, masked: tuple[str, ...], clauses: dict[tuple[int, int], int], loci: Loci,
    place: tuple[int, int], fact: Fact,
) -> Context:  # fmt: skip
    statement = fact.statement
    text = masked[statement.block]
    start, end = statement.start, statement.start + len(statement.clause)
    number = clauses[statement.block, statement.start]
    left, right = text[start : fact.start], text[fact.end : end]
    own = _NOT_WORD.sub("", left + right)
    if fact.kind == "status" and not fact.slot("act"):
        left, right = _without_cue(text, fact)
    elif fact.kind == "time":
        right = _following(reading, text, fact)
    elif len(own) < SHORT:
        left, right = _extended(reading, masked, number, fact, left, right)
    sentence = text[statement.sentence_start : statement.sentence_start + len(statement.sentence)]
    clause = canonical(left) + " " + canonical(right)
    here = reading.names[statement.block]
    named = [(person.start, person.name) for person in here.people]
    named += [(body.start, body.name) for body in here.organisations]
    named += [(place.start, place.name) for place in here.places]
    sentence_end = statement.sentence_start + len(statement.sentence)
    names = frozenset(name for at, name in named if statement.sentence_start <= at < sentence_end)
    return Context(
        fact, *place, _NOT_WORD.sub("", canonical(left))[-NEAR_LEFT:], _NOT_WORD.sub("", canonical(right))[:NEAR_RIGHT],
        _weigh(clause) | _acts(fact), _weigh(canonical(sentence)), _weigh(canonical(statement.lead + " " + sentence)),
        names, _heads(text, reading, fact), _grams(clause), loci.at(fact), reading.article.published, fact.as_of,
    )  # fmt: skip


_SEGMENT = re.compile(r"[、，,；;。：:！？!?（）()“”\n]|以及|和(?=\s)|及(?=\s)")


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
        return frozenset([*_content(canonical(left))[-2:], *_content(canonical(right))[:3]])
    if fact.kind == "status":
        left, right = _without_cue(masked, fact)
    if fact.kind == "status":
        before, after = _content(canonical(left)), _content(canonical(right))
        if fact.slot("cue").endswith("了"):  # 启动了深海试采: the verb stands before
            return frozenset([*before[-1:], *after[:3]])
        return frozenset(after[:3] or before[-2:])
    words = [*_content(canonical(left))[-2:], *_content(canonical(right))[:2]]
    if not words:
        words = _content(canonical(masked[statement.sentence_start : fact.start]))[-3:]
    if not words:
        words = _content(canonical(statement.lead))[-3:]
    return frozenset(words)


def _acts(fact: Fact) -> dict[str, float]:
    """The classes of act that a status speaks of, in place of the words for them: 停用 and 还在用 share 启用."""
    return dict.fromkeys(acts_of(fact), ACT)


def acts_of(fact: Fact) -> list[str]:
    """The classes of act of a status fact, marked so that they are no word of the text; none for other facts."""
    return [f"@{name}" for name in fact.slot("act").split("+")] if fact.kind == "status" and fact.slot("act") else []


def thing_of(fact: Fact) -> frozenset[str]:
    """The words of what the act of a status fact is about: 承包 and 合同 of 解除承包合同."""
    return _thing(fact.measure)


@lru_cache(maxsize=16384)
def _thing(measure: str) -> frozenset[str]:
    """The words, and those that the tokenizer does not know and cuts into characters: 省道."""
    text = canonical(measure)
    spelt = "".join(word if len(word) == 1 and word not in _stopwords() else " " for word in cut(text))
    return frozenset([*_content(text), *(run for run in spelt.split() if len(run) > 1)])


def act_words(fact: Fact) -> frozenset[str]:
    """The words that say the act and its state."""
    return frozenset(_content(canonical(fact.slot("cue"))))


def _content(text: str) -> list[str]:
    return list(_weigh(text))


def _grams(text: str) -> frozenset[str]:
    bare = _NOT_WORD.sub("", text)
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
