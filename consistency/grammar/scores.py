"""Rules for scores and votes: two numbers that stand against each other, whichever side tells them."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Measured, Thing
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule
from consistency.model.values import SCORE
from consistency.patterns import pattern

_WON = "(?:获胜|取胜|战胜|击败|力克|险胜|大胜|完胜|淘汰|逆转|领先|告负|惜败|落后|战平|[ ]?(?:won|win|lost|beat))"
_WON_NEXT = pattern(_WON)
_COUNTED = tuple("年月日号时点分天人个名岁万亿元米度℃")
# Words of games and votes around a score; words of proportions, which are none: 按1比10的比例配制, 换股比例为1:3.
_GAME = pattern(
    "比分|比数|局数|局分|总分|大比分|打成|战成|踢成|[胜负平败挫]|扳平|追平|落后|领先|决赛|球|赛|对阵|逆转|淘汰"
    "|表决|投票|票数|通过|裁定|裁决|判决|否决|大法官"
)
_PROPORTION = pattern(
    "比例|比率|比值|配比|配制|稀释|混合|兑|汇率|换股|转增|拆[股分细]|合股|对赌|配[股备置给]|男女|师生|人数之?比|性别|随机|分配|赔率|杠杆"
    "|等比|仿制|复制|还原|缩小|放大|模型|传动|浓度|等于|折合|大约是|结构"
)
# 今年比去年, 一比就知道, 3比2大
_COMPARED = pattern("[大小多少高低强好差贵快慢更还个月年日号%％.：:点倍成分]|[百千万亿]")
_HIGHEST = 300  # 五比三万


def _score(match: re.Match[str], one: Numeral, two: Numeral) -> Item:
    """The score of two numbers; a proportion is a name."""
    text = match.string
    around = text[max(0, one.start - 14) : one.start] + " " + text[two.end : two.end + 10]
    low, high = sorted((one.low, two.low))
    if _PROPORTION.search(around) or (low == 1 and high >= 10 and not _GAME.search(around)):
        return Item(one.start, two.end, Thing("identifier"))
    both = one._replace(end=two.end, low=low, high=high, number=None, step=0.0)
    return Item(one.start, two.end, Measured(both, SCORE), one.start, two.end)


@rule(
    r"(?<![0-9.:])[0-9]{1,3}[ ]?(?:比|:|：)[ ]?[0-9]{1,3}(?![0-9]|[:：][0-9]|[%.万亿]|个)|"
    r"(?<![0-9.])[0-9.]+(?:∶[0-9.]+)+",
    starts="0123456789",
    examples="""
        以2:1获胜 = 1..2 比 | 3比1 = 1..3 比 | 比分21:15 = 15..21 比 | 1：0 = 0..1 比 | 4比2 = 2..4 比
        结构为7.4∶38.5∶54.1 = | 按1比10的比例稀释 = | 换股比例为1:3 = | 10比1 = | 以10比1大胜 = 1..10 比
        参议院以51比49通过 = 49..51 比 | 最终比分96比98 = 96..98 比 | 大法官6:3裁定 = 3..6 比 | 受试者按2:1随机分组 =
        11比7、9比11 = 7..11 比; 9..11 比
    """,
    rejects="14:28 | 9:05 | 上午9:00 | 13:45开始 | 3:00开会 | 12比特 | 8比特 | 2025年比2024年多",
)
def score(match: re.Match[str]) -> Item | None:
    """A score, or a ratio of several numbers, which is a name."""
    if "∶" in match[0]:
        return _name(match)
    left, right = re.split(r"[ ]?[比:：][ ]?", match[0])
    clock = "比" not in match[0] and len(right) == 2 and int(left) <= 24 and int(right) < 60
    before = match.string[max(0, match.start() - 2) : match.start()]
    if clock and not before.endswith(("比分", "比数", "以", "胜", "负", "平")):
        return None
    one = read_numeral(match.string, match.start())
    two = read_numeral(match.string, match.end() - len(right))
    if one is None or two is None or two.end != match.end():
        return _name(match)
    return _score(match, one, two)


@rule(
    "比(?=[零一二三四五六七八九十])",
    lead="number",
    starts="比",
    examples="""
        以四比二击败 = 2..4 比 | 七比二通过 = 2..7 比 | 十三比十一 = 11..13 比 | 局数四比三 = 3..4 比
        以六比三裁决 = 3..6 比 | 二比零领先 = 0..2 比 | 一比一战平 = 1 比 | 一比十的比例 =
    """,
    rejects="三比二大 | 十月比九月多 | 第三比第二 | 三比一比 | 八比特 | 五比三万 | 二比一千",
)
def score_in_words(match: re.Match[str], one: Numeral) -> Item | None:
    """A score in Chinese numerals."""
    text = match.string
    two = read_numeral(text, match.end())
    if two is None or one.arabic or one.integer is None or two.integer is None or _COMPARED.match(text, two.end):
        return None
    if text[one.start - 1 : one.start] in "第约近超" and one.start:
        return None
    if text.startswith("比", two.end) or max(one.low, two.low) > _HIGHEST:
        return None
    return _score(match, one, two)


@rule(
    "票[ ]?(?:对|比|(?:赞成|同意|支持)[、，,对比 ]*)(?=[0-9零一二两三四五六七八九十])",
    lead="number",
    starts="票",
    examples="7票对4票 = 4..7 比 | 9票对0票 = 0..9 比 | 六票比五票 = 5..6 比 | 118票赞成、14票反对 = 14..118 比",
    rejects="5票赞成，3人弃权 | 7票对他来说 | 每张票比3元贵 | 投了5票对3号",
)
def votes(match: re.Match[str], one: Numeral) -> Item | None:
    """The votes of two sides: 7票对4票 is 7比4."""
    two = read_numeral(match.string, match.end())
    if two is None or not match.string.startswith("票", two.end) or not (one.exact and two.exact):
        return None
    return _score(match, one, two._replace(end=two.end + 1))


@rule(
    rf"(?<![0-9.-])[0-9]{{1,3}}-[0-9]{{1,3}}(?:(?={_WON})|(?<=[0-9]-[0-9])(?![0-9.%-]))|7-11(?![0-9.%-])|7-Eleven",
    starts="0123456789",
    examples="""
        3-1获胜 = 1..3 比 | 2-0领先 = 0..2 比 | 108-99击败对手 = 99..108 比 | 总比分3-1 = 1..3 比 | 7-11便利店 =
        3-1 won = 1..3 比 | 教学楼3-1 =
    """,
    rejects="1-3人 | 1-2月 | 12-15 | 2-3倍 | 3-1-2 | 5-3月 | 7-11月 | 7-11日",
)
def score_with_hyphen(match: re.Match[str]) -> Item | None:
    """A score; two numbers where the first is the larger are no range, nor is the name of a chain of shops."""
    text, end = match.string, match.end()
    if match[0].startswith("7-") and len(match[0]) > 3:
        return None if text[end : end + 1] in _COUNTED else _name(match)
    left, right = match[0].split("-")
    won = _WON_NEXT.match(text, end) is not None
    falling = int(left) > int(right) and text[end : end + 1] not in _COUNTED
    one, two = read_numeral(text, match.start()), read_numeral(text, end - len(right))
    if one and two and (won or (falling and text[match.start() - 2 : match.start()] in ("比分", "战成", "打成"))):
        return _score(match, one, two)
    return _name(match) if falling else None


def _name(match: re.Match[str]) -> Item:
    return Item(match.start(), match.end(), Thing("identifier"))
