"""Units: the table of what can follow a number, and its conversion within a dimension."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from consistency.grammar.rules import alternation
from consistency.lexicon import rows

OWN = "*"  # the outlet's own currency, in the table of money


@dataclass(frozen=True, slots=True)
class Unit:
    """What a spelling means: the unit's code and how many of it one of the spelling is (角: 0.1 of CNY)."""

    code: str
    factor: float = 1.0
    kind: str = "unit"  # unit, money, thing, measure, series, noun
    not_before: frozenset[str] = frozenset()  # what makes another word of it


_NONE: frozenset[str] = frozenset()


@cache
def _tables() -> tuple[dict[str, Unit], dict[str, tuple[str, float]]]:
    spellings: dict[str, Unit] = {}
    base: dict[str, tuple[str, float]] = {}
    for code, name, factor, words in rows("units.tsv"):
        base.setdefault(code, (name, float(factor)))
        for word in words.split():
            spellings[word] = Unit(code, float(factor) / base[code][1])
    for code, factor, words in rows("units_money.tsv"):
        for word in (*words.split(), code)[: None if float(factor) == 1 and code != OWN else -1]:
            spellings[word] = Unit(code, float(factor), "money")
    for kind, code, words, *not_before in rows("units_counts.tsv"):
        for word in words.split():
            spellings.setdefault(
                word, Unit(code, 1.0, kind, frozenset("".join(not_before)) if len(word) == 1 else _NONE)
            )
    return spellings, base


def units() -> dict[str, Unit]:
    """Each spelling of a unit, and the unit."""
    return _tables()[0]


def base_units() -> dict[str, tuple[str, float]]:
    """Each code of a unit with its dimension and its factor to the base unit of that."""
    return _tables()[1]


@cache
def any_unit() -> str:
    """A regular expression for the spelling of any unit, the longest first."""
    return alternation(sorted(units(), key=len, reverse=True))


def _money_words() -> dict[str, Unit]:
    return {
        word: Unit(code, float(factor))
        for code, factor, words in rows("units_money.tsv")
        for word in (*words.split(), code)[: None if float(factor) == 1 and code != OWN else -1]
    }


CURRENCIES = frozenset(unit.code for unit in _money_words().values() if unit.code != OWN)
CURRENCY_WORDS = [w for w, u in _money_words().items() if u.code != OWN and u.factor == 1]
CURRENCY_NAME = alternation(sorted(CURRENCY_WORDS, key=len, reverse=True))
# by what things are sold: 9.9元一斤, 380元一张
SOLD = (
    "公斤|千克|斤|克|吨|升|平方米|平米|立方米|平方|亩|瓦|度电|加仑|桶|米|张|瓶|盒|份|件|套|杯|碗|条|袋|箱|头|株|趟|车次|台|辆|"
    "只|枚|支|本|间"
)
TIMES = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2629746.0, "a": 31556952.0}


@lru_cache(maxsize=4096)
def dimension(unit: str | None) -> str | None:
    """What a unit measures: "mass", "money:CNY", "count:人", "money:CNY/power"; None for a bare number."""
    if unit is None:
        return None
    base = _tables()[1]
    if unit in base:
        return base[unit][0]
    if unit in CURRENCIES:
        return f"money:{unit}"
    if unit in TIMES:
        return "time"
    if unit == "workday":
        return "workdays"
    if "/" in unit:
        over, under = unit.split("/", 1)
        return f"{dimension(over)}/{dimension(under)}"
    return f"count:{unit}"


def to_base(value: float, unit: str | None) -> float:
    """The value in its dimension's base unit (kg, m, m2, m3, m/s, W, J, Cel, Pa …)."""
    if unit == "[degF]":
        return (value - 32) / 1.8
    if unit == "K":
        return value - 273.15
    return value * _factor(unit)


@lru_cache(maxsize=4096)
def _factor(unit: str | None) -> float:
    if unit is None:
        return 1.0
    base = _tables()[1]
    if unit in base:
        return base[unit][1]
    if unit in TIMES:
        return TIMES[unit]
    if "/" in unit:
        over, under = unit.split("/", 1)
        return _factor(over) / _factor(under)
    return 1.0
