"""One person's name in two spellings: 佟桂枝 here and 佟桂芝 there, each in articles that never have the other.

Articles of one story name the same people. A name that one article has and another lacks, and that the other has but
for one character, is one person's, miswritten by one of the two: surely where the characters sound or look alike, and
else where what is told of the two is the same. No title or role is needed, nor that both were read as names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from consistency.fields.words import word
from consistency.grammar.names import Person
from consistency.grammar.names_shapes import sightly
from consistency.grammar.names_slips import homophones, slip_between
from consistency.grammar.names_words import HAN, surnames
from consistency.grammar.numerals_han import parse_han
from consistency.grammar.titles_compare import has_one_holder, normal
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.similarity import shared_weight
from consistency.linkage.words import canonical, weigh
from consistency.patterns import pattern
from consistency.statements import Reading
from consistency.tokens import known

SURE = {"sound": 0.88, "order": 0.85, "shape": 0.82, "other": 0.75}
TOLD = 22.0  # nats of what is told of two names alike in nothing but their letters, from which on they are one's
SHORTEST = 3  # characters: of two names of two characters half is another
REACH = 40  # characters around a name in which the person is told of
_AGE = pattern(r"(?<!\d)(\d{2})岁")
_SPELT_AGE = pattern(r"([二三四五六七八九]?十[一二三四五六七八九]?)岁")


@dataclass(frozen=True)
class _Side:
    """An article's text, and the native names that were read in it with where each is first said."""

    number: int
    reading: Reading
    text: str
    names: dict[str, Person]
    blocks: dict[str, int]


def spellings(readings: Sequence[Reading]) -> list[Alignment]:
    """The names that two articles spell otherwise, each pair of articles and names once."""
    sides = [_side(number, reading) for number, reading in enumerate(readings)]
    made: dict[tuple[int, str], Context | None] = {}
    found = []
    for one, two in combinations(sides, 2):
        pairs = {(x, y) for x, y in _miswritten(one, two)} | {(x, y) for y, x in _miswritten(two, one)}
        for x, y in sorted(pairs):
            slip = slip_between(x, y)
            if slip is None or (slip == "other" and not _told_alike(one, two, x, y)):
                continue
            a, b = _context(made, one, x), _context(made, two, y)
            if a and b:
                found.append(Alignment(a, b, "disjoint", SURE[slip], 0.0, (("spelling", slip),), 1.0))
    return found


def _side(number: int, reading: Reading) -> _Side:
    names: dict[str, Person] = {}
    blocks: dict[str, int] = {}
    for headline in (False, True):  # the text says more of a name than the headline does
        for block, its in enumerate(reading.names):
            if (reading.article.blocks[block].kind == "title") is not headline:
                continue
            for person in its.people:
                text = reading.texts[block]
                addressed = person.start < person.title_start < person.end  # 黄先生, 邢教授
                if text[person.start : person.end] == person.name and _is_native(person.name) and not addressed:
                    names.setdefault(person.name, person)
                    blocks.setdefault(person.name, block)
    return _Side(number, reading, "\n".join(reading.texts), names, blocks)


def _is_native(name: str) -> bool:
    return (
        len(name) >= SHORTEST
        and len(name) <= (4 if name[:2] in surnames("compound") else 3)
        and all(char in HAN for char in name)
        and "某" not in name
        and (name[0] in surnames("common") or name[0] in surnames("rare") or name[:2] in surnames("compound"))
    )


