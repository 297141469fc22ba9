"""Rules for lengths of time: 两个半小时, 2小时08分41秒, 4年8个月, 一年三个多月, 45个工作日."""

from __future__ import annotations

import re

from consistency.grammar import bounds
from consistency.grammar.calendar import LASTING
from consistency.grammar.items import Item, Measured
from consistency.grammar.numerals import BARE_HALF, BARE_SCALES, HALF, Numeral, read_numeral
from consistency.grammar.numerals_han import DIGITS
from consistency.grammar.rules import alternation, rule
from consistency.grammar.units import TIMES
from consistency.lexicon import rows
from consistency.patterns import pattern

_UNITS: dict[str, tuple[str, float]] = {}
for _code, _factor, _words in rows("units_time.tsv"):
    for _word in _words.split():
        _UNITS[_word] = (_code, float(_factor))
_ORDER = {"a": 0, "mo": 1, "wk": 2, "d": 3, "h": 4, "min": 5, "s": 6}
# exact conversions from a coarser unit to the next finer ones
_EXACT = {
    ("a", "mo"): 12,
    ("wk", "d"): 7,
    ("d", "h"): 24,
    ("h", "min"): 60,
    ("min", "s"): 60,
    ("h", "s"): 3600,
    ("d", "min"): 1440,
}
_NAME = alternation(sorted(_UNITS, key=len, reverse=True))
_COMPONENT = pattern(
    rf"[ ]?个?(?P<more>[多余来])?(?P<half>半)?(?P<unit>{_NAME})"
    r"(?![代级薪会轻龄糕货画报鉴岁边围刊]|间隔|(?<=钟)[楼表摆点乳声])"
    r"(?P<half2>半(?![年天个小月价数路途]))?(?P<more2>[多余](?![元种个次家名人]))?"
)
# 2分04秒17: hundredths of a second, as the results of races are written
_HUNDREDTHS = pattern(
    r"(?:[0-9]{2}|[零〇一二三四五六七八九]{2})(?![0-9零〇一二三四五六七八九十百千万亿.:：%年月日时点米人名个次])"
)
_QUARTER = 1 / 3  # of a quarter of an hour: 一刻钟 is thirteen minutes, but not nine
_COUNTED = ("月", "钟")  # 3个月, 两个半钟; but 3月, 两钟
_HOURS = pattern("时(?!间)")
_NIGHTS = pattern("(?:[0-9]{1,2}|[两三四五六七八九十几])夜")  # 三天三夜
_MINUTES = pattern(r"分(?![之钱米公贝校行])")


