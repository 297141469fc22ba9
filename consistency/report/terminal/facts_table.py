"""The table of facts that `consistency facts` shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from consistency.labels import label
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
                page.text(label(fact, page.lang)),
                page.text(fact.measure),
                page.text(" ".join(f"{slot}={word}" for slot, word in cells["scope"].items() if word), "dim"),
            )
        page.print(table)
