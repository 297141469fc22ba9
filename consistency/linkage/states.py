"""Whether two states are said of one act, and whether both can be true: 合龙 / 还差十几米没堵上."""

from __future__ import annotations

import re
from functools import cache

from consistency.comparison import Relation
from consistency.fields.status_acts import SAYS_NOT
from consistency.grammar.names import same_person
from consistency.lexicon import lines
from consistency.linkage.acts import act_words, acts_of, only_acts, thing_of
from consistency.linkage.context import Context
from consistency.linkage.states_apart import (
    WHOLE,
    ahead_of,
    happened_before,
    not_yet,
    of_parts,
    other_thing,
    other_year,
    was_once,
)
from consistency.linkage.words import canonical, content
from consistency.model.facts import Fact
from consistency.tokens import known, rarity

NAME = 4  # characters of a name
# The rarity, in nats, from which on a shared word names an act: 垫付, 通车, 限购, but not 发生 or 公司.
TELLING = 9.0
# And that from which on it names the thing of an act whose class is shared: 合同, 大桥.
NAMING = 7.0
# And that from which on a shared word of the act names both: 限购.
SAYING = 12.0

# Which states of one act cannot both be true; a plan and its fulfilment only when the plan is not the older text.
_OPPOSED = {
    frozenset(pair) for pair in (
        ("done", "undone"), ("done", "denied"), ("done", "cancelled"), ("done", "suspended"), ("done", "planned"),
        ("cancelled", "undone"), ("cancelled", "suspended"), ("planned", "cancelled"), ("planned", "denied"),
        ("suspended", "undone"),
    )
}  # fmt: skip


def states(a: Context, b: Context) -> Relation:
    """How two states stand: opposed only where both are said of one act, and not the one after the other."""
    x, y = a.fact.term, b.fact.term
    if x != y and frozenset((x, y)) not in _OPPOSED and not _meant(a.fact, b.fact):
        return "incomparable"
    if not _same_act(a, b):
        return "refines" if x == y and _shared_acts(a, b) else "incomparable"
    if x == y == "planned" and a.fact.slot("role") != b.fact.slot("role"):
        return "incomparable" if _shared_acts(a, b) & _BY_TURNS else "disjoint"  # 将整体保留 / 国庆后就拆
    if (a.fact.slot("role") or b.fact.slot("role")) and not (a.fact.slot("role") and b.fact.slot("role")):
        unmeant = any(_UNMEANT.search(fact.slot("cue")) for fact in (a.fact, b.fact) if not fact.slot("role"))
        return "disjoint" if unmeant else "incomparable"  # 将停课 / 照常上课, but 将免费 / 未有计划免费
    if of_parts(a.fact, b.fact):
        return "incomparable"  # 已有61个恢复供电 / 还没有来电的46个乡镇
    if x == y:
        return "equal"
    if x in SAYS_NOT and y in SAYS_NOT and a.fact.slot("act") and b.fact.slot("act"):
        apart = {x, y} == {"cancelled", "suspended"} and _shared_acts(a, b) - _WIDE
        return "disjoint" if apart else "refines"  # 推迟 / 取消, but 停驶 / 仍未通车
    if "done" in (x, y) and (was_once(a.fact) or was_once(b.fact)):
        return "refines"
    never = any(_NEVER.search(fact.slot("cue")) for fact in (a.fact, b.fact) if fact.term in SAYS_NOT)
    if not never and not _shared_acts(a, b) & _SEARCHED and (not_yet(a, b) or not_yet(b, a)):
        return "refines"  # 24日照常上课 / 自29日起停课
    if "done" in (x, y) and _in_turn(*((a, b) if x == "done" else (b, a))):
        return "refines"  # 停课 / 恢复上课: one after the other, but not 仍停课 / 恢复上课
    if "done" in (x, y) and a.published and b.published:
        plan, done = (b, a) if x == "done" else (a, b)
        if (
            plan.fact.term == "planned"
            and _AGAIN.search(plan.fact.slot("cue"))
            and not _AGAIN.search(done.fact.slot("cue"))
        ):
            return "refines"  # 照常上课, later stopped: 将复课
        if plan.fact.term != "planned" and not _PUT_OFF.search(plan.fact.slot("cue")):
            return "disjoint"
        if happened_before(done, plan) or ahead_of(plan, done):
            return "disjoint"  # 22日：计划26日恢复 / 21日深夜已恢复
        if plan.published and done.published and plan.published.timestamp() < done.published.timestamp():
            return "refines"  # time passed: 将于10日开工 / 已于10日开工
    return "disjoint"


_UNMEANT = re.compile("[没未无](?:有)?(?:任何)?(?:计划|打算|考虑)|无意|不(?:打算|考虑|准备|拟|计划)")
# 不上诉, 一股都不会卖: said of the time to come as well.
_NEVER = re.compile(
    "不(?:会|打算|准备|上诉|申诉|抗诉|卖|减持|撤|退|涨|停|走|再)|绝不|决不|放弃|无意|服判|服从|认罚"
    "|没有[^，。]{0,12}(?:计划|打算)"
)


