"""Shapes of personal names: where a name that begins at a given place ends, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from consistency.grammar.names_abroad import NEVER_GIVEN, Count, Shape, dotted, foreign, japanese, tibetan
from consistency.grammar.names_behind import ends_in_and, follow, runs_on, said
from consistency.grammar.names_words import (
    HAN,
    Words,
    elements,
    followers,
    given_weight,
    is_named,
    known,
    not_people,
    stops,
    surnames,
    transliteration,
)

_MASKED = frozenset("某")
_NOT_MASKED = NEVER_GIVEN | {"和"}


def shapes(words: Words, start: int, count: Count) -> Iterator[Shape]:
    """All names that may begin at `start`; `count` says how often the article has a string."""
    text = words.text
    if start >= len(text) or text[start] not in HAN:
        return
    if end := dotted(words, start):
        yield Shape(end, 6.0, "foreign")
        return
    for reader in _readers().get(text[start], ()):
        for shape in reader(words, start, count):
            if text[start : shape.end] not in stops() and text[start : shape.end] not in not_people():
                yield shape


Reader = Callable[[Words, int, Count], Iterator[Shape]]


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """For each character the readers whose names can begin with it, in their order: most characters begin none."""
    firsts: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_native, surnames("common") | surnames("rare") | surnames("compound")),
        (japanese, surnames("japanese")),
        (foreign, transliteration()),
        (_nickname, _FAMILIAR),
        (tibetan, elements()),
    )
    found: dict[str, tuple[Reader, ...]] = {}
    for reader, words in firsts:
        for first in {word[0] for word in words}:
            found[first] = (*found.get(first, ()), reader)
    return found


_NOT_PEOPLE = frozenset("省市县区镇乡村州岛港湾湖河江山寨坝路街站寺语菜灯碑岩节杯牌")


def sightly(name: str, repeated: bool) -> bool:
    """Whether a word is by all appearance a native name of three characters; one of four (令狐…) is not looked at."""
    if (
        len(name) != 3
        or name[0] not in surnames("common")
        or name[2] in _NOT_PEOPLE
        or name in not_people()
        or is_named(name)
    ):
        return False
    first, second = (given_weight(char, -3.0) for char in name[1:])
    if known(name):
        return min(first, second) >= 0 and first + second >= 2
    return min(first, second) >= 0 and first + second >= (2 if repeated else 3)


def _native(words: Words, start: int, count: Count) -> Iterator[Shape]:
    text = words.text
    size = 2 if text[start : start + 2] in surnames("compound") else 0
    one = text[start] in surnames("common") or text[start] in surnames("rare")
    if not size and not one:
        return
    size = size or 1
    if text[start + size : start + size + 1] in _MASKED:
        end = start + size + 1
        while end < len(text) and text[end] in "某甲乙丙":
            end += 1
        if _masks_one(words, start, end, count):
            end += 1
        yield Shape(end, 3.0, "masked")
        return
    base = 0.0 if size == 2 or text[start] in surnames("common") else -1.0
    if start and words.crossing(start):
        base -= 2.0
    for given in (1, 2):
        end = start + size + given
        if end > len(text):
            return
        chars = text[start + size : end]
        if any(char not in HAN or (char in NEVER_GIVEN and not _after_all(text, size, end)) for char in chars):
            return
        yield Shape(end, base + _score(words, start, start + size, end, count), "native")


def _masks_one(words: Words, start: int, end: int, count: Count) -> bool:
    """Whether a given name goes on behind 某 with one character: 罗某发|(男, but not 罗某|发烧, 罗某|说, 周某|和."""
    text = words.text
    if end >= len(text) or text[end] not in HAN or words.last[end] > end + 1 or text[end] in _NOT_MASKED:
        return False
    marked = text[end + 1 : end + 2] not in HAN and not said(text, end)
    return given_weight(text[end]) >= -1 and (marked or count(text[start : end + 1]) > 1)


def _after_all(text: str, size: int, end: int) -> bool:
    """Whether a particle ends the name of a compound surname, as what follows shows: 贺兰因|在座谈会上说."""
    return size == 2 and text[end - 1] == "因" and followers().at(text, end) > end


def _score(words: Words, start: int, middle: int, end: int, count: Count) -> float:
    text = words.text
    chars = [max(-3.0, min(2.0, given_weight(char))) for char in text[middle:end]]
    score = sum(chars) / len(chars) * 0.8 + follow(words, end)
    score += 1.0 if words.boundary(end) or said(text, end) else -0.5
    name = text[start:end]
    word = words.word(start)
    if len(word) > 1 and words.first[start] == start:
        if word == name:  # a name in the dictionary, or a common word
            score += (0.5 if len(name) > 2 else -1.5) if known(word) else 1.0
        elif known(word) and len(word) > middle - start:
            score -= 1.5 if words.last[start] <= end else 2.5
    if end - middle == 2:
        score += 1.0
        if text[middle:end] in stops():  # 总统|曾|表示
            score -= 3.0
        elif known(text[middle:end]) and min(chars) < -0.5:
            score -= 1.0
    if runs_on(words, end) and count(name) < 2 and not ends_in_and(words, end):
        score -= 5.0
    followed = count(text[start : end + 1]) if text[end : end + 1] in HAN else 1
    if count(name) > followed:  # it stands elsewhere with something else behind it
        score += 0.7
    return score


_FAMILIAR = frozenset("老小阿大")
_NICKNAME = 1.9  # as sure as a role before it must make a name: 值班保安老赵


def _nickname(words: Words, start: int, count: Count) -> Iterator[Shape]:
    """老赵, 小李: a surname as colleagues say it, where no longer word is (小康, 老王庙) and the name ends there."""
    text, end = words.text, start + 2
    if text[start] not in _FAMILIAR or text[start + 1 : end] not in surnames("common"):
        return
    whole = words.boundary(start) and words.boundary(end) and not known(text[start : end + 1])
    if whole and follow(words, end) > 1:
        yield Shape(end, _NICKNAME, "nickname")
