"""Rules for a number with its unit: things and people, measures, speeds, prices per unit, bare numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from consistency.grammar import bounds
from consistency.grammar.items import Item, Measured, Thing
from consistency.grammar.numerals import BARE_SCALES, Numeral, plus_half
from consistency.grammar.rules import rule
from consistency.grammar.units import CURRENCY_NAME, OWN, SOLD, Unit, any_unit, base_units, units
from consistency.patterns import pattern

_PRICE = "价格?|电价|单价|均价|售价|零售价|批发价|收购价|成本价?|造价|票价|租金|运费"
_SPEED = pattern(r"(?P<per>时速|每小时|每秒钟?|每分钟)(?:可|最高)?(?:达到?|为)?$")
_SPEED_AFTER = pattern("的(?P<per>时速)")
_CURRENCY = pattern(rf"(?P<name>{CURRENCY_NAME})[ ]?$")
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


@cache
def _per() -> re.Pattern[str]:
    return re.compile(
        rf"(?:每|一|平均每)(?:个)?(?P<unit>{any_unit()})(?:的?(?:{_PRICE}))?"
        "(?:仅|为|达|售|卖|补贴|补助|奖励|下调|上调|上涨|下跌|降低|提高|跌|涨|降|收){0,2}$"
    )


@cache
def _concentrated() -> frozenset[str]:
    """What concentrations are measured in: the mg of mg/L."""
    return frozenset(
        code.partition("/")[0]
        for code, (kind, _) in base_units().items()
        if kind in ("concentration", "content", "substance")
    )


@rule(
    r"(?=[死伤亡]|失踪|失联|遇难|罹难|重伤|轻伤|获救)",
    lead="number",
    starts="死伤亡失遇罹重轻获",
    examples="1死3伤 = 1 人; 3 人 | 1死1失踪 = 1 人; 1 人 | 致12死 = 12 人 | 酿65死百伤 = 65 人; 100 人 approx",
    rejects="三死亡谷 | 死亡 | 三死角 | 两伤口",
)
def casualties(match: re.Match[str], number: Numeral) -> Item | None:
    """死 and 伤 count people."""
    if match.string[match.end() : match.end() + 2] in ("死亡", "伤口", "伤心", "亡羊", "死角"):
        return None
    if number.text in ("百", "千", "万"):
        number = number._replace(mod="approx")
    return Item(number.start, number.end, Measured(number, "人"))


@rule(
    r"连(?P<of>[胜败冠平])(?![率])",
    lead="number",
    starts="连",
    examples="四连败 = 4 场 | 联赛五连胜 = 5 场 | 3连败 = 3 场 | 三连冠 = 3 次 | 十一连平 = 11 场",
    rejects="第三连胜任 | 一连平",
)
def streak(match: re.Match[str], number: Numeral) -> Item | None:
    """连胜 and 连败 count matches, 连冠 championships."""
    if number.number is None or number.number < 2:
        return None
    return Item(number.start, match.end(), Measured(number, "次" if match["of"] == "冠" else "场"))


@rule(
    "号(?=[工员职学村乘观队居老孩旅])",
    lead="number",
    starts="号",
    examples="三百四十来号工人 = 340 人 approx | 两千多号职工 = 2000..3000 人 more_than",
    rejects="12号工人罢工 | 3号学生",
)
def heads(match: re.Match[str], number: Numeral) -> Item | None:
    """People are counted by 号 where the number is rough; 12号 is a day."""
    return Item(number.start, match.end(), Measured(number, "人")) if number.mod else None


@rule(
    lambda: (
        rf"[ ]?(?:零下)?(?P<unit>{any_unit()})(?P<slash>(?:/|每)(?P<under>{any_unit()}|年|月|日|天|小时|分钟|秒|时)|"
        rf"一(?P<one>{SOLD})(?![些样般旦定切律致次级等月]))?"
    ),
    lead="number",
    starts=lambda: {*(word[0] for word in units()), *" 零"},
    examples="""
        12人 = 12 人 | 1600万吨 = 16000000 t | 超过300人 = 300.. 人 more_than | 300多人 = 300..400 人 more_than
        约41亿美元 = 4100000000 USD approx | 950百帕 = 950 hPa | 1200万千瓦 = 12000000 kW | 0.683元/瓦 = 0.683 CNY/W
        10~15k元 = 10000..15000 CNY | 投资 177.1 亿元 = 17710000000 CNY | 约 300 万人 = 3000000 人 approx
        一百 五 十 二人 = 152 人 | 三千 八百 九十六 万吨 = 38960000 t | 十 余 万人 = 100000..200000 人 more_than
        两美元又三美分 = 2.03 USD | 3英镑20便士 = 3.2 GBP | 1万(含)-5万元 = 10000..50000 CNY | 5美元3人 = 5 USD; 3 人
        1，234人 = 1234 人 | 82，225.00元 = 82225 CNY | 排名第12，300人到场 = 12 第位 ordinal; 300 人
        比分2:1，300人到场 = 1..2 比; 300 人 | 一百零几万元 = 1010000..1090000 CNY | 三十 四十人 = 30; 40 人
        打 8 折 = 80 % | 30 多万人 = 300000..400000 人 more_than | 3 号线 =
        2千5百万元 = 25000000 CNY | 5亿2千3百28万元 = 523280000 CNY
        1兆2000亿元 = 1200000000000 CNY | 一两个人 = 1..2 人 | 1万2千户 = 12000 户
        30w粉丝 = 300000 | 月薪15k = 15000 | 1.5w人 = 15000 人 | 超10w+ = 100000.. more_than | 3k元 = 3000 CNY
        300+人 = 300.. 人 equal_or_more | 十几二十公斤 = 11..20 kg | 数百亿美元 = 20000000000..99999999999 USD
        净利润-3.2亿元 = -320000000 CNY | 人民币500万 = 5000000 CNY | USD 500万 = 5000000 USD | JPY 300 = 300 JPY
        M7.1级地震 = 7.1 级 | 零下二十多度 = -30..-20 Cel
        9.9元一斤 = 9.9 CNY/斤 | 380元一张 = 380 CNY/张 | 每立方米35微克 = 35 ug/m3 | 每升12毫克 = 12 mg/L
        每立方米0.86毫克 = 0.86 mg/m3 | 每升0.5微克 = 0.5 ug/L | 每公斤2.5毫克 = 2.5 mg/kg | 152毫克/100毫升 = 152 mg/dL
        每吨上调200元 = 200 CNY/t | 每公里造价1.2亿元 = 120000000 CNY/km
        每斤批发价3.5元 = 3.5 CNY/斤 | 三岁半 = 3.5 岁 | 算力达1000PFLOPS = 1000 PFLOPS
        每瓦0.7元 = 0.7 CNY/W | 时速350公里 = 350 km/h | 每秒42米 = 42 m/s | 11.8米 = 11.8 m | 113个孩子 = 113 个
        86个人 = 86 人 | 1862件(套) = 1862 件 | 6800毫安时 = 6800 mA.h | 31万2480户 = 312480 户 | 4万5000人 = 45000 人
        55纳米至28纳米 = 28..55 nm | 15至20米 = 15..20 m | 新台币4亿8720万元 = 487200000 TWD
        人民币50万元 = 500000 CNY | 港币两千九百元 = 2900 HKD | 三斤半 = 3.5 斤 | 三十两 = 30 两 | 两个亿 = 200000000
        一百千瓦 = 100 kW | 37人遇难 = 37 人 | 两千零八人 = 2008 人 | 一万五千人 = 15000 人
        二十万亿元 = 20000000000000 CNY | 3万4000人 = 34000 人 | 1.36亿人 = 136000000 人 | 1,100万元 = 11000000 CNY
        壹佰万元 = 1000000 CNY | 廿三人 = 23 人 | 三十多人 = 30..40 人 more_than | 二十几人 = 21..29 人
        五六百人 = 500..600 人 | 近百人 = ..100 人 less_than | 上千人 = 1000.. 人 equal_or_more | 数十人 = 20..99 人
        数百名群众 = 200..999 人 | 十余人 = 10..20 人 more_than | 三十几万人 = 310000..390000 人
        一千多万元 = 10000000..20000000 CNY more_than
        两亿六千多万元 = 260000000..270000000 CNY more_than | 三万几千人 = 32000..39999 人
        逾200亿元 = 20000000000.. CNY more_than
        不足4000元 = ..4000 CNY less_than | 不到四千元 = ..4000 CNY less_than | 至少12人 = 12.. 人 equal_or_more
        最多5人 = ..5 人 equal_or_less | 高达58% = 58 % | 超20% = 20.. % more_than
        接近1.5万亿元 = ..1500000000000 CNY less_than | 将近90亿元 = ..9000000000 CNY less_than
        大约30米 = 30 m approx | 3—5人 = 3..5 人 | 80%~90% = 80..90 % | 15至20公里 = 15..20 km
        从2亿元增至3亿元 = 200000000 CNY; 300000000 CNY | 3至5万元 = 30000..50000 CNY
        一千到两千万元 = 10000000..20000000 CNY | 两到三百人 = 200..300 人 | 18岁以上 = 18.. 岁 equal_or_more
        60岁及以上 = 60.. 岁 equal_or_more | 14岁以下 = ..14 岁 equal_or_less | 300人左右 = 300 人 approx
        50人上下 = 50 人 approx | 200余名 = 200..300 人 more_than | 八百来人 = 800 人 approx
        100人以内 = ..100 人 equal_or_less | 5000元起 = 5000 CNY | -3.5℃ = -3.5 Cel | 零下12℃ = -12 Cel
        85分贝 = 85 dB[SPL] | 6.2级 = 6.2 级 | 里氏6.2级地震 = 6.2 级 | 14级大风 = 14 级
        17级以上 = 17.. 级 equal_or_more | 8级以上大风 = 8.. 级 equal_or_more | 612亩 = 612 亩 | 41公顷 = 41 har
        9.6万平方米 = 96000 m2
        5.4平方公里 = 5.4 km2 | 3.8万立方米 = 38000 m3 | 23200吨 = 23200 t | 375亿斤 = 37500000000 斤
        250公斤 = 250 kg | 800克 = 800 g | 60毫克 = 60 mg | 39英尺 = 39 [ft_i] | 6.7英寸 = 6.7 [in_i]
        48海里 = 48 [nmi_i] | 12节 = 12 [kn_i] | 每小时120公里 = 120 km/h | 时速近300公里 = ..300 km/h less_than
        以289公里的时速 = 289 km/h
        42米/秒 = 42 m/s | 120公里/小时 = 120 km/h | 3200立方米/秒 = 3200 m3/s | 每吨3400元 = 3400 CNY/t
        每平方米1.2万元 = 12000 CNY/m2 | 120万吨/年 = 1200000 t/a | 1.5万元/平方米 = 15000 CNY/m2
        2.7元/股 = 2.7 CNY/股 | 每股0.35元 = 0.35 CNY/股 | 约88亿美元 = 8800000000 USD approx
        300万欧元 = 3000000 EUR | 5000英镑 = 5000 GBP | 1.2万亿日元 = 1200000000000 JPY | 80万港元 = 800000 HKD
        2000万卢布 = 20000000 RUB | 4400亿韩元 = 440000000000 KRW | 9亿人民币 = 900000000 CNY | 50元人民币 = 50 CNY
        3000万印尼盾 = 30000000 IDR | 100瓦 = 100 W | 60兆瓦 = 60 MW | 2吉瓦时 = 2 GW.h | 300度电 = 300 kW.h
        5000大卡 = 5000 kcal | 12GB = 12 GBy | 200MB = 200 MBy | 1TB = 1 TBy | 100Mbps = 100 Mbit/s
        5000毫安时 = 5000 mA.h | 220伏 = 220 V | 1000转/分钟 = 1000 rpm | 28纳米 = 28 nm | 0.5毫米 = 0.5 mm
        2.5微米 = 2.5 um | 30微克/立方米 = 30 ug/m3 | 5光年 = 5 [ly] | 7.8‰ = 7.8 [ppth] | 1.2个百分点 = 1.2 pp
        5个点 = 5 pp | 25个基点 = 0.25 pp | 三个百分点 = 3 pp | 6枚金牌 = 6 枚 | 3枚导弹 = 3 枚 | 两艘渔船 = 2 艘
        5架直升机 = 5 架 | 18列动车 = 18 列 | 36趟 = 36 趟 | 9座车站 = 9 座 | 3所学校 = 3 所 | 47户 = 47 户
        2.87万户 = 28700 户 | 1260户居民 = 1260 户 | 5200名志愿者 = 5200 人 | 26个国家 = 26 个 | 11艘船只 = 11 艘
        14条渔船 = 14 条 | 20起案件 = 20 起 | 3例死亡病例 = 3 例 | 17份样本 = 17 份 | 48件套 = 48 件
        4.2亿只 = 420000000 只 | 310.5万股 = 3105000 股 | 3216套 = 3216 套 | 二级响应 = 2 级 | 一级响应 = 1 级
        应急响应升至一级 = 1 级 | 国家一级文物 = 1 级
        三级应急响应 = 3 级 | 两级财政 = 2 级 | 两个半篮球场 = 2.5 个 | 两吨半 = 2.5 t | 大门七孔全开 = 7 孔
        12.5万辆次 = 125000 辆次
        287人次 = 287 人次 | 136架次 = 136 架次 | 3.1万标箱 = 31000 TEU | 1200万TEU = 12000000 TEU
        2人以上 = 2.. 人 equal_or_more | 约2600套房源 = 2600 套 approx | 1000万像素 = 10000000 px
        2.5亿立方米天然气 = 250000000 m3 | 30多万吨 = 300000..400000 t more_than | 九百六十万平方公里 = 9600000 km2
        14亿人口 = 1400000000 人 | 5块钱 = 5 CNY | 八毛钱 = 0.8 CNY | 20块钱左右 = 20 CNY approx
    """,
    rejects="""
        三两天 | 10k路跑 | 4k电视 | 18k金 | 美元一抖 | 一个人 | 一名男子 | 一起事故 | 一次比赛 | 三线城市 | 一个
        一家公司 | 一件事 | 一位专家 | 一次性 | 一条心
        三方会谈 | 五里店 | 四方 | 六角形 | 二手车 | 三国演义 | 三位一体 | 七台河市 | 百家号 | 万户侯 | 两会
        两岸关系 | 三角债 | 三轮车 | 一级市场 | 一张嘴 | 五角星 | 一对一 | 一把手 | 三部曲 | 百米跑道 | 千米长跑
        每千克 | 一根根 | 一辆辆 | 三元素 | 十分钟 | 三分之一 | 一条条 | 一节节 | 一片片 | 一道道 | 一双双 | 一级演员
        一孔之见
    """,
)
def measured(match: re.Match[str], number: Numeral) -> Item | None:
    """A number and its unit."""
    text, word = match.string, match["unit"]
    unit, end = units()[word], match.end("unit")
    following = text[end : end + 1]
    refused = _refused(match, number, unit, following)
    if refused is not None:
        return refused or None
    if word == "块" and not _PRICE_ENDS.match(text, end):
        unit = units()["块儿"]
    halves = _NO_HALF_PIECE if word == "个" else _NO_HALF
    if following == "半" and (word in ("个", "岁") or unit.kind == "unit") and text[end + 1 : end + 2] not in halves:
        number, end = plus_half(number), end + 1
    return _with_basis(match, number, unit, end)


def _refused(match: re.Match[str], number: Numeral, unit: Unit, following: str) -> Item | Literal[False] | None:
    """What a number and a measure word are when they are no figure: nothing, or a name."""
    text, word, end = match.string, match["unit"], match.end("unit")
    small = not number.arabic and number.number is not None and number.number < 10
    if following in unit.not_before:
        return False
    if small and (unit.kind == "noun" or word in _FIGURES_ONLY):
        return False
    if unit.kind == "money" and word + following in _NOT_MONEY:
        return False
    if word.isascii() and word.isalpha() and following.isascii() and following.isalnum():
        return False
    if number.text == "一" and (
        following == word[-1] or (unit.kind == "measure" and not _is_grade(text, number.start, word, end))
    ):
        return Item(number.start, end, Thing(None))  # 一个, 一名; 一根根
    if number.text in BARE_SCALES and not (bounds.before(text, number.start) or bounds.after(text, end)):
        return Item(number.start, end, Thing(None))
    if number.text == "二" and unit.kind in ("measure", "noun") and word not in ("名", "位", "级", "类"):
        return Item(number.start, end, Thing("identifier"))  # 二套房 is the second one; two are 两套
    if unit.kind == "series" and number.exact and number.text != "两":
        return Item(number.start, end, Thing("identifier"))
    return None


def _is_grade(text: str, start: int, word: str, end: int) -> bool:
    return word == "级" and bool(_GRADES.match(text, end) or _GRADED.search(text, max(0, start - 16), start))


def _with_basis(match: re.Match[str], number: Numeral, unit: Unit, end: int) -> Item:
    """The measured number, with what the words around it measure it by: per second, per tonne, of which currency."""
    text, start, code = match.string, number.start, unit.code
    head = bounds.before(text, start)
    anchor = head[0] if head else start
    before = text[max(0, anchor - 12) : anchor]
    if code == OWN and (named := _CURRENCY.search(before)) is not None:
        code, start = units()[named["name"]].code, anchor - len(named[0])
    if match["slash"] and end == match.end("unit") and not (match["slash"][0] == "一" and unit.kind != "money"):
        under = units().get(match["under"] or match["one"])
        code, end = f"{code}/{under.code if under else TIME_CODES[match['under']]}", match.end()
    elif (speed := _SPEED.search(before)) is not None and (code, speed["per"]) in _SPEED_UNITS:
        code, start = _SPEED_UNITS[code, speed["per"]], anchor - len(speed[0])
    elif (speed := _SPEED_AFTER.match(text, end)) is not None and (code, speed["per"]) in _SPEED_UNITS:
        code, end = _SPEED_UNITS[code, speed["per"]], speed.end()
    elif (unit.kind == "money" and unit.factor == 1) or unit.code in _concentrated():
        per = _per().search(before)
        under = units()[per["unit"]] if per else None
        rate = f"{code}/{under.code}" if under else ""
        if (
            per
            and under
            and (rate in base_units() or (unit.kind == "money" and (under.kind == "unit" or under.code == "股")))
        ):
            code, start = rate, anchor - len(per[0])
    mod = head[1] if head and start < anchor else None
    return Item(start, end, Measured(number, code, unit.factor, mod=mod))


_NO_HALF = tuple("年天个小径数月")
_NO_HALF_PIECE = tuple("年月天小")
_FIGURES_ONLY = frozenset({*"方里节度尺寸丈桶担匹角毛升伏磅两坪", "平方", "立方"})  # but not 三方, 五里, 六角
# 一级 is a grade beside what is graded: 防洪一级响应, 响应由三级升至一级, 国家一级文物
_GRADES = pattern(
    r"(?:[防抗救][\u4e00-\u9fff]{1,3})?(?:应急)?(?:响应|预警|警报|战备|勤务|戒备)|"
    "(?:重点)?保护(?:野生)?[动植]物|(?:珍贵)?文物|[火风]险|重?[大特]?事故"
)
_GRADED = pattern("(?:响应|预警|警报|勤务|战备)[^，。；：,;]{0,10}$")
_PRICE_ENDS = pattern(r"$|[,，。;；:：、!！?？)）”’\s多左右上下以不一每给的/至到-]|钱")
_NOT_MONEY = frozenset(
    {
        "元月",
        "元桥",
        "元论",
        "元区",
        "元里",
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
    }
)
TIME_CODES = {"年": "a", "月": "mo", "日": "d", "天": "d", "小时": "h", "时": "h", "分钟": "min", "秒": "s"}
