"""Discovers the names of an article's people: after titles, before speech, in lists, by · and by sight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.grammar.names_abroad import Count, Shape
from consistency.grammar.names_behind import runs_on
from consistency.grammar.names_cued import cued
from consistency.grammar.names_near_speech import near_speech
from consistency.grammar.names_shapes import shapes, sightly
from consistency.grammar.names_words import (
    HAN,
    Words,
    dotted_transliteration,
    is_named,
    known,
    speech,
    stops,
    surnames,
    transliteration,
)
from consistency.grammar.titles import Title, is_plain, is_press, kind_of
from consistency.patterns import pattern

GAP = pattern(  # between a title and its holder's name: 助理处长(九龙)区志衡
    r"(?:\([一-鿿]{1,8}\))?(?:名叫|叫|名为|[:：]\s*|\s+|是|为|(?:一职)?由(?=[一-鿿·]{2,12}?(?:担任|出任|兼任|接任)))?"
)
MORE = pattern(r"[、/]|\s+|和|与|及|以及")  # between two holders of one title
_VITA = pattern(r"[一-鿿]{2,4}(?=,[男女],)")  # X,男,1974年生,…
_AGED = pattern(r"(?<![一-鿿])[一-鿿]{2,4}(?=[,(]?(?:今年|现年|时年)?\d{1,2}岁)")  # 章天成今年51岁
_ACTS = pattern(  # what but a person does or suffers
    r"被(?:免|查|捕|控|抓|拘|撤|判|停职|立案|带走|逮捕|双规|留置|起诉|开除|解聘|约谈|问责)"
    r"|受处分|引咎|辞职|请辞|离任|鞠躬|致歉|道歉|哽咽|落泪|获刑|落网|到案|自首|投案|病逝|去世|逝世|殉职|签了字|今年已?\d"
)
_ACTING = pattern(rf"(?<![一-鿿])[一-鿿]{{2,4}}(?={_ACTS.pattern})")  # 章天成被免去副局长一职, where a clause begins
_TOLD = ((pattern(",[男女],"), _VITA), (pattern("岁"), _AGED), (_ACTS, _ACTING))  # each only where its cue is
_POST = pattern(
    "[担出现兼升接就调改转]任|履新|身兼|当选为?|(?:被任命|获任命|获委任?|获聘|受聘|获推举|晋升)为|任|(?P<be>系|是|为)"
)
_STATE = frozenset(("总统", "总理", "首相", "外长", "防长", "部长", "大使", "主席", "议长", "国务卿", "财长"))
_LISTED = pattern(r"(?<=、)[一-鿿]{2,4}(?=、)")
_LONG = 4  # characters of a title that nothing but a name follows: 总监理工程师, 董事会秘书
_SAID = 3.6  # how sure a shape must be before a verb of saying
_TAKES, _IS, _NEVER = 2.0, 3.0, 99.0  # and before a verb of taking office, or one of being


def discover(blocks: Sequence[Words], titles: Sequence[list[Title]]) -> dict[str, str]:
    """The names of an article's people, each with its kind: native, japanese, foreign or masked."""
    count = _counter("\n".join(block.text for block in blocks))
    names: dict[str, str] = {}
    for block, found in zip(blocks, titles, strict=True):
        for start, shape in _shaped(block, found, count):
            names.setdefault(block.text[start : shape.end], shape.kind)
        for name in _foreign_before_title(block, found):
            names.setdefault(name, "foreign")
        for name in (*_in_lists(block, count), *_by_sight(block, count)):
            names.setdefault(name, "native")
    return _settle(names, count)


def _counter(whole: str) -> Count:
    counts: dict[str, int] = {}

    def count(name: str) -> int:
        return counts[name] if name in counts else counts.setdefault(name, whole.count(name))

    return count


def _shaped(words: Words, titles: list[Title], count: Count) -> Iterator[tuple[int, Shape]]:
    for title in titles:
        yield from _after_title(words, title, count)
    yield from _before_speech(words, count)
    yield from _after_deed(words, count)
    yield from _dotted_anywhere(words, {title.end for title in titles}, count)
    yield from _before_title(words, titles, count)
    yield from near_speech(words, titles, count)
    yield from cued(words, titles, count)
    for cue, told in _TOLD:
        for match in told.finditer(words.text) if cue.search(words.text) else ():
            yield from ((match.start(), one) for one in shapes(words, match.start(), count) if one.end == match.end())


def _best(words: Words, start: int, count: Count, threshold: float) -> Shape | None:
    best = max(shapes(words, start, count), key=lambda shape: (shape.score, shape.end), default=None)
    return best if best and best.score >= threshold else None


