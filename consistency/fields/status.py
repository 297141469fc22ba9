"""Facts of status: whether an act is done, under way, planned, undone, cancelled or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consistency.fields.assertion import is_asserted
from consistency.fields.status_acts import StatedAct, is_question, is_wished, stated_acts
from consistency.fields.status_denials import denial, may_deny, no_plan
from consistency.fields.status_things import bare, carried, of_the_act, person, says_little, thing
from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows
from consistency.model.facts import Fact, Statement
from consistency.model.values import Quantity, Term, Timex
from consistency.patterns import pattern
from consistency.statements import Reading

LONGEST = 24  # characters of the cue and its act that are shown as the value
ALONE = 8  # characters of a clause that hangs on the time before it
# Acts that befall people and are counted (12人获救), unless all of them (悉数落网).
_CASUALTIES = frozenset(
    ["下落", "找到", "疏散", "出院", "感染", "重症!", "接种", "受伤", "死人", "生还", "返家", "释放"]
)
_ALL = pattern("全部|悉数|均|都|一律|尽数|全员|无一")
BESIDE = 6  # characters between an act and the number of those it happened to
_COUNTED = frozenset(["人", "名", "位", "例", "户", "具", "个", "条", "人次", "辆", "辆次", "架次", "班", "趟"])
_STRENGTH = ("denied", "undone", "cancelled", "suspended", "planned", "done")
_PREDICATE = pattern(r"[\u4e00-\u9fffA-Za-z0-9“”]*")
# An act that has happened shows it by 了 after the verb: the value begins with the verb.
_AFTER_VERB = ("了", "进了")


@cache
def cues() -> Alternatives:
    """The cues of lexicon/status.tsv; the name of the group that matches is the state."""
    states: dict[str, list[str]] = {}
    for state, cues in rows("status.tsv"):
        states.setdefault(state, []).extend(cues.split())
    return Alternatives((state, cue) for state, cues in states.items() for cue in cues)


def read_states(reading: Reading) -> Iterator[Fact]:
    """The acts of the table that a clause states; of other clauses the strongest cue with what follows it.

    The value is the state, the text the words that say it, the measure what the act is about.
    """
    sentence, denying = "", False
    for number, statement in enumerate(reading.statements):
        if statement.sentence is not sentence:
            sentence = statement.sentence
            denying = may_deny(sentence)
        denied = list(_denied(reading, statement)) if denying else []
        yield from denied
        told = (_told(statement) if denying else "") or ("told" if _states_nothing(statement) else "")
        asserted = not (denied or told) and (is_asserted(statement) or (denying and _answers(statement)))
        acts = list(stated_acts(statement.clause)) if asserted else []
        for act in acts:
            yield _act(reading, number, act)
        if not acts and not denied and told != "told" and (fact := _cued(reading, statement)):
            yield fact


def _denied(reading: Reading, statement: Statement) -> Iterator[Fact]:
    """The acts that a clause denies: of what was told before (…系谣言), or as nobody's plan (没有…的计划)."""
    found, base = no_plan(statement.clause), statement.start
    if found is None:
        found, base = denial(statement.sentence, statement.lead), statement.sentence_start
        if found is None or not statement.start <= base + found.start < statement.start + len(statement.clause):
            return
    start, end = base + found.start, base + found.end
    span = reading.article.blocks[statement.block].span(start, end)
    for state, classes in found.states().items():
        yield Fact(
            "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end, statement,
            bare(found.content)[-2 * LONGEST :], (("cue", statement.clause), ("act", "+".join(classes))),
        )  # fmt: skip


# 没有停火，就不会有和平: what would follow, and so what is not said to be.
_IF = pattern(
    "(?:但|而|可|且|不过|因为|所以|“)*(?:没有?|不|无|非|若|如果?|只有|只要|一旦|除非|倘若?|假如|要是|哪怕|即[使便])"
)
# 三、转移安置。: a heading; 除意大利馆因故障闭馆外: what the next clause does not speak of.
_HEADING = pattern(r"[（(]?[一二三四五六七八九十\d]+[)）]?[、.．][^，。；：]{2,8}[。：]?")
_BUT_FOR = pattern("除(?!了).*外$")
_THEN = pattern("[，,、 ]*[^，。；就便则才]{0,6}(?:就|便|则|才|也)(?:不?[会能可要]|没|无|难|只能|不得不|得)")


