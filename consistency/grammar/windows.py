"""Rules for time counted from publication or from the last date of the text: 过去五年, 近日, 数月前, 一年半后."""

from __future__ import annotations

import re
from dataclasses import replace

from consistency.grammar.items import Item, Measured, When, Window
from consistency.grammar.numerals import Numeral, plus_half, read_numeral
from consistency.grammar.rules import rule
from consistency.patterns import pattern

# what a word for a unit counts: the unit of the window, how many, and the unit and number of the length of time
_UNITS = {
    "年": ("a", 1, "a", 1.0), "季度": ("mo", 3, "a", 0.25), "月": ("mo", 1, "mo", 1.0), "周": ("d", 7, "wk", 1.0),
    "星期": ("d", 7, "wk", 1.0), "礼拜": ("d", 7, "wk", 1.0), "天": ("d", 1, "d", 1.0), "日": ("d", 1, "d", 1.0),
    "小时": ("min", 60, "h", 1.0), "钟头": ("min", 60, "h", 1.0), "分钟": ("min", 1, "min", 1.0),
}  # fmt: skip
_HALVES = {"a": ("mo", 6), "mo": ("d", 15)}  # what half of a unit is counted in
_UNIT = r"(?P<ge>个)?(?P<half>半)?(?P<unit>年|季度|月|周|星期|礼拜|天|日|小时|钟头|分钟)(?P<half2>半)?"
_COUNTED = pattern(rf"的?(?P<more>多)?{_UNIT}(?![代级多薪会轻份度底初末])(?P<since>以来|来|里|间|当中|中|内)?")


def _window(number: Numeral, part: re.Match[str], sign: int, point: bool, end: int, start: int) -> Item | None:
    """A window of that many units before (-1) or after (1), or the point at its far end."""
    unit, size, code, worth = _UNITS[part["unit"]]
    low, high = number.low * size, number.high * size
    if part["unit"] == "月" and not part["ge"] and number.text != "数":
        return None
    whole = number
    if part["half"] or part["half2"]:
        if number.number is None or unit not in _HALVES:
            return None
        finer, half = _HALVES[unit]
        low = high = number.low * half * 2 + half
        unit, whole = finer, plus_half(number)
    if low != int(low) or high != int(high) or high > 9999:
        return None
    length = Measured(whole, code, worth, kind="duration")
    vague = number.mod is not None or number.low != number.high
    if unit == "a" and high > 200:
        return None  # 两千多年前
    first, last = sorted((sign * int(low), sign * int(high)))
    if not point:
        first, last = min(first, 0), max(last, 0)
    when = When(window=Window(first, last, unit, point and sign > 0, vague, length))
    return Item(start, end, when, number.start, part.end("half2") if part["half2"] else part.end("unit"))


@rule(
    "(?P<past>(?<![飞走开跑爬冲赶送跳游传转寄睡炸震事])过去|最近|近(?=[两三四五六七八九十0-9]{1,3}(?:年|个月|天|周)来))|未来|今后|接下来|(?P<text>此后)",
    starts={*"近", "过去", "最近", "未来", "今后", "接下", "此后"},
    examples="""
        过去五年 = 2021-03-05/2026-03-04 | 过去24小时 = 2026-03-04T14:28/2026-03-05T14:28
        未来三天 = 2026-03-06/2026-03-08 | 今后五年 = 2026-03-06/2031-03-05 | 过去一周 = 2026-02-26/2026-03-04
        最近三个月 = 2025-12-05/2026-03-04 | 近五年来 = 2021-03-05/2026-03-04 | 过去的两年里 = 2024-03-05/2026-03-04
        未来两三天 = 2026-03-06/2026-03-08~ approx | 接下来两周 = 2026-03-06/2026-03-19
        过去十几年 = 2007-03-05/2026-03-05~ approx | 未来半年 = 2026-03-06/2026-09-05
        3月2日停工,此后三天 = 2026-03-02; 2026-03-03/2026-03-05 | 过去一个月 = 2026-02-05/2026-03-04
    """,
    rejects="""
        爆炸过去三天 | 飞过去十三个钟头 | 过去的事 | 未来可期 | 最近一次 | 近五年 | 未来3至5年 | 此后三人
        今后一段时间 | 过去三次 | 近两个月
        未来五十年代
        此后三天两头
    """,
)
def reach(match: re.Match[str]) -> Item | None:
    """A stretch of time that ends, or begins, with publication or with the date before it."""
    text = match.string
    at = match.end() + (text[match.end() : match.end() + 1] == "的")
    number = read_numeral(text, at)
    if number is None and text.startswith("半", at):
        number = Numeral(at, at, "", 0.0, 0.0, 0.0, 1.0)
    part = _COUNTED.match(text, number.end) if number else None
    if number is None or part is None or part["more"] or text.startswith("两头", part.end()):
        return None
    item = _window(number, part, -1 if match["past"] else 1, False, part.end(), match.start())
    if item is None or not isinstance(item.payload, When) or item.payload.window is None:
        return None
    window = replace(item.payload.window, from_text=bool(match["text"]))
    return item._replace(payload=When(window=window))


