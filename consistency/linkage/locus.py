"""Where a statement is set: the county, city, province or country last named before it, so that events keep apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from consistency.model.facts import Fact
from consistency.statements import Reading

_PART = re.compile(r"([\u4e00-\u9fff]{2,5}?)(自治区|特别行政区|自治州|省|州|市|盟|自治县|县|区|旗)")
_LEVELS = {
    "省": "province", "自治区": "province", "特别行政区": "province", "市": "city", "州": "city", "自治州": "city",
    "盟": "city", "县": "county", "自治县": "county", "区": "county", "旗": "county",
}  # fmt: skip
_NEXT = 30  # characters after a value in which its sentence still names the place (3时41分,四川甘宁州德曲县发生)


@dataclass(frozen=True, slots=True)
class Loci:
    """All mentions of places with their level, block by block, in order; short forms (德曲 for 德曲县) included."""

    mentions: tuple[tuple[tuple[int, str, str], ...], ...]

    @classmethod
    def of(cls, reading: Reading) -> Loci:
        """The loci of an article; a place once named in full is known by its short form too."""
        cores: dict[str, str] = {}
        for names in reading.names:
            for place in names.places:
                for match in _PART.finditer(place.name):
                    cores.setdefault(match[1], _LEVELS[match[2]])
                if place.level == "country":
                    cores.setdefault(place.name, "country")
        if not cores:
            return cls(tuple(() for _ in reading.texts))
        pattern = re.compile("|".join(sorted(map(re.escape, cores), key=len, reverse=True)))
        return cls(tuple(
            tuple((match.start(), cores[match[0]], match[0]) for match in pattern.finditer(text))
            for text in reading.texts
        ))  # fmt: skip

    def at(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        """The place at each level that a fact is set in: named before it, or right after it in its sentence."""
        statement = fact.statement
        found: dict[str, str] = {}
        sentence = statement.sentence_start, statement.sentence_start + len(statement.sentence)
        here = self.mentions[statement.block]
        before = [mention for mention in here if sentence[0] <= mention[0] < fact.start]
        after = [mention for mention in here if fact.end <= mention[0] < min(sentence[1], fact.end + _NEXT)]
        first, second = (after, before) if fact.kind == "time" else (list(reversed(before)), after)
        for _, level, name in (*first, *second):
            found.setdefault(level, name)
        end = bisect_left(here, (sentence[0], "", ""))
        for _, level, name in reversed(here[:end]):
            found.setdefault(level, name)
        for block in range(statement.block - 1, -1, -1):
            for _, level, name in reversed(self.mentions[block]):
                found.setdefault(level, name)
        return tuple(sorted(found.items()))
