"""Shapes of names from abroad: with dots, transliterated, Japanese and Tibetan ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from consistency.grammar.names_behind import follow
from consistency.grammar.names_words import (
    HAN,
    Words,
    dotted_transliteration,
    elements,
    given_weight,
    known,
    surnames,
    transliteration,
)
from consistency.patterns import pattern

NEVER_GIVEN = frozenset(
    "的了在是与及说称们这那个着将把被从向对于也都就又还则等但而且很不没未已曾因为给让问到去要会讲摄犯姓当绕"
)
_YA = frozenset("哲达拓和慎真裕直一克伸淳雅智卓信久诚")
_DOTS = "·•・-"


Count = Callable[[str], int]  # how often the article has a string


class Shape(NamedTuple):
    """A name from a known start to `end`.

    `kind`: native, japanese, foreign, masked (王某), nickname (老赵), tibetan (扎西次仁).
    """

    end: int
    score: float
    kind: str


def dotted(words: Words, start: int) -> int:
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


_TIBETAN = 5.0


def tibetan(words: Words, start: int, count: Count) -> Iterator[Shape]:
    """扎西次仁: two of the elements that such names are made of."""
    end = start + 4
    if words.text[start : start + 2] in elements() and words.text[start + 2 : end] in elements():
        yield Shape(end, _TIBETAN, "tibetan")


def japanese(words: Words, start: int, count: Count) -> Iterator[Shape]:
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
    return all(char in HAN and char not in NEVER_GIVEN for char in given)


def foreign(words: Words, start: int, count: Count) -> Iterator[Shape]:
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