def _meant(a: Fact, b: Fact) -> bool:
    """Whether one is planned and the other is never to be: 将提出上诉 / 不上诉."""
    plan, other = (a, b) if a.term == "planned" else (b, a)
    never = _NEVER.search(other.slot("cue")) or _UNMEANT.search(other.slot("cue"))
    return plan.term == "planned" and other.term == "undone" and bool(never)


_SEARCHED = {"@下落", "@找到", "@搜救", "@灭火"}  # what goes on until it is found or put out is told as an update


# One after the other: 停课 and 恢复上课, 封闭施工 and 通车, 实行管制 and 解除管制. Not so where the one says that it
# still is not so (仍停课, 还断着), or the other that it never ceased (照常上课, 继续实施限购).
_PUT_OFF = re.compile("推迟|延[期后迟]|暂缓|改期|顺延|择[期日]|往后|中止")  # as much as a plan
_AGAIN = re.compile(r"恢复|重新|重[启开返]|再度|复[产工课学航飞通运市牌电水]|抢通|修通|放行|返[岗校]|回到|解[除封禁]")
_STILL = re.compile("[仍还尚未没不]|至今|迄今|到现在|依然|依旧|一直|目前")
_ON = re.compile("[仍还没未不]|无一|照|正常|继续|持续|保持|依然|依旧|一直|如期|保留|满负荷|开足|昼夜|在用|在卖|在售")
_ENDED = re.compile("解除|解封|解禁|结束|放开|开禁|撤离|走出|释放|获释|出院")
_BY_TURNS = {"@运行", "@存废"}


def _in_turn(done: Context, other: Context) -> bool:
    if other.fact.term not in SAYS_NOT or _PUT_OFF.search(other.fact.slot("cue")):
        return False
    if _STILL.search(other.fact.statement.clause):
        return False
    if _ENDED.search(other.fact.slot("cue")) and not _ON.search(done.fact.slot("cue")):
        return True  # 整体隔离 / 解除隔离
    begun = bool(_shared_acts(done, other) & _BY_TURNS) and not _ON.search(done.fact.slot("cue"))
    return begun or bool(_AGAIN.search(done.fact.slot("cue")))


# Families of classes: what stops is not told from what ends.
_WIDE = {"@运行", "@下落"}
_FAMILIES = {"@运行", "@下落", "@存废"}


def _shared_acts(a: Context, b: Context) -> set[str]:
    return set(acts_of(a.fact)) & set(acts_of(b.fact))


def _same_act(a: Context, b: Context) -> bool:
    """Whether two states are said of one act: its class and a word for the thing are shared, or a rare word for it."""
    acts, others = acts_of(a.fact), acts_of(b.fact)
    by_table = bool(acts), bool(others)
    if not any(by_table) and _one_verb(a, b):
        return True
    if all(by_table) and not set(acts) & set(others):
        return False
    if other_thing(a.fact, b.fact) or other_year(a.fact, b.fact):
        return False
    named = _names_part(a.fact, b.fact) or _names_part(b.fact, a.fact) or _one_person(a.fact, b.fact)
    named = named or _one_of_all(a.fact, b.fact) or _one_of_all(b.fact, a.fact)
    if not all(by_table):
        return (
            named
            and {a.fact.term, b.fact.term} == {"done", "undone"}
            and _one_negated(a, b)
            and bool(_verb(a.fact) & _verb(b.fact))
        )
    if named:
        return True
    if any(rarity(word) >= SAYING for word in act_words(a.fact) & act_words(b.fact)):
        return True
    return _known_by_class(a, b) or _named_nearby(a, b) or _named_nearby(b, a)


@cache
def _everyday() -> frozenset[str]:
    """The classes of which a story has many, so that only the thing tells them apart: 发布, 完工."""
    return frozenset(f"@{name}" for name in lines("status_everyday.txt"))


# Said with weight, as what is in dispute is: 均到场领奖 / 压根没露面, 已于6月18日开工 / 还停留在图纸上.
_WEIGHTY = re.compile(
    "[仍还尚已没未被遭均]|至今|迄今|到现在|到今天|依然|依旧|一直|目前|压根|根本|从来|居然|竟|照[常样旧开]|早就|早|一[个分毛只次]"
    "|不[再误收]|如期|正常|全[部免额]|悉数|予以|了$"
)


def _named_nearby(a: Context, b: Context) -> bool:
    """Whether what the one is about stands in the sentence of the other, both said with weight: 拷贝…一场都没放成."""
    if not (_WEIGHTY.search(a.fact.slot("cue")) and _WEIGHTY.search(b.fact.slot("cue"))):
        return False
    if not _shared_acts(a, b) - _FAMILIES - _everyday():
        return False
    return any(len(word) > 1 and rarity(word) >= TELLING and word in b.wider for word in thing_of(a.fact))


