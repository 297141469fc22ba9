"""Rules for dates relative to publication or to another date of the text: 昨日, 上周五, 明年, 次日, 同期."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.rules import alternation, rule

_DAYS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "即日": 0, "今儿": 0, "昨儿": -1,
    "明天": 1, "明日": 1, "明儿": 1, "后天": 2, "大后天": 3, "昨": -1, "今": 0, "明": 1,
}  # fmt: skip
_DAY_WORDS = alternation(sorted((w for w in _DAYS if len(w) > 1), key=len, reverse=True))
_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "本年度": 0, "上年度": -1,
          "今年度": 0, "来年": 1, "下一年": 1}  # fmt: skip
_YEAR_WORDS = alternation(sorted(_YEARS, key=len, reverse=True))
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7, "末": 6}


@rule(
    rf"{_DAY_WORDS}(?!报|新闻|头条|导读|说法|股份)|昨(?=[晚夜晨早])|今(?=[晚夜晨早])|明(?=[晚晨早])",
    examples={"昨日": "2026-03-04", "前天": "2026-03-03", "明天": "2026-03-06", "昨晚": "2026-03-04TNI"},
    rejects=("今日头条", "前日本首相"),
)
def near_day(match: re.Match[str]) -> Item | None:
    """A day counted from publication."""
    if match[0].endswith("前日") and match.string[match.end() : match.end() + 1] == "本":
        return None
    return Item(match.start(), match.end(), When(day_offset=_DAYS[match[0]]))


@rule(
    r"(?<=[昨今明当])[晚晨夜](?!报|会|宴)|(?<=[昨今明当])早",
    examples={"今晨6时": "2026-03-05T06", "当晚8点": "2026-03-05T20"},
)
def near_part(match: re.Match[str]) -> Item:
    """晚 or 晨 of 昨晚, 今晨."""
    return Item(match.start(), match.end(), When(part={"晚": "晚", "夜": "晚", "晨": "早", "早": "早"}[match[0]]))


@rule(
    rf"{_YEAR_WORDS}(?!级|龄|轻|纪|会)",
    examples={"去年": "2025", "明年6月": "2027-06", "今年一季度": "2026-33", "上年末": "2025 end"},
)
def near_year(match: re.Match[str]) -> Item:
    """A year counted from publication."""
    return Item(match.start(), match.end(), When(year_offset=_YEARS[match[0]]))


@rule(
    r"(?P<which>上上个?|上个?|本|这个?|下下个?|下个?|当)月(?!球|饼|台|色|亮)",
    examples={"上个月": "2026-02", "本月10日": "2026-03-10", "下月": "2026-04"},
)
def near_month(match: re.Match[str]) -> Item | None:
    """A month counted from publication."""
    which = match["which"].rstrip("个")
    if which == "当":
        return Item(match.start(), match.end(), When(same_year=0, vague=True))
    offset = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}[which]
    return Item(match.start(), match.end(), When(month_offset=offset))


@rule(
    r"(?P<which>上上个?|上个?|本|这个?|下下个?|下个?|当)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])(?![至到]?周期|个|次|岁|年|生|游)"
    r"|(?P<week>上上个?|上个?|本|这个?|这一|下下个?|下个?)(?:周|星期|礼拜)(?!年|期|边|报|刊|末[^,。]?版)",
    examples={"上周五": "2026-02-27", "本周三": "2026-03-04", "周一": "2026-03-02", "下周二": "2026-03-10", "上周": "2026-02-23/2026-03-01", "本周末": "2026-03-07/2026-03-08"},
)
def near_week(match: re.Match[str]) -> Item | None:
    """A week, or a day of one."""
    which = (match["which"] or match["week"] or "").rstrip("个")
    offset = {"上上": -2, "上": -1, "本": 0, "这": 0, "这一": 0, "下": 1, "下下": 2}.get(which)
    if match["day"]:
        if match["day"] == "末":
            return Item(match.start(), match.end(), When(week_offset=offset or 0, period="W"))
        return Item(match.start(), match.end(), When(week_offset=offset, weekday=_WEEKDAYS[match["day"]]))
    return Item(match.start(), match.end(), When(week_offset=offset))


@rule(
    r"当[天日]|同[日一]天?|次日|翌日|第二天|隔天|前一天|前一日|当(?=晚)",
    examples={"7月23日停航,次日复航": "2026-07-23; 2026-07-24", "3月1日发生,当天上午9时": "2026-03-01; 2026-03-01T09"},
    rejects=("同一个",),
)
def chained_day(match: re.Match[str]) -> Item | None:
    """A day counted from another day of the text."""
    word = match[0]
    if word in ("同一", "同"):
        return None
    same = 1 if word in ("次日", "翌日", "第二天", "隔天") else -1 if word.startswith("前") else 0
    return Item(match.start(), match.end(), When(same=same))


@rule(
    r"当年(?!级)|同年|次年|翌年|转年",
    examples={"2016年3月开工,次年6月完工": "2016-03; 2017-06", "2016年3月开工,同年9月停工": "2016-03; 2016-09"},
)
def chained_year(match: re.Match[str]) -> Item:
    """A year counted from another year of the text."""
    return Item(match.start(), match.end(), When(same_year=1 if match[0] in ("次年", "翌年", "转年") else 0))
