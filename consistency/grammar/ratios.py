"""Rules for parts and multiples: 成, 折, fractions, 倍, 番."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Measured
from consistency.grammar.numerals import HAN_DIGIT, Numeral, plus_half, read_numeral
from consistency.grammar.numerals_han import DIGITS, parse_han
from consistency.grammar.rules import rule
from consistency.patterns import pattern

_GROWTH = pattern(
    r"(?:增长|增加|增幅|增|提高|提升|上涨|涨幅?|高出|多出|超出|扩大|上升|攀升|激增|猛增|暴涨|飙升|多|高|快|大|贵|重|长)"
    r"(?:了|近|约|逾|超|超过|将近|不止|达|出|出了|了近|了约|了超过|达到了?|上?不止|为|高达){0,2}$"
    r"|(?:高出|多出|超出|贵出|高于|高过)[^，。；、0-9]{1,8}$"  # 高出中国市场三倍
)


@rule(
    r"分之(?:(?=[0-9])|(?P<over>[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?|几))",
    lead="number",
    starts="分",
    examples="""
        四分之一 = 25 % | 百分之五 = 5 % | 千分之三 = 0.3 % | 百分之五点三 = 5.3 % | 百分之15 = 15 %
        不到四分之一 = ..25 % less_than | 百分之百 = 100 % | 百分之二十三点五 = 23.5 %
        近三分之二 = ..66.6666666667 % less_than | 超过四分之三 = 75.. % more_than | 万分之五 = 0.05 %
        千分之一点五 = 0.15 % | 百分之1,111 = 1111 % | 百分之二三十 = 20..30 %
        百分之9，999 = 9999 % | 百分之30多 = 30..40 % more_than
        百 分 之 五 十 = 50 % | 百分之一 点五 = 1.5 % | 一 百 五 十 个 百 分 点 = 150 pp
        五分之一 = 20 % | 十分之一 = 10 % | 抬高了四分之一个百分点 = 0.25 pp | 加息四分之三厘 = 0.75 pp
    """,
    rejects="分之 | 三分 | 十分",
)
def fraction(match: re.Match[str], number: Numeral) -> Item | None:
    """A fraction is a percentage; one of a percentage point is a number of points."""
    over = _numeral(match["over"]) if match["over"] else read_numeral(match.string, match.end())
    if over is None or not number.number:
        return None
    factor = 100 / number.number
    end = match.end() if match["over"] else over.end
    low, high = _rounded(over.low * factor), _rounded(over.high * factor)
    share = None if over.number is None else _rounded(over.number * factor)  # none of 百分之二三十
    step = over.step * factor if factor <= 1 or share is None else 0.0
    whole = number._replace(end=end, low=low, high=high, number=share, step=step, mod=over.mod)
    points = _POINTS.match(match.string, end)
    if points is not None and share is not None:
        return Item(number.start, points.end(), Measured(whole, "pp", 0.01))
    return Item(number.start, end, Measured(whole, "%"))


_POINTS = pattern("个?百分点|厘(?!米)")


@rule(
    r"/(?P<under>[2-9]|10|100)(?![0-9/.:A-Za-z月])",
    lead="number",
    starts="/",
    examples="1/4 = 25 % | 2/3的选票 = 66.6666666667 % | 1/3 = 33.3333333333 % | 3/4的员工 = 75 %",
    rejects="4/5G | 2026/3/5 | 15/3 | 5/2 | 2026/27 | 1/2/3 | 24/7 | 3/5月",
)
def slash_fraction(match: re.Match[str], number: Numeral) -> Item | None:
    """A fraction with a slash."""
    under = int(match["under"])
    over = number.integer
    if over is None or not 0 < over < under or not number.arabic:
        return None
    if match.string[number.start - 1 : number.start] in ("/", "-", "."):
        return None
    share = _rounded(over * 100 / under)
    whole = number._replace(end=match.end(), low=share, high=share, number=share, step=0.0)
    return Item(number.start, match.end(), Measured(whole, "%"))


@rule(
    rf"成(?!果(?!子|农|树|园)|[为功立员绩长份分品熟交因像群])(?:(?P<half>半)|(?P<more>{HAN_DIGIT}))?",
    lead="number",
    starts="成",
    examples="""
        三成 = 30 % | 一成半 = 15 % | 近六成 = ..60 % less_than | 两成多 = 20..30 % more_than
        四成以上 = 40.. % equal_or_more | 七八成 = 70..80 % | 三成多 = 30..40 % more_than
        不到两成 = ..20 % less_than | 约六成五 = 65 % approx | 八成以上 = 80.. % equal_or_more | 两三成 = 20..30 %
        三成不到 = ..30 % less_than
    """,
    rejects="二成为 | 三成员 | 成为 | 五成熟 | 构成 | 三成长 | 九成功",
)
def tenths(match: re.Match[str], number: Numeral) -> Item | None:
    """成 is a tenth."""
    if number.high > 10:
        return None
    extra = 0.5 if match["half"] else 0.0
    if match["more"]:
        digit = read_numeral(match["more"], 0)
        extra = (digit.number or 0.0) / 10 if digit else 0.0
    if extra and number.number is not None:
        value = number.number + extra
        number = number._replace(low=value, high=value, number=value, step=0.1)  # 二成五 is not 两成
    return Item(number.start, match.end(), Measured(number._replace(end=match.end()), "%", 10.0))


@rule(
    r"折(?![叠射扣腾磨断算合返回戟服损旧])",
    lead="number",
    starts="折",
    examples="""
        打八折 = 80 % | 85折 = 85 % | 八五折 = 85 % | 九折 = 90 % | 七五折 = 75 % | 三点一折 = 31 % | 6.8折 = 68 %
        打三折 = 30 % | 六 点 五 折 = 65 % | 九 九 折 = 99 %
    """,
    rejects="三折叠屏 | 十折 | 折叠 | 五折叠 | 四折射",
)
def discount(match: re.Match[str], number: Numeral) -> Item | None:
    """折 is the share of the price that is left."""
    if number.number is None or number.number > 100 or number.number == 10:  # 十折 is no discount
        return None
    return Item(number.start, match.end(), Measured(number, "%", 10.0 if number.number < 10 else 1.0))


@rule(
    r"倍(?!增|率|数|速|感|受|加|镜|思)(?P<half>半)?",
    lead="number",
    starts="倍",
    examples="""
        是去年的3倍 = 2025; 3 x | 增至3倍 = 3 x | 增长2倍 = 3 x | 高出两倍 = 3 x | 上涨了三倍 = 4 x
        增长了近2倍 = ..3 x less_than | 增长2.5倍 = 3.5 x | 增加了1.5倍 = 2.5 x | 是原来的五倍 = 5 x
        同比增长3倍 = 4 x | 扩大到4倍 = 4 x | 提高了一倍 = 2 x | 2倍以上 = 2.. x equal_or_more
        近10倍 = ..10 x less_than | 相当于去年的1.8倍 = 2025; 1.8 x | 高出近三倍 = ..4 x less_than
        高出中国市场三倍以上 = 4.. x equal_or_more | 涨了5倍多 = 6..7 x more_than | 翻了一倍 = 2 x | 十几倍 = 11..19 x
    """,
    rejects="10倍镜 | 倍增 | 两倍速 | 5倍率",
)
def times(match: re.Match[str], number: Numeral) -> Item | None:
    """倍 as a ratio: after a verb of growth, one more."""
    before = match.string[max(0, number.start - 12) : number.start]
    grown = _GROWTH.search(before) is not None or (number.number == 1 and before.endswith(("翻", "翻了")))
    if match["half"] and number.number is not None:
        value = number.number + 0.5
        number = number._replace(low=value, high=value, number=value)
    return Item(number.start, match.end(), Measured(number, "x", 1.0, 1.0 if grown else 0.0))


@rule(
    r"番(?!茄|外|号|薯|禺)",
    lead="number",
    starts="番",
    examples="翻一番 = 2 x | 翻两番 = 4 x | 翻了一番 = 2 x | 翻了两番 = 4 x | 翻三番 = 8 x",
    rejects="一番话 | 一番 | 三番 | 两番薯 | 几番",
)
def doublings(match: re.Match[str], number: Numeral) -> Item | None:
    """番 counts doublings."""
    before = match.string[max(0, number.start - 3) : number.start]
    if "翻" not in before or number.number is None or number.number > 10:
        return None
    value = 2.0**number.number
    whole = number._replace(low=value, high=value, number=value, step=0.0)
    return Item(number.start, match.end(), Measured(whole, "x"))


# 厘 and 碼 are parts of rates beside words of interest only: 隔夜利率加半厘; but 三厘米, 五厘钱, 半碼布
_INTEREST = pattern("(?:利率|利息|年息|月息|[加减降升]息|息率|孳息|孳息率|收益率|按揭|拆息)[^。；;！？!?]{0,16}$")
_TO = pattern("(?:[至到为达报]|升上|加上|[是有付]|年息|月息|利率|息率)(?:约|近|了)?$")
_MOVED = ("加", "升", "减", "降")
_PART = {"厘": 1.0, "码": 0.25}


@rule(
    r"(?P<unit>[厘码])(?![米升克清定头])(?P<rest>[零一二三四五六七八九]{1,3}|[0-9]{1,3})?",
    lead="number",
    starts="厘码",
    examples="""
        隔夜利率升上三厘二五 = 3.25 % | 最优惠利率调低一厘 = 1 pp | 利率由2厘加到3厘 = 2 %; 3 % | 年息五厘 = 5 %
        央行升息1码 = 0.25 pp | 降息两码 = 0.5 pp | 按揭利率为4厘1 = 4.1 %
    """,
    rejects="三厘米 | 长了两厘 | 三码布 | 鞋码5码 | 一厘不差",
)
def interest(match: re.Match[str], number: Numeral) -> Item | None:
    """Rates of interest as they are told in Hong Kong, and steps of a quarter in Taiwan."""
    text = match.string
    before = text[max(0, number.start - 24) : number.start]
    if number.number is None or _INTEREST.search(before) is None:
        return None
    share = number.number
    if match["rest"]:
        digits = "".join(str(DIGITS.get(char, char)) for char in match["rest"])
        share += int(digits) / 10 ** len(digits)
    stands = match["rest"] or _TO.search(before) or text.startswith(_MOVED, match.end())  # 由2厘加到3厘
    rate = match["unit"] == "厘" and stands
    whole = number._replace(end=match.end(), low=share, high=share, number=share)
    return Item(number.start, match.end(), Measured(whole, "%" if rate else "pp", _PART[match["unit"]]))


@rule(
    r"半(?:(?P<points>个?百分点)|(?P<unit>[厘码])(?!米))",
    starts="半",
    examples="利率加半厘 = 0.5 pp | 抬高了半个百分点 = 0.5 pp | 升息半码 = 0.125 pp",
    rejects="半厘米 | 半码布 | 长了半厘",
)
def half_of_a_point(match: re.Match[str]) -> Item | None:
    """Half a percentage point, half a 厘."""
    if match["unit"] and _INTEREST.search(match.string[max(0, match.start() - 24) : match.start()]) is None:
        return None
    number = Numeral(match.start(), match.end(), match[0], 0.5, 0.5, 0.5, 0.1, arabic=False)
    item = Measured(number, "pp", _PART.get(match["unit"] or "", 1.0))
    return Item(match.start(), match.end(), item, match.start(), match.end())


@rule(
    "个半百分点",
    lead="number",
    starts="个",
    examples="累计加息两个半百分点 = 2.5 pp | 高出一个半百分点 = 1.5 pp",
    rejects="两个半月 | 两个百分点",
)
def points_and_a_half(match: re.Match[str], number: Numeral) -> Item:
    """Percentage points and a half."""
    return Item(number.start, match.end(), Measured(plus_half(number), "pp"))


_HALVES: dict[str, tuple[float, str, str | None]] = {
    "一半": (50.0, "%", None),
    "半数": (50.0, "%", None),
    "过半": (50.0, "%", "more_than"),
    "过半数": (50.0, "%", "more_than"),
    "减半": (0.5, "x", None),
    "翻倍": (2.0, "x", None),
    "翻番": (2.0, "x", None),
    "打对折": (50.0, "%", None),
    "半成": (5.0, "%", None),
    "半折": (50.0, "%", None),
}


@rule(
    r"一半(?![路天年])|半数|过半数?(?![年天百])|减半(?!径)|翻[倍番](?!茄)|打对折|(?<![一多大过])半(?:成(?![品功熟立为员年长了人])|折(?![叠断扇]))",
    starts=_HALVES,
    examples="""
        占一半 = 50 % | 一半以上 = 50.. % equal_or_more | 近一半 = ..50 % less_than | 超过半数 = 50.. % more_than
        占比首次过半 = 50.. % more_than | 税率减半 = 0.5 x | 销量翻番 = 2 x | 价格翻倍 = 2 x
        过半数同意 = 50.. % more_than | 超半数 = 50.. % more_than | 半数以上 = 50.. % equal_or_more
        不到一半 = ..50 % less_than | 打对折 = 50 % | 不到半成 = ..5 % less_than | 半折出售 = 50 %
    """,
    rejects="对折 | 一半天 | 减半径 | 过半年 | 半成品 | 多半成了 | 半折叠 | 翻番茄 | 半数字化",
)
def halves(match: re.Match[str]) -> Item | None:
    """A half, and twice as much, said without a number."""
    if match[0] == "半数" and match.string[match.end() : match.end() + 1] in ("字", "据", "码"):
        return None
    value, unit, mod = _HALVES[match[0]]
    number = Numeral(match.start(), match.end(), match[0], value, value, value, 0.0, mod, False)
    return Item(match.start(), match.end(), Measured(number, unit), match.start(), match.end())


def _numeral(word: str) -> Numeral | None:
    parsed = None if word[0].isdigit() and word.isascii() else parse_han(word)
    return Numeral(0, len(word), word, *parsed) if parsed else read_numeral(word, 0)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")