@rule(
    "近日(?!点)|(?<![0-9一二三四五六七八九十当次同生节假今昨明翌前即近休某工每首])(?<!施行|登记|交割|截止|到期|生效|纪念|开幕|开业)日前(?![后往来夕景途])|前不久|最近(?![的一处个几两三四五六七八九十0-9距邻])",
    starts={"近日", "日前", "前不", "最近"},
    examples="""
        近日 = 2026-02-19/2026-03-05~ approx | 日前 = 2026-02-19/2026-03-05~ approx
        前不久 = 2026-02-19/2026-03-05~ approx | 最近发现 = 2026-02-19/2026-03-05~ approx
        记者近日获悉 = 2026-02-19/2026-03-05~ approx
    """,
    rejects="""
        最近的医院 | 最近一次 | 近日点 | 5日前 | 生日前 | 当日前 | 附近日用品 | 临近日落 | 节日前夕 | 施行日前已签合同
        登记日前
    """,
)
def lately(match: re.Match[str]) -> Item | None:
    """Some day shortly before publication; 近日 leaves open which."""
    if match[0] == "近日" and match.string[match.start() - 1 : match.start()] in tuple("附临最靠接将邻"):
        return None
    return Item(match.start(), match.end(), When(window=Window(-14, 0, "d", vague=True)))


_HENCE = "(?P<ago>之前|以前|前)|(?P<hence>之后|以后|后)"
_NOT_THEN = "(?![往后来期进线总任两一三几半段排续卫])"


@rule(
    rf"(?P<more>[多余])?{_UNIT}(?P<more2>[多余])?(?:{_HENCE}){_NOT_THEN}",
    lead="number",
    starts={
        *"多余个半",
        *(a + b for a in "年月周天日" for b in "半多余之以前后"),
        *("季度", "星期", "礼拜", "小时", "钟头", "分钟"),
    },
    examples="""
        数月前 = 2025-06/2026-01~ approx | 20多年前 = 1996/2006~ approx | 几天前 = 2026-02-24/2026-03-03~ approx
        一年半前 = 2024-09 | 一年半后 = 2027-09 | 两年后 = 2028 | 三个月后 = 2026-06 | 一周后 = 2026-03-12
        十几年前 = 2007/2015~ approx | 2019年开工,三年后完工 = 2019; 2022 | 两个半月后 = 2026-05-19
        2024年3月开工,一年半后投产 = 2024-03; 2025-09 | 2025年6月签约,两个月后交付 = 2025-06; 2025-08
        3月4日8时发生,3小时后扑灭 = 2026-03-04T08; 2026-03-04T11:00 | 2月26日发布,一周后撤回 = 2026-02-26; 2026-03-05
        手术10个月后 = 10 mo | 两千多年前 = 2000..3000 a more_than | 退休三年后 = 3 a
        三四天前 = 2026-03-01/2026-03-02~ approx
        几十年前 = 1927/2006~ approx
    """,
    rejects="三年后卫 | 20多年后期 | 三天前往 | 300多年前后 | 几年前后",
)
def away(match: re.Match[str], number: Numeral) -> Item | None:
    """A time so long before publication, or after the date before it.

    What is told to be after something else (手术10个月后) is a length of time.
    """
    text, start = match.string, number.start
    exact = not (match["more"] or match["more2"])
    if not exact and number.number is not None:
        number = number._replace(high=number.high if number.mod else number.number + 1, mod="more_than")
    if match["hence"] and not _CLAUSE.search(text, max(0, start - 2), start):
        return None
    return _window(number, match, 1 if match["hence"] else -1, True, match.end(), start)


_CLAUSE = pattern("(?:^|[,，。;；:：、(（“\\s在于又再而但]|然而|直到)$")


@rule(
    rf"半(?P<ge>个)?(?P<unit>年|月|小时|钟头)(?:{_HENCE}){_NOT_THEN}",
    starts="半",
    examples="""
        半年前 = 2025-09 | 半个月前 = 2026-02-18 | 半小时前 = 2026-03-05T13:58
        2025年6月停产,半年后复产 = 2025-06; 2025-12
    """,
    rejects="上半年前 | 下半年后 | 大半年前 | 半年前后",
)
def half_away(match: re.Match[str]) -> Item | None:
    """Half a year, a month or an hour before or after."""
    text, start = match.string, match.start()
    before = text[max(0, start - 1) : start]
    if before in ("上", "下", "前", "后", "大", "小") or (match["unit"] == "月") != bool(
        match["ge"] and "月" in match[0]
    ):
        return None
    if match["hence"] and not _CLAUSE.search(text, max(0, start - 2), start):
        return None
    unit, size, code, worth = _UNITS[match["unit"]]
    finer, half = _HALVES.get(unit, ("min", size // 2))
    sign = 1 if match["hence"] else -1
    number = Numeral(start, match.end("unit"), match[0], 0.5, 0.5, 0.5, 0.5, arabic=False)
    window = Window(sign * half, sign * half, finer, sign > 0, length=Measured(number, code, worth, kind="duration"))
    return Item(start, match.end(), When(window=window), start, match.end("unit"))