@rule(
    rf"[ ]?个?(?:[多余来])?半?(?:{_NAME})|分(?=[0-9零一二三四五六七八九十]+秒)",
    lead="number",
    starts={*(name[0] for name in _UNITS), *" 个多余来半分"},
    examples="""
        2小时08分41秒 = 7721 s | 3小时12分 = 192 min | 两个半小时 = 2.5 h | 4年8个月 = 56 mo
        31个多小时 = 31..32 h more_than | 一年三个多月 = 15..16 mo more_than | 近16个月 = ..16 mo less_than
        七天 = 7 d | 五年多 = 5..6 a more_than | 四百多天 = 400..500 d more_than | 10年以上 = 10.. a equal_or_more
        15至20年 = 15..20 a | 45个工作日 = 45 workday | 九个星期 = 9 wk | 三刻钟 = 45 min | 58分钟 = 58 min
        两分多钟 = 2..3 min more_than | 八到十年 = 8..10 a | 三到四个月 = 3..4 mo | 一年半 = 1.5 a | 13分20秒 = 800 s
        至多30天 = ..30 d equal_or_less | 4个半小时 = 4.5 h | 3个小时 = 3 h | 一刻钟 = 15 min
        45分钟左右 = 45 min approx | 90秒 = 90 s | 七十二小时 = 72 h | 24小时内 = ..24 h equal_or_less
        两天两夜 = 2 d | 三个工作日 = 3 workday | 15个自然日 = 15 d | 一个半小时 = 1.5 h | 两年半 = 2.5 a
        三年多 = 3..4 a more_than | 十几天 = 11..19 d | 几十年 = 20..99 a | 近两个月 = ..2 mo less_than
        一年零三个月 = 15 mo | 5年零6个月 = 66 mo | 1小时25分 = 85 min | 2分30秒 = 150 s | 10余年 = 10..20 a more_than
        上百年 = 100.. a equal_or_more | 两周 = 2 wk | 一周以内 = ..1 wk equal_or_less | 三个季度 = 0.75 a
        两个世纪 = 200 a | 二十年以上 = 20.. a equal_or_more | 3到5年 = 3..5 a | 六至八周 = 6..8 wk
        12至18个月 = 12..18 mo | 10天左右 = 10 d approx | 48小时 = 48 h | 二十五年 = 25 a | 为期一年 = 1 a
        数月 = 2..9 mo | 还剩8天20时 = 212 h | 一两年 = 1..2 a | 数年 = 2..9 a | 几个小时 = 2..9 h
        几年内 = 2..9 a equal_or_less
        3天3夜 = 3 d
        不超过10个交易日 = ..10 workday equal_or_less | 三年六个月 = 42 mo | 三个工作天 = 3 workday | 两周半 = 2.5 wk
        2分04秒17 = 124.17 s | 59秒02 = 59.02 s | 两分零四秒一七 = 124.17 s | 9秒83 = 9.83 s | 2分04秒 = 124 s
        轮候三个钟 = 3 h | 四个半钟 = 4.5 h
        历时41个月 = 41 mo | 持续七天 = 7 d | 四个半月 = 4.5 mo | 一个多星期 = 1..2 wk more_than | 一整天 = 1 d
    """,
    rejects="""
        前一交易日 | 这几天 | 好几年 | 2026年 | 一天到晚 | 三年级 | 五年级学生 | 一天天 | 一年年 | 百年老店 | 千年古镇
        2024年报 | 三周岁 | 90年代
        3月5日 | 12点 | 万年历 | 5月 | 两钟 | 五个钟楼 | 两个钟表店
    """,
)
def duration(match: re.Match[str], number: Numeral) -> Item | None:
    """A length of time, in one or several units."""
    text = match.string
    components: list[tuple[Numeral, str, float]] = []
    if number.text in BARE_SCALES and not bounds.before(text, number.start):
        return None
    current: Numeral | None = number
    end, more, approx = number.end, False, False
    while current is not None:
        part = _COMPONENT.match(text, current.end)
        if part is not None and (part["unit"] not in _COUNTED or part[0].startswith("个") or current.text == "数"):
            code, factor = _UNITS[part["unit"]]
            current = current._replace(step=_QUARTER) if part["unit"] == "刻钟" else current
        elif components and components[-1][1] == "d" and (part := _HOURS.match(text, current.end)) is not None:
            code, factor = "h", 1.0  # 8天20时
        elif part is None and (part := _MINUTES.match(text, current.end)) is not None:
            seconds = read_numeral(text, part.end())
            if not components and not (seconds and text.startswith("秒", seconds.end)):
                break
            code, factor = "min", 1.0
        else:
            break
        if components and (
            code not in _ORDER or _ORDER[code] <= _ORDER.get(components[-1][1], 9) or current.number is None
        ):
            break
        groups = part.groupdict()
        if (groups.get("half") or groups.get("half2")) and current.number is not None:
            value = current.number + 0.5
            current = current._replace(low=value, high=value, number=value, step=HALF)
        components.append((current, code, factor))
        end = part.end()
        if code == "d" and (nights := _NIGHTS.match(text, end)) is not None:
            end = nights.end()
            break
        more = bool(groups.get("more") or groups.get("more2")) or "多" in part[0]
        approx = groups.get("more") == "来"
        if more or current.mod is not None or text[end - 1] == "半" or code not in _ORDER:
            break
        skip = text[end : end + 1] == "零" and text[end + 1 : end + 2] in "0123456789一二两三四五六七八九"
        current = read_numeral(text, end + skip)
    if components and number.text == "一" and text[end : end + 1] == text[end - 1]:
        return None  # 一天天
    if components and number.text == "一" and components[0][1] == "workday" and text[number.end] != "个":
        return None  # 前一交易日
    if components and components[-1][1] == "s" and (hundredths := _HUNDREDTHS.match(text, end)) and not more:
        last = components[-1][0]
        if last.exact and last.number is not None:
            digits = "".join(str(DIGITS.get(char, char)) for char in hundredths[0])
            value = round(last.number + int(digits) / 100, 2)
            components[-1] = (last._replace(low=value, high=value, number=value, step=0.01), "s", 1.0)
            end = hundredths.end()
    return _whole(number, components, end, more, approx) if components else None


