"""Which values of a draft and a source hang together: last year's figure and the growth, a share and its whole, age.

Each rule is a function with a pattern for either article, whichever of the two is the draft; it says whether what they
name is certainly of one thing. What reckons with the values is the rule of a single article (`rules.py`).
"""

from __future__ import annotations

import re

from consistency.arithmetic.registry import THAN, Term, Terms, across, exact
from consistency.arithmetic.rules import DOWN, UP, age, growth, halves, share
from consistency.linkage.gates import other_place, shut
from consistency.model.values import Quantity, Timex
from consistency.patterns import pattern

_GROWN = rf"(?P<now>V)[，,（(]?(?:同比|[比较](?P<than>V))(?:实际|名义)?(?:{UP}|{DOWN})(?:了|达到?|为)?(?P<by>V)"
_IN_2025 = "2025年岚泉县接待游客560万人次，同比增长30%。"
_LAST_YEAR = ("上年", "去年", "上年同期", "去年同期", "上一年", "上一年同期")


@across(
    _GROWN,
    "(?P<base>V)",
    growth,
    wrong=(
        (_IN_2025, "2024年岚泉县接待游客480万人次。"),
        ("2025年岚泉县接待游客560万人次，比上年增长30%。", "2024年岚泉县全年接待游客480万人次。"),
        ("2025年，全县完成固定资产投资5.6亿元，比2024年增长12%。", "2024年全县固定资产投资4.8亿元。"),
        ("2024年岚泉县接待游客380万人次。", "2025年岚泉县接待游客560万人次，同比增长17%。"),
    ),
    right=(
        (_IN_2025.replace("30", "17"), "2024年岚泉县接待游客480万人次。"),
        (_IN_2025.replace("同比", ""), "2024年岚泉县接待游客480万人次。"),
        (_IN_2025.replace("同比", "比2022年"), "2024年岚泉县接待游客480万人次。"),
        (_IN_2025, "2024年上半年岚泉县接待游客480万人次。"),
        (_IN_2025, "2023年岚泉县接待游客480万人次。"),
        (_IN_2025, "2024年青川县接待游客480万人次。"),
        (_IN_2025, "2024年岚泉县接待境外游客48万人次。"),
        (_IN_2025, "2024年岚泉县接待游客约480万人次。"),
        (_IN_2025, "2024年岚泉县计划接待游客480万人次。"),
    ),
)
def last_year(grown: Terms, past: Terms) -> bool:
    """A figure with its growth on the year, and the same figure of the year before."""
    now, base = grown["now"], past["base"]
    return _on_the_year(grown) and _year_before(now, base) and _one_measure(now, base)


_NOW_THEN = r"(?P<now>V)[，,（(；;](?:而|低于|高于)?(?P<than>V)(?:的|数)?(?:仅|只)?[为是]?(?P<base>V)"


@across(
    _GROWN,
    _NOW_THEN,
    growth,
    wrong=(("前三季度，岚泉煤业营收5.6亿元，同比增长30%。", "前三季度，岚泉煤业营收5.6亿元，上年同期为4.8亿元。"),),
    right=(
        ("前三季度，岚泉煤业营收5.6亿元，同比增长17%。", "前三季度，岚泉煤业营收5.6亿元，上年同期为4.8亿元。"),
        ("前三季度，岚泉煤业营收5.6亿元，同比增长30%。", "前三季度，岚泉煤业营收5.6亿元，上半年为4.8亿元。"),
    ),
)
def same_period(grown: Terms, past: Terms) -> bool:
    """A figure with its growth on the year, and the same figure with that of the same period a year ago."""
    return _on_the_year(grown) and _on_the_year(past) and _agree(grown["now"], past["now"])


@across(
    r"(?P<part>V)[^。；，\ue000-\uefff]{0,8}，占(?:比|总[数量人口户]+|全部|全体)?[为达]?(?P<share>V)",
    r"(?P<whole>V)[^。；\ue000-\uefff]{0,12}[，（(]其中[^。；，\ue000-\uefff]{0,12}(?P<part>V)",
    share,
    wrong=(("培训班学员中女性82人，占50%。", "岚泉县培训班共有学员200人，其中女性82人。"),),
    right=(
        ("培训班学员中女性82人，占41%。", "岚泉县培训班共有学员200人，其中女性82人。"),
        ("培训班学员中女性82人，占50%。", "岚泉县培训班共有学员200人，其中党员82人。"),
    ),
)
def of_the_whole(portion: Terms, whole: Terms) -> bool:
    """A part with the share that it is, and the same part with its whole."""
    return _agree(portion["part"], whole["part"])


@across(
    r"(?:共计?|总计|合计|总人[数口]|[共有])[^，。；\ue000-\uefff]{0,8}(?P<whole>V)",
    r"男[^，。；、\ue000-\uefff]{0,4}(?P<one>V)[，、]?女[^，。；、\ue000-\uefff]{0,4}(?P<two>V)",
    halves,
    wrong=(
        ("岚泉一中今年共招收学生1200人。", "岚泉一中今年招收男生650人、女生540人。"),
        ("岚泉一中招收男生650人、女生540人。", "岚泉一中今年共招收学生1200人。"),
    ),
    right=(
        ("岚泉一中今年共招收学生1190人。", "岚泉一中今年招收男生650人、女生540人。"),
        ("岚泉一中今年共有教师1200人。", "岚泉一中今年招收男生650人、女生540人。"),
    ),
)
def men_and_women(whole: Terms, parts: Terms) -> bool:
    """All of them, and the men and the women among them."""
    everybody, men = whole["whole"], parts["one"]
    called = _CALLED.search(men.fact.statement.sentence[: men.fact.start - men.fact.statement.sentence_start])
    told = everybody.context.heads, men.context.heads - {called[0] if called else ""}
    return (
        called is not None and any(word.endswith(called[1]) for word in told[0]) and bool(told[0] & told[1])
        and _one_scope(everybody, men, "sex", "group") and not shut(everybody.context, men.context)
    )  # fmt: skip


