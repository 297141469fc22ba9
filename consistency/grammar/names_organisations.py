"""Finds organisations by what such names end with, back to where they begin; also the one that a title belongs to."""

from __future__ import annotations

import re
from functools import cache

from consistency.grammar.names_model import Organisation
from consistency.grammar.names_places import place_ends
from consistency.grammar.names_words import HAN, Wordlist, Words, known, stops
from consistency.lexicon import rows

_JOINED = re.compile(
    r"住房和城乡|发展和改革|文化和旅游|人力资源和社会|人口和就业|工业和信息化|卫生和计划|文物和|新闻出版和|贸易与|"
    r"农业和农村|国土和|规划和自然|自然资源和|科技和|经济和信息|教育和|劳动和社会|食品和药品|商务和|安全和|气候和|"
    r"疾病预防和|公共卫生和|预防与控制|发展与改革|知识产权和|地质和|环境和|交通和|信息和|审计和|行政和|社会和|人口与|"
    r"资源与|环境与|经济与|科学与|社会与|海洋与|城市与|卫生与|文化与|管理与|材料与|工程与|金融与|和平与|国际问题和"
)
_BEGIN = frozenset(
    "省 市 县 区 州 镇 乡 国家 中国 全国 中央 最高 国际 世界 亚洲 欧洲 非洲 北方 南方 东方 西方 华东 华北 华南 华中 东北 西北 西南 "
    "联合国 中华 中共 人民 国务院 联邦 皇家 省级 市级 国立 美 英 日 中 全球 亚太 欧盟".split()
)
_GENERIC = frozenset(
    "公司 集团 部门 机构 中心 医院 学校 大学 学院 法院 银行 支行 分行 政府 委员会 办公室 指挥部 工作组 专家组 工厂 总部 组织 "
    "俱乐部 协会 实验室 研究院 研究所 派出所 检察院 工会 董事会 组委会 专家组 联盟".split()
)
_NOT = re.compile(r"(?:全|本|该|各|多|两|几|哪|某|我|你|他|此|这|那)[省市县区州镇乡国社]|有关部门|相关部门|上市公司|子公司|母公司|分公司$")
_CLIP = 24


@cache
def _kinds() -> dict[str, str]:
    table: dict[str, str] = {}
    for word, kind in rows("organisations.tsv"):
        table[word] = "whole" if table.get(word) == "whole" else kind
    return table


@cache
def _endings() -> Wordlist:
    return Wordlist(_kinds())


def chunk_start(words: Words, end: int, floor: int = 0) -> int:
    """Where the run of name words that ends at `end` begins: after the last stop word, punctuation or figure."""
    text, at = words.text, end
    joined = {match.start() + index for match in _JOINED.finditer(text, max(0, end - _CLIP), end)
              for index, char in enumerate(match.group()) if char in "和与"}  # fmt: skip
    while at > floor and end - at < _CLIP:
        char = text[at - 1]
        if char not in HAN and char != "·":
            break
        first = max(words.first[at - 1], floor)
        word = text[first:at]
        if word in stops() and not (len(word) == 1 and at - 1 in joined):
            break
        if len(word) > 1 and not known(word) and word[0] in "由据对向和与被让在从到将是" and not at - len(word) in joined:
            return first + 1
        at = first
    return at


def organisation_before(words: Words, end: int, floor: int = 0) -> tuple[int, int]:
    """The organisation that ends where a title begins: 昆澜半导体|副总裁; (end, end) if none is written."""
    start = chunk_start(words, end, floor)
    text = words.text[start:end]
    if not text or (len(text) == 1 and text not in "省市县区镇乡村厂矿"):
        return end, end
    return start, end


def read_organisations(words: Words) -> list[Organisation]:
    """The organisations of one text, the longest at each place."""
    text, spans = words.text, []
    places = place_ends(words)
    kinds = _kinds()
    for start, end in _endings().find(text):
        if words.crossing(end):
            continue
        kind = kinds[text[start:end]]
        begin = _begin(words, start, end, kind, places)
        if begin is None:
            continue
        spans.append((begin, end))
    found: list[Organisation] = []
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if found and begin < found[-1].end:
            continue
        if not _NOT.search(text[begin:end]):
            found.append(Organisation(text[begin:end], begin, end))
    return found


def _begin(words: Words, start: int, end: int, kind: str, places: dict[int, int]) -> int | None:
    text = words.text
    chunk = chunk_start(words, end)
    if chunk > start:
        return None
    at = chunk
    while at < start:  # the first word that such a name may begin with
        word = words.word(at) if words.first[at] == at else text[at]
        if at in places and places[at] <= start:
            return at
        if word in _BEGIN or (word[-1] in "省市县区州镇乡村" and 1 < len(word) and at + len(word) <= start):
            return at
        if len(word) > 1 and not known(word) and at + len(word) <= end:
            return at
        at = max(at + 1, words.last[at])
    if kind == "whole":
        return start
    if kind == "company" and 2 <= start - chunk <= 6 and text[start:end] not in ("研究", "投资", "基金", "保险", "能源", "电子", "汽车", "网络", "生物", "食品", "电力", "科技", "航空", "铁路", "物业", "资本", "股份", "软件", "期货", "餐饮", "酒店"):
        return chunk if _coined(words, chunk, start) else None
    return None


def _coined(words: Words, start: int, end: int) -> bool:
    """Whether a part before a company word looks coined: single characters that are no words together."""
    at, singles = start, 0
    while at < end:
        size = words.last[at] - at
        singles += size == 1 or not known(words.word(at))
        at = words.last[at]
    return singles > 0
