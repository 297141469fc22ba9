"""Finds organisations by what such names end with, back to where they begin; also the one that a title belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from consistency.grammar.names_model import Organisation
from consistency.grammar.names_places import Unit
from consistency.grammar.names_words import HAN, Words, generic, known, stops, transliteration
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern
from consistency.tokens import rarity

_NOT = pattern(
    r"^(?:所属|有关|相关|全(?![国球])|两(?![江河口岸湖广淮当峡])|[本该各多几哪某我你他此这那其])|(?:有关|相关|上级|主管|职能)部门$"
    r"|^(?:[中英西意德法荷葡美日韩]?[甲乙超冠]|职业|业余|顶级|多家|豪门)(?:联赛)?俱乐部$"
    r"|^(?:院线|酒店)公司$|(?:上市|子|母|分|总|大|小|新|老|同一|外资|民营|国有|中小)公司$"
)
_PREPOSITIONS = frozenset("向与和同经自距离由从在已曾将被按据依获遭昨今现又再均仍还也才遂即")
_UNNAMED = pattern("[遭没却因拿插输供炼钱买卖想上出来去不也了着过有个读]")  # characters of no coined name
# What is said of a firm whose second name is also a common noun: 星衡数据|统计, 远瞻研究|首席分析师.
_AFTER_BRAND = pattern(
    r"\d|统计|发布|公布|监测|报告|认为|显示|首席|[一-鿿]{0,4}(?:分析师|工程师|专家|院长|总裁|董事长|总经理|创始人|负责人|研究员)|的[一-鿿]{0,4}(?:报告|统计|数据|监测|口径|测算|榜单)"
    r"|预计|预测|估算|测算|测定|检测|检出|鉴定|出具|送检|称|说|指出|表示|介绍|宣布|回应|通报|率先|最先|最早|首先|发现|下调|上调|调降|调升|给予|维持|授予|[上本]周|[昨今前][天日]|日前|近日|承建|承包|承担|中标|设计|施工|研发|研制|生产|收购|运营|提供|中标|做的|测的|给的|[,。、)”]|$"
)
_NOT_COINED = pattern("[新旧老大小多少各本该此其全总分主次条款批类样版级期季月年日时一二三四五六七八九十百千万的]")
_RANKED = pattern("高级|首席|助理|副|总|原|前")  # 消防处|高级消防队长
_OURS = pattern(r"[一-鿿]{0,3}我[行院校市省县区镇局厅司部台社](?=[一-鿿]{2})")  # 任我行|望津支行
_ROLE = pattern("[一-鿿]{1,2}[商方]")  # 赞助商|砥柱集团, 投资方|金泰置业
_LATIN = pattern(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.-]+$")
_MEASURES = frozenset("家个支名位所座条项号处间起场次届款部分时点日月年秒度元米吨岁天周")
_DIGITS = frozenset("0123456789一二三四五六七八九十两几数多")
_ABBREVIATED = pattern(r"\s?\([A-Z]{2,6}\)")  # 世界贸易组织(WTO)|争端解决专家组
_CLIP = 24
_PART = 8  # characters between a body and the word for its part
_ENTRY = 6  # characters of a word of the dictionary that is a name by itself
_COINED = 4  # characters of a coined name
_COINED_WORD = 15.0  # nats: 联信, 浦南
_RARE = 13.0  # nats: 长航, 华泰, but not 网络 or 物业
_WHOLE = ("whole", "bureau")  # kinds that are names by themselves


@cache
def _kinds() -> dict[str, str]:
    table: dict[str, str] = {}
    for word, kind in rows("organisations.tsv"):
        table[word] = "whole" if table.get(word) == "whole" else kind
    return table


@cache
def _endings() -> Wordlist:
    return Wordlist(_kinds())


@cache
def _beginnings() -> frozenset[str]:
    """Words that the names of organisations may begin with: 省, 国家, 北方."""
    return frozenset(lines("organisation_beginnings.txt"))


@cache
def _joined() -> re.Pattern[str]:
    """Names of offices with 和 or 与 in them, which end no name there."""
    return re.compile("|".join(lines("name_joined.txt")))


def chunk_start(words: Words, end: int) -> int:
    """Where the run of name words that ends at `end` begins: after the last stop word, punctuation or figure."""
    text, at = words.text, end
    inner = {
        match.start() + index
        for match in _joined().finditer(text, max(0, end - _CLIP - 12), min(len(text), end + 4))
        for index in range(len(match.group()))
    }
    while at > 0 and end - at < _CLIP:
        if text[at - 1] not in HAN and text[at - 1] != "·":
            break
        first = words.first[at - 1]
        word = text[first:at]
        if word in stops() and at - 1 not in inner and (word != "和" or _joins(text, first)):
            break
        at = first
    if at < end and at > 0 and text[at - 1] in _DIGITS and text[at] in _MEASURES:
        at += 1  # 5时50分|县气象台
    while at < end and at > 0 and text[at] in "和与、及" and text[at - 1] in HAN:
        at += 1
    return at


def _joins(text: str, at: int) -> bool:
    """Whether the 和 at this place stands between two words, and does not begin a name."""
    return at > 0 and (text[at - 1] in HAN or text[at - 1] in "”》)")


def organisation_before(words: Words, end: int) -> tuple[int, int]:
    """The organisation that ends where a title begins: 昆澜半导体|副总裁, IBM|总裁; (end, end) if none is written."""
    if latin := _LATIN.search(words.text, max(0, end - _CLIP), end):
        return latin.start(), end
    start = chunk_start(words, end)
    if ours := _OURS.match(words.text, start, end):
        start = ours.end()
    if words.text[start : start + 1] in ("前", "原") and (
        words.last[start] == start + 1 or not known(words.word(start))
    ):
        start += 1  # 前|新地|联席主席
    text = words.text[start:end]
    if not text or (len(text) == 1 and text not in "省市县区镇乡村厂矿"):
        return end, end
    return start, end


def read_organisations(words: Words, units: Sequence[Unit]) -> list[Organisation]:
    """The organisations of one text, the longest at each place, joined where one belongs to the one before it."""
    text = words.text
    spans: list[tuple[int, int]] = []
    places = {unit.start: unit.end for unit in units}
    for start, end in _endings().find(text):
        if words.crossing(end) or _torn(words, start, end) or _latin(text, start, end):
            continue
        begin = _begin(words, start, end, places)
        if begin is None:
            begin = _part_of(words, start, end, spans)
        if begin is None or end - begin < 2 or _NOT.search(text[begin:end]) or text[begin:end] in generic():
            continue
        spans.append((begin, end))
    found: list[Organisation] = []
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if found and (begin <= found[-1].end or _ABBREVIATED.fullmatch(text, found[-1].end, begin)):
            if end <= found[-1].end:
                continue
            begin = found.pop().start
        found.append(Organisation(text[begin:end], begin, end))
    return found


def _torn(words: Words, start: int, end: int) -> bool:
    """Whether a word runs into an ending, which is none then; but 嘉|平地|检署 is 地检署 if no word is left of it."""
    if not words.crossing(start) or words.last[start] >= end:
        return False
    rest = words.text[words.last[start] : end]
    return not (_kinds()[words.text[start:end]] == "whole" and len(rest) > 1 and not known(rest))


def _begin(words: Words, start: int, end: int, places: dict[int, int]) -> int | None:
    """Where the organisation with the ending start:end begins, None if it is no name."""
    begin = _begin_by_kind(words, start, end, places)
    first = words.first[end - 1]
    if begin is None and end - first >= _ENTRY and words.last[first] == end and known(words.word(first)):
        return first  # a name that the dictionary has: 中华全国体育总会
    return begin


def _begin_by_kind(words: Words, start: int, end: int, places: dict[int, int]) -> int | None:
    text = words.text
    ending = text[start:end]
    kind = _kinds()[ending]
    if kind == "bureau" and words.crossing(start):  # 自然保护区|管理局, 冲绳县|政府
        start = words.first[start]
        if start in places:
            return start
    if words.crossing(start) in generic() and start > 0:  # 签署, 政局
        return None
    chunk = chunk_start(words, start)
    if kind == "part":
        return None
    if kind == "brand":
        return _brand(words, chunk, start) if _AFTER_BRAND.match(text, end) else None
    at = chunk
    while at < start:  # the first word that such a name may begin with
        word = text[at : words.last[at]]
        while len(word) > 1 and word[0] in _PREPOSITIONS and not known(word):  # 已向区|教育局
            at, word = at + 1, word[1:]
        if at in places and places[at] <= start:
            return at if _fits(words, places[at], start, kind) else _otherwise(start, kind)
        seat = len(word) > 1 and word[-1] in "省市县区州" and word not in generic() and not known(word)
        if seat or word in _beginnings():
            return at if _fits(words, at + len(word), start, kind) else _otherwise(start, kind)
        coined = len(word) > 1 and not known(word) and not _UNNAMED.search(word)
        if coined and words.last[at] <= end and kind != "whole":
            at = _sounded(words, chunk, at)
            return at if _fits(words, words.last[at], start, kind) else _otherwise(start, kind)
        if kind in _WHOLE and words.last[at] >= end:  # one word of the dictionary: 中国国家文物局
            return at
        at = words.last[at]
    if kind == "whole":
        return start
    size = start - chunk
    counted = chunk > 0 and text[chunk - 1] in _DIGITS
    if kind == "company" and 2 <= size <= 6 and (_is_coined(words, chunk, start) or _led(words, chunk)):
        return words.last[chunk] if _ROLE.fullmatch(text, chunk, words.last[chunk]) else chunk
    whole = not words.crossing(start) or words.last[start] == end
    if kind in ("strong", "bureau") and 2 <= size <= 12 and whole and not counted:
        return chunk
    return start if kind == "bureau" else None


def _sounded(words: Words, chunk: int, at: int) -> int:
    """Where a transliterated name begins of which a known word is the first part: 卡罗琳|斯卡医学院."""
    first = at
    while first > chunk and all(char in transliteration() for char in words.text[words.first[first - 1] : at]):
        first = words.first[first - 1]
    return first if words.text[at] in transliteration() and at - first < _COINED else at


def _led(words: Words, chunk: int) -> bool:
    """Whether 由 leads to a rare word, which begins a name then: 由|长航打捞公司|编制, but not 由网络安全公司."""
    return words.text[max(0, chunk - 1) : chunk] == "由" and rarity(words.word(chunk)) >= _RARE


def _latin(text: str, start: int, end: int) -> bool:
    """Whether Latin letters or figures run on over an end of a name: the SEC of SECTION."""
    return any(
        pair.isascii() and pair.isalnum() and len(pair) == 2
        for pair in (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    )


def _otherwise(start: int, kind: str) -> int | None:
    return start if kind in _WHOLE else None


def _part_of(words: Words, start: int, stop: int, spans: Sequence[tuple[int, int]]) -> int | None:
    """Where a body's part begins, if what stands before it is a body: 文化和旅游部|数据中心, 警务处|商业罪案调查科."""
    if _kinds()[words.text[start:stop]] in ("brand", "company") or words.text[stop : stop + 1] in ("长", "员"):
        return None
    for _, end in reversed(spans):
        if end <= start:
            joined = start - end <= _PART and chunk_start(words, start) <= end
            return end if joined and not _RANKED.match(words.text, end) and _worded(words, end, start) else None
    return None