def _one_verb(a: Context, b: Context) -> bool:
    """Whether two clauses that no class holds share a rare word of the act: their verb, or two words."""
    shared = [word for word in a.heads & b.heads if a.words.get(word, 0.0) >= TELLING]
    if not shared:
        return False
    verbs = {_first(side) for side in (a, b) if side.fact.term != "done"} & set(shared)
    return bool(verbs) or len([word for word in a.words if word in b.words and a.words[word] >= NAMING]) > 1


def _first(context: Context) -> str:
    """The first word of what a cue is said of: 流片 of 还没有流片."""
    clause, cue = context.fact.statement.clause, context.fact.slot("cue")
    return next(iter(content(canonical(clause[clause.find(cue) + len(cue) :]))), "")


def _known_by_class(a: Context, b: Context) -> bool:
    """Whether each article has one voice of the class, and a story has one such act or both say it with weight."""
    if _other_name(a.fact, b.fact):
        return False
    alone = {name for name in _shared_acts(a, b) if f"{name}!" in a.heads & b.heads}
    if alone & only_acts(a.fact) & only_acts(b.fact):
        return True
    weighty = _WEIGHTY.search(a.fact.slot("cue")) and _WEIGHTY.search(b.fact.slot("cue"))
    return bool(weighty and alone - _everyday())


def _other_name(a: Fact, b: Fact) -> bool:
    """Whether two acts begin with what no dictionary has, as names are, and not the same: 邢大有 / 佟桂枝当庭."""
    one, two = (fact.measure.split(" ", 1)[0] for fact in (a, b))
    short = all(1 < len(name) <= NAME and not known(name) for name in (one, two))
    return short and not set(one) & set(two)


# Characters that go with a verb and are none: 已经全部开启了, 还没开.
_GOES_WITH_VERB = re.compile(
    "已经|全部|正式|顺利|成功|终于|尚未|至今|仍然|[已尚还仍并未没有不了过着完成被将都也均在正得能会要再就又到的为是上下来去起出进一个]"
)


def _verb(fact: Fact) -> frozenset[str]:
    """The characters of the verb of an act that no table has: 开启 of 已全部开启, 开 of 还没开."""
    if fact.slot("act"):
        return frozenset(_GOES_WITH_VERB.sub("", fact.slot("cue"))[-2:])
    clause = fact.statement.clause
    after = clause[clause.find(fact.slot("cue")) + len(fact.slot("cue")) :]
    return frozenset(_GOES_WITH_VERB.sub("", after)[:2])


_NEGATED = re.compile("[未没不无]")


def _one_negated(a: Context, b: Context) -> bool:
    return bool(_NEGATED.search(a.fact.slot("cue"))) != bool(_NEGATED.search(b.fact.slot("cue")))


def _names_part(a: Fact, b: Fact) -> bool:
    """Whether a word for the thing of the one stands in what the other is about: 饮水机 in 直饮水机."""
    other = canonical(b.measure)
    words = [word for word in thing_of(a) if _names(word) and word in other]
    if acts_of(a) and acts_of(b) and not set(acts_of(a)) & set(acts_of(b)) - _FAMILIES:
        # 暂不开放 said of the footway is nothing that 大桥通车 says: the clauses themselves must name one thing.
        own, others = canonical(a.statement.clause), canonical(b.statement.clause)
        return any(word in own and word in others for word in words)
    return bool(words)


_COUNTS = re.compile(  # 两项, 五年; 二期 is a name
    "[0-9两三四五六七八九十百千万几数][项年家个名人天次位种条所座户处起件只台辆艘批月日时点分元成倍]"
)


def _names(word: str) -> bool:
    return len(word) > 1 and rarity(word) >= NAMING and not _COUNTS.fullmatch(word)


def _one_person(a: Fact, b: Fact) -> bool:
    """Whether two acts of one class are one person's: 彭兆南已被刑事拘留 / (彭兆南)仍然下落不明."""
    one, two = a.slot("name") or a.slot("of"), b.slot("name") or b.slot("of")
    return bool(one and two and same_person(one, two) == "same" and set(acts_of(a)) & set(acts_of(b)))


def _one_of_all(every: Fact, one: Fact) -> bool:
    """Whether the thing of the one is of the kind of which the other says something of all: 47座场馆 and 西班牙馆."""
    if not WHOLE.search(every.statement.clause) or WHOLE.search(one.statement.clause):
        return False
    kinds = "".join({word[-1] for word in thing_of(every) if len(word) > 1})
    own = re.search(f"[\u4e00-\u9fff]{{2,}}[{kinds}]", one.measure) if kinds else None
    return own is not None and own[0] not in every.measure and bool(set(acts_of(every)) & set(acts_of(one)))
