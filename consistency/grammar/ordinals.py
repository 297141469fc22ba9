"""Rules for ordinals: ranks and numbers in a series, which count nothing and compare with one another only."""

from __future__ import annotations

import re
from functools import cache

from consistency.grammar.items import Item, Thing
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule
from consistency.grammar.units import any_unit, units
from consistency.lexicon import rows
from consistency.patterns import pattern

_STATING = {
    word: (code, int(lowest)) for code, lowest, words in rows("ordinals.tsv") for word in words.split()
}  # fmt: skip


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"[年天日周月届名度回型]|大(?![会使赛选学厦队道奖])|分钟|小时|秒|{any_unit()}")


_SERIES = (
    r"一(?:人民|时间|书记|集团|次性|线|手|产业|财经|大街|中学|小学|医院|师范|届董事会"
    r"|夫人|语言|责任|动力|生产力|反应|印象|桶金|梯队|中级|人称)"
    r"|二(?:人民|产业|中学|天|日|次世界|外国|炮兵)|三(?:方|者|产业|世界|人民|天|国|人称|帝国)|"
    r"[一二三四1-4]季"
)
_NAMES_BY_NUMBER = pattern(
    "号|次(?:列车|航班|高铁|动车|[区复][间兴]|自强|莒光|普悠玛|太鲁阁)|届[一二三四五六七八]中全会"
)
# 第二个周末, 第十三个月 are times, 第三个问题 is one of a list; so is what opens a clause: 第二家选在成都.
_LISTED = pattern("个(?:月|星期|礼拜|周末|交易日|工作日|年头|小时|季度|问题|原因|方面|特点|漏洞|环节|阶段)")
_OPENS = pattern(r"(?:^|[^\w”’」』)）])$")
_COUNTING = ("第次", "第个", "第大")
# 排名第五, 居全省第一, 世界第21: what stands before a rank that no measure word follows
_RANKED = pattern(
    "(?:排名|排位|排行|位次|名次|位列|名列|位居|列|居|排|排在|排到|升至|升到|跌至|降至|跌到|升居|退居)"
    "(?:在|为|仍是|是)?[^，。；：、,;:0-9]{0,6}$|(?:世界|全球|全国|国内|全省|全市|亚洲|积分榜|榜上?|倒数)$"
)
_EVER = pattern("(?:人生|生涯|生平|史上|历史上?|以来|有生以来|这辈子|平生)的?$")


@rule(
    rf"第[ ]?(?!{_SERIES})(?P<n>[0-9]+|"
    rf"[零〇一二三四五六七八九十百千万两]+)(?P<more>[、,至到和-](?:第)?(?:[0-9]+|"
    rf"[一二三四五六七八九十]+)(?=[名位届次条]))?",
    starts="第",
    examples="""
        第13位 = 13 第位 ordinal | 第117号令 = | 第三名 = 3 第位 ordinal | 第9号台风 = | 第九届 = 9 届 ordinal
        第二十届三中全会 = | 第2310次列车 = | 第89分钟 = 89 第分钟 ordinal | 排名第五 = 5 第位 ordinal
        第二、三位 = 2 第位 ordinal
        第12位 = 12 第位 ordinal | 第1000万辆 = 10000000 辆 ordinal
        第三昂贵 = 3 ordinal | 第七次 = 7 第次 ordinal | 第五年 = 5 年 ordinal | 第二次 = 2 第次 ordinal
        第100天 = 100 天 ordinal | 第十四届 = 14 届 ordinal | 第三号通报 =
        第31个国家 = 31 第个 ordinal | 人生第一座奖杯 = 1 第个 ordinal | 第三度夺冠 = 3 第次 ordinal
        罢工第三回了 = 3 第次 ordinal | 世界排名第21的球手 = 21 第位 ordinal | 居全省第一 = 1 第位 ordinal
        第五轮谈判 = 5 第轮 ordinal | 第三十一封信 = 31 第封 ordinal | 以第二型为主 = 2 第型 ordinal
        全国第六大港口 = 6 第大 ordinal | 第四座跨江大桥 = 4 第个 ordinal | 队史上第一次捧杯 = 1 第次 ordinal
        水稻产量由全国第九升至第七 = 9 第位 ordinal; 7 第位 ordinal
        第4132次自强号 = | 进入第三个月 = 3 个 ordinal | 这是第三个问题 = 3 个 ordinal
        签了。第二家选在成都 = 2 家 ordinal
    """,
    rejects="""
        第三方 | 第一季度 | 第一人民医院 | 第一时间 | 第二天 | 第二季度 | 第一书记 | 第三产业 | 第二外国语 | 第一夫人
        第三世界 | 第二产业 | 第一手
    """,
)
def ordinal(match: re.Match[str]) -> Item | None:
    """A rank or number in a series; 第…号 is an identifier."""
    text = match.string
    number = read_numeral(text, match.start("n"))
    if number is None:
        return None
    end = max(number.end, match.end())
    if (named := _NAMES_BY_NUMBER.match(text, end)) is not None:
        return Item(match.start(), named.end(), Thing("identifier"))
    follows = _counted().match(text, end)
    unit = follows[0] if follows else None
    if unit and unit in units() and units()[unit].kind in ("unit", "money"):
        unit = None
    before = text[max(0, match.start() - 12) : match.start()]
    code, lowest = _STATING.get(unit or "", (unit, 0))
    opens = match.start() > 0 and _OPENS.search(before) is not None
    if unit is None and _RANKED.search(before):
        code = "第位"
    elif (code in _COUNTING and (opens or _LISTED.match(text, end))) or (
        number.low < lowest and not _EVER.search(before)
    ):
        code = unit
    return Item(match.start(), end + len(unit or ""), Thing("ordinal", number, code), number.start, number.end)


@rule(
    r"(?:头|第一)把交椅|(?<=[居占登列上位回])榜首|(?<=[居占列])首位|(?<=[居占列][全世亚][国省市球界洲])首位|(?<=[拿夺获得])头名",
    starts="头第榜首",
    examples="""
        坐上行业头把交椅 = 1 第位 ordinal | 位居榜首 = 1 第位 ordinal | 居全国首位 = 1 第位 ordinal
        以小组赛不败夺得头名 = 1 第位 ordinal
    """,
    rejects="首位登月者 | 头名状",
)
def first_place(match: re.Match[str]) -> Item:
    """The first rank, by the words for it."""
    first = Numeral(match.start(), match.end(), match[0], 1.0, 1.0, 1.0, 1.0, arabic=False)
    return Item(match.start(), match.end(), Thing("ordinal", first, "第位"))


@rule(
    r"(?:(?:小|初|高)[一二三四五六]|[一二三四五六七八九]年级)[（(]?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]?班",
    starts="小初高一二三四五六七八九",
    examples="""
        高一（7）班 = 7 第班 ordinal | 初三(12)班的学生 = 12 第班 ordinal | 三年级2班 = 2 第班 ordinal
        高二五班 = 5 第班 ordinal
    """,
    rejects="高一班 | 高三7个班 | 三年级共有8个班 | 初一（7人）",
)
def school_class(match: re.Match[str]) -> Item | None:
    """The number of a class in its year."""
    number = read_numeral(match.string, match.start("n"))
    if number is None or number.integer is None:
        return None
    return Item(match.start(), match.end(), Thing("ordinal", number, "第班"), number.start, number.end)
