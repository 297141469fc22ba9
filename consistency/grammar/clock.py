"""Rules for times of day."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule

PARTS = {
    "凌晨": "凌晨", "拂晓": "凌晨", "黎明": "凌晨", "清晨": "早", "早晨": "早", "早上": "早", "清早": "早", "一早": "早", "早间": "早",
    "上午": "上午", "中午": "中午", "正午": "中午", "午间": "中午", "午后": "下午", "下午": "下午", "傍晚": "傍晚",
    "晚上": "晚", "晚间": "晚", "夜间": "晚", "夜里": "晚", "深夜": "晚", "半夜": "半夜", "午夜": "半夜", "夜晚": "晚", "当晚": "晚", "入夜": "晚",
    "晚": "晚", "早": "早", "夜": "晚",
}  # fmt: skip
_MINUTE = r"[0-5]?[0-9]|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?"


@rule(
    r"凌晨|拂晓|黎明|清[晨早]|早[晨上间]|上午|中午|正午|午[间后夜]|下午|傍晚|晚[上间]|夜[间里晚]|深夜|半夜|入夜|(?<=[日号天])[早晚夜](?=[^上间里已报期些年会于宴了])"
    r"|[晚早](?=[0-9一二三四五六七八九十]{1,2}[时点])",
    examples={"昨天上午": "2026-03-04TMO", "3月5日下午": "2026-03-05TAF", "昨日凌晨": "2026-03-04TEM"},
)
def part_of_day(match: re.Match[str]) -> Item:
    """A part of the day."""
    return Item(match.start(), match.end(), When(part=PARTS[match[0]]))


@rule(
    rf"(?:时|点钟?)(?![间期代候速段刻点机长尚事])(?:(?P<half>半)|(?P<quarter>[一三13])刻|过?(?P<minute>{_MINUTE})(?:分(?!钟)(?:(?P<second>{_MINUTE})秒)?|(?![0-9个万天人名年小块%.])(?<![零〇]))|(?P<whole>整))?(?:钟)?(?![0-9])",
    lead="number",
    examples={
        "3月5日14时28分": "2026-03-05T14:28",
        "下午3点35分": "T15:35",
        "昨天上午10点": "2026-03-04T10",
        "今晚9时17分": "2026-03-05T21:17",
        "前天中午11点40分": "2026-03-03T11:40",
        "下午5点多": "T17 more_than",
        "3月12日傍晚六点半": "2026-03-12T18:30",
        "5日下午2时许": "2026-03-05T14~ approx",
        "8日19时26分": "2026-03-08T19:26",
        "3月8日零时": "2026-03-08T00",
    },
    rejects=("三点建议", "6个点", "5点意见", "3点5%", "25时"),
)
def clock(match: re.Match[str], number: Numeral) -> Item | None:
    """A time of day in hours, or hours and minutes."""
    hour = number.integer
    text = match.string
    if hour is None or not 0 <= hour <= 24:
        return None
    if match[0] == "点" and text[match.end() : match.end() + 1] in tuple("建要意原启问经看疑希感共思理教"):
        return None
    if match[0] == "时" and not number.arabic and text[number.start - 1 : number.start] in ("一", "同"):
        return None
    if number.text in ("一", "两") and match[0] == "点" and not _after_day_part(text, number.start):
        return None
    minute = second = None
    end = match.end()
    if match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = 15 if match["quarter"] in "一1" else 45
    elif match["minute"]:
        minute = _integer(match["minute"])
        second = _integer(match["second"]) if match["second"] else None
    elif match["whole"]:
        minute = 0
    return Item(number.start, end, When(hour=hour, minute=minute, second=second))


_DAY_PART = re.compile(r"(?:[晨早上午间后晚里夜日号天]|[ ])$")


def _after_day_part(text: str, at: int) -> bool:
    return _DAY_PART.search(text[max(0, at - 2) : at]) is not None


def _integer(word: str) -> int | None:
    number = read_numeral(word, 0)
    return number.integer if number else None


@rule(
    r":(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])",
    lead="number",
    examples={"3月5日14:28": "2026-03-05T14:28", "昨天 15:30": "2026-03-04T15:30", "上午9:05": "T09:05"},
    rejects=("2:1", "比分21:15"),
)
def digital_clock(match: re.Match[str], number: Numeral) -> Item | None:
    """A time of day with colons."""
    hour = number.integer
    if hour is None or hour > 24 or not number.arabic or len(number.text) > 2:
        return None
    if match.string[max(0, number.start - 2) : number.start] in ("比分", "比数", "以"):
        return None
    second = int(match["second"]) if match["second"] else None
    return Item(number.start, match.end(), When(hour=hour, minute=int(match["minute"]), second=second))
