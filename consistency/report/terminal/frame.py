"""What stands around the findings: the articles before them, the coverage and the counts after them."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from consistency.model.findings import FIELDS, SEVERITIES, Report, Source
from consistency.report import View
from consistency.report.terminal.findings import SEVERITY_STYLES
from consistency.report.terminal.page import Page, plain_table
from consistency.report.words import draft_covered, moment, nothing_left

WIDE = 110  # from here on the header has room for the files' names


def write_header(page: Page, report: Report) -> None:
    """How much of the draft was checked, if one was, then the articles, a line each; a copy names what it copies."""
    if covered := draft_covered(report.coverage, page.lang):
        page.print(page.flow(Text(covered, style="bold"), page.width))
    wide = page.width >= WIDE
    table = plain_table()
    table.add_column("", no_wrap=True)
    table.add_column(page.say("title"), no_wrap=True)
    table.add_column(page.say("outlet"), no_wrap=True)
    table.add_column(page.say("published"), no_wrap=True)
    if wide:
        table.add_column(page.say("file"), no_wrap=True)
    table.add_column(page.say("facts"), justify="right", no_wrap=True)
    copies = any(source.origin for source in report.sources)
    if copies:
        table.add_column("", no_wrap=True)
    outlets = max((page.text(source.article.outlet or "").cell_len for source in report.sources), default=0)
    outlets += cell_len(page.say("draft")) + 1 if report.draft else 0
    outlets = min(outlets, 30 if wide else 18)
    files = min(max((page.text(source.article.path).cell_len for source in report.sources), default=0), 44)
    room = page.width - 3 - outlets - 18 - 7 - (7 if copies else 0) - (files + 2 if wide else 0) - 8
    for source in report.sources:
        table.add_row(*_row(page, report, source, wide, copies, (room, outlets, files)))
    page.print("", table, "")


def _row(
    page: Page, report: Report, source: Source, wide: bool, copies: bool, widths: tuple[int, int, int]
) -> list[Text]:
    article = source.article
    draft = article.id == report.draft
    room, outlets, files = widths
    title = Text(page.cut(article.title or article.path, room), style="bold" if draft else "")
    label = f"{page.say('draft')} {article.outlet or ''}" if draft else article.outlet or page.sign("—", "-")
    cells = [
        Text(article.id, style="dim"),
        title,
        Text(page.cut(label, max(outlets, 8)), style="bold" if draft else ""),
        Text(moment(article.published) or page.sign("—", "-")),
    ]
    if wide:
        cells.append(Text(page.cut(article.path, max(files, 8)), style="dim"))
    cells.append(Text(str(source.facts)))
    if copies:
        cells.append(Text(f"{page.sign('≈', '=')} {source.origin}" if source.origin else "", style="dim"))
    return cells


def write_end(page: Page, report: Report, view: View) -> None:
    """A sentence where nothing is left to settle, the counts by field and severity, the coverage and the notes."""
    coverage = report.coverage
    if not view.compared:
        page.print(page.flow(Text(page.say("nothing compared"), style="bold"), page.width), "")
    elif all(finding.settled for finding in report.findings):
        told = nothing_left(report, view.narrowed, page.lang)
        page.print(page.flow(Text(told, style="bold green"), page.width), "")
    counts = _counts(page, report)
    if counts.rows:
        page.print(counts, "")
    if len(report.stories) > 1:
        told = page.sign("；", "; ").join(" ".join(story) for story in report.stories)
        page.print(page.flow(Text(page.say("stories", n=len(report.stories), told=told)), page.width), "")
    numbers = {key: value for key, value in coverage.to_dict().items() if isinstance(value, int)}
    page.print(page.flow(Text(page.say("coverage", **numbers), style="dim"), page.width))
    if view.hidden:
        page.print(page.flow(Text(page.say("hidden", n=view.hidden), style="dim"), page.width))
    for note in report.notes:
        page.print(page.flow(page.text(page.say("note", note=note), "bold yellow"), page.width))


def _counts(page: Page, report: Report) -> Table:
    """A column for each field: the facts read, then the findings of each severity that occurs."""
    table = plain_table()
    table.add_column("", no_wrap=True)
    for field in FIELDS:
        table.add_column(page.say(field), justify="right", no_wrap=True)
    read = dict(report.coverage.by_field)
    if read:
        numbers = (_number(page, read.get(field, 0), "dim") for field in FIELDS)
        table.add_row(Text(page.say("facts"), style="dim"), *numbers)
    counts = Counter((finding.severity, finding.field) for finding in report.findings if not finding.settled)
    for severity in SEVERITIES:
        if any(counts[severity, field] for field in FIELDS):
            style = SEVERITY_STYLES[severity]
            numbers = (_number(page, counts[severity, field], "bold") for field in FIELDS)
            table.add_row(Text(page.say(severity), style=style), *numbers)
    return table


def _number(page: Page, number: int, style: str) -> Text:
    return Text(str(number), style=style) if number else Text(page.sign("·", "."), style="dim")
