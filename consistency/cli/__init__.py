"""The command line: arguments -> pipeline -> reporter -> exit status, nothing else; one module a command.

Exit status: 0 it ran (`check`: nothing at or above the threshold), 1 findings (`check`) or a score below the floor
(`evaluate`), 2 bad usage or unreadable input, 3 nothing could be compared (`check`). What only a run needs (pandas,
jieba, rich) is imported inside the commands, so that `--help` is instant.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence

import click

from consistency.cli.check import check_command
from consistency.cli.check_each import check_each_command
from consistency.cli.config import config_command
from consistency.cli.console import BAD_INPUT, INTERRUPTED, OK, complain
from consistency.cli.evaluate import evaluate_command
from consistency.cli.explain import explain_command
from consistency.cli.export_gold import export_gold_command
from consistency.cli.facts import facts_command
from consistency.cli.lsp import lsp_command
from consistency.cli.options import locale_language, show_version
from consistency.cli.report import report_command
from consistency.cli.scan import scan_command
from consistency.cli.waive import waive_command
from consistency.errors import ConsistencyError
from consistency.report.words import say

COMMANDS = (
    report_command,
    check_command,
    check_each_command,
    facts_command,
    explain_command,
    scan_command,
    waive_command,
    export_gold_command,
    config_command,
    evaluate_command,
    lsp_command,
)


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

    Articles are .txt, .md, .html, .docx and .pdf files, folders of them, or - for standard input.
    """


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status, after one line on standard error for whatever was wrong with the input."""
    gc.set_threshold(10_000)  # most of what a run makes lasts: looking for rubbish takes a tenth of a short run
    try:
        status = cli.main(arguments, prog_name="consistency", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "consistency"
        complain(f"{error.format_message()} (see {command} --help)")
        return BAD_INPUT
    except click.ClickException as error:
        complain(error.format_message())
        return BAD_INPUT
    except ConsistencyError as error:
        complain(str(error))
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        complain(say("stopped", locale_language()))
        return INTERRUPTED
    return status if isinstance(status, int) else OK
