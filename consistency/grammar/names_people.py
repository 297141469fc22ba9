"""Finds the people in the blocks of one article: each mention of a discovered name, with its titles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from consistency.grammar.names_behind import follow
from consistency.grammar.names_discovery import GAP, MORE, discover
from consistency.grammar.names_model import Person
from consistency.grammar.names_posts import body_before, carried, moved
from consistency.grammar.names_words import HAN, Words, known, stops, surnames
from consistency.grammar.titles import Title, entry, find_titles, is_plain, kind_of
from consistency.grammar.wordlists import Wordlist
from consistency.patterns import pattern

_BREAK = pattern(r"[,。;!?()、:“”]")
_HELD = pattern(
    r"(?:担任|出任|就任|接任|升任|兼任|现任|曾任|历任|起任|时任|当选为?|作为|辞去|卸任|辞任|请辞|兼着|身兼|挂着|挂任|调任|转任|改任"
    r"|获聘为?|受聘为?|充任|履新|身为|当上了?|当过|做过|成为|成了|当$|获得了?|夺得了?|摘得了?|荣获|斩获|拿下了?|赢得了?|捧起了?|任|系|是|为)"
    r"(?=[^,。;!?()、:“”任]{0,20}$)"
)
_WON = frozenset("获夺摘荣斩拿赢捧")  # verbs of winning, which a title of honour follows
_TAKES = pattern("当(?=[总副]|组长|队长|主任)|担任|出任|就任|接任|升任|兼任|现任|作为|辞去|卸任|任(?!命)|系|是|为")
_TAKEN = pattern("(?:作为|担任|出任|兼任|任|系|是|为)$")
_AS = pattern(r"(?:作为|身为|担任|出任|兼任|时任|现任)[^,。;:!?、]{0,14}$")  # 作为队长的|池晚晴要走
_VITA = pattern(r",[男女],")  # X,男,1974年生,2015年起任…
_RANKS = frozenset(("rankmil", "rankdan"))  # ladders of ranks, which stand behind the name: 施毅大校, 祁砚舟九段
_VERBS = frozenset("任于向常时")  # surnames that are oftener words before a title: 任组长

_HOLDERS = 12  # names in a list that can share the title before it

OrganisationBefore = Callable[[Words, int], tuple[int, int]]


def read_people(blocks: Sequence[Words], org_before: OrganisationBefore) -> list[list[Person]]:
    """The people of each block; `org_before` finds the organisation that ends where a title begins."""
    titles = [find_titles(block) for block in blocks]
    names = discover(blocks, titles)
    forms = _written(names)
    wordlist = Wordlist(forms, lasting=False)
    found = []
    for number, (block, its_titles) in enumerate(zip(blocks, titles, strict=True)):
        spots = _spots(block, wordlist)
        people = list(_mentions(block, its_titles, spots, forms, org_before))
        people += _short_forms(block, its_titles, names, spots)
        held = {(person.title_start, person.title_end) for person in people if person.title}
        people += [
            _with_title(block, forms, at, spots[at], title, org_before, away=True)
            for at, title in carried(block, its_titles, spots)
            if (title.start, title.end) not in held
        ]
        starts = {title.start: title for title in its_titles}
        people = [
            replace(person, body=body_before(blocks, number, starts[person.title_start], org_before))
            if person.title and not person.organisation and person.title_start in starts
            else person
            for person in people
        ]
        found.append(sorted(people, key=lambda person: (person.start, person.title_start)))
    return found


def _spots(words: Words, wordlist: Wordlist) -> dict[int, int]:
    """Where known names stand: end by start."""
    spots: dict[int, int] = {}
    last = 0
    for start, end in wordlist.find(words.text):
        if start >= last and _stands(words, start, end):
            spots[start] = last = end
    return spots


def _mentions(
    words: Words, titles: list[Title], spots: dict[int, int], forms: dict[str, str], org_before: OrganisationBefore
) -> Iterator[Person]:
    text = words.text
    ends = {title.end: title for title in titles}
    starts = {title.start: title for title in titles}
    heads = {end: start for start, end in spots.items()}
    for at, end in spots.items():
        name = forms[text[at:end]]
        chain = _titles_before(words, ends, heads, at)
        if not chain and end in starts and follow(words, starts[end].end) > 1 and not is_plain(starts[end].core):
            title = starts[end]
            yield Person(name, at, end, title.name, title.start, title.end, "", at, at)
            for more in _titles_behind(words, titles, title.end) if _TAKES.match(text, title.end) else ():
                yield _with_title(words, forms, at, end, more, org_before)  # 白继先副州长任总指挥
            continue
        posted = any(kind_of(title.core) == "post" for title in chain)
        if not posted or _TAKES.match(text, end):  # 副市长谭继民任总指挥: both are his
            behind = [title for title in _titles_behind(words, titles, end) if title not in chain]
            chain += [title for title in behind if not any(end <= other < title.start for other in spots)]
        if end in starts and entry(starts[end].core)[1] in _RANKS:  # 发言人施毅大校
            chain.append(starts[end])
        chain += [title for title in moved(words, titles, spots, at, end) if title not in chain]
        if not chain:
            yield Person(name, at, end, "", at, at, "", at, at)
        for title in chain:
            yield _with_title(words, forms, at, end, title, org_before)


def _with_title(
    words: Words, forms: dict[str, str], at: int, end: int, title: Title, org_before: OrganisationBefore,
    *, away: bool = False,
) -> Person:  # fmt: skip
    """The person named at a place with one title and what it belongs to; `away` from him it may follow 的."""
    text = words.text
    left, right = org_before(words, title.start - (away and text[title.start - 1] == "的"))  # 还兼着学院的副院长
    if left < right and title.start == right and not title.rank and _shared(text[left:right], title):
        right += 1  # 消防局长 is 消防局 and 局长
    if left < end <= right or left <= at < right:
        left = end + 1 if end < right and text[end] in "任当是为系" else end if end < right else right
    return Person(forms[text[at:end]], at, end, title.name, title.start, title.end, text[left:right], left, right)


def _shared(chunk: str, title: Title) -> bool:
    """Whether the title's first character also ends the organisation's name, as it can be written but once."""
    char = title.core[0]
    if len(chunk) < 2:
        return False
    if char in "省市县州":
        return chunk[-1] not in "省市县区州旗镇乡局厅委府"
    return char in "局厅署司处" and title.core[1:] == "长" and chunk[-1] not in "局厅署司处部院委省市县区"


def _written(names: dict[str, str]) -> dict[str, str]:
    """The names as they may be written later -> the full name: 多布雷 for 艾琳·多布雷."""
    forms = {name: name for name in names}
    for name, kind in names.items():
        parts = name.split("·") if kind == "foreign" else []
        for part in parts[-1:] + parts[:1] if len(parts) > 1 else ():
            if len(part) > 2 or (len(part) == 2 and not known(part)):
                forms.setdefault(part, name)
    return forms


def _stands(words: Words, start: int, end: int) -> bool:
    """Whether a known name stands here and is not part of other words; 康|明说 is 康明 and 说."""
    said = words.text[end : end + 1] in ("说", "称") and words.boundary(start)
    return end - start > 2 or said or not (words.crossing(start) or words.crossing(end))


def _titles_before(words: Words, ends: dict[int, Title], heads: dict[int, int], at: int) -> list[Title]:
    """The titles right before a name, also those joined by 、 and those before a list of names."""
    text = words.text
    for _ in range(_HOLDERS):
        for back in range(12):
            if at - back in ends and (gap := GAP.match(text, at - back)) and gap.end() == at:
                return _chain(text, ends, heads, at - back)
        if text[at - 1 : at] == "的" and at - 1 in ends and _AS.search(text, 0, ends[at - 1].start):
            return _chain(text, ends, heads, at - 1)
        before = [heads[end] for end in (at - 1, at - 2) if end in heads and _joined(text, end, at)]
        if not before:
            break
        at = before[0]  # A、B和C: the title before A
    return []


def _joined(text: str, end: int, at: int) -> bool:
    """Whether nothing but 、 or 和 stands between two names."""
    more = MORE.match(text, end)
    return more is not None and more.end() == at


def _held_by(text: str, title: Title, heads: dict[int, int]) -> bool:
    """Whether a title is another's, who is named before it: 谢霁川作为通讯作者、博士生苗若溪."""
    taken = _TAKEN.search(text, max(0, title.start - 8), title.start)
    return taken is not None and taken.start() in heads


