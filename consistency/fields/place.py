"""Facts of place: where the thing that a clause tells of is or happens, and where somebody is from.

The scope says what is there, for two places contradict each other only as places of one thing: `act` the classes of
the acts (place_acts.tsv), `of` the thing (湖州的|总装厂), `name` the persons, `turn` which of several events it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from consistency.fields.place_acts import DAMAGE, OUTGOING, RECEIVING, acts_in
from consistency.fields.place_frames import (
    after_within,
    chain_before,
    frame_before,
    is_bearing,
    located_after,
    people_after,
    thing_after,
    turns_in,
)  # fmt: skip
from consistency.fields.place_people import in_a_name, origin_of, people_of, served, starting
from consistency.fields.values import measure
from consistency.grammar.names import Place
from consistency.grammar.names_sites import scales
from consistency.grammar.positions import positions
from consistency.model.facts import Fact, Statement
from consistency.model.values import Quantity, Term, Timex
from consistency.statements import Reading

_NEXT = 12  # characters after a place in which its act stands, or the one who is from there
_NEIGHBOURS = 8  # places on either side among which the nearest that is no room is sought
_HEADING = 12  # characters of a sentence that only says what the next is about
_WINDOW = 200  # characters of a sentence that are looked at for one place
_DIRECT = 6  # the same without a frame: 日内瓦|会谈
_ASIDE = 4  # characters that a clause may have besides its place and its times: 就在|阿姆斯特丹
_THING = re.compile(r"的(?:[一这那][家处座个间条所]?)?")
_PHRASE = re.compile(r"[\u4e00-\u9fff]{0,5}")  # 在宁夏沙棱县|一处|种植园
_JOINED = re.compile(r"的?")  # 岙山岛|的|东蛟镇
_MAKES = re.compile(r"[”’]?(?:造(?![成假谣访型])|产(?![量业值能权])|出品|制造(?!业))")
_SEATED = re.compile(r"(?:位于|坐落[于在]|地处|总部[位设在于]{1,2}|设在|设于|注册[于在]|驻)[\u4e00-\u9fff]{0,4}$")
_HEAD = re.compile("总部|注册|驻")
_LEFT = re.compile(r"(?:走出来?|出来|长大|考出来?)的")  # 从安徽宿州|走出来的男孩
_BRACKET = re.compile(r"(?:公司|总部|学校|医院|工厂|现场|会场|地址|地点|店|馆|所|院|厂|站|中心)[（(]$")
_WIDE = frozenset({"country", "province", "room", "other"})
_ASKED = re.compile(r"哪|何处|什么地方|啥地方")
_SEAT_ASKED = re.compile(r"(?:公司|总部|厂|基地|学校|医院|店|所|院|馆|站|搬[到去])在?(?:哪|何处)")


def read_places(reading: Reading) -> Iterator[Fact]:
    """A fact for each place where something is or happens; the measure is the words around it."""
    for block in range(len(reading.texts)):
        places = _places(reading, block)
        for number, place in enumerate(places):
            statement = reading.statement_at(block, place.start)
            if statement is None or place.end > statement.start + len(statement.clause):
                continue
            role = _role(reading, place, statement, _chain_start(places, number, reading.texts[block]))
            if not role and _begins_address(places, number, statement, reading.texts[block]):
                role = "at"
            if role:
                yield _fact(reading, place, statement, role, _between(places, number, reading.texts[block]))
        yield from _positions(reading, block, places)


def _begins_address(places: Sequence[Place], number: int, statement: Statement, text: str) -> bool:
    """Whether a unit or road opens a clause that speaks of what stands there: 荷塘路|116号|饭店发生燃爆."""
    place, after = places[number], places[number + 1 : number + 2]
    return (
        place.level not in _WIDE
        and place.start - statement.start <= _ASIDE
        and any(chain_before(text, place.end, one.start) for one in after)
    )


def _positions(reading: Reading, block: int, places: list[Place]) -> Iterator[Fact]:
    """A fact for each side of a thing, and for each floor where something is or happens."""
    text = reading.texts[block]
    for position in positions(text):
        statement = reading.statement_at(block, position.start)
        if statement is None or position.end > statement.start + len(statement.clause):
            continue
        place = Place(position.name, position.start, position.end, position.level)
        start = _chain_start([*(one for one in places if one.end <= place.start), place], -1, text)
        framed = frame_before(text, statement.start, start) in ("in", "to", "from")
        if position.level == "side" or framed or (position.named and thing_after(text, position.end)):
            thing = [position.thing] if position.thing else []
            yield _fact(reading, place, statement, "at", (0, len(text)), thing)


def _chain_start(places: Sequence[Place], number: int, text: str) -> int:
    """Where the address begins that ends with a place: 栖港市临空路|18号|云帆大厦."""
    number %= len(places)
    start = places[number].start
    while number and chain_before(text, places[number - 1].end, start):
        number -= 1
        start = places[number].start
    return start


def _between(places: list[Place], number: int, text: str) -> tuple[int, int]:
    """From the place before to the place after one; a room is no other place (切进石门沟，找了个|岩棚|躲着).

    Nor is a site right after it, where the two are one phrase: 在宁夏沙棱县|一处种植园|内抓获.
    """
    own = places[number]
    low, high = max(0, number - _NEIGHBOURS), number + 1 + _NEIGHBOURS
    before = [one.end for one in places[low:number] if not _same_phrase(text, one, own)]
    after = [one.start for one in places[number + 1 : high] if not _same_phrase(text, own, one)]
    return (before[-1] if before else 0), (after[0] if after else len(text))


def _same_phrase(text: str, first: Place, second: Place) -> bool:
    """Whether two places are no two: a room at any place, a unit or a site right after what it lies in."""
    if first.level != second.level and "room" in (first.level, second.level):
        return True
    between = _PHRASE if second.level in scales() and first.level not in scales() else _JOINED
    return between.fullmatch(text, first.end, second.start) is not None


def _places(reading: Reading, block: int) -> list[Place]:
    """The places and sites of a block, in order; a site takes in the unit before it (天津|梅津会议中心)."""
    names = reading.names[block]
    units = {(place.start, place.end) for place in names.places if place.level != "other"}
    sites = [  # 象山 is a county before it is a hill, but 清水河 a river before it is a town
        site for site in names.sites if site.level == "river" or (site.start, site.end) not in units
    ]
    covered = {at for site in sites for at in range(site.start, site.end)}
    places = [place for place in names.places if place.start not in covered and place.end - 1 not in covered]
    text = reading.texts[block]
    found: list[Place] = []
    for place in sorted((*places, *sites), key=lambda one: one.start):
        # 湖州的|总装厂: the factory is what stands in 湖州, no place of its own
        attributed = found and place.level in scales() and _THING.fullmatch(text, found[-1].end, place.start)
        if not (attributed and found[-1].level not in scales()):
            found.append(place)
    return found


def _role(reading: Reading, place: Place, statement: Statement, chain: int) -> str:
    """What a place is: `from` where somebody is from, `at` where something is or happens, `out` whence it goes.

    `chain` is where the address begins that ends with the place.
    """
    text, end = reading.texts[statement.block], statement.start + len(statement.clause)
    frame = frame_before(text, statement.start, place.start)
    if not frame and chain < place.start:
        frame = frame_before(text, statement.start, chain)
    local = located_after(text, place.end)
    if frame == "not" or in_a_name(reading, place, statement) or (is_bearing(text, place.end) and not local):
        return ""
    if people_after(text, place.end) > place.end or served(reading, place, statement):
        return "from"
    if frame == "from" and _LEFT.match(text, place.end):
        return "from"
    if frame == "origin":  # 出生在县医院 is where it happened
        return "at" if place.level in scales() else "from"
    if frame:
        return "out" if frame == "from" else "at"
    near = text[place.end : min(end, place.end + _NEXT)]
    if _MAKES.match(near) or DAMAGE.intersection(acts_in(near)) or _bare(reading, place, statement):
        return "at"
    if local or (place.level not in _WIDE and thing_after(text, place.end)) or _in_bracket(text, place):
        return "at"
    direct = {act for act in acts_in(near[:_DIRECT]) if act != "epicentre"}  # 德曲县城及震中所在的然布乡
    fitting = direct & RECEIVING if place.level in scales() else direct
    return "at" if fitting else ""


def _in_bracket(text: str, place: Place) -> bool:
    """Whether a place is told in brackets behind what is there: 总部（武汉）."""
    return _BRACKET.search(text, max(0, place.start - 3), place.start) is not None


def _bare(reading: Reading, place: Place, statement: Statement) -> bool:
    """Whether a clause is hardly more than its place and its time: 明晚|市人民体育场, 就在|阿姆斯特丹."""
    names, end = reading.names[statement.block], statement.start + len(statement.clause)
    if len(statement.clause) > _WINDOW:
        return False
    rest = set(range(statement.start, end))
    for mention in starting(reading.mentions[statement.block], statement.start, end):
        if mention.kind == "date":
            rest.difference_update(range(mention.start, mention.end))
    for places in (names.places, names.sites):
        for one in starting(places, statement.start, place.start + 1):
            rest.difference_update(range(one.start, after_within(reading.texts[statement.block], one.end)))
    text = reading.texts[statement.block]
    return len(rest) <= _ASIDE and not any(text[at] in "为是属叫称像" for at in rest)


def _answers(reading: Reading, place: Place, statement: Statement) -> bool:
    """Whether a bare place answers a question: 在哪儿吐的？食堂。"""
    return (
        statement.start == statement.sentence_start
        and bool(_ASKED.search(statement.lead))
        and _bare(reading, place, statement)
    )


def _fact(
    reading: Reading, place: Place, statement: Statement, role: str, gap: tuple[int, int],
    things: Sequence[str] | None = None,
) -> Fact:  # fmt: skip
    block = statement.block
    text, end = reading.texts[block], statement.start + len(statement.clause)
    before = text[max(statement.start, gap[0]) : place.start]
    after = text[place.end : min(end, gap[1])]
    scope = [("level", place.level), ("role", "from" if role == "from" else "at")]
    acts = ["origin"] if role == "from" else [*_acts(text, statement, place, gap)]
    if _SEATED.search(before) and _THING.match(text, place.end):
        acts = (
            ["seated"] if _HEAD.search(before) else acts
        )  # 总部位于武汉的|企业: the rest is of the company, not of 武汉
    elif role != "from" and "、" in (text[place.start - 1 : place.start], text[place.end : place.end + 1]):
        acts = ["listed"]  # 在市医院、县医院就诊: one of several
    elif not acts and _in_bracket(text, place):
        acts = ["seat"]
    elif role == "out":
        acts = [act for act in acts if act in OUTGOING]
    if _MAKES.match(text, place.end):
        acts.append("made")
    thing = _thing(reading, place, statement) if things is None else things
    names = origin_of(reading, place, statement) if role == "from" else people_of(reading, statement)
    turn = turns_in(text[max(statement.sentence_start, end - _WINDOW) : end])
    size = _size(reading, statement)
    if _answers(reading, place, statement):
        scope.append(("cue", "answer"))
    for slot, words in (("act", acts), ("of", thing), ("name", names), ("turn", [turn]), ("size", size)):
        if any(words):
            scope.append((slot, " ".join(words)))
    span = reading.article.blocks[block].span(place.start, place.end)
    return Fact(
        "place", "place", Term(place.name), reading.article.text[span.start : span.end], span, place.start, place.end,
        statement, measure(before, after), tuple(scope), None, _day(reading, statement, place),
    )  # fmt: skip


def _acts(text: str, statement: Statement, place: Place, gap: tuple[int, int]) -> tuple[str, ...]:
    """The classes of what is told of a place: in its clause, else in the sentence around it, up to the next place.

    市人民体育场，冠军见面会 and 体检做完了，在阿姆斯特丹; of 在哪儿吐的？食堂 the question.
    """
    end = statement.start + len(statement.clause)
    low, high = max(statement.start, gap[0]), min(end, gap[1])
    sentence_end = statement.sentence_start + len(statement.sentence)
    own = acts_in(text[low : place.start] + " " + text[place.end : high])
    later = acts_in(text[high : min(sentence_end, gap[1])]) if high == end else ()
    if own or later:
        return tuple(dict.fromkeys((*own, *later)))
    if _ASKED.search(statement.lead) and _SEAT_ASKED.search(statement.lead):
        return ("seat",)  # 公司在哪儿？滨江区
    earlier = acts_in(text[max(statement.sentence_start, gap[0]) : statement.start])
    introduced = _ASKED.search(statement.lead) or len(statement.lead) <= _HEADING  # 再说拍摄，离谱。剧组在云南…
    return earlier or (acts_in(statement.lead) if introduced else ())


def _thing(reading: Reading, place: Place, statement: Statement) -> list[str]:
    """The thing that stands at a place: 湖州的|总装厂."""
    end = _THING.match(reading.texts[statement.block], place.end)
    sites = reading.names[statement.block].sites
    return [site.name for site in starting(sites, end.end(), end.end() + 1)] if end else []


def _size(reading: Reading, statement: Statement) -> list[str]:
    """The magnitude of a quake or a storm, which tells it from others: 5.6级."""
    end = statement.start + len(statement.clause)
    values = [mention.value for mention in starting(reading.mentions[statement.block], statement.start, end)]
    return [
        f"{value.number:g}" for value in values if isinstance(value, Quantity) and value.unit == "级" and value.number
    ]


def _day(reading: Reading, statement: Statement, place: Place) -> Timex | None:
    """When it happens: the day or time named nearest in the clause, else the last one in the sentence before it."""
    end = statement.start + len(statement.clause)
    dated = [
        (mention.start, mention.value)
        for mention in starting(reading.mentions[statement.block], max(statement.sentence_start, end - _WINDOW), end)
        if isinstance(mention.value, Timex) and mention.value.grain in ("day", "hour", "minute", "second")
    ]  # fmt: skip
    own = [(abs(at - place.start), value) for at, value in dated if at >= statement.start]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    return dated[-1][1] if dated else None
