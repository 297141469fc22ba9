"""How two facts of place stand: the same place, one inside the other, or two places of one act."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.comparison import Relation
from consistency.grammar.names import same_place
from consistency.grammar.names_gazetteer import LEVELS, is_place, leading_place
from consistency.grammar.names_sites import BUILDINGS, building_of, is_bare, is_only_described, may_mean, scale_of
from consistency.grammar.names_words import known, surnames
from consistency.linkage.context import Context
from consistency.linkage.places_acts import meet, one_act, one_occasion, singled_out, told_of_one
from consistency.linkage.places_units import chain, of_one_unit
from consistency.linkage.rivals import POSITIONS, core, lookalikes, position, rivals
from consistency.model.facts import Fact
from consistency.patterns import pattern

_NOT_HAN = pattern(r"[^\u4e00-\u9fff]|[的了是在]")
_ANNEX = pattern("(?<=[一-鿿]{3})(?:大楼|主楼|工地|现场)$")  # 附属文化中心|工地
_NUMBERED = pattern("[0-9一二三四五六七八九十]+号")


def places(a: Context, b: Context) -> Relation:
    """The relation of two places; disjoint only where both are said to be the place of one act or one thing."""
    if a.fact.slot("role") != b.fact.slot("role"):
        return "incomparable"
    origin = a.fact.slot("role") == "from"
    if origin and not _same_one(a, b):
        return "incomparable"  # 贵州选手 and 云南小伙 are one man only where one name says so
    found = _standing(a, b)
    if found == "unknown" and _two_sites(a, b) and (told_of_one(a, b) or singled_out(a, b) or one_occasion(a, b)):
        found = "different"
    if found == "different":
        if _named_beside(a, b) or _named_beside(b, a):
            return "incomparable"
        return "disjoint" if origin or one_act(a, b) else "incomparable"
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
    if _goes_on_before(a.fact, b.fact) or _goes_on_before(b.fact, a.fact):
        return "same"
    chains = chain(a.fact), chain(b.fact)
    common = [level for level in LEVELS if level in chains[0] and level in chains[1]]
    if not all(of_one_unit(*chains, level) for level in common):
        return "different"
    one, two = _site(a, b), _site(b, a)
    if one and two:
        spelt = (one, two), (a.fact.term, b.fact.term)
        if bool(_NUMBERED.match(one)) != bool(_NUMBERED.match(two)):
            return "unknown"  # 江东医院, 三号楼
        if one != two and (may_mean(one, two) or may_mean(two, one)):
            return "part"
        if _only_described(a.fact) and _only_described(b.fact) and one[-1] == two[-1]:
            return "part"  # 江苏台资厂 / 昆山台企工厂
        if one != two and _ANNEX.sub("", one) == _ANNEX.sub("", two):
            return "part"
        if _of_its_kind(a, b) or _of_its_kind(b, a) or _ends(core(a.fact), core(b.fact)):
            return "part"
        if any(_abbreviates(*sorted(names, key=len)) for names in spelt[one == two :]):
            return "part"  # 市一医院 in 市第一人民医院; but 湖南省|博物馆 is not 长沙|博物馆
        return "different" if scale_of(one) == scale_of(two) else "unknown"
    if not one and not two and lookalikes(a.fact, b.fact) and rivals(a, b):
        return "different"  # 瓯宁县 / 瓯安市
    return "part" if common and not one and not two else "unknown"


def _goes_on_before(fact: Fact, other: Fact) -> bool:
    """Whether what the other's name has more stands right before this name: 邻省汉|渠县火车站 / 汉渠县火车站."""
    if not other.term.endswith(fact.term):
        return False
    before = fact.statement.clause[: max(0, fact.start - fact.statement.start)]
    return before.endswith(other.term.removesuffix(fact.term))


def _site(context: Context, other: Context) -> str:
    """The name of a site or feature without the units around both (潮屿|体育馆); "" of an administrative place."""
    fact, name = context.fact, context.fact.term
    if scale_of(name) == "room" and scale_of(other.fact.term) in BUILDINGS:
        name = building_of(name)
    if not scale_of(name) or fact.slot("level") in LEVELS:
        return ""
    around = {*chain(other.fact).values(), *(unit for _, unit in other.locus)}
    for unit in sorted(around, key=len, reverse=True) * 2:  # 福建|潮屿|体育馆
        rest = name.removeprefix(unit)
        if len(rest) > 1 and rest[0] not in "省市县区":  # 湖南|省博物馆 is not any museum of 湖南
            name = rest
    return name


def _only_described(fact: Fact) -> bool:
    """Whether a site bears no name, but for the units that it lies in: 江苏|昆山|台企工厂."""
    name = fact.term
    while unit := leading_place(name, 4, 2):
        name = name.removeprefix(unit)
    return is_only_described(name)


def _ends(one: str, two: str) -> bool:
    """Whether one name is the other with a street before it: 明通小学 / 北京路明通小学."""
    short, long = sorted((one, two), key=len)
    return short != long and len(short) > 2 and long.endswith(short) and not is_bare(short)


def _of_its_kind(a: Context, b: Context) -> bool:
    """Whether the one is but a unit's only such site, which may be the other: 榆林子镇幼儿园 / 小博士幼儿园."""
    kind, named = core(a.fact), core(b.fact)
    own = not is_bare(named) and not any(is_place(named[:size]) and is_bare(named[size:]) for size in (2, 3, 4))
    return kind != a.fact.term and is_bare(kind) and own and named.endswith(kind)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the characters of the shorter name stand in the longer one in their order: 市一医院, 市第一人民医院."""
    rest = iter(long)
    return len(short) < len(long) and all(char in rest for char in short)


def _two_sites(a: Context, b: Context) -> bool:
    """Whether both are sites with names of their own, of which neither can well be a part of the other."""
    scales_of = {a.fact.slot("level"), b.fact.slot("level")}
    named = not (is_bare(a.fact.term) or is_bare(b.fact.term))
    inside = any(one.fact.term[-2:] in other.fact.term for one, other in ((a, b), (b, a)))  # 码头大厅 at 东洲码头
    return named and not inside and scales_of <= {"spot", "area", "room"} and rivals(a, b)


def _same_one(a: Context, b: Context) -> bool:
    """Whether two origins are of one person: by the names, or by what looks like one in both sentences."""
    one, two = a.fact.slot("name").split(), b.fact.slot("name").split()
    if one and two:
        return meet(one, two)
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
