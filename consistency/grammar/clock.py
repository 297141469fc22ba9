"""Rules for parts of the day, times of day, and the time zones they are named in."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import alternation, rule
from consistency.lexicon import rows
from consistency.patterns import pattern

PARTS = {word: part for part, words in rows("calendar_dayparts.tsv") for word in words.split()}
_LONG = alternation(sorted((w for w in PARTS if len(w) > 1), key=len, reverse=True))
ZONES = {word: zone for zone, words in rows("calendar_zones.tsv") for word in words.split()}
_MINUTE = r"[零〇]?[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九]"
_HOUR = r"[0-9一二三四五六七八九十]{1,3}[时点]"


@rule(
    rf"{_LONG}(?!党|报|茶|餐|饭|剧|高峰|场)|"
    rf"(?<=[日号天周一二三四五六])(?<!第.)[早晚夜](?![上间里已报期些年会于宴了餐饭稻婚晴点])|[晚早](?={_HOUR})",
    starts={*(word for word in PARTS if len(word) > 1), *"早晚夜"},
    examples="""
        昨天上午 = 2026-03-04TMO | 明天上午会有雨 = 2026-03-06TMO | 昨天下午会见 = 2026-03-04TAF
        3月5日下午 = 2026-03-05TAF | 昨日凌晨 = 2026-03-04TEM | 3月12日傍晚 = 2026-03-12TEV
        5日晚,现场 = 2026-03-05TNI | 周四晚前 = ../2026-03-05TNI before | 2日深夜 = 2026-03-02TNI
        昨天中午 = 2026-03-04TNO | 3日清晨 = 2026-03-03TMO | 上午9时至11时30分 = T09/T11:30
    """,
    rejects="""
        晚上班 | 下午茶 | 上午场 | 晚会 | 早报 | 晚报 | 上午茶 | 晚餐 | 早餐 | 春晚 | 晚年 | 早期 | 晚期 | 夜市 | 早已
    """,
)
def part_of_day(match: re.Match[str]) -> Item | None:
    """A part of the day."""
    if match[0] == "晚上" and match.string[match.end() : match.end() + 1] in ("班", "市"):
        return None
    return Item(match.start(), match.end(), When(part=PARTS[match[0]]))


@rule(
    rf"(?:时|点钟?)(?![间期代候速段刻机长]|事(?![故发件])|尚(?!有|未|无|不|在|需|存|余))(?:(?P<half>半)|(?P<quarter>[一三13])刻|"
    rf"(?P<zero>过?)(?P<minute>{_MINUTE})(?:分(?!钟|之)(?:(?P<second>{_MINUTE})秒)?|"
    rf"(?![0-9个万天人名年小块%.百千亿条项][^0-9])(?![0-9.%百千万亿]))|(?P<whole>整))?(?:钟)?(?![0-9])",
    lead="number",
    starts="时点",
    examples="""
        3月5日14时28分 = 2026-03-05T14:28 | 下午3点35分 = T15:35 | 昨天上午10点 = 2026-03-04T10
        今晚9时17分 = 2026-03-05T21:17 | 前天中午11点40分 = 2026-03-03T11:40 | 下午5点多 = T17 more_than
        3月12日傍晚六点半 = 2026-03-12T18:30 | 5日下午2时许 = 2026-03-05T14~ approx | 8日19时26分 = 2026-03-08T19:26
        2日14时事故发生 = 2026-03-02T14
        3月8日零时 = 2026-03-08T00 | 前天下午5点多 = 2026-03-03T17 more_than | 昨晚6点 = 2026-03-04T18
        23日晚8时 = 2026-02-23T20 | 9月8日3时41分 = 2025-09-08T03:41 | 19日晚间9时40分 = 2026-02-19T21:40
        3月12日18时30分 = 2026-03-12T18:30 | 周四下午2时30分左右 = 2026-03-05T14:30~ approx
        28日8时06分 = 2026-02-28T08:06 | 下午五点来钟 = T17~ approx | 上午九点三十分 = T09:30
        今天11时07分 = 2026-03-05T11:07 | 昨天清晨7点半 = 2026-03-04T07:30 | 昨日凌晨1点 = 2026-03-04T01
        昨天晚上12点 = 2026-03-05T00 | 3月1日9时至11时 = 2026-03-01T09/2026-03-01T11
        今天上午9点到下午5点 = 2026-03-05T09/2026-03-05T17 | 中午12点 = T12 | 八点一刻 = T08:15
        昨日24时 = 2026-03-05T00 | 3月4日20时30分15秒 = 2026-03-04T20:30:15 | 晚上10点05 = T22:05 | 下午两点 = T14
        晚上七点三刻 = T19:45 | 我10点零3分过的 = T10:03 | 截至8日6时30分 = 2026-03-08T06:30
        9月8日3时41分地震;8日19时26分又震 = 2025-09-08T03:41; 2025-09-08T19:26
        昨晚约8时30分 = 2026-03-04T20:30~ approx | 3月4日下午大约3点 = 2026-03-04T15~ approx
        下午差不多三点 = T15~ approx | 3日夜里快十点 = 2026-03-03T22~ approx
        昨晚约8时30分许 = 2026-03-04T20:30~ approx | 昨天下午两点半过后 = 2026-03-04T14:30~ approx
        7月23日18时至24日15时 = 2025-07-23T18/2025-07-24T15 | 昨日上午9时许 = 2026-03-04T09~ approx
    """,
    rejects="""
        三点建议 | 6个点 | 5点意见 | 3点5% | 25时 | 一点不差 | 两点希望 | 3点要求 | 一时间 | 百分点 | 3点建议
        五点要求 | 两点启示 | 一点进展 | 30点 | 小时候 | 三点看法 | 第3点 | 5点3% | 临时 | 平时 | 3点共识 | 4点原因
        26时 | 三点之中 | 最后一点
    """,
)
def clock(match: re.Match[str], number: Numeral) -> Item | None:
    """A time of day in hours, or hours and minutes."""
    hour = number.integer
    text = match.string
    if hour is None or not 0 <= hour <= 24 or text[number.start - 1 : number.start] in ("第", "每"):
        return None
    if match[0] == "点" and _POINTS.match(text, match.end()):
        return None
    if match[0] == "时" and not number.arabic and text[number.start - 1 : number.start] in ("一", "同"):
        return None
    if number.text in ("一", "两", "1") and match[0] == "点" and not _after_day_part(text, number.start):
        return None
    minute = second = None
    if match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = 15 if match["quarter"] in "一1" else 45
    elif match["minute"]:
        minute = _integer(match["minute"])
        second = _integer(match["second"]) if match["second"] else None
    elif match["whole"]:
        minute = 0
    return Item(number.start, match.end(), When(hour=hour, minute=minute, second=second))


_POINTS = pattern("[建要意原启问经看疑希感共思理教主想]|之[中一]")  # 三点|建议, 三点|之中
_DAY_PART = pattern(r"(?:[晨早上午间晚里夜日号天]|(?<!最)后|[ ])$")


def _after_day_part(text: str, at: int) -> bool:
    return _DAY_PART.search(text[max(0, at - 2) : at]) is not None


def _integer(word: str) -> int | None:
    number = read_numeral(word.lstrip("零〇") or "零", 0)
    return number.integer if number else None


@rule(
    r"[:：](?P<minute>[0-5][0-9])(?:[:：](?P<second>[0-5][0-9]))?(?![0-9:]|/)(?:[ ]?(?P<half>[ap]m|"
    r"[AP]M)(?![A-Za-z]))?",
    lead="number",
    starts=":：",
    examples="""
        3月5日14:28 = 2026-03-05T14:28 | 昨天 15:30 = 2026-03-04T15:30 | 上午9:05 = T09:05
        3月1日8:00-17:30 = 2026-03-01T08:00/2026-03-01T17:30 | 昨晚10:15 = 2026-03-04T22:15
        3月4日20:30:15 = 2026-03-04T20:30:15 | 14:35 登陆了 = T14:35 | 3月5日14：28 = 2026-03-05T14:28
        3月5日3:15pm = 2026-03-05T15:15 | 今晚8点至8点半 = 2026-03-05T20/2026-03-05T20:30 | 8:30-17:00 = T08:30/T17:00
    """,
    rejects="2:1 | 比分21:15 | 以21:19获胜 | 25:00 | 3:2 | 以25:23 | 比分15:11 | 1:100 | 12:345 | 30:00",
)
def digital_clock(match: re.Match[str], number: Numeral) -> Item | None:
    """A time of day with colons."""
    hour = number.integer
    if hour is None or hour > 24 or not number.arabic or len(number.text) > 2:
        return None
    if _SCORE.search(match.string, max(0, number.start - 4), number.start):
        return None
    second = int(match["second"]) if match["second"] else None
    if match["half"] and match["half"].lower() == "pm" and hour < 12:
        hour += 12
    return Item(number.start, match.end(), When(hour=hour, minute=int(match["minute"]), second=second))


_SCORE = pattern(r"(?:比分|比数|[以胜负平]|领先|落后|[0-9][:：][0-9]{1,2}[、,，])$")


@rule(
    rf"{alternation(sorted(ZONES, key=len, reverse=True))}"
    r"(?=[0-9昨今明前后上本周一二三四五六七八九十零凌早中下晚傍深星]|"
    r"[)）])|(?<![A-Za-z])(?:UTC|GMT)[+-][0-9]{1,2}(?::?[03]0)?",
    starts={*ZONES, "UTC", "GMT"},
    examples="""
        北京时间3月5日8时 = 2026-03-05T08 | 当地时间周日上午 = 2026-03-01TMO | 美东时间3月4日18时 = 2026-03-05T07
        协调世界时3月5日4时30分 = 2026-03-05T12:30 | 3月5日9时(UTC+9) = 2026-03-05T08
        东京时间5日10点 = 2026-03-05T09 | 格林尼治时间3月4日20:00 = 2026-03-05T04:00
        当地时间3月4日9时 = 2026-03-04T09 | 3月5日16时30分（当地时间） = 2026-03-05T16:30
        当地时间3月4日7时（北京时间15时） = 2026-03-04T07; 2026-03-04T15
        纽约时间3月4日9时30分 = 2026-03-04T22:30 | GMT时间3月5日6时 = 2026-03-05T14
    """,
    rejects="北京时间公司 | 当地时间尚早",
)
def time_zone(match: re.Match[str]) -> Item:
    """The time zone that a time is given in."""
    word = match[0]
    return Item(match.start(), match.end(), When(zone=ZONES.get(word, word)))
