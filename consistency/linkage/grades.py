"""What a grade is one of: a response, a warning, a quake, a wind; against which danger, and of whose rank."""

from __future__ import annotations

from functools import cache

from consistency.lexicon import rows
from consistency.linkage.context import Context
from consistency.model.values import GRADE, Quantity
from consistency.patterns import pattern

_BEFORE, _AFTER = 16, 10  # characters around it in its clause that say what it is one of: 将防台风应急响应提升为Ⅰ级


def other_grade(a: Context, b: Context) -> bool:
    """Whether two grades are of other things: 三级响应 / 5.2级地震, 暴雨橙色预警 / 高温红色预警, 州上 / 县里."""
    if not (_is_grade(a) and _is_grade(b)):
        return False
    pairs = [(_named(a, column), _named(b, column)) for column in ("kind", "danger")]
    pairs.append((_issuer(a), _issuer(b)))
    return any(one and two and not one & two for one, two in pairs)


def _is_grade(context: Context) -> bool:
    value = context.fact.value
    return isinstance(value, Quantity) and value.unit == GRADE


def _named(context: Context, column: str) -> frozenset[str]:
    """What the words after a grade name, else those before it."""
    fact = context.fact
    clause, at = fact.statement.clause, fact.start - fact.statement.start
    end = at + len(fact.text)
    after = frozenset(name for name, word in _words(column) if word in clause[at : end + _AFTER])
    before = frozenset(name for name, word in _words(column) if word in clause[max(0, at - _BEFORE) : at])
    return (after or before) if column == "kind" else after | before


# 市防指, 县气象台, 州上, 全省; but not 景区, 上市
_ISSUER = pattern(
    "国(?=家|务院)|(?:自治区|[省州市县区旗镇乡])(?=[委政防应气上里级水减森抗])|(?<=[全我该])[省州市县区旗镇乡]"
)
_RANK = {"自治区": "省", "州": "市", "区": "县", "旗": "县", "乡": "镇"}


def _issuer(context: Context) -> frozenset[str]:
    """The rank of the government that the clause names last before the grade."""
    fact = context.fact
    found = _ISSUER.findall(fact.statement.clause, 0, fact.start - fact.statement.start)
    return frozenset(_RANK.get(word, word) for word in found[-1:])


@cache
def _words(column: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, word) for kind, name, words in rows("grades.tsv") if kind == column for word in words.split())
