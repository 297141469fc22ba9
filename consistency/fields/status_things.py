"""What an act is said of: its thing, the person, and for words of every act (推迟, 如期) the act itself."""

from __future__ import annotations

from consistency.fields.status_acts import StatedAct, classes_named, done_at_their_end
from consistency.model.facts import Statement
from consistency.patterns import pattern
from consistency.statements import Reading

LONGEST = 24  # characters of the sentence before that may name the thing
SHORTEST_THING = 2  # characters that can name what an act is about: 大桥, 合同
_NOT_WORD = pattern(r"[^\u4e00-\u9fffA-Za-z ]+")
# Words that stand for a thing or say when, and name nothing: 他当庭, 那些, 昨天傍晚.
_EMPTY = pattern(
    "(?:[至到]|截至|截止)?[^，。至到]{0,6}[发截]稿(?:的?时候?|前|之前|时为止)?|同一天|[当昨今明前][天日晚]|次日|上午|下午|傍晚|晚间|中午|凌晨|清晨|早上|晚上|深夜|前些日子|时许|点多|"
    "目前|现在|至今|迄今|到现在|当庭|随后|之后|此前|居然|竟然|仍然|依然|其中|有关|相关|[他她我你它]们?|这些|那些|一直|记者|消息"
)
_PARTICLES = pattern("[的了都也还就又并与和对向把被由该其这那 ]")


def thing(reading: Reading, number: int, act: StatedAct) -> str:
    """What the act is about: its object, else what stands before it, else what the clauses before it speak of."""
    clause = reading.statements[number].clause
    before, between, after = (
        bare(clause[: act.start]),
        bare(act.between),
        bare(clause[act.end : max(act.end, act.until)]),
    )
    if act.takes_object:
        found = after if not says_little(after) else f"{before} {between}".strip()
    else:
        found = f"{before} {between} {after}".strip()
    sentence = reading.statements[number].number
    if says_little(found) or not before:
        while number and reading.statements[number - 1].number == sentence:
            number -= 1
            found = f"{bare(reading.statements[number].clause)} {found}".strip()
    if says_little(found):
        found = f"{bare(reading.statements[number].lead)[-LONGEST:]} {found}".strip()
    return found


# Words that say how it stands with whatever act is named before them: (原定7月22日启用，)目前已推迟, 供水中断.
_OF_ANY = frozenset(["举行", "存废", "生效", "运行", "结果", "进行", "通行"])
_FOR_ANY = pattern(
    "推迟|延[期后迟]|押后|顺延|改期|暂[停缓]|搁置|取消|叫停|中[止断]|终止|泡汤|流产|告吹|作罢|落空|如期|按[期时]|照[常旧]|恢复|[仍还]在(?:进行|继续)|继续进行"
)
_ASKED_FOR = pattern("(?:申请|许可|方案|计划|手续|请求|报告)[^，。]{0,4}$")  # 发掘申请至今还没批下来: no 发掘 either


def of_the_act(reading: Reading, number: int, act: StatedAct) -> frozenset[str]:
    """The classes of what a word of every act (推迟, 如期) is said of: the acts its clause names, or the one before."""
    statement = reading.statements[number]
    before = statement.clause[: act.start]
    asked = act.state == "undone" and "批准" in act.classes and _ASKED_FOR.search(before)
    if not asked and not (set(act.classes) <= _OF_ANY and _FOR_ANY.search(statement.clause, act.start, act.end)):
        return frozenset()
    named = classes_named(before)
    if not named and says_little(bare(before)) and number and reading.statements[number - 1].number == statement.number:
        named = classes_named(reading.statements[number - 1].clause)
    if "进行" in act.classes and act.state == "done":
        named -= done_at_their_end()
    return named - {name.rstrip("!") for name in act.classes}


def says_little(text: str) -> bool:
    """Whether a text has too few characters to name a thing."""
    return len(_PARTICLES.sub("", text)) < SHORTEST_THING


def bare(text: str) -> str:
    """The text without what names nothing: times, pronouns, figures, marks."""
    return _NOT_WORD.sub(" ", _EMPTY.sub(" ", text)).strip()


def person(reading: Reading, statement: Statement) -> str:
    """The first person named in a clause, "" for none."""
    end = statement.start + len(statement.clause)
    here = reading.names[statement.block].people
    return next((person.name for person in here if statement.start <= person.start < end), "")


def carried(reading: Reading, statement: Statement) -> str:
    """The person that a clause goes on about without a name: 彭兆南离开岚州，(…)至今下落不明; not who speaks."""
    source = statement.attribution.source if statement.attribution else ""
    people = (person.name for names in reading.names for person in names.people)
    return statement.subject if statement.subject != source and statement.subject in people else ""
