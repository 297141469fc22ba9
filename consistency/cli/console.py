"""What the commands share with the outside: where output goes, what is told on standard error, the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

import click

from consistency.cli.options import Output
from consistency.errors import ArticleError
from consistency.model.findings import FIELDS, Report
from consistency.report import View, reporter
from consistency.report.output import to_file, to_stream

OK, FINDINGS, BAD_INPUT, NOT_COMPARED, INTERRUPTED = 0, 1, 2, 3, 130


def show(report: Report, chosen: dict[str, Any], compared: bool, failing: frozenset[str] | None = None) -> None:
    """The selected findings go where the user wants them, in each format; `failing` as in `View`."""
    selected = report.select(chosen["fields"] or FIELDS, chosen["min_severity"], chosen["everything"])
    hidden = [finding for finding in report.findings if finding not in selected.findings]
    narrowed = not all(finding.agrees for finding in hidden)
    if chosen["svg"]:
        from consistency.report.terminal import picture

        to_file(picture(selected, replace(view_of(chosen), stream=None)), chosen["svg"])
    for output in chosen["outputs"]:
        view = replace(
            view_of(chosen, output), hidden=len(hidden), narrowed=narrowed, compared=compared, failing=failing
        )
        write(reporter(output.form).report(selected, view), view, output)
    if all(output.path or output.form != "terminal" for output in chosen["outputs"]):  # which says them itself
        for note in report.notes:
            complain(note)


def view_of(chosen: dict[str, Any], output: Output | None = None) -> View:
    """How the reader of one output will see it."""
    stream = None if output is None or output.path else sys.stdout
    return View(lang=chosen["lang"], stream=stream, width=chosen["width"], explain=chosen.get("explain", False))


def write(text: str | bytes, view: View, output: Output) -> None:
    """The text stands in the output's file, whole, or on standard output."""
    if output.path:
        to_file(text, output.path)
    else:
        to_stream(text, view.stream)


def waiting() -> AbstractContextManager[Callable[[int, int], None] | None]:
    """A progress bar where a person watches standard error."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from consistency.report.terminal.progress import Waiting

    return Waiting()


def tell(errors: Sequence[ArticleError]) -> None:
    """One line on standard error for each file that cannot be read."""
    for error in errors:
        complain(str(error))


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(f"consistency: {' '.join(message.split())}", err=True)
