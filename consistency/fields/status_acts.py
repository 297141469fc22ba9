"""What a clause says of the acts of the news: which class of act, and whether it is so, from its words and their cues.

停用 and 还在用 are one class (启用) with opposite polarity, so a paraphrase is found without a shared word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from consistency.fields.status_cues import ELSE, FARTHEST, LEADS_IN, combine, cues_before, operators
from consistency.fields.status_words import act_words
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

LONGEST = 40  # characters of the words that say the state
_JOINED = pattern(r"[并和、或及也就再]*")
_ATTRIBUTE = pattern(r"(?![今明昨前后本次这那该][天日晚年月周届次])[\u4e00-\u9fffA-Za-z0-9]{1,12}的[\u4e00-\u9fff]{2,}")
_NO = "没未不"


@dataclass(frozen=True, slots=True)
class StatedAct:
    """The words `start:end` of a clause say that an act is in a state; `stop`: what is planned is its end.

    `takes_object`: 签署协议, but 大桥通车. `between` is what stands between the cues and the word (放弃B瓶检测).
    What follows the act goes on `until` the next one (获批 of 获批上市). A class of which a story has one ends
    in ! (合龙!).
    """

    classes: tuple[str, ...]
    state: str
    start: int
    end: int
    between: str
    until: int
    takes_object: bool
    stop: bool


def _is_operator(word: str) -> bool:
    pattern = operators("before").beginning(word[:1])
    return pattern is not None and pattern.fullmatch(word) is not None


def classes_named(text: str) -> frozenset[str]:
    """The classes of all acts that a text names, whatever it says of their state."""
    return frozenset(
        part.strip("…!")
        for match in act_words().find(text)
        for name, _ in act_words().meaning(match)
        for part in name.split("+")
    )


def stated_acts(clause: str) -> Iterator[StatedAct]:
    """Every act whose state the clause says, in order."""
    found = act_words().find(clause)
    if not found or is_question(clause):
        return
    left = 0
    for number, match in enumerate(found):
        last = found[number - 1]
        if number and not _JOINED.fullmatch(clause, last.end(), match.start()) and not _of_object(clause, left, last):
            # 推迟 is what befalls a meeting and what befalls an act: 推迟开学, 一分钱没有垫付
            left = last.start() if _is_operator(last[0]) or last[0][-1] in _NO else last.end()
        until = len(clause)
        if number + 1 < len(found) and found[number + 1].start() == match.end():
            until = match.end()
        yield from _stated(clause, match, left, until)


def named_acts(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The classes of every act that a text names or states, and whether it would be so were the text true."""
    for match in act_words().find(text):
        cues = cues_before(text, max(0, match.start() - ELSE), match.start())
        undone = sum(cue.lastgroup in ("negate", "suspend", "cancel", "deny") for cue in cues) % 2 == 1
        said: dict[bool, list[str]] = {}
        for name, own in act_words().meaning(match):
            said.setdefault((own in ("done", "act")) != undone, []).append(name)
        for so, names in said.items():
            yield _classes(tuple(names)), so


def _of_object(clause: str, left: int, act: re.Match[str]) -> bool:
    """Whether an act only tells which object a later one has: 没有就未获支持的六项主张提出上诉."""
    led = any(LEADS_IN.match(clause[cue.end() :]) for cue in operators("before").finditer(clause, left, act.start()))
    return led and bool(_ATTRIBUTE.match(clause, act.end()))


_QUESTION = pattern(r"[?？]|[吗么呢][。！!”]?$|会不会|有没有|是不是|能不能|要不要|该不该|可不可以|是否|能否|可否")


@lru_cache(maxsize=1024)
def is_question(clause: str) -> bool:
    """Whether a clause asks and states nothing: 降价了没有？, 会不会停课."""
    return bool(_QUESTION.search(clause))


def is_wished(clause: str, at: int) -> bool:
    """Whether what stands at a place of a clause is only wished, asked for or supposed: 若税率全部取消."""
    return any(cue.lastgroup == "irrealis" for cue in cues_before(clause, max(0, at - ELSE), at))


def _stated(clause: str, match: re.Match[str], left: int, until: int) -> Iterator[StatedAct]:
    cues = cues_before(clause, max(left, match.start() - FARTHEST), match.start())
    after = operators("after").match(clause, match.end(), len(clause))
    meaning = act_words().meaning(match)
    if (
        after is not None
        and after.lastgroup == "noun"
        and (_has_object(clause, match, cues, after[0]) or _is_told_of(clause, cues, after))
    ):
        after = None  # 已于今年8月签署资金存管协议
    if after is not None and after[0] == "的" and _CLEFT.match(clause, after.end()) and "是" in clause[: match.start()]:
        after = None  # 是在出租屋里被抓获的
    kinds = [cue.lastgroup or "" for cue in cues] + ([after.lastgroup or ""] if after is not None else [])
    if "irrealis" in kinds and not (cues and cues[-1][0] == "要" and clause.startswith("了", match.end())):
        return
    kinds = ["plan" if kind == "irrealis" else kind for kind in kinds]  # 水价要涨了
    if cues and _REASON.search(clause, 0, match.start()):
        return
    if after is not None and after.lastgroup == "noun":
        if not _OBJECT_AFTER.search(match[0]) or after[0] in _NAMES_ONLY:
            return  # 停课的6个班, 开工仪式: the act is named, not stated
        after, kinds = None, kinds[:-1]  # 扣了手续费: an object
    if cues and cues[-1][0] == "将" and cues[-1].end() == match.start() and _ATTRIBUTE.match(clause, match.end()):
        return  # 将掺有三聚氰胺的面粉出口
    start = min((cue.start() for cue in cues), default=match.start())
    if after is not None and after[0].startswith(("没", "未")) and any(own == "undone" for _, own in meaning):
        after, kinds = None, kinds[:-1]  # 坐标都捂着没有公开: said twice, not undone
    end = after.end() if after is not None else match.end()
    if _THEN.match(clause, end):
        return  # 上诉失败则会写进判例
    if end - start > LONGEST:
        start = match.start()
    bare = not cues and after is None
    if bare and _named_only(clause, match, meaning):
        return
    edges = [cue.end() for cue in cues], [*(cue.start() for cue in cues[1:]), match.start()]
    between = " ".join(clause[one:two] for one, two in zip(*edges, strict=bool(cues)))
    said: dict[tuple[str, bool], list[str]] = {}
    for name, own in meaning:
        result = combine(own, tuple(kinds), any(part.strip("…!") in done_at_their_end() for part in name.split("+")))
        if own == "suspended" and "举行" in name and result == ("planned", True):
            result = ("suspended", False)  # 将推迟到2027年 puts it off now
        if result:
            said.setdefault(result, []).append(name)
    for (state, stop), names in said.items():
        yield StatedAct(
            _with_stages(_classes(tuple(names)), state), state, start, end,
            between, until, all("…" in name for name in names), stop,
        )  # fmt: skip


