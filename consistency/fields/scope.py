"""Reads the scope of a fact into slots: which period, extent, group, stage, basis … the words around it name."""

from __future__ import annotations

import re
from functools import cache
from operator import add

from consistency.lexicon import any_of, rows
from consistency.patterns import pattern

# 增至6.87亿 is a level, 增加6.87亿 a change: the same number on another basis.
_TO = pattern(
    r"(?:(?:增|升|加|降|涨|跌|减|提高|提升|增长|增加|上升|下降|减少|降低|压缩|缩短|缩减|扩大|上调|下调|调整|增多|回落"
    r"|攀升|恢复)(?:至|到|为|成)|升上)[^，。；0-9零一二两三四五六七八九十百千]{0,6}$"
)
# 只剩首周末的28%, 压到了上个月的四成: what is left, or reached, of what was.
_OF_WHAT_WAS = pattern(
    r"(?:只剩下?|仅剩下?|还剩|剩下|压到|压至|降到|降至|跌到|跌至|减到|减至|缩到|砍到|仅为|只有|仅有|只及|不及|相当于|达到|达|[是为])了?"
    r"[^，。；、0-9]{0,6}(?:当初|原来|原先|此前|之前|以前|同期|去年|上年|上月|上个月|上季|上周|前一[天日月周年]|首[日周]|首周末|往年|历年|常年|高峰|峰值|最初|一半)[^，。；、0-9]{0,4}的$"
)
_BY_AFTER = pattern("的?(?:降幅|涨幅|增幅|跌幅|升幅|减幅)")
_BY = pattern(
    r"(?:增(?!加?值)|升(?![井机岁起旗空])|降(?![雨水雪糖级机])|涨|跌|减|提高|提升|增长|增加(?!值)|上升|下降|减少|降低"
    r"|压缩|缩短|缩减|扩大|上调|下调|回落|攀升|加征|高出|多出|翻(?![沉译船车出下过修新建])|多(?![达则云在数里萨人时日])"
    r"|少(?![则说数年女儿])|优惠|减免|便宜|让利|加收|贵(?![宾州阳])|快(?![讯递餐也赶])|涨幅|下滑|压减|缩水|回升|贬值|升值)"
    r"(?:了|幅|约|近|超|超过|逾|过|大|逾过)?[^，。；0-9零一二两三四五六七八九十百千至到为]{0,2}$"
    r"|(?:高出|多出|超出|贵出|高于|高过|低于)[^，。；、0-9]{1,8}$"
)
_DOWN = pattern(r"(?:低于|降(?![雨水雪])|跌|减|少|回落|缩短|缩减|压缩|下调|下滑|贬值)[^，。；]{0,5}$")
_UP = pattern(r"(?:高出|高于|增(?!加?值)|升(?![井机])|涨|提高|提升|高|扩大|上调|攀升|多(?!达)|加征|翻)[^，。；]{0,4}$")


# What one share of a figure falls to: 每10股派3.5元, 每户最高20万元, and how often: 每人每天60升, 一昼夜抽出1200立方米.
_NUMBER = r"[\d零一二两三四五六七八九十百千万亿]*"
# 以每股9.36元的价格吸纳412万股: the share is the price's; 向每名遇难者家属发放3万元: it falls to a family.
_SPENT = pattern(r"[约近超逾]?[\d.,零一二两三四五六七八九十百千万亿]+[^，。；、\d]{0,4}的")
_FAMILY = pattern(r"[^，。；、\d]{0,6}(?:家属|家庭|亲属|一家)")
# 三年加起来不能超过8%, 两天亏了1300万: of all the time, not of each year or day.
_WHOLE = pattern(
    "(?<![第近每前后过])([两二三四五六七八九十0-9]{1,3})个?(?P<unit>年|月|周|天|日|小时)[内里间]?"
    "(?:加起来|一共|总共|共|累计|合计|总计|亏|赚|烧|损失)"
)
# 日降幅, 日均客流, 年产120万吨, 月租金: in each day, year or month; but 3月产量, 去年产量, 当日销量.
_RATED = pattern(
    "(?<![0-9〇零一二三四五六七八九十百两几数多半上下本今昨明当次翌同前后去近末首每全])(?P<unit>[日月年周])"
    "(?:均|平均|产(?![业品权])|[降涨增跌]幅|处理|供[水应电气]|输送|耗|销[量售]|抽|排[放水涝]|发电|租金?|薪|客流|流量|吞吐|利率)"
)
_TOTAL = pattern(r"共计|合计|总计|总共|一共")


_SEGMENT = pattern(r"[、，,；;（）()]|\d+|以及")
_REACH = 8  # characters after a value that still name what it counts
# 跟上个月比，均价涨了3.6%; 环比看，收入多了6.4%.
_LEADING = pattern(r"(?:[与跟和同较比][^，。,；]{1,10}比较?|[同环]比(?:来?看)?)[，,]$")


_REACH_BACK = 12  # characters before a value in which all of a change stands


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]:
    """For each slot one pattern of all its words, the longest first, and what each word means."""
    words: dict[str, dict[str, str]] = {}
    for slot, filler, listed in rows("scope.tsv"):
        words.setdefault(slot, {}).update(dict.fromkeys(listed.split(), filler))
    return tuple((slot, any_of(meaning), meaning) for slot, meaning in words.items())


