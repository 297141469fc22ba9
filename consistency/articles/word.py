"""Word documents to pieces: paragraphs and table rows in order, joined by line feeds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from consistency.articles.pieces import Mark, Parsed
from consistency.articles.plain import parse as parse_plain
from consistency.errors import ArticleError
from consistency.model.text import Parts

LARGEST = 100_000_000  # bytes of a document unpacked; an article has a thousandth of it
_REMEDY = "open it in Word and save it anew as .docx"


def parse(data: bytes, path: str) -> tuple[str, Parsed, Parts]:
    """The text of a .docx file, its pieces, and its paragraphs (of a table, its rows) that hold text."""
    _check(data, path)
    rows = list(_rows(data, path))
    text = "\n".join(row for row, _ in rows)
    marks: dict[int, Mark] = {}
    starts: list[int] = []
    start = 0
    for row, mark in rows:
        marks[start] = mark
        if row.strip():
            starts.append(start)
        start += len(row) + 1
    pieces = [replace(piece, mark=marks.get(piece.start, "line"), blank=False) for piece in parse_plain(text).pieces]
    titles = [index for index, piece in enumerate(pieces) if piece.mark == "title"]
    title = pieces.pop(titles[0]) if titles else None
    pieces = [replace(piece, mark="heading") if piece.mark == "title" else piece for piece in pieces]
    return text, Parsed(pieces, title, plain=title is None), Parts("paragraph", tuple(starts))


def _check(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST or len(entries) > 10_000:
                raise ArticleError(
                    path, "the document unpacks to more than 100 MB", "remove its pictures and attachments"
                )
            if "word/document.xml" not in archive.namelist():
                raise ArticleError(path, "it is a zip archive, not a Word document", _REMEDY)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ArticleError(path, "a broken Word document", _REMEDY) from None


def _rows(data: bytes, path: str) -> Iterator[tuple[str, Mark]]:
    from docx import Document
    from docx.table import Table

    try:
        for item in Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(item, Table):
                for row in item.rows:
                    cells = {id(cell._tc): cell.text for cell in row.cells}  # a merged cell is listed again and again
                    yield "\t".join(cells.values()), "line"
            else:
                name = (item.style.name or "") if item.style is not None else ""
                yield item.text, "title" if name == "Title" else "heading" if name.startswith("Heading") else "line"
    except ArticleError:
        raise
    except Exception as error:  # python-docx and lxml raise what they meet: KeyError, AttributeError, XMLSyntaxError …
        raise ArticleError(path, f"a broken Word document ({type(error).__name__})", _REMEDY) from None
