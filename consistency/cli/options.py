"""The options that commands share, each with its words of help."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from importlib.util import find_spec
from typing import Any, TypeVar

import click

from consistency.model.findings import FIELDS, SEVERITIES
from consistency.report import FORMATS
from consistency.report.words import LANGUAGES
from consistency.settings.values import level

_LINE = re.compile(r"(?P<path>.+?):(?P<line>[1-9][0-9]{0,8})(?::[0-9]+)?")

F = TypeVar("F", bound=Callable[..., Any])


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:
    """The date or time that the user wrote in ISO 8601."""
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no ISO date or time such as 2026-01-10 or 2026-01-10T08:30.") from None


def levels(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Severities that fail, each LEVEL or FIELD=LEVEL."""
    for value in values:
        if problem := level(value):
            raise click.BadParameter(problem)
    return values


def line_of_file(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, int]:
    """A file and a line of it, written PATH:LINE (a column behind it, as the report shows it, is allowed)."""
    match = _LINE.fullmatch(value)
    if match is None:
        raise click.BadParameter(f"{value!r} names no line; write a file and a line of it, such as wire.md:12.")
    return match["path"], int(match["line"])


def locale_language() -> str:
    """`zh` where the locale is Chinese or says nothing, else `en`."""
    names = (os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), "").lower()
    return "zh" if name.startswith("zh") or name.partition(".")[0] in ("", "c", "posix") else "en"


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, shown in this order."""

    def decorate(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


@dataclass(frozen=True)
class Output:
    """A format and the file it goes to; None is standard output."""

    form: str
    path: str | None


def _output(value: str, forms: Sequence[str]) -> Output:
    """NAME or NAME:FILE, where NAME is one of the formats that a command offers."""
    form, _, path = value.partition(":")
    if form not in forms:
        close = get_close_matches(form, forms, 1)
        meant = f"did you mean {close[0]}?" if close else f"choose from {', '.join(forms)}."
        raise click.BadParameter(f"{form!r} is no format of this command; {meant}")
    return Output(form, path or None)


def _settle(ctx: click.Context, param: click.Parameter, path: str | None) -> str | None:
    """Each output knows its file: the one without goes to `--output`, or else to the screen."""
    outputs: tuple[Output, ...] = ctx.params["outputs"]
    bare = [output for output in outputs if output.path is None]
    if len(bare) > 1 or (path and not bare):
        raise click.UsageError("name a file for each format but one, such as --format json:report.json")
    ctx.params["outputs"] = tuple(_possible(Output(output.form, output.path or path)) for output in outputs)
    return path


def _possible(output: Output) -> Output:
    """The output, if its library is installed and it is not bytes that would go to a screen."""
    form, row = output.form, FORMATS[output.form]
    if row.needs and find_spec(row.needs) is None:
        raise click.UsageError(f"{form} needs {row.needs}, which is not installed; pip install 'consistency[{form}]'")
    if row.binary and output.path is None and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text for a screen; name a file, such as --format {form}:report.{form}")
    return output


def output_options(offered: str) -> Callable[[F], F]:
    """Where the output goes and how it looks; `offered` is the function that a format module must have."""
    forms = [name for name, row in FORMATS.items() if offered in row.offers]
    return options(
        click.option(
            "--format",
            "outputs",
            callback=lambda ctx, param, values: tuple(_output(value, forms) for value in values),
            multiple=True,
            default=("terminal",),
            is_eager=True,
            metavar="NAME[:FILE]",
            help=f"What the output is: {', '.join(forms)}; with a file, several at once (repeatable).",
        ),
        click.option(
            "--output",
            metavar="FILE",
            callback=_settle,
            expose_value=False,
            help="Write to a file (whole or not at all), not to the screen.",
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            default=locale_language,
            help="Language of the report; by default the locale's.",
        ),
        click.option("--width", type=click.IntRange(40), metavar="N", help="Cells a line; by default the screen's."),
    )


reading_options = options(
    click.option("--outlet", metavar="NAME", help="The medium, for articles that do not name theirs."),
    click.option(
        "--published",
        callback=moment,
        metavar="TIME",
        help="When it was published (ISO 8601), for articles that do not say.",
    ),
    click.option("--encoding", metavar="NAME", help="Encoding of the files; by default it is found out."),
)


def reading_of(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What the reading options say, as `read_paths` takes it."""
    return {key: chosen[key] for key in ("outlet", "published", "encoding")}


sources_option = click.option(
    "--against",
    "sources",
    multiple=True,
    metavar="PATH",
    help="Article or folder that the draft is checked against (repeatable, or several paths in a row); "
    "by default those of the configuration.",
)
fail_option = click.option(
    "--fail-on",
    multiple=True,
    default=("error",),
    callback=levels,
    metavar="[FIELD=]LEVEL",
    help="The mildest finding that makes the exit status 1: error (default), warning, info or never; "
    "with a field, in that field (repeatable).",
)
field_option = click.option(
    "--field", "fields", type=click.Choice(FIELDS), multiple=True, help="Only this field (repeatable)."
)
selection_options = options(
    field_option,
    click.option("--min-severity", type=click.Choice(SEVERITIES), default="info", help="Only findings so severe."),
    click.option("--all", "everything", is_flag=True, help="Also what agrees and what is only compatible."),
    click.option("--explain", is_flag=True, help="Also the weight of each comparison behind a finding."),
    click.option("--svg", metavar="FILE", help="Also write a picture of the terminal report."),
)


def show_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    """The version of the installed package stands on standard output."""
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"consistency {version('consistency')}")
    except PackageNotFoundError:
        click.echo("consistency (not installed)")
    ctx.exit()
