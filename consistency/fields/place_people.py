"""Who a place is told of: the persons of its clause, who is from there, and names that only look like places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from consistency.fields.place_frames import people_after
from consistency.grammar.names import Place
from consistency.grammar.names_words import surnames
from consistency.model.facts import Statement
from consistency.patterns import pattern
from consistency.statements import Reading

_NEXT = 12  # characters after a place in which the one stands who holds an office there
_OFFICE = pattern(
    r"(?:[^驻和与同及、，。对向访是为“”])*(?:大臣|[首外财防法内]相|总统|总理|主席|[部议行院州省市县外防财]长|国务卿|大使|特使|国王|女王|王储|亲王|总督|参议员|众议员|议员|领导人|元首|外交官|检察官|法官|记者|作家)"
)
_DEMONSTRATED = pattern(r"^[这该][个位名]?[\u4e00-\u9fff]{0,3}$|^(?:走出来?的|出来的)")
_NO_SURNAME = frozenset("于和向时任从都过到安方成连应经由自东西南北江省")
_PRONOUN = pattern(r"(?<!其)[他她](?!们|国|乡|日)")
# 郝于上月三十日在…, 曹今年1月…: a surname as the subject, as papers of Hong Kong and Taiwan write it.
_SURNAME = pattern(
    r"(?:而|但|其中|据悉)?([\u4e00-\u9fff])(?=于|在|被|今年|去年|昨|前[日天年]|本月|上[月周]|同[日月年]|当[日天时晚]|其后|随后|获|遭|将|已|曾|因|从|赴|乘|涉|目前|现年)"
)
_NAMED = pattern(r"[\u4e00-\u9fff]{2,4}?(?=[在以夺获摘打跑游说，,。]|$)")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


def starting(items: Sequence[_Item], low: int, high: int) -> Sequence[_Item]:
    """Those of a block's names or values, which stand in order, that start in low:high."""
    first = bisect_left(items, low, key=lambda item: item.start)
    return items[first : bisect_left(items, high, first, key=lambda item: item.start)]


def in_a_name(reading: Reading, place: Place, statement: Statement) -> bool:
    """Whether a place stands only after one surname in the whole article: 费|东阳."""
    text = reading.texts[statement.block]
    surname = text[max(0, place.start - 1) : place.start]
    if len(place.name) != 2 or surname not in surnames("common") or surname in _NO_SURNAME:
        return False
    counts = [sum(block.count(name) for block in reading.texts) for name in (place.name, surname + place.name)]
    return counts[0] == counts[1] and place.level in ("county", "city", "other")


def served(reading: Reading, place: Place, statement: Statement) -> str:
    """The name of the one who holds or held an office of a country: 挪威|前外交大臣|哈康·利恩."""
    if place.level not in ("country", "province"):
        return ""
    text, people = reading.texts[statement.block], reading.names[statement.block].people
    for person in starting(people, place.end + 2, place.end + _NEXT)[:1]:
        return person.name if _OFFICE.fullmatch(text, place.end, person.start) else ""
    return ""


def people_of(reading: Reading, statement: Statement) -> list[str]:
    """The persons that a clause names; where it names none, the subject that it carries on."""
    end = statement.start + len(statement.clause)
    people = reading.names[statement.block].people
    found = [person.name for person in starting(people, statement.start, end)]
    if not found:
        found = _surnamed(reading, statement)
    if not found and _PRONOUN.search(statement.clause):
        found = _last_named(reading, statement)
    earlier = starting(people, statement.sentence_start, statement.start)
    carried = [person.name for person in earlier if person.name == statement.subject]
    return list(dict.fromkeys(found or carried[:1]))


def _surnamed(reading: Reading, statement: Statement) -> list[str]:
    """Who is meant by a surname that opens a clause, if the article names one of it: 郝|于上月三十日在…落网."""
    match = _SURNAME.match(statement.clause)
    if match is None or match[1] not in surnames("common"):
        return []
    named = {person.name for block in reading.names for person in block.people if person.name.startswith(match[1])}
    return list(named) if len(named) == 1 else []


def _last_named(reading: Reading, statement: Statement) -> list[str]:
    """Whom 他 or 她 most likely means: the person named last before the clause, in its paragraph or the one before."""
    for block in range(statement.block, max(-1, statement.block - 3), -1):
        people = reading.names[block].people
        before = bisect_left(people, statement.start, key=lambda person: person.start)
        if named := people[:before] if block == statement.block else people:
            return [named[-1].name]
    return []


def origin_of(reading: Reading, place: Place, statement: Statement) -> list[str]:
    """Who is from a place: the one named right after 选手, else the last one named before it, else the subject."""
    text, people = reading.texts[statement.block], reading.names[statement.block].people
    if holder := served(reading, place, statement):
        return [holder]
    after = people_after(text, place.end)
    following = [person.name for person in starting(people, place.end, after + 2)]
    if following:
        return following[:1]
    if after > place.end and (named := _NAMED.match(text, after)):
        return [named[0]]
    before = [person.name for person in starting(people, statement.sentence_start, place.start)]
    if not before and _DEMONSTRATED.search(
        text[statement.start : place.start] if after > place.end else text[place.end :]
    ):
        return _last_named(reading, statement)  # 这孩子是江苏人
    return before[-1:] or ([statement.subject] if statement.subject else [])
