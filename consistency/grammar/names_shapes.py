"""Shapes of personal names: where a name that begins at a given place ends, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from consistency.grammar.names_words import (
    HAN,
    Words,
    dotted_transliteration,
    elements,
    followers,
    given_weight,
    is_named,
    known,
    not_people,
    speech,
    stops,
    surnames,
    transliteration,
)
from consistency.patterns import pattern

_NEVER_GIVEN = frozenset(
    "的了在是与及说称们这那个着将把被从向对于也都就又还则等但而且很不没未已曾因为给让问到去要会讲摄犯"
)
_YA = frozenset("哲达拓和慎真裕直一克伸淳雅智卓信久诚")
_MASKED = frozenset("某")
_DOTS = "·•・-"


class Shape(NamedTuple):
    """A name from a known start to `end`.

    `kind`: native, japanese, foreign, masked (王某), nickname (老赵), tibetan (扎西次仁).
    """

    end: int
    score: float
    kind: str


def shapes(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
    """All names that may begin at `start`; `count` says how often the article has a string."""
    text = words.text
    if start >= len(text) or text[start] not in HAN:
        return
    if end := _dotted(words, start):
        yield Shape(end, 6.0, "foreign")
        return
    for reader in _readers().get(text[start], ()):
        for shape in reader(words, start, count):
            if text[start : shape.end] not in stops() and text[start : shape.end] not in not_people():
                yield shape


Reader = Callable[[Words, int, Callable[[str], int]], Iterator[Shape]]


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """For each character the readers whose names can begin with it, in their order: most characters begin none."""
    firsts: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_native, surnames("common") | surnames("rare") | surnames("compound")),
        (_japanese, surnames("japanese")),
        (_foreign, transliteration()),
        (_nickname, _FAMILIAR),
        (_tibetan, elements()),
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


def _dotted(words: Words, start: int) -> int:
    """The end of a name with ·, 0 if there is none."""
    text, end, dots = words.text, start, 0
    if "·" not in text and "•" not in text and "・" not in text:
        return 0
    chars = dotted_transliteration()
    while True:
        part = end
        while end < len(text) and end - part < 9 and (text[end] in chars or _odd(text, part, end)):
            end += 1
        if end == part or end - start > 30:
            return 0
        if end < len(text) - 1 and text[end] in _DOTS and text[end + 1] in chars:
            end, dots = end + 1, dots + (text[end] != "-")
            continue
        if not dots or _THING.match(text, end):
            return 0
        return _trim(words, part, end)


def _odd(text: str, part: int, end: int) -> bool:
    """Whether a character that is oftener a particle belongs to a foreign name here: 侯赛因, 甘地, 阿不都."""
    if text[end] in "因地":
        return end > part and text[end - 1] in ("赛海爱艾" if text[end] == "因" else "甘")
    return text[end] in "不都来" and text.startswith("阿不", max(part, end - 2 if text[end] != "不" else end - 1))


def _trim(words: Words, part: int, end: int) -> int:
    """Where the last part of a foreign name ends: not inside a word that goes on (…加|入)."""
    cross = words.crossing(end)
    if cross and words.first[end] > part:
        end = words.first[end]
    for cut in range(end - 1, part + 1, -1):  # 达尔·文 周日: a known word at the tail that never ends names
        if words.text[cut:end] in _TAILS:
            return cut
    return end


_THING = pattern(  # what bears a person's name
    r"\d+号|号|轮渡|快船|级|公司|集团|航运|航空|银行|大学|学院|奖|杯|[省市州县镇区岛港河湖山]"
)
_TAILS = frozenset(("周日", "周一", "周二", "周三", "周四", "周五", "周六", "当天", "当日", "近日", "马上", "特别"))


def _said(text: str, end: int) -> bool:
    """Whether a verb of saying stands here, and nothing after it in the clause."""
    after = speech().at(text, end)
    return after > end and (after >= len(text) or text[after] not in HAN)


def follow(words: Words, end: int) -> float:
    """How well what stands at `end` fits after a name."""
    text = words.text
    if end >= len(text) or text[end] not in HAN:
        return 2.0
    if _said(text, end):
        return 2.0
    if words.crossing(end):
        return -1.0
    after = followers().at(text, end)
    if after > end and (words.last[end] <= after or text[end] in "说称"):
        return 2.0 if after - end > 1 or text[end] in "说称叫任获率" else 1.4
    if words.boundary(end) and words.last[end] - end > 1 and words.word(end) in stops():
        return 1.4
    return 0.5


def runs_on(words: Words, end: int) -> bool:
    """Whether the last character before `end` begins a word that follows names: 范昱|守在, 王立|即将."""
    return followers().at(words.text, end - 1) > end


def _native(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
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
        if any(char not in HAN or (char in _NEVER_GIVEN and not _after_all(text, size, end)) for char in chars):
            return
        yield Shape(end, base + _score(words, start, start + size, end, count), "native")


def _after_all(text: str, size: int, end: int) -> bool:
    """Whether a particle ends the name of a compound surname, as what follows shows: 贺兰因|在座谈会上说."""
    return size == 2 and text[end - 1] == "因" and followers().at(text, end) > end


def _score(words: Words, start: int, middle: int, end: int, count: Callable[[str], int]) -> float:
    text = words.text
    chars = [max(-3.0, min(2.0, given_weight(char))) for char in text[middle:end]]
    score = sum(chars) / len(chars) * 0.8 + follow(words, end)
    score += 1.0 if words.boundary(end) or _said(text, end) else -0.5
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
    if runs_on(words, end) and count(name) < 2:
        score -= 5.0
    followed = count(text[start : end + 1]) if text[end : end + 1] in HAN else 1
    if count(name) > followed:  # it stands elsewhere with something else behind it
        score += 0.7
    return score


_FAMILIAR = frozenset("老小阿大")
_NICKNAME = 1.9  # as sure as a role before it must make a name: 值班保安老赵


def _nickname(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
    """老赵, 小李: a surname as colleagues say it, where no longer word is (小康, 老王庙) and the name ends there."""
    text, end = words.text, start + 2
    if text[start] not in _FAMILIAR or text[start + 1 : end] not in surnames("common"):
        return
    whole = words.boundary(start) and words.boundary(end) and not known(text[start : end + 1])
    if whole and follow(words, end) > 1:
        yield Shape(end, _NICKNAME, "nickname")


_TIBETAN = 5.0


def _tibetan(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
    """扎西次仁: two of the elements that such names are made of."""
    end = start + 4
    if words.text[start : start + 2] in elements() and words.text[start + 2 : end] in elements():
        yield Shape(end, _TIBETAN, "tibetan")


def _japanese(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
    text = words.text
    for size in (3, 2):
        if text[start : start + size] not in surnames("japanese"):
            continue
        for given in (1, 2, 3):
            end = start + size + given
            if end > len(text) or not _japanese_given(text[start + size : end]):
                break
            given_part = text[start + size : end]
            weights = [max(-2.0, min(2.0, given_weight(char))) for char in given_part]
            if given_part[1:] == "也":
                weights = [2.0]
            score = 0.5 + follow(words, end) + sum(weights) / len(weights) / 2
            score += (0.0, 0.8, -0.5)[given - 1] + (0.7 if count(text[start:end]) > 1 else 0.0)
            yield Shape(end, score, "japanese")
        return


def _japanese_given(given: str) -> bool:
    if len(given) == 2 and given[1] == "也":
        return given[0] in _YA
    return all(char in HAN and char not in _NEVER_GIVEN for char in given)


def _foreign(words: Words, start: int, count: Callable[[str], int]) -> Iterator[Shape]:
    text, end, chars = words.text, start, transliteration()
    while end < len(text) and end - start < 8 and text[end] in chars:
        end += 1
    if end - start < 2:
        return
    end = _trim(words, start, end)
    if end - start < 2:
        return
    name = text[start:end]
    score = follow(words, end) + (0.7 if count(name) > 1 else 0.0) + (0.8 if end - start > 2 else -1.0)
    if known(words.word(start)) and words.last[start] >= end:
        score -= 1.0
    yield Shape(end, score, "foreign")
