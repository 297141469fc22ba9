"""Facts of place: where the thing that a clause tells of is or happens, and where somebody is from.

The scope says what is there, for two places contradict each other only as places of one thing: `act` the classes of
the acts (place_acts.tsv), `of` the thing (湖州的|总装厂), `name` the persons, `turn` which of several events it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.fields.place_acts import DAMAGE, GATHERING, OUTGOING, RECEIVING, acts_in
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
from consistency.fields.place_scope import ASKED, THING, WINDOW, acts_told, day_of, seated_in, size_of, things_at
from consistency.fields.values import measure
from consistency.grammar.names import Place
from consistency.grammar.names_sites import is_bare, scales
from consistency.grammar.positions import positions
from consistency.model.facts import Fact, Statement
from consistency.model.values import Term
from consistency.patterns import pattern
from consistency.statements import Reading

_NEXT = 12  # characters after a place in which its act stands, or the one who is from there
_NEIGHBOURS = 8  # places on either side among which the nearest that is no room is sought
_DIRECT = 6  # the same without a frame: 日内瓦|会谈
_ASIDE = 4  # characters that a clause may have besides its place and its times: 就在|阿姆斯特丹
_PHRASE = pattern(r"[\u4e00-\u9fff]{0,5}")  # 在宁夏沙棱县|一处|种植园
_JOINED = pattern(r"的?")  # 岙山岛|的|东蛟镇
_SHARED_OUT = pattern("分别|分头|其余|其他|另有|各自|陆续")  # 其余伤者分别在…接受救治
_AND = pattern("[和与及或]|以及|还有|跟")
_LOT = pattern(
    "地块|地皮|地王|用地|楼盘|项目|工程|板块|[线段]的|世界杯|奥运|冬奥|残奥|亚运|世博|世锦赛"
)  # 大埔|地块 and 巴西|世界杯 are things, and nothing takes place there
_MAKES = pattern(r"[”’]?(?:造(?![成假谣访型])|产(?![量业值能权])|出品|制造(?!业))")
_SEATED = pattern(r"(?:位于|坐落[于在]|地处|总部[位设在于]{1,2}|设在|设于|注册[于在]|驻)[\u4e00-\u9fff]{0,4}$")
_HEAD = pattern("总部|注册|驻")
_ROUTE = pattern(
    "(?:开往|驶往|飞往|飞赴|飞抵|发往|开到|直达|往返)|飞(?=[\u4e00-\u9fff]{2,4}(?:的|航班|班机|客机))"
)  # 北京|开往青岛
_SOURCE = pattern("(?:据|依据|根据|按照?|(?<!无)依)$")  # 据|市交通规划研究院|预测: who says it
_PRESS = pattern("[\u4e00-\u9fff]{0,3}(?:[日晚晨早商时周快]报|青年报|都市报|电视台|广播电台|新闻网)")  # 北京|青年报记者
_LEFT = pattern(r"(?:走出来?|出来|长大|考出来?)的")  # 从安徽宿州|走出来的男孩
_HERE = 6  # characters that may follow the place at which a thing stands
_STANDS = pattern("(?:在|位于|坐落于|地处|属于?)$")
_BRACKET = pattern(r"(?:公司|总部|学校|医院|工厂|现场|会场|地址|地点|店|馆|所|院|厂|站|中心)[（(]$")
_WIDE = frozenset({"country", "province", "room", "other"})
_OCCASIONS = GATHERING | RECEIVING | DAMAGE | {"speak"}


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
            if role and not (role == "out" and _ROUTE.match(reading.texts[block], place.end)):
                gap = _between(places, number, reading.texts[block])
                yield _fact(
                    reading, place, statement, role, gap, several=_is_one_of(places, number, reading.texts[block])
                )
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
    """A fact for each side or numbered part of a thing, and for each floor where something is or happens."""
    text = reading.texts[block]
    for position in positions(text):
        statement = reading.statement_at(block, position.start)
        if statement is None or position.end > statement.start + len(statement.clause):
            continue
        place = Place(position.name, position.start, position.end, position.level)
        start = _chain_start([*(one for one in places if one.end <= place.start), place], -1, text)
        framed = frame_before(text, statement.start, start) in ("in", "to", "from") or text[:start].endswith("是")
        if position.level != "floor" or framed or (position.named and thing_after(text, position.end)):
            thing = [position.thing] if position.thing else []
            yield _fact(reading, place, statement, "at", (0, len(text)), thing)


def _is_one_of(places: Sequence[Place], number: int, text: str) -> bool:
    """Whether a place stands in a list with its neighbour: 市一院|和|中医院."""
    own = places[number]
    before = any(_AND.fullmatch(text, one.end, own.start) for one in places[max(0, number - 1) : number])
    return before or any(_AND.fullmatch(text, own.end, one.start) for one in places[number + 1 : number + 2])


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
        attributed = found and place.level in scales() and THING.fullmatch(text, found[-1].end, place.start)
        if attributed and found[-1].level not in scales():
            seated = _SEATED.search(text, max(0, found[-1].start - _NEXT), found[-1].start)
            if seated or is_bare(place.name):  # but 停靠岚屿市的|西澳港 is where it is
                continue
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
    if _PRESS.match(text, place.end) or _SOURCE.search(text, statement.start, min(chain, place.start)):
        return ""
    if frame == "not" or in_a_name(reading, place, statement) or (is_bearing(text, place.end) and not local):
        return ""
    if not frame and _LOT.match(text, place.end):
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
    if _ROUTE.match(near):
        return "out"
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
    if len(statement.clause) > WINDOW:
        return False
    rest = set(range(statement.start, end))
    for mention in starting(reading.mentions[statement.block], statement.start, end):
        if mention.kind == "date":
            rest.difference_update(range(mention.start, mention.end))
    for places in (names.places, names.sites):
        for one in starting(places, statement.start, place.start + 1):
            rest.difference_update(range(one.start, after_within(reading.texts[statement.block], one.end)))
    text = reading.texts[statement.block]
    if place.level in scales() and set(acts_in(text[place.end : end])) - _OCCASIONS:
        return False  # 法院|审理查明: who does it
    return len(rest) <= _ASIDE and not any(text[at] in "为是属叫称像修建造盖拆" for at in rest)


def _answers(reading: Reading, place: Place, statement: Statement) -> bool:
    """Whether a bare place answers a question: 在哪儿吐的？食堂。"""
    return (
        statement.start == statement.sentence_start
        and bool(ASKED.search(statement.lead))
        and _bare(reading, place, statement)
    )


def _ends_there(text: str, at: int, end: int) -> bool:
    """Whether a clause says no more after its place than where at it: 在|白芷镇边上, 就在临鹤区|的鹭桥路."""
    return after_within(text, at) >= end - 1 or (text[at : at + 1] == "的" and end - at <= _HERE)


def _fact(
    reading: Reading, place: Place, statement: Statement, role: str, gap: tuple[int, int],
    things: Sequence[str] | None = None, *, several: bool = False,
) -> Fact:  # fmt: skip
    block = statement.block
    text, end = reading.texts[block], statement.start + len(statement.clause)
    before = text[max(statement.start, gap[0]) : place.start]
    after = text[place.end : min(end, gap[1])]
    scope = [("level", place.level), ("role", "from" if role == "from" else "at")]
    acts = ["origin"] if role == "from" else [*acts_told(text, statement, place, gap)]
    if _SEATED.search(before) and THING.match(text, place.end):
        acts = (
            ["seated"] if _HEAD.search(before) else acts
        )  # 总部位于武汉的|企业: the rest is of the company, not of 武汉
    elif role != "from" and (
        several
        or _SHARED_OUT.search(text, statement.start, place.start)
        or "、" in (text[place.start - 1 : place.start], text[place.end : place.end + 1])
    ):
        acts = ["listed"]  # 在市医院、县医院就诊, 送往市一院|和|中医院: one of several
    elif not acts and _in_bracket(text, place):
        acts = ["seat"]
    elif role == "out":
        acts = [act for act in acts if act in OUTGOING]
    if _MAKES.match(text, place.end):
        acts.append("made")
    if role == "at" and not acts and _STANDS.search(before) and _ends_there(text, place.end, end):
        acts = ["seat"]  # 桐花新村在|白芷镇边上
    thing = things_at(reading, place, statement) if things is None else things
    if not thing and "seat" in acts and role == "at":
        thing = seated_in(reading, place, statement)
    names = origin_of(reading, place, statement) if role == "from" else people_of(reading, statement)
    turn = turns_in(text[max(statement.sentence_start, end - WINDOW) : end])
    size = size_of(reading, statement)
    if _answers(reading, place, statement):
        scope.append(("cue", "answer"))
    for slot, words in (("act", acts), ("of", thing), ("name", names), ("turn", [turn]), ("size", size)):
        if any(words):
            scope.append((slot, " ".join(words)))
    span = reading.article.blocks[block].span(place.start, place.end)
    return Fact(
        "place", "place", Term(place.name), reading.article.text[span.start : span.end], span, place.start, place.end,
        statement, measure(before, after), tuple(scope), None, day_of(reading, statement, place),
    )  # fmt: skip
