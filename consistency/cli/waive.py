"""`consistency waive`: let one finding stand, with the reason, in the waiver file beside the drafts."""

from __future__ import annotations

import getpass
import os
import subprocess
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from consistency.cli.configured import Configured, config_options, settled
from consistency.cli.console import BAD_INPUT, OK, tell
from consistency.cli.options import moment, reading_options, sources_option
from consistency.cli.running import examined
from consistency.errors import ConsistencyError
from consistency.model.findings import Waiver
from consistency.report.output import to_file
from consistency.settings.files import from_here, text_of, toml
from consistency.waivers import FILE, FINGERPRINT, added, find, of_file


@click.command("waive", cls=Configured, heeds=("sources",))
@click.argument("finding", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[DRAFT]...")
@click.option("--reason", required=True, metavar="TEXT", help="Why the finding may stand.")
@click.option("--author", metavar="NAME", help="Who decides; by default git's user.name, else the login's name.")
@click.option("--until", callback=moment, metavar="DATE", help="The last day that it holds (ISO 8601).")
@click.option("--false-alarm", is_flag=True, help="The program is wrong here (see export-gold).")
@sources_option
@reading_options
@config_options
def waive_command(finding: str, paths: tuple[str, ...], reason: str, **chosen: Any) -> int:
    """Let one finding stand: ID is the one that a report shows.

    With DRAFT (and --against, or the sources of the configuration) the check is run, to see that it has the finding.
    The waiver goes into the nearest consistency-toml above the draft, or a new one beside it.
    """
    if not FINGERPRINT.fullmatch(finding):
        raise ConsistencyError(f"{finding!r} is no finding's id; copy the id from the report")
    until = chosen["until"] and chosen["until"].date()
    if until and until < date.today():
        raise ConsistencyError(f"--until: {until} is past; name a day to come")
    start, told = paths[0] if paths else ".", ""
    if paths:
        run = examined(paths, settled().settings, chosen)
        tell(run.errors)
        if run.report is None:
            return BAD_INPUT
        found = {one.id: one for one in run.report.findings}
        if finding not in found:
            close = get_close_matches(finding, found, 1)
            alone = "" if chosen["sources"] or paths[1:] else ", and name its sources with --against"
            remedy = f"did you mean {close[0]}?" if close else f"copy the id from the report{alone}"
            raise ConsistencyError(f"{', '.join(paths)}: no finding has the id {finding}; {remedy}")
        told = found[finding].message
    file = find(start) or _beside(start)
    draft = Path(os.path.relpath(start, os.path.dirname(file) or ".")).as_posix() if os.path.isfile(start) else None
    waiver = Waiver(finding, reason, chosen["author"] or _author(), until, chosen["false_alarm"], draft=draft)
    before = ""
    if os.path.exists(file):
        before = text_of(file)
        if any(one.finding == finding and (not one.expires or date.today() <= one.expires) for one in of_file(file)):
            raise ConsistencyError(f"{file}: {finding} is waived already; edit the file to change the waiver")
    text = added(before, waiver)
    toml(file, text)
    to_file(text, file)
    click.echo(f"{file}: {finding} {told}".rstrip())
    return OK


def _beside(start: str) -> str:
    """Where a new waiver file goes: beside the configuration that was found, else beside the draft."""
    configured = settled().path
    folder = Path(configured).parent if configured else Path(start) if os.path.isdir(start) else Path(start).parent
    return from_here(folder / FILE)


def _author() -> str:
    """The user's name as git knows it, else that of the login."""
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, timeout=5, check=False)
        name = done.stdout.decode("utf-8", "replace").strip() or getpass.getuser()
    except (OSError, KeyError, subprocess.SubprocessError):
        name = ""
    if not name:
        raise ConsistencyError("nobody's name is known; give it with --author")
    return name