def _miswritten(one: _Side, two: _Side) -> Iterator[tuple[str, str]]:
    """The names of one article with what the other has in their stead."""
    for name in one.names:
        if name in two.text:
            continue
        if any(known(part) for part in (name[:2], name[1:])) and not one.names[name].title:
            continue  # 龙舟|大 beside 龙舟|赛 is no man's name
        if _holds_place(name, one.text) or _holds_place(name, two.text):
            continue
        forms = [re.escape(name[:at]) + "([一-鿿])" + re.escape(name[at + 1 :]) for at in range(len(name))]
        forms.append(re.escape(name[0] + name[1:][::-1]))
        forms.append("".join(f"[{homophones(char)}]" for char in name))
        seen = {match[0] for form in forms for match in re.finditer(form, two.text)}
        for other in sorted(seen):
            if other == name or other in one.text or not _may_be(name, other, two):
                continue
            if any(f"·{part}" in text for part in (name, other) for text in (one.text, two.text)):
                continue  # 妮诺·贝礼泽: a spelling of what is no Chinese name
            yield name, other


def _holds_place(name: str, text: str) -> bool:
    """Whether a name is a place with a character beside it: 任岚西, where a text has 岚西省."""
    return any(part + unit in text for part in (name[1:], name[:-1]) for unit in "省市县州旗镇乡岛港")


def _may_be(name: str, other: str, side: _Side) -> bool:
    """Whether the other article has a name there: one that was read, or one that sounds or looks like this one."""
    if other in side.names:
        return True
    if not _is_native(other) or known(other) or any(other in read for read in side.names):
        return False
    return slip_between(name, other) in ("sound", "shape") or sightly(other, repeated=True)


def _told_alike(one: _Side, two: _Side, x: str, y: str) -> bool:
    """Whether what stands around two names is told of one person: his role, his age, the same rare words."""
    a, b = one.names.get(x), two.names.get(y)
    if a and b and a.title and b.title and normal(a.title) == normal(b.title) and has_one_holder(a.title):
        return True
    around, others = _around(one, x), _around(two, y)
    if _ages(around) & _ages(others):
        return True
    words, mates = (weigh(canonical(text.replace(name, " "))) for text, name in ((around, x), (others, y)))
    return shared_weight(words, mates) >= TOLD


def _around(side: _Side, name: str) -> str:
    return "。".join(
        side.text[max(0, match.start() - REACH) : match.end() + REACH]
        for match in re.finditer(re.escape(name), side.text)
    )


def _ages(text: str) -> set[int]:
    """The ages that a text says: 41岁, 四十一岁."""
    spelt = map(parse_han, _SPELT_AGE.findall(text))
    return {*map(int, _AGE.findall(text)), *(int(parsed[0]) for parsed in spelt if parsed)}


def _context(made: dict[tuple[int, str], Context | None], side: _Side, name: str) -> Context | None:
    """The name where the article first says it, as a fact."""
    key = side.number, name
    if key not in made:
        block, start = _place(side, name)
        fact = word(side.reading, "person", block, start, start + len(name))
        empty: frozenset[str] = frozenset()
        made[key] = None if fact is None else Context(
            fact, side.number, -1 - len(made), "", "", {}, {}, {}, empty, empty, empty, (),
            side.reading.article.published, None, ("", ""),
        )  # fmt: skip
    return made[key]


def _place(side: _Side, name: str) -> tuple[int, int]:
    """Block and start of a name: where it was first read, else where it first stands in the text."""
    if name in side.names:
        return side.blocks[name], side.names[name].start
    blocks = sorted(range(len(side.reading.texts)), key=lambda n: side.reading.article.blocks[n].kind == "title")
    return next((block, at) for block in blocks if (at := side.reading.texts[block].find(name)) >= 0)


def is_spelling(pair: Alignment) -> bool:
    """Whether a pair is of one name in two spellings."""
    return bool(pair.levels) and pair.levels[0][0] == "spelling"


def untold(spelt: Sequence[Alignment], told: Sequence[Alignment]) -> list[Alignment]:
    """The spellings that no two holders of a role tell already."""
    known_pairs = {
        frozenset((pair.a.fact.slot("name"), pair.b.fact.slot("name")))
        for pair in told
        if pair.a.fact.kind == "holder" and pair.relation == "disjoint"
    }
    return [pair for pair in spelt if frozenset((pair.a.fact.term, pair.b.fact.term)) not in known_pairs]
