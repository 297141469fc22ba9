"""Why two places were compared or not: the facts that stand there, pair by pair, and what came of each pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from consistency.model.findings import Field, Stated, Step

# What came of a pair: it is in a finding, its values agree, it is too unlikely to be one thing, another pair explains
# one of its facts better; or it was never weighed, for the reason named.
Outcome = Literal[
    "reported", "agree", "unlikely", "explained",
    "other story", "copy", "other place", "other part", "other period", "no statement", "other share",
    "other grade", "other extent", "other clock", "stretch", "part of day", "former plan", "still to come",
    "one beginning", "back then",
    "other severity", "of their kin", "reprinted", "other dimension", "other act",
]  # fmt: skip


@dataclass(frozen=True)
class Pairing:
    """Two facts of one kind, what came of them and why; `finding` is the id of the finding that has both.

    `confidence` is the probability that they are about the same thing, None where they were never weighed.
    """

    field: Field
    a: Stated
    b: Stated
    outcome: Outcome
    relation: str = "incomparable"
    confidence: float | None = None
    finding: str = ""
    steps: tuple[Step, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The pair as JSON."""
        return {
            "field": self.field, "a": self.a.to_dict(), "b": self.b.to_dict(), "outcome": self.outcome,
            "relation": self.relation, "confidence": self.confidence, "finding": self.finding,
            "steps": [step.to_dict() for step in self.steps],
        }  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """The facts that begin on each of two lines, and all pairs of one kind among them, the likeliest first."""

    a: tuple[Stated, ...]
    b: tuple[Stated, ...]
    pairs: tuple[Pairing, ...]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON."""
        return {
            "schema": "consistency-explanation/1",
            "a": [stated.to_dict() for stated in self.a],
            "b": [stated.to_dict() for stated in self.b],
            "pairs": [pair.to_dict() for pair in self.pairs],
        }
