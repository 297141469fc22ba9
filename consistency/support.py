"""What a draft states that no source has, and how much of it the sources could be asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.comparison import AGREEING, compare
from consistency.fields.words import word
from consistency.findings import TOPIC, stated
from consistency.fingerprint import fingerprint
from consistency.grammar.names import same_person
from consistency.linkage.gates import INTERVALS
from consistency.linkage.topics import Topic
from consistency.model.facts import Fact
from consistency.model.findings import Finding
from consistency.model.text import Article
from consistency.model.values import Duration, Quantity, Timex, Value
from consistency.patterns import pattern
from consistency.statements import Reading
from consistency.wording import Lang, say

UNKNOWN = 0.5  # how sure it is that a fact is wrong that no source has: nothing is known of it
FEW = 2  # 一个, 两次: told in so many places that nobody looks them up
_GRAINS = ("month", "tendays", "day", "halfday", "hour", "minute", "second")
_COUNTED = pattern("[个次些]$")


@dataclass(frozen=True)
class Asked:
    """The draft and the sources that it is held against: all of its story but copies of it."""

    draft: Reading
    facts: Sequence[Fact]
    sources: Sequence[Reading]
    others: Sequence[Fact]


def matched(facts: Sequence[Fact], topics: Sequence[Topic], draft: str) -> tuple[int, int]:
    """How many facts the draft has, and how many of them stand in a topic with a fact of a source."""
    asked = {
        id(context.fact)
        for topic in topics
        if any(context.fact.statement.article != draft for group in topic.groups for context in group)
        for group in topic.groups for context in group
    }  # fmt: skip
    return len(facts), sum(id(fact) in asked for fact in facts)


def unsupported(
    asked: Asked, topics: Sequence[Topic], articles: Mapping[str, Article], told: Sequence[Finding],
    lang: Lang = "zh",
) -> list[Finding]:  # fmt: skip
    """A finding for each figure, date and name of the draft that none of its sources has; none without sources.

    What the findings `told` say of a value is enough: it is not said again that no source has it.

    A headline says what the text says, and a value said again is the same value. A full name that no source has may
    stand there as 王某, so a source that has a form of it has it.
    """
    if not asked.sources:
        return []
    compared = {id(context.fact) for topic in topics for group in topic.groups for context in group}
    stands = [fact for fact in asked.facts if fact.kind in INTERVALS and id(fact) not in compared]
    known: dict[str, list[Fact]] = {}
    for fact in asked.others:
        known.setdefault(fact.kind, []).append(fact)
    found: list[Fact] = []
    for fact in stands:
        alike = known.setdefault(fact.kind, [])
        if _worth_asking(fact) and not any(_states(other, fact.value) for other in alike):
            alike.append(fact)
            found.append(fact)
    found += _people(asked)
    doubted = [one.span for finding in told if finding.disagrees for one in finding.statements
               if one.article == asked.draft.article.id]  # fmt: skip
    found.sort(key=lambda fact: fact.span)
    return [
        _finding(fact, articles, lang) for fact in found if not any(fact.span.overlaps(span) for span in doubted)
    ]  # fmt: skip


def _worth_asking(fact: Fact) -> bool:
    """Whether a value says something of its own: no headline, basis or rumour, no 两个 and no year."""
    if fact.statement.headline or fact.slot("role"):
        return False
    value = fact.value
    if isinstance(value, Timex):
        return value.grain in _GRAINS
    if isinstance(value, Quantity | Duration):
        return value.number is not None and (value.number > FEW or not float(value.number).is_integer())
    return False


def _states(fact: Fact, value: Value) -> bool:
    return compare(fact.value, value) in AGREEING


def _people(asked: Asked) -> Iterator[Fact]:
    """The first mention in the draft of each person that no source names."""
    known = {person.name for reading in asked.sources for names in reading.names for person in names.people}
    texts = [text for reading in asked.sources for text in reading.texts]
    seen: set[str] = set()
    for block, names in enumerate(asked.draft.names):
        if asked.draft.article.blocks[block].kind == "title":
            continue
        for person in names.people:
            if person.name in seen:
                continue
            seen.add(person.name)
            written = asked.draft.texts[block][person.start : person.end]
            if any(name in text for text in texts for name in (person.name, written)):
                continue
            if any(same_person(person.name, name) != "different" for name in known):
                continue
            fact = word(asked.draft, "person", block, person.start, person.end)
            if fact is not None:
                yield fact


def _finding(fact: Fact, articles: Mapping[str, Article], lang: Lang) -> Finding:
    statements = (stated(fact, "a", articles, lang),)
    return Finding(
        fingerprint(f"unsupported {fact.field}", statements), fact.field, "unsupported", "info", UNKNOWN,
        fact.measure or fact.statement.sentence[:TOPIC], say("unsupported", lang, value=fact.text), statements,
    )  # fmt: skip
