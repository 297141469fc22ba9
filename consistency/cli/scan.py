"""`consistency scan`: where do the articles of a whole corpus disagree?"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from consistency.cli.console import BAD_INPUT, INTERRUPTED, OK, complain
from consistency.cli.options import locale_language
from consistency.report import View
from consistency.report.output import to_stream
from consistency.report.words import LANGUAGES, say

if TYPE_CHECKING:
    from consistency.scanning import Progress
    from consistency.wording import Lang


@click.command("scan")
@click.argument("corpus")
@click.option(
    "--output",
    metavar="FILE",
    help="Where the findings go: .jsonl (a finding a line) or .parquet; by default CORPUS.findings.jsonl here.",
)
@click.option("--processes", type=click.IntRange(1), metavar="N", help="Processes at once; by default one a core.")
@click.option("--scheduler", metavar="ADDRESS", help="Run on the workers of a Dask scheduler, such as tcp://host:8786.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), default=locale_language, help="Language; by default the locale's."
)
@click.option("--width", type=click.IntRange(40), metavar="N", help="Cells a line; by default the screen's.")
def scan_command(
    corpus: str, output: str | None, processes: int | None, scheduler: str | None, lang: Lang, width: int | None
) -> int:
    """Where do the articles of a corpus disagree?

    CORPUS is a folder, or a .csv, .jsonl or .parquet file with the columns id, title, outlet, published and text.
    What is done is kept beside the output until all is: the same command goes on after an interruption.

    Exit status: 0 it ran, 2 bad usage, or some rows or files that cannot be read.
    """
    from consistency.report.scanned import check, write
    from consistency.report.terminal import summary
    from consistency.scanning import processes as of_this_machine
    from consistency.scanning import scan

    output = output or f"{Path(os.path.abspath(corpus)).stem}.findings.jsonl"
    check(output)
    work = Path(os.path.abspath(f"{output}.work"))
    if scheduler:
        from consistency.scanning.cluster import cluster

        workers, at_once = cluster(scheduler)
    else:
        at_once = processes or os.cpu_count() or 1
        workers = of_this_machine(at_once)
    try:
        with _watched(lang) as progress:
            found = scan(corpus, work, lang=lang, progress=progress, workers=workers, width=at_once)
        write(found.shards, output)
    except KeyboardInterrupt:
        complain(say("interrupted", lang, work=work))
        return INTERRUPTED
    for fault in found.faults:
        complain(fault)
    shutil.rmtree(work, ignore_errors=True)
    view = View(lang, sys.stdout, width)
    to_stream(summary(found.summary, view), sys.stdout)
    return BAD_INPUT if found.faults else OK


def _watched(lang: str) -> AbstractContextManager[Progress | None]:
    """Bars with an estimate where a person watches standard error."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from consistency.report.terminal.progress import Stages

    return Stages(lang)
