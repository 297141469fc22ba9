"""The summary of a scan: findings by field, by pair of outlets, and the most disputed topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import TypeVar

from rich.text import Text

from consistency.model.findings import FIELDS, SEVERITIES
from consistency.model.scan import Summary
from consistency.report.terminal.findings import SEVERITY_STYLES
from consistency.report.terminal.page import Page, plain_table

MOST = 10  # rows of a table

Key = TypeVar("Key", bound=Hashable)


def write_scan(page: Page, summary: Summary) -> None:
    """The tables stand on the page, then what was read."""
    fields = plain_table()
    fields.add_column("", no_wrap=True)
    for field in FIELDS:
        fields.add_column(page.say(field), justify="right", no_wrap=True)
    dot = page.sign("·", ".")
    fields.add_row(
        Text(page.say("facts"), style="dim"), *(Text(str(summary.facts[field] or dot), style="dim") for field in FIELDS)
    )
    for severity in SEVERITIES:
        counts = [summary.findings[field, severity] for field in FIELDS]
        if any(counts):
            style = SEVERITY_STYLES[severity]
            fields.add_row(Text(page.say(severity), style=style), *(Text(str(count or dot)) for count in counts))
    page.print("", fields, "")
    pairs = {f"{one} {page.sign('—', '-')} {two}": count for (one, two), count in _most(summary.outlets)}
    for head, most in (("two outlets", pairs), ("disputed", dict(_most(summary.topics)))):
        if most:
            table = plain_table()
            table.add_column(page.say(head), no_wrap=True)
            table.add_column(page.say("findings"), justify="right", no_wrap=True)
            for name, count in most.items():
                table.add_row(Text(page.cut(name, page.width - 12)), Text(str(count)))
            page.print(table, "")
    facts = summary.facts.total()
    line = page.say(
        "scanned", articles=summary.articles, skipped=summary.skipped, copies=summary.copies, events=summary.events,
        facts=facts, compared=summary.compared, share=summary.compared / facts if facts else 0.0,
    )  # fmt: skip
    page.print(page.flow(Text(line, style="dim"), page.width))


def _most(counts: Counter[Key]) -> list[tuple[Key, int]]:
    """The greatest counts, in the order of their names where they are the same."""
    return sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[:MOST]
