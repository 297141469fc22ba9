"""How a probability came about: the weights of a finding's comparisons, added up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from consistency.model.findings import Step

SHOWN = 0.1  # nats from which on a step is shown by itself


@dataclass(frozen=True)
class Sum:
    """The steps of some weight, the prior first; how many others there are and what they add; all of them in nats."""

    heavy: tuple[Step, ...]
    others: int
    of_others: float
    total: float

    @property
    def probability(self) -> float:
        """The probability that the total weight stands for."""
        return 1 / (1 + math.exp(-self.total))


def added_up(steps: Sequence[Step]) -> Sum:
    """The sum of a finding's steps, as its waterfall shows it."""
    heavy = tuple(step for number, step in enumerate(steps) if number == 0 or abs(step.weight) >= SHOWN)
    others = [step.weight for step in steps if step not in heavy]
    return Sum(heavy, len(others), sum(others), sum(step.weight for step in steps))