@cache
def _share_patterns() -> tuple[dict[str, tuple[str, str]], re.Pattern[str], re.Pattern[str]]:
    """The slot and filler of each word, 每 before it, and 一 before it: 一亩水田赔3.42万, 一个人八万五.

    一 counts where nothing before it makes the one thing another (这一家, 其中一户).
    """
    slots = {word: (slot, filler) for slot, filler, words in rows("shares.tsv") for word in words.split()}
    units = "|".join(sorted(slots, key=len, reverse=True))
    every = re.compile(rf"[每按](?:一个|个|一)?(?P<number>{_NUMBER})个?(?P<unit>{units})")
    one = re.compile(
        rf"(?:^|[，。；：、“]|平均|大约|现在|以前|的话|人|户|家)一个?(?P<unit>{units})"
        r"(?!多(?![支花掏交付缴出用赚拿给])|半|共|起|直|些|样|定|边|度|行|手|旦|再|前|后|内|里|来|以|之|的|左右|晚上|早)"
    )
    return slots, every, one


@cache
def _heads() -> dict[str, set[int]]:
    """The slots (by their number in the table) whose words begin with two characters, or are a single one."""
    found: dict[str, set[int]] = {}
    for number, (_, _, meaning) in enumerate(_table()):
        for word in meaning:
            found.setdefault(word[:2], set()).add(number)
    return found


def _named(text: str) -> list[int]:
    """The slots of which a word may stand in a text: of some thirty a clause names two or three."""
    heads = _heads()
    begun = [*filter(heads.__contains__, map(add, text, text[1:])), *filter(heads.__contains__, text)]
    return sorted(set().union(*map(heads.__getitem__, begun))) if begun else []


def read_scope(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The slots that the words around a value fill, the nearest word of its own segment first.

    `before` and `after` are the clause on either side of the value. A segment ends at 、 and at the next value:
    遇难14人、受伤9人 says 9人 of the injured, not of the dead.
    """
    own = _SEGMENT.split(before)[-1], _SEGMENT.split(after)[0][:_REACH]
    found: list[tuple[str, str]] = []
    for slot, words, meaning in (_table()[number] for number in _named(f"{before}|{own[1]}")):
        word = _last(words, own[0]) or _first(words, own[1]) or _last(words, before)
        if word:
            found.append((slot, meaning[word]))
    near = max(0, len(before) - _REACH_BACK)
    if _TO.search(before, near) or (before.endswith("的") and _OF_WHAT_WAS.search(before)):
        found.append(("change", "to"))
    elif _BY.search(before, near) or _BY_AFTER.match(after):
        found.append(("change", "by"))
    found += _shares(before)
    if _DOWN.search(before, near):
        found.append(("direction", "down"))
    elif _UP.search(before, near):
        found.append(("direction", "up"))
    return tuple(found)


def _shares(before: str) -> list[tuple[str, str]]:
    """To what one share of a value falls (`per`), and in what time (`rate`): 每人每天 is of a person and a day."""
    found: dict[str, str] = {}
    slots, every, one = _share_patterns()
    matches = [*one.finditer(before)] if "一" in before else []
    for match in matches + ([*every.finditer(before)] if "每" in before or "按" in before else []):
        if _SPENT.match(before, match.end()):
            continue
        slot, filler = slots[match["unit"]]
        if filler == "人" and _FAMILY.match(before, match.end()):
            filler = "户"
        number = match.groupdict().get("number")
        found[slot] = ("" if number in (None, "1", "一") else number or "") + filler
    if "rate" not in found and (whole := _WHOLE.search(before)) is not None:
        found["rate"] = whole[1] + slots[whole["unit"]][1]
    if "rate" not in found and (rated := _RATED.search(before)) is not None:
        found["rate"] = slots[rated["unit"]][1]
    if "per" not in found and _TOTAL.search(before):
        found["per"] = "total"
    return list(found.items())


def share_of(word: str) -> str:
    """What one of a measure word is one of: 十五块一趟 falls to one 次."""
    return _share_patterns()[0].get(word, ("per", word))[1]


def place_of(slot: str, before: str, after: str) -> tuple[int, int] | None:
    """Where in the clause on either side of a value the words that fill a slot stand, the nearest before it first.

    Counted from the start of `before`, as if the value between the two took no room; None where no word fills it.
    """
    patterns = [pattern for name, pattern, _ in _table() if name == slot]
    if slot in ("per", "rate"):
        patterns = list(_share_patterns()[1:])
    for text, offset, nearest in ((before, 0, -1), (after, len(before), 0)):
        found = sorted(match.span() for pattern in patterns for match in pattern.finditer(text))
        if found:
            return offset + found[nearest][0], offset + found[nearest][1]
    return None


def leading_basis(lead: str) -> str:
    """What the clause that ends `lead` compares by, where it says nothing else: 跟上个月比，均价涨了3.6%."""
    clause = _LEADING.search(lead)
    return dict(read_scope(clause[0], "")).get("basis", "") if clause else ""


def _last(pattern: re.Pattern[str], text: str) -> str:
    word = ""
    for match in pattern.finditer(text):
        word = match[0]
    return word


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
