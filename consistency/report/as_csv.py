"""CSV for Excel and pandas: a row for each statement of each finding, or for each fact.

In UTF-8 it begins with the mark that Excel knows it by. Every text is quoted, and one that a spreadsheet would take
for a formula is led by an apostrophe. What is settled comes last, with its reason.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.report import View, tables

if TYPE_CHECKING:
    import pandas as pd

    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article

# ＝1+1 is a formula too where Excel speaks Chinese or Japanese.
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")


def report(report: Report, view: View) -> str:
    """The statements of the findings."""
    return _text(tables.statements(report), view)


def facts(readings: Sequence[tuple[Article, list[Fact]]], view: View) -> str:
    """The facts of all articles."""
    return _text(tables.facts(readings), view)


def _text(frame: pd.DataFrame, view: View) -> str:
    mark = "\ufeff" if codecs.lookup(view.encoding).name == "utf-8" else ""
    return mark + frame.map(_guarded).to_csv(index=False, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")


def _guarded(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
