"""Rules for a number with its unit: things and people, measures, speeds, prices per unit, bare numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from consistency.grammar import bounds
from consistency.grammar.items import Item, Measured, Thing
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule
from consistency.grammar.units import CURRENCY_NAME, OWN, UNIT, UNITS

_PER = re.compile(
    r"(?:每|一|平均每)(?:个)?(?P<unit>" + UNIT + r")(?:的?(?:价格|电价|单价|均价|售价|成本))?(?:仅|为|约)?$"
)
_SPEED = re.compile(r"(?P<per>时速|每小时|每秒钟?|每分钟)(?:可|最高)?(?:达到?|为|约|超过?|近)?$")
_CURRENCY = re.compile(rf"(?P<name>{CURRENCY_NAME})[ ]?$")
_SPEED_UNITS = {
    ("m", "每秒"): "m/s",
    ("m", "每秒钟"): "m/s",
    ("km", "每秒"): "km/s",
    ("km", "时速"): "km/h",
    ("km", "每小时"): "km/h",
    ("[mi_i]", "时速"): "[mi_i]/h",
    ("[mi_i]", "每小时"): "[mi_i]/h",
    ("[nmi_i]", "时速"): "[kn_i]",
    ("[nmi_i]", "每小时"): "[kn_i]",
    ("m3", "每秒"): "m3/s",
}
ARTICLES = "一"  # 一 before a measure word counts nothing


@rule(
    r"(?:摄氏)?度(?!假|数|电|过|角|量|夏|日)(?P<tenths>[0-9一二三四五六七八九](?![0-9]))?",
    lead="number",
    starts="度摄",
    examples="""
        华氏52度 = 52 [degF] | 零下5摄氏度 = -5 Cel | 东经100.87度 = 100.87 deg | 零下四十度 = -40 Cel
        气温降至4摄氏度 = 4 Cel | 烧到38度9 = 38.9 Cel | 最高气温35度 = 35 Cel | 摄氏30度 = 30 Cel
        北纬31.42度 = 31.42 deg | 体温39度 = 39 Cel | 旋转90度 = 90 deg
    """,
    rejects="三度电 | 二度 | 高度角 | 三度入围 | 5度电",
)
def degrees(match: re.Match[str], number: Numeral) -> Item | None:
    """A number of degrees, of what the words before say."""
    text, start = match.string, number.start
    scale = text[max(0, start - 2) : start]
    if scale == "华氏":
        return Item(start - 2, match.end(), Measured(number, "[degF]"))
    warm = (
        scale == "摄氏"
        or match[0].startswith("摄氏")
        or text.startswith("零下", start)
        or _WARM.search(text, max(0, start - 10), start)
    )
    if not warm and not number.arabic and (number.high < 10):
        return None
    if match["tenths"] and warm and number.number is not None:
        tenth = read_numeral(match["tenths"], 0)
        value = number.number + (tenth.number or 0.0) / 10 if tenth else number.number
        number = replace(number, low=value, high=value, number=value, step=0.1)
    return Item(start - 2 if scale == "摄氏" else start, match.end(), Measured(number, "Cel" if warm else "deg"))


_WARM = re.compile("[温热烧冷]|零下|摄氏")


@rule(
    r"(?=[死伤亡]|失踪|失联|遇难|罹难|重伤|轻伤|获救)",
    lead="number",
    starts="死伤亡失遇罹重轻获",
    examples="1死3伤 = 1 人; 3 人 | 1死1失踪 = 1 人; 1 人 | 致12死 = 12 人",
    rejects="三死亡谷",
)
def casualties(match: re.Match[str], number: Numeral) -> Item | None:
    """死 and 伤 count people."""
    if match.string[match.end() : match.end() + 2] in ("死亡", "伤口", "伤心", "亡羊", "死角"):
        return None
    return Item(number.start, number.end, Measured(number, "人"))


@rule(
    rf"[ ]?(?:零下)?(?P<unit>{UNIT})(?P<slash>(?:/|每)(?P<under>{UNIT}|年|月|日|天|小时|分钟|秒|时))?",
    lead="number",
    starts={*(word[0] for word in UNITS), *" 零"},
    examples="""
        12人 = 12 人 | 1600万吨 = 16000000 t | 超过300人 = 300.. 人 more_than | 300多人 = 300..400 人 more_than
        约41亿美元 = 4100000000 USD approx | 950百帕 = 950 hPa | 1200万千瓦 = 12000000 kW | 0.683元/瓦 = 0.683 CNY/W
        每瓦0.7元 = 0.7 CNY/W | 时速350公里 = 350 km/h | 每秒42米 = 42 m/s | 11.8米 = 11.8 m | 113个孩子 = 113 个
        86个人 = 86 人 | 1862件(套) = 1862 件 | 6800毫安时 = 6800 mA.h | 31万2480户 = 312480 户 | 4万5000人 = 45000 人
        55纳米至28纳米 = 28..55 nm | 15至20米 = 15..20 m | 新台币4亿8720万元 = 487200000 TWD
        人民币50万元 = 500000 CNY | 港币两千九百元 = 2900 HKD | 三斤半 = 3.5 斤 | 三十两 = 30 两 | 两个亿 = 200000000
        一百千瓦 = 100 kW
    """,
    rejects="一个人 | 一名男子 | 一起事故 | 一次比赛 | 三线城市",
)
def measured(match: re.Match[str], number: Numeral) -> Item | None:
    """A number and its unit."""
    text = match.string
    unit = UNITS[match["unit"]]
    small_han = not number.arabic and number.number is not None and number.number < 10
    code, end, start = unit.code, match.end("unit"), number.start
    nxt = text[end : end + 1]
    if (unit.kind == "noun" or match["unit"] in _FIGURES_ONLY) and small_han:
        return None
    if number.text == ARTICLES and ((unit.kind == "measure" and not _GRADES.match(text, end)) or nxt == text[end - 1]):
        return Item(number.start, end, Thing(None))
    if number.text == "二" and unit.kind in ("measure", "noun") and match["unit"] not in ("名", "位", "级", "类"):
        return Item(number.start, end, Thing("identifier"))  # 二套房 is the second one; two are 两套
    if number.text in BARE_SCALES and not (bounds.before(text, number.start) or bounds.after(text, end)):
        return Item(number.start, end, Thing(None))
    if unit.kind == "series" and number.exact and number.text != "两":
        return Item(number.start, end, Thing("identifier"))
    if match["unit"] == "块" and not _PRICE_ENDS.match(text, end):
        code, unit = "块", UNITS["个"]
    elif unit.kind == "money" and nxt and (match["unit"] + nxt) in _NOT_MONEY:
        return None
    if (
        match["unit"] == "个"
        and nxt == "半"
        and text[end + 1 : end + 2] not in ("年", "月", "天", "小")
        and number.number is not None
    ):
        value = number.number + 0.5
        number, end = replace(number, low=value, high=value, number=value), end + 1
    if match["unit"].isascii() and match["unit"].isalpha() and nxt.isascii() and nxt.isalnum():
        return None
    before = text[max(0, start - 12) : start]
    if (
        unit.kind == "unit"
        and nxt == "半"
        and number.number is not None
        and text[end + 1 : end + 2] not in tuple("年天个小径数月")
    ):
        value = number.number + 0.5
        number, end = replace(number, low=value, high=value, number=value), end + 1
    if code == OWN and (named := _CURRENCY.search(before)) is not None:
        code, start = UNITS[named["name"]].code, start - len(named[0])
    if match["slash"]:
        under = UNITS.get(match["under"])
        code = f"{code}/{under.code if under else TIME_CODES[match['under']]}"
        end = match.end()
    elif (speed := _SPEED.search(before)) is not None and (code, speed["per"]) in _SPEED_UNITS:
        code = _SPEED_UNITS[code, speed["per"]]
        start -= len(speed[0])
    elif unit.kind == "money" and unit.factor == 1 and (per := _PER.search(before)) is not None:
        under = UNITS[per["unit"]]
        if under.kind == "unit" or under.code == "股":
            code = f"{code}/{under.code}"
            start -= len(per[0])
    return Item(start, end, Measured(number, code, unit.factor))


BARE_SCALES = frozenset("百千万亿")  # 百米, 每千克: no figure without a word like 近, 上
_FIGURES_ONLY = frozenset(
    [
        "方",
        "里",
        "节",
        "度",
        "尺",
        "寸",
        "丈",
        "桶",
        "担",
        "匹",
        "平方",
        "立方",
        "角",
        "毛",
        "升",
        "伏",
        "磅",
        "两",
        "坪",
    ]
)  # 三方, 五里, 六角
_GRADES = re.compile(r"(?:应急)?(?:响应|预警|警报|战备|勤务|戒备)")
_PRICE_ENDS = re.compile(r"$|[,，。;；:：、!！?？)）”’\s多左右上下以不一每给的/至到-]|钱")
_NOT_MONEY = frozenset(
    [
        "元月",
        "元旦",
        "元宵",
        "元首",
        "元素",
        "圆桌",
        "圆形",
        "圆满",
        "圆心",
        "元老",
        "元年",
        "元帅",
        "元凶",
        "元勋",
        "元件",
        "角度",
        "角色",
        "角落",
        "毛病",
        "毛利",
        "分钟",
    ]
)
TIME_CODES = {"年": "a", "月": "mo", "日": "d", "天": "d", "小时": "h", "时": "h", "分钟": "min", "秒": "s"}
