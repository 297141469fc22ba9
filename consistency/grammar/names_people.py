"""Finds the people in the blocks of one article: by title, by what they said, and again wherever their name recurs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.grammar.names_model import Person
from consistency.grammar.names_shapes import Shape, follow, shapes, sightly
from consistency.grammar.names_words import HAN, Words, is_named, known, speech, stops, surnames, transliteration
from consistency.grammar.titles import Title, find_titles, is_plain, is_press, kind_of

_GAP = re.compile(r"(?:\(主持工作\))?(?:名叫|叫|名为|[:：]\s*|\s+|是|为)?")
_MORE = re.compile(r"[、/]|\s+|和|与|及|以及")
_HELD = re.compile(r"(?:担任|出任|就任|接任|升任|兼任|现任|曾任|历任|起任|时任|当选为?|任|系|是|为)(?=[^,。;!?()、:“”任]{0,20}$)")
_VITA = re.compile(r",[男女],")  # X,男,1974年生,…
_NAMED = re.compile(r"[一-鿿]{2,4}(?=,[男女],)")
_POSTS = ("担任", "出任", "现任", "兼任", "升任", "接任", "就任", "当选为", "当选", "调任", "任", "系", "是", "为")
_VERBS = frozenset("任于向常时")  # surnames that are oftener words before a title: 任组长
_SPEECH_THRESHOLD = 3.6


@dataclass
class Findings:
    """What is known of an article's people while it is read: names, and the posts of each mention."""

    names: dict[str, str] = field(default_factory=dict)  # name -> kind
    mentions: list[list[Person]] = field(default_factory=list)


def read_people(blocks: Sequence[Words], org_before: Callable[[Words, int, int], tuple[int, int]]) -> list[list[Person]]:
    """The people of each block; `org_before` finds the organisation that ends where a title begins."""
    whole = "\n".join(block.text for block in blocks)
    counts: dict[str, int] = {}

    def count(name: str) -> int:
        if name not in counts:
            counts[name] = whole.count(name)
        return counts[name]

    titles = [find_titles(block) for block in blocks]
    names: dict[str, str] = {}
    for block, found in zip(blocks, titles, strict=True):
        for title in found:
            for start, shape in _after_title(block, title, count):
                names.setdefault(block.text[start : shape.end], shape.kind)
        for start, shape in _before_speech(block, count):
            names.setdefault(block.text[start : shape.end], shape.kind)
        for start, shape in _dotted_anywhere(block, {title.end for title in found}, count):
            names.setdefault(block.text[start : shape.end], shape.kind)
        for start, shape in _before_title(block, found, count):
            names.setdefault(block.text[start : shape.end], shape.kind)
        for match in _NAMED.finditer(block.text):
            if any(shape.end == match.end() for shape in shapes(block, match.start(), count)):
                names.setdefault(match.group(), "native")
        for name in _foreign_before_title(block, found):
            names.setdefault(name, "foreign")
        for name in _in_lists(block, count):
            names.setdefault(name, "native")
        for name in _by_sight(block, count):
            names.setdefault(name, "native")
    names = _settle(names, count)
    return [_mentions(block, found, names, org_before) for block, found in zip(blocks, titles, strict=True)]


def _best(words: Words, start: int, count: Callable[[str], int], threshold: float) -> Shape | None:
    best = max(shapes(words, start, count), key=lambda shape: shape.score, default=None)
    return best if best and best.score >= threshold else None


def _after_title(words: Words, title: Title, count: Callable[[str], int]) -> Iterator[tuple[int, Shape]]:
    gap = _GAP.match(words.text, title.end)
    start = gap.end() if gap else title.end
    threshold = _threshold(title) + (0.7 if start > title.end and words.text[start - 1] in "是为" else 0.0)
    press = is_press(title.core)
    listed = False
    while shape := _best(words, start, count, threshold):
        bare = shape.kind == "foreign" and "·" not in words.text[start : shape.end]
        if bare and (is_plain(title.core) or press):
            return
        if press and start > title.end and _reported(words, shape.end) and words.text[start - 1].isspace() and listed:
            return  # 记者 钟毓文 鄂川报道: the place reported from
        listed = True
        yield start, shape
        more = _MORE.match(words.text, shape.end)
        if not more or (words.text[shape.end].isspace() and not press):
            return
        start, threshold = more.end(), _threshold(title) + 1.0


def _reported(words: Words, end: int) -> bool:
    """Whether 报道, 电 or 讯 stands here, as after a place reported from."""
    return words.text.startswith(("报道", "电", "讯"), end)


def _threshold(title: Title) -> float:
    """How sure a shape must be after this title: posts are always followed by names, 消费者 or 儿子 seldom."""
    if title.rank or title.domain or kind_of(title.core) == "post" or is_press(title.core):
        return 1.4
    return 2.8 if is_plain(title.core) else 1.8


