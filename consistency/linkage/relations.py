"""How the values of two facts of one kind stand, names and states included: which pairs could be a disagreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from consistency.comparison import AGREEING, Relation, compare, one_counter, significant_step
from consistency.grammar.names import same_organisation, same_person, seated_apart
from consistency.grammar.names_gazetteer import is_place
from consistency.linkage.context import Context
from consistency.linkage.exchange import exchanged
from consistency.linkage.gates import shut
from consistency.linkage.objects import ONCE, same_object
from consistency.linkage.offices import PEOPLE
from consistency.linkage.places import places
from consistency.linkage.rebasing import rebased_by, times_rebased
from consistency.linkage.states import states
from consistency.linkage.times import is_span, time_meant
from consistency.model.facts import Fact
from consistency.model.values import SCORE, Duration, Quantity, Timex, Value
from consistency.patterns import pattern

# 警方 may be any of the police, and a 调查组 is a body's that it need not name
_VAGUE = pattern(
    r"^.{0,6}(?:部门|当局|方面|机关|[警校院检厂馆园港官军]方)$|^(?:全国|全省|全市|各地|各级|多家|当地|有关)[一-鿿]{0,4}机构$|^(?:[中美日韩英德法俄]国|国内|国外|外国|海外|境外|本地|当地)(?:[一-鿿]{0,3}(?:公司|企业|机构|厂商|媒体))$|^(?:联合|事故|专项|专责)?(?:调查|工作|核查|评审|检查|督查|督导)小?组$"
)


def relation(a: Context, b: Context) -> Relation:
    """The relation of two facts of the same kind; symmetric."""
    return _RELATIONS[a.fact.kind](a, b)


def _intervals(a: Context, b: Context) -> Relation:
    """Intervals, their bases in view: 同比 / 环比 and 增至 / 增加 rebase one number."""
    if shut(a, b):
        return "incomparable"
    one, two = a.fact, b.fact
    found = compare(meant(a, b), meant(b, a))
    if found in ("equal", "equivalent") and isinstance(one.value, Quantity | Duration) and rebased_by(one, two):
        return "rebased"
    if found == "disjoint" and times_rebased(one, two):
        return "rebased"
    if _bare(one, two) or _bare(two, one):
        found = _as_bare(a, b, found)
    if found == "incomparable":
        return exchanged(a, b)
    if found == "rebased" and (_POINTS.search(one.written) or _POINTS.search(two.written)):
        return "equivalent"
    if found in ("refines", "overlaps") and _both_ends(one) and _both_ends(two):
        return "disjoint"  # 55纳米至28纳米 / 55纳米到22纳米, 4比1 / 3比1
    return found


def _both_ends(fact: Fact) -> bool:
    """Whether both bounds of a value are meant, as those of a span and the two numbers of a score are."""
    return is_span(fact) or (isinstance(fact.value, Quantity) and fact.value.unit == SCORE)


_SOME = pattern("[十百千万]来|[十百千]几")

# 只肯给四个点 is 4% to those who speak so, and may be four points of it.
_POINTS = pattern("(?<!百分)点")

_UNNAMED = pattern(
    r"(?:每\S{1,2})?[\d.,万萬亿億兆千百十零〇一二三四五六七八九两兩约約近逾超过過余餘多幾几\s]+[元块塊圆圓][\d一二三四五六七八九半]?"
)


_DOLLARS = ("CNY", "HKD", "TWD", "MOP")


def _bare(own: Fact, other: Fact) -> bool:
    """Whether a 元 that no word gives a currency is the other's: 55元 is copied as it is, 收报41.35元 leaves out 港.

    Only between the currencies that are a bare 元 somewhere; 4.3亿元 for 4.3亿美元 is a slip.
    """
    one, two = own.value, other.value
    return (
        isinstance(one, Quantity) and isinstance(two, Quantity)
        and _dollar(one) and _dollar(two) and bool(_UNNAMED.fullmatch(own.text))
    )  # fmt: skip


def _as_bare(a: Context, b: Context, found: Relation) -> Relation:
    """How two amounts stand, the one's bare 元 taken for the other's currency where they agree then: 約二千四百億元."""
    one, two = meant(a, b), meant(b, a)
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return found
    alike = compare(one, replace(two, unit=one.unit))
    return found if alike not in AGREEING else "equivalent" if alike == "equal" and one.unit != two.unit else alike


def _dollar(value: Quantity) -> bool:
    return (value.unit or "").split("/")[0] in _DOLLARS  # HKD/股: 每股5.58元


def meant(own: Context, other: Context) -> Value:
    """The value as it compares: 11月20日起 is the day on which it begins, 高出230% a ratio of 3.3 against a ratio."""
    value, partner = own.fact.value, other.fact.value
    if isinstance(value, Timex) and isinstance(partner, Timex):
        return time_meant(own, value, other, partner)
    if isinstance(value, Duration) and isinstance(partner, Duration):
        limited = value.mod == partner.mod and value.mod in ("equal_or_less", "equal_or_more")
        return replace(value, low=value.number, high=value.number, mod=None) if limited else value  # 60天内 / 90天内
    if not (isinstance(value, Quantity) and isinstance(partner, Quantity)):
        return value
    if value.number and _SOME.search(
        own.fact.written
    ):  # 五十来岁 is any age from fifty to sixty, 三百四十来号 up to 350
        top = value.number + min(significant_step(value.number, value.step), value.number)
        value = replace(value, low=value.number * 0.95, high=top, mod=None, number=None)
    counted, _, under = (value.unit or "").partition("/")
    if (
        under
        and (other.fact.slot("per") or under == "股")
        and (counted == partner.unit or one_counter(counted, partner.unit))
    ):
        value = replace(
            value, unit=partner.unit
        )  # 每亩1200元 / 每亩先付2100元, 收报每股3.42美元 / 收报3.24美元, 152头/平方米 / 每平方米252只
    if _at_most(own) and _at_most(other) and value.number is not None:
        return replace(value, low=value.number, high=value.number, mod=None)  # 不超过8.6亿股 / 至多6.8亿股
    if value.unit == "%" and partner.unit == "x" and own.fact.slot("change") == "by":
        sign = -1 if own.fact.slot("direction") == "down" else 1
        return Quantity(
            None if value.low is None else 1 + sign * value.low / 100,
            None if value.high is None else 1 + sign * value.high / 100,
            "x", value.mod, None if value.number is None else 1 + sign * value.number / 100, value.step / 100,
        )  # fmt: skip
    return value


def _at_most(context: Context) -> bool:
    """Whether a value is the most that there may be: 最多50万元, 最高奖励5万元."""
    value = context.fact.value
    if not isinstance(value, Quantity):
        return False
    return value.mod == "equal_or_less" or (value.mod is None and context.fact.slot("extremum") == "highest")


def _names(a: Context, b: Context) -> str:
    """The relation of two persons or two bodies (省气象台 is not 市气象台)."""
    found = (same_person if a.fact.slot("role") == "person" else same_organisation)(a.fact.term, b.fact.term)
    return "different" if found == "near" else found


def _actors(a: Context, b: Context) -> Relation:
    if a.fact.slot("role") != b.fact.slot("role") or not same_object(a, b):
        return "incomparable"  # 县长 and the county's headquarters: a man acts for his body
    if _VAGUE.search(a.fact.term) or _VAGUE.search(b.fact.term) or _named_in(a, b) or _named_in(b, a):
        return "incomparable"
    if _besides(a.fact) or _besides(b.fact) or seated_apart(a.fact.term, b.fact.term) or _days_apart(a, b):
        return "incomparable"
    found = _names(a, b)
    if found == "different" and (_any_of_kind(a.fact.term, b.fact.term) or _any_of_kind(b.fact.term, a.fact.term)):
        return "incomparable"
    return "disjoint" if found == "different" else "equal" if found == "same" else "equivalent"


_TOO = pattern("(?:昨日|昨天|今天|今日|随后|同日|当日)?(?:也|亦|同样|同时也)")


def _besides(fact: Fact) -> bool:
    """Whether somebody did it as well as others: 香港天文台也录得这次地震."""
    clause = fact.statement.clause
    return _TOO.match(clause, fact.end - fact.statement.start) is not None


_DAYS = ("day", "halfday", "hour", "minute")


def _days_apart(a: Context, b: Context) -> bool:
    """Whether the sentences of two acts tell of days, and none is the other's: each day's bulletin is its own."""
    if ONCE & set(a.fact.slot("alone").split()) & set(b.fact.slot("alone").split()):
        return False  # 由总局主办，持续到25日 / 由总会主办，持续到28日
    one, two = (
        [value for value in c.values if isinstance(value, Timex) and value.grain in _DAYS and value.start]
        for c in (a, b)
    )
    return bool(one and two) and all(compare(x, y) == "disjoint" for x in one for y in two)


# 法院, 一审法院: a kind of body, which may be the one that the other article names.
_KIND = pattern(
    r"(?:一审|二审|终审|初审|上诉|当地|内地|本地|有关|主审|主管|涉事|该|一家|一间|一所|某)*(法院|法庭|检察院|公安局|海关|医院|中学|小学|学校|银行|仲裁庭|专家组)"
)
_COURT = pattern("法院|法庭|[中高]院$")


def _any_of_kind(short: str, name: str) -> bool:
    """Whether a name says no more than of what kind a body is, and the other is of that kind."""
    match = _KIND.fullmatch(short)
    if match is None:
        return False
    return name.endswith(match[1]) or (match[1] in ("法院", "法庭") and bool(_COURT.search(name)))


def _named_in(a: Context, b: Context) -> bool:
    """Whether the other sentence names this actor, too: 由中国田径协会和市政府主办 / 市政府主办."""
    compare_names = same_person if a.fact.slot("role") == "person" else same_organisation
    return any(
        name != b.fact.term and not _seat_of(name, a.fact.term) and compare_names(name, a.fact.term) != "different"
        for name in b.names
    )


def _seat_of(name: str, actor: str) -> bool:
    """Whether a name is but the place that the actor's begins with: 青漠州 is no 青漠州统计局."""
    return len(name) < len(actor) and actor.startswith(name) and (name[-1] in "省市县区州镇乡村旗" or is_place(name))