def _after_title(words: Words, title: Title, count: Count) -> Iterator[tuple[int, Shape]]:
    gap = GAP.match(words.text, title.end)
    start = gap.end() if gap else title.end
    if start > title.end and words.text[start : start + 1] in "原前":
        return  # 行长由原瓯海银行行长季长青出任
    threshold = _threshold(title) + (0.4 if start > title.end and words.text[start - 1] in "是为" else 0.0)
    press, plain = is_press(title.core), is_plain(title.core)
    listed = False
    while shape := _best(words, start, count, threshold - (0.0 if plain else _eased(words, start))):
        bare = shape.kind == "foreign" and "·" not in words.text[start : shape.end]
        if bare and (plain or press):
            return
        if listed and press and words.text[start - 1].isspace() and _reported(words, shape.end):
            return  # 记者 钟毓文 鄂川报道: the place reported from
        listed = True
        yield start, shape
        more = MORE.match(words.text, shape.end)
        if not more or (words.text[shape.end].isspace() and not press):
            return
        start, threshold = more.end(), _threshold(title) + 1.0


def _eased(words: Words, start: int) -> float:
    """How much less sure a name must be here: a surname that is no part of a longer word seldom begins another thing.

    队长郭石头, 主任牛建业 — but 局长高度重视, 市长严肃指出.
    """
    text = words.text
    if start >= len(text):
        return 0.0
    alone = words.last[start] == start + 1
    if text[start] in surnames("rare"):
        named = words.last[start] == start + 3 and not known(words.word(start))
        return 0.9 if named or (alone and text[start] not in stops()) else 0.0
    return 1.0 if text[start] in surnames("common") and (alone or not known(words.word(start))) else 0.0


def _reported(words: Words, end: int) -> bool:
    """Whether 报道, 电 or 讯 stands here, as after a place reported from."""
    return words.text.startswith(("报道", "电", "讯"), end)


def _threshold(title: Title) -> float:
    """How sure a shape must be after this title: posts are always followed by names, 消费者 or 儿子 seldom."""
    if title.core in _STATE:
        return 1.0
    if title.end - title.start > _LONG:
        return 0.7
    if title.rank or title.domain or kind_of(title.core) == "post" or is_press(title.core):
        return 1.4
    return 2.9 if is_plain(title.core) else 1.8


_HANDED = pattern(  # 任务由阎屹担任总指挥, 任命郝建平为市长
    "(?:由|任命|聘任|聘请|推选|选举|推举|提名|委任|指定|委派)(?=[一-鿿·]{2,12}?(?:担任|出任|兼任|接任|任|为))"
)
_DEED = pattern(
    r"由(?=[一-鿿]{2,4}(?:负责|牵头|掌管|主管|管理|打理|带队|执[导棒飞法裁]|主[刀演持审讲]|编[剧舞]|作[曲词]|掌镜|操刀|翻译|\())"
    r"|的(?:人)?,?(?:就|正|便)?(?:是|叫)(?:\d+岁的?)?(?![一-鿿]{2}[省市县区镇乡村寨街路])|(?:名字|大名|本名|原名|真名|全名)(?:叫做?|是)?|管[钱账]的|(?:[接担出]任|身为|作为)[一-鿿]{2,8}的"
    r"|(?:免去|任命|罢免|聘任|补选|推选|提名|增补)(?!为|其|他|她|新|了|的)"
)
_CERTAIN = frozenset(("由", "免去", "任命", "罢免", "聘任", "补选", "推选", "提名", "增补"))
_LED = 2.4  # how sure a shape must be behind 由 and before what its bearer does


def _before_speech(words: Words, count: Count) -> Iterator[tuple[int, Shape]]:
    """Names at the beginning of a clause with a verb of saying right after them."""
    text = words.text
    for at, _ in speech().find(text):
        if words.crossing(at):
            continue
        for size in (4, 3, 2):
            start = at - size
            if start < 0 or (start > 0 and text[start - 1] in HAN and text[start - 1] != "的"):
                continue  # 跟她同屋的尹书瑶跟我们讲
            for shape in shapes(words, start, count):
                bare = shape.kind == "foreign" and "·" not in text[start:at]  # a country can speak, too
                if shape.end == at and shape.score >= _SAID and not bare:
                    yield start, shape
                    break


def _after_deed(words: Words, count: Count) -> Iterator[tuple[int, Shape]]:
    """Names that a deed points to: 财务组由卞小舟(女,29岁)负责, 接班的叫苏映禾, 早上谁发现的?老赵."""
    for match in _DEED.finditer(words.text):
        by = match[0] in _CERTAIN
        if by and words.crossing(match.end()):
            continue
        shape = _best(words, match.end(), count, _LED if by else _SAID)
        if shape and (shape.kind != "foreign" or "·" in words.text[match.end() : shape.end]):
            yield match.end(), shape


def _dotted_anywhere(words: Words, ends: set[int], count: Count) -> Iterator[tuple[int, Shape]]:
    """Names with ·, wherever they stand; none runs over the end of a title."""
    text = words.text
    at = text.find("·")
    while at != -1:
        start = at
        while start > 0 and at - start < 8 and start not in ends and not _leaves(words, start, at):
            start -= 1
        for shape in shapes(words, start, count) if start < at else ():
            if shape.kind == "foreign" and shape.end > at:
                yield start, shape
                at = shape.end
        at = text.find("·", at + 1)


