"""Rules for scales whose unit the words around the number tell: degrees, decades of age, magnitudes of earthquakes."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Measured
from consistency.grammar.numerals import BARE_HALF, Numeral, read_numeral
from consistency.grammar.numerals_han import DIGITS
from consistency.grammar.rules import rule
from consistency.grammar.units import units
from consistency.model.values import GRADE
from consistency.patterns import pattern


@rule(
    r"(?:摄氏)?度(?!假|数|电|过|角|量|夏|日)(?P<tenths>[0-9一二三四五六七八九](?![0-9]))?",
    lead="number",
    starts="度摄",
    examples="""
        华氏52度 = 52 [degF] | 零下5摄氏度 = -5 Cel | 东经100.87度 = 100.87 deg | 零下四十度 = -40 Cel
        气温降至4摄氏度 = 4 Cel | 烧到38度9 = 38.9 Cel | 最高气温35度 = 35 Cel | 摄氏30度 = 30 Cel
        三十七度五 = 37.5 Cel
        北纬31.42度 = 31.42 deg | 体温39度 = 39 Cel | 旋转90度 = 90 deg | 烈度达到九度 = 9 度 | 36.5摄氏度 = 36.5 Cel
    """,
    rejects="三度电 | 二度 | 高度角 | 三度入围 | 5度电 | 高度 | 三度 | 年度 | 二度梅 | 30度角",
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
        or bool(match["tenths"] and 34 <= number.high <= 42)  # 一量三十七度五
    )
    if "烈度" in text[max(0, start - 6) : start]:
        return Item(start, match.end(), Measured(number, "度"))
    if not warm and not number.arabic and (number.high < 10):
        return None
    if match["tenths"] and number.number is not None:
        tenth = read_numeral(match["tenths"], 0)
        value = number.number + (tenth.number or 0.0) / 10 if tenth else number.number
        number = number._replace(low=value, high=value, number=value, step=0.1)
    return Item(start - 2 if scale == "摄氏" else start, match.end(), Measured(number, "Cel" if warm else "deg"))


_WARM = pattern("[温热烧冷]|零下|摄氏")


@rule(
    r"旬(?!节)",
    lead="number",
    starts="旬",
    examples="""
        六旬老人 = 60..69 岁 | 七旬汉 = 70..79 岁 | 八旬以上 = 80..89 岁 equal_or_more | 年过七旬 = 70.. 岁 more_than
        年近六旬 = ..60 岁 less_than | 年逾八旬 = 80.. 岁 more_than | 九旬奶奶 = 90..99 岁
    """,
    rejects="三月上旬 | 六旬节 | 三旬 | 兼旬",
)
def decades_of_age(match: re.Match[str], number: Numeral) -> Item | None:
    """旬 is ten years of age."""
    if number.number is None or not 5 <= number.number <= 10:
        return None
    low = number.number * 10
    if match.string[max(0, number.start - 2) : number.start] in ("年过", "年近", "年逾"):
        return Item(number.start, match.end(), Measured(number._replace(low=low, high=low, number=low), "岁"))
    if match.string[match.end() : match.end() + 1] not in _OLD:
        return None
    return Item(number.start, match.end(), Measured(number._replace(low=low, high=low + 9, number=None), "岁"))


@rule(
    r"半百(?!斤)|(?<=年[过近逾届])(?:花甲|古稀)",
    starts="半花古",
    examples="年过半百 = 50.. 岁 more_than | 年近花甲 = ..60 岁 less_than | 年逾古稀 = 70.. 岁 more_than",
    rejects="半百斤 | 花甲粉 | 古稀罕",
)
def age_by_name(match: re.Match[str]) -> Item:
    """The ages that have names."""
    years = {"半百": 50.0, "花甲": 60.0, "古稀": 70.0}[match[0]]
    number = Numeral(match.start(), match.end(), match[0], years, years, years, 1.0, arabic=False)
    return Item(match.start(), match.end(), Measured(number, "岁"), match.start(), match.end())


_OLD = tuple("老汉妇男女翁的以长奶爷夫")


@rule(
    r"(?:规模|震级)(?:为|达到?)?(?=[1-9]\.[0-9](?![0-9%]))",
    starts={"规模", "震级"},
    examples="""
        芮氏规模6.4 = 6.4 级 | 规模7.2地震 = 7.2 级 | 震级5.8 = 5.8 级 | 里氏震级为6.1级 = 6.1 级 | 震级达7.1级 = 7.1 级
    """,
    rejects="规模3.5亿元 | 规模6.4万平方米 | 规模1.2%",
)
def magnitude(match: re.Match[str]) -> Item | None:
    """The magnitude of an earthquake before which the word for it stands."""
    text = match.string
    number = read_numeral(text, match.end())
    if number is None or number.end != match.end() + 3:
        return None
    graded = text.startswith("级", number.end)
    if not (
        graded
        or text[match.start() - 1 : match.start()] == "氏"
        or match[0].startswith("震")
        or _QUAKE.match(text, number.end)
    ):
        return None
    return Item(number.start, number.end + graded, Measured(number, "级"), number.start, number.end)


_QUAKE = pattern("的?(?:强烈?|有感|浅层)?(?:地震|强震|余震)")


@rule(
    r"米(?P<rest>[0-9]{1,2}|[零一二三四五六七八九]{1,2})(?![0-9.零一二三四五六七八九十百千万亿多余来几个%年月日时点分秒岁]|[公厘分]?[米斤里])",
    lead="number",
    starts="米",
    examples="""
        身高1米85 = 1.85 m | 一米八 = 1.8 m | 2米36 = 2.36 m | 一米七五 = 1.75 m | 水深3米5 = 3.5 m | 1米05 = 1.05 m
        出事前是36米82 = 36.82 m | 水位218米42。 = 218.42 m | 放到九十六米五， = 96.5 m
    """,
    rejects="三十米五彩池 | 50米12人 | 3米50个 | 100米9秒 | 5米3年 | 12米5 | 3米5月",
)
def metres_and_less(match: re.Match[str], number: Numeral) -> Item | None:
    """Metres with centimetres after them, as heights are told."""
    if not number.integer:
        return None
    if number.integer >= 10 and not (_ALONE.match(match.string, match.end()) and match["rest"] not in "0123456789"):
        return None  # 水位218米42, 九十六米五, but not 12米5
    digits = "".join(str(DIGITS.get(char, char)) for char in match["rest"])
    value = round(number.integer + int(digits) / 10 ** len(digits), 2)
    whole = number._replace(end=match.end(), low=value, high=value, number=value, step=0.1 ** len(digits))
    return Item(number.start, match.end(), Measured(whole, "m"))


_ALONE = pattern(r"$|[,，。；;、）)！!？?]|的|以[上下]|左右")


@rule(
    r"斤(?P<rest>[0-9]|[一二两三四五六七八九])两",
    lead="number",
    starts="斤",
    examples="6斤8两 = 6.8 斤 | 三斤二两 = 3.2 斤",
    rejects="三斤两桶 | 6斤8个",
)
def catties_and_less(match: re.Match[str], number: Numeral) -> Item | None:
    """Catties with tenths after them, as babies are weighed."""
    if number.integer is None:
        return None
    value = round(number.integer + int(DIGITS.get(match["rest"], match["rest"])) / 10, 1)
    whole = number._replace(end=match.end(), low=value, high=value, number=value, step=0.1)
    return Item(number.start, match.end(), Measured(whole, "斤"))


@rule(
    r"(?<![一二两三四五六七八九十多个大小上下前后过对各])半(?P<unit>吨|公斤|千克|斤|亩|公顷|公里|海里|米|升)(?![一二三四五六七八九八两多饭])",
    starts="半",
    examples="分量足有半吨 = 0.5 t | 重半公斤 = 0.5 kg | 不到半亩 = ..0.5 亩 less_than | 相距半公里 = 0.5 km",
    rejects="一个半吨 | 半斤八两 | 大半亩 | 半两 | 三吨半 | 半升降台 | 半米饭",
)
def half_a_unit(match: re.Match[str]) -> Item | None:
    """Half of a unit of weight, area or length."""
    unit = units()[match["unit"]]
    if match["unit"] == "升" and match.string.startswith("降", match.end()):
        return None
    number = Numeral(match.start(), match.end("unit"), match[0], 0.5, 0.5, 0.5, BARE_HALF, arabic=False)
    return Item(match.start(), match.end(), Measured(number, unit.code, unit.factor))


_ROMAN = {"Ⅰ": 1.0, "Ⅱ": 2.0, "Ⅲ": 3.0, "Ⅳ": 4.0, "Ⅴ": 5.0, "I": 1.0, "II": 2.0, "III": 3.0, "IV": 4.0, "V": 5.0}


@rule(
    r"(?<![A-Za-z0-9ⅠⅡⅢⅣⅤ])(?P<n>[ⅠⅡⅢⅣⅤ]|IV|I{1,3}|V)级(?!别)",
    starts="ⅠⅡⅢⅣⅤIV",
    examples="""
        启动抗旱Ⅲ级应急响应 = 3 级 | 将应急响应提升至Ⅱ级 = 2 级 | 发布II级预警 = 2 级 | 由IV级升为III级 = 4 级; 3 级
        Ⅰ级响应 = 1 级
    """,
    rejects="GⅡ级 | Ⅲ期 | AIII级 | Ⅱ级别",
)
def roman_grade(match: re.Match[str]) -> Item:
    """A grade in a Roman numeral."""
    value = _ROMAN[match["n"]]
    number = Numeral(match.start(), match.end("n"), match["n"], value, value, value, 1.0, arabic=False)
    return Item(match.start(), match.end(), Measured(number, GRADE), match.start(), match.end("n"))


_COLOURS = {"红": 1.0, "橙": 2.0, "黄": 3.0, "蓝": 4.0}  # the colours that the law gives the four grades of warnings


@rule(
    r"(?P<colour>[红橙黄蓝])色(?=[\u4e00-\u9fff]{0,4}?(?:预警|警报|警告))(?:预警|警报|警告)?",
    starts={f"{colour}色" for colour in _COLOURS},
    examples="""
        发布暴雨橙色预警 = 2 级 | 升级为红色预警信号 = 1 级 | 黄色大雾预警 = 3 级 | 寒潮蓝色预警 = 4 级
        将高温橙色预警升级为红色预警 = 2 级; 1 级 | 挂出红色暴雨警告 = 1 级
    """,
    rejects="红色旅游 | 黄色书刊 | 橙色外套 | 蓝色警车 | 红色警戒",
)
def warning_colour(match: re.Match[str]) -> Item:
    """The grade of a warning, told by its colour."""
    value = _COLOURS[match["colour"]]
    number = Numeral(match.start(), match.end(), match[0], value, value, value, 1.0, arabic=False)
    return Item(match.start(), match.end(), Measured(number, GRADE), match.start(), match.end())
