"""What was decided of findings before: the waivers and the baseline that hold for a run, read before it begins."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from consistency.baseline import marked, read, to_json, written
from consistency.cli.console import complain
from consistency.cli.options import options
from consistency.model.findings import Report, Waiver
from consistency.model.settings import Settings
from consistency.model.text import Article
from consistency.report.output import to_file
from consistency.waivers import applied, find, of_article, of_file
from consistency.wording import Lang

baseline_options = options(
    click.option(
        "--baseline", metavar="FILE", help="Findings that are known already: listed as such, failing nothing."
    ),
    click.option("--write-baseline", metavar="FILE", help="Write what is found to FILE, as known from now on."),
)


@dataclass(frozen=True)
class Ledger:
    """The waivers, the entries of the baseline (None: there is none), and the file that it is to be written to."""

    waivers: tuple[Waiver, ...]
    known: tuple[dict[str, Any], ...] | None
    target: str | None
    draft: str | None

    def settle(self, report: Report, lang: Lang) -> Report:
        """The report with what is waived and what is known marked as such, and notes on waivers that do not hold."""
        report = applied(report, self.waivers, date.today(), self.draft, lang)
        known = self._entries(report) if self.known is None and self.target else self.known
        return report if known is None else marked(report, known)

    def save(self, report: Report, whole: bool) -> None:
        """The baseline that was asked for holds what a whole report finds; the entries of other drafts stay in it."""
        if self.target and whole:
            to_file(to_json(self._entries(report)), self.target)
        elif self.target:
            complain(f"{self.target}: is not written, for not all articles could be read")

    def _entries(self, report: Report) -> list[dict[str, Any]]:
        """What the baseline to be written holds of the report and of other drafts."""
        target = self.target or ""
        before = read(target) if os.path.exists(target) else []
        return written(report, _beside(self.draft, target), before)


def ledger(
    settings: Settings, start: str, draft: str | None, articles: Sequence[Article], target: str | None
) -> Ledger:
    """The ledger of a run that begins at the path `start`; the comments of `articles` (the user's own) waive too."""
    file = find(start)
    found = [
        *(of_file(file) if file else ()),
        *(one for article in articles for one in of_article(article)),
    ]
    wanted = settings.baseline is not None and not (
        target and os.path.realpath(target) == os.path.realpath(settings.baseline)
    )
    known = tuple(read(settings.baseline)) if settings.baseline and wanted else None
    return Ledger(tuple(found), known, target, draft)


def _beside(draft: str | None, target: str) -> str | None:
    """The draft as seen from the baseline's folder, so that the file says the same wherever it is written from."""
    if draft is None or draft == "-":
        return draft
    try:
        return Path(os.path.relpath(draft, os.path.dirname(os.path.abspath(target)))).as_posix()
    except ValueError:  # another drive
        return Path(draft).as_posix()
