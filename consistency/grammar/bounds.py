"""Words around a number that bound it: 超过 约 不足 before, 以上 左右 以内 after."""

from __future__ import annotations

from consistency.grammar.rules import alternation
from consistency.lexicon import rows
from consistency.patterns import pattern

_TABLE: dict[str, dict[str, str]] = {"before": {}, "after": {}}
for _side, _mod, _words in rows("bounds.tsv"):
    for _word in _words.split():
        _TABLE[_side][_word] = _mod

_BEFORE = _TABLE["before"]
_LONGEST = max(map(len, _BEFORE))
_LAST = frozenset(word[-1] for word in _BEFORE)
_AFTER = pattern(
    r"[ ]?(?P<mod>" + alternation(sorted(_TABLE["after"], key=len, reverse=True)) + r")(?!大(?![风雨雪浪])|年)"
    r"|(?P<more>多(?![种样元年次个数家少地人名位])|余(?![震额元热下]))"
    r"|(?P<less>[都也还]?不到(?![场位庭案岗现]|[一二三四五六七八九十0-9]))"  # 一公里不到, but not 5人不到场
)
# what makes a short word before a number another word: 最近, 附近, 通过, 经过, 条约
_NOT_BEFORE = pattern("(?:[最附靠临邻远就新贴]近|[通经不度走路渡穿跨飞驶路来]过|[条合预制大节纽契签特]约|[高赶反]超)$")


def before(text: str, start: int) -> tuple[int, str] | None:
    """Where the bounding word before `start` begins, and what it says."""
    at = start
    for _ in range(2):  # 至少需要10年, 超过了300人
        if at and text[at - 1] in " 了达有为在到需要用花占":
            at -= 1
    for position in (start, at):
        if position and text[position - 1] in _LAST:
            for length in range(min(_LONGEST, position), 0, -1):
                mod = _BEFORE.get(text[position - length : position])
                if mod is not None:
                    head = text[max(0, position - length - 1) : position]
                    if length == 1 and _NOT_BEFORE.search(head):
                        continue
                    if (
                        length == 1
                        and mod != "approx"
                        and text[position - 1] in "上过"
                        and text[start : start + 1] not in "百千万亿"
                    ):
                        continue
                    return position - length, mod
    return None


def after(text: str, end: int) -> tuple[int, str] | None:
    """Where the bounding word after `end` ends, and what it says."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    if match["more"]:
        return match.end(), "more_than_step"
    if match["less"]:
        return match.end(), "less_than"
    return match.end(), _TABLE["after"][match["mod"]]
