"""The known places and what they lie in; a place's name taken apart into its units (泰国|清莱, 台东县|大武乡)."""

from __future__ import annotations

from functools import cache

from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import rows
from consistency.patterns import pattern

# The levels of administrative units, from wide to narrow, and those that the endings of names show.
LEVELS = ("country", "province", "city", "county", "town", "village")
_ENDINGS = {
    "特别行政区": "province", "自治区": "province", "自治州": "city", "自治县": "county", "开发区": "county",
    "新区": "county", "街道": "town", "社区": "village", "省": "province", "市": "city", "州": "city", "盟": "city",
    "地区": "city", "县": "county", "区": "county", "旗": "county", "镇": "town", "乡": "town", "村": "village",
    "屯": "village", "寨": "village",
}  # fmt: skip
_ENDING = pattern("|".join(sorted(_ENDINGS, key=len, reverse=True)))


@cache
def _table() -> dict[str, tuple[str, str]]:
    table = {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in rows("places.tsv")}
    for name, country in _abroad().items():
        level, above_it = table.get(name, ("city", ""))
        table[name] = level, above_it or country
    return table


@cache
def _abroad() -> dict[str, str]:
    """City abroad -> country; "" where several have one of the name (圣何塞)."""
    found: dict[str, str] = {}
    for country, names in rows("places_abroad.tsv"):
        for name in names.split():
            found[name] = "" if name in found else country
    return found


@cache
def known_places() -> Wordlist:
    """All places of the tables."""
    return Wordlist(_table())


def level_of(name: str) -> str:
    """The level of a known place."""
    return _table()[name][0]


def above(place: str) -> tuple[str, ...]:
    """What a known place lies in, from near to far: 毕节 in 贵州 in 中国; () if unknown."""
    found: list[str] = []
    while (place := _table().get(place, ("", ""))[1]) and place not in found:
        found.append(place)
    return tuple(found)


def is_place(name: str) -> bool:
    """Whether the table has the name."""
    return name in _table()


def leading_place(name: str, most: int, rest: int) -> str:
    """The longest place of two to `most` characters that a name begins with, leaving `rest` of it; "" for none."""
    return next((name[:size] for size in range(min(most, len(name) - rest), 1, -1) if is_place(name[:size])), "")


_STREET = pattern("[东南西北中]?(?:路|大街|大道|街(?!道)|巷|胡同)")  # 北京|路 lies in any city


def units(name: str) -> tuple[tuple[str, str], ...]:
    """The units that a name begins with, (level, name without ending): 台东县大武乡 has 台东 and 大武."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(name):
        end = known_places().at(name, at)
        level = level_of(name[at:end]) if end > at else ""
        ending = _ENDING.match(name, end) if end > at else _ENDING.search(name, at + 2, at + 9)
        if ending and end > at and known_places().at(name, end) > ending.end():
            ending = None  # 临汾市|乡宁县, no 临汾市乡
        if end > at and (level not in LEVELS or _STREET.match(name, end)):
            break
        if ending:  # 台东|县 is another unit than 台东
            end, level = ending.end(), _ENDINGS[ending[0]]
        if not level:
            break
        found.append((level, bare(name[at:end])))
        at = end
    return tuple(found)


def bare(name: str) -> str:
    """A unit's name without its ending: 青川 for 青川县; 通州 stays."""
    for ending in _ENDING.finditer(name, 2):
        if ending.end() == len(name) and not (len(name) == 3 and ending[0] == "州"):
            return name[: ending.start()]
    return name
