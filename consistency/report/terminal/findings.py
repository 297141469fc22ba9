"""One finding on the page: what disagrees in one line, then each side with its sentences, then why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from consistency.model.findings import Finding, Report, Stated
from consistency.report.places import main_and_related
from consistency.report.terminal.page import Page
from consistency.report.terminal.waterfall import waterfall
from consistency.report.words import letter, settled_because

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
SIDE_STYLES = ("cyan", "magenta", "green", "yellow", "blue")
MARGIN = 3  # cells left free before everything under a finding's title
COLUMN = 45  # the narrowest column that is worth having beside another
GUTTER = 3
WHERE = 24  # cells for the file of a settled finding
LINES = 3  # of a sentence, more or less


def write_finding(page: Page, report: Report, finding: Finding, number: int, explain: bool = False) -> None:
    """The finding stands on the page under its title line; `explain` adds the weights behind it."""
    width = page.width - MARGIN
    page.print(
        _title(page, finding, number),
        Padding(page.flow(page.text(finding.message, "bold"), width), (0, 0, 0, MARGIN)),
        "",
        Padding(_sides(page, report, finding, width), (0, 0, 0, MARGIN)),
    )
    if finding.evidence:
        page.print("", Padding(_evidence(page, finding, width), (0, 0, 0, MARGIN)))
    if explain and finding.steps:
        page.print("", Padding(waterfall(page, finding.steps), (0, 0, 0, MARGIN)))
    page.print(Padding(Text(f"{page.say('id')}  {finding.id}", style="dim"), (0, 0, 0, MARGIN)), "")


def write_settled(page: Page, report: Report, findings: Sequence[Finding]) -> None:
    """What somebody waived or the baseline knows stands in a list: what it is, where, and why it blocks nothing."""
    if not findings:
        return
    page.print(Text(page.say("settled", n=len(findings)), style="bold"))
    for finding in findings:
        main, _ = main_and_related(report, finding)
        kind = f"{page.say(finding.severity)} {page.say(finding.field)}"
        where = f"{page.file_name(main.path, WHERE)}:{main.line}:{main.column}"
        because = f"{page.sign('—', '-')} {settled_because(finding, page.lang)}"
        line = " ".join(filter(None, (page.sign("·", "-"), kind, finding.topic, where, because)))
        page.print(page.flow(page.text(line, "dim"), page.width))
    page.print("")


def _title(page: Page, finding: Finding, number: int) -> Text:
    dash = page.sign("─", "-")
    left = Text(f"{dash}{dash} ", style="dim")
    left.append(f"{number} ", style="not dim bold")
    left.append(page.say(finding.severity), style="not dim " + SEVERITY_STYLES[finding.severity])
    left.append(f" {page.say(finding.verdict)} {page.sign('·', '-')} {page.say(finding.field)} ", style="not dim")
    confidence = page.say("confidence", percent=round(100 * finding.confidence))
    right = Text(f" {confidence} {dash}{dash}", style="dim")
    if finding.topic:
        topic = page.cut(finding.topic, page.width - left.cell_len - right.cell_len - 4)
        left.append(f"{page.sign('·', '-')} {topic} ", style="not dim bold")
    left.append(dash * (page.width - left.cell_len - right.cell_len))
    return left + right


def _sides(page: Page, report: Report, finding: Finding, width: int) -> RenderableType:
    """The groups of statements, beside each other as far as the page is wide enough, the draft's first."""
    groups: dict[str, list[Stated]] = defaultdict(list)
    for statement in sorted(finding.statements, key=lambda statement: statement.article != report.draft):
        groups[statement.group].append(statement)
    count = max(1, min(len(groups), (width + GUTTER) // (COLUMN + GUTTER)))
    column = (width + GUTTER) // count - GUTTER
    sides = [
        _side(page, report, statements, letter, SIDE_STYLES[index % len(SIDE_STYLES)], column)
        for index, (letter, statements) in enumerate(_lettered(page, list(groups.values())))
    ]
    if count == 1:
        return Group(*_spaced(sides))
    grid = Table.grid(padding=(0, GUTTER, 0, 0), pad_edge=False)
    for _ in range(count):
        grid.add_column(width=column)
    for first in range(0, len(sides), count):
        if first:
            grid.add_row("")
        grid.add_row(*sides[first : first + count])
    return grid


def _lettered(page: Page, groups: list[list[Stated]]) -> list[tuple[str, list[Stated]]]:
    if len(groups) == 1:
        return [(page.sign("·", "-"), groups[0])]
    return [(letter(number, page.lang), group) for number, group in enumerate(groups)]


def _spaced(parts: list[RenderableType]) -> list[RenderableType]:
    return [line for part in parts for line in ("", part)][1:]


def _side(page: Page, report: Report, statements: list[Stated], letter: str, style: str, width: int) -> RenderableType:
    """One group: its letter and value, then each statement with its outlet, its place in the file and its sentence."""
    indent = cell_len(letter) + 1
    room = width - indent
    head = Text.assemble((f"{letter} ", f"bold {style}"), page.text(statements[0].label or statements[0].text, "bold"))
    lines: list[RenderableType] = []
    shown = {statement.article for statement in statements}
    if len(statements) == 1:
        where = _where(page, report, room, statements[0])
        if "\n" not in where and head.cell_len + 3 + where.cell_len <= width:
            head = Text.assemble(head, "   ", where)
        else:
            lines.append(where)
        lines.append(_sentence(page, statements[0], style, room))
    else:
        articles = len(shown)
        key, count = ("articles", articles) if articles > 1 else ("places", len(statements))
        head.append("   " + page.say(key, n=count), style="dim")
        by_article: dict[str, list[Stated]] = defaultdict(list)
        for statement in statements:
            by_article[statement.article].append(statement)
        for article in by_article.values():
            lines.append(_where(page, report, room, *article))
            if _origin(report, article[0]) not in shown:
                lines.append(_sentence(page, article[0], style, room))
    return Group(page.flow(head, width), *(Padding(line, (0, 0, 0, indent)) for line in lines))


def _origin(report: Report, statement: Stated) -> str | None:
    return next((source.origin for source in report.sources if source.article.id == statement.article), None)


def _where(page: Page, report: Report, width: int, statement: Stated, *again: Stated) -> Text:
    """Article, outlet and `file:line:column`, then where it says so again; a copy names the article that it copies."""
    outlet = next((source.article.outlet for source in report.sources if source.article.id == statement.article), None)
    who = Text(f"{statement.article} ", style="dim")
    if statement.article == report.draft:
        who.append(page.say("draft") + " ", style="not dim bold")
    if outlet:
        who.append(page.cut(outlet, 24) + " ", style="not dim")
    origin = _origin(report, statement)
    copied = f" {page.sign('≈', '=')} {origin}" if origin else ""
    place = f":{statement.line}:{statement.column}" + "".join(f" {other.line}:{other.column}" for other in again)
    if statement.part:
        kind, number = statement.part
        place += f" {page.say(kind, n=number)}"
    room = width - who.cell_len - len(place) - len(copied)
    path = page.file_name(statement.path, room)
    if cell_len(path) <= room:
        return Text.assemble(who, (path + place + copied, "dim"))
    path = page.file_name(statement.path, width - len(place) - len(copied))
    return Text.assemble(who, "\n", page.flow(Text(path + place + copied, "dim"), width))


def _sentence(page: Page, statement: Stated, style: str, width: int) -> Text:
    """The sentence around the value, which is marked by style and, where there is no colour, by brackets."""
    before, marked, after = page.excerpt(statement.sentence, statement.mark, LINES * width - 8)
    if not page.colour:
        marked = page.sign("【", "[") + marked + page.sign("】", "]")
    text = Text(before)
    text.append(marked, style=f"bold underline {style}")
    text.append(after)
    return page.flow(text, width, whole=(len(before), len(before + marked)))


def _evidence(page: Page, finding: Finding, width: int) -> RenderableType:
    label = page.say("evidence")
    indent = cell_len(label) + 2
    grid = Table.grid(padding=0, pad_edge=False)
    grid.add_column(width=indent)
    grid.add_column(width=width - indent)
    for number, line in enumerate(finding.evidence):
        grid.add_row(Text("" if number else label, style="dim"), page.flow(page.text(line, "dim"), width - indent))
    return grid
