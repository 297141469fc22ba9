"""Slips of the pen: what can be changed in a text as tired writers change it, and other words for the same values.

Each kind of slip is a row of `SLIPS`, each way to say a value in other words a row of `PARAPHRASES`; they look for
values with patterns of their own, so that what the program cannot read is changed too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from consistency.grammar.names import Names


@dataclass(frozen=True)
class Slip:
    """`text[start:end]` of a block replaced by `new`; `kind` is the row of the table that it is of."""

    kind: str
    block: int
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Page:
    """An article as slips are made in it: the folded texts of its blocks and the names in each."""

    texts: Sequence[str]
    names: Sequence[Names]


Maker = Callable[[Page, Random], Iterator[Slip]]

# A number that counts something; a time, an ordinal and a code have other names.
_NUMBER = re.compile(r"(?<![第A-Za-z0-9.,:/—~-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=\s?(?:%|[\u4e00-\u9fff]))")
_TIMES = "年月日号时点分秒届期楼栋版路线"
_WRITTEN = re.compile(
    r"(?<![一二三四五六七八九十百千万第几数零])(?:[二三四五六七八九]?十[一二三四五六七八九]?|[三四五六七八九])(?=[人名辆户家例间吨米])"
)
_NUMERALS = "一二三四五六七八九"
# 5万 and 5亿, 3万元 and 3万美元, 6% and 6个百分点.
_UNITS = {
    "万": "亿", "亿": "万", "美元": "元", "元": "美元", "%": "个百分点", "个百分点": "%", "公里": "米", "米": "公里",
    "吨": "公斤", "小时": "分钟", "分钟": "小时", "公顷": "亩", "平方公里": "平方米",
}  # fmt: skip
_UNIT = re.compile(rf"(?<=[\d万亿千])(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![/每])")
_DATELINE = r"(?!\s*(?:专?电|讯|报道))"
_DATE = re.compile(
    rf"(?P<year>(?<!\d)(?:19|20)\d\d)(?=年)|(?<!\d)(?P<month>1?\d)月(?P<day>[123]?\d)日{_DATELINE}"
    rf"|(?<![\d月])(?P<only>[123]?\d)日{_DATELINE}(?!元)|(?<!\d)(?P<hour>[12]?\d)(?=时(?:许|\d|[，。]))|(?P<half>上午|下午)"
)
# Characters that sound or look alike in names.
_ALIKE = (
    "伟玮炜维 明铭鸣 华桦骅 军君钧 丽莉 志智 建健 文雯 涛滔韬 强蔷 波博 平萍 林琳霖 芳方 生升 勇永 辉晖 杰洁 玲灵 静婧 "
    "宁凝 凯恺 海诲 成诚 国帼 春椿 峰锋 刚钢 祥翔 云芸 晓小 亚娅 红虹 立力 中忠 清青 兰岚 超朝 佳嘉 宇羽 欣新 良梁"
)
_SAYS = re.compile(r"(?:[^，。；：“”、\s]{0,6})?(?:表示|介绍|透露|指出|强调|坦言|认为|告诉|说(?!法|明)|称(?!为|号))")
# What is so, and the slip that turns it: the longer word first.
_STATES = {
    "已经": "尚未", "已于": "将于", "将于": "已于", "将在": "已在", "即将": "已", "尚未": "已经", "仍未": "已经",
    "并未": "已经", "未能": "已能", "没有": "已经", "暂停": "恢复", "恢复": "暂停", "取消": "保留", "计划": "已经",
    "正在": "已经", "已": "尚未",
}  # fmt: skip
_STATE = re.compile("|".join(f"(?<![早而])(?:{word})" for word in _STATES) + "(?!知|故|婚)")


def numbers(page: Page, rng: Random) -> Iterator[Slip]:
    """One digit another, or two swapped."""
    for block, text in enumerate(page.texts):
        for match in _NUMBER.finditer(text):
            if text[match.end()] not in _TIMES and (new := _misprint(match[0], rng)):
                yield Slip("number", block, *match.span(), new)
        for match in _WRITTEN.finditer(text):
            at = rng.choice([n for n, char in enumerate(match[0]) if char in _NUMERALS] or [-1])
            if at >= 0:
                other = rng.choice([n for n in _NUMERALS[1:] if n != match[0][at]])
                yield Slip("number", block, *match.span(), match[0][:at] + other + match[0][at + 1 :])


def _misprint(number: str, rng: Random) -> str:
    places = [n for n, char in enumerate(number) if char.isdigit()]
    swaps = [
        (a, b) for a, b in pairwise(places)
        if number[a] != number[b] and (a or number[b] != "0" or len(number) == 1)
    ]  # fmt: skip
    chars = list(number)
    if swaps and rng.random() < 0.5:
        a, b = rng.choice(swaps)
        chars[a], chars[b] = chars[b], chars[a]
    else:
        at = rng.choice(places)
        chars[at] = rng.choice([digit for digit in "123456789" if digit != number[at]])
    return "".join(chars)


def units(page: Page, rng: Random) -> Iterator[Slip]:
    """万 for 亿, dollars for yuan, points for per cent."""
    for block, text in enumerate(page.texts):
        for match in _UNIT.finditer(text):
            yield Slip("unit", block, *match.span(), _UNITS[match[0]])


def dates(page: Page, rng: Random) -> Iterator[Slip]:
    """Off by a day, ten days, a month, a year or an hour; morning for afternoon."""
    for block, text in enumerate(page.texts):
        for match in _DATE.finditer(text):
            new = ""
            if match["year"]:
                new = str(int(match["year"]) + rng.choice((-1, 1)))
            elif match["month"]:
                month, day = int(match["month"]), int(match["day"])
                new = f"{_off(month, 12, rng)}月{day}日" if rng.random() < 0.4 else f"{month}月{_off(day, 28, rng)}日"
            elif match["only"]:
                new = f"{_off(int(match['only']), 28, rng)}日"
            elif match["hour"]:
                new = str(_off(int(match["hour"]), 23, rng))
            elif match["half"]:
                new = "下午" if match["half"] == "上午" else "上午"
            yield Slip("date", block, *match.span(), new)


def _off(number: int, most: int, rng: Random) -> int:
    steps = (-1, 1, -10, 10) if most > 12 else (-1, 1)
    return rng.choice([number + step for step in steps if 1 <= number + step <= most] or [1])


def names(page: Page, rng: Random) -> Iterator[Slip]:
    """A character that sounds alike, or another person of the story."""
    people = sorted({person.name for names in page.names for person in names.people})
    for block, spans in enumerate(_people(page)):
        for start, end in spans:
            name = page.texts[block][start:end]
            alike = [
                name[:at] + other + name[at + 1 :]
                for at, char in enumerate(name) if at for group in _ALIKE.split() if char in group
                for other in group if other != char
            ]  # fmt: skip
            others = [other for other in people if other[:1] != name[:1] and len(other) in (2, 3)]
            new = rng.choice(alike) if alike and (rng.random() < 0.5 or not others) else ""
            new = new or (rng.choice(others) if others else "")
            if new:
                yield Slip("name", block, start, end, new)


def speakers(page: Page, rng: Random) -> Iterator[Slip]:
    """Another person, or another body, of the story said it."""
    people = sorted({person.name for names in page.names for person in names.people if len(person.name) > 1})
    bodies = sorted({body.name for names in page.names for body in names.organisations if len(body.name) > 2})
    for block, spans in enumerate(_people(page)):
        text = page.texts[block]
        spans_of_bodies = sorted({(body.start, body.end) for body in page.names[block].organisations})
        for known, those in ((people, spans), (bodies, spans_of_bodies)):
            for start, end in those:
                others = [one for one in known if one not in text[start:end] and text[start:end] not in one]
                if others and _SAYS.match(text, end):
                    yield Slip("speaker", block, start, end, rng.choice(others))


def _people(page: Page) -> list[list[tuple[int, int]]]:
    return [sorted({(one.start, one.end) for one in names.people if one.end - one.start > 1}) for names in page.names]


def states(page: Page, rng: Random) -> Iterator[Slip]:
    """What is done is said to be planned or not done, and the other way round."""
    for block, text in enumerate(page.texts):
        for match in _STATE.finditer(text):
            yield Slip("status", block, *match.span(), _STATES[match[0]])


SLIPS: dict[str, Maker] = {
    "number": numbers, "unit": units, "date": dates, "name": names, "speaker": speakers, "status": states,
}  # fmt: skip

_DIGITS = "零一二三四五六七八九"


def spelt(number: int) -> str:
    """A number below 100,000,000 in Chinese numerals."""
    if number >= 10000:
        high, low = divmod(number, 10000)
        return spelt(high) + "万" + (("零" if low < 1000 else "") + spelt(low) if low else "")
    found = ""
    for weight, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, weight)
        if digit:
            found += ("" if weight == 10 and digit == 1 and not found else _DIGITS[digit]) + name
        elif found and not found.endswith("零") and number:
            found += "零"
    return found or "零"


def _counts(match: re.Match[str]) -> str:
    return spelt(int(match[1]))


def _scaled(match: re.Match[str]) -> str:
    """1.2亿 is 12000万, 3.5万 is 35000."""
    number = round(float(match[1]) * 10000)
    return f"{number}{'万' if match[2] == '亿' else ''}"


def _dates(match: re.Match[str]) -> str:
    return f"{spelt(int(match[1]))}月{spelt(int(match[2]))}日"


def _share(match: re.Match[str]) -> str:
    whole, _, part = match[1].partition(".")
    if not part and whole[1:] == "0":
        return _DIGITS[int(whole[0])] + "成"
    return "百分之" + spelt(int(whole)) + ("点" + "".join(_DIGITS[int(digit)] for digit in part) if part else "")


def _clock(match: re.Match[str]) -> str:
    return f"{match[1]}:{match[2]}"


PARAPHRASES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<![第A-Za-z0-9.,:/—~零一二三四五六七八九十百千万亿-])(\d{1,4})(?=[人名辆户家例间])"), _counts),
    (re.compile(r"(?<![\d,.])(\d{1,4}\.\d{1,4})([万亿])(?=[元人吨户件])"), _scaled),
    (re.compile(rf"(?<!\d)(1?\d)月([123]?\d)日{_DATELINE}"), _dates),
    (re.compile(r"(?<![\d,.])(\d{1,2}(?:\.\d+)?)%"), _share),
    (re.compile(r"(?<!\d)([12]?\d)时([0-5]\d)分"), _clock),
)


def paraphrases(page: Page, rng: Random) -> Iterator[Slip]:
    """The same values in other words: 十二人 for 12人, 12000万 for 1.2亿, 三月五日 for 3月5日."""
    for block, text in enumerate(page.texts):
        for pattern, say in PARAPHRASES:
            for match in pattern.finditer(text):
                yield Slip("paraphrase", block, *match.span(), say(match))
