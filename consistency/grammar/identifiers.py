"""Rules for what looks like a figure and is none: identifiers, idioms, names with numbers in them."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from consistency.grammar.items import Item, Thing
from consistency.grammar.numerals import Numeral
from consistency.grammar.rules import alternation, rule
from consistency.grammar.units import any_unit, units
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

_IDIOMS = [word for line in lines("number_idioms.txt") for word in line.split()]


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(any_unit())


@rule(
    alternation(sorted(_IDIOMS, key=len, reverse=True)),
    starts=_IDIOMS,
    examples="""
        一些地方一直没有统一 = | 十分重要 = | 三明治 = | 万一 = | 一带一路 = | 唯一 = | 进一步 = | 百度 = | 四川 =
        三亚 = | 千方百计 = | 两岸 = | 几乎 = | 数据 = | 零售 = | 半导体 = | 五粮液 = | 九江 = | 三峡 = | 一般 =
        一旦 = | 一定 = | 一般性 = | 两会 = | 之一 = | 四通八达 = | 五花八门 = | 六安 = | 七嘴八舌 = | 八达岭 =
        十堰 = | 百姓 = | 千万别 = | 万科 = | 二维码 = | 三角洲 = | 一线城市 = | 七上八下 = | 九寨沟 = | 十字路口 =
        数字化 = | 几何 = | 零部件 = | 半决赛 = | 三中全会 = | 亿万 = | 三农 = | 二手房 =
    """,
)
def idiom(match: re.Match[str]) -> Item:
    """Words with a number in them that count nothing."""
    return Item(match.start(), match.end(), Thing(None))


@rule(
    r"(?<![0-9.])[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9])",
    starts="0123456789",
    examples="“3·11”事故 = | 9·3阅兵 = | “5·12”汶川地震 = | 12·4 =",
)
def dotted_name(match: re.Match[str]) -> Item:
    """The day that an event is named after."""
    return Item(match.start(), match.end(), Thing("identifier"))


@rule(
    r"(?<![0-9])(?:[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}|0[0-9]{2,3}-[0-9]{5,8}|1[3-9][0-9]{9}|"
    r"[0-9]{6,}-[0-9]+)(?![0-9.人元美日欧港个件吨万亿股户])",
    starts="0123456789",
    examples="热线0000-96333 = | 400-000-0119 = | 13800138000 = | 0518-00000000 = | 010-12345678 =",
    rejects="2026-03-05 | 13000000000人 | 100-200元 | 2019-2023年 | 3000-5000人",
)
def telephone(match: re.Match[str]) -> Item:
    """A telephone number."""
    return Item(match.start(), match.end(), Thing("identifier"))


@rule(
    r"(?<![0-9.])(?:[0-9]{2,5}[ ]?[×xX*][ ]?[0-9]{2,5}(?![0-9.])|[0-9][×xX*][0-9]{2,4}米(?=接力|混合|自由|男|女|$))",
    starts="0123456789",
    examples="4×100米接力 = | 1366×768分辨率 = | 1920x1080 =",
    rejects="3×5米 | 3×5",
)
def dimensions(match: re.Match[str]) -> Item:
    """The size of a picture, or a relay."""
    return Item(match.start(), match.end(), Thing("identifier"))


_MODELS = [word for line in lines("model_names.txt") for word in line.split()]
_MODEL_ENDS = frozenset("-" + "".join(word[-1] for word in _MODELS))
_MODEL = pattern(
    rf"(?:{alternation(sorted(_MODELS, key=len, reverse=True))}|(?<![A-Za-z])[歼轰运直苏图安辽胶](?=-))-?$"
)


def is_model(text: str, at: int, end: int) -> bool:
    """Whether a number stands after the name of a machine (歼-20, 波音737); a number of things does not (波音3架)."""
    if text[at - 1] not in _MODEL_ENDS or _MODEL.search(text, max(0, at - 5), at) is None:
        return False
    follows = _unit().match(text, end)
    return text[at - 1] == "-" or not follows or units()[follows[0]].kind not in ("measure", "money", "thing")


_NUMBERED = (
    r"号(?:线|楼|院|令|文件|台风|公告|矿井?|井|机组?|公路|国道|省道|馆|厅|坑|墓|窑|桥|选手|航站楼|店|门|"
    r"车厢|泊位|码头|船|房|仓|库|炉|高炉|发动机|种子|工程|平台|产线|厂房|泵站|隧道|提案|决议)"
    r"|线(?![上下程])|强(?!度|烈|震|降|风|台)|路(?=公交|车|、|和|$|[,，。及])|次(?:列车|航班|高铁|动车|"
    r"特快|专列)|年[版款](?!权|税|本)|届[一二三四五六七八]中全会|(?:工作面|掘进|"
    r"航班|国道|省道|"
    r"高速|房间|信箱|频道|赛季|学年|款|米栏|米跑|米短跑|米接力|版)(?!人)"
)


@rule(
    rf"(?:/[0-9]+)?[A-Za-z]{{1,8}}[A-Za-z0-9]*|{_NUMBERED}",
    lead="number",
    starts={
        *"/号线强路次掘航国省房信频赛款版届",
        *("工作", "高速", "学年", "米栏", "米跑", "米短", "米接", "年版", "年款"),
        *ascii_letters,
    },
    examples="""
        5G = | 移动4/5G = | 3号线 = | 县道199线 = | 台9线 = | 3路、11路公交车 = | 4K电视 = | 2K = | 3108掘进工作面 =
        108国道 = | 500强企业 =
        五百强 = | 1号楼 =| 2号航站楼 = | 9号台风 = | 2025赛季 = | 100米栏 = | 夜2路 =
        7号公路 = | 2B铅笔 = | 3D打印 = | 117号令 = | 2026年版 = | 2025年款车型 =
        波音737-800客机 = | 歼-20 = | 东风-41 = | 苏-57战机 = | 空客A320 = | 骁龙8 = | 长征5号火箭 = | 二十届四中全会 =
    """,
    rejects="""
        东风5000辆 | 波音公司3架 | 12GW | 50km | 6800mAh | 3路人马 | 3.5GB | 100MB | 16GB | 20km/h | 220kV | 300路人
        3款 | 2版 | 1月12号公告 | 8月3号文件下发
    """,
)
def labelled(match: re.Match[str], number: Numeral) -> Item | None:
    """A number with letters, or that numbers a line, a building, a bus."""
    text, start = match.string, number.start
    first = match[0][0]
    if first.isascii():
        if first != "/" and match[0] in units():
            return None
        while start and text[start - 1] in "/0123456789" and number.start - start < 8:
            start -= 1
    elif first == "号" and text[start - 1 : start] == "月":
        return None  # 1月12号公告
    elif (first in "款版" and not (number.arabic and len(number.text) == 4)) or (first in "高" and not number.arabic):
        return None
    return Item(start, match.end(), Thing("identifier"))


_HOTLINE = pattern("11[0279]|12[02]|999|911|995|1[12]3[0-9]{2}|9[56][0-9]{3}")
_CALLED = pattern("[打拨报通](?:了|通|电话)?“?$|致电“?$")


@rule(
    "[,，。;；!！”、叫报求投喊]",
    lead="number",
    starts=",，。;；!！”、叫报求投喊",
    examples="打120,急救人员到场 = | 拨打110报警 = | 报110求助 = | 致电12315投诉 = | 拨打“119” = | 打了911。 =",
    rejects="打了120个电话 | 打119分 | 报120元 | 得分110,",
)
def hotline(match: re.Match[str], number: Numeral) -> Item | None:
    """A number that is called: 打120."""
    called = (
        number.arabic
        and _HOTLINE.fullmatch(number.text)
        and _CALLED.search(match.string, max(0, number.start - 5), number.start)
    )
    return Item(number.start, number.end, Thing("identifier")) if called else None


_NAMED = [
    (re.compile(number), re.compile("|".join(words.split())), words) for number, words in rows("number_names.tsv")
]


@rule(
    "",
    lead="number",
    starts={word[0] for _, _, words in _NAMED for word in words.split()},
    examples="""
        12345热线 = | 12345政务服务便民热线 = | 120急救车 = | 12306网站 = | 95588客服 =
        211高校 = | 985院校 = | 90后 = | 95后女孩 = | 零零后 = | 315晚会 = | 2单元501室 = | 党的二十大报告 =
        3.15晚会 =
    """,
    rejects="120个急救站 | 5天后 | 10后卫 | 二十大类 | 3室一厅 | 12345人 | 打了300个 | 500消防员 | 300服务员",
)
def named_number(match: re.Match[str], number: Numeral) -> Item | None:
    """A number that is a name: a hotline, a generation, a room, a gala."""
    text, end = match.string, number.end
    if any(numbers.fullmatch(number.text) and after.match(text, end) for numbers, after, _ in _NAMED):
        return Item(number.start, end, Thing("identifier"))
    return None
