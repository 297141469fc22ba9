"""The table of facts that `consistency facts` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from consistency.model.values import spelt
from consistency.report.terminal.page import Page, plain_table

if TYPE_CHECKING:
    from consistency.model.facts import Fact
    from consistency.model.text import Article


def write_facts(page: Page, readings: Sequence[tuple[Article, list[Fact]]]) -> None:
    """Each article's facts stand on the page in the order of the text, under its name where there are several."""
    for article, facts in readings:
        page.print("")
        if len(readings) > 1:
            page.print(page.flow(page.text(article.title or article.path, "bold"), page.width))
        if not facts:
            page.print(Text(page.say("no facts")))
            continue
        table = plain_table()
        for key in ("line", "field", "text", "value", "measure", "scope"):
            table.add_column(page.say(key), no_wrap=key in ("line", "field"), overflow="fold")
        for fact in facts:
            cells = fact.to_dict()
            line, column = article.position(fact.span.start)
            table.add_row(
                Text(f"{line}:{column}", style="dim"),
                Text(page.say(fact.field)),
                page.text(fact.text, "bold"),
                page.text(normal_form(cells["value"])),
                page.text(fact.measure),
                page.text(" ".join(f"{slot}={word}" for slot, word in cells["scope"].items() if word), "dim"),
            )
        page.print(table)


def normal_form(value: dict[str, Any]) -> str:
    """A value of the JSON contract as a person reads it: a number or an interval with its unit, EDTF, or a name."""
    if "text" in value:
        return str(value["text"])
    if "edtf" in value:
        return " ".join(part for part in (value["edtf"], value["mod"]) if part)
    low, high, unit = value["low"], value["high"], value["unit"]
    if as_written := spelt(low, high, unit):
        return as_written
    if low == high:
        number = _number(low)
    elif high is None:
        number = f"≥ {_number(low)}"
    elif low is None:
        number = f"≤ {_number(high)}"
    else:
        number = f"{_number(low)} – {_number(high)}"
    return " ".join(part for part in (number, unit, value["mod"]) if part)


def _number(number: float | int | None) -> str:
    return "?" if number is None else f"{number:,}"
