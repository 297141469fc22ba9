"""The command line: arguments -> pipeline -> reporter -> exit status, nothing else.

Exit status: 0 it ran (`check`: nothing at or above the threshold), 1 findings (`check`) or a score below the floor
(`evaluate`), 2 bad usage or unreadable input, 3 nothing could be compared (`check`). What only a run needs (pandas,
jieba, rich) is imported inside the commands, so that `--help` is instant.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.errors import ArticleError, ConsistencyError
from consistency.model.findings import FIELDS, SEVERITIES, Finding, Report
from consistency.options import line_of_file, output_options, reading_options, selection_options, show_version
from consistency.report import View, reporter
from consistency.report.output import to_file, to_stream
from consistency.report.words import say

if TYPE_CHECKING:
    from consistency.model.text import Article

OK, FINDINGS, BAD_INPUT, NOT_COMPARED, INTERRUPTED = 0, 1, 2, 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Show where several articles on one story disagree.

    Articles are .txt, .md, .html and .docx files, folders of them, or - for standard input.
    """


@cli.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_options
@selection_options
@reading_options
def report_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Where do these articles disagree?"""
    from consistency.articles import read_paths
    from consistency.pipeline import compare

    reading = {key: chosen[key] for key in ("outlet", "published", "encoding")}
    with _waiting() as progress:
        articles, errors = read_paths(paths, **reading)
        _tell(errors)
        if not articles:
            return BAD_INPUT
        report = compare(articles, lang=chosen["lang"], progress=progress)
    _show(report, chosen, compared=report.coverage.compared > 0)
    return BAD_INPUT if errors else OK


@cli.command("check")
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
@output_options
@selection_options
@reading_options
def check_command(draft: str, sources: tuple[str, ...], more: tuple[str, ...], fail_on: str, **chosen: Any) -> int:
    """May this draft be published? --outlet and --published are the draft's.

    Exit status: 0 nothing that fails, 1 findings, 2 bad usage or unreadable input, 3 nothing could be compared.
    """
    from consistency.articles import read_paths
    from consistency.pipeline import check

    with _waiting() as progress:
        drafts, errors = read_paths(
            [draft], outlet=chosen["outlet"], published=chosen["published"], encoding=chosen["encoding"]
        )
        if len(drafts) > 1:
            raise ConsistencyError(f"{draft}: holds {len(drafts)} articles; name the one that is the draft")
        if drafts:
            found, more_errors = read_paths([*sources, *more], encoding=chosen["encoding"])
            errors = [*errors, *more_errors]
            against = _apart(found, drafts[0])
        _tell(errors)
        if not drafts or (errors and not against):
            return BAD_INPUT
        report = check(drafts[0], against, lang=chosen["lang"], progress=progress)
    compared = any({one.article for one in finding.statements} > {report.draft} for finding in report.findings)
    _show(report, chosen, compared)
    if errors:
        return BAD_INPUT
    if any(_fails(finding, fail_on) for finding in report.select(fields=chosen["fields"] or FIELDS).findings):
        return FINDINGS
    if not compared:
        if chosen["form"] != "terminal":  # which says so itself
            _complain(f"{draft}: {say('nothing compared', chosen['lang'])}")
        return NOT_COMPARED
    return OK


@cli.command("facts")
@click.argument("path")
@click.option("--lines", is_flag=True, help='PATH holds one JSON object {"text": …, "published": …} a line, as .jsonl.')
@output_options
@reading_options
def facts_command(path: str, lines: bool, **chosen: Any) -> int:
    """What does this article state? A .jsonl file (or - with --lines) gives one JSON object a line, in order."""
    if lines or path.endswith(".jsonl"):
        return _facts_by_line(path, chosen)
    from consistency.articles import read_paths
    from consistency.pipeline import read_facts

    reading = {key: chosen[key] for key in ("outlet", "published", "encoding")}
    articles, errors = read_paths([path], **reading)
    _tell(errors)
    if articles:
        readings = [(article, read_facts(article)) for article in articles]
        view = _view(chosen)
        _write(reporter(chosen["form"]).facts(readings, view), view, chosen["output"])
    return BAD_INPUT if errors else OK


@cli.command("explain")
@click.argument("one", metavar="PATH:LINE", callback=line_of_file)
@click.argument("two", metavar="PATH:LINE", callback=line_of_file)
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="PATH",
    help="The other articles of the report (repeatable); third articles count as evidence.",
)
@output_options
def explain_command(one: tuple[str, int], two: tuple[str, int], others: tuple[str, ...], **chosen: Any) -> int:
    """Why were two lines compared or not, and why are they reported or not?"""
    from consistency.articles import read_paths
    from consistency.pipeline import explain

    articles, errors = read_paths(list(dict.fromkeys([one[0], two[0], *others])))
    _tell(errors)
    missing = [path for path, _ in (one, two) if all(article.path != path for article in articles)]
    if missing:
        if not errors:
            raise ConsistencyError(f"{missing[0]}: holds several articles or none; name the file of one")
        return BAD_INPUT
    explanation = explain(articles, one, two, lang=chosen["lang"])
    view = _view(chosen)
    _write(reporter(chosen["form"]).explanation(explanation, view), view, chosen["output"])
    return BAD_INPUT if errors else OK


@cli.command("evaluate")
@click.argument("gold")
@click.option("--verbose", is_flag=True, help="List what was missed and every false alarm.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--leave-one-out", is_flag=True, help="Judge each bundle by weights fitted on the others (needs scipy).")
@click.option(
    "--training",
    type=click.Path(exists=True, file_okay=False),
    metavar="FOLDER",
    help="More bundles that --leave-one-out may learn from and that are not judged.",
)
@click.option("--min-f1", type=click.FloatRange(0, 1), metavar="X", help="Exit with 1 where F1 is below.")
def evaluate_command(
    gold: str, verbose: bool, as_json: bool, leave_one_out: bool, training: str | None, min_f1: float | None
) -> int:
    """How well does it do? GOLD is a gold bundle or a folder of bundles."""
    from consistency.evaluation import evaluate

    weights = None
    if leave_one_out:
        from consistency.fitting import bundles, leaving_out

        weights = leaving_out(bundles(Path(gold)), bundles(Path(training)) if training else ())
    with _waiting() as progress:
        score = evaluate(gold, weights=weights, progress=progress)
    to_stream(score.to_json() if as_json else score.to_text(verbose), sys.stdout)
    return FINDINGS if min_f1 is not None and score.f1 < min_f1 else OK


def _show(report: Report, chosen: dict[str, Any], compared: bool) -> None:
    """The selected findings go where the user wants them."""
    selected = report.select(chosen["fields"] or FIELDS, chosen["min_severity"], chosen["everything"])
    hidden = [finding for finding in report.findings if finding not in selected.findings]
    narrowed = any(finding.verdict not in ("agree", "compatible") for finding in hidden)
    view = replace(_view(chosen), hidden=len(hidden), narrowed=narrowed, compared=compared)
    if chosen["svg"]:
        from consistency.report.terminal import picture

        to_file(picture(selected, view), chosen["svg"])
    _write(reporter(chosen["form"]).report(selected, view), view, chosen["output"])


def _view(chosen: dict[str, Any]) -> View:
    stream = None if chosen["output"] else sys.stdout
    return View(lang=chosen["lang"], stream=stream, width=chosen["width"], explain=chosen.get("explain", False))


def _write(text: str, view: View, output: str | None) -> None:
    if output:
        to_file(text, output)
    else:
        to_stream(text, view.stream)


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


def _facts_by_line(path: str, chosen: dict[str, Any]) -> int:
    """One JSON object a line, in order, each written as soon as it is read; a faulty line makes the status 2."""
    from consistency.report.as_json import dumps
    from consistency.snippets import read_snippets

    view, status, answers = _view(chosen), OK, []
    for number, answer in read_snippets(path, chosen["published"]):
        if "error" in answer:
            _complain(f"{path}:{number}: {answer['error']}")
            status = BAD_INPUT
        if chosen["output"]:
            answers.append(dumps(answer, view))
        elif not to_stream(dumps(answer, view), view.stream):
            break
    if chosen["output"]:
        to_file("".join(answers), chosen["output"])
    return status


def _waiting() -> AbstractContextManager[Callable[[int, int], None] | None]:
    """A progress bar where a person watches standard error."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from consistency.report.terminal.progress import Waiting

    return Waiting()


def _tell(errors: Sequence[ArticleError]) -> None:
    for error in errors:
        _complain(str(error))


def _complain(message: str) -> None:
    click.echo(f"consistency: {' '.join(message.split())}", err=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status, after one line on standard error for whatever was wrong with the input."""
    try:
        status = cli.main(arguments, prog_name="consistency", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "consistency"
        _complain(f"{error.format_message()} (see {command} --help)")
        return BAD_INPUT
    except click.ClickException as error:
        _complain(error.format_message())
        return BAD_INPUT
    except ConsistencyError as error:
        _complain(str(error))
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return status if isinstance(status, int) else OK
