"""What a fact of place is compared by: the acts and things that its clause tells of, their size and their day."""

from __future__ import annotations

from consistency.fields.place_acts import acts_in
from consistency.fields.place_people import starting
from consistency.grammar.names import Place
from consistency.model.facts import Statement
from consistency.model.values import Quantity, Timex
from consistency.patterns import pattern
from consistency.statements import Reading

HEADING = 12  # characters of a sentence that only says what the next is about
WINDOW = 200  # characters of a sentence that are looked at for one place
THING = pattern(r"的(?:[一这那][家处座个间条所]?)?")
ASKED = pattern(r"哪|何处|什么地方|啥地方")
_SEAT_ASKED = pattern(r"(?:公司|总部|厂|基地|学校|医院|店|所|院|馆|站|搬[到去])在?(?:哪|何处)")
_LOCATING = pattern(r"(?:地点|会场|会址|场地|位置|地方)[^，。]{0,3}$|(?:选|定|放|安排)在$")


def acts_told(text: str, statement: Statement, place: Place, gap: tuple[int, int]) -> tuple[str, ...]:
    """The classes of what is told of a place: in its clause, else in the sentence around it, up to the next place.

    市人民体育场，冠军见面会 and 体检做完了，在阿姆斯特丹; of 在哪儿吐的？食堂 the question.
    """
    end = statement.start + len(statement.clause)
    low, high = max(statement.start, gap[0]), min(end, gap[1])
    sentence_end = statement.sentence_start + len(statement.sentence)
    own = acts_in(text[low : place.start] + " " + text[place.end : high])
    if own and _LOCATING.search(text, low, place.start):  # 出席记者会…，地点选在财政部大楼
        own = (
            *own,
            *acts_in(text[max(statement.sentence_start, gap[0]) : statement.start] or statement.lead[-WINDOW:]),
        )
    later = acts_in(text[high : min(sentence_end, gap[1])]) if high == end else ()
    if own or later:
        return tuple(dict.fromkeys((*own, *later)))
    if ASKED.search(statement.lead) and _SEAT_ASKED.search(statement.lead):
        return ("seat",)  # 公司在哪儿？滨江区
    earlier = acts_in(text[max(statement.sentence_start, gap[0]) : statement.start])
    introduced = ASKED.search(statement.lead) or len(statement.lead) <= HEADING  # 再说拍摄，离谱。剧组在云南…
    return earlier or (acts_in(statement.lead) if introduced else ())


def things_at(reading: Reading, place: Place, statement: Statement) -> list[str]:
    """The thing that stands at a place: 湖州的|总装厂."""
    end = THING.match(reading.texts[statement.block], place.end)
    sites = reading.names[statement.block].sites
    return [site.name for site in starting(sites, end.end(), end.end() + 1)] if end else []


def seated_in(reading: Reading, place: Place, statement: Statement) -> list[str]:
    """What is said to stand at a place: the site named last before it in its sentence (屿城大剧院，就在|临鹤区)."""
    sites = starting(reading.names[statement.block].sites, statement.sentence_start, place.start)
    return [site.name for site in sites[-1:] if site.end <= place.start]


def size_of(reading: Reading, statement: Statement) -> list[str]:
    """The magnitude of a quake or a storm, which tells it from others: 5.6级."""
    end = statement.start + len(statement.clause)
    values = [mention.value for mention in starting(reading.mentions[statement.block], statement.start, end)]
    return [
        f"{value.number:g}" for value in values if isinstance(value, Quantity) and value.unit == "级" and value.number
    ]


def day_of(reading: Reading, statement: Statement, place: Place) -> Timex | None:
    """When it happens: the day or time named nearest in the clause, else the last one in the sentence before it."""
    end = statement.start + len(statement.clause)
    dated = [
        (mention.start, mention.value)
        for mention in starting(reading.mentions[statement.block], max(statement.sentence_start, end - WINDOW), end)
        if isinstance(mention.value, Timex) and mention.value.grain in ("day", "hour", "minute", "second")
    ]  # fmt: skip
    own = [(abs(at - place.start), value) for at, value in dated if at >= statement.start]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    return dated[-1][1] if dated else None
