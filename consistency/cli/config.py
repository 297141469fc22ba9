"""`consistency config`: which settings hold, and where does each come from?"""

from __future__ import annotations

import sys
from typing import Any

import click

from consistency.cli.configured import OPTIONS, Configured, config_options, settled
from consistency.cli.console import OK
from consistency.cli.options import fail_option, field_option, output_options, sources_option
from consistency.report.output import to_stream
from consistency.settings import KEYS


@click.command("config", cls=Configured)
@click.argument("paths", nargs=-1, metavar="[DRAFT]")
@sources_option
@fail_option
@click.option("--baseline", metavar="FILE", help="Findings that are known already.")
@field_option
@output_options("report")
@config_options
def config_command(**chosen: Any) -> int:
    """Which settings hold for a draft (or here), and where does each come from?

    The output is TOML: each key with its value, and behind it the file and its key, "command line" or "default".
    """
    from consistency.settings.shown import as_toml

    now = settled()
    lines = [f"# {now.path or 'no configuration file here or above'}"]
    for key, about in KEYS.items():
        value = getattr(now.settings, about.name)
        if value is None and key in OPTIONS:
            value = chosen[OPTIONS[key]]
        line = f"# {key} is not set" if value is None else as_toml(key, value)
        lines.append(f"{line}  # {now.origins.get(key, 'default')}")
    to_stream("\n".join(lines) + "\n", sys.stdout)
    return OK