def _has_object(clause: str, match: re.Match[str], cues: list[re.Match[str]], noun: str) -> bool:
    """Whether the noun after a verb is its object: something asserts this act (not 公布赔偿方案), and it takes one."""
    asserted = any(cue.lastgroup in ("done", "ongoing", "negate", "plan", "resume") for cue in cues)
    if not asserted or noun in _NAMES_ONLY or act_words().find(clause[cues[-1].end() : match.start()]):
        return False
    return all("…" in name for name, _ in act_words().meaning(match))


_ONE_THING = pattern("[^，。的0-9两三四五六七八九十百千万几数多各些]{2,12}$")


def _is_told_of(clause: str, cues: list[re.Match[str]], noun: re.Match[str]) -> bool:
    """Whether a clause is but one thing and what has become of it: 已于6月底投入运行的北湾二期."""
    led = bool(cues) and cues[0].start() == 0 and cues[0][0].startswith("已")
    return led and noun[0] == "的" and bool(_ONE_THING.match(clause, noun.end()))


# 3起零星交火, 学者的撤稿, 因停运退票, 就停火达成协议: before what is only named.
_NAMING = pattern(
    r"(?:[的之对]|(?<![\u4e00-\u9fff])[因就受]|[一二两三四五六七八九十数多几\d][起宗例桩份](?:零星|局部|疑似)?|关于|有关|由于|对于|围绕|鉴于)$"
)
# 对收购华榕精机一事, 关于停课的传闻: an affair is named.
_AFFAIR = pattern(
    "[^，。；：]{0,16}(?:一事|一案|一说|之事|之说|传闻|传言|风波|事件|争议|问题|话题|情形|说法|消息)(?=$|[，。；、：])"
)
NAME = 2  # characters of a word that may be a noun as well
# 滞留旅客, 被困群众: what is said not to be so is said of no one but those named right after.
_WHO = pattern(
    "旅客|乘客|游客|群众|村民|居民|学生|市民|人群|工人|矿工|船员|渔民|儿童|孩子|老人|患者|病人|人士|者|嫌犯|嫌疑人|罪犯|车辆|列车|航班|船只|楼盘|项目|学校|企业|地区|路段"
)


def _named_only(clause: str, match: re.Match[str], meaning: tuple[tuple[str, str], ...]) -> bool:
    """Whether an act that no cue asserts is but named, or says what a thing was: 停运一年三个多月的大桥."""
    if len(match[0]) <= NAME and (_NAMING.search(clause, 0, match.start()) or _AFFAIR.match(clause, match.end())):
        return True
    if all(own == "undone" for _, own in meaning) and _WHO.match(clause, match.end()):
        return True
    takes_object = any("…" in name for name, _ in meaning) and match[0][0] != "未"  # 未获支持的六项主张
    return not takes_object and bool(_ATTRIBUTE.match(clause, match.end()))


@lru_cache(maxsize=1024)
def _classes(names: tuple[str, ...]) -> tuple[str, ...]:
    """All classes of a word; one that is of several (停机) marks none of which a story has but one."""
    found = {name.replace("…", "") for all_of in names for name in all_of.split("+")}
    one_of = len(names) > 1
    return tuple(sorted(name.replace("!", "") if one_of else name for name in found))


@cache
def done_at_their_end() -> frozenset[str]:
    """The classes of act that are not done while they go on: 合龙, 完工."""
    return frozenset(lines("status_ends.txt"))


@cache
def _stages() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(course) for course in rows("status_stages.tsv"))


@lru_cache(maxsize=1024)
def _with_stages(classes: tuple[str, ...], state: str) -> tuple[str, ...]:
    """The classes, and the later stages of what is not begun: 申报还没有交上去 is not 已获批准 either."""
    if state != "undone":
        return classes
    later = {
        stage
        for course in _stages()
        for at, name in enumerate(course)
        if name in classes
        for stage in course[at + 1 :]
        if stage not in classes and f"{stage}!" not in classes
    }
    return (*classes, *sorted(later))


# An act that has happened names nothing with the word that follows.
_OBJECT_AFTER = pattern("了|[上到下]$")
_CLEFT = pattern("[。！!，”]?$")
_NAMES_ONLY = frozenset(["的", "前", "后", "而", "以后", "以前", "之前", "之后", "以来", "时", "的话"])

# 无一人因转移不及时伤亡: the cue is said of what came of the act.
_REASON = pattern("(?<![原起成病死事诱外内])因$|由于$")

_THEN = pattern("(?:的话)?[，,]?则(?:[会将要可能应是需]|$)|的话")
