"""Rules for dates relative to publication or to another date of the text: 昨日, 上周五, 明年, 次日, 同期."""

from __future__ import annotations

import re
from typing import Any

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import Numeral
from consistency.grammar.rules import alternation, rule
from consistency.lexicon import rows

_TABLE: dict[str, dict[str, int]] = {"day": {}, "year": {}, "same": {}}
for _from, _count, _words in rows("calendar_relative.tsv"):
    _TABLE[_from] |= dict.fromkeys(_words.split(), int(_count))
_DAYS, _YEARS, _SAME = _TABLE["day"], _TABLE["year"], _TABLE["same"]
_DAY_WORDS = alternation(sorted((w for w in _DAYS if len(w) > 1), key=len, reverse=True))
_YEAR_WORDS = alternation(sorted(_YEARS, key=len, reverse=True))
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7, "末": 6}
_NOT_THIS = "(?<![成基资日样版课剧根原书文自基])"  # what 本 ends: 成本月报
_HOUR = "[0-9一二三四五六七八九十两]{1,2}[时点]"
_WHICH = r"上上个?|上一?个?|(?<![成基资日样版课剧根原书文自])本|这一?个?|下下个?|下一?个?"
_OFFSETS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2, "当": 0}


@rule(
    rf"[今昨明][(（][0-9]{{1,2}}[)）]日|{_DAY_WORDS}(?!报(?!道)|新闻|头条|导读|说法|股份|关注|看点|资本|"
    rf"之星)|[昨今明](?=[晚夜晨早](?!报|餐|"
    rf"饭))|(?<![目以眼跟从空])前(?=[晚夜](?!期))|[昨今](?=午{_HOUR})",
    starts={*"昨今明前", *_DAYS},
    examples="""
        昨日 = 2026-03-04 | 今（5）日 = 2026-03-05 | 昨(4)日晚间10时5分 = 2026-03-04T22:05 | 前天 = 2026-03-03
        明天 = 2026-03-06 | 昨晚 = 2026-03-04TNI | 大前天 = 2026-03-02 | 后天 = 2026-03-07 | 今日 = 2026-03-05
        明日 = 2026-03-06 | 昨天下午3点35分 = 2026-03-04T15:35 | 昨日14时35分 = 2026-03-04T14:35
        今晨 = 2026-03-05TMO | 即日起 = 2026-03-05/.. after | 明天(3月6日) = 2026-03-06; 2026-03-06
        今天凌晨 = 2026-03-05TEM | 今夜 = 2026-03-05TNI | 大后天 = 2026-03-08 | 前天夜里 = 2026-03-03TNI
        昨日傍晚 = 2026-03-04TEV | 今日凌晨 = 2026-03-05TEM | 明晨5时 = 2026-03-06T05 | 今天中午12时 = 2026-03-05T12
        昨午三时 = 2026-03-04T15 | 今午12时 = 2026-03-05T12
        前晚 = 2026-03-03TNI | 昨夜今晨 = 2026-03-04TNI; 2026-03-05TMO
    """,
    rejects="相互依存的今天 | 今日头条 | 前日本首相 | 今日股份 | 明日之星 | 昨日新闻 | 今日资本 | 前日方 | 空前 | 目前",
)
def near_day(match: re.Match[str]) -> Item | None:
    """A day counted from publication."""
    if match[0] == "前日" and match.string[match.end() : match.end() + 1] in ("本", "军", "方"):
        return None
    if match.string[match.start() - 1 : match.start()] == "的" and match[0] == "今天":
        return None  # 在全球产业链相互依存的今天
    return Item(match.start(), match.end(), When(day_offset=_DAYS.get(match[0], _DAYS.get(match[0][0], -2))))


@rule(
    "(?P<from>[昨今明])(?P<to>[今明后])(?P<last>后)?[两二三][天日]",
    starts={"昨今", "昨明", "今明", "今后", "明后"},
    examples="今明两天 = 2026-03-05/2026-03-06 | 明后两天 = 2026-03-06/2026-03-07 | 今明后三天 = 2026-03-05/2026-03-07",
    rejects="今明两年 | 明天两天",
)
def near_days(match: re.Match[str]) -> Item | None:
    """Two or three days in a row."""
    first, last = ("昨今明后".index(match[name]) for name in ("from", "to"))
    days = last - first + 1 + bool(match["last"])
    if last <= first:
        return None
    return Item(match.start(), match.end(), When(day_offset=first - 1, period=f"D{days}"))


@rule(
    rf"(?<=[昨今明当前])[晚晨夜](?!报|会(?!见|谈)|宴)|(?<=[昨今明当])早|(?<=[昨今])午(?={_HOUR})",
    starts="晚晨夜早午",
    examples="""
        今晨6时 = 2026-03-05T06 | 3月2日起火,当晚8点扑灭 = 2026-03-02; 2026-03-02T20 | 昨夜11点 = 2026-03-04T23
        明早7点 = 2026-03-06T07
    """,
    rejects="昨晚报 | 春晚 | 前夜宴",
)
def near_part(match: re.Match[str]) -> Item:
    """晚 or 晨 of 昨晚, 今晨; 午 of 昨午三时, as Hong Kong says."""
    return Item(
        match.start(), match.end(), When(part={"晚": "晚", "夜": "晚", "晨": "早", "早": "早", "午": "下午"}[match[0]])
    )