_PRONOUNS = ("他", "她", "其", "我", "你")  # of nobody that the article says, and so maybe of the other's


def _speakers(a: Context, b: Context) -> Relation:
    if a.fact.term in _PRONOUNS or b.fact.term in _PRONOUNS:
        return "incomparable"
    if a.fact.slot("role") != b.fact.slot("role"):  # a body, and who may speak for it: 县水利局 / 县水利局局长
        body, person = (a.fact.term, b) if a.fact.slot("role") == "body" else (b.fact.term, a)
        office = person.fact.slot("organisation")
        if not office:
            return "incomparable"
        return "disjoint" if same_organisation(body, office) == "different" else "equivalent"
    found = _names(a, b)
    return "disjoint" if found in ("different", "slip") else "equal" if found == "same" else "equivalent"


def _people(a: Context, b: Context) -> Relation:
    return PEOPLE[a.fact.kind](a, b)[0]


def _words(a: Context, b: Context) -> Relation:
    return "equal" if a.fact.term == b.fact.term else "disjoint"


_RELATIONS: dict[str, Callable[[Context, Context], Relation]] = {
    "quantity": _intervals, "duration": _intervals, "time": _intervals,
    "act": _actors, "quotation": _speakers, "place": places, "status": states,
    "post": _people, "holder": _people, "party": _people,
    "word": _words,
}  # fmt: skip