def _chain(text: str, ends: dict[int, Title], heads: dict[int, int], end: int) -> list[Title]:
    """The title that ends here and those joined to it: 副秘书长、市体育局|副局长."""
    chain: list[Title] = []
    while end in ends:
        title = ends[end]
        chain.append(title)
        left = title.start
        while left > 0 and text[left - 1] in HAN and title.start - left < 24:
            left -= 1
            if left in ends:
                break
        between = text[left : title.start]
        if any(left < other <= title.start for other in heads):  # 联席主席|郭炳江在前政务司|司长许仕仁贪污案中
            break
        if left in ends and between and (between[0] in "是为由" or "是" not in between) and "的" not in between:
            end = left  # 北方矿业大学教授、专家组组长; but 被告|医院的代理律师
        elif left > 0 and text[left - 1] in "、兼" and left - 1 in ends and not _held_by(text, ends[left - 1], heads):
            end = left - 1
        else:
            break
    return chain[::-1]


def _titles_behind(words: Words, titles: list[Title], end: int) -> list[Title]:
    """The title behind a name: X,吕阳市副市长,… X(俱乐部董事长) … X担任…行长 … X,男,2015年起任…行长."""
    text = words.text
    vita = bool(_VITA.match(text, end))
    reach = text.find("。", end, end + 300) if vita else end + 30
    for index in range(bisect_left(titles, end, key=lambda title: title.start), len(titles)):
        title = titles[index]
        if title.start > reach:
            break
        between, after = text[end : title.start], text[title.end : title.end + 1]
        if between[:1] in (",", "(") and not _BREAK.search(between, 1):
            return [title] if (after == ")" if between[0] == "(" else after in (*",。;、", "")) else []
        held = _HELD.search(between)
        if held and (vita or not _BREAK.search(between)):
            if held.group()[0] in _WON and entry(title.core)[1] != "player":
                continue
            if held.group() in ("系", "是", "为") and kind_of(title.core) != "post":
                continue
            return [title]
    return []


