"""What a clause says of the acts of the news: which class of act, and whether it is so, from its words and their cues.

停用 and 还在用 are one class (启用) with opposite polarity, so a paraphrase is found without a shared word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows

# How many characters stand between a cue and its act at most: 已(于24日22时恢复)通车, 计划(于5月18日面向公众)展出.
REACH = {"plan": 24, "irrealis": 20, "done": 16, "suspend": 8, "cancel": 8}
FARTHEST = 24
ELSE = 12
LONGEST = 40  # characters of the words that say the state
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
_OPTIONAL = re.compile(r"\(\?[<!=]+[^()]*(?:\([^()]*\)[^()]*)*\)|\[\^[^\]]*\](?:\{[\d,]+\})?|.\?")
_JOINED = re.compile(r"[并和、或及也就再]*")
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,12}的[\u4e00-\u9fff]{2,}")
_NO = "没未不"
_PREFIXES = frozenset("没未不被已还仍在")
SAYS_NOT = ("undone", "suspended", "cancelled", "denied")


@dataclass(frozen=True, slots=True)
class StatedAct:
    """The words `start:end` of a clause say that an act is in a state; `stop`: what is planned is its end.

    `takes_object`: 签署协议, but 大桥通车. `between` is what stands between the cues and the word (放弃B瓶检测).
    What follows the act goes on `until` the next one (获批 of 获批上市). A class of which a story has one ends
    in ! (合龙!).
    """

    classes: tuple[str, ...]
    state: str
    start: int
    end: int
    between: str
    until: int
    takes_object: bool
    stop: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The table's entries, and what each stands for."""

    entries: Alternatives
    plain: dict[str, tuple[tuple[str, str], ...]]
    grouped: dict[str, tuple[tuple[str, str], ...]]

    def meaning(self, match: re.Match[str]) -> tuple[tuple[str, str], ...]:
        return self.grouped[match.lastgroup] if match.lastgroup else self.plain[match[0]]

    def find(self, text: str) -> list[re.Match[str]]:
        """The entries in a text, the longest first, none within another."""
        found: list[re.Match[str]] = []
        last, size = 0, len(text)
        for at in self.entries.places(text, 0, size):
            match = self.entries.match(text, at, size) if at >= last else None
            if match and text[at] in _PREFIXES:
                longer = self.entries.match(text, at + 1, size)
                if longer and longer.end() > match.end():
                    continue  # 未装料 is 装料 negated, not 未装
            if match:
                found.append(match)
                last = match.end()
        return found


@cache
def _words() -> _Words:
    meanings: dict[str, list[tuple[str, str]]] = {}
    for name, state, words in rows("status_acts.tsv"):
        for word in words.split():
            meanings.setdefault(word, []).append((name, state))
    ordered = sorted(meanings, key=_width, reverse=True)
    plain = {word: tuple(meaning) for word, meaning in meanings.items() if _PLAIN.fullmatch(word)}
    groups = {word: f"w{number}" for number, word in enumerate(ordered) if word not in plain}
    grouped = {group: tuple(meanings[word]) for word, group in groups.items()}
    return _Words(Alternatives((groups.get(word, ""), word) for word in ordered), plain, grouped)


def _width(pattern: str) -> int:
    """About how many characters an entry must match: 签约 is tried before 签(?!名)."""
    return max(len(_OPTIONAL.sub("", option)) for option in pattern.split("|"))


@cache
def _operators(where: str) -> Alternatives:
    kinds = [(cell.split()[1], words.split()) for cell, words in rows("status_operators.tsv") if cell.startswith(where)]
    first = ("neutral", "irrealis")  # 不仅 before 不, 全力 before 全
    kinds.sort(key=lambda kind: first.index(kind[0]) if kind[0] in first else len(first))
    return Alternatives((kind, word) for kind, words in kinds for word in words)


def _is_operator(word: str) -> bool:
    pattern = _operators("before").beginning(word[:1])
    return pattern is not None and pattern.fullmatch(word) is not None


def acts_named(text: str) -> frozenset[str]:
    """The classes of all acts that a text names, whatever it says of their state."""
    return frozenset(
        part.strip("…!")
        for match in _words().find(text)
        for name, _ in _words().meaning(match)
        for part in name.split("+")
    )


def stated_acts(clause: str) -> Iterator[StatedAct]:
    """Every act whose state the clause says, in order."""
    if is_question(clause):
        return
    found = _words().find(clause)
    left = 0
    for number, match in enumerate(found):
        last = found[number - 1]
        if number and not _JOINED.fullmatch(clause, last.end(), match.start()):
            # 推迟 is what befalls a meeting and what befalls an act: 推迟开学, 一分钱没有垫付
            left = last.start() if _is_operator(last[0]) or last[0][-1] in _NO else last.end()
        until = len(clause)
        if number + 1 < len(found) and found[number + 1].start() == match.end():
            until = match.end()
        yield from _stated(clause, match, left, until)


