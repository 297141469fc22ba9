"""How two statements on persons stand: the posts that two articles give one person, the holders they give one post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache

from consistency.comparison import Relation
from consistency.grammar.names import same_organisation, same_person
from consistency.grammar.titles import is_plain
from consistency.grammar.titles_compare import compare_titles, contrast, has_one_holder, is_single, is_wide, ladder
from consistency.lexicon import lines, rows
from consistency.linkage.context import Context
from consistency.linkage.locus import at_one_level
from consistency.linkage.similarity import wording
from consistency.model.facts import Fact
from consistency.patterns import pattern

ELSEWHERE = 0.3  # how much less sure a rank is a contradiction where the bodies differ in name
ANOTHER_UNIT = 0.8  # one person at the head of two departments
ANOTHER_TIME = 0.15  # and any where one article marks the post as a former one
EXCLUDED = 0.85  # from this on two posts are never one person's, whatever else he is
SPELT = 0.15  # and where the names are but alike in sound
ONE_BODY = 0.85  # two holders of one post of one body
MISWRITTEN, MISWRITTEN_OF_MANY = (
    0.85,
    0.65,
)  # names that differ in a character, for the holder of one role, or of many's
ONE_NAMED = 0.1  # how much less sure two holders are where one article alone names the body
MEANT = 0.7  # two holders of one post of one body, which an article only names before: 郾阳西站 … 站长马海波
DONE = 0.1  # and where one only says that somebody did it, and the other who did it first
TERM = timedelta(days=120)  # articles further apart speak of other times: posts change hands

_TAILS = "部局厅委办院组队处科室所站馆"  # what a body's name may end with or not: 公共工程, 考古
_OF_AN_EVENT = ("组委会", "筹委会", "评委会", "指挥部", "调查组", "专家组", "领导小组", "考古队", "剧组")
_OF_SIDES = frozenset(("team", "coach"))  # ladders of which each side of a match has its own: 韩国队领队 and 领队
_TOGETHER = frozenset(("", "then"))
_CAREER = ({"former", "current"}, {"then", "current"})  # 时任副局长, 现任局长
_PAST = frozenset(("former", "then"))


def posts(a: Context, b: Context) -> tuple[Relation, float]:
    """How two posts of one person stand among all that the articles give him, and how sure a contradiction is."""
    one, two = a.fact, b.fact
    times = {_time(one), _time(two)}
    name = same_person(one.slot("name"), two.slot("name"))
    if name not in ("same", "variant") or times in _CAREER or (len(times) > 1 and "once" in times):
        return "incomparable", 0.0
    found = contrast(one.slot("title"), two.slot("title"))
    masked = "某" in one.slot("name") + two.slot("name")
    if found.relation in ("same", "refines") and _of_another_unit(one, two) and not (masked or _years_apart(a, b)):
        return "disjoint", ANOTHER_UNIT
    if found.relation != "different":
        return {"same": "equal", "refines": "refines"}.get(found.relation, "incomparable"), 0.0  # type: ignore[return-value]
    if masked or _years_apart(a, b) or _besides(one, two) or _besides(two, one):
        return "incomparable", 0.0
    apart, doubt = _apart(one, two), SPELT if name == "variant" else 0.0
    if found.ranked:  # 副县长 and 县长: unless an article says both of the person
        if any("same" in (compare_titles(one.slot("title"), x), compare_titles(two.slot("title"), y))
               for x in _titles(two) for y in _titles(one)):  # fmt: skip
            return "incomparable", 0.0
        doubt += (ELSEWHERE if apart else 0.0) + (ANOTHER_TIME if len(times) > 1 and not times <= _TOGETHER else 0.0)
        return "disjoint", found.confidence - doubt
    if apart or not (len(times) == 1 or times <= _TOGETHER or times <= _PAST):
        return "incomparable", 0.0
    if _share_a_post(one, two, excluded=found.confidence >= EXCLUDED):
        return "incomparable", 0.0
    return "disjoint", found.confidence - doubt - (ANOTHER_TIME if len(times) > 1 and times <= _TOGETHER else 0.0)


def holders(a: Context, b: Context) -> tuple[Relation, float]:
    """How two holders of one post or role stand, and how sure a contradiction is."""
    one, two = a.fact, b.fact
    title = one.slot("title")
    if compare_titles(title, two.slot("title")) != "same":
        return "incomparable", 0.0
    names = same_person(one.slot("name"), two.slot("name"))
    if names in ("same", "variant"):
        return ("equal" if names == "same" else "equivalent"), 0.0
    times = {one.slot("time"), two.slot("time")}
    if one.slot("told") and two.slot("told"):
        return "incomparable", 0.0
    if _apart(one, two) or not (len(times) == 1 or times <= _TOGETHER) or _names_both(one, two) or _years_apart(a, b):
        return "incomparable", 0.0
    if names == "near" and is_plain(title):
        return "incomparable", 0.0  # 村民马有田 and 村民马有才 may be brothers
    if names in ("slip", "near"):
        return "disjoint", MISWRITTEN if has_one_holder(title) else MISWRITTEN_OF_MANY
    named = [fact for fact in (one, two) if not _unnamed(fact.slot("organisation"))]
    in_short = len(named) == 1 and _in_short(one, two)
    if not has_one_holder(title) and not (
        (len(named) == 2 or in_short) and all(_headed(title, fact) for fact in (one, two))
    ):
        return "incomparable", 0.0
    if len(named) == 2:
        return "disjoint", ONE_BODY
    if in_short and not (one.slot("others") or two.slot("others") or _set_apart(a, b)):
        return "disjoint", MEANT
    meant = [fact.slot("organisation") if fact in named else fact.slot("body") for fact in (one, two)]
    if all(meant):
        same = same_organisation(*meant) != "different"
        return ("disjoint", MEANT) if same and not (one.slot("others") or two.slot("others")) else ("incomparable", 0.0)
    sure = is_single(title)
    if len(named) == 1 and ladder(title) in _OF_SIDES:
        return "incomparable", 0.0
    if not sure or one.slot("others") or two.slot("others") or _set_apart(a, b):
        return "incomparable", 0.0
    return "disjoint", sure - (ONE_NAMED if named else 0.0) - (DONE if one.slot("told") or two.slot("told") else 0.0)


def _time(fact: Fact) -> str:
    """When a post is held; to be named to it says no more than to hold it: 出任董事长 contradicts 总经理."""
    return fact.slot("time").replace("named", "")


def parties(a: Context, b: Context) -> tuple[Relation, float]:
    """How the other parties of one person's meeting stand."""
    one, two = a.fact, b.fact
    if same_person(one.slot("subject"), two.slot("subject")) not in ("same", "variant"):
        return "incomparable", 0.0
    return ("disjoint", 0.75) if wording(one.slot("party"), two.slot("party")) < 0.5 else ("equivalent", 0.0)


