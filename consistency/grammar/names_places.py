"""Finds places: those of the table, and unknown ones by what such names end with (县, 镇) or what leads to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from consistency.grammar.names_gazetteer import is_place, known_places, level_of
from consistency.grammar.names_model import Place
from consistency.grammar.names_words import HAN, Words, generic, known, stops, transliteration
from consistency.grammar.wordlists import Wordlist
from consistency.patterns import pattern
from consistency.tokens import rarity

_LEVELS = {
    "省": "province", "市": "city", "州": "city", "县": "county", "区": "county", "旗": "county",
    "镇": "town", "乡": "town", "街道": "town", "村": "village", "屯": "village", "寨": "village", "社区": "village",
    "岛": "other", "港": "other", "湾": "other", "湖": "other", "河": "other", "江": "other", "山": "other",
    "水库": "other", "半岛": "other", "群岛": "other", "海峡": "other", "机场": "other", "码头": "other",
    "大桥": "other", "开发区": "county", "新区": "county", "自治区": "province", "自治州": "city", "自治县": "county",
}  # fmt: skip
RANKS = {"country": 0, "province": 1, "city": 2, "county": 3, "town": 4, "village": 5, "other": 6}
_ENDS = pattern("|".join(sorted(_LEVELS, key=len, reverse=True)))
_STRICT = frozenset("市区州岛港湾湖河江山屯寨")  # also the ends of common words: more proof is asked
_NOT_BASE = pattern(
    r"^[全本该各多两几哪某我你他此这那外邻大小老新旧一二三四五六七八九十百千万数首]"
    r"|[省市县区镇乡村地分]$|^(?:中心|城|主城|沿海|沿江|[今昨明当][天日晚早晨夜]|[前后]天|上[周月]|下[周月]|周[一二三四五六日末])"
)
_LEADS = ("在", "于", "来到", "抵达", "飞抵", "前往", "赶到", "离开", "到", "从", "至", "赴", "抵", "来自", "飞往")
_FROM_THERE = ("人", "籍")  # who is of a place: 扬州|人
_RARE = 12.0  # nats: a word of jieba's dictionary as rare as this may well be a name
_STATE = pattern(  # what is said of a state right after its name
    r"(?:(?:总统|总理|首相|外长)(?=[一-鿿]{1,8}·)|政府|王室|央行|中央银行|外交部|财政部|议会|国会|军方|共和国|联邦|王国|驻华|大使|货币|海军|空军|国防部)"
)


class Unit(NamedTuple):
    """One administrative unit or feature of the ground in a text."""

    start: int
    end: int
    level: str


def read_units(blocks: Sequence[Words]) -> list[list[Unit]]:
    """The place units of each block of an article; an unknown place met once by its full name is found again bare."""
    repeated = _repeated(blocks)
    found = [_block_units(block, repeated) for block in blocks]
    coined = _coined(blocks, found)
    if coined:
        for block, units in zip(blocks, found, strict=True):
            _add_coined(block, units, coined)
    return found


def read_places(words: Words, units: Sequence[Unit]) -> list[Place]:
    """The places of one text, adjacent units joined (霞屿县沙墩镇)."""
    merged: list[Unit] = []
    for unit in units:
        narrower = merged and (
            RANKS[merged[-1].level] < RANKS[unit.level] or merged[-1].level == unit.level == "village"
        )
        if narrower and merged[-1].end == unit.start:  # 青杠村|岩脚寨 too
            merged[-1] = Unit(merged[-1].start, unit.end, unit.level)
        else:
            merged.append(unit)
    return [Place(words.text[start:end], start, end, level) for start, end, level in merged]


_CLEAR = frozenset("在于到由从向对至赴和与及是为把被")  # what may stand before a place and is no part of its name
_LOOSE = _CLEAR | frozenset("时年月日分社走跑")
_PARTICLES = frozenset("的了着过是到从在没不也都就这那两三四五")
_ONE = pattern("[省市县区镇乡村州岛]")


def _repeated(blocks: Sequence[Words]) -> dict[str, str]:
    """Unknown places that begin where no name can have begun before, or after several different words."""
    before: dict[str, set[str]] = {}
    for block in blocks:
        text = block.text
        for match in _ONE.finditer(text):
            end = match.end()
            for size in (3, 4, 5, 6):
                start = end - size
                if start < 0 or block.crossing(end) or not _plausible(text[start:end], block, start, end):
                    continue
                left = text[start - 1] if start and text[start - 1] in HAN else ""
                before.setdefault(text[start:end], set()).add(left if left not in _CLEAR else "")
    found = {name: _LEVELS[name[-1]] for name, lefts in before.items() if "" in lefts or len(lefts) > 2}
    return {name: level for name, level in found.items() if name[1:] not in found and name[2:] not in found}


def _plausible(name: str, words: Words, start: int, end: int) -> bool:
    base = name[:-1]
    if len(base) > 3 and not all(char in transliteration() or char in "东西南北中新" for char in base):
        return False
    if any(char not in HAN or char in _PARTICLES for char in name) or _NOT_BASE.search(base):
        return False
    if name in generic() or name[1:] in generic():
        return False
    if known(base) or known(name) or is_place(base) or is_place(base[:2]) or base[0] in _LOOSE:
        return False
    at = start
    while at < end - 1:
        word = words.text[at : min(words.last[at], end)]
        common = len(word) > 1 and known(word) and rarity(word) < _RARE - 1
        if word in stops() or (common and not (is_place(word) and at + len(word) == end)):
            return False
        at = max(at + 1, words.last[at])
    return True


def _block_units(words: Words, repeated: dict[str, str]) -> list[Unit]:
    units = _listed(words)
    taken = bytearray(len(words.text))
    for start, end, _ in units:
        taken[start:end] = b"\1" * (end - start)
    ending = {unit.end: unit for unit in units}
    for start, end in Wordlist(repeated, lasting=False).find(words.text) if repeated else ():
        inner = ending.get(end)
        if inner and inner.start > start and not any(taken[start : inner.start]):  # 杂|吉县 is 杂吉县
            units.remove(inner)
            taken[start:end] = bytes(end - start)
        if not any(taken[start:end]):
            units.append(Unit(start, end, repeated[words.text[start:end]]))
            taken[start:end] = b"\1" * (end - start)
    for match in _ENDS.finditer(words.text):
        unit = _unlisted(words, match.start(), match.end(), taken)
        if unit:
            units.append(unit)
            taken[unit.start : unit.end] = b"\1" * (unit.end - unit.start)
    units += _led(words, taken)
    return sorted(units)


def _listed(words: Words) -> list[Unit]:
    text, last = words.text, 0
    found: list[Unit] = []
    for start, end in known_places().find(text):
        level = level_of(text[start:end])
        if start < last or (words.crossing(end) and not _begins_word(words, start, end, level)):
            continue
        cross = words.crossing(start)
        if cross and not is_place(cross) and words.last[start] <= end:
            continue
        if end - start == 2 and end < len(text) and text[end] in "省市县州" and is_place(text[start : end + 1]):
            end += 1
        if end - start == 2 and text[end - 1] in "乡镇村县" and found and found[-1].end == start - 1:
            start, level = start - 1, _LEVELS[text[end - 1]]  # 台东|大|武乡 is 大武乡
        found.append(Unit(start, end, level))
        last = end
    return found


def _begins_word(words: Words, start: int, end: int, level: str) -> bool:
    """Whether a place ends within a word that speaks of it: jieba holds 扬州人 for one word, and 台湾同胞."""
    return words.first[end] == start and (
        words.text[end : words.last[end]] in _FROM_THERE or _great(words.text[start:end], level)
    )


def _great(name: str, level: str) -> bool:
    """Whether a place is so well known that any word that begins with its name speaks of it."""
    return level in ("country", "province") or (level == "city" and len(name) > 2) or name in ("北京", "长江", "黄河")


def _unlisted(words: Words, start: int, end: int, taken: bytearray) -> Unit | None:
    """An unknown place whose ending stands at start:end, if what is before it can be its name."""
    text = words.text
    seat = text.startswith("县城", start)  # 青檀|县城
    if not start or (words.crossing(end) and not seat) or any(taken[start:end]):
        return None
    if words.word(start) in generic() and end - start == 1 and not seat:
        return None
    ending = text[start:end]
    joined = start > 0 and taken[start - 1]  # after a known place: 上海|浦西区, 县|石潭镇
    first = words.first[start]
    if first == start:
        first = words.first[start - 1]
        if start - first == 1:  # single characters: 凤凰|嘴|村, 岚|泉|县
            while first > 0 and start - first < 3 and _single(words, first - 1) and not taken[first - 1]:
                first -= 1
            if start - first == 1 and first > 0 and words.last[first - 1] - words.first[first - 1] == 2:
                first = words.first[first - 1]
    base = text[first:start]
    while len(base) > 2 and base[0] in _LOOSE:
        first, base = first + 1, base[1:]
    if joined or any(taken[first:start]) or not 2 <= len(base) <= 5 or any(char not in HAN for char in base):
        return None
    whole = text[first:end]
    if (
        base[-1] in "入进到往至于在"
        or base in stops()
        or whole in generic()
        or whole in stops()
        or _NOT_BASE.search(base)
    ):
        return None
    if first and text[first - 1] in "一二三四五六七八九十两几数百千万" and not known(text[first - 1 : first + 1]):
        return None
    if not _clean(words, first, start):
        return None
    if known(base) and rarity(base) < (_RARE if ending not in "镇乡" else _RARE - 1.5):
        after_place = first > 0 and taken[first - 1]
        if known(whole) or (not after_place and (ending in _STRICT or len(ending) > 1)):
            return None
    return Unit(first, end, _LEVELS[ending])


def _clean(words: Words, start: int, end: int) -> bool:
    """Whether the words of a place's name are such as names are made of: no verbs, no particles."""
    if any(char in _PARTICLES for char in words.text[start:end]):
        return False
    at = start
    while at < end:
        word = words.text[at : min(words.last[at], end)]
        if word in stops() or (len(word) > 1 and at > start and known(word) and rarity(word) < _RARE - 2):
            return False
        at += len(word)
    return True


