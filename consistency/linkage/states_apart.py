"""What tells two states apart: said of other parts or numbers, of other persons, or of another time."""

from __future__ import annotations

from consistency.comparison import compare
from consistency.grammar.names import same_person
from consistency.linkage.context import Context
from consistency.model.facts import Fact, Statement
from consistency.patterns import pattern

NEAR = 6  # characters between an act and the number of those that it is said of


def not_yet(a: Context, b: Context) -> bool:
    """Whether what is said to be so from a time on, or since, was still to come when the other article was written."""
    when = a.fact.period
    if when is None or when.start is None or b.published is None or a.fact.term == "planned":
        return False
    if a.published is not None and a.published.timestamp() <= b.published.timestamp():
        return False
    other = b.fact.period
    if b.fact.term == "cancelled" and a.published is not None and when.start > a.published.replace(tzinfo=None):
        return False  # 取消 / 18号照开不误: a day to come for both
    return when.start > b.published.replace(tzinfo=None) and (other is None or compare(when, other) == "disjoint")


def happened_before(a: Context, b: Context) -> bool:
    """Whether the act had happened when the other article was written."""
    when = a.fact.period
    if when is None or when.end is None or b.published is None:
        return False
    return when.end < b.published.replace(tzinfo=None)


_SURELY = pattern("已|了$|完成|成功|率先|提前|顺利|正式")  # 6月1日起生效 may be still to come


def ahead_of(plan: Context, done: Context) -> bool:
    """Whether an act was told as done before the time that it was planned for: 计划10月投运 / 7月：已投入运行."""
    when = plan.fact.period
    if when is None or when.start is None or done.published is None or not _SURELY.search(done.fact.slot("cue")):
        return False
    return done.published.replace(tzinfo=None) < when.start and done.fact.period != when


# One of many and another of them: nothing is said of both, unless of all or none.
_SOME = pattern(
    r"[0-9三四五六七八九十百千万几数多]+[多余来]?[万千百]?(?:人|名|户|个|家|辆|艘|架|台|座|所|间|栋|幢|套|条|件|起|处|位|只|头|趟|列|班|例|具|篇|项|支|批|成|%)"
    "|两(?:名|人|处|起|件|例|所|座)|其中|部分|一些|有些|(?<!没)有的|少数|多数|大半|半数|若干|的一段|局部|半幅|[一单]侧"
)
WHOLE = pattern(
    "无一|没有?一|一[^，。]{0,3}[都也]?[没未不]|全部|全都|全数|悉数|一律|尽数|所有|各|均|都|无人|没人|谁[也都]|全[市县省校区线员村镇]|整个|全体|双双|至此"
)


def of_parts(a: Fact, b: Fact) -> bool:
    """Whether one act is said of some of many, and the other not of all or none of them."""
    one, two = a.statement.clause, b.statement.clause
    people, others = _people(a), _people(b)
    if people and others and not people & others:
        return True  # 5名伤者生命体征平稳 / 一名34岁男性去世
    return one != two and ((_is_part(a, two) and not WHOLE.search(two)) or (_is_part(b, one) and not WHOLE.search(one)))


_PEOPLE = pattern(
    r"(?:另有|其余|其中)?([0-9]+|[一二两三四五六七八九十百]+)[多余]?(?:名|位)(?:[0-9一二三四五六七八九十]+岁)?[^，。；]{0,4}"
    "(?:者|人|员|男|女|童|孩|生|客|民|师|性)"
)


def _people(fact: Fact) -> set[str]:
    """How many people the sentence of an act has named, up to its clause, as those that it happened to."""
    if not PERSONAL & set(fact.slot("act").split("+")):
        return set()
    return {match[1].translate(_DIGITS) for match in _PEOPLE.finditer(_told(fact))}


# Classes of what befalls people.
PERSONAL = frozenset(["生还", "出院", "苏醒", "重症!", "受伤", "手术"])
_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")


def _is_part(fact: Fact, other: str) -> bool:
    clause = fact.statement.clause
    left, right = fact.start - fact.statement.start, fact.end - fact.statement.start
    near = _SOME.search(clause, max(0, left - NEAR), min(len(clause), right + NEAR))
    if near is None or near[0] in other or (WHOLE.search(clause) and not _MOST.search(near[0])):
        return False
    return not (near.start() >= right and (near[0][-1] in "成%" or fact.term == "done"))  # 加价3%, 已裁掉三百人


_MOST = pattern("部分|一些|有些|有的|少数|多数|大半|半数|若干")  # 多数加分项都取消了


