"""How a probability came about: the weight that each comparison adds, as bars to both sides."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from consistency.model.findings import Step
from consistency.report.terminal.page import Page, plain_table
from consistency.report.weights import added_up
from consistency.report.words_explain import comparison

BAR = 12  # cells of a bar at the most
NATS = 3.0  # the weight that fills one


def waterfall(page: Page, steps: Sequence[Step]) -> Table:
    """A row for each step of some weight, one for all the others, and the sum with its probability."""
    table = plain_table()
    for key in ("comparison", "level"):
        table.add_column(page.say(key), overflow="fold")
    table.add_column(page.say("weight"), justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    added = added_up(steps)
    for step in added.heavy:
        _row(page, table, comparison(step.comparison, page.lang), step.level, step.weight)
    if added.others:
        _row(page, table, page.say("other comparisons", n=added.others), "", added.of_others)
    probability = f"{added.probability:.0%}"
    total = f"{added.total:+.2f}"
    table.add_row(Text(page.say("match weight"), style="bold"), Text(probability, style="bold"), total, "")
    return table


def _row(page: Page, table: Table, name: str, level: str, weight: float) -> None:
    cells = min(BAR, max(1, round(abs(weight) / NATS * BAR))) if abs(weight) >= 0.05 else 0
    bar = page.sign("█", "#") * cells
    table.add_row(
        page.text(name), page.text(level, "dim"), f"{weight:+.2f}", Text(bar, "green" if weight > 0 else "red")
    )
