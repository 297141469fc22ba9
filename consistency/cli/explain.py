"""`consistency explain`: why were two lines compared or not?"""

from __future__ import annotations

from typing import Any

import click

from consistency.cli.configured import Configured, config_options, settled
from consistency.cli.console import BAD_INPUT, OK, tell, view_of, write
from consistency.cli.options import line_of_file, output_options
from consistency.errors import ConsistencyError
from consistency.report import reporter


@click.command("explain", cls=Configured, paths=("one",), heeds=("lang",))
@click.argument("one", metavar="PATH:LINE", callback=line_of_file)
@click.argument("two", metavar="PATH:LINE", callback=line_of_file)
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="PATH",
    help="The other articles of the report (repeatable); third articles count as evidence.",
)
@output_options("explanation")
@config_options
def explain_command(one: tuple[str, int], two: tuple[str, int], others: tuple[str, ...], **chosen: Any) -> int:
    """Why were two lines compared or not, and why are they reported or not?"""
    from consistency.articles import read_paths
    from consistency.pipeline import explain

    articles, errors = read_paths(list(dict.fromkeys([one[0], two[0], *others])))
    tell(errors)
    missing = [path for path, _ in (one, two) if all(article.path != path for article in articles)]
    if missing:
        if not errors:
            raise ConsistencyError(f"{missing[0]}: holds several articles or none; name the file of one")
        return BAD_INPUT
    explanation = explain(articles, one, two, settings=settled().settings, lang=chosen["lang"])
    for output in chosen["outputs"]:
        view = view_of(chosen, output)
        write(reporter(output.form).explanation(explanation, view), view, output)
    return BAD_INPUT if errors else OK