def _begins(words: Words, start: int) -> bool:
    """Whether a surname can begin here: not in a word, nor after a lone character (科|雷先生) or a figure (2000余)."""
    if start == 0 or not words.boundary(start):
        return start == 0
    before = words.word(start - 1)
    return not before[-1].isdigit() and (len(before) > 1 or before not in HAN or before in stops())


def _short_forms(words: Words, titles: list[Title], names: dict[str, str], spots: dict[int, int]) -> Iterator[Person]:
    """A surname with a title behind it (邢教授, 孟老师): the one person of that surname, else as written."""
    text = words.text
    taken = {at for start, end in spots.items() for at in range(start, end)}
    for title in titles:
        for size, kind in ((2, "compound"), (1, "common")):
            start = title.start - size
            surname = text[max(0, start) : title.start]
            if start < 0 or start in taken or title.domain or surname not in surnames(kind) or surname in _VERBS:
                continue
            if words.crossing(start) or (start and text[start - 1] in HAN and known(text[start - 1 : title.start])):
                continue
            full = [name for name in names if name.startswith(surname) and names[name] in ("native", "masked")]
            if len(full) == 1 or _begins(words, start):
                name = full[0] if len(full) == 1 else text[start : title.end]
                yield Person(name, start, title.end, title.name, title.start, title.end, "", start, start)
            break