def _whole(
    first: Numeral, components: list[tuple[Numeral, str, float]], end: int, more: bool, approx: bool
) -> Item | None:
    if len(components) == 1:
        number, code, factor = components[0]
        if approx:
            number = number._replace(mod="approx")
        elif more and number.number is not None:
            number = number._replace(high=number.number + 1.0, mod="more_than")
        return Item(first.start, end, Measured(number, code, factor, kind="duration"), first.start, number.end)
    finest = components[-1][1]
    total = 0.0
    for number, code, factor in components:
        if number.number is None:
            return None
        total += number.number * factor * _conversion(code, finest)
    high, mod = (total + 1.0, "more_than") if more or components[-1][0].mod == "more_than" else (total, None)
    whole = first._replace(end=end, low=total, high=high, number=total, step=1.0, mod=mod)
    return Item(first.start, end, Measured(whole, finest, kind="duration"))


def _conversion(code: str, finest: str) -> float:
    if code == finest:
        return 1.0
    if (code, finest) in _EXACT:
        return float(_EXACT[code, finest])
    return TIMES[code] / TIMES[finest]


@rule(
    r"半(?P<ge>个)?(?P<more>多)?(?P<unit>年|月|小时|钟头|世纪|天|星期|学期|分钟|秒钟?)(?P<more2>多|余)?",
    starts="半",
    examples="""
        半年 = 0.5 a | 半个月 = 0.5 mo | 半个小时 = 0.5 h | 半小时 = 0.5 h | 半个多月 = 0.5..1 mo more_than
        半个多小时 = 0.5..1 h more_than | 半个世纪 = 50 a | 晃了足足半分钟 = 0.5 min | 领先半秒 = 0.5 s
        大半年没回家 = 0.5..1 a more_than | 等了小半个月 = 0..0.5 mo less_than | 耽搁了大半个小时 = 0.5..1 h more_than
    """,
    rejects="上半年 | 下半月 | 一年半年报 | 下半年 | 半年报 | 半年度 | 上半月 | 等了半天 | 大半天 | 后半分钟",
)
def half(match: re.Match[str], *_: object) -> Item | None:
    """Half of a year, a month, a day; 大半 is more, 小半 less."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    if match["unit"] == "月" and not match["ge"]:
        return None
    if before in ("上", "下", "前", "后"):
        return None
    if match["unit"] == "天" and before in ("老", "大", "好", "了", "等"):
        return None
    if match["unit"] == "年" and match.string[match.end() : match.end() + 1] in ("报", "度"):
        return None
    code, factor = _UNITS["个" + match["unit"] if "个" + match["unit"] in _UNITS else match["unit"]]
    more = bool(match["more"] or match["more2"]) or before == "大"
    less = before == "小" and not more
    start, mod = match.start() - (before in ("大", "小")), "more_than" if more else "less_than" if less else None
    low, high = 0.0 if less else 0.5, 1.0 if more else 0.5
    number = Numeral(start, match.end(), match[0], low, high, 0.5, BARE_HALF, mod, False)
    return Item(start, match.end(), Measured(number, code, factor, kind="duration"))


@rule(
    r"日(?:(?=(?:之|以)?内|后|间(?![,，])|游|行程)|(?P<other>))",
    lead="number",
    starts="日",
    examples="""
        3日内 = ..3 d equal_or_less | 十日之内 = ..10 d equal_or_less | 5日游 = 5 d | 7日后 = 2026-03-12
        行政拘留15日 = 15 d | 停业整顿三日 = 3 d | 数日 = 2..9 d | 为期5日 = 5 d
        在港停航五日 = 5 d | 单次停留期限定为七日 = 7 d | 可逗留60日 = 60 d | 留足十日 = 10 d
        一连三日下半旗 = 3 d | 各停二日 = 2 d
    """,
    rejects="3月5日后 | 二月三日内 | 3月5日内 | 二月三日后 | 12日电",
)
def days(match: re.Match[str], number: Numeral) -> Item | None:
    """日 as a number of days."""
    if match.string[number.start - 1 : number.start] in ("月", "份"):
        return None
    lasting = number.text == "数" or LASTING.search(match.string, max(0, number.start - 5), number.start)
    if match["other"] is not None and not lasting:
        return None
    return Item(number.start, match.end(), Measured(number, "d", kind="duration"))
