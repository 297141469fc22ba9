"""What ties a place to its clause: 在 and 位于 before it, 选手 after it; the frames and words of two tables."""

from __future__ import annotations

import re
from functools import cache

from consistency.grammar.alternatives import first_characters
from consistency.lexicon import rows
from consistency.patterns import pattern

_BACK = 16  # characters before a place in which its frame stands
_GAP = pattern(r"[\u4e00-\u9fff“”]{0,6}")  # between the frame and the place: 在首都|老港广场
_OF = pattern(r"的(?!$)")


@cache
def _frames() -> re.Pattern[str]:
    frames = {frame: sorted(words.split(), key=len, reverse=True) for frame, words in rows("place_frames.tsv")}
    named = "|".join(f"(?P<{frame}>{'|'.join(words)})" for frame, words in frames.items())
    firsts = "".join(sorted({first for words in frames.values() for word in words for first in first_characters(word)}))
    return re.compile(f"(?=[{re.escape(firsts)}]|.的)(?:{named})")  # one look tells where none of them can begin


@cache
def _words(what: str) -> str:
    found = [word for key, words in rows("place_words.tsv") if key == what for word in words.split()]
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _pattern(what: str) -> re.Pattern[str]:
    return re.compile(_words(what))


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(f"(?:{_words('negated')})$")


@cache
def _many() -> re.Pattern[str]:
    return _pattern("many")


@cache
def _many_before() -> re.Pattern[str]:
    return re.compile(f"(?:{_words('many')})[个家间所处座条]?$")


def frame_before(text: str, start: int, at: int) -> str:
    """The frame of a place that begins at `at` (in, to, from, origin); "not" if it is denied, "" if there is none."""
    low, frame = max(start, at - _BACK), ""
    if _negated().search(text, low, at) or _many().match(text, at) or _many_before().search(text, low, at):
        return "not"  # 不是|天津, 在每间|教室
    for match in _frames().finditer(text, low, at):
        gap = text[match.end() : at]
        if _GAP.fullmatch(gap) and not _OF.search(gap):
            frame = "not" if _negated().search(text, low, match.start()) else match.lastgroup or ""
    return frame


_LOCAL = pattern(r"[（(]?当地时间")


def located_after(text: str, end: int) -> bool:
    """Whether what follows a place makes it the place of its clause: 体育馆|外挤满, 荷花路|上的, 布鲁塞尔|当地时间."""
    return bool(_LOCAL.match(text, end) or _pattern("local").match(text, end))


def thing_after(text: str, end: int) -> bool:
    """Whether a thing follows that a place is only said of: 芳苑乡|一处蛋鸡场, 柳林湾|的新车间."""
    return bool(_pattern("thing").match(text, end))


def chain_before(text: str, before: int, start: int) -> bool:
    """Whether only a number or a word like 境内的 stands between a place and the one before it: 荷塘路|116号|饭店."""
    return _chain_gap().fullmatch(text, before, start) is not None


@cache
def _chain_gap() -> re.Pattern[str]:
    return re.compile(f"(?:{_words('gap')}|[“「『])*")


def people_after(text: str, end: int) -> int:
    """Where the word ends that calls somebody by a place (江苏|选手); `end` itself if there is none."""
    match = _pattern("people").match(text, end)
    return match.end() if match else end


def is_bearing(text: str, end: int) -> bool:
    """Whether what follows a place says that something lies off it (以北约17公里)."""
    return bool(_pattern("bearing").match(text, end))


@cache
def _within() -> re.Pattern[str]:
    return re.compile(f"(?:{_words('within')})*的?")


def after_within(text: str, end: int) -> int:
    """The end of the words that belong to a place and name none (大教堂|里面)."""
    match = _within().match(text, end)
    return match.end() if match else end


def turns_in(text: str) -> str:
    """Which of several events a text speaks of: again, next, last, other, joined by a space."""
    return " ".join(turn for turn in ("next", "last", "again", "other") if _pattern(turn).search(text))


def singled_in(text: str) -> set[str]:
    """How a text singles out one of many: first, last, most, next or only; what it says so is one thing in a story."""
    return {mark for mark in ("first", "final", "most", "coming", "only") if _pattern(mark).search(text)}


def is_vague(word: str) -> bool:
    """Whether a word tells nothing of what a clause speaks of, however rare it is: 警方, 现场."""
    return word in _vague()


@cache
def _vague() -> frozenset[str]:
    return frozenset(_words("vague").split("|"))
