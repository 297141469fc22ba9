"""The match weights: one for each level of each comparison, fitted on the gold and frozen in lexicon/weights.tsv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat

Levels = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Weights:
    """Weights in nats by family of facts, comparison and level; a level without one adds nothing."""

    table: dict[tuple[str, str, str], float] = field(default_factory=dict)

    def match_weight(self, family: str, levels: Levels) -> float:
        """The sum of the weights of a pair's levels, the family's prior included."""
        its = self._by_family.get(family, {})
        return its.get(("prior", ""), 0.0) + sum(map(its.get, levels, repeat(0.0)))

    @cached_property
    def _by_family(self) -> dict[str, dict[tuple[str, str], float]]:
        found: dict[str, dict[tuple[str, str], float]] = {}
        for (family, comparison, level), weight in self.table.items():
            found.setdefault(family, {})[comparison, level] = weight
        return found

    def waterfall(self, family: str, levels: Levels) -> list[tuple[str, str, float]]:
        """What each comparison adds, the prior first."""
        steps = [("prior", "", self.table.get((family, "prior", ""), 0.0))]
        steps += [(name, level, self.table.get((family, name, level), 0.0)) for name, level in levels]
        return steps

    def to_text(self) -> str:
        """The table as tab-separated rows, sorted."""
        rows = sorted(self.table.items())
        return "".join(f"{family}\t{name}\t{level}\t{weight:.3f}\n" for (family, name, level), weight in rows)

    @classmethod
    def from_text(cls, text: str) -> Weights:
        """The weights of a tab-separated table."""
        rows = [line.split("\t") for line in text.splitlines() if line]
        return cls({(family, name, level): float(weight) for family, name, level, weight in rows})


@cache
def shipped() -> Weights:
    """The frozen weights that come with the package."""
    return Weights.from_text(files("consistency.lexicon").joinpath("weights.tsv").read_text("utf-8"))