def _before_speech(words: Words, count: Callable[[str], int]) -> Iterator[tuple[int, Shape]]:
    """Names at the beginning of a clause with a verb of saying right after them."""
    text = words.text
    for at, _ in speech().find(text):
        if words.crossing(at):
            continue
        for size in (4, 3, 2):
            start = at - size
            if start < 0 or (start > 0 and text[start - 1] in HAN):
                continue
            for shape in shapes(words, start, count):
                bare = shape.kind == "foreign" and "·" not in text[start:at]  # a country can speak, too
                if shape.end == at and shape.score >= _SPEECH_THRESHOLD and not bare:
                    yield start, shape
                    break


def _dotted_anywhere(words: Words, ends: set[int], count: Callable[[str], int]) -> Iterator[tuple[int, Shape]]:
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
        if 3 <= len(name) <= 7 and not is_named(name) and after not in transliteration() and not words.crossing(start):
            if not known(words.word(start)) or words.last[start] == title.start:
                yield name


_STATE = frozenset("总统 总理 首相 外长 防长 部长 大使 主席 议长 国务卿".split())
_LISTED = re.compile(r"(?<=、)[一-鿿]{2,4}(?=、)")


def _in_lists(words: Words, count: Callable[[str], int]) -> Iterator[str]:
    """Names among names: two or more neighbours in a list that all look like names, and its first and last."""
    text = words.text
    spans = [match.span() for match in _LISTED.finditer(text)]
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


def _is_name(words: Words, start: int, end: int, count: Callable[[str], int]) -> bool:
    return any(shape.end == end and shape.kind == "native" and shape.score > 3.0 for shape in shapes(words, start, count))


def _by_sight(words: Words, count: Callable[[str], int]) -> Iterator[str]:
    """Words of three characters that are by all appearance names, without any cue."""
    at, text = 0, words.text
    while at < len(text):
        end = words.last[at]
        inside = at > 0 and text[at - 1] in HAN and known(text[at - 1 : at + 1])  # 现|金红利
        if end - at == 3 and not inside and sightly(text[at:end], count(text[at:end]) > 1):
            yield text[at:end]
        at = end


def _leaves(words: Words, start: int, at: int) -> bool:
    """Whether the character before `start` cannot belong to the name whose first part ends at `at`."""
    before = words.text[start - 1]
    if before not in transliteration():
        return True
    word = words.word(start - 1)
    return len(word) > 1 and known(word) and words.last[start - 1] == start and start < at and word in stops()


def _before_title(words: Words, titles: list[Title], count: Callable[[str], int]) -> Iterator[tuple[int, Shape]]:
    """Names with their post behind them: X,吕阳市副市长,… X担任…行长, X(俱乐部董事长)."""
    text = words.text
    for title in titles:
        clause = max(text.rfind(mark, 0, title.start) for mark in "。!?;\n,(")
        opened = text[clause] if clause >= 0 else ""
        if opened and opened in ",(" and title.end < len(text) and text[title.end] in ",)。;、":
            for size in (4, 3, 2):
                start = clause - size
                if start < 0 or (start > 0 and text[start - 1] in HAN) or title.start - clause > 24:
                    continue
                for shape in shapes(words, start, count):
                    if shape.end == clause and shape.score >= _SPEECH_THRESHOLD - 0.4:
                        yield start, shape
            continue
        start = clause + 1
        for shape in shapes(words, start, count):
            if any(text.startswith(post, shape.end) for post in _POSTS) and shape.score >= _SPEECH_THRESHOLD - 0.6:
                yield start, shape


def _settle(names: dict[str, str], count: Callable[[str], int]) -> dict[str, str]:
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


def _mentions(
    words: Words, titles: list[Title], names: dict[str, str], org_before: Callable[[Words, int, int], tuple[int, int]]
) -> list[Person]:
    text = words.text
    spots: dict[int, tuple[int, str]] = {}
    taken = bytearray(len(text))
    for name in sorted(_written(names), key=len, reverse=True):
        at = text.find(name)
        while at != -1:
            end = at + len(name)
            if not any(taken[at:end]) and _stands(words, at, end):
                spots[at] = (end, _written(names)[name])
                taken[at:end] = b"\1" * (end - at)
            at = text.find(name, end)
    people: list[Person] = []
    ends = {title.end: title for title in titles}
    starts = {title.start: title for title in titles}
    for at in sorted(spots):
        end, name = spots[at]
        chain = _titles_before(words, ends, at, spots)
        if not chain and end in starts and follow(words, starts[end].end) >= 2:
            title = starts[end]
            people.append(Person(name, at, end, title.name, title.start, title.end, "", at, at))
            continue
        if not any(kind_of(title.core) == "post" for title in chain):
            chain = chain + [title for title in _titles_behind(words, titles, end) if title not in chain]
        if not chain:
            people.append(Person(name, at, end, "", at, at, "", at, at))
        for title in chain:
            left, right = org_before(words, title.start, 0)
            if left < right and title.start == right and not title.rank and _shared(words, left, right, title):
                right += 1  # 消防局长 is 消防局 and 局长
            if left < end <= right or left <= at < right:
                left = end + 1 if end < right else right
            people.append(Person(name, at, end, title.name, title.start, title.end, text[left:right], left, right))
    people += _short_forms(words, titles, names, taken)
    return sorted(people, key=lambda person: (person.start, person.title_start))