def _besides(fact: Fact, other: Fact) -> bool:
    """Whether a deputy's post is held besides one that contradicts the other, too: 县委副书记、县长 / 县委书记.

    Not so one that both give him: 副局长、组委会主任 / 局长、组委会主任.
    """
    title, others = fact.slot("title"), _titles(other)
    return "副" in title and any(
        "副" not in x and x not in others and contrast(x, other.slot("title")).relation == "different"
        for x in _titles(fact)
    )


def _share_a_post(one: Fact, two: Fact, *, excluded: bool) -> bool:
    """Whether both give him one post, so that theirs may be further ones: 县委副书记、县长 / 县长、指挥长.

    Where nobody has theirs at once (`excluded`), it must be one of theirs: not so 县长、指挥长 / 县委书记、指挥长.
    """
    theirs = {one.slot("title"), two.slot("title")}
    return any(
        compare_titles(x, y) in ("same", "refines") and not is_wide(x) and not (excluded and {x, y}.isdisjoint(theirs))
        for x in _titles(one)
        for y in _titles(two)
    )


def _titles(fact: Fact) -> list[str]:
    return [fact.slot("title"), *filter(None, fact.slot("posts").split("|"))]


def _names_both(one: Fact, two: Fact) -> bool:
    """Whether one of the articles gives the post to both: to one after the other, or it is two posts."""
    return any(
        same_person(name, other.slot("name")) in ("same", "variant", "slip")
        for fact, other in ((one, two), (two, one)) for name in fact.slot("others").split("|") if name
    )  # fmt: skip


