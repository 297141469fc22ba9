"""Whether two states are said of one act, and whether both can be true: 合龙 / 还差十几米没堵上."""

from __future__ import annotations

from datetime import timedelta

from consistency.comparison import Relation, compare
from consistency.fields.status_cues import SAYS_NOT
from consistency.linkage.context import Context
from consistency.linkage.states_apart import ahead_of, happened_before, not_yet, of_parts, was_once
from consistency.linkage.states_same import WIDE, evidence, shared_acts
from consistency.model.facts import Fact
from consistency.patterns import pattern

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
    if x != y and frozenset((x, y)) not in _OPPOSED and not _meant(a.fact, b.fact) and not _kept_to(a, b):
        return "incomparable"
    if not _of_all_and_some(a.fact, b.fact):
        return "incomparable"  # 12人获救 is a figure, but for 无一获救
    if not evidence(a, b):
        return "refines" if x == y and shared_acts(a, b) else "incomparable"
    if x == y == "planned" and a.fact.slot("role") != b.fact.slot("role"):
        return "incomparable" if shared_acts(a, b) & _BY_TURNS else "disjoint"  # 将整体保留 / 国庆后就拆
    if (a.fact.slot("role") or b.fact.slot("role")) and not (a.fact.slot("role") and b.fact.slot("role")):
        unmeant = any(_UNMEANT.search(fact.slot("cue")) for fact in (a.fact, b.fact) if not fact.slot("role"))
        return "disjoint" if unmeant else "incomparable"  # 将停课 / 照常上课, but 将免费 / 未有计划免费
    if a.fact.slot("aside") != b.fact.slot("aside"):
        return "incomparable"  # 航班全部停飞（总统专机照常起飞）
    if of_parts(a.fact, b.fact) and not (a.fact.slot("some") or b.fact.slot("some")):
        return "incomparable"  # 已有61个恢复供电 / 还没有来电的46个乡镇
    if x == y:
        return "equal"
    if {x, y} == {"done", "planned"} and _ANNOUNCED.search((a if x == "done" else b).fact.slot("cue")):
        return "refines"  # 宣布10月辞任 / 宣布将辞职: announced is not begun
    if {x, y} == {"done", "planned"} and a.fact.period and a.fact.period == b.fact.period:
        cue = (a if x == "done" else b).fact.slot("cue")
        if not _OVER.search(cue):
            return "refines"  # 自7月1日起接任 / 即将在7月1日接任
    if x in SAYS_NOT and y in SAYS_NOT and a.fact.slot("act") and b.fact.slot("act"):
        apart = {x, y} == {"cancelled", "suspended"} and shared_acts(a, b) - WIDE and not _calls_off(a, b)
        return "disjoint" if apart else "refines"  # 推迟 / 取消, but 停驶 / 仍未通车
    if "done" in (x, y) and (was_once(a.fact) or was_once(b.fact)):
        return "refines"
    never = any(_NEVER.search(fact.slot("cue")) for fact in (a.fact, b.fact) if fact.term in SAYS_NOT)
    put_off = any(_PUT_OFF.search(fact.slot("cue")) for fact in (a.fact, b.fact) if fact.term == "suspended")
    goes_on = shared_acts(a, b) & _SEARCHED or any(
        _STILL.search(fact.slot("cue")) for fact in (a.fact, b.fact) if fact.term == "undone"
    )
    if not never and not put_off and not goes_on and (not_yet(a, b) or not_yet(b, a)):
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


def _calls_off(a: Context, b: Context) -> bool:
    """Whether what is put off is said to be cancelled in its sentence too: 因云系条件不足取消，择期再办 / 已经取消."""
    return any("取消" in one.fact.statement.sentence for one in (a, b) if one.fact.term == "suspended")


# 无人受伤 / 3人受伤, 3人失联 / 失联人员均已找到: what is said of all or none of those that the other counts.
_ANY = pattern("[没未不无][^，。]{0,6}任何[一名个位]{0,2}[人驾司乘员工学居村]")  # 没有拘留任何人 / 五名司机被拘留
_ALL_OR_NONE = pattern(
    "无一|无人|没有?人|没有任何|没有?一|未有人|零伤|零死|全部|全员|悉数|均|无[^，。]{0,4}伤亡|没有[^，。]{0,8}伤亡|未[^，。]{0,8}伤亡"
)


def _of_all_and_some(a: Fact, b: Fact) -> bool:
    """Whether neither of two acts is counted, or the other is said of all or none."""
    counted = [fact for fact in (a, b) if fact.slot("some")]
    if not counted:
        return True
    other = b if counted[0] is a else a
    if len(counted) > 1 or not (_ALL_OR_NONE.search(other.slot("cue")) or _ANY.search(other.statement.clause)):
        return False
    told = counted[0].statement
    return set(_GROUP.findall(other.statement.sentence)) <= set(_GROUP.findall(told.lead + told.sentence))


