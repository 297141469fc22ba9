"""Reads the scope of a fact into slots: which period, extent, group, stage, basis … the words around it name."""

from __future__ import annotations

import re
from functools import cache
from operator import add

from consistency.lexicon import rows

# 增至6.87亿 is a level, 增加6.87亿 a change: the same number on another basis.
_TO = re.compile(
    r"(?:增|升|降|涨|跌|减|提高|提升|增长|增加|上升|下降|减少|降低|压缩|缩短|缩减|扩大|上调|下调|调整|增多|回落|攀升|恢复)"
    r"(?:至|到|为|成)[^，。；0-9零一二两三四五六七八九十百千]{0,6}$"
)
_BY = re.compile(
    r"(?:增|升|降|涨|跌|减|提高|提升|增长|增加|上升|下降|减少|降低|压缩|缩短|缩减|扩大|上调|下调|回落|攀升"
    r"|加征|高出|多出|翻|多|少|加收|贵|快|涨幅)"
    r"(?:了|幅|约|近|超|超过|逾|过|大|逾过)?[^，。；0-9零一二两三四五六七八九十百千至到为]{0,2}$"
    r"|(?:高出|多出|超出|贵出|高于|高过|低于)[^，。；、0-9]{1,8}$"
)
_DOWN = re.compile(r"(?:低于|降|跌|减|少|回落|缩短|缩减|压缩|下调|下滑|贬值)[^，。；]{0,5}$")
_UP = re.compile(r"(?:高出|高于|增|升|涨|提高|提升|高|扩大|上调|攀升|多|加征|翻)[^，。；]{0,4}$")


# 每10股派3.5元, 每户最高20万元: what one share of the figure falls to.
_PER = re.compile(
    r"每(\d*(?:户|人|股|家|亩|吨|瓦|次|趟|台|辆|桶|公斤|千克|平方米|平米|公顷|名|位|件|张|天|日|年|月|周|季|小时|秒|分钟))"
)


_SEGMENT = re.compile(r"[、，,；;（）()]|\d+|以及")
_REACH = 8  # characters after a value that still name what it counts


_REACH_BACK = 12  # characters before a value in which all of a change stands


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]:
    """For each slot one pattern of all its words, the longest first, and what each word means."""
    words: dict[str, dict[str, str]] = {}
    for slot, filler, listed in rows("scope.tsv"):
        words.setdefault(slot, {}).update(dict.fromkeys(listed.split(), filler))
    return tuple(
        (slot, re.compile("|".join(sorted(map(re.escape, meaning), key=len, reverse=True))), meaning)
        for slot, meaning in words.items()
    )


@cache
def _heads() -> dict[str, set[int]]:
    """The slots (by their number in the table) whose words begin with two characters, or are a single one."""
    found: dict[str, set[int]] = {}
    for number, (_, _, meaning) in enumerate(_table()):
        for word in meaning:
            found.setdefault(word[:2], set()).add(number)
    return found


def _named(text: str) -> list[int]:
    """The slots of which a word may stand in a text: of some thirty a clause names two or three."""
    heads = _heads()
    pairs = heads.keys() & {*text, *map(add, text, text[1:])}
    return sorted({number for pair in pairs for number in heads[pair]})


def read_scope(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The slots that the words around a value fill, the nearest word of its own segment first.

    `before` and `after` are the clause on either side of the value. A segment ends at 、 and at the next value:
    遇难14人、受伤9人 says 9人 of the injured, not of the dead.
    """
    own = _SEGMENT.split(before)[-1], _SEGMENT.split(after)[0][:_REACH]
    found: list[tuple[str, str]] = []
    for slot, pattern, meaning in (_table()[number] for number in _named(f"{before}|{own[1]}")):
        word = _last(pattern, own[0]) or _first(pattern, own[1]) or _last(pattern, before)
        if word:
            found.append((slot, meaning[word]))
    near = max(0, len(before) - _REACH_BACK)
    if _TO.search(before, near):
        found.append(("change", "to"))
    elif _BY.search(before, near):
        found.append(("change", "by"))
    if per := "每" in before and _last(_PER, before):
        found.append(("per", per[1:]))
    if _DOWN.search(before, near):
        found.append(("direction", "down"))
    elif _UP.search(before, near):
        found.append(("direction", "up"))
    return tuple(found)


def _last(pattern: re.Pattern[str], text: str) -> str:
    word = ""
    for match in pattern.finditer(text):
        word = match[0]
    return word


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