@rule(
    rf"{_NOT_THIS}(?<!马){_YEAR_WORDS}(?<![税此以之目日事先生][前后]年)(?!级|龄|轻|纪|半载|会(?![上有不在将议])|"
    rf"关|夜饭)(?:同期|同时期)?",
    starts=_YEARS,
    examples="""
        去年 = 2025 | 明年6月 = 2027-06 | 今年一季度 = 2026-33 | 上年末 = 2025 end | 前年 = 2024
        今年年初 = 2026 start | 去年年底 = 2025 end | 明年 = 2027 | 去年同期 = 2025 | 今年以来 = 2026/.. after
        今年春天 = 2026-21 | 后年 = 2028 | 上年同期 = 2025 | 今年底 = 2026 end | 本年度 = 2026 | 去年3月 = 2025-03
        今年1月16日 = 2026-01-16 | 明年上半年 = 2027-40 | 去年11月底 = 2025-11 end | 来年 = 2027
        2023年收入占比由上年的19% = 2023; 2022; 19 % | 去年12月31日 = 2025-12-31 | 明年1月1日起 = 2027-01-01/.. after
        今年6月底前 = ../2026-06 before | 今年上半年 = 2026-40 | 去年下半年 = 2025-41 | 明年年底 = 2027 end
        去年夏天 = 2025-22 | 今年中秋 = 2026-09-25 | 去年春节期间 = 2025-01-29
    """,
    rejects="马上一年 | 税后年薪 | 此前年份 | 三年前年会 | 基本年薪 | 上年级 | 去年轻化 | 明年轻 | 前年级 | 去年轻",
)
def near_year(match: re.Match[str]) -> Item | None:
    """A year counted from publication."""
    word = match[0].removesuffix("同期").removesuffix("同时期")
    return Item(match.start(), match.end(), When(year_offset=_YEARS[word], reported=word.startswith("上")))


@rule(
    rf"(?P<which>{_WHICH}|当|同|该)月(?!球|饼|台|色|亮|报|票|底|末|初|内)|(?P<which2>上|下|本)月(?=[底末初])",
    starts={*(a + b for a in "上本这下" for b in "上下一个月"), "当月", "同月", "该月"},
    examples="""
        上个月 = 2026-02 | 本月10日 = 2026-03-10 | 下月 = 2026-04 | 上月 = 2026-02 | 下个月 = 2026-04
        上月底 = 2026-02 end | 本月28日 = 2026-03-28 | 这个月 = 2026-03 | 上个月15号 = 2026-02-15
        本月以来 = 2026-03/.. after | 2025年6月动工,当月停工 = 2025-06; 2025-06 | 上上个月 = 2026-01
        上月末 = 2026-02 end | 去年本月10日 = 2025-03-10
    """,
    rejects="成本月报 | 日本月球车 | 赏月 | 本月饼 | 日本月球 | 当月亮",
)
def near_month(match: re.Match[str]) -> Item | None:
    """A month counted from publication."""
    which = (match["which"] or match["which2"]).rstrip("个一")
    if which in ("当", "同", "该"):
        return Item(match.start(), match.end(), When(vague=True))
    return Item(match.start(), match.end(), When(month_offset=_OFFSETS[which]))