def _worded(words: Words, start: int, end: int) -> bool:
    """Whether known words of two and more characters stand there, or a number (交警支队|三大队), and no name."""
    return all(
        words.text[at] in _DIGITS or (known(words.word(at)) and words.last[at] - words.first[at] > 1)
        for at in range(start, end)
    )


def _brand(words: Words, chunk: int, end: int) -> int | None:
    """Where the coined first half of a firm's name begins: 机构|星衡|数据; None for 监测|数据 and 新款|数据."""
    at = end
    while at > chunk and end - words.first[at - 1] <= _COINED:
        first = words.first[at - 1]
        if at - first > 1 and known(words.word(first)):
            break
        at = first
    return at if end - at >= 2 and not _NOT_COINED.search(words.text, at, end) else None


def _fits(words: Words, at: int, start: int, kind: str) -> bool:
    """Whether the words between a name's beginning and its ending can belong to it."""
    if start - at > (8 if kind == "company" else 14):
        return False
    single = 0
    while at < start:
        single += words.last[at] - at == 1
        at = words.last[at]
    return single <= 3


def _is_coined(words: Words, start: int, end: int) -> bool:
    """Whether a part before a company word looks coined: single characters that are no words together."""
    at, odd = start, 0
    while at < end:
        odd += words.last[at] - at == 1 or not known(words.word(at)) or _is_brand_name(words, at, end)
        at = words.last[at]
    return odd > 0


def _is_brand_name(words: Words, at: int, end: int) -> bool:
    """Whether a word of the dictionary is so rare that it is a name before a company word: 联信|评级, 浦南|证券."""
    word = words.word(at)
    return len(word) == 2 and words.last[at] <= end and rarity(word) >= _COINED_WORD and word not in stops()
