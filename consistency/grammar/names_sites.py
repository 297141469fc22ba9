"""Finds sites: halls, squares, hospitals, stations, rooms, gullies, by what such names end with (sites.tsv)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from consistency.grammar.names_model import Place
from consistency.grammar.names_places import Unit
from consistency.grammar.names_words import HAN, Words, generic, known, stops
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern
from consistency.tokens import rarity

_LONGEST = 14  # characters before the ending that can belong to the name
_COMMON = 11.5  # nats: 市场, 立场, 山谷: a word as common as this names no site by itself
_RARE = 12.0  # nats: a word of the dictionary as rare as this may be a name
_COUNTED = pattern(r"[一二三四五六七八九十两几数半整每这那各某]?[条栋座个块片面段道处家间所根节列辆架顶级]$")
_ORDERED = pattern(r"第?[0-9一二三四五六七八九十两几]+[个站]?$")  # 十二|站, 第三个|路口: how many, no name
# Characters that are no part of a site's name when they stand alone, and those with which a verb of motion ends (挤进).
_ALONE = frozenset(
    "的了着过是在到于从至往抵赴去回进入离经向和与及把将对给让被叫里内外旁边处就也还又都不没有我你他她它这那其该本此某各每一两几多个家座间所条名位次起等以为作由跟比因架辆艘只占走传满说听按据系送转看问修读念泡挨称属指查管写喊讲谈盖砸烧淹撞炸挖捡买租拦蹲堵堆掉灌打"
)
_MOVED = frozenset("进到入往向在于至")
_LEFT_OPEN = frozenset("在进入到至往得着过")  # 拦在|厂里, 灌进|湖: no name ends so
_BEFORE = frozenset("在于到从至往抵赴进入")  # 在|如意|宾馆: a word of any kind between these and the ending is a name
# 馆长, 校方, 工厂负责人: people, not the site.
_AFTER = pattern(r"长(?=[一-鿿]|$)|们|[主方员]|负责人|发言人|集团|公司|(?<=院)士")
_QUOTES = pattern("[“”「」『』]")
_QUOTED = pattern(r"[“「『][\u4e00-\u9fffA-Za-z0-9·]{2,8}[”」』]$")  # “海贝”|文化中心
_KIND = pattern(
    "^(?:一[幢栋座所家间处]|附属|教师|教工|职工|学生|员工|居民|高层|出租|定点|岸上|当地|附近|就近|有关|相关|指定|公立|私立|民办|专科|综合|三甲|大型|小型|县级|乡级|市级|省级|全部|首批|第一批|临时|废弃|露天|室内|主要|老旧|住户|对面|隔壁|台资|外资|港资|中资|日资|合资|独资|台企|外企|国企|民企|国有|私营|施工|在建|山顶|山上|山下|村口|路边|街头|郊外|野外)+"
)
_RIVERS = frozenset("河江湖山")


@cache
def _endings() -> tuple[Wordlist, dict[str, tuple[str, str]]]:
    table: dict[str, tuple[str, str]] = {}
    for scale, kind, listed in rows("sites.tsv"):
        for ending in listed.split():
            table.setdefault(ending, (scale, kind))
    return Wordlist(table), table


@cache
def scales() -> frozenset[str]:
    """The scales of the table: room, spot, area, road, valley …"""
    return frozenset(scale for scale, _, _ in rows("sites.tsv"))


def scale_of(name: str) -> str:
    """How large a thing the site of this name is, by the longest ending of the table; "" if it is none."""
    table = _endings()[1]
    for size in range(min(8, len(name)), 0, -1):
        if name[-size:] in table:
            return table[name[-size:]][0]
    return ""


BUILDINGS = frozenset({"spot", "area"})


def building_of(room: str) -> str:
    """The building that the name of a room begins with (洲际酒店|二层会议厅), the name itself if it names none."""
    for end in range(len(room) - 2, 2, -1):
        if scale_of(room[:end]) in BUILDINGS and not is_bare(room[:end]):
            return room[:end]
    return room


def is_bare(name: str) -> bool:
    """Whether a name is only a word for such sites, whatever it says of their kind: 码头, 定点医院."""
    return _KIND.sub("", name) in _endings()[1]


def is_only_described(name: str) -> bool:
    """Whether a bare word for a site says of what kind it is, and so names none: 台资厂, 台企工厂, but not 博物馆."""
    return is_bare(name) and name not in _endings()[1]


@cache
def _broader() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("sites_broader.tsv")}


def may_mean(bare: str, other: str) -> bool:
    """Whether a bare word for a site may mean the other: 体育馆 a 训练馆, 一幢大楼 any."""
    bare = _KIND.sub("", bare) if is_bare(bare) else bare
    narrower = _broader().get(bare, frozenset())
    return any(other[-size:] in narrower or other[-size:] == bare for size in range(2, 7))


def read_sites(words: Words, units: Sequence[Unit]) -> list[Place]:
    """The sites of one text; a unit right before one belongs to its name (天津|梅津会议中心)."""
    endings, table = _endings()
    text = words.text
    found: list[Place] = []
    starts = {unit.end: unit.start for unit in units}
    inner = {at for unit in units for at in range(unit.start + 1, unit.end)}
    for start, end in endings.find_apart(text):  # the longest ending at its last character: 体育馆 before 馆
        if words.first[start] < start and text[words.last[start] : end] in table:  # 市中心|医院
            start = words.last[start]
        scale, kind = table[text[start:end]]
        if (words.crossing(end) and not _located(words, end)) or _AFTER.match(text, end):
            continue
        quoted = _QUOTED.search(text, max(0, start - _LONGEST), start)
        begin = quoted.start() if quoted else _begin(words, start, end, kind, starts)
        if begin is None or (kind == "named" and begin == start):
            continue
        if text[begin] in _MOVED and text[begin + 1 : begin + 2] in "省市县区州镇乡":
            begin += 1  # 送|进市|中医院
        while begin + 2 < start and text[begin : begin + 2] in _site_stops() and not known(words.word(begin)):
            begin += 2  # the tokenizer may join 接入|市第一
        if begin in inner or end in inner:  # 沅浦市|南桥区: no bridge
            continue
        while begin in starts:
            begin = starts[begin]
        while found and found[-1].end > begin:  # 市民体育中心|综合训练馆: one name
            begin = min(begin, found.pop().start)
        found.append(Place(_QUOTES.sub("", text[begin:end]), begin, end, scale))
    return found


def _located(words: Words, end: int) -> bool:
    """Whether the word that runs over the end of a site only says where at it: 操场|上."""
    return words.last[end] - end == 1 and words.text[end] in "上里内外中下前旁边"


def _begin(words: Words, start: int, end: int, kind: str, units: Mapping[int, int]) -> int | None:
    """Where the name with the ending start:end begins, None if it names nothing."""
    text = words.text
    if kind == "end":
        return _coined(words, start, end)
    if words.crossing(start) and words.first[start] < start and not _ends_like(words, start, end):
        return None
    at = words.first[start]
    while at > 0 and start - at < _LONGEST:
        if at in units:
            while at in units:
                at = units[at]
            return at  # 我县|石鼓镇|小学: a name goes no further than its units
        first = words.first[at - 1]
        if text[at - 1] not in HAN or _stops(text[first:at]):
            break
        at = first
    first = words.first[at - 1] if at else 0
    if at == start and at - first == 2 and text[max(0, first - 1) : first] in _BEFORE:
        word = text[first:at]
        return at if word in _site_stops() or word[-1] in _MOVED or _COUNTED.match(word) else first
    return at


@cache
def _site_stops() -> frozenset[str]:
    return frozenset(word for line in lines("site_stops.txt") for word in line.split())


def _stops(word: str) -> bool:
    """Whether a word can be no part of a site's name."""
    if len(word) == 1:
        return word in _ALONE or word in _site_stops()
    return (
        word in stops()
        or word in _site_stops()
        or _COUNTED.match(word) is not None
        or (word[-1] in _MOVED and word[0] not in "东西南北")
        or "的" in word
    )