# 两名港人均无受伤 says nothing of 11人受伤.
_GROUP = pattern(
    "公民|中国人|外国人|本国人|外籍|港人|台[商胞]|华[人侨]|同胞|侨胞|留学生|游客|学生|师生|教师|老师|乘客|旅客|居民|村民|群众|员工|工人|矿工|职工|司机|机组|船员"
    "|儿童|孩子|老人|消防|队员|警员|民警|官兵|医护|病人|患者|球员|选手|车手|骑手|失联|失踪|被困"
)

_ANNOUNCED = pattern("宣布|宣告|决定")
_OVER = pattern("[已了过完早曾]|成功|正式")
_UNMEANT = pattern("[没未无](?:有)?(?:任何)?(?:计划|打算|考虑)|无意|不(?:打算|考虑|准备|拟|计划)")
# 不上诉, 一股都不会卖: said of the time to come as well.
_NEVER = pattern(
    "不(?:会|打算|准备|上诉|申诉|抗诉|卖|减持|撤|退|涨|停|走|再)|绝不|决不|放弃|无意|服判|服从|认罚"
    "|不(?:予|作|进行|举行|举办|组织|安排|实行|实施|设|办|派|收|补|改|换|迁|搬|拆|建|开|关|发|召|调|招|裁|赔|重考|重赛|重审)"
    "|没有[^，。]{0,12}(?:计划|打算)"
)


def _meant(a: Fact, b: Fact) -> bool:
    """Whether one is planned and the other is never to be: 将提出上诉 / 不上诉."""
    plan, other = (a, b) if a.term == "planned" else (b, a)
    never = _NEVER.search(other.slot("cue")) or _UNMEANT.search(other.slot("cue"))
    return plan.term == "planned" and other.term == "undone" and bool(never)


# 将如期鸣枪 / 推迟到11月17日, 明天照常上课 / 25日继续停课: a plan that is kept to, and what came of it.
_KEPT_TO = pattern("如期|按[期时]|照[常旧样原]|不变|按原|正常")
WHILE = timedelta(days=3)


def _kept_to(a: Context, b: Context) -> bool:
    """Whether one says that what is planned stands, and the other at about that time that it is put off."""
    plan, other = (a, b) if a.fact.term == "planned" else (b, a)
    if plan.fact.term != "planned" or other.fact.term != "suspended" or not _KEPT_TO.search(plan.fact.slot("cue")):
        return False
    one, two = plan.fact.period, other.fact.period
    if one and two and compare(one, two) == "disjoint" and not _PUT_OFF.search(other.fact.slot("cue")):
        return False
    if plan.published is None or other.published is None:
        return True
    return other.published.replace(tzinfo=None) - plan.published.replace(tzinfo=None) <= WHILE


_SEARCHED = {"@下落", "@找到", "@搜救", "@灭火"}  # what goes on until it is found or put out is told as an update


# One after the other: 停课 and 恢复上课, 封闭施工 and 通车, 实行管制 and 解除管制. Not so where the one says that it
# still is not so (仍停课, 还断着), or the other that it never ceased (照常上课, 继续实施限购).
_PUT_OFF = pattern("推迟|延[期后迟]|暂缓|改期|顺延|择[期日]|往后|中止")  # as much as a plan
_AGAIN = pattern(r"恢复|重新|重[启开返]|再度|复[产工课学航飞通运市牌电水]|抢通|修通|放行|返[岗校]|回到|解[除封禁]")
_STILL = pattern("[仍还尚未没不]|继续|持续|至今|迄今|到现在|依然|依旧|一直|目前")
_ON = pattern("[仍还没未不]|无一|照|正常|继续|持续|保持|依然|依旧|一直|如期|保留|满负荷|开足|昼夜|在用|在卖|在售")
_ENDED = pattern("解除|解封|解禁|结束|放开|开禁|撤离|走出|释放|获释|出院")
_BY_TURNS = {"@运行", "@存废"}


_LET_GO = pattern("取保|保释|获释|释放|放[了出]|重获自由")
_NOW = pattern("仍|还|目前|现[在已仍]|至今|批捕|批准逮捕")


def _in_turn(done: Context, other: Context) -> bool:
    if other.fact.term not in SAYS_NOT or _PUT_OFF.search(other.fact.slot("cue")):
        return False
    if _LET_GO.search(other.fact.slot("cue")) and not _NOW.search(done.fact.slot("cue")):
        return True  # 被抓获 / 取保候审, but not 仍被刑拘
    if _STILL.search(other.fact.statement.clause):
        return False
    if _ENDED.search(other.fact.slot("cue")) and not _ON.search(done.fact.slot("cue")):
        return True  # 整体隔离 / 解除隔离
    begun = bool(shared_acts(done, other) & _BY_TURNS) and not _ON.search(done.fact.slot("cue"))
    return begun or bool(_AGAIN.search(done.fact.slot("cue")))
