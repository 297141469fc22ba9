"""Names that a word before or behind them tells of: an age, 叫, a kinship, 的, a trade; or a form of address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.grammar.names_abroad import Count, Shape
from consistency.grammar.names_near_speech import GROUND, leads
from consistency.grammar.names_shapes import shapes
from consistency.grammar.names_words import Words, known, transliteration
from consistency.grammar.titles import Title
from consistency.patterns import pattern

_CUE = pattern(
    r"(?P<age>(?:\d{1,2}|[一二三四五六七八九十]{1,3})岁的)"  # 47岁的|鲍守业在保管室内
    r"|(?P<called>(?<![呼报喊])叫做?(?=[一-鿿]{2,4}[,。;!?、(]))"  # 一个考务副主任,叫|鲍守成,教化学出身
    r"|(?P<kin>[其之](?:前?[妻夫]子?|父亲?|母亲?|[堂表妻胞]?[弟兄妹姐]|子|女儿?|儿子|弟弟|哥哥)(?=[一-鿿]))"  # 其子
    r"|(?P<of>的)"  # 来自甘肃的|牧云飞列第九位
)
# How sure a name must be behind each: with each less sure by .5, more than half of what is found new is no name.
_SURE = {"age": 2.0, "called": 2.0, "kin": 2.0, "of": 3.75}
_SHORT = 3.6  # and how sure one of two characters: 67岁的莫炎|生还住在医院外
_FOREIGN = 0.6  # and how much surer one that may be a place abroad: 塔斯马尼亚的罗斯贝
_LED = 2.9  # how sure behind a trade: 影评人|顾绍棠宣布退出
_ADDRESSED = 2.6  # and before a form of address: 谷若岚|老师来演讲过
_ADDRESSES = frozenset(("教授", "老师", "法官", "先生", "女士", "同志", "指导", "博士", "院士", "律师", "医生", "警官"))
_NO_NAME = pattern(
    "(?:[一二三四五六七八九]成|先生|女士|小姐|师傅|大师|[阿老][公婆伯汉]|大[爷妈娘]|[小大]妹)$"
)  # 散户|占九成, 48岁的|王先生


def cued(words: Words, titles: Sequence[Title], count: Count) -> Iterator[tuple[int, Shape]]:
    """The native names that such a word tells of, each with its start."""
    text = words.text
    for match in _CUE.finditer(text):
        cue = match.lastgroup or ""
        if shape := _best(words, match.end(), count, _SURE[cue]):
            name = text[match.end() : shape.end]
            abroad = all(char in transliteration() for char in name) and shape.score < _SURE[cue] + _FOREIGN
            if cue != "of" or not (len(name) == 2 or abroad or known(name)):
                yield match.end(), shape
    for _, end in leads().find(text):
        if (shape := _best(words, end, count, _LED)) and shape.end - end > 2:
            yield end, shape
    for title in titles:
        if title.core in _ADDRESSES:
            yield from _addressed(words, title.start, count)


def _best(words: Words, at: int, count: Count, sure: float) -> Shape | None:
    """The name at a place, if it is as sure as that, and no place (白崖乡) or share."""
    if words.crossing(at):
        return None
    found = max(shapes(words, at, count), key=lambda shape: (shape.score, shape.end), default=None)
    if found is None or found.kind != "native" or found.score < (sure if found.end - at > 2 else max(sure, _SHORT)):
        return None
    return None if words.text[found.end - 1] in GROUND or _NO_NAME.search(words.text, at, found.end) else found


def _addressed(words: Words, end: int, count: Count) -> Iterator[tuple[int, Shape]]:
    for start in range(max(0, end - 4), end - 2):
        if words.boundary(start):
            named = (shape for shape in shapes(words, start, count) if shape.end == end and shape.kind == "native")
            yield from ((start, shape) for shape in named if shape.score >= _ADDRESSED)
