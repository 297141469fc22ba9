"""How a probability came about: the weight that each comparison adds, as bars to both sides."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from consistency.model.findings import Step
from consistency.report.terminal.page import Page, plain_table
from consistency.report.words_explain import comparison

BAR = 12  # cells of a bar at the most
NATS = 3.0  # the weight that fills one
SHOWN = 0.1  # nats from which on a step is shown by itself


def waterfall(page: Page, steps: Sequence[Step]) -> Table:
    """A row for each step of some weight, one for all the others, and the sum with its probability."""
    table = plain_table()
    for key in ("comparison", "level"):
        table.add_column(page.say(key), overflow="fold")
    table.add_column(page.say("weight"), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    heavy = [step for number, step in enumerate(steps) if number == 0 or abs(step.weight) >= SHOWN]
    for step in heavy:
        _row(page, table, comparison(step.comparison, page.lang), step.level, step.weight)
    rest = [step for step in steps if step not in heavy]
    if rest:
        _row(page, table, page.say("other comparisons", n=len(rest)), "", sum(step.weight for step in rest))
    total = sum(step.weight for step in steps)
    probability = f"{1 / (1 + math.exp(-total)):.0%}"
    table.add_row(Text(page.say("match weight"), style="bold"), Text(probability, style="bold"), f"{total:+.2f}", "")
    return table


def _row(page: Page, table: Table, name: str, level: str, weight: float) -> None:
    cells = min(BAR, max(1, round(abs(weight) / NATS * BAR))) if abs(weight) >= 0.05 else 0
    bar = page.sign("█", "#") * cells
    table.add_row(
        page.text(name), page.text(level, "dim"), f"{weight:+.2f}", Text(bar, "green" if weight > 0 else "red")
    )
