"""What a sentence tells only in order to deny it: 网上“6月起涨价”系谣言, 被免职的说法，没有的事, 没有调价的计划."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from consistency.fields.status_acts import named_acts
from consistency.lexicon import rows
from consistency.patterns import pattern

LITTLE = 9  # characters before a verdict that name nothing denied by themselves: 该集团早前已予否认, 该说法不实
MOST = 40  # characters of what is denied
CONTENT = 18  # characters between 没有 and its 计划 at most


_NUMBER = pattern(r"[0-9]|[一二三四五六七八九十百]+[多余]?[人名户个]")
_QUOTED = pattern("“([^”]{2,})”")


@dataclass(frozen=True, slots=True)
class Denial:
    """The words `start:end` of a text say of its `content` (`told` is where that begins) that it is not so."""

    start: int
    end: int
    told: int
    content: str

    def states(self) -> dict[str, tuple[str, ...]]:
        """The states that the denial gives to the acts of the content, each with their classes."""
        found: dict[str, set[str]] = {}
        counted = bool(_NUMBER.search(self.content))
        for classes, so in named_acts(self.content):
            if counted and not so:
                continue  # “井下还埋着40多人”不实: it may be fewer
            found.setdefault("denied" if so else "done", set()).update(classes)
        return {state: tuple(sorted(classes)) for state, classes in found.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for name, entries in rows("status_denials.tsv"):
        words.setdefault(name, []).extend(entries.split())
    found = {name: re.compile("|".join(sorted(entries, key=len, reverse=True))) for name, entries in words.items()}
    any_of = {name: f"(?:{pattern.pattern})" for name, pattern in found.items()}
    found["cue"] = re.compile(f"{found['false'].pattern}|{found['says'].pattern}|事")
    found["verdict"] = re.compile(
        "(?<![信传造勿])(?<!关于)(?<!有关)(?:"
        rf"{any_of['falsely']}?{any_of['false']}(?:的?{any_of['falsehood']})?(?=$|[，。；！!”】）])"
        rf"|{any_of['nothing']}(?=$|[，。；！!”：])"
        rf"|(?P<says>{any_of['saying']}*{any_of['utters']}?{any_of['says']}{any_of['said']}*(?=$|[，。；！!”：])))"
    )
    found["no plan"] = re.compile(
        rf"{any_of['none']}(?:任何|什么|相关|所谓)?(?P<content>[^，。；]{{2,{CONTENT}}}?)[的之]?{any_of['plan']}(?=$|[，。；！!”])"
    )
    return found


@lru_cache(maxsize=1024)
def may_deny(sentence: str) -> bool:
    """Whether a sentence has a word that every denial has: of the verdict, or of what nobody plans."""
    return bool(_patterns()["cue"].search(sentence) or _patterns()["plan"].search(sentence))


@lru_cache(maxsize=1024)
def denial(sentence: str, lead: str = "") -> Denial | None:
    """What a sentence denies of what it or the one before (`lead`) tells, None where it denies nothing so.

    What is denied is in quotation marks, or stands behind the word for a rumour, else in the verdict's own clause, or
    (否认 alone) in the one before.
    """
    if not may_deny(sentence):  # it is found much faster
        return None
    sentence = sentence.replace(",", "，").replace(";", "；")
    verdict = _patterns()["verdict"].search(sentence)
    if verdict is None:
        return None
    begun = sentence.rfind("，", 0, verdict.start()) + 1
    rumour = _patterns()["rumour"].search(sentence, 0, verdict.start())
    told = rumour.end() if rumour else begun
    if rumour is None and verdict.start() - begun < LITTLE and verdict["says"]:
        told = sentence.rfind("，", 0, max(0, begun - 1)) + 1
    content = sentence[told : verdict.start()]
    if len(content) < LITTLE and (before := _patterns()["rumour"].search(lead)):
        content = lead[before.end() :] + content
    quoted = _QUOTED.findall(content)
    return Denial(verdict.start(), verdict.end(), told, "，".join(quoted) if quoted else content[-MOST:])


@lru_cache(maxsize=1024)
def no_plan(clause: str) -> Denial | None:
    """What a clause says nobody means to do, or does: 无进口鸡蛋之规划, 不存在停货安排."""
    found = _patterns()["no plan"].search(clause)
    return Denial(found.start(), found.end(), found.start("content"), found["content"]) if found else None