@rule(
    rf"(?P<which>{_WHICH}|当)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])(?!个|次|岁|年|生|游|围|刊|周期|成立)"
    rf"|(?P<week>{_WHICH})(?:周|星期|礼拜)(?!年|期|边|报|刊|期|围|长|转|口)",
    starts={*(a + b for a in "上本这下" for b in "上下一个周星礼"), "当周", "当星", "当礼", "周", "星期", "礼拜"},
    examples="""
        上周五 = 2026-02-27 | 本周三 = 2026-03-04 | 周一 = 2026-03-02 | 下周二 = 2026-03-10
        上周 = 2026-02-23/2026-03-01 | 本周末 = 2026-03-07/2026-03-08 | 上周四 = 2026-02-26
        周日上午十点 = 2026-03-01T10 | 星期三 = 2026-03-04 | 周五 = 2026-02-27 | 将于周五开幕 = 2026-03-06
        周二晚上10时40分 = 2026-03-03T22:40 | 上个星期三 = 2026-02-25 | 礼拜天 = 2026-03-01
        下周 = 2026-03-09/2026-03-15 | 周四 = 2026-03-05 | 下周一起 = 2026-03-09/.. after
        上个周末 = 2026-02-28/2026-03-01 | 本周 = 2026-03-02/2026-03-08 | 周三晚上7点30分 = 2026-03-04T19:30
        本周五晚 = 2026-03-06TNI | 上周日 = 2026-03-01 | 下周一上午 = 2026-03-09TMO | 周六下午3点 = 2026-02-28T15
        星期天 = 2026-03-01
    """,
    rejects="""
        周一围 | 每周一 | 逢周五 | 平时周末 | 两周年 | 周三丰 | 资本周转 | 周末刊 | 每周二 | 每逢周末 | 周三石
        资本周期 | 周末 | 一周年 | 下周期 | 上周期
    """,
)
def near_week(match: re.Match[str]) -> Item | None:
    """A week, or a day of one; 周末 alone may be any."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    if before.endswith(("每", "逢", "个")) or before in ("平常", "平时", "通常", "往常"):
        return None
    if match[0] == "周三" and match.string[match.end() : match.end() + 1] in ("丰", "石"):
        return None
    which = (match["which"] or match["week"] or "").rstrip("个一")
    offset = _OFFSETS.get(which)
    if match["day"] == "末" and offset is None:
        return None
    if match["day"] == "末":
        return Item(match.start(), match.end(), When(week_offset=offset or 0, period="W"))
    if match["day"]:
        return Item(match.start(), match.end(), When(week_offset=offset, weekday=_WEEKDAYS[match["day"]]))
    return Item(match.start(), match.end(), When(week_offset=offset))


@rule(
    rf"{alternation(sorted((w for w in _SAME if len(w) > 1), key=len, reverse=True))}|当(?=晚(?!会))",
    starts=_SAME,
    examples="""
        7月23日停航,次日复航 = 2025-07-23; 2025-07-24 | 3月1日发生,当天上午9时 = 2026-03-01; 2026-03-01T09
        3月2日电,截至当日8时 = 2026-03-02; 2026-03-02T08 | 3月2日签约。同日,公司公告 = 2026-03-02; 2026-03-02
        2月28日降雪,翌日转晴 = 2026-02-28; 2026-03-01 | 3月3日开幕,前一天彩排 = 2026-03-03; 2026-03-02
        3月1日抵达,第二天离开 = 2026-03-01; 2026-03-02 | 1月5日晚,当晚 = 2026-01-05TNI; 2026-01-05TNI
    """,
    rejects="同一个 | 当晚会 | 同日本 | 同时",
)
def chained_day(match: re.Match[str]) -> Item:
    """A day counted from another day of the text."""
    return Item(match.start(), match.end(), When(same=_SAME[match[0]]))


@rule(
    r"当年(?!级|[初底末内])|同年(?!级|龄)|次年|翌年|转年",
    starts={"当年", "同年", "次年", "翌年", "转年"},
    examples="""
        2016年3月开工,次年6月完工 = 2016-03; 2017-06 | 2016年3月开工,同年9月停工 = 2016-03; 2016-09
        2019年上市,当年亏损 = 2019; 2019 | 1998年毕业,翌年结婚 = 1998; 1999
    """,
    rejects="同年级 | 同年龄段 | 当年级主任 | 同年龄 | 当年级",
)
def chained_year(match: re.Match[str]) -> Item:
    """A year counted from another year of the text."""
    return Item(match.start(), match.end(), When(same_year=1 if match[0] in ("次年", "翌年", "转年") else 0))


_AGO = {"年": "year_offset", "个月": "month_offset", "天": "day_offset", "日": "day_offset"}
_AGO |= dict.fromkeys(("周", "星期", "个星期"), "week_offset")
_AGO |= dict.fromkeys(("小时", "个小时", "分钟"), "minute_offset")


@rule(
    rf"(?P<unit>{'|'.join(sorted(_AGO, key=len, reverse=True))})(?:(?P<ago>之前|以前|前)|(?P<hence>之后|"
    rf"以后|后))(?![往后来期进线总任两一三几半段排续])",
    lead="number",
    starts={*(a + b for a in "年天日周" for b in "之以前后"), "个月", "个星", "个小", "星期", "小时", "分钟"},
    examples="""
        三天前 = 2026-03-02 | 两年前 = 2024 | 三个月前 = 2025-12 | 10年前 = 2016 | 2小时前 = 2026-03-05T12:28
        两周前 = 2026-02-16/2026-02-22 | 30分钟前 = 2026-03-05T13:58 | 5天之前 = 2026-02-28 | 27年前 = 1999
        三天后 = 2026-03-08 | 3月1日动工,三天后停工 = 2026-03-01; 2026-03-04 | 3个月前 = 2025-12 | 二十年前 = 2006
        一年前 = 2025 | 10天前 = 2026-02-23 | 三小时前 = 2026-03-05T11:28
        一周前 = 2026-02-23/2026-03-01
    """,
    rejects="提前三天 | 近两年前后 | 三年前后 | 20多年前 | 10年后期 | 5天前往",
)
def ago(match: re.Match[str], number: Numeral) -> Item | None:
    """A date so long before publication, or so long after the date before it."""
    count = number.integer
    if count is None or count > 200 or (match["unit"] == "年" and count >= 1000):
        return None
    field = _AGO[match["unit"]]
    signed = count if match["hence"] else -count
    if field == "minute_offset" and "小时" in match["unit"]:
        signed *= 60
    if match["hence"]:
        if field == "day_offset":
            return Item(number.start, match.end(), When(same=signed))
        return None
    parts: dict[str, Any] = {field: signed}
    return Item(number.start, match.end(), When(**parts))
