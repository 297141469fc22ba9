"""Where a statement is set: the county, city, province or country last named before it, so that events keep apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from consistency.lexicon import any_of
from consistency.model.facts import Fact
from consistency.patterns import pattern
from consistency.statements import Reading

_SUFFIX = pattern(r"自治区|特别行政区|自治州|自治县|省|州|市|盟|县|区|旗|镇|乡|街道|村")
_LEVELS = {
    "省": "province", "自治区": "province", "特别行政区": "province", "市": "city", "州": "city", "自治州": "city",
    "盟": "city", "县": "county", "自治县": "county", "区": "county", "旗": "county",
}  # fmt: skip
_PROVINCES = pattern(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_NEXT = 30  # characters after a value in which its sentence still names the place (3时41分,四川甘宁州德曲县发生)
TITLE = 3  # mentions that one in the title is worth
_GENERIC = frozenset("本我该全各两三几同外此县市区城地灾震中小新老东西南北")


Locus = tuple[tuple[str, str], ...]  # the place at each level that a fact is set in
Apart = frozenset[frozenset[str]]  # pairs of places of one level that one article names, so that it tells them apart


def at_one_level(one: Locus, two: Locus, levels: Sequence[str]) -> tuple[str, str, str] | None:
    """The first of the levels at which both name a place, and the two places."""
    here, there = dict(one), dict(two)
    return next(((level, here[level], there[level]) for level in levels if level in here and level in there), None)


def cores(reading: Reading) -> dict[str, str]:
    """The short forms of the places that an article names in full, with their level: 甘宁州德曲县 has 甘宁 and 德曲."""
    found: dict[str, str] = {}
    for names in reading.names:
        for place in names.places:
            if place.level == "country":
                found.setdefault(place.name, "country")
            start = 0
            for match in _SUFFIX.finditer(place.name):
                core = _PROVINCES.sub("", place.name[start : match.start()])
                start = match.end()
                level = _LEVELS.get(match[0])
                if level and 2 <= len(core) <= 4 and not _GENERIC & set(core):
                    found.setdefault(core, level)
            for match in _PROVINCES.finditer(place.name):
                found.setdefault(match[0], "province")
    return found


@dataclass(frozen=True)
class Loci:
    """All mentions of places with their level, block by block, in order; short forms (德曲 for 德曲县) included."""

    mentions: tuple[tuple[tuple[int, str, str], ...], ...]

    @classmethod
    def of(cls, reading: Reading, known: Mapping[str, str]) -> Loci:
        """The loci of an article, of the places whose short forms are known."""
        if not known:
            return cls(tuple(() for _ in reading.texts))
        pattern = any_of(known)
        return cls(tuple(
            tuple((match.start(), known[match[0]], match[0]) for match in pattern.finditer(text))
            for text in reading.texts
        ))  # fmt: skip

    def at(self, fact: Fact) -> Locus:
        """The place at each level that a fact is set in: named before it, or right after it in its sentence."""
        statement = fact.statement
        found: dict[str, str] = {}
        sentence = statement.sentence_start, statement.sentence_start + len(statement.sentence)
        here = self.mentions[statement.block]
        first, value, behind, last = (
            bisect_left(here, (at, "", ""))
            for at in (sentence[0], fact.start, fact.end, min(sentence[1], fact.end + _NEXT))
        )
        before, after = here[first:value], here[behind:last]
        ranked = (*after, *before) if fact.kind == "time" else (*reversed(before), *after)
        for _, level, name in ranked:
            found.setdefault(level, name)
        within = self._within[statement.block][first - 1] if first else {}
        return tuple(sorted((self._earlier[statement.block] | self._main | within | found).items()))

    def told_apart(self) -> Iterator[frozenset[str]]:
        """The pairs of places of one level that the article names."""
        named: dict[str, set[str]] = {}
        for block in self.mentions:
            for _, level, name in block:
                named.setdefault(level, set()).add(name)
        for names in named.values():
            yield from map(frozenset, combinations(sorted(names), 2))

    @cached_property
    def _within(self) -> list[list[dict[str, str]]]:
        """For each mention the last place at each level up to it in its block."""
        found = []
        for block in self.mentions:
            latest: dict[str, str] = {}
            found.append([latest := {**latest, level: name} for _, level, name in block])
        return found

    @cached_property
    def _earlier(self) -> list[dict[str, str]]:
        """For each block the last place at each level in the blocks before it."""
        found: list[dict[str, str]] = [{}]
        for within in self._within:
            found.append(found[-1] | (within[-1] if within else {}))
        return found

    @cached_property
    def _main(self) -> dict[str, str]:
        """The place at each level that the whole article is about, where one clearly is: 全县有3人受伤 means it."""
        count: dict[str, Counter[str]] = {}
        for number, block in enumerate(self.mentions):
            for _, level, name in block:
                count.setdefault(level, Counter())[name] += TITLE if number == 0 else 1
        main = {}
        for level, names in count.items():
            ranked = names.most_common(2)
            if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
                main[level] = ranked[0][0]
        return main
