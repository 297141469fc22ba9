"""The match weights: one for each level of each comparison, fitted on the gold and frozen in lexicon/weights.tsv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

Levels = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Weights:
    """Weights in nats by family of facts, comparison and level; a level without one adds nothing."""

    table: dict[tuple[str, str, str], float] = field(default_factory=dict)

    def match_weight(self, family: str, levels: Levels) -> float:
        """The sum of the weights of a pair's levels, the family's prior included."""
        return self.table.get((family, "prior", ""), 0.0) + sum(
            self.table.get((family, comparison, level), 0.0) for comparison, level in levels
        )

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
