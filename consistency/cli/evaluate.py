"""`consistency evaluate`: how well does it do on judged bundles?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from consistency.cli.console import FINDINGS, OK, waiting
from consistency.report.output import to_stream


@click.command("evaluate")
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
@click.option(
    "--drafts",
    type=click.IntRange(1),
    metavar="N",
    help="Judge `check` instead: on drafts made of N articles of each bundle, by slips in a copy of it.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="What chance of --drafts hangs on.")
@click.option("--min-f1", type=click.FloatRange(0, 1), metavar="X", help="Exit with 1 where F1 is below.")
def evaluate_command(
    gold: str, verbose: bool, as_json: bool, leave_one_out: bool, training: str | None,
    drafts: int | None, seed: int, min_f1: float | None,
) -> int:  # fmt: skip
    """How well does it do? GOLD is a gold bundle or a folder of bundles."""
    from consistency.evaluation import evaluate

    if drafts:
        return _drafts(gold, drafts, seed, verbose, as_json)
    weights = None
    if leave_one_out:
        from consistency.fitting import bundles, leaving_out

        weights = leaving_out(bundles(Path(gold)), bundles(Path(training)) if training else ())
    with waiting() as progress:
        score = evaluate(gold, weights=weights, progress=progress)
    to_stream(score.to_json() if as_json else score.to_text(verbose), sys.stdout)
    return FINDINGS if min_f1 is not None and score.f1 < min_f1 else OK


def _drafts(gold: str, each: int, seed: int, verbose: bool, as_json: bool) -> int:
    from consistency.drafts import evaluate

    with waiting() as progress:
        score = evaluate(gold, each=each, seed=seed, progress=progress)
    to_stream(score.to_json() if as_json else score.to_text(verbose), sys.stdout)
    return OK