def _states_nothing(statement: Statement) -> bool:
    """Whether a clause only says on what the next one depends, or of what it does not speak, or heads a section."""
    if _HEADING.fullmatch(statement.sentence) or _BUT_FOR.match(statement.clause):
        return True
    end = statement.start - statement.sentence_start + len(statement.clause)
    return bool(_IF.match(statement.clause) and _THEN.match(statement.sentence, end))


def _told(statement: Statement) -> str:
    """Whether a clause is `told` only to be denied, or is the `verdict` itself, "" for neither.

    早前有传影片取消公映，发行方昨晚否认，影片如期上映: what follows the verdict is stated.
    """
    found = denial(statement.sentence, statement.lead)
    at = statement.start - statement.sentence_start
    end = at + len(statement.clause)
    if found is None or not found.told - len(statement.clause) < at < found.start:
        return ""
    return "verdict" if found.start < end else "told"


def _answers(statement: Statement) -> bool:
    """Whether a clause follows the verdict on a rumour: 网传大桥被冲走不实，(经查看，该桥主体完好)."""
    found = denial(statement.sentence, statement.lead)
    return found is not None and found.end <= statement.start - statement.sentence_start


def _act(reading: Reading, number: int, act: StatedAct) -> Fact:
    statement = reading.statements[number]
    start, end = statement.start + act.start, statement.start + act.end
    span = reading.article.blocks[statement.block].span(start, end)
    when = _when(reading, statement, act.state == "planned")
    state = "planned" if _is_scheduled(reading, statement, act, when) else act.state
    classes = (*act.classes, *sorted(of_the_act(reading, number, act)))
    scope = [("cue", statement.clause[act.start : act.end]), ("act", "+".join(classes))]
    named = person(reading, statement)
    of = "" if named else carried(reading, statement)
    scope += [("name", named)] if named else [("of", of)] if of else []
    scope += [("role", "end")] if act.stop else []
    if done_to := _object(statement.clause, act):
        scope += [("object", done_to)]
    some = _ONLY.search(statement.clause, 0, act.start) or _counted(reading, statement, act)
    scope += [("some", "counted")] if some else []
    scope += [("aside", "yes")] if _is_aside(reading.texts[statement.block], start, end) else []
    return Fact(
        "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end,
        statement, thing(reading, number, act), tuple(scope), period=when,
    )  # fmt: skip


_ONLY = pattern("(?:只|仅)(?:有|是|将|对)?$")  # 高雄与台南只|取消两班


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether an act is told in brackets as an exception: （总统专机|照常起飞）."""
    opened = max(text.rfind(mark, max(0, start - _WITHIN), start) for mark in "（(")
    closed = min((at for mark in "）)" if (at := text.find(mark, end, end + _WITHIN)) >= 0), default=-1)
    if opened < 0 or closed < 0:
        return False
    inside = text[opened + 1 : closed]
    return _EXCEPTED.search(inside) is not None and not _BRACKETS.search(inside)


_WITHIN = 40  # characters between a bracket and what it holds
_BRACKETS = pattern("[（()）。\n]")
_EXCEPTED = pattern("照[常旧样]|正常|不受影响|除外|例外|仍")

# 取消了巡演, 没有参加婚礼: verbs of several classes, with what they are done to.
_DONE_TO = pattern("(?:检出|查出|测出|取消|参加|出席|终止|停止|公布|公开|恢复)了?$")
_NO_OBJECT = pattern("[到在给至经于才对向与和]")


def _object(clause: str, act: StatedAct) -> str:
    """What follows an act as that which it is done to, "" for nothing: 三聚氰胺 of 检出三聚氰胺."""
    after = bare(clause[act.end : max(act.end, act.until)])
    if says_little(after) or _NO_OBJECT.match(after):
        return ""
    return after if act.takes_object or _DONE_TO.search(clause, act.start, act.end) else ""


_SCHEDULED = pattern("^(?!.*[已了过完]).*(?:如期|按期|按时|如约|照[常旧开办]|于)")


def _is_scheduled(reading: Reading, statement: Statement, act: StatedAct, when: Timex | None) -> bool:
    """Whether what a clause says to be so is still to come: 影片如期于10月18日上映, said in June."""
    published = reading.article.published
    if act.state != "done" or "运行" in act.classes or not _SCHEDULED.search(statement.clause[act.start : act.end]):
        return False
    return bool(when and when.start and published and when.start > published.replace(tzinfo=None))


_OPENED = pattern("(?:^|(?<=[，；]))[自从到至]?[^，；]{2,12}(?<=[日号时分点半午晚晨夜间起])，$")


_GRAINS = ("month", "day", "hour", "minute", "part")
_PLANNED = (*_GRAINS, "tendays", "quarter", "half", "year")  # 计划于2026年第一季度引入


def _when(reading: Reading, statement: Statement, planned: bool) -> Timex | None:
    """The month, day or hour that a clause gives its act, of a plan the quarter or year: 自4月29日起停课."""
    start, end = statement.start, statement.start + len(statement.clause)
    if len(statement.clause) < ALONE:  # 12月3号，照常上课
        start = max(statement.sentence_start, start - ALONE)
    elif before := _OPENED.search(statement.sentence, 0, start - statement.sentence_start):
        start = statement.sentence_start + before.start()  # 6日下午两点半，关了两天多的机场恢复起降
    times = [
        mention.value for mention in reading.mentions[statement.block]
        if start <= mention.start < end and not mention.as_of and isinstance(mention.value, Timex)
    ]  # fmt: skip
    return next((time for time in times if time.grain in (_PLANNED if planned else _GRAINS)), None)


def _counted(reading: Reading, statement: Statement, act: StatedAct) -> bool:
    """Whether the act is what a number counts (12人获救, 转移居民3200人): the figure's business, but for all."""
    if not _CASUALTIES & set(act.classes) or _ALL.search(statement.clause, act.start, act.end):
        return False
    start, end = statement.start + act.start, statement.start + act.end
    left, right = max(statement.start, start - BESIDE), min(statement.start + len(statement.clause), end + BESIDE)
    return any(
        mention.kind == "quantity" and isinstance(mention.value, Quantity)
        and mention.value.unit in _COUNTED and mention.value.number != 1
        and (left <= mention.end <= start or end <= mention.start < right)
        for mention in reading.mentions[statement.block]
    )  # fmt: skip


