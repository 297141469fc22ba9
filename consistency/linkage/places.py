"""How two facts of place stand: the same place, one inside the other, or two places of one act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.comparison import Relation, compare
from consistency.fields.place_acts import CROWDED, DAMAGE, GATHERING, SEVERAL, acts_in, strengths
from consistency.fields.place_frames import is_vague, singled_in
from consistency.grammar.names import same_person, same_place
from consistency.grammar.names_gazetteer import LEVELS, above, is_place, level_of, units
from consistency.grammar.names_sites import is_bare, may_mean, scale_of, scales
from consistency.grammar.names_words import known, surnames
from consistency.linkage.context import Context
from consistency.linkage.rivals import POSITIONS, linked, lookalikes, position, rivals
from consistency.model.facts import Fact
from consistency.model.values import Timex

TELLING = 9.0  # nats: a shared word as rare as this says that two clauses tell of one thing
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]|[的了是在]")
NAMING = 7.0  # nats: a word that names a thing where both clauses single out one of its kind
RARE = 12.0  # nats: a word for an act as rare as this names the occasion too: 见面会, but not 见面
_NUMBERED = re.compile("[0-9一二三四五六七八九十]+号")
_SLACK = 3 * 86400  # seconds: a misdated act is still the act; one of another week is another


def places(a: Context, b: Context) -> Relation:
    """The relation of two places; disjoint only where both are said to be the place of one act or one thing."""
    if a.fact.slot("role") != b.fact.slot("role"):
        return "incomparable"
    origin = a.fact.slot("role") == "from"
    if origin and not _same_one(a, b):
        return "incomparable"  # 贵州选手 and 云南小伙 are one man only where one name says so
    found = _standing(a, b)
    if found == "unknown" and _two_sites(a, b) and (_told_of_one(a, b) or _singled_out(a, b)):
        found = "different"
    if found == "different":
        if _named_beside(a, b) or _named_beside(b, a):
            return "incomparable"
        return "disjoint" if origin or _one_act(a, b) else "incomparable"
    return "equal" if found == "same" else "refines" if found == "part" else "incomparable"


def _named_beside(a: Context, b: Context) -> bool:
    """Whether the other sentence names this place too, and so denies it nothing: 日本进口…,七成多是从中国买的."""
    return any(name != b.fact.term and same_place(name, a.fact.term) == "same" for name in b.names)


def _standing(a: Context, b: Context) -> str:
    """same, part (one lies in the other), different, or unknown (a hall and a city that nothing ties)."""
    if POSITIONS & {a.fact.slot("level"), b.fact.slot("level")}:
        return position(a.fact, b.fact)
    found = same_place(a.fact.term, b.fact.term)
    if found != "different":
        return found
    chains = _chain(a.fact), _chain(b.fact)
    common = [level for level in LEVELS if level in chains[0] and level in chains[1]]
    if any(not _alike(chains[0][level], chains[1][level]) for level in common):
        return "different"
    one, two = _site(a, b), _site(b, a)
    if one and two:
        spelt = (one, two), (a.fact.term, b.fact.term)
        if bool(_NUMBERED.match(one)) != bool(_NUMBERED.match(two)):
            return "unknown"  # 江东医院, 三号楼
        if one != two and (may_mean(one, two) or may_mean(two, one)):
            return "part"
        if any(_abbreviates(*sorted(names, key=len)) for names in spelt[one == two :]):
            return "part"  # 市一医院 in 市第一人民医院; but 湖南省|博物馆 is not 长沙|博物馆
        return "different" if scale_of(one) == scale_of(two) else "unknown"
    if not one and not two and lookalikes(a.fact, b.fact) and rivals(a, b):
        return "different"  # 瓯宁县 / 瓯安市
    return "part" if common and not one and not two else "unknown"


def _chain(fact: Fact) -> dict[str, str]:
    """The units that a place lies in, by level: its own, and what the table has above them."""
    name = fact.term
    found = units(name)
    if fact.slot("level") in scales():  # a hall's own name is no chain of units: 市民|体育中心
        found = tuple((level, unit) for level, unit in found[:2] if is_place(unit) or _coined(unit))
    chain = dict(found)
    top, unit = found[0] if found else ("", "")
    if top in ("city", "province") or (
        top == "county" and not name.startswith(unit + "区")
    ):  # 鼓楼区 is in several cities
        for higher in above(unit):
            chain.setdefault(level_of(higher) if is_place(higher) else "province", higher)
    return chain


def _coined(unit: str) -> bool:
    """Whether what stands before 市 in the name of a site can only be a name: 临屿|市黑石湾, not 海滨城|市花园."""
    return not known(unit) and unit[-1] not in "城都夜超菜集"


def _alike(a: str, b: str) -> bool:
    return a == b or a.startswith(b) or b.startswith(a)


def _site(context: Context, other: Context) -> str:
    """The name of a site or feature without the units around both (潮屿|体育馆); "" of an administrative place."""
    fact, name = context.fact, context.fact.term
    if not scale_of(name) or fact.slot("level") in LEVELS:
        return ""
    around = {*_chain(other.fact).values(), *(unit for _, unit in other.locus)}
    for unit in sorted(around, key=len, reverse=True) * 2:  # 福建|潮屿|体育馆
        rest = name.removeprefix(unit)
        if len(rest) > 1 and rest[0] not in "省市县区":  # 湖南|省博物馆 is not any museum of 湖南
            name = rest
    return name


def _abbreviates(short: str, long: str) -> bool:
    """Whether the characters of the shorter name stand in the longer one in their order: 市一医院, 市第一人民医院."""
    rest = iter(long)
    return len(short) < len(long) and all(char in rest for char in short)


def _one_act(a: Context, b: Context) -> bool:
    """Whether two facts tell of one act or thing, as far as the clauses show; what sets them apart goes first."""
    one, two = a.fact, b.fact
    turns = set(one.slot("turn").split()), set(two.slot("turn").split())
    if (turns[0] ^ turns[1]) - {"next"} or _sized_apart(one, two):
        return False  # 再次登陆罗洋市 is another landfall, a quake of 5.6 not that of 4.9
    shared = set(one.slot("act").split()) & set(two.slot("act").split())
    if shared and lookalikes(one, two) and rivals(a, b):
        return True  # whatever the day: it may be mistaken, too
    if _days_apart(one.period, two.period) or _set_elsewhere(a, b) or (DAMAGE & shared and _far_apart(a, b)):
        return False
    names = one.slot("name").split(), two.slot("name").split()
    same_people = _meet(*names)
    if all(names) and not same_people:
        return False
    alone = rivals(a, b)
    if alone and (_mixed_up(a, b, shared) or _told_of_one(a, b) or _singled_out(a, b)):
        return True
    if not alone or is_bare(one.term) or is_bare(two.term):
        shared -= SEVERAL
    if POSITIONS & {one.slot("level"), two.slot("level")}:
        return False
    told = same_people or "next" in turns[0] & turns[1] or _tells_the_same(a, b, shared)
    if told and set(one.slot("of").split()) & set(two.slot("of").split()):
        return True  # 湖州的总装厂 / 位于嘉兴的总装厂
    gathered = bool(GATHERING & shared) and _on_one_day(one.period, two.period)
    certain = told or gathered or "answer" in (one.slot("cue"), two.slot("cue")) or _same_hour(one.period, two.period)
    return any(
        strength == "once" or (strength == "shared" and certain) or (told and _same_day(one.period, two.period))
        for strength in (strengths().get(act, "") for act in shared)
    )


def _told_of_one(a: Context, b: Context) -> bool:
    """Whether both clauses tell of one person, and of no two acts of his: 郝一鸣在江原南站被带走 / 郝在浦东机场落网."""
    acts = set(a.fact.slot("act").split()), set(b.fact.slot("act").split())
    names = a.fact.slot("name").split(), b.fact.slot("name").split()
    bare = is_bare(a.fact.term) or is_bare(b.fact.term)
    return not bare and not (all(acts) and acts[0].isdisjoint(acts[1])) and _meet(*names)


def _singled_out(a: Context, b: Context) -> bool:
    """Whether both sentences tell of the first, last, most or only one, and of the same thing: 首家省外分行 / 第一家省外分行."""
    marks = singled_in(a.fact.statement.clause) & singled_in(b.fact.statement.clause)
    words = [
        word for word, weight in a.sentence.items()
        if weight >= NAMING and word in b.sentence and not is_vague(word) and not is_place(word)
    ]  # fmt: skip
    return bool(marks) and any(word not in a.fact.term and word not in b.fact.term for word in words)


def _two_sites(a: Context, b: Context) -> bool:
    """Whether both are sites with names of their own, of which neither can well be a part of the other."""
    scales_of = {a.fact.slot("level"), b.fact.slot("level")}
    named = not (is_bare(a.fact.term) or is_bare(b.fact.term))
    return named and scales_of <= {"spot", "area"} and rivals(a, b)


def _mixed_up(a: Context, b: Context, acts: set[str]) -> bool:
    """Whether one of two rival places may stand for the other: for one thing, in one act, or by a name much like it."""
    one, two = a.fact, b.fact
    level = one.slot("level")
    if level == "side":
        return bool(acts) or linked(a, b) or bool(one.slot("of"))
    if level == "floor":
        return _tells_the_same(a, b, acts)
    if level == "number":
        return bool(acts - SEVERAL) or linked(a, b) or _tells_the_same(a, b, acts)
    if set(one.slot("of").split()) & set(two.slot("of").split()):
        return True
    if lookalikes(one, two) and (acts or _tells_the_same(a, b, acts)):
        return True
    if one.slot("act") and two.slot("act") and not acts:
        return False
    one_place = {act for act in acts - CROWDED if strengths().get(act) == "shared"}
    return linked(a, b) or (bool(one_place) and not is_bare(one.term) and not is_bare(two.term))


def _sized_apart(a: Fact, b: Fact) -> bool:
    return bool(a.slot("size") and b.slot("size") and a.slot("size") != b.slot("size"))


def _far_apart(a: Context, b: Context) -> bool:
    """Whether two accidents are of articles on two cities: 吉林临通|兴旺煤矿, and 松木冲煤矿 in 娄江."""
    one, two = dict(a.locus), dict(b.locus)
    provinces = [_chain(context.fact).get("province", dict(context.locus).get("province")) for context in (a, b)]
    if all(provinces) and provinces[0] != provinces[1]:
        return True
    return "city" in one and "city" in two and not _alike(one["city"], two["city"])


def _same_day(a: Timex | None, b: Timex | None) -> bool:
    return bool(a and b and compare(a, b) != "disjoint")


def _on_one_day(a: Timex | None, b: Timex | None) -> bool:
    return bool(a and b and a.grain != "hour" and a.start and b.start) and _same_day(a, b)


def _same_hour(a: Timex | None, b: Timex | None) -> bool:
    fine = ("hour", "minute", "second")
    return bool(a and b and a.grain in fine and b.grain in fine) and _same_day(a, b)


def _meet(a: list[str], b: list[str]) -> bool:
    return any(same_person(x, y) in ("same", "variant") for x in a for y in b)


def _same_one(a: Context, b: Context) -> bool:
    """Whether two origins are of one person: by the names, or by what looks like one in both sentences."""
    one, two = a.fact.slot("name").split(), b.fact.slot("name").split()
    if one and two:
        return _meet(one, two)
    if any(name in b.fact.statement.sentence for name in one) or any(name in a.fact.statement.sentence for name in two):
        return True
    return any(name in b.fact.statement.sentence for name in _like_names(a.fact.statement.sentence))


def _like_names(sentence: str) -> Iterator[str]:
    """What may be a person's name in a sentence: three characters, of which the first is a surname (李卫东)."""
    for at, char in enumerate(sentence[:-2]):
        name = sentence[at : at + 3]
        if char in surnames("common") and not is_place(name[:2]) and not known(name[:2]) and not _NOT_HAN.search(name):
            yield name
            yield name[:2]  # 葛腾夺冠