def _years_apart(a: Context, b: Context) -> bool:
    """Whether so long a time lies between the articles that the post may have changed hands."""
    x, y = a.published, b.published
    return bool(x and y) and abs(x.replace(tzinfo=None) - y.replace(tzinfo=None)) > TERM  # type: ignore[union-attr]


def _apart(one: Fact, two: Fact) -> bool:
    """Whether the posts are of two bodies: both are named, and neither name is of what any article speaks of."""
    x, y = one.slot("organisation"), two.slot("organisation")
    if _unnamed(x) or _unnamed(y) or same_organisation(x, y) != "different":
        return False
    return not any(
        len(stem) > 1 and stem in other.slot("organisation") + other.slot("title")  # 运输部 of 公共工程暨运输部长
        for fact, other in ((one, two), (two, one)) for stem in (fact.slot("organisation").rstrip(_TAILS),)
    )  # fmt: skip


_UNIT = pattern(r"([一-鿿]{2})(科|科室|室|系|处|学院|研究所|实验室|支队|大队|中队|分局|派出所|车间|工区|庭|司)$")


def _of_another_unit(one: Fact, two: Fact) -> bool:
    """Whether one person heads two units of one kind: 急诊科主任 / 烧伤科主任, but not 呼吸科 / 呼吸与危重症医学科."""
    bodies = one.slot("organisation"), two.slot("organisation")
    units = [_UNIT.search(body) for body in bodies]
    if not all(units) or len(_titles(one)) + len(_titles(two)) > 2:
        return False
    (x, head), (y, other) = (unit.groups() for unit in units if unit)
    return head == other and not set(x) & set(bodies[1][-8:-1]) and not set(y) & set(bodies[0][-8:-1])


def _headed(title: str, fact: Fact) -> bool:
    """Whether the body is named down to the unit that the post heads: 省农业技术推广中心主任, 人口和就业统计处处长."""
    return fact.slot("organisation").endswith(_units().get(title, ("\0",)))


@cache
def _units() -> dict[str, tuple[str, ...]]:
    return {post: tuple(endings.split()) for post, endings in rows("post_units.tsv")}


def _in_short(one: Fact, two: Fact) -> bool:
    """Whether one names the body by its last word alone, which an event has but one of: 艺术节组委会 / 组委会."""
    short, long = sorted((one.slot("organisation"), two.slot("organisation")), key=len)
    return short.endswith(_OF_AN_EVENT) and long.endswith(short)


def _set_apart(a: Context, b: Context) -> bool:
    """Whether the statements are set in different places: the 总指挥 of another accident is another man."""
    both = at_one_level(a.locus, b.locus, ("county", "city", "province"))
    if both:
        return both[1] != both[2]
    one, two = ({place for _, place in context.locus} for context in (a, b))
    return bool(one and two) and not one & two


def _unnamed(body: str) -> bool:
    """Whether nothing tells the body from others: 公司, 该矿, the 市 of 市招办主任."""
    return len(body) < 2 or body[0] == "该" or body in _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(lines("generic_bodies.txt"))


PEOPLE: dict[str, Callable[[Context, Context], tuple[Relation, float]]] = {
    "post": posts, "holder": holders, "party": parties,
}  # fmt: skip
