"""`consistency export-gold`: what was waived as a false alarm, as a bundle that `evaluate` can measure."""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePath
from typing import Any

import click

from consistency.cli.configured import Configured, config_options, settled
from consistency.cli.console import BAD_INPUT, OK, tell
from consistency.cli.ledger import ledger
from consistency.cli.options import reading_options, sources_option
from consistency.cli.running import examined
from consistency.errors import ConsistencyError
from consistency.report.output import OutputError, to_file


@click.command("export-gold", cls=Configured, heeds=("sources",))
@click.argument("paths", nargs=-1, required=True, metavar="DRAFT")
@click.option("--into", required=True, metavar="FOLDER", help="Where the bundle goes, a folder named like the draft.")
@sources_option
@reading_options
@config_options
def export_gold_command(paths: tuple[str, ...], into: str, **chosen: Any) -> int:
    """Write what was waived as a false alarm as a gold bundle, anew each time.

    `consistency evaluate FOLDER` then tells how often the program still falls for it.
    """
    from consistency.gold_export import copies, judgement
    from consistency.pipeline import compare

    settings = settled().settings
    run = examined(paths, settings, chosen)
    tell(run.errors)
    if run.report is None or run.errors:
        return BAD_INPUT
    draft = paths[0] if chosen["sources"] else None
    decided = ledger(settings, paths[0], draft, run.articles[:1] if draft else run.articles, None)
    found = {}
    for report in (compare(run.articles, settings=settings), run.report):
        report = decided.settle(report, "zh")
        found.update({one.id: one for one in report.findings})
    files = copies(run.articles)
    gold = judgement(found.values(), files, run.articles)
    if not gold["non_conflicts"]:
        raise ConsistencyError(
            f"{paths[0]}: no finding is waived as a false alarm; see consistency waive --false-alarm"
        )
    folder = Path(into) / (PurePath(paths[0]).stem or "draft")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), error) from error
    for copy in files.values():
        to_file(copy.text, str(folder / copy.name))
    to_file(json.dumps(gold, ensure_ascii=False, indent=2) + "\n", str(folder / "gold.json"))
    click.echo(f"{folder}: {len(gold['non_conflicts'])} non_conflicts, {len(gold['conflicts'])} conflicts")
    return OK
