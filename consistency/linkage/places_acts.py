"""Whether two facts of place tell of one act or one thing, as far as their clauses show."""

from __future__ import annotations

from consistency.comparison import compare
from consistency.fields.place_acts import CROWDED, DAMAGE, GATHERING, SEVERAL, acts_in, strengths
from consistency.fields.place_frames import is_vague, singled_in
from consistency.grammar.names import same_person
from consistency.grammar.names_gazetteer import is_place
from consistency.grammar.names_sites import is_bare, scales
from consistency.linkage.context import Context
from consistency.linkage.places_units import alike, chain
from consistency.linkage.rivals import POSITIONS, core, linked, lookalikes, misnumbered, rivals
from consistency.model.facts import Fact
from consistency.model.values import Timex
from consistency.patterns import pattern

TELLING = 9.0  # nats: a shared word as rare as this says that two clauses tell of one thing
OWN_NAME = 4  # characters of a name that no two sites of a story share
ORDINAL = frozenset({"first", "final", "coming"})  # of which a thing is but one
ONCE_SIGNED = frozenset({"sign", "trial", "vote"})  # acts of which two parties have one
NAMING = 7.0  # nats: a word that names a thing where both clauses single out one of its kind
RARE = 12.0  # nats: a word for an act as rare as this names the occasion too: 见面会, but not 见面
_ALL = pattern("均(?![等衡])|都(?![市督])|全[部数]|集中[在到于]|统一|悉数|一律")
_SLACK = 3 * 86400  # seconds: a misdated act is still the act; one of another week is another


def one_act(a: Context, b: Context) -> bool:
    """Whether two facts tell of one act or thing, as far as the clauses show; what sets them apart goes first."""
    one, two = a.fact, b.fact
    turns = set(one.slot("turn").split()), set(two.slot("turn").split())
    marks = [singled_in(fact.statement.clause) & ORDINAL for fact in (one, two)]
    if all(marks) and marks[0].isdisjoint(marks[1]):
        return False  # 首场演出 is not 最后一场
    if (turns[0] ^ turns[1]) - {"next"} or _sized_apart(one, two):
        return False  # 再次登陆罗洋市 is another landfall, a quake of 5.6 not that of 4.9
    shared = set(one.slot("act").split()) & set(two.slot("act").split())
    if shared and lookalikes(one, two) and rivals(a, b):
        return True  # whatever the day: it may be mistaken, too
    if _days_apart(one.period, two.period) or _set_elsewhere(a, b) or (DAMAGE & shared and _far_apart(a, b)):
        return False
    names = one.slot("name").split(), two.slot("name").split()
    same_people = meet(*names)
    if all(names) and not same_people:
        return False
    if _one_name(a, b):
        return True
    alone = rivals(a, b)
    if alone and (_one_seat(a, b) or _mixed_up(a, b, shared) or told_of_one(a, b) or singled_out(a, b)):
        return True
    if alone and shared & SEVERAL and (_ALL.search(one.statement.clause) or _ALL.search(two.statement.clause)):
        return True  # 伤者均已送到第二医院 leaves none for 第一医院
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


def _one_name(a: Context, b: Context) -> bool:
    """Whether one site is set in two units, each told in one article: 芦溪区|育新中学 / 城北区|育新中学."""
    one, two = core(a.fact), core(b.fact)
    if one != two or len(one) < OWN_NAME or a.fact.slot("level") not in scales() or is_bare(one):
        return False
    own = a.fact.term.removesuffix(one), b.fact.term.removesuffix(two)
    if own[0].startswith(own[1]) or own[1].startswith(own[0]):
        return False  # 昆明市|明通小学 / 昆明市北京路|明通小学
    return all(own) and own[0] not in b.told and own[1] not in a.told


def _one_seat(a: Context, b: Context) -> bool:
    """Whether both say where one thing stands: 剧院坐落于望汐区 / 屿城大剧院，就在临鹤区."""
    one, two = a.fact.slot("of").split(), b.fact.slot("of").split()
    seated = all("seat" in fact.slot("act").split() for fact in (a.fact, b.fact))
    return seated and any(x.endswith(y) or y.endswith(x) for x in one for y in two)


def one_occasion(a: Context, b: Context) -> bool:
    """Whether both tell of one signing, or name one gathering alike: 签约仪式在县行政中心 / 签字是在图书馆报告厅."""
    acts = set(a.fact.slot("act").split()) & set(b.fact.slot("act").split())
    if acts & ONCE_SIGNED and _tells_the_same(a, b, acts):
        return True
    return "event" in acts and any(
        word in b.sentence and weight >= TELLING and len(word) > 2 and "event" in acts_in(word)
        for word, weight in a.sentence.items()
    )


def told_of_one(a: Context, b: Context) -> bool:
    """Whether both clauses tell of one person, and of no two acts of his: 郝一鸣在江原南站被带走 / 郝在浦东机场落网."""
    acts = set(a.fact.slot("act").split()), set(b.fact.slot("act").split())
    names = a.fact.slot("name").split(), b.fact.slot("name").split()
    bare = is_bare(a.fact.term) or is_bare(b.fact.term)
    return not bare and not (all(acts) and acts[0].isdisjoint(acts[1])) and meet(*names)


def singled_out(a: Context, b: Context) -> bool:
    """Whether both tell of the first, last, most or only one of the same kind: 首家省外分行 / 第一家省外分行."""
    marks = singled_in(a.fact.statement.sentence) & singled_in(b.fact.statement.sentence)
    words = [
        word for word, weight in a.sentence.items()
        if weight >= NAMING and word in b.sentence and not is_vague(word) and not is_place(word)
    ]  # fmt: skip
    return bool(marks) and any(word not in a.fact.term and word not in b.fact.term for word in words)


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
    if misnumbered(one, two) and (
        any(strengths().get(act) == "shared" for act in acts - SEVERAL) or not (one.slot("act") and two.slot("act"))
    ):
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
    provinces = [chain(context.fact).get("province", dict(context.locus).get("province")) for context in (a, b)]
    if all(provinces) and provinces[0] != provinces[1]:
        return True
    return "city" in one and "city" in two and not alike(one["city"], two["city"])


def _same_day(a: Timex | None, b: Timex | None) -> bool:
    return bool(a and b and compare(a, b) != "disjoint")


def _on_one_day(a: Timex | None, b: Timex | None) -> bool:
    return bool(a and b and a.grain != "hour" and a.start and b.start) and _same_day(a, b)


def _same_hour(a: Timex | None, b: Timex | None) -> bool:
    fine = ("hour", "minute", "second")
    return bool(a and b and a.grain in fine and b.grain in fine) and _same_day(a, b)


def meet(a: list[str], b: list[str]) -> bool:
    """Whether two lists of names have a person in common."""
    return any(same_person(x, y) in ("same", "variant") for x in a for y in b)


def _days_apart(a: Timex | None, b: Timex | None) -> bool:
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    starts, ends = (a.start, b.start), (a.end, b.end)
    return max(start.timestamp() for start in starts) - min(end.timestamp() for end in ends) > _SLACK


def _set_elsewhere(a: Context, b: Context) -> bool:
    """Whether two towns stand in articles on two counties (三次地震): then they are places of two events."""
    if "town" not in (a.fact.slot("level"), b.fact.slot("level")):
        return False
    one = chain(a.fact).get("county") or dict(a.locus).get("county", "")
    two = chain(b.fact).get("county") or dict(b.locus).get("county", "")
    return bool(one and two) and not alike(one, two)


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