def _shared(words: Words, left: int, right: int, title: Title) -> bool:
    """Whether the title's first character also ends the organisation's name, as it can be written but once."""
    char, chunk = title.core[0], words.text[left:right]
    if char in "省市县州":
        return len(chunk) >= 2 and chunk[-1] not in "省市县区州旗镇乡局厅委府"
    return char in "局厅署司处" and title.core[1:] == "长" and chunk[-1] not in "局厅署司处部院委省市县区" and len(chunk) > 1


def _written(names: dict[str, str]) -> dict[str, str]:
    """The names as they may be written later -> the full name: 多布雷 for 艾琳·多布雷."""
    forms = {name: name for name in names}
    for name, kind in names.items():
        parts = name.split("·") if kind == "foreign" else []
        for part in parts[-1:] + parts[:1] if len(parts) > 1 else ():
            if len(part) > 2 or (len(part) == 2 and part == parts[-1] and not known(part)):
                forms.setdefault(part, name)
    return forms


def _stands(words: Words, start: int, end: int) -> bool:
    """Whether a known name stands here and is not part of other words."""
    if end - start > 2:
        return not (words.crossing(end) and words.first[end] > start and follow(words, end) < 0 and end - start < 3)
    return not words.crossing(start) and not words.crossing(end)


def _titles_before(
    words: Words, ends: dict[int, Title], at: int, spots: dict[int, tuple[int, str]]
) -> list[Title]:
    """The titles right before a name, also those joined by 、 and those before a list of names."""
    text, chain, seen = words.text, [], at
    for back in range(0, 12):
        if at - back in ends and (gap := _GAP.match(text, at - back)) and gap.end() == at:
            seen = at - back
            break
    else:
        for start, (end, _) in spots.items():  # A、B和C: the title before A
            if end < at and (more := _MORE.match(text, end)) and more.end() == at:
                return _titles_before(words, ends, start, {})
        return []
    while seen in ends:
        title = ends[seen]
        chain.append(title)
        left = title.start
        while left > 0 and text[left - 1] in HAN and title.start - left < 24 and left not in ends:
            left -= 1
        if left in ends and left != title.start:
            seen = left
        elif left > 0 and text[left - 1] in "、,兼" and left - 1 in ends and text[left - 1] != ",":
            seen = left - 1
        else:
            break
    return chain[::-1]


def _titles_behind(words: Words, titles: list[Title], end: int) -> list[Title]:
    """The title behind a name: X,吕阳市副市长,… X(俱乐部董事长) … X担任…行长 … X,男,2015年起任…行长."""
    text = words.text
    sentence = text.find("。", end)
    reach = sentence if _VITA.match(text, end) and sentence > 0 else end + 30
    for title in titles:
        if title.start < end:
            continue
        if title.start > reach:
            break
        between, after = text[end : title.start], text[title.end : title.end + 1]
        if between[:1] in (",", "(") and not re.search(r"[,。;!?()、:“”]", between[1:]):
            return [title] if (after == ")" if between[0] == "(" else after in (*",。;、", "")) else []
        held = _HELD.search(text[:title.start], end)
        if held and (reach != end + 30 or not re.search(r"[,。;!?()、:“”]", between)):
            if held.group() in ("系", "是", "为") and kind_of(title.core) != "post":
                continue
            return [title]
    return []


def _short_forms(words: Words, titles: list[Title], names: dict[str, str], taken: bytearray) -> Iterator[Person]:
    """A surname with a title behind it (邢教授, 孟老师): the one person of that surname, else as written."""
    text = words.text
    for title in titles:
        for size in (2, 1):
            start = title.start - size
            kind = "compound" if size == 2 else "common"
            if start < 0 or taken[start] or text[start : title.start] not in surnames(kind) or text[start] in _VERBS:
                continue
            if title.domain or words.crossing(start) or (start and text[start - 1] in HAN and known(text[start - 1 : title.start])):
                continue
            surname = text[start : title.start]
            full = [name for name in names if name.startswith(surname) and names[name] in ("native", "masked")]
            if len(full) == 1:
                yield Person(full[0], start, title.end, title.name, title.start, title.end, "", start, start)
            elif words.boundary(start):
                yield Person(text[start : title.end], start, title.end, title.name, title.start, title.end, "", start, start)
            break
