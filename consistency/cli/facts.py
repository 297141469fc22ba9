"""`consistency facts`: what does this article state?"""

from __future__ import annotations

from typing import Any

import click

from consistency.cli.configured import Configured, config_options, settled
from consistency.cli.console import BAD_INPUT, OK, complain, tell, view_of, write
from consistency.cli.options import output_options, reading_of, reading_options
from consistency.errors import ConsistencyError
from consistency.report import reporter
from consistency.report.output import to_file, to_stream
from consistency.snippets import read_snippets


@click.command("facts", cls=Configured, paths=("path",), heeds=("lang",))
@click.argument("path")
@click.option("--lines", is_flag=True, help='PATH holds one JSON object {"text": …, "published": …} a line, as .jsonl.')
@output_options("facts")
@reading_options
@config_options
def facts_command(path: str, lines: bool, **chosen: Any) -> int:
    """What does this article state? A .jsonl file (or - with --lines) gives one JSON object a line, in order."""
    if lines or path.endswith(".jsonl"):
        from consistency.pipeline import own_words

        with own_words(settled().settings):
            return _facts_by_line(path, chosen)
    from consistency.articles import read_paths
    from consistency.pipeline import read_facts

    reading = reading_of(chosen)
    articles, errors = read_paths([path], **reading)
    tell(errors)
    if articles:
        readings = [(article, read_facts(article, settled().settings)) for article in articles]
        for output in chosen["outputs"]:
            view = view_of(chosen, output)
            write(reporter(output.form).facts(readings, view), view, output)
    return BAD_INPUT if errors else OK


def _facts_by_line(path: str, chosen: dict[str, Any]) -> int:
    """One JSON object a line, in order, each written as soon as it is read; a faulty line makes the status 2."""
    from consistency.report.as_json import dumps

    output = chosen["outputs"][0]
    if output.form not in ("terminal", "json", "jsonl"):
        raise ConsistencyError(f"{path}: many texts are answered as JSON lines only; choose --format jsonl")
    view, status, answers = view_of(chosen, output), OK, []
    for number, answer in read_snippets(path, chosen["published"]):
        if "error" in answer:
            complain(f"{path}:{number}: {answer['error']}")
            status = BAD_INPUT
        if output.path:
            answers.append(dumps(answer, view))
        elif not to_stream(dumps(answer, view), view.stream):
            break
    if output.path:
        to_file("".join(answers), output.path)
    return status
