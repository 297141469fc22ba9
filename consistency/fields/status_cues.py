"""The cues before an act (lexicon/status_operators.tsv): how far they reach, and the state that they add up to."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows
from consistency.patterns import pattern

# How many characters stand between a cue and its act at most: 已(于24日22时恢复)通车, 计划(于5月18日面向公众)展出.
REACH = {"plan": 24, "irrealis": 20, "done": 16, "suspend": 8, "cancel": 8}
FARTHEST = 24
ELSE = 12
SAYS_NOT = ("undone", "suspended", "cancelled", "denied")


@cache
def operators(where: str) -> Alternatives:
    """The cues that stand before or after an act, by what they do to it."""
    kinds = [(cell.split()[1], words.split()) for cell, words in rows("status_operators.tsv") if cell.startswith(where)]
    first = ("neutral", "irrealis")  # 不仅 before 不, 全力 before 全
    kinds.sort(key=lambda kind: first.index(kind[0]) if kind[0] in first else len(first))
    return Alternatives((kind, word) for kind, words in kinds for word in words)


# A cue does not reach over these: 罐体未破损、无泄漏 (two negations), 天没大亮就关了.
_EDGE = pattern(
    "(?P<aside>[（(][^（）()，。]{1,10}[）)])|[、却（）()：:；]|(?<![没有不将已曾会未])就(?!此)|而(?!且)"
)  # but over 将于9月21日（星期六）推出
# 没有获得支持的六项主张递交了…: what a cue says of the words before 的 it does not say of the act; unless a preposition
# stands between (没有就未获支持的主张提出上诉), which brings the cue nearer whatever it leads in.
_OF = pattern("^(?!一|任何).*的[\u4e00-\u9fffA-Za-z0-9 “]{2}")
LEADS_IN = pattern("^[就对向把将给为因从在按与和跟同以于由]|^针对|^根据|^关于")
_PLANNED_LONG = pattern("(?:筹[划备]|酝酿|规划|谋划|计划|准备|等[待了]?)[^，。]{1,6}的")
LED_IN = 24


def cues_before(clause: str, left: int, right: int) -> list[re.Match[str]]:
    """The cues in `left:right` of a clause that reach what stands at `right`."""
    for edge in _EDGE.finditer(clause, left, right):
        left = left if edge["aside"] else edge.end()
    return [cue for cue in operators("before").finditer(clause, left, right) if _reaches(cue, clause, right)]


def _reaches(cue: re.Match[str], clause: str, right: int) -> bool:
    between = clause[cue.end() : right]
    if cue.lastgroup == "neutral" or (cue.lastgroup in ("irrealis", "plan") and between.startswith("的")):
        return False
    if cue.lastgroup == "plan" and _PLANNED_LONG.match(cue[0] + between):
        return False  # 筹划逾廿年的大桥周一启用
    if cue.lastgroup not in ("negate", "irrealis"):
        return len(between) <= REACH.get(cue.lastgroup or "", ELSE)
    if LEADS_IN.match(between):
        return len(between) <= LED_IN
    if cue.lastgroup == "negate" and _OF.match(between):
        return False
    return len(between) <= REACH.get(cue.lastgroup, ELSE)


@lru_cache(maxsize=1024)
def combine(own: str, kinds: tuple[str, ...], ends: bool = False) -> tuple[str, bool] | None:
    """The state that a word's own and its cues' add up to, and whether what is planned is an end (将停课).

    None where nothing is said: an act that is only named (装料 without 已). `ends`: it is done only when it is over.
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
            case "ongoing" if ends and own == "act":
                so, asserted = False, True
            case "done" | "resume" | "ongoing":
                asserted = True
    if not asserted:
        return None
    if planned:
        return "planned", not so
    return ("done" if so else flavour), False
