"""The words of the acts of the news (lexicon/status_acts.tsv), found in a text: the longest first, and whole ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows
from consistency.patterns import pattern
from consistency.tokens import cut, known

_PLAIN = pattern(r"[\u4e00-\u9fffA-Za-z]+")
_OPTIONAL = pattern(r"\(\?[<!=]+[^()]*(?:\([^()]*\)[^()]*)*\)|\[\^[^\]]*\](?:\{[\d,]+\})?|.\?")
# What stands before a word of the table, and begins others of it: 未装料 is 装料 negated, 照常开行 is 开行.
_LEADS = pattern("照常|照样|照旧|如期|按期|按时|正常|恢复|仍在|还在|正在|继续|重新|停止|暂停|[没未不被已还仍在]")


@dataclass(frozen=True, slots=True)
class Words:
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
            if match and (lead := _LEADS.match(text, at)):
                longer = self.entries.match(text, lead.end(), size)
                if longer and longer.end() > match.end():
                    continue
            if match and not _torn_from_word(text, match):
                found.append(match)
                last = match.end()
        return found


# What jieba joins with a verb without being part of a word: 不通车, 已停, 关了.
_JOINS = pattern(
    "[不没未无已被将正还再又就可能要也都在全仍均尚并遭获得了着过的上下到完好掉成出起来去回进开住走光于在]*"
)
_LONG = 3  # characters of an act's word that stands for itself wherever it is cut


def _torn_from_word(text: str, match: re.Match[str]) -> bool:
    """Whether the word is but a piece of others: 开赛 of 公开赛, 上学 of 登上学术期刊."""
    if len(match[0]) >= _LONG:
        return False
    start, end = match.span()
    at = 0
    for word in cut(text):
        begin, at = at, at + len(word)
        if at > start and (begin < start or begin < end < at) and known(word):
            rests = text[begin:start], text[end:at]
            return not all(_JOINS.fullmatch(rest) or (len(rest) > 1 and known(rest)) for rest in rests)
        if at >= end:
            return False
    return False


@cache
def act_words() -> Words:
    meanings: dict[str, list[tuple[str, str]]] = {}
    for name, state, words in rows("status_acts.tsv"):
        for word in words.split():
            meanings.setdefault(word, []).append((name, state))
    ordered = sorted(meanings, key=_width, reverse=True)
    plain = {word: tuple(meaning) for word, meaning in meanings.items() if _PLAIN.fullmatch(word)}
    groups = {word: f"w{number}" for number, word in enumerate(ordered) if word not in plain}
    grouped = {group: tuple(meanings[word]) for word, group in groups.items()}
    return Words(Alternatives((groups.get(word, ""), word) for word in ordered), plain, grouped)


def _width(pattern: str) -> int:
    """About how many characters an entry must match: 签约 is tried before 签(?!名)."""
    return max(map(len, _OPTIONAL.sub("", pattern).replace("(?:", "").split("|")))
