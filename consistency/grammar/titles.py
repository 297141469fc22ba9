"""Titles: where a text names a post or role (副市长, 首席财务官, 经济部长), and how two titles stand to one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from consistency.grammar.names_words import Wordlist, Words, surnames
from consistency.lexicon import rows

Relation = Literal["same", "refines", "different", "unrelated"]

_TIME = r"(?:(?<![日此目之以年月天先从])前|原|时任|现任|新任|拟任|候任|前任|继任)"
_RANK = (
    r"(?:常务副|第一副|第二副|执行副|高级副|资深副|联席|副|代理|代(?=.长)|临时|看守|署理|高级|资深|首席|名誉|荣誉"
    r"|执行|助理|常务|特邀|特聘"
    r"|总(?=领事|会计师|教练))"
)
_PREFIX = re.compile(rf"{_TIME}*{_RANK}*$")
_JOINT = re.compile(r"[、,]|兼(?:任)?|[和及暨]")
_NOT_MADE = frozenset(
    ("主任务", "会长期", "代表团", "代表队", "代表性", "专家组", "律师事务", "律师费", "秘书处", "记者会", "记者站")
)


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
}


def kind_of(title: str) -> str:
    """Whether a title names a post (one holder) or a role, by its core."""
    return _table().get(_split(title)[2], ("", "", "role"))[2]


def is_press(title: str) -> bool:
    """Whether the title is that of those who report, not of those reported on."""
    return _table().get(_split(title)[2], ("", "", ""))[1] == "press"


def is_plain(title: str) -> bool:
    """Whether the title is what anybody may be called: 村民, 消费者, 儿子."""
    return _table().get(_split(title)[2], ("", "", ""))[1] in ("person", "owner", "council", "rank")


def find_titles(words: Words) -> list[Title]:
    """All titles of a text from left to right, the longest at each place."""
    text, found = words.text, []
    last = 0
    for start, end in _titles().find(text):
        if start < last or (words.crossing(end) and not _runs_into_name(words, start, end)):
            continue
        if text[start : end + 2] in _NOT_MADE or text[start : end + 1] in _NOT_MADE:
            continue
        head = text[max(last, start - 8) : start]
        match = _PREFIX.search(head)
        prefix = match.group() if match else ""
        rank = re.sub(rf"^{_TIME}+", "", prefix)
        begin, domain = start - len(prefix), ""
        core = text[start:end]
        if core.endswith("总") and _titles().at(text, end - 1) > end:  # 副总|经理
            continue
        if core == "首席" and _titles().at(text, end) > end:
            continue
        room = min(begin - last, 14)
        if core in _WITH_DOMAIN and (field := _domains(_WITH_DOMAIN[core]).search(text[begin - room : begin])):
            begin, domain = begin - len(field.group()), field.group()
        if words.last[begin] < end and words.crossing(begin):  # 代表团|长
            continue
        if text.startswith("(主持工作)", end):
            end += len("(主持工作)")
        found.append(Title(begin, end, domain, rank, core))
        last = end
    return found


def _runs_into_name(words: Words, start: int, end: int) -> bool:
    """Whether the word that runs over a long title's end only joins its last character to a surname: 指挥长|龙建霆."""
    return (
        end - start > 2
        and words.first[end] == end - 1
        and words.last[end] == end + 1
        and words.text[end] in surnames("common")
    )


@lru_cache(maxsize=4096)
def _split(title: str) -> tuple[str, str, str]:
    """Domain, rank and core of a title standing alone; the core is "" where none is known."""
    bare = re.sub(r"\(主持工作\)$", "", title)
    for start in range(len(bare)):
        if _titles().at(bare, start) == len(bare):
            head = bare[:start]
            match = _PREFIX.search(head)
            prefix = match.group() if match else ""
            return head[: len(head) - len(prefix)], re.sub(rf"^{_TIME}+", "", prefix), bare[start:]
    return bare, "", ""


def compare_titles(a: str, b: str) -> Relation:
    """How two titles of one person stand: the same, one more precise, posts that exclude one another, or unrelated."""
    first = [part for part in _JOINT.split(a) if part] if not _split(a)[0] or "、" in a or "兼" in a else [a]
    second = [part for part in _JOINT.split(b) if part] if not _split(b)[0] or "、" in b or "兼" in b else [b]
    found = {_compare_single(one, other) for one in first for other in second}
    if len(first) == len(second) == 1:
        return found.pop() if found else "unrelated"
    if "same" in found or "refines" in found:
        return "refines"
    return "different" if found == {"different"} else "unrelated"


_COMPATIBLE = {frozenset(pair) for pair in (
    ("总裁", "总经理"), ("总裁", "首席执行官"), ("总经理", "首席执行官"), ("董事长", "首席执行官"), ("厂长", "总经理"),
    ("总裁", "行长"), ("社长", "总裁"), ("社长", "董事长"), ("主席", "董事长"), ("行长", "董事长"), ("店长", "总经理"),
    ("矿长", "总经理"), ("首席技术官", "技术总监"), ("主任", "主任科员"), ("领队", "队长"), ("董事长", "监事长"),
)}  # fmt: skip
_SOFT = frozenset(("高级", "资深", "首席", "特邀", "特聘"))
_RANKED = frozenset(("教授", "研究员", "组长", "负责人", "书记"))  # roles whose deputies are others
_HONORARY = ("名誉", "荣誉", "特邀", "联席")


def _compare_single(a: str, b: str) -> Relation:
    domain_a, rank_a, core_a = _split(a)
    domain_b, rank_b, core_b = _split(b)
    table = _table()
    if not core_a or not core_b:
        return "same" if a == b else "unrelated"
    (core_a, ladder_a, kind_a), (core_b, ladder_b, kind_b) = table[core_a], table[core_b]
    if core_a != core_b and core_b == "部长" and core_a.endswith(core_b):  # 外交部长 (for 外长) and 部长
        domain_a, core_a = domain_a + core_a[: -len(core_b)], core_b
    elif core_a != core_b and core_a == "部长" and core_b.endswith(core_a):
        domain_b, core_b = domain_b + core_b[: -len(core_a)], core_a
    if any(rank.startswith(_HONORARY) for rank in (rank_a, rank_b)) and rank_a != rank_b:
        return "unrelated"
    if core_a != core_b:
        if kind_a != "post" or kind_b != "post" or ladder_a != ladder_b or rank_a or rank_b:
            return "unrelated"
        return "refines" if frozenset((core_a, core_b)) in _COMPATIBLE else "different"
    related = _compare_domains(domain_a, domain_b)
    if related == "different":
        return "different" if kind_a == "post" else "unrelated"
    if rank_a == rank_b:
        return related
    plain_a, plain_b = "副" in rank_a, "副" in rank_b
    if plain_a and plain_b:
        return "refines" if "副" in (rank_a, rank_b) else "different"
    if plain_a != plain_b or "助理" in rank_a + rank_b:
        if {rank_a, rank_b} & _SOFT:
            return "different"
        return "different" if kind_a == "post" or core_a in _RANKED else "unrelated"
    return "refines"


def _compare_domains(a: str, b: str) -> Relation:
    a, b = (re.sub(r"[、与和及]|业务|事务", "", domain).removesuffix("部") for domain in (a, b))
    if a == b:
        return "same"
    if not a or not b or a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a):
        return "refines"
    if set(a) <= set(b) or set(b) <= set(a):
        return "refines"
    return "different"
