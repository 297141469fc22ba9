"""`consistency report`: where do these articles disagree?"""

from __future__ import annotations

from typing import Any

import click

from consistency.cli.configured import Configured, config_options, settled
from consistency.cli.console import BAD_INPUT, OK, show, tell, waiting
from consistency.cli.ledger import baseline_options, ledger
from consistency.cli.options import output_options, reading_of, reading_options, selection_options
from consistency.cli.watch import watchable


@click.command("report", cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@watchable("paths")
@baseline_options
@output_options("report")
@selection_options
@reading_options
@config_options
def report_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Where do these articles disagree?"""
    from consistency.articles import read_paths
    from consistency.pipeline import compare

    settings = settled().settings
    reading = reading_of(chosen)
    with waiting() as progress:
        articles, errors = read_paths(paths, **reading)
        tell(errors)
        if not articles:
            return BAD_INPUT
        decided = ledger(settings, paths[0], None, articles, chosen["write_baseline"])
        report = compare(articles, settings=settings, lang=chosen["lang"], progress=progress)
    report = decided.settle(report, chosen["lang"])
    show(report, chosen, compared=report.coverage.compared > 0)
    decided.save(report, whole=not errors)
    if errors:
        return BAD_INPUT
    return OK
