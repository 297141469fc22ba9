"""`consistency check-each`: several drafts, each by itself; what pre-commit and CI call with the files that changed."""

from __future__ import annotations

import os

import click

from consistency.cli.check import check_command
from consistency.cli.console import BAD_INPUT, FINDINGS, NOT_COMPARED, OK, complain
from consistency.errors import ConsistencyError

_WORST = (BAD_INPUT, FINDINGS, NOT_COMPARED, OK)


@click.command("check-each")
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option("--against", multiple=True, metavar="PATH", help="Article or folder to check against (repeatable).")
@click.option("--fail-on", metavar="LEVEL", help="As of check.")
@click.option("--format", "form", metavar="NAME", help="As of check.")
def check_each_command(drafts: tuple[str, ...], against: tuple[str, ...], fail_on: str | None, form: str | None) -> int:
    """May these drafts be published? `check` of each, one after the other.

    A draft that is one of the sources, or lies in their folder, is not checked. Exit status: the worst of all, where 2
    is worse than 1, and 1 than 3.
    """
    options = [part for path in against for part in ("--against", path)]
    options += ["--fail-on", fail_on] if fail_on else []
    options += ["--format", form] if form else []
    statuses = {OK}
    for draft in drafts:
        if any(_lies_in(draft, path) for path in against):
            continue
        try:
            statuses.add(check_command.main([*options, "--", draft], "consistency check", standalone_mode=False))
        except ConsistencyError as error:
            complain(str(error))
            statuses.add(BAD_INPUT)
    return next(status for status in _WORST if status in statuses)


def _lies_in(path: str, folder: str) -> bool:
    real, of = os.path.realpath(path), os.path.realpath(folder)
    return real == of or real.startswith(os.path.join(of, ""))