def _foreign_before_title(words: Words, titles: list[Title]) -> Iterator[str]:
    """Foreign names with a post of state behind them (克林顿总统), if that post is not another's (奥斯兰总统韦斯顿)."""
    text = words.text
    for title in titles:
        if title.core not in _STATE or title.rank or title.domain:
            continue
        start = title.start
        while start and text[start - 1] in transliteration():
            start -= 1
        name, after = text[start : title.start], text[title.end : title.end + 1]
        if not 3 <= len(name) <= 7 or is_named(name) or after in transliteration() or words.crossing(start):
            continue
        if not known(words.word(start)) or words.last[start] == title.start:
            yield name


def _in_lists(words: Words, count: Count) -> Iterator[str]:
    """Names among names: two or more neighbours in a list that all look like names, and its first and last."""
    text = words.text
    spans = [match.span() for match in _LISTED.finditer(text)] if "、" in text else []
    run: list[tuple[int, int]] = []
    for span in [*spans, (len(text) + 9, 0)]:
        if span[1] and _is_name(words, *span, count) and (not run or run[-1][1] + 1 == span[0]):
            run.append(span)
            continue
        if len(run) > 1:
            yield from (text[start:end] for start, end in run)
            if shape := _best(words, run[-1][1] + 1, count, 2.4):
                yield text[run[-1][1] + 1 : shape.end]
            for size in (3, 2, 4):
                start = run[0][0] - 1 - size
                if start >= 0 and _is_name(words, start, run[0][0] - 1, count) and words.boundary(start):
                    yield text[start : run[0][0] - 1]
                    break
        run = [span] if span[1] and _is_name(words, *span, count) else []


def _is_name(words: Words, start: int, end: int, count: Count) -> bool:
    found = (shape for shape in shapes(words, start, count) if shape.kind == "native")
    return any(shape.end == end and shape.score > 3.0 for shape in found)


def _by_sight(words: Words, count: Count) -> Iterator[str]:
    """Words of three characters that are by all appearance names, without any cue."""
    text, first = words.text, surnames("common")
    for at in words.triples:
        if text[at] not in first or (at and text[at - 1] in HAN and known(text[at - 1 : at + 1])):
            continue  # 现|金红利
        end = at + 3
        if not runs_on(words, end) and sightly(text[at:end], count(text[at:end]) > 1):
            yield text[at:end]


def _leaves(words: Words, start: int, at: int) -> bool:
    """Whether the character before `start` cannot belong to the name whose first part ends at `at`."""
    before, word = words.text[start - 1], words.word(start - 1)
    if before not in dotted_transliteration() or (before not in transliteration() and known(word)):
        return True  # but not 若昂·佩雷拉
    return len(word) > 1 and known(word) and words.last[start - 1] == start and start < at and word in stops()


def _before_title(words: Words, titles: list[Title], count: Count) -> Iterator[tuple[int, Shape]]:
    """Names with their post behind them: X,吕阳市副市长,… X担任…行长, X(俱乐部董事长)."""
    text = words.text
    behind = {title.start: title.end for title in titles}
    for title in titles:
        clause = max(text.rfind(mark, max(0, title.start - 60), title.start) for mark in "。!?;\n,(")
        opened = text[clause] if clause >= 0 else ""
        if opened and opened in ",(" and title.end < len(text) and text[title.end] in ",)。;、":
            for size in (4, 3, 2):
                start = clause - size
                if start < 0 or (start > 0 and text[start - 1] in HAN) or title.start - clause > 24:
                    continue
                for shape in shapes(words, start, count):
                    if shape.end == clause and shape.score >= _SAID - (1.0 if opened == "(" else 0.4):
                        yield start, shape
        handed = [match.end() for match in _HANDED.finditer(text, clause + 1, title.start)]
        for start in (clause + 1, *handed):
            for shape in shapes(words, start, count):
                rank = behind.get(shape.end, shape.end)  # 由白继先副州长任总指挥
                if shape.score >= _taking(words, rank, title.start):
                    yield start, shape


def _taking(words: Words, end: int, title: int) -> float:
    """How sure a name that ends here must be where a verb of taking the office at `title` stands right behind it."""
    post = _POST.match(words.text, end)
    led = post and all(char in HAN for char in words.text[post.end() : title])
    return _NEVER if not post or not led else _IS if post["be"] else _TAKES


def _settle(names: dict[str, str], count: Count) -> dict[str, str]:
    """The names without those that are but the beginning of a longer one, or a longer one that occurs but once."""
    kept = dict(names)
    for name in sorted(names, key=len, reverse=True):
        for size in range(2, len(name)):
            short = name[:size]
            if short in kept and names[short] == names[name] == "native":
                if count(short) > count(name) and count(name) == 1:
                    kept.pop(name, None)
                else:
                    kept.pop(short, None)
    return kept
