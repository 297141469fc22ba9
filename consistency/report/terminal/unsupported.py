"""What of a draft no source has: one short list after the findings, a line for each field."""

from __future__ import annotations

from collections.abc import Sequence

from rich.padding import Padding

from consistency.model.findings import FIELDS, Finding
from consistency.report.terminal.page import Page

MARGIN = 3


def write_unsupported(page: Page, findings: Sequence[Finding]) -> None:
    """The values stand on the page with their places in the draft, in the order of its text."""
    if not findings:
        return
    page.print(page.flow(page.text(page.say("no source", n=len(findings)), "bold blue"), page.width))
    for field in FIELDS:
        told = [finding.statements[0] for finding in findings if finding.field == field]
        if not told:
            continue
        told.sort(key=lambda one: one.span)
        between = page.sign("；", "; ")
        values = between.join(f"{one.text} ({one.line}:{one.column})" for one in told)
        line = page.text(f"{page.say(field)}  {values}")
        page.print(Padding(page.flow(line, page.width - MARGIN), (0, 0, 0, MARGIN)))
    page.print("")