# 明年总决赛挪到省城 is nothing that 今年总决赛落幕 denies, 去年未发现阳性 nothing that 今年阳性 does; but what is
# planned for 明年, and what was done 去年, may well be done, or still undone, by now.
_NEXT = pattern("明年|来年|下一?届|下赛季|下一?季|下次|下一次|今后几?年?|往后每年")
_LAST = pattern("去年|前年|上一?届|上赛季|上一?季|上次|上一次|往年|往届|历届|前几年|历年")


def other_year(a: Fact, b: Fact) -> bool:
    """Whether the one is said of another year's or another edition's act than the other."""
    return _of_year(a, b) or _of_year(b, a)


def _of_year(a: Fact, b: Fact) -> bool:
    if a.term == "planned":
        return False
    words = _EDITION if a.term == "done" else _ANY_YEAR if a.term == "undone" else _NEXT  # 去年停飞 may last
    return bool(words.search(_near(a))) and not words.search(_near(b))


_EDITION = pattern("(?<![较比与同和跟])(?:[上下]一?届|[上下]赛季|[上下]一?次|往[年届]|历[年届])")
_ANY_YEAR = pattern(f"(?<![较比与同和跟])(?:{_NEXT.pattern}|{_LAST.pattern})")


def _near(fact: Fact) -> str:
    """The clause of an act, and the one before it in its sentence."""
    sentence, at = fact.statement.sentence, fact.statement.start - fact.statement.sentence_start
    return sentence[sentence.rfind("，", 0, max(0, at - 1)) + 1 : at] + fact.statement.clause


# 当时都在病房躺着 / 19日出院: what once was not so may be so now.
_ONCE = pattern("当时|那时|那会儿|彼时|起初|最初|一开始|起先|原先|开始时|刚开始|先是|头几天|当初")


_PEAK = pattern("最高|峰值|高峰时|一度|最多时")  # 苯胺浓度最高超标27.6倍 / 未检出


def was_once(a: Fact) -> bool:
    """Whether a clause says of its act only that it was not so at first, or was so at its height."""
    once = _ONCE if a.term in ("undone", "suspended") else _PEAK
    return bool(once.search(a.statement.clause))


# 3号机组 is not 4号机组, 一期 not 二期.
_NUMBERED = pattern(
    r"([0-9一二三四五六七八九十]+)(号(?=机组|机|楼|线|井|炉|矿|船|仓|库|桥|馆|厅|高炉|泊位|星|地块|院|坝|标段)|期|批次?|标段|号线|审|届|季|单元)"
)


# 其余班级照常上课 is said of none of those that another sentence names.
_OTHERS = pattern("以外|之外|其余|其他|其它|别的|另外|另一")
_ALL = pattern("全域|全面|全部|悉数|一律|全都|尽数|全员")  # 其余五项尚未完工 / 十二项已全部完成


# 城东片区 is not 城西片区.
_SIDE = pattern("([\u4e00-\u9fff]?)([东西南北])([\u4e00-\u9fff]{1,2})")


def _elsewhere(one: str, two: str) -> bool:
    """Whether two things have one name but for its direction."""
    sides = {(match[1], match[3]): match[2] for match in _SIDE.finditer(one)}
    return any(sides.get((match[1], match[3]), match[2]) != match[2] for match in _SIDE.finditer(two))


def _told(fact: Fact) -> str:
    """The sentence of an act up to the end of its clause: 针对另一篇论文，经核查，…不需要撤稿."""
    statement = fact.statement
    return statement.sentence[: statement.start - statement.sentence_start + len(statement.clause)]


def _numbers(statement: Statement) -> list[tuple[str, str]]:
    texts = (statement.clause, statement.sentence, statement.lead)
    return next((found for text in texts if (found := _NUMBERED.findall(text))), [])


def other_thing(a: Fact, b: Fact) -> bool:
    """Whether numbers or persons tell the things of two acts apart."""
    one_name, other_name = a.slot("name"), b.slot("name")
    if one_name and other_name and same_person(one_name, other_name) == "different":
        return True
    if bool(_OTHERS.search(_told(a))) != bool(_OTHERS.search(_told(b))):
        return not _ALL.search(a.statement.clause + b.statement.clause)
    if _elsewhere(a.measure, b.measure):
        return True
    one, two = _numbers(a.statement), _numbers(b.statement)
    return bool({unit for _, unit in one} & {unit for _, unit in two}) and not set(one) & set(two)
