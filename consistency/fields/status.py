"""Facts of status: whether an act is done, under way, planned, undone, cancelled or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consistency.fields.assertion import is_asserted
from consistency.fields.status_acts import StatedAct, classes_named, is_question, is_wished, stated_acts
from consistency.fields.status_denials import denial, no_plan
from consistency.grammar.alternatives import Alternatives
from consistency.lexicon import rows
from consistency.model.facts import Fact, Statement
from consistency.model.values import Quantity, Term, Timex
from consistency.statements import Reading

LONGEST = 24  # characters of the cue and its act that are shown as the value
ALONE = 8  # characters of a clause that hangs on the time before it
SHORTEST_THING = 2  # characters that can name what an act is about: 大桥, 合同
# Acts that befall people and are counted (12人获救), unless all of them (悉数落网).
_CASUALTIES = frozenset(
    ["下落", "找到", "疏散", "出院", "感染", "重症!", "接种", "受伤", "死人", "生还", "返家", "释放"]
)
_ALL = re.compile("全部|悉数|均|都|一律|尽数|全员|无一")
BESIDE = 6  # characters between an act and the number of those it happened to
_COUNTED = frozenset(["人", "名", "位", "例", "户", "具", "个", "条", "人次", "辆", "辆次", "架次", "班", "趟"])
_NOT_WORD = re.compile(r"[^\u4e00-\u9fffA-Za-z ]+")
# Words that stand for a thing or say when, and name nothing: 他当庭, 那些, 昨天傍晚.
_EMPTY = re.compile(
    "(?:[至到]|截至|截止)?[^，。至到]{0,6}[发截]稿(?:的?时候?|前|之前|时为止)?|同一天|[当昨今明前][天日晚]|次日|上午|下午|傍晚|晚间|中午|凌晨|清晨|早上|晚上|深夜|前些日子|时许|点多|"
    "目前|现在|至今|迄今|到现在|当庭|随后|之后|此前|居然|竟然|仍然|依然|其中|有关|相关|[他她我你它]们?|这些|那些|一直|记者|消息"
)
_PARTICLES = re.compile("[的了都也还就又并与和对向把被由该其这那 ]")
_STRENGTH = ("denied", "undone", "cancelled", "suspended", "planned", "done")
_PREDICATE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]*")
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
    for number, statement in enumerate(reading.statements):
        denied = list(_denied(reading, statement))
        yield from denied
        told = _told(statement) or ("told" if _states_nothing(statement) else "")
        acts = (
            []
            if denied or told or not (is_asserted(statement) or _answers(statement))
            else list(stated_acts(statement.clause))
        )
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
            _bare(found.content)[-2 * LONGEST :], (("cue", statement.clause), ("act", "+".join(classes))),
        )  # fmt: skip


# 没有停火，就不会有和平: what would follow, and so what is not said to be.
_IF = re.compile(
    "(?:但|而|可|且|不过|因为|所以|“)*(?:没有?|不|无|非|若|如果?|只有|只要|一旦|除非|倘若?|假如|要是|哪怕|即[使便])"
)
# 三、转移安置。: a heading; 除意大利馆因故障闭馆外: what the next clause does not speak of.
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]+[)）]?[、.．][^，。；：]{2,8}[。：]?")
_BUT_FOR = re.compile("除(?!了).*外$")
_THEN = re.compile("[，,、 ]*[^，。；就便则才]{0,6}(?:就|便|则|才|也)(?:不?[会能可要]|没|无|难|只能|不得不|得)")


def _states_nothing(statement: Statement) -> bool:
    """Whether a clause only says on what the next one depends, or of what it does not speak, or heads a section."""
    if _HEADING.fullmatch(statement.sentence) or _BUT_FOR.match(statement.clause):
        return True
    rest = statement.sentence[statement.start - statement.sentence_start + len(statement.clause) :]
    return bool(_IF.match(statement.clause) and _THEN.match(rest))


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
    when = _when(reading, statement)
    state = "planned" if _is_scheduled(reading, statement, act, when) else act.state
    classes = (*act.classes, *sorted(_of_the_act(reading, number, act)))
    scope = [("cue", statement.clause[act.start : act.end]), ("act", "+".join(classes))]
    person = _person(reading, statement)
    carried = "" if person else _carried(reading, statement)
    scope += [("name", person)] if person else [("of", carried)] if carried else []
    scope += [("role", "end")] if act.stop else []
    if act.takes_object and not _says_little(after := _bare(statement.clause[act.end : max(act.end, act.until)])):
        scope += [("object", after)]
    scope += [("some", "counted")] if _counted(reading, statement, act) else []
    return Fact(
        "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end,
        statement, _thing(reading, number, act), tuple(scope), period=when,
    )  # fmt: skip


_SCHEDULED = re.compile("^(?!.*[已了过完]).*(?:如期|按期|按时|如约|照[常旧开办]|于)")


def _is_scheduled(reading: Reading, statement: Statement, act: StatedAct, when: Timex | None) -> bool:
    """Whether what a clause says to be so is still to come: 影片如期于10月18日上映, said in June."""
    published = reading.article.published
    if act.state != "done" or "运行" in act.classes or not _SCHEDULED.search(statement.clause[act.start : act.end]):
        return False
    return bool(when and when.start and published and when.start > published.replace(tzinfo=None))


_OPENED = re.compile("(?:^|(?<=[，；]))[自从到至]?[^，；]{2,12}(?<=[日号时分点半午晚晨夜间起])，$")


def _when(reading: Reading, statement: Statement) -> Timex | None:
    """The month, day or hour that a clause gives its act: 自4月29日起停课."""
    start, end = statement.start, statement.start + len(statement.clause)
    if len(statement.clause) < ALONE:  # 12月3号，照常上课
        start = max(statement.sentence_start, start - ALONE)
    elif before := _OPENED.search(statement.sentence, 0, start - statement.sentence_start):
        start = statement.sentence_start + before.start()  # 6日下午两点半，关了两天多的机场恢复起降
    times = [
        mention.value for mention in reading.mentions[statement.block]
        if start <= mention.start < end and not mention.as_of and isinstance(mention.value, Timex)
    ]  # fmt: skip
    return next((time for time in times if time.grain in ("month", "day", "hour", "minute", "part")), None)


def _thing(reading: Reading, number: int, act: StatedAct) -> str:
    """What the act is about: its object, else what stands before it, else what the clauses before it speak of."""
    clause = reading.statements[number].clause
    before, between, after = (
        _bare(clause[: act.start]),
        _bare(act.between),
        _bare(clause[act.end : max(act.end, act.until)]),
    )
    if act.takes_object:
        found = after if not _says_little(after) else f"{before} {between}".strip()
    else:
        found = f"{before} {between} {after}".strip()
    sentence = reading.statements[number].number
    if _says_little(found) or not before:
        while number and reading.statements[number - 1].number == sentence:
            number -= 1
            found = f"{_bare(reading.statements[number].clause)} {found}".strip()
    if _says_little(found):
        found = f"{_bare(reading.statements[number].lead)[-LONGEST:]} {found}".strip()
    return found


# Words that say how it stands with whatever act is named before them: (原定7月22日启用，)目前已推迟, 供水中断.
_OF_ANY = frozenset(["举行", "存废", "生效", "运行", "结果", "进行", "通行"])
_FOR_ANY = re.compile(
    "推迟|延[期后迟]|押后|顺延|改期|暂[停缓]|搁置|取消|叫停|中[止断]|终止|泡汤|流产|告吹|作罢|落空|如期|按[期时]|照[常旧]"
)
_ASKED_FOR = re.compile("(?:申请|许可|方案|计划|手续|请求|报告)[^，。]{0,4}$")  # 发掘申请至今还没批下来: no 发掘 either


def _of_the_act(reading: Reading, number: int, act: StatedAct) -> frozenset[str]:
    """The classes of what a word of every act (推迟, 如期) is said of: the acts that its clause names, or the one before."""
    statement = reading.statements[number]
    before = statement.clause[: act.start]
    asked = act.state == "undone" and "批准" in act.classes and _ASKED_FOR.search(before)
    if not asked and not (set(act.classes) <= _OF_ANY and _FOR_ANY.search(statement.clause, act.start, act.end)):
        return frozenset()
    named = classes_named(before)
    if (
        not named
        and _says_little(_bare(before))
        and number
        and reading.statements[number - 1].number == statement.number
    ):
        named = classes_named(reading.statements[number - 1].clause)
    return named - {name.rstrip("!") for name in act.classes}


def _says_little(text: str) -> bool:
    return len(_PARTICLES.sub("", text)) < SHORTEST_THING


def _bare(text: str) -> str:
    return _NOT_WORD.sub(" ", _EMPTY.sub(" ", text)).strip()


def _person(reading: Reading, statement: Statement) -> str:
    end = statement.start + len(statement.clause)
    here = reading.names[statement.block].people
    return next((person.name for person in here if statement.start <= person.start < end), "")


def _carried(reading: Reading, statement: Statement) -> str:
    """The person that a clause goes on about without a name: 彭兆南离开岚州，(…)至今下落不明; not who speaks."""
    source = statement.attribution.source if statement.attribution else ""
    people = (person.name for names in reading.names for person in names.people)
    return statement.subject if statement.subject != source and statement.subject in people else ""


def _counted(reading: Reading, statement: Statement, act: StatedAct) -> bool:
    """Whether the act is what a number counts (12人获救, 转移居民3200人): the figure's business, but for all or none."""
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
    match = None if is_question(statement.clause) else _strongest(statement.clause)
    if match is None or is_wished(statement.clause, match.start()) or _counts(reading, statement, match):
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
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,12}的[\u4e00-\u9fff]{2,}")


# 还没有来电的46个乡镇, 被裁定税率的29家企业, 未被记录的物种: which ones are meant, not what is said of them.
_WHICH = re.compile(r"(?:[^，。的]{1,4}|[^，。的]{1,10}(?=的[\d一二三四五六七八九十]))的[\u4e00-\u9fff\d]{2}")


def _attributive(clause: str, match: re.Match[str]) -> bool:
    if match.lastgroup in ("undone", "done") and _WHICH.match(clause, match.end()):
        return True
    return match.lastgroup in ("suspended", "cancelled") and bool(_ATTRIBUTE.match(clause, match.end()))


def _strongest(clause: str) -> re.Match[str] | None:
    """The cue that decides: a denial before a plan before what is done; of equals the first."""
    found = [match for match in cues().finditer(clause) if not _attributive(clause, match)]
    return min(found, key=lambda match: (_STRENGTH.index(match.lastgroup or "done"), match.start()), default=None)
