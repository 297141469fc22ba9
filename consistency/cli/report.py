"""`consistency report`: where do these articles disagree?"""

from __future__ import annotations

from typing import Any

import click

from consistency.cli.console import BAD_INPUT, OK, show, tell, waiting
from consistency.cli.options import output_options, reading_options, selection_options


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options("report")
@selection_options
@reading_options
def report_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Where do these articles disagree?"""
    from consistency.articles import read_paths
    from consistency.pipeline import compare

    reading = {key: chosen[key] for key in ("outlet", "published", "encoding")}
    with waiting() as progress:
        articles, errors = read_paths(paths, **reading)
        tell(errors)
        if not articles:
            return BAD_INPUT
        report = compare(articles, lang=chosen["lang"], progress=progress)
    show(report, chosen, compared=report.coverage.compared > 0)
    return BAD_INPUT if errors else OK
