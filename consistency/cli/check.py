"""`consistency check`: may this draft be published?"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from consistency.cli.console import BAD_INPUT, FINDINGS, NOT_COMPARED, OK, complain, show, tell, waiting
from consistency.cli.options import output_options, reading_options, selection_options
from consistency.errors import ConsistencyError
from consistency.model.findings import FIELDS, SEVERITIES, Finding
from consistency.report.words import say

if TYPE_CHECKING:
    from consistency.model.text import Article


@click.command("check")
@click.argument("draft", metavar="DRAFT --against PATH...")
@click.option(
    "--against",
    "sources",
    multiple=True,
    required=True,
    metavar="PATH",
    help="Article or folder that the draft is checked against (repeatable, or several paths in a row).",
)
@click.argument("more", nargs=-1, metavar="")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The mildest finding that makes the exit status 1.",
)
@output_options("report")
@selection_options
@reading_options
def check_command(draft: str, sources: tuple[str, ...], more: tuple[str, ...], fail_on: str, **chosen: Any) -> int:
    """May this draft be published? --outlet and --published are the draft's.

    Exit status: 0 nothing that fails, 1 findings, 2 bad usage or unreadable input, 3 nothing could be compared.
    """
    from consistency.articles import read_paths
    from consistency.pipeline import check

    with waiting() as progress:
        drafts, errors = read_paths(
            [draft], outlet=chosen["outlet"], published=chosen["published"], encoding=chosen["encoding"]
        )
        if len(drafts) > 1:
            raise ConsistencyError(f"{draft}: holds {len(drafts)} articles; name the one that is the draft")
        if drafts:
            found, more_errors = read_paths([*sources, *more], encoding=chosen["encoding"])
            errors = [*errors, *more_errors]
            against = _apart(found, drafts[0])
        tell(errors)
        if not drafts or (errors and not against):
            return BAD_INPUT
        report = check(drafts[0], against, lang=chosen["lang"], progress=progress)
    compared = any({one.article for one in finding.statements} > {report.draft} for finding in report.findings)
    selected = report.select(fields=chosen["fields"] or FIELDS).findings
    failing = frozenset(finding.id for finding in selected if _fails(finding, fail_on))
    show(report, chosen, compared, failing)
    if errors:
        return BAD_INPUT
    if failing:
        return FINDINGS
    if not compared:
        if all(output.form != "terminal" for output in chosen["outputs"]):  # which says so itself
            complain(f"{draft}: {say('nothing compared', chosen['lang'])}")
        return NOT_COMPARED
    return OK


def _fails(finding: Finding, fail_on: str) -> bool:
    """Whether the finding is one that blocks: at least so severe, and more than agreement or a lack of sources."""
    if fail_on == "never" or finding.verdict in ("agree", "compatible"):
        return False
    if finding.verdict == "unsupported" and finding.severity == "info":
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)


def _apart(sources: Sequence[Article], draft: Article) -> list[Article]:
    """The sources without the draft itself, which may stand in the same folder."""
    own = os.path.realpath(draft.path)
    return [source for source in sources if draft.path == "-" or os.path.realpath(source.path) != own]