_CALLED = pattern("男(生|教师|医生|护士|职工|员工|运动员|队员|学员|选手|党员|代表|委员|村民)$")


@across(
    "(?P<age>V)",
    r"(?P<born>V)(?:(?<=生于[\ue000-\uefff])|[^。；，\ue000-\uefff]{0,4}?(?:出生|生[，。）)]))",
    age,
    wrong=(
        ("村民李建国（男，45岁）获救。", "李建国，1970年3月出生，岚泉县人。"),
        ("45岁的村支书李建国获救。", "李建国生于1970年3月。"),
        ("李建国1988年3月出生，岚泉县人。", "村民李建国今年45岁，是岚泉县人。"),
    ),
    right=(
        ("村民李建国（男，55岁）获救。", "李建国，1970年3月出生，岚泉县人。"),
        ("村民李建国（男，45岁）获救。", "李建军，1970年3月出生，岚泉县人。"),
        ("2015年，村民李建国45岁。", "李建国，1970年3月出生，岚泉县人。"),
        ("李建国的妻子45岁。", "李建国，1970年3月出生，岚泉县人。"),
        ("李建国儿子今年28岁。", "李建国，1970年3月出生，岚泉县人。"),
    ),
)
def one_person(aged: Terms, birth: Terms) -> bool:
    """How old somebody is now, and when he was born."""
    now, born = aged["age"], birth["born"]
    names = now.context.names | born.context.names
    if not now.fact.text.endswith("岁") or _of_another_year(now):
        return False
    return any(_hangs_on(now, one, _AGED) and _hangs_on(born, one, _BORN) for one in names)


# What stands between a name and an age or a birth, before the value and after it.
_AGED = r"{name}[，（(]?(?:[男女][，、])?(?:现年|今年已?)?$", r"^的[^，。；]{{0,6}}{name}"
_BORN = r"{name}[，（(]?(?:[男女][，、])?(?:[^，。；]{{2,8}}人[，、])?(?:出?生于)?$", r"^出?生的[^，。；]{{0,6}}{name}"


def _hangs_on(term: Term, name: str, patterns: tuple[str, str]) -> bool:
    """Whether a value is said of the bearer of a name, right before it or right after it."""
    statement = term.fact.statement
    at, end = term.fact.start - statement.sentence_start, term.fact.end - statement.sentence_start
    left, right = (one.format(name=re.escape(name)) for one in patterns)
    return bool(re.search(left, statement.sentence[:at]) or re.search(right, statement.sentence[end:]))


def _of_another_year(term: Term) -> bool:
    """Whether its sentence tells of another year than that of its article."""
    published = term.context.published
    years = {fact.value.year for fact in term.sentence if isinstance(fact.value, Timex)} - {None}
    return published is None or not years <= {published.year}


def _agree(one: Term, two: Term) -> bool:
    """Whether two articles state one number of one thing; a single digit could be of anything."""
    a, b = one.fact.value, two.fact.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or id(two.fact) not in one.equals:
        return False
    same = a.number is not None and a.number == b.number and a.unit == b.unit and abs(a.number) >= 10
    return same and bool(one.context.heads & two.context.heads)


def _on_the_year(terms: Terms) -> bool:
    """Whether the time that a pattern compares with, if it names one, is the last year."""
    if THAN not in terms or terms[THAN].fact.text in _LAST_YEAR:
        return True
    now, than = _period(terms["now"]), terms[THAN].fact.value
    if now is None or now.year is None or not isinstance(than, Timex) or than.year is None:
        return False
    return than.grain == now.grain == "year" and than.year + 1 == now.year


def _year_before(now: Term, base: Term) -> bool:
    """Whether the second figure is of the same part of the year before."""
    late, early = _period(now), _period(base)
    if late is None or early is None or late.start is None or early.start is None or late.grain != early.grain:
        return False
    return late.start.replace(year=1) == early.start.replace(year=1) and late.start.year == early.start.year + 1


def _period(term: Term) -> Timex | None:
    """The period of a figure: the last time before it in its sentence, if that is one."""
    if term.fact.period is not None:
        return term.fact.period
    before = [fact for fact in term.sentence if isinstance(fact.value, Timex) and fact.end <= term.fact.start]
    last = before[-1].value if before else None
    return last if isinstance(last, Timex) and last.mod is None and last.grain in _PERIODS else None


_PERIODS = ("year", "half", "quarter", "month")
_OF_TIME = (("period", "year"), ("stage", "actual"), "of", "as_of", "time", "role", "change", "direction")


def _one_measure(one: Term, two: Term) -> bool:
    """Whether two figures are of one measure and scope, but for their times."""
    return one.context.heads == two.context.heads and _one_scope(one, two)


def _one_scope(one: Term, two: Term, *but: str) -> bool:
    """Whether two figures of one unit are of one place, body, group, stage …, but for times and what `but` names."""
    a, b = one.fact, two.fact
    x, y = exact(a), exact(b)
    if x is None or y is None or x.unit != y.unit or other_place(one.context, two.context):
        return False
    aside = {*_OF_TIME, *but}
    own, its = ({one for one in fact.scope if one not in aside and one[0] not in aside} for fact in (a, b))
    named = one.context.names, two.context.names
    return own == its and (bool(named[0] & named[1]) or named[0] == named[1])