def _days_apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    starts, ends = (a.start, b.start), (a.end, b.end)
    return max(start.timestamp() for start in starts) - min(end.timestamp() for end in ends) > _SLACK


def _set_elsewhere(a: Context, b: Context) -> bool:
    """Whether two towns stand in articles on two counties (三次地震): then they are places of two events."""
    if "town" not in (a.fact.slot("level"), b.fact.slot("level")):
        return False
    one = _chain(a.fact).get("county") or dict(a.locus).get("county", "")
    two = _chain(b.fact).get("county") or dict(b.locus).get("county", "")
    return bool(one and two) and not _alike(one, two)


def _tells_the_same(a: Context, b: Context, acts: set[str]) -> bool:
    """Whether a clause has a word of the other's sentence that tells what is spoken of."""
    return _told_in(a, b, acts) or _told_in(b, a, acts)


def _told_in(a: Context, b: Context, acts: set[str]) -> bool:
    sentence = b.fact.statement.sentence
    for word, weight in a.words.items():
        # 邱莹|往下切进石门沟: the tokenizer may join an unknown name with what follows
        if weight < TELLING or is_vague(word) or is_place(word) or not (word in b.sentence or word in sentence):
            continue
        classes = acts_in(word)
        occasion = "event" in classes and ("meet" not in classes or "hold" in acts)  # a tour has a 会谈 in each capital
        if weight >= RARE or occasion or not acts.intersection(classes):
            return True
    return False
