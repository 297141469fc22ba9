"""An Excel workbook for editors: what each article has, finding by finding; every statement; the articles.

Needs XlsxWriter (the extra `xlsx`). Texts are written as texts, so that none becomes a formula or a link. What is
settled comes last, with its reason; notes, and that nothing could be compared, stand on a sheet of their
own.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd
import xlsxwriter

from consistency.model.tables import frame_of
from consistency.report import View, tables
from consistency.report.words import say

if TYPE_CHECKING:
    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article

_LONGEST = 32767  # characters that Excel has room for in a cell; XlsxWriter leaves out what is longer
_WIDEST = 60  # characters a column


def report(report: Report, view: View) -> bytes:
    """The findings as a workbook."""
    sheets = {
        "findings": tables.compared(report, view.lang),
        "statements": tables.statements(report),
        "article sheet": tables.articles(report),
    }
    notes = (*(() if view.compared else (say("nothing compared", view.lang),)), *report.notes)
    if notes:
        sheets["notes"] = frame_of([[note] for note in notes], [say("notes", view.lang)])
    return _workbook({say(name, view.lang): frame for name, frame in sheets.items()})


def facts(readings: Sequence[tuple[Article, list[Fact]]], view: View) -> bytes:
    """The facts of all articles as a workbook of one sheet."""
    return _workbook({say("facts", view.lang): tables.facts(readings)})


def _workbook(sheets: dict[str, pd.DataFrame]) -> bytes:
    """A sheet for each table, its heads frozen and its columns about as wide as what they hold."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # the same bytes on every run
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, frame in sheets.items():
            sheet = book.add_worksheet(name)
            for column, head in enumerate(frame.columns):
                sheet.write_string(0, column, _cell(head), bold)
                cells = [None if pd.isna(cell) else cell for cell in frame[head].tolist()]
                for row, cell in enumerate(cells, start=1):
                    if isinstance(cell, str):
                        sheet.write_string(row, column, _cell(cell), wrapped)
                    elif cell is not None:
                        sheet.write_number(row, column, cell, wrapped)
                sheet.set_column(column, column, _width([head, *cells]))
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    return file.getvalue()


def _cell(text: str) -> str:
    """As much of the text as Excel has room for."""
    return text[:_LONGEST]


def _width(cells: Sequence[object]) -> int:
    """Characters for the widest cell, a Chinese one counted as two."""
    return min(_WIDEST, 2 + max(len(str(cell).encode("gbk", "replace")) for cell in cells if cell is not None))
