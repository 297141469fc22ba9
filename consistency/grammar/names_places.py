"""Finds places: those of the table, and unknown ones by what such names end with (县, 镇, 岛) or by what leads to them."""

from __future__ import annotations

import re
from functools import cache

from consistency.grammar.names_model import Place
from consistency.grammar.names_words import HAN, Wordlist, Words, known, stops, transliteration
from consistency.lexicon import rows

_LEVELS = {
    "省": "province", "市": "city", "州": "city", "盟": "city", "县": "county", "区": "county", "旗": "county", "镇": "town", "乡": "town",
    "街道": "town", "村": "village", "屯": "village", "寨": "village", "社区": "village", "岛": "other", "港": "other",
    "湾": "other", "湖": "other", "河": "other", "江": "other", "山": "other", "水库": "other", "半岛": "other", "群岛": "other",
    "海峡": "other", "机场": "other", "火车站": "other", "码头": "other", "大桥": "other", "开发区": "county", "新区": "county",
    "自治区": "province", "自治州": "city", "自治县": "county", "苏木": "town", "里": "village",
}  # fmt: skip
_ENDS = re.compile("|".join(sorted((end for end in _LEVELS if end != "里"), key=len, reverse=True)))
_GENERIC = re.compile(
    r"(?:[全本该各多两几哪某我你他此这那外邻跨同首大小老新旧近远东西南北中]|地级|县级|省级|直辖|城|都|郊|山|社|小|灾|景|园|厂|矿|校|辖|"
    r"特|农|渔|库|片|战|禁|林|牧|社|街|商业|居民|住宅|工业|贫困|沿海|沿江|内陆|重点|主城|中心|城乡|震|疫|雨|暴雨|受灾|附近|周边|上|下|"
    r"海|火|雪|冰|矿|登|进|出|到|过|爬|靠|离|回)$"
)
_LEADS = ("在", "于", "位于", "来到", "抵达", "飞抵", "前往", "赶到", "返回", "离开", "到", "从", "至", "赴", "抵", "来自", "飞往", "途经", "落户")
_MAX = 5


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("places.tsv")}


@cache
def _places() -> Wordlist:
    return Wordlist(_table())


def province_of(place: str) -> str:
    """The province that a known place lies in, "" if unknown."""
    return _table().get(place, ("", ""))[1]


def is_place(name: str) -> bool:
    """Whether the table has the name."""
    return name in _table()


def _known_places(words: Words) -> list[tuple[int, int, str]]:
    text, found = words.text, []
    last = 0
    for start, end in _places().find(text):
        if start < last or words.crossing(end):
            continue
        cross = words.crossing(start)
        if cross and words.last[start] <= end and not is_place(cross):
            continue
        found.append((start, end, _table()[text[start:end]][0]))
        last = end
    return found


def _unknown_places(words: Words, known_ends: set[int]) -> list[tuple[int, int, str]]:
    text, found = words.text, []
    edge = 0
    for match in _ENDS.finditer(text):
        start, end = match.span()
        if words.crossing(end) or start == 0:
            continue
        begin = _begin(words, start, edge, known_ends)
        if begin is None or begin >= start:
            continue
        name = text[begin:start]
        if not 1 < len(name) + len(match.group()) or len(name) < (2 if begin not in known_ends else 1) or _GENERIC.match(name):
            continue
        if any(char not in HAN for char in name):
            continue
        word = words.word(begin)
        if words.first[begin] == begin and words.last[begin] >= start and known(word) and begin not in known_ends and word not in _table():
            if len(word) > len(name) and _LEVELS[match.group()] != "village":
                continue
            if len(word) == len(name):
                continue
        found.append((begin, end, _LEVELS[match.group()]))
        known_ends.add(end)
        edge = end
    return found


def _begin(words: Words, start: int, edge: int, known_ends: set[int]) -> int | None:
    """Where an unknown place name that ends before `start` begins: after a known place, a stop word or punctuation."""
    text = words.text
    for at in range(start - 1, max(edge, start - _MAX) - 1, -1):
        if at in known_ends:
            return at
    at = start
    while at > edge and start - at <= _MAX:
        if at in known_ends:
            return at
        if text[at - 1] not in HAN:
            return at
        first = words.first[at - 1]
        word = text[first:at]
        if word in stops():
            return at
        if len(word) > 1 and word[0] in "在于到从由至" and not known(word):
            return first + 1
        at = max(first, edge)
    return at if at == 0 and start <= _MAX else None


def _led(words: Words, taken: set[int]) -> list[tuple[int, int, str]]:
    """Unknown foreign towns after 在, 抵达 …: a run of transliteration characters."""
    text, chars, found = words.text, transliteration(), []
    for at, char in enumerate(text):
        if char not in chars or at == 0 or at in taken or (text[at - 1] in chars and at - 1 not in taken):
            continue
        if not any(text.endswith(lead, 0, at) for lead in _LEADS):
            continue
        end = at
        while end < len(text) and end - at < 8 and text[end] in chars:
            end += 1
        if end - at >= 3 and not words.crossing(end) and (end >= len(text) or text[end] != "·"):
            if not known(text[at:end]) and not (known(words.word(at)) and words.last[at] - at > 1):
                found.append((at, end, "other"))
    return found


def place_ends(words: Words) -> dict[int, int]:
    """Start -> end of every place unit, unmerged."""
    return {start: end for start, end, _ in _units(words)}


def _units(words: Words) -> list[tuple[int, int, str]]:
    units = _known_places(words)
    ends = {end for _, end, _ in units}
    covered = {at for start, end, _ in units for at in range(start, end)}
    for start, end, level in _unknown_places(words, ends):
        inside = [unit for unit in units if start <= unit[0] and unit[1] <= end]
        if any(unit[0] < start < unit[1] or unit[0] < end < unit[1] for unit in units):
            continue
        if inside and inside[0][0] == start and inside[0][1] < end and end - inside[0][1] > 1:
            start = inside[0][1] if end - inside[0][1] >= 2 else start
        units = [unit for unit in units if not (start <= unit[0] and unit[1] <= end)]
        units.append((start, end, level))
    covered = {at for start, end, _ in units for at in range(start, end)}
    units += _led(words, covered)
    return sorted(units)


def read_places(words: Words) -> list[Place]:
    """The places of one text, adjacent units joined (霞屿县沙墩镇)."""
    merged: list[tuple[int, int, str]] = []
    for start, end, level in _units(words):
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end, level)
        else:
            merged.append((start, end, level))
    return [Place(words.text[start:end], start, end, level) for start, end, level in merged]
