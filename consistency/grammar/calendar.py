"""Rules for the plain calendar: dates in figures, years, months, days."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import Numeral
from consistency.grammar.rules import rule
from consistency.patterns import pattern

_POSITIONAL2 = pattern(r"[零〇一二三四五六七八九]{2}")
_POSITIONAL = pattern(r"[零〇○一二三四五六七八九]{4}")
_DAY_CONTEXT = pattern(
    r"[上下早晚中凌傍清深夜午前起到至当那就在以之开首和与,。;、:?!()（），；：？！” 的是有我他她又才也还，]|$"
)
_BEFORE_DAY = frozenset(",，。;；、:：(（“ \n到从自于在至截的是了就也今而和与及—-~昨前起?？!！以等")
_HAN_MONTH = pattern("[一二三四五六七八九十]{1,2}月")  # 两千零四年八月
_MONTH_NEXT = pattern("[0-9]{1,2}月[0-9]{1,2}日")
_MINGUO_NEXT = pattern("[0-9]{1,2}月(?!子)|[底初]")
_MONTH = r"0?[1-9]|1[0-2]"
_LENGTH = pattern("[来以间内多后前的里时期、至到,，。]|$")
_IN = pattern("(?<!现|存)[在于自从](?:民国)?$")
_ACT = pattern(r"(?![来以间内多后前的里时期、至到之左上下])[\u4e00-\u9fff]")
_EDGE = pattern("[底初末](?![薪步期])|[春夏秋冬](?=[，。,；;、]|$)")
# 拘留15日, 期限定为七日, 停航三日
LASTING = pattern(
    "(?:拘留|为期|历时|停[业产职航课工牌运诊播飞演赛]|[禁停]赛|连续|长达|持续|逗留|停留|居留|滞留|期限|时限|限期|缓期"
    "|隔离|休[市战馆假]|闭[馆园店]|关闭|封[控闭]|延长|展期|宽限|顺延|悬挂|服[役刑]|羁押|收押|还押|扣押|监禁|入狱|住院)"
    "(?:了|整改|整顿|定?为|至|到|共|达|满|观察)?$|(?:失踪|失联|走失|被困|被扣|昏迷|死亡|离家|出走)(?:了|已经?)?(?:有|近|达|满|逾|超过)$"
    "|已(?:经|有)?(?:超过|逾|满)(?:了)?$|(?:一连|[留住等停待]足|各停)$"
)
_AGO = pattern("距离?今(?:天|日)?(?:已|有|约|大约|已有|近|整整)*$|(?:历时|绵延|沉睡了?)$")
_DAY = r"3[01]|[12][0-9]|0?[1-9]"


@rule(
    rf"(?<![0-9.])(?=[0-9]{{4}}(?:-[0-9]{{1,2}}-|/[0-9]{{1,2}}/| [01][0-9] [0-3][0-9](?! ?[0-9])|"
    rf"[.][0-9]{{1,2}}[.]))(?P<y>[12][0-9]{{3}})[-/. ](?P<m>{_MONTH})[-/. ](?P<d>{_DAY})"
    r"(?:(?![0-9.]|-[0-9])|(?=[0-2][0-9]:[0-5][0-9](?![0-9])))(?:[T ]{0,3}(?P<hour>[01]?[0-9]|"
    r"2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:\.[0-9]+)?)?(?P<zone>Z|"
    r"[+-][0-9]{2}:?[0-9]{2}(?![0-9./年-]))?(?![0-9]))?",
    starts="0123456789",
    examples="""
        2026-03-05 = 2026-03-05 | 2026/3/5 = 2026-03-05 | 2026.03.05 = 2026-03-05
        2026 年 3 月 5 日 14 时 28 分 = 2026-03-05T14:28 | 3 月 5 日至 8 日 = 2026-03-05/2026-03-08
        2026 年初 = 2026 start
        2026-03-05T14:28:00+08:00 = 2026-03-05T14:28:00 | 2026-03-18 21:15 = 2026-03-18T21:15 | 1998-12-1 = 1998-12-01
        2026-03-05 08:30 = 2026-03-05T08:30 | 2026/03/05 = 2026-03-05 | 2026.3.5 = 2026-03-05
        2018-12-1209:03 = 2018-12-12T09:03 | 2026 03 05 星期四 = 2026-03-05
        2025.05.29 15:20-2026.01.12 12:10 = 2025-05-29T15:20/2026-01-12T12:10
    """,
    rejects="""
        2026-13-05 | 1.2026.3.5.1 | 2026-03-055 | 版本2026.3 | 2026-02-32 | 12026-3-5 | 2026-3-5-7 | 1.2026.3.5
        2026 13 05 | 2026 03 05 07
    """,
)
def numeric_date(match: re.Match[str]) -> Item:
    """A date in figures, with or without a time."""
    hour, minute, second = (int(match[name]) if match[name] else None for name in ("hour", "minute", "second"))
    when = When(int(match["y"]), int(match["m"]), int(match["d"]), hour, minute, second)
    return Item(match.start(), match.end(), when)


@rule(
    r"(?<![0-9.-])(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9.%-]|[\u4e00-\u9fff])",
    starts="01",
    examples="发布于 03-11 = 2026-03-11 | 12-28 = 2025-12-28",
    rejects="3-1 | 07-11店 | 13-05 | 12-15人 | 00-12 | 2026-03-05",
)
def listed_date(match: re.Match[str]) -> Item:
    """A month and a day as lists of headlines have them."""
    return Item(match.start(), match.end(), When(month=int(match["m"]), day=int(match["d"])))


@rule(
    r"(?<![0-9.])(?P<y>(?:19|20)[0-9]{2})(?:[-/]|[.](?=[0-9]{2}[-—~至][12][0-9]{3})|"
    r"(?<=[-—~至][0-9]{4})[.])(?P<m>0[1-9]|1[0-2])"
    r"(?![0-9./]|-(?![12][0-9]{3})|[%万亿元米吨点])"
    rf"|(?<![0-9.])(?P<m2>{_MONTH})/(?P<d2>{_DAY})/(?P<y2>(?:19|20)[0-9]{{2}})(?![0-9])",
    starts="0123456789",
    examples="""
        2019-08 = 2019-08 | 1999.08-2002.02 = 1999-08/2002-02 | 2012/03 = 2012-03 | 3/5/2026 = 2026-03-05
        2008.03-2009 = 2008-03/2009 | 2008年3月至2009年 = 2008-03/2009
    """,
    rejects="2019-13 | 2019-20赛季 | 2026.3 | 2012.05米 | 报2011.12点 | 共1999.08 | 2019-20 | 1999.08亿",
)
def numeric_month(match: re.Match[str]) -> Item:
    """A year and a month in figures, or an American date."""
    if match["y2"]:
        return Item(match.start(), match.end(), When(int(match["y2"]), int(match["m2"]), int(match["d2"])))
    return Item(match.start(), match.end(), When(int(match["y"]), int(match["m"])))


@rule(
    r"财年|财政年度|年(?:份|度)?(?!代|级|龄|轻|纪|糕|货|味|画|夜|均|薪|会|报|鉴|检|票房|化|限|迈|长|少|幼|富|的?历史|前的)",
    lead="number",
    starts={"年", "财年", "财政"},
    examples="""
        2025财年 = 2025 | 两千零四年八月 = 2004-08 | 从2016到2018 = 2016/2018 | 2016-2018 = 2016/2018
        2024年到2025年间 = 2024/2025 | 26年春 = 2026-21 | 2026年 = 2026 | 二〇二六年 = 2026
        1998年 = 1998
        2030年左右 = 2030~ approx | 一九四九年 = 1949
        2026年初 = 2026 start
        2026年伊始 = 2026 start | 2025年底 = 2025 end | 二零一八年 = 2018 | 2026年内 = 2026 | 114年8月21日 = 2025-08-21
        2026年度 = 2026 | 2027年底前 = ../2027 before | 2030年以后 = 2030/.. after | 2018年以来 = 2018/.. after
        2019至2023年 = 2019/2023 | 2016-2022年 = 2016/2022 | 2021年到2025年 = 2021/2025 | 2020年前后 = 2020~ approx
        约2030年 = 2030~ approx | 2026年中 = 2026 mid | 2015年末 = 2015 end | 98年3月 = 1998-03 | 08年 = 2008
        这座桥,98年通的车 = 1998 | 19年底 = 2019 end | 九七年 = 1997 | 三三年 = 1933 | 零七年八月 = 2007-08
        五六年 = 5..6 a
        2026年3月5日上午 = 2026-03-05TMO | 二〇二六年三月五日 = 2026-03-05 | 2026年三月五号 = 2026-03-05
        26年3月 = 2026-03 | 1949年10月1日 = 1949-10-01 | 截至2025年12月31日 = 2025-12-31 | 2025年底前 = ../2025 before
        自2024年1月1日起 = 2024-01-01/.. after | 1998年至2008年 = 1998/2008 | 2019年—2023年 = 2019/2023
        2024年第一季度 = 2024-33 | 2026年春季 = 2026-21 | 2026年元旦 = 2026-01-01
        将在117年发射 = 2028 | 108年3月完成 = 2019-03 | 110年度预算 = 2021 | 110年底完工 = 2021 end
        2025年国庆假期 = 2025-10-01/2025-10-07 | 2024年除夕 = 2024-02-09 | 2024年2月29日 = 2024-02-29
    """,
    rejects="""
        三年 | 10年以上 | 2300多年 | 三年级 | 2026年级 | 约2350年 | 1500年的历史 | 5年 | 三十年 | 100年 | 2500年
        在120年里 | 存在了117年 | 距今1414年 | 距今已有1200年 | 历时1300年
        98年来 | 历时98年 | 95年 | 一百年 | 3000年前 | 12年 | 二十年 | 1500米 | 2026赛季 | 2026人 | 五年 | 0年
    """,
)
def year(match: re.Match[str], number: Numeral) -> Item | None:
    """A year of our era: four digits, or two that can be no length of time (08年, 98年3月)."""
    value = number.integer
    text = match.string
    if value is None:
        return None
    if not number.arabic and len(number.text) == 2 and _POSITIONAL2.fullmatch(number.text):
        value += 1900 if value > 30 else 2000  # 九七年
    elif number.arabic and len(number.text) == 2:
        nineties = (
            90 < value < 100
            and (number.start == 0 or text[number.start - 1] in ",，。;；从自在于\n")
            and not _LENGTH.match(text, match.end())
        )
        if (
            number.text[0] != "0"
            and not nineties
            and not (text[match.end() : match.end() + 1].isdecimal() and "月" in text[match.end() : match.end() + 3])
            and not _EDGE.match(text, match.end())
        ):
            return None
        value += 1900 if value > 40 else 2000
    elif number.arabic and 80 <= value < 140 and _MONTH_NEXT.match(text, match.end()):
        value += 1911  # 114年8月21日, as Taiwan counts
    elif number.arabic and 100 <= value < 140 and (match[0] == "年度" or _MINGUO_NEXT.match(text, match.end())):
        value += 1911  # 108年3月, 110年度
    elif number.arabic and 100 <= value < 140 and _IN.search(text, 0, number.start) and _ACT.match(text, match.end()):
        value += 1911  # 将在117年发射
    elif not 1000 <= value < 2200 or (
        len(number.text) != 4
        if number.arabic
        else not (_POSITIONAL.fullmatch(number.text) or (value >= 2000 and _HAN_MONTH.match(text, match.end())))
    ):
        return None
    if (value < 1900 and text.startswith("间", match.end())) or _AGO.search(
        text, max(0, number.start - 8), number.start
    ):
        return None  # 1500年间, 距今1414年
    return Item(number.start, match.end(), When(year=value))


@rule(
    r"月(?:份)?(?!饼|球|光|亮|供|薪|租|活|老|子|嫂|均|费|息|度|票|季|经|台|食|卡|牙|夜|宫|坛|湖|山)",
    lead="number",
    starts="月",
    examples="""
        3月 = 2026-03 | 三月份 = 2026-03 | 2025年12月 = 2025-12 | 12月 = 2025-12 | 去年3月 = 2025-03
        3月底前 = ../2026-03 before | 2月初 = 2026-02 start | 1月末 = 2026-01 end | 3至5月 = 2026-03/2026-05
        1-2月 = 2026-01/2026-02 | 2016年3月至2022年7月 = 2016-03/2022-07
        2025年6月封顶,2025年12月完工 = 2025-06; 2025-12 | 明年6月 = 2027-06 | 2024年9月以来 = 2024-09/.. after
        十二月 = 2025-12 | 2025年1—11月 = 2025-01/2025-11 | 3、4月份 = 2026-03; 2026-04
        去年10月到今年2月 = 2025-10/2026-02 | 2025年12月至1月 = 2025-12/2026-01
        3月5日凌晨2时许 = 2026-03-05T02~ approx | 3月5日晚8点左右 = 2026-03-05T20~ approx | 截至2月底 = 2026-02 end
        2月28日以前 = ../2026-02-28 before | 3月1日之后 = 2026-03-01/.. after | 3月1日至3日 = 2026-03-01/2026-03-03
        3月1日—3月3日 = 2026-03-01/2026-03-03 | 3月1-3日 = 2026-03-01/2026-03-03
        2月25日到3月2日 = 2026-02-25/2026-03-02 | 1月至2月 = 2026-01/2026-02 | 3月中旬 = 2026-03-11/2026-03-20
        8月下旬 = 2025-08-21/2025-08-31 | 2月上旬 = 2026-02-01/2026-02-10 | 1月中旬至2月初 = 2026-01-11/2026-02
        3月5日(星期四) = 2026-03-05
        十一月 = 2025-11 | 十二月二十五日 = 2025-12-25 | 2004年8月15 = 2004-08-15 | 二零零四年八月十五 = 2004-08-15
        六月 = 2026-06 | 五月一日 = 2026-05-01 | 2月29日 = 2024-02-29
        七八月间 = 2025-07/2025-08
        五六月份 = 2026-05/2026-06
    """,
    rejects="""
        三个月 | 13月 | 12月饼 | 0月 | 两月 | 5月球 | 5个月 | 14月 | 岁月 | 12月票 | 几个月 | 半个月 | 一月球
    """,
)
def month(match: re.Match[str], number: Numeral) -> Item | None:
    """A month of the year."""
    value = number.integer
    if value is None and not number.arabic and len(number.text) == 2 and 1 <= number.low < number.high <= 9:
        return Item(number.start, match.end(), When(period=f"R{number.low:.0f}-{number.high:.0f}"))  # 七八月
    if value is None or not 1 <= value <= 12 or number.text in ("两",):
        return None
    return Item(number.start, match.end(), When(month=value))


# With its month before it a day is a day whatever follows: 12月2日公告, 3月4日本报讯; but 3日元, 5日均线, 2号公告.
_NO_DAY = {
    "日": re.compile("[元本均线游用常产]"),
    "号": re.compile(
        "线|楼|院|令|文|台|公告|矿|井|机|船|航站|公路|国道|省道|馆|厅|坑|墓|窑|店|桥|闸|泵|库|炉|车|门(?!票)|房"
        "|工作|球|选手|种子"
    ),
}


@rule(
    r"[日号](?!报(?![道告名])|内|间(?![,，])|之内|以内)",
    lead="number",
    starts="日号",
    examples="""
        3月5日 = 2026-03-05 | 12月31号 = 2025-12-31 | 5日 = 2026-03-05 | 13号晚上 = 2026-03-13TNI
        3月5日至8日 = 2026-03-05/2026-03-08 | 2026年3月5日 = 2026-03-05 | 5月15日、16日 = 2026-05-15; 2026-05-16
        3月15至18日 = 2026-03-15/2026-03-18 | 2月28日前 = ../2026-02-28 before | 3月2日起 = 2026-03-02/.. after
        二月十四日 = 2026-02-14 | 本月20日 = 2026-03-20 | 2月27日至3日 = 2026-02-27/2026-03-03
        6月30日至7月2日 = 2026-06-30/2026-07-02 | 2025年11月10日 星期一 = 2025-11-10
        6月28日(周日)10时 = 2026-06-28T10 | 11月9日报道 = 2025-11-09 | 9月8日发生,9日停课 = 2025-09-08; 2025-09-09
        2024年11月28日 = 2024-11-28 | 15、16日 = 2026-03-15; 2026-03-16 | 3月2日以来 = 2026-03-02/.. after
        不晚于5月1日 = ../2026-05-01 before | 最迟6月30日 = ../2026-06-30 before | 最早于4月1日 = 2026-04-01/.. after
        二十八日 = 2026-02-28 | 截至3月4日 = 2026-03-04 | 12月2日公告 = 2025-12-02 | 3月4日本报讯 = 2026-03-04
        定于2日公告 = 2026-03-02 | 2月10日文化馆开放 = 2026-02-10 | 3月1日车站关闭 = 2026-03-01
        1月12号公告 = 2026-01-12
    """,
    rejects="""
        宾唐劳特9号沉没 | 3号线 | 9号台风 | 32日 | 3月5日报 | 三日内 | 5日游 | 3日元 | 117号令 | 7号公路 | 第3日
        8号楼 | 一日 | 5号楼 | 12号线 | 3号机组 | 第5日 | 45日 | 生日 | 1号文件 | 2号航站楼 | 5日均线 | 5日本 | 100日
        8日产 | 3日用品 | 2号公告
        12号选手 | 行政拘留15日 | 为期5日
    """,
)
def day(match: re.Match[str], number: Numeral) -> Item | None:
    """A day of the month."""
    value = number.integer
    if value is None or not 1 <= value <= 31:
        return None
    text = match.string
    before = text[number.start - 1 : number.start]
    if before not in ("月", "份", "旬"):
        if _NO_DAY[match[0]].match(text, match.end()):
            return None
        if match[0] == "号" and not (_DAY_CONTEXT.match(text, match.end()) and (not before or before in _BEFORE_DAY)):
            return None
        if not number.arabic and value < 10 and match[0] == "日" and not _DAY_CONTEXT.match(text, match.end()):
            return None
        if (
            number.text in ("一", "两", "半")
            or before in ("第", "每", "近", "连")
            or (before and LASTING.search(text, max(0, number.start - 4), number.start))
            or text.startswith("后", match.end())
        ):
            return None
    return Item(number.start, match.end(), When(day=value))
