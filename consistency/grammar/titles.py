"""Titles: where a text names a post or role (副市长, 首席财务官, 经济部长), and what they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from consistency.grammar.names_words import Words, followers, surnames
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

_TIME = r"(?:(?<![日此目之以年月天先从])前|原|时任|现任|新任|拟任|候任|前任|继任)"
_RANK = (
    r"(?:常务副|第一副|第二副|执行副|高级副|资深副|联席|副|代理|(?<![现年时换取替古朝世近当后历])代|临时|看守|署理|高级|资深|首席|名誉|荣誉"
    r"|执行|助理|常务|特邀|特聘|轮值|过渡"
    r"|总(?=领事|会计师|教练))"
)
_PREFIX = pattern(rf"{_TIME}*{_RANK}*$")
_TIMES = pattern(rf"^{_TIME}+")
_DEPUTY = pattern(r"(?:常务副|第一副|执行副|高级副|副|助理)\Z")
_OF_BODY = pattern(r"(?:办公室|办公厅|办事处|公署|联席会|联合会|学会|协会|培训|选举|竞选|岗位|候选|提名|人选|遴选)")
_NAMED_AFTER = pattern(
    r"(?:代表|专员|总统|总理|首相|主席|书记|省长|市长|县长|区长|部长|特首|长官|检察官|记者|律师|教师|医师|会计师|作家|法官|工程师)$"
)
_NOT_MADE = frozenset(lines("titles_not_made.txt"))


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a text: `domain` is the field of office (经济), `rank` what stands before the core (常务副)."""

    start: int
    end: int
    domain: str
    rank: str
    core: str

    @property
    def name(self) -> str:
        """The title as written, without time words such as 原."""
        return self.domain + self.rank + self.core


@cache
def _table() -> dict[str, tuple[str, str, str]]:
    return {title: (normal or title, ladder, kind) for title, normal, ladder, kind in rows("titles.tsv")}


@cache
def _titles() -> Wordlist:
    return Wordlist(_table())


@cache
def _domains(kinds: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted((word for word, its in rows("title_domains.tsv") if its in kinds), key=len, reverse=True))
    return re.compile(rf"(?:(?:{words})(?:[与和及暨、]|业务)?)+$")


_WITH_DOMAIN = {
    **dict.fromkeys(("部长", "大臣", "次官", "次长", "国务秘书"), ("ministry",)),
    **dict.fromkeys(("总裁", "总经理", "教练"), ("business",)),
    **dict.fromkeys(("总监", "经理", "主管"), ("business", "field")),  # 安全总监; but 国际 of X国际总裁 is the firm's
    "书记": ("party",),
    "负责人": ("duty",),
}


def kind_of(title: str) -> str:
    """Whether a title names a post (one holder) or a role, by its core."""
    return entry(split_title(title)[2])[2]


def entry(core: str) -> tuple[str, str, str]:
    """The normal form of a title's core, its ladder, and whether it is a post or a role; all "" if none is known."""
    return _table().get(core, ("", "", ""))


def bare(title: str) -> str:
    """The title without what stands before it and is no field of its office: 总指挥 of 抢险总指挥, all of 外交部长."""
    domain, rank, core = split_title(title)
    return domain + rank + core if core in _WITH_DOMAIN else rank + core


def is_press(title: str) -> bool:
    """Whether the title is that of those who report, not of those reported on."""
    return entry(split_title(title)[2])[1] == "press"


def is_plain(title: str) -> bool:
    """Whether the title is what anybody may be called: 村民, 消费者, 儿子."""
    return entry(split_title(title)[2])[1] in ("person", "owner", "council", "rank")


def find_titles(words: Words) -> list[Title]:
    """All titles of a text from left to right, the longest at each place."""
    text, found = words.text, []
    last = 0
    for start, end in _titles().find(text):
        if start < last or (words.crossing(end) and not _runs_into_name(words, start, end)):
            continue
        if _OF_BODY.match(text, end) and _NAMED_AFTER.search(text[start:end]):
            continue  # 贸易代表|办公室
        if text[start : end + 2] in _NOT_MADE or text[start : end + 1] in _NOT_MADE:
            continue
        head = text[max(last, start - 8) : start]
        match = _PREFIX.search(head)
        prefix = match.group() if match else ""
        rank = _TIMES.sub("", prefix) if prefix else ""
        begin, domain = start - len(prefix), ""
        core = text[start:end]
        if core.endswith("总") and _titles().at(text, end - 1) > end:  # 副总|经理
            continue
        if core == "首席" and _titles().at(text, end) > end:
            continue
        room = min(begin - last, 14)
        if core in _WITH_DOMAIN and (field := _domains(_WITH_DOMAIN[core]).search(text[begin - room : begin])):
            begin, domain = begin - len(field.group()), field.group()
            if not rank and (ahead := _DEPUTY.search(text, max(last, begin - 3), begin)):  # 副|行政|总监
                begin, rank = ahead.start(), ahead.group()
        if words.last[begin] < end and words.crossing(begin) and not _shares(words, begin, core):
            continue
        if text.startswith("(主持工作)", end):
            end += len("(主持工作)")
        found.append(Title(begin, end, domain, rank, core))
        last = end
    return found


def _runs_into_name(words: Words, start: int, end: int) -> bool:
    """Whether the word over a title's end only joins its last character to the next: 指挥长|龙建霆, 代表人|为.

    Of a short title the rest must look like a name, too: 副市长|江明远|说, but not 两市|长江|大桥.
    """
    if words.first[end] != end - 1 or words.last[end] != end + 1:
        return False
    behind = end + 3  # 江明远
    named = end - start > 2 or (behind < len(words.text) and followers().at(words.text, behind) > behind)
    return (words.text[end] in surnames("common") and named) or (end - start > 2 and words.text[end] in "是为由")


def _shares(words: Words, begin: int, core: str) -> bool:
    """Whether the word that runs into a title is none: 考古队|长 (not 代表团|长), 工信部|副部长, 县|政协主席."""
    if core[1:] == "长" and core[0] in "队局院所站馆台社行厂校省市县区旗镇乡署厅处科段组":
        return words.last[begin] == begin + 1
    if words.text[begin] == "副":
        return words.last[begin] == begin + 1
    return words.first[begin] == begin - 1 and words.text[begin - 1] in "省市县区州镇乡"


@lru_cache(maxsize=4096)
def split_title(title: str) -> tuple[str, str, str]:
    """Domain, rank and core of a title standing alone; the core is "" where none is known."""
    bare = re.sub(r"\(主持工作\)$", "", title)
    for start in range(len(bare)):
        if _titles().at(bare, start) == len(bare):
            head = bare[:start]
            match = _PREFIX.search(head)
            prefix = match.group() if match else ""
            return head[: len(head) - len(prefix)], _TIMES.sub("", prefix), bare[start:]
    return bare, "", ""
