"""Finds sites: halls, squares, hospitals, stations, rooms, gullies, by what such names end with (sites.tsv)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from consistency.grammar.names_model import Place
from consistency.grammar.names_organisations import chunk_start
from consistency.grammar.names_places import Unit
from consistency.grammar.names_words import HAN, Words, generic, known, stops
from consistency.lexicon import rows
from consistency.tokens import rarity

SCALES = ("room", "spot", "area", "road", "nature")
_LONGEST = 14  # characters before the ending that can belong to the name
_COMMON = 11.5  # nats: 市场, 立场, 山谷: a word as common as this names no site by itself
# 挤进港湾广场, 往下切进石门沟, 跑到大教堂: what is before the last of these is no part of the name.
_MOVED = re.compile(
    r".*(?:[在到进入往从于至向离抵赴去回过经向和与及把将对给让被叫里内外旁边处]|正是|就是|一[处座所个间条家]"
    r"|[今昨明当][天日晚早晨夜]|[前后]天|[上中下]午|凌晨|傍晚|夜里|点[起半钟]?|[一某该本此那这两几多](?=$)|第[一二三四五六七八九十]+[座起个家处])"
)
_COUNTED = re.compile(r"[一二三四五六七八九十两几数半整每这那各某]?[条栋座个块片面段道处家间所根]$")
_RARE = 12.0  # nats: a word of the dictionary as rare as this may be a name
# 馆长, 校方, 工厂负责人: people, not the site.
_AFTER = re.compile(r"长(?=[一-鿿]|$)|们|[主方员]|负责人|发言人|集团|公司|(?<=院)士")


@cache
def _endings() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table: dict[str, tuple[str, str]] = {}
    for scale, kind, listed in rows("sites.tsv"):
        for ending in listed.split():
            table.setdefault(ending, (scale, kind))
    # The longest ending at its last character: 体育馆 before 馆.
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table


def scale_of(name: str) -> str:
    """How large a thing the site of this name is, by the longest ending of the table; "" if it is none."""
    table = _endings()[1]
    for size in range(min(8, len(name)), 0, -1):
        if name[-size:] in table:
            return table[name[-size:]][0]
    return ""


@cache
def _broader() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("sites_broader.tsv")}


def may_mean(bare: str, other: str) -> bool:
    """Whether a bare word for a site may mean the other: 体育馆 a 训练馆."""
    narrower = _broader().get(bare, frozenset())
    return any(other[-size:] in narrower or other[-size:] == bare for size in range(2, 7))


def read_sites(words: Words, units: Sequence[Unit]) -> list[Place]:
    """The sites of one text; a unit right before one belongs to its name (天津|梅津会议中心)."""
    pattern, table = _endings()
    text = words.text
    found: list[Place] = []
    starts = {unit.end: unit.start for unit in units}
    for match in pattern.finditer(text):
        start, end = match.span()
        scale, kind = table[match[0]]
        if words.crossing(end) or _AFTER.match(text, end):
            continue
        begin = _begin(words, start, end, kind)
        if begin is None:
            continue
        while begin in starts:
            begin = starts[begin]
        while found and found[-1].end > begin:  # 市民体育中心|综合训练馆: one name
            begin = min(begin, found.pop().start)
        found.append(Place(text[begin:end], begin, end, scale))
    return found


def _begin(words: Words, start: int, end: int, kind: str) -> int | None:
    """Where the name with the ending start:end begins, None if it names nothing."""
    text = words.text
    if kind == "end":
        return _coined(words, start, end)
    if words.crossing(start) and words.first[start] < start and not _ends_like(words, start, end):
        return None
    begin = max(chunk_start(words, start), start - _LONGEST)
    if moved := _MOVED.match(text, begin, start):
        begin = moved.end()
    while begin < start and (text[begin] not in HAN or text[begin] in "的了着"):
        begin += 1
    return begin


def _coined(words: Words, start: int, end: int) -> int | None:
    """Where a name begins that no word of the dictionary is: 石门|沟, 三|岔沟, 望江|楼; None for 电|池, 半条|街."""
    text, first = words.text, words.first[start]
    if not start or (first < start and known(words.word(start)) and rarity(words.word(start)) < _RARE):
        return None
    if first == start:
        first = words.first[start - 1]
    while start - first < 2 and first > 0 and _single(words, first - 1):
        first -= 1
    if moved := _MOVED.match(text, first, start):
        first = moved.end()
    base, whole = text[first:start], text[first:end]
    if not 2 <= len(base) <= 4 or any(char not in HAN or char in "的了着过是不" for char in base):
        return None
    if base in stops() or whole in stops() or whole in generic() or _COUNTED.match(base):
        return None
    return None if known(whole) and rarity(whole) < _RARE else first


def _single(words: Words, at: int) -> bool:
    return words.last[at] - words.first[at] == 1 and words.text[at] in HAN and words.text[at] not in stops()


def _ends_like(words: Words, start: int, end: int) -> bool:
    """Whether the word that the ending is a part of is itself such a thing: 大|教堂, 老|广场."""
    word = words.word(start)
    return words.last[start] == end and word not in generic() and word not in stops() and (
        not known(word) or rarity(word) >= _COMMON
    )  # fmt: skip