def _cued(reading: Reading, statement: Statement) -> Fact | None:
    match = _strongest(statement.clause)
    if (
        match is None
        or is_question(statement.clause)
        or is_wished(statement.clause, match.start())
        or _counts(reading, statement, match)
    ):
        return None
    state = match.lastgroup or "done"
    start = match.start()
    if match[0] in _AFTER_VERB:
        start = max(0, start - 2)
    tail = _PREDICATE.match(statement.clause, match.end())
    end = min(tail.end() if tail else match.end(), start + LONGEST)
    start, end = statement.start + start, statement.start + end
    span = reading.article.blocks[statement.block].span(start, end)
    return Fact(
        "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end,
        statement, statement.clause[:LONGEST], (("cue", match[0]),),
    )  # fmt: skip


def _counts(reading: Reading, statement: Statement, match: re.Match[str]) -> bool:
    """Whether the clause is about a number (已造成11人遇难): the figure's business, whatever the cue."""
    if match.lastgroup != "done":
        return False
    end, after = statement.start + len(statement.clause), statement.start + match.end()
    return any(
        mention.kind == "quantity" and after <= mention.start < min(end, after + 4)
        for mention in reading.mentions[statement.block]
    )


# 停运一年三个多月的望津大桥重新开放: what the thing was, not what is said of it.
_ATTRIBUTE = pattern(r"[\u4e00-\u9fffA-Za-z0-9]{1,12}的[\u4e00-\u9fff]{2,}")


# 还没有来电的46个乡镇, 被裁定税率的29家企业, 未被记录的物种: which ones are meant, not what is said of them.
_WHICH = pattern(r"(?:[^，。的]{1,4}|[^，。的]{1,10}(?=的[\d一二三四五六七八九十]))的[\u4e00-\u9fff\d]{2}")


def _attributive(clause: str, match: re.Match[str]) -> bool:
    if match.lastgroup in ("undone", "done") and _WHICH.match(clause, match.end()):
        return True
    return match.lastgroup in ("suspended", "cancelled") and bool(_ATTRIBUTE.match(clause, match.end()))


def _strongest(clause: str) -> re.Match[str] | None:
    """The cue that decides: a denial before a plan before what is done; of equals the first."""
    found = [match for match in cues().finditer(clause) if not _attributive(clause, match)]
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda match: (_STRENGTH.index(match.lastgroup or "done"), match.start()))