def _single(words: Words, at: int) -> bool:
    char = words.text[at]
    return words.last[at] - words.first[at] == 1 and char in HAN and char not in stops()


def _led(words: Words, taken: bytearray) -> list[Unit]:
    """Unknown foreign towns after 在, 抵达 …: a run of transliteration characters."""
    text, found = words.text, []
    for run in _transliterated().finditer(text):
        end = run.start()
        while end < run.end():
            start = end
            while end < run.end() and not taken[end]:
                end += 1
            if 3 <= end - start <= 7 and not words.crossing(end) and text[end : end + 1] != "·":
                led = any(text.endswith(lead, 0, start) for lead in _LEADS)
                if led and not _worded(words, start, end):
                    found.append(Unit(start, end, "other"))
            end += 1
    return found


@cache
def _transliterated() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(transliteration())))}]{{3,}}")


def _worded(words: Words, start: int, end: int) -> bool:
    """Whether the run holds a common word, or is one."""
    at = start
    while at < end:
        if words.last[at] - at > 1 and known(words.text[at : words.last[at]]) and rarity(words.word(at)) < _RARE:
            return True
        at = words.last[at]
    return False


def _coined(blocks: Sequence[Words], found: Sequence[Sequence[Unit]]) -> dict[str, str]:
    """Unknown names that may stand bare: 沙墩 for 沙墩镇, and states by what is said of them (奥斯兰总统)."""
    names: dict[str, str] = {}
    for block, units in zip(blocks, found, strict=True):
        for unit in units:
            name = block.text[unit.start : unit.end]
            ending = _ENDS.search(name, 2)
            if ending and ending.end() == len(name) and len(ending.group()) == 1 and not is_place(name):
                base = name[: ending.start()]
                if len(base) >= 2 and not known(base) and unit.level in ("province", "city", "county", "town"):
                    names.setdefault(base, unit.level)
        for match in _STATE.finditer(block.text):
            start = match.start()
            while start and match.start() - start < 6 and block.text[start - 1] in transliteration():
                start -= 1
            name = block.text[start : match.start()]
            if len(name) >= 3 and not _worded(block, start, match.start()) and not is_place(name):
                names.setdefault(name, "country")
    return names


def _add_coined(words: Words, units: list[Unit], coined: dict[str, str]) -> None:
    text = words.text
    taken = bytearray(len(text))
    for start, end, _ in units:
        taken[start:end] = b"\1" * (end - start)
    for name in sorted(coined, key=len, reverse=True):
        at = text.find(name)
        while at != -1:
            end = at + len(name)
            crossed = words.crossing(at) or words.crossing(end) or text[end : end + 1] == "·"
            if not crossed and not any(taken[at:end]):
                units.append(Unit(at, end, coined[name]))
                taken[at:end] = b"\1" * len(name)
            at = text.find(name, end)
    units.sort()
