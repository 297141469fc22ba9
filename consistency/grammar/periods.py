"""Rules for the named parts of a year or month: quarters, halves, seasons, ten days, their beginnings and ends."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import read_numeral
from consistency.grammar.rules import rule

_HAN = "零一二三四五六七八九十"


@rule(
    r"(?:第?(?P<from>[一二三1-3])(?:[、和至到-]第?)?(?P<to>[二三四2-4])季度|第?(?P<q>[一二三四1-4])季度|第(?P<q2>[一二三四1-4])季(?!度|[\u4e00-\u9fff]?赛|播|节目)|"
    r"(?P<q3>[一二三四])季(?=营收|净利|业绩|财报|报|末|度)"
    r"|(?P<h>(?<!晚)[上下]半年(?!度?报告)|半年报期)|(?P<s>[春夏秋冬](?:季(?!赛|招|攻)|天)|"
    r"(?<=[0-9]年)[春夏秋冬](?=[，。,；;、至到]|$))|(?P<t>(?:上中|中下|[上中下])旬|[上下]半月(?!刊|板))|(?P<q4>[Qq](?P<n4>[1-4])(?![0-9A-Za-z]))"
    r"|(?P<first>首季度?|头季)|(?<=年)(?P<month>首个?月)(?![球饼])|(?P<near>上一?个?|本|这一?个?|下一?个?)季度)",
    starts={
        *"1234Qq春夏秋冬",
        *(a + b for a in "一二三四" for b in "、和至到-第季一二三四1234"),
        *(a + b for a in "第" for b in "一二三四1234"),
        *(a + b for a in "上下" for b in "半旬中一个季"),
        *("半年", "中旬", "中下", "首季", "首月", "首个", "头季", "本季", "这一", "这个", "这季"),
    },
    examples="""
        2026年第二季度 = 2026-34 | 一季度 = 2026-33 | 上半年 = 2026-40 | 2025年下半年 = 2025-41
        三月中旬 = 2026-03-11/2026-03-20 | 2030年夏天 = 2030-22 | 今年第三季度 = 2026-35 | 3季度 = 2025-35
        去年四季度 = 2025-36 | 2月下旬 = 2026-02-21/2026-02-28 | 去年上半年 = 2025-40 | 明年二季度 = 2027-34
        2025年Q3 = 2025-35 | 4月上旬 = 2026-04-01/2026-04-10 | 2024年春季 = 2024-21 | 去年冬天 = 2025-24
        2026年第二季度试产,第四季度实现量产 = 2026-34; 2026-36 | 首季 = 2026-33 | 2025年首月 = 2025-01
        首季度 = 2026-33
        三、四季度 = 2025-07/2025-12 | 一二季度 = 2026-01/2026-06 | 2025年二至四季度 = 2025-04/2025-12
        3月上半月 = 2026-03-01/2026-03-15 | 8月中下旬 = 2025-08-11/2025-08-31 | 2026年春 = 2026-21
        上个季度 = 2025-36 | 本季度 = 2026-33 | 下季度 = 2026-34 | 去年第四季 = 2025-36 | 二季度末 = 2026-34 end
    """,
    rejects="""
        上半月刊 | 2026年秋刀鱼 | 四三季度 | 四季如春 | 第三方 | 第五季度 | 三季稻 | 前半年多 | 中秋 | 四季 | 春运
        冬奥会 | 秋千 | 夏令营 | 半年报
        春季赛 | 2026年首个月球基地
    """,
)
def part_of_year(match: re.Match[str]) -> Item | None:
    """A quarter, a half, a season, ten days of a month."""
    quarter = match["q"] or match["q2"] or match["q3"] or match["n4"]
    if match["month"]:
        return Item(match.start(), match.end(), When(month=1))
    if match["near"]:
        offset = {"上": -1, "本": 0, "这": 0, "下": 1}[match["near"][0]]
        return Item(match.start(), match.end(), When(quarter_offset=offset))
    if match["from"]:
        first, last = ((_HAN.find(word) if word in _HAN else int(word)) for word in (match["from"], match["to"]))
        if first >= last:
            return None
        period = f"R{first * 3 - 2}-{last * 3}"
    elif quarter:
        period = f"Q{_HAN.find(quarter) if quarter in _HAN else quarter}"
    elif match["h"]:
        period = "H1" if match["h"][0] == "上" else "H2"
    elif match["s"]:
        period = f"S{'春夏秋冬'.index(match['s'][0]) + 1}"
    elif match["t"]:
        period = _TENS[match["t"]]
    else:
        period = "Q1"
    return Item(match.start(), match.end(), When(period=period))


_TENS = {"上旬": "T1", "中旬": "T2", "下旬": "T3", "上半月": "T4", "下半月": "T5", "中下旬": "T6", "上中旬": "T7"}


@rule(
    r"(?P<year>[今去明])(?P<season>[春夏秋冬])(?![天季晚节分至令运])",
    starts={year + season for year in "今去明" for season in "春夏秋冬"},
    examples="今冬 = 2025-24 | 今春 = 2026-21 | 去冬今春 = 2025-24; 2026-21 | 明春 = 2027-21 | 今夏 = 2026-22",
    rejects="明春晚 | 今春节 | 去秋天",
)
def near_season(match: re.Match[str]) -> Item:
    """A season of this year, the last or the next; 今冬 is the winter nearest to publication."""
    offset = None if match[0] == "今冬" else {"今": 0, "去": -1, "明": 1}[match["year"]]
    period = f"S{'春夏秋冬'.index(match['season']) + 1}"
    return Item(match.start(), match.end(), When(year_offset=offset, period=period))


_YEAR_BEFORE = ("", "。", "，", ",", "；", ";", "\n", "“", *"年度的省市国县区州司")
_NOT_FIRST = tuple("之此提目以日事发生赛上开战亡案婚产")


@rule(
    r"(?:前|(?:(?<=[0-9零〇一二三四五六七八九]{4}年)|(?<=[今明去]年))(?P<last>后))(?P<n>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})(?:个?(?P<q>季度?)|个(?P<m>月)|(?P<m2>月)(?!份|"
    r"[0-9初底末上中下]))(?!后|内|前)",
    starts={a + b for a in "前后" for b in "0123456789一二两三四五六七八九十"},
    examples="""
        前三季度 = 2026-01/2026-09 | 2025年前三季度 = 2025-01/2025-09 | 今年前两个月 = 2026-01/2026-02
        去年前11个月 = 2025-01/2025-11 | 前三季 = 2026-01/2026-09 | 2024年前7个月 = 2024-01/2024-07
        2025年后三个月 = 2025-10/2025-12 | 去年后两个月 = 2025-11/2025-12
        全市前8月 = 2026-01/2026-08
    """,
    rejects="事发前三个月 | 前13个月 | 前五季度 | 此前3个月 | 之前2个月 | 开赛前6个月 | 5年后三个月",
)
def first_months(match: re.Match[str]) -> Item | None:
    """The first, or the last, months of a year."""
    number = read_numeral(match["n"], 0)
    count = number.integer if number else None
    if count is None:
        return None
    months = count * 3 if match["q"] else count
    before = match.string[match.start() - 1 : match.start()]
    if not 0 < months <= 12:
        return None
    if match["last"]:
        return Item(match.start(), match.end(), When(period=f"R{13 - months}-12"))
    if not match["q"] and (before in _NOT_FIRST if match["n"].isdecimal() else before not in _YEAR_BEFORE):
        return None
    return Item(match.start(), match.end(), When(period=f"R1-{months}"))


_EDGES = {"初": "start", "底": "end", "末": "end", "终": "end", "尾": "end", "头": "start", "中": "mid", "内": None}


@rule(
    r"(?<![0-9零一二三四五六七八九十半某每本当几数多来])(?:(?P<year>年)|(?P<month>月))(?P<edge>[初底末]|尾(?!款|声|"
    r"数|牌|号)|终(?!奖)|内(?!瓦|蒙)|中(?=[^国华心间央]|$))(?!考|检|评)"
    r"|岁(?P<edge2>[末初])|本年(?P<edge3>[初底末内])|本?月(?P<edge4>底|内|末|初)|"
    r"当年(?P<edge5>[底初末内])|(?P<edge6>年)关",
    starts={*(a + b for a in "年月" for b in "初底末尾终内中"), "岁末", "岁初", "本年", "本月", "当年", "年关"},
    examples="""
        年底 = 2025 end | 预计年底完工 = 2026 end | 年底前 = ../2026 before | 月底前评完标 = ../2026-03 before
        年初 = 2026 start | 2026年二季度试产,年内转入量产 = 2026-34; 2026 | 岁末 = 2025 end | 月内 = 2026-03
        本月底 = 2026-03 end | 2025年3月开工,年底完工 = 2025-03; 2025 end | 月初 = 2026-03 start | 年中 = 2026 mid
        当年底 = 2025 end | 本月初 = 2026-03 start
    """,
    rejects="年终奖 | 年内蒙古 | 年初考 | 2026年底 | 三年中 | 岁月",
)
def edge(match: re.Match[str]) -> Item | None:
    """The beginning, the middle or the end of the year, month or quarter that is spoken of."""
    text = match[0]
    word = next((match[f"edge{i}"] for i in (2, 3, 4, 5) if match[f"edge{i}"]), None) or match["edge"] or "末"
    mod = _EDGES[word]
    if "月" in text:
        if text == "月中" and match.string[match.end() : match.end() + 1] == "旬":
            return None
        return Item(match.start(), match.end(), When(vague=True, mod=mod))
    return Item(match.start(), match.end(), When(same_year=0, mod=mod))
