"""`consistency check`: may this draft be published?"""

from __future__ import annotations

from typing import Any

import click

from consistency.cli.configured import Configured, against, config_options, settled
from consistency.cli.console import BAD_INPUT, FINDINGS, NOT_COMPARED, OK, complain, show, tell, waiting
from consistency.cli.ledger import baseline_options, ledger
from consistency.cli.options import (
    fail_option,
    output_options,
    reading_of,
    reading_options,
    selection_options,
    sources_option,
)
from consistency.cli.running import apart, read_draft
from consistency.cli.watch import watchable
from consistency.grading import fails
from consistency.model.findings import FIELDS
from consistency.report.words import say


@click.command("check", cls=Configured, paths=("draft",))
@click.argument("draft", metavar="DRAFT --against PATH...")
@sources_option
@click.argument("more", nargs=-1, metavar="")
@fail_option
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; 2 where something cannot be read.")
@baseline_options
@watchable("draft", "sources", "more")
@output_options("report")
@selection_options
@reading_options
@config_options
def check_command(draft: str, sources: tuple[str, ...], more: tuple[str, ...], exit_zero: bool, **chosen: Any) -> int:
    """May this draft be published? --outlet and --published are the draft's.

    Exit status: 0 nothing that fails, 1 findings, 2 bad usage or unreadable input, 3 nothing could be compared.
    """
    from consistency.articles import read_paths
    from consistency.pipeline import check

    settings = settled().settings
    behind = against(sources, more)
    with waiting() as progress:
        drafts, errors = read_draft(draft, reading_of(chosen))
        if drafts:
            found, more_errors = read_paths(behind, encoding=chosen["encoding"])
            errors = [*errors, *more_errors]
            others = apart(found, drafts[0])
        tell(errors)
        if not drafts or (errors and not others):
            return BAD_INPUT
        decided = ledger(settings, draft, draft, drafts, chosen["write_baseline"])
        report = check(drafts[0], others, settings=settings, lang=chosen["lang"], progress=progress)
    report = decided.settle(report, chosen["lang"])
    compared = any({one.article for one in finding.statements} > {report.draft} for finding in report.findings)
    selected = report.select(fields=chosen["fields"] or FIELDS).findings
    failing = frozenset(finding.id for finding in selected if fails(finding, settings))
    show(report, chosen, compared, failing)
    decided.save(report, whole=not errors)
    if errors:
        return BAD_INPUT
    if failing:
        return OK if exit_zero else FINDINGS
    if not compared:
        if all(output.form != "terminal" for output in chosen["outputs"]):  # which says so itself
            complain(f"{draft}: {say('nothing compared', chosen['lang'])}")
        return OK if exit_zero else NOT_COMPARED
    return OK