_QUESTION = re.compile(r"[?？]|[吗么呢][。！!”]?$|会不会|有没有|是不是|能不能|要不要|该不该|可不可以|是否|能否|可否")


@lru_cache(maxsize=1024)
def is_question(clause: str) -> bool:
    """Whether a clause asks and states nothing: 降价了没有？, 会不会停课."""
    return bool(_QUESTION.search(clause))


def _stated(clause: str, match: re.Match[str], left: int, until: int) -> Iterator[StatedAct]:
    cues = _cues_before(clause, max(left, match.start() - FARTHEST), match.start())
    after = _operators("after").match(clause, match.end(), len(clause))
    kinds = [cue.lastgroup or "" for cue in cues] + ([after.lastgroup or ""] if after is not None else [])
    if "irrealis" in kinds:
        return
    if after is not None and after.lastgroup == "noun":
        if not _OBJECT_AFTER.search(match[0]) or after[0] in _NAMES_ONLY:
            return  # 停课的6个班, 开工仪式: the act is named, not stated
        after, kinds = None, kinds[:-1]  # 扣了手续费: an object
    start = min((cue.start() for cue in cues), default=match.start())
    end = after.end() if after is not None else match.end()
    if end - start > LONGEST:
        start = match.start()
    bare = not cues and after is None and not any("…" in name for name, _ in _words().meaning(match))
    if bare and _ATTRIBUTE.match(clause, match.end()):
        return  # 停运一年三个多月的大桥: what the thing was
    edges = [cue.end() for cue in cues], [*(cue.start() for cue in cues[1:]), match.start()]
    between = " ".join(clause[one:two] for one, two in zip(*edges, strict=bool(cues)))
    said: dict[tuple[str, bool], list[str]] = {}
    for name, own in _words().meaning(match):
        result = _combine(own, kinds)
        if own == "suspended" and "举行" in name and result == ("planned", True):
            result = ("suspended", False)  # 将推迟到2027年 puts it off now
        if result:
            said.setdefault(result, []).append(name)
    for (state, stop), names in said.items():
        yield StatedAct(
            _with_stages(_classes(names), state), state, start, end,
            between, until, all("…" in name for name in names), stop,
        )  # fmt: skip


def _classes(names: list[str]) -> tuple[str, ...]:
    """All classes of a word; one that is of several (停机) marks none of which a story has but one."""
    found = {name.replace("…", "") for all_of in names for name in all_of.split("+")}
    one_of = len(names) > 1
    return tuple(sorted(name.replace("!", "") if one_of else name for name in found))


@cache
def _stages() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(course) for course in rows("status_stages.tsv"))


def _with_stages(classes: tuple[str, ...], state: str) -> tuple[str, ...]:
    """The classes, and the later stages of what is not begun: 申报还没有交上去 is not 已获批准 either."""
    if state != "undone":
        return classes
    later = {
        stage
        for course in _stages()
        for at, name in enumerate(course)
        if name in classes
        for stage in course[at + 1 :]
        if stage not in classes and f"{stage}!" not in classes
    }
    return (*classes, *sorted(later))


# An act that has happened names nothing with the word that follows.
_OBJECT_AFTER = re.compile("[了上到下]$")
_NAMES_ONLY = frozenset(["的", "前", "后", "而", "以后", "以前", "之前", "之后", "以来", "时", "的话"])

# A cue does not reach over these: 罐体未破损、无泄漏 (two negations), 天没大亮就关了.
_EDGE = re.compile("[、却]|就(?!此)|而(?!且)")


def _cues_before(clause: str, left: int, right: int) -> list[re.Match[str]]:
    for edge in _EDGE.finditer(clause, left, right):
        left = edge.end()
    return [
        cue for cue in _operators("before").finditer(clause, left, right)
        if cue.lastgroup != "neutral" and right - cue.end() <= REACH.get(cue.lastgroup or "", ELSE)
    ]  # fmt: skip


def _combine(own: str, kinds: list[str]) -> tuple[str, bool] | None:
    """The state that a word's own and its cues' add up to, and whether what is planned is an end (将停课).

    None where nothing is said: an act that is only named (装料 without 已).
    """
    so = own in ("done", "act")
    flavour = own if own in SAYS_NOT else "undone"
    asserted, planned = own != "act", False
    for kind in reversed(kinds):
        match kind:
            case "negate" | "fail":
                so, flavour, asserted = not so, "undone", True
            case "suspend" | "cancel" | "deny":
                flavour = {"suspend": "suspended", "cancel": "cancelled", "deny": "denied"}[kind]
                so, asserted = not so, True
            case "plan":
                planned = asserted = True
            case "done" | "resume":
                asserted = True
    if not asserted:
        return None
    if planned:
        return "planned", not so
    return ("done" if so else flavour), False
