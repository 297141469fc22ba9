"""Names beside speech, beside an age and behind a people's: what no title and no verb of saying gives away as names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from consistency.grammar.names_abroad import Count, Shape
from consistency.grammar.names_shapes import shapes
from consistency.grammar.names_words import HAN, Words, known, stops
from consistency.grammar.titles import Title
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

# 大厦保安员陈金水,六十三岁; 陈金水(63岁; 陈金水,男,今年六十三岁; 陈金水今年六十三岁
_AGED = pattern(r"(?=[,(](?:[男女],?)?(?:今年|现年|时年|年|年仅|刚满)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁)")
_SAYS = pattern(r"[:,]?\s*(?=[“\"])")  # before the opening marks: 池海棠事后讲了一句:“…
_SAID = pattern('(?<=”)[,]?|(?<=")[,]')  # behind the closing marks: …”铁匠池海棠摘下帽子
# 这话是橙集的闻人澍说的; 用闻人澍自己的话讲; 出自闻人澍之口
_WHOSE = pattern(
    r"(?:是(?=(?P<told>[一-鿿·]{2,16}?)(?:说|讲|写)的)|[用按照据](?=(?P<own>[一-鿿·]{2,6}?)(?:自己)?的(?:原话|话|说法|比喻))"
    r"|出自(?=(?P<mouth>[一-鿿·]{2,12}?)(?:之口|的口)))"
)
# “…”覃永年|在会上说; 覃永年|昨天对记者说: the clause says that he spoke, so that a rare name is one
_SETTING = pattern(
    r"(?:[今昨前][天日晚]|当天|日前|随后|事后|会后|后来)?(?:在|对|向|跟|于)[^，。“”,]{1,12}?(?:说|表示|称|讲|道|介绍|坦言|透露)[,，:：。.]"
)
_END = pattern(r"[。!?;\n”“]")
_BEFORE = pattern(r"[,，:：的]")  # what a clause, or a name after what is told of it, begins behind
_REACH = 60  # characters before the opening marks in which the speaker may be named
_BEHIND = 30  # and behind the closing ones
# How sure a shape must be after a role, where a clause begins, there with two characters, before an age or post.
_LED, _BEGUN, _SHORT, _AGE, _SPOKEN = 2.2, 3.2, 4.6, 1.2, 3.6
GROUND = frozenset("省市县区镇乡村州洲岛港湾湖河江山寨坝坪路街巷站寺庙殿塔桥陵城末系")  # ends of no name


@cache
def leads() -> Wordlist:
    """The words that a name may stand right behind: 保安员, 影评人."""
    return Wordlist(lines("name_leads.txt"))


def near_speech(words: Words, titles: Sequence[Title], count: Count) -> Iterator[tuple[int, Shape]]:
    """The names before an age or a post, and those beside a quotation, after a role or where a clause begins."""
    text = words.text
    yield from _aged(words, count)
    yield from _nationals(words, count)
    yield from _with_title(words, titles, count)
    if "“" not in text and '"' not in text:
        return
    ends = {end for _, end in leads().find(text) if not words.crossing(end)}
    for match in _SAYS.finditer(text):
        back = max(0, match.start() - _REACH)
        first = max((stop.end() for stop in _END.finditer(text, back, match.start())), default=back)
        yield from _within(words, first, match.start(), ends, count)
    for match in _SAID.finditer(text):
        stop = _END.search(text, match.end())
        last = min(stop.start() if stop else len(text), match.end() + _BEHIND)
        yield from _within(words, match.end(), last, ends, count)
    for match in _WHOSE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        yield from _best(words, max(start, text.rfind("的", start, end) + 1), count, _LED)


_SPEAKING = pattern(  # after a post with its holder before it: 刘玉兰院长对记者说
    r"(?:[对向跟给][^,。;!?]{1,8}?)?(?:昨[天日晚]|今[天日晨早]|当[天日晚])?"
    r"(?:表示|介绍|告诉|指出|认为|坦言|透露|强调|解释|回应|回忆|宣布|补充|提醒|笑言|笑着说|说[,:，]|称[,:])"
)
_BEGINS = pattern(r"(?:^|[^一-鿿]|据|[的位])$")  # what may stand before such a name


def _with_title(words: Words, titles: Sequence[Title], count: Count) -> Iterator[tuple[int, Shape]]:
    """Names with their post right behind them, who speak: 刘玉兰院长介绍, 据刘玉兰局长介绍."""
    text = words.text
    for title in titles:
        if not _SPEAKING.match(text, title.end):
            continue
        for size in (3, 2):
            start = title.start - size
            if start < 0 or not _BEGINS.search(text, max(0, start - 1), start):
                continue
            for shape in shapes(words, start, count):
                if shape.kind == "native" and shape.end == title.start and shape.score >= _SPOKEN:
                    yield start, shape


_PEOPLE = pattern("[籍裔人](?=[一-鿿])")


@cache
def _countries() -> Wordlist:
    return Wordlist(row[0] for row in rows("places.tsv") if row[1] == "country")


def _nationals(words: Words, count: Count) -> Iterator[tuple[int, Shape]]:
    """The names behind a people's: 芬兰人|拉赫蒂宁致辞."""
    countries = {end for _, end in _countries().find(words.text)}
    for match in _PEOPLE.finditer(words.text) if countries else ():
        if match.start() not in countries:
            continue
        best = max(shapes(words, match.end(), count), key=lambda shape: (shape.score, shape.end), default=None)
        if best and best.score >= _LED and best.end - match.end() > 2 and not known(words.text[match.end() : best.end]):
            yield match.end(), best


def _within(words: Words, first: int, last: int, ends: set[int], count: Count) -> Iterator[tuple[int, Shape]]:
    text = words.text
    begun = {first, *(match.end() for match in _BEFORE.finditer(text, first, last))}
    for at in sorted(begun.union(ends)):
        if not first <= at < last:
            continue
        if at in ends:
            yield from _best(words, at, count, _LED)
        else:
            yield from (
                (start, shape)
                for start, shape in _best(words, at, count, _LED)
                if (shape.score >= _BEGUN or (shape.end - start > 2 and _SETTING.match(text, shape.end)))
                and (shape.end - start > 2 or shape.score >= _SHORT)
                and text[shape.end - 1] not in GROUND
            )


def _best(words: Words, at: int, count: Count, threshold: float) -> Iterator[tuple[int, Shape]]:
    found = [
        shape for shape in shapes(words, at, count) if shape.kind != "foreign" or "·" in words.text[at : shape.end]
    ]
    best = max(found, key=lambda shape: (shape.score, shape.end), default=None)
    if best and best.score >= threshold and words.text[at : best.end] not in stops():
        yield at, best


def _aged(words: Words, count: Count) -> Iterator[tuple[int, Shape]]:
    text = words.text
    for match in _AGED.finditer(text) if "岁" in text else ():
        end = match.start()
        for size in (4, 3, 2):
            start = end - size
            if start < 0 or any(char not in HAN for char in text[start:end]):
                continue
            for shape in shapes(words, start, count):
                if shape.end == end and shape.score >= _AGE and (words.boundary(start) or size > 2):
                    yield start, shape
                    break
