"""Posts that stand away from their holder's name: 免去X…副院长职务, X签字, 还兼着学院的副院长."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from consistency.grammar.names_words import Words, generic
from consistency.grammar.titles import Title, kind_of
from consistency.lexicon import rows
from consistency.patterns import pattern

_STOP = "。!?;\n"
# 免去谢霁川材料科学与工程学院副院长职务, 接受罗启铭辞去市长职务的请求
_MOVED = pattern(
    "(?:免去|免除|罢免|撤销|撤去|解除|终止|停止|暂停|接受|批准|同意|决定|任命|聘任|聘请|提名|推举|选举|保留|恢复|补选"
    "|增补|改聘)了?$"
)
_IS_MOVED = pattern(
    "(?:已经?|正式|昨日?|今日?)?(?:被|获|遭|因[^,。;]{2,10}被)?"
    "(?:免去|罢免|撤销|解除|停止|暂停|任命为|辞去|辞任|卸任|不再担任|不再兼任)"
)
_OFFICE = pattern(r"(?:\(主持工作\))?等?的?(?:领导|行政|党内|一切|全部)?(?:职务|一职|职位|等职|头衔|之职|职责|岗位)")
_REACH = 70  # characters from a name to the office that he is relieved of

# A clause that says without his name what the one just spoken of is: 还兼着学院的副院长, 他时任财务总监.
_SELF = pattern(
    "(?:(?P<who>他|她|其|此人|该人|后者)(?:本人|自己)?|(?:本人|自己))?"
    "(?P<also>过去|早先|早年|以前|先前|随后|其后|还|也|又|并|且|同时|目前|现在|当时|此前|之前|原先|原本|原来|本来|原|本"
    "|后来|如今|眼下|一度|曾经|曾|一直|至今|仍然|仍|已经|已|刚刚|刚)*"
    "(?P<held>兼着|兼任|身兼|担任|出任|现任|时任|历任|升任|调任|转任|接任|挂着|当上了?|做到了?|干到了?|任|是|系|为|成了|成为)"
)
_THIS = pattern("[这那][位名个]$")
_BE = frozenset(("是", "系", "为"))
_CLOSED = pattern(r"$|[,。;!?、)”\n]|(?:的)?(?:职务|一职|头衔|职位)|兼|和|及")
_ROOM = 26  # characters of such a clause before its title


def moved(words: Words, titles: list[Title], spots: Mapping[int, int], at: int, end: int) -> list[Title]:
    """The posts that somebody is named to or relieved of: behind a verb of moving, his name and before 职务."""
    text = words.text
    if not _MOVED.search(text, max(0, at - 6), at) and not _IS_MOVED.match(text, end):
        return []
    found: list[Title] = []
    for title in titles[bisect_left(titles, end, key=lambda title: title.start) :]:
        before = found[-1].end if found else end
        between = text[before : title.start]
        if title.end > end + _REACH or any(char in _STOP + ",(" for char in between):
            return []
        if any(before <= start < title.start for start in spots):
            return []
        found.append(title)
        if _OFFICE.match(text, title.end):
            return found
    return []


def carried(words: Words, titles: list[Title], spots: Mapping[int, int]) -> Iterator[tuple[int, Title]]:
    """Where the name stands of whom a clause without a name says that he holds a post, with the post."""
    text = words.text
    starts = sorted(spots)
    for title in titles:
        if kind_of(title.core) != "post":
            continue
        if _THIS.search(text, max(0, title.start - 2), title.start) and title.end not in spots:
            at = _spoken_of(text, starts, title.start, pronoun=True)
            if at is not None:
                yield at, title  # “…”章天成说。这位副局长守了两夜
            continue
        if not _CLOSED.match(text, title.end):
            continue
        clause = max(text.rfind(mark, max(0, title.start - _ROOM), title.start) for mark in _STOP + ",:“”(")
        if clause < 0 and title.start > _ROOM:
            continue
        said = _SELF.match(text, clause + 1)
        if not said or said.end() > title.start or any(clause < start < title.start for start in starts):
            continue
        if said["held"] in _BE and not (said["who"] or said["also"]):
            continue
        at = _spoken_of(text, starts, clause, bool(said["who"]))
        if at is not None:
            yield at, title


def _spoken_of(text: str, starts: list[int], clause: int, pronoun: bool) -> int | None:
    """The one person of the sentence so far; if there is none, and a pronoun, of the sentence before."""
    begin = max(text.rfind(mark, 0, clause + 1) for mark in _STOP) if clause >= 0 else -1
    here = starts[bisect_left(starts, begin + 1) : bisect_left(starts, max(clause, 0))]
    if not here and pronoun and begin > 0:
        before = max(text.rfind(mark, 0, begin) for mark in _STOP)
        here = starts[bisect_left(starts, before + 1) : bisect_left(starts, begin)]
        begin = before
    names = {text[start : start + 2] for start in here}
    return here[-1] if len(names) == 1 else None


@cache
def _heads() -> dict[str, re.Pattern[str]]:
    """Post -> a pattern of what the bodies that it heads end with."""
    return {post: re.compile("|".join(endings.split())) for post, endings in rows("title_bodies.tsv")}


_LOOKED = 6  # bodies of the kind that are looked at on the way back from a title, in as many blocks


def body_before(
    blocks: Sequence[Words], block: int, title: Title, before: Callable[[Words, int], tuple[int, int]]
) -> str:
    """The body that a title without one belongs to: the last of the kind that it heads named before; "" if none is."""
    ending = _heads().get(title.core)
    if ending is None or title.domain:
        return ""
    looked = 0
    for number in range(block, max(-1, block - _LOOKED), -1):
        words = blocks[number]
        limit = title.start if number == block else len(words.text)
        for match in reversed(list(ending.finditer(words.text, 0, limit))):
            looked += 1
            if looked > _LOOKED:
                return ""
            start, _ = before(words, match.end())
            name = words.text[start : match.end()]
            if not words.crossing(match.end()) and len(name) > len(match[0]) + 1 and name not in generic():
                return name
    return ""
