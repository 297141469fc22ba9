"""Rules for lengths of time: 两个半小时, 2小时08分41秒, 4年8个月, 一年三个多月, 45个工作日."""

from __future__ import annotations

import re
from dataclasses import replace

from consistency.grammar.items import Item, Measured
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import alternation, rule
from consistency.lexicon import rows

_UNITS: dict[str, tuple[str, float]] = {}
for _code, _factor, _words in rows("units_time.tsv"):
    for _word in _words.split():
        _UNITS[_word] = (_code, float(_factor))
_ORDER = {"a": 0, "mo": 1, "wk": 2, "d": 3, "h": 4, "min": 5, "s": 6}
# exact conversions from a coarser unit to the next finer ones
_EXACT = {("a", "mo"): 12, ("wk", "d"): 7, ("d", "h"): 24, ("h", "min"): 60, ("min", "s"): 60, ("h", "s"): 3600, ("d", "min"): 1440}
_NAME = alternation(sorted(_UNITS, key=len, reverse=True))
_COMPONENT = re.compile(rf"个?(?P<more>[多余来])?(?P<half>半)?(?P<unit>{_NAME})(?P<half2>半(?![年天个小月价]))?(?P<more2>[多余](?![元种个次家]))?")
_MINUTES = re.compile(r"分(?![之钱米公贝校行])")


@rule(
    rf"个?(?:[多余来])?半?(?:{_NAME})半?|分(?=[0-9零一二三四五六七八九十]+秒)",
    lead="number",
    examples={
        "2小时08分41秒": "7721 s",
        "3小时12分": "192 min",
        "两个半小时": "2.5 h",
        "4年8个月": "56 mo",
        "31个多小时": "31..32 h more_than",
        "一年三个多月": "15..16 mo more_than",
        "近16个月": "..16 mo less_than",
        "七天": "7 d",
        "五年多": "5..6 a more_than",
        "四百多天": "400..500 d more_than",
        "10年以上": "10.. a equal_or_more",
        "15至20年": "15..20 a",
        "45个工作日": "45 workday",
        "九个星期": "9 wk",
        "三刻钟": "45 min",
        "58分钟": "58 min",
        "一年半": "1.5 a",
        "13分20秒": "800 s",
    },
    rejects=("2026年", "一天到晚"),
)
def duration(match: re.Match[str], number: Numeral) -> Item | None:
    """A length of time, in one or several units."""
    text = match.string
    components: list[tuple[Numeral, str, float]] = []
    at, current, more = number.end, number, False
    while True:
        part = _COMPONENT.match(text, at)
        if part is None:
            minutes = _MINUTES.match(text, at)
            follows = read_numeral(text, minutes.end()) if minutes else None
            if minutes is None or not (components or (follows and text.startswith("秒", follows.end))):
                break
            code, factor, end = "min", 1.0, minutes.end()
        else:
            if part["unit"] == "月" and not part[0].startswith("个"):
                break
            code, factor = _UNITS[part["unit"]]
            end = part.end()
        if components and (code not in _ORDER or _ORDER.get(code, 9) <= _ORDER.get(components[-1][1], 9)):
            break
        if current.number is None and components:
            break
        if part is not None and (part["half"] or part["half2"]) and current.number is not None:
            value = current.number + 0.5
            current = replace(current, low=value, high=value, number=value)
        components.append((current, code, factor))
        at = end
        if part is not None and (part["more"] or part["more2"]):
            more = True
            break
        if current.mod is not None:
            break
        following = read_numeral(text, at)
        if following is None:
            break
        current, at = following, following.end
    if not components:
        return None
    end = at if more or len(components) == 1 else at
    return _whole(number, components, _end(text, number, components), more)


def _end(text: str, number: Numeral, components: list[tuple[Numeral, str, float]]) -> int:
    last = components[-1][0]
    part = _COMPONENT.match(text, last.end) or _MINUTES.match(text, last.end)
    return part.end() if part else last.end


def _whole(first: Numeral, components: list[tuple[Numeral, str, float]], end: int, more: bool) -> Item | None:
    if len(components) == 1:
        number, code, factor = components[0]
        if more and number.number is not None:
            number = replace(number, high=number.number + 1.0, mod="more_than")
        return Item(first.start, end, Measured(number, code, factor, kind="duration"), first.start, number.end)
    finest = components[-1][1]
    total = 0.0
    for number, code, factor in components:
        if number.number is None:
            return None
        total += number.number * factor * _conversion(code, finest)
    high, mod = (total + 1.0, "more_than") if more or components[-1][0].mod == "more_than" else (total, None)
    whole = replace(first, end=end, low=total, high=high, number=total, step=1.0, mod=mod)
    return Item(first.start, end, Measured(whole, finest, kind="duration"))


def _conversion(code: str, finest: str) -> float:
    if code == finest:
        return 1.0
    if (code, finest) in _EXACT:
        return float(_EXACT[code, finest])
    return {"a": 365.2425, "mo": 30.436875, "wk": 7.0, "d": 1.0, "h": 1 / 24, "min": 1 / 1440, "s": 1 / 86400}[
        code
    ] / {"a": 365.2425, "mo": 30.436875, "wk": 7.0, "d": 1.0, "h": 1 / 24, "min": 1 / 1440, "s": 1 / 86400}[finest]


@rule(
    r"半(?P<ge>个)?(?P<more>多)?(?P<unit>年|月|小时|钟头|世纪|天|星期|学期)(?P<more2>多|余)?",
    examples={"半年": "0.5 a", "半个月": "0.5 mo", "半个小时": "0.5 h", "半小时": "0.5 h", "半个多月": "0.5..1 mo more_than"},
    rejects=("上半年", "下半月", "一年半年报"),
)
def half(match: re.Match[str], *_: object) -> Item | None:
    """Half of a year, a month, a day."""
    if match["unit"] == "月" and not match["ge"]:
        return None
    if match.string[max(0, match.start() - 1) : match.start()] in ("上", "下", "前", "后"):
        return None
    if match["unit"] == "年" and match.string[match.end() : match.end() + 1] in ("报", "度"):
        return None
    code, factor = _UNITS["个" + match["unit"] if "个" + match["unit"] in _UNITS else match["unit"]]
    more = bool(match["more"] or match["more2"])
    number = Numeral(
        match.start(), match.end(), match[0], 0.5, 1.0 if more else 0.5, 0.5, 0.5, "more_than" if more else None, False
    )
    return Item(match.start(), match.end(), Measured(number, code, factor, kind="duration"))