def _coined(words: Words, start: int, end: int) -> int | None:
    """Where a name begins that no word of the dictionary is: 石门|沟, 三|岔沟, 望江|楼; None for 电|池, 半条|街."""
    text, first = words.text, words.first[start]
    word = words.word(start) if start else ""
    if not start or (first < start and known(word) and (rarity(word) < _RARE or len(word) > 3)):
        return None
    if first == start:
        first = words.first[start - 1]
    while start - first < 2 and first > 0 and _single(words, first - 1):
        first -= 1
    while first < start and text[first] in _ALONE:
        first += 1
    if words.last[first] < start and _stops(words.word(first)):  # 切进|石门沟
        first = words.last[first]
    base, whole = text[first:start], text[first:end]
    if _ORDERED.match(base):
        return None
    if len(base) == 1 and text[start] in _RIVERS and words.word(start) == whole and whole not in generic():
        return first  # 浑河
    if not 2 <= len(base) <= 4 or any(char not in HAN or char in "的了着过是不" for char in base):
        return None
    if base in stops() or whole in stops() or whole in generic() or _COUNTED.match(base) or base[-1] in _LEFT_OPEN:
        return None
    if _ADVERBIAL.search(base):
        return None  # 火速|冲, 封住|桥
    return None if known(whole) and rarity(whole) < _RARE else first


_ADVERBIAL = pattern("[侧两周一]边$|速$|[住着顺沿坠跌落]")


def _single(words: Words, at: int) -> bool:
    return words.last[at] - words.first[at] == 1 and words.text[at] in HAN and words.text[at] not in stops()


def _ends_like(words: Words, start: int, end: int) -> bool:
    """Whether the word that the ending is a part of is itself such a thing: 大|教堂, 老|广场."""
    word = words.word(start)
    return words.last[start] == end and word not in generic() and word not in stops() and (
        not known(word) or rarity(word) >= _COMMON
    )  # fmt: skip
