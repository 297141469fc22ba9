"""The terminal report: what an editor reads first. The only reporter that imports rich."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.report import View
from consistency.report.places import by_urgency
from consistency.report.terminal.explanation import write_explanation
from consistency.report.terminal.facts_table import write_facts
from consistency.report.terminal.findings import write_finding, write_settled
from consistency.report.terminal.frame import write_end, write_header
from consistency.report.terminal.page import Page, lines_of, open_page, page_on
from consistency.report.terminal.unsupported import write_unsupported

if TYPE_CHECKING:
    from consistency.model.explanation import Explanation
    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article


def report(report: Report, view: View) -> str:
    """The report as lines for a console of the view's width."""
    page, paper = open_page(view)
    _write(page, report, view)
    return lines_of(paper)


def facts(readings: Sequence[tuple[Article, list[Fact]]], view: View) -> str:
    """A table of facts for each article."""
    page, paper = open_page(view)
    write_facts(page, readings)
    return lines_of(paper)


def explanation(explanation: Explanation, view: View) -> str:
    """Why two lines were compared or not."""
    page, paper = open_page(view)
    write_explanation(page, explanation)
    return lines_of(paper)


def picture(report: Report, view: View) -> str:
    """The report as an SVG image of a terminal."""
    from consistency.report.terminal.svg import recording_console, svg_of

    console = recording_console(view.width or 100)
    _write(page_on(console, view, colour=True), report, view)
    return svg_of(console)


def _write(page: Page, report: Report, view: View) -> None:
    write_header(page, report)
    left, settled = by_urgency(report)
    # What no source has is much, and little of it is wrong: of a draft it is a list, not a finding each.
    listed = [one for one in left if report.draft and one.verdict == "unsupported" and one.severity == "info"]
    for number, finding in enumerate((one for one in left if one not in listed), start=1):
        write_finding(page, report, finding, number, view.explain)
    write_unsupported(page, listed)
    write_settled(page, report, settled)
    write_end(page, report, view)
