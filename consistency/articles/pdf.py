"""PDF documents to pieces: lines put together to paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from consistency.articles.lines import Role, ends_as_sentence, is_organisation, role
from consistency.articles.pieces import Parsed, Piece
from consistency.articles.plain import together
from consistency.articles.script import whole_characters
from consistency.errors import ArticleError
from consistency.model.text import Parts

if TYPE_CHECKING:
    from pdfminer.layout import LTPage, LTTextLine

LARGEST = 100_000_000  # bytes that one stream of a document may unpack to
_UNKNOWN = "\ufffd"  # a character that a font draws and does not name
_EDGE = 3  # lines at the head and at the foot of a page that may be no part of the text
_STREAM = re.compile(rb"stream\r?\n")
# 第3页 共8页, — 3 —, 3/8, Page 3 of 8
_NUMBERED = re.compile(r"[\W_]*(第|page|p\.)?\s*\d{1,4}\s*页?([\W_]*(/|共|of)\s*\d{1,4}\s*页?)?[\W_]*", re.I)


@dataclass(frozen=True)
class Line:
    """One line of a page: its text, where it starts in the document's text, and its box in points from the foot."""

    text: str
    start: int
    page: int
    left: float
    right: float
    foot: float
    size: float


def parse(data: bytes, path: str) -> tuple[str, Parsed, Parts]:
    """The text of a .pdf file, its pieces, and its pages."""
    lines: list[Line] = []
    starts: list[int] = []
    end = 0
    for number, page in enumerate(_pages(data, path)):
        starts.append(end)
        for line in page:
            lines.append(replace(line, start=end, page=number))
            end += len(line.text) + 1
    if not lines:
        raise ArticleError(
            path, "the PDF holds pictures of pages, no text", "have its text recognised (OCR) and save that"
        )
    text = "\n".join(line.text for line in lines)
    if text.count(_UNKNOWN) * 5 > len(text):
        raise ArticleError(path, "the PDF does not say which characters its fonts show", "save it as .docx or .txt")
    kept = _without_furniture(lines)
    normal = _normal_size(kept)
    groups = list(_paragraphs(kept, normal))
    pieces = [together([Piece(line.text, line.start).cut(0) for line in group]) for group in groups]
    pieces = [
        replace(piece, mark="heading") if _is_large(group[0], normal) else piece
        for piece, group in zip(pieces, groups, strict=True)
    ]
    pages = Parts("page", tuple(starts))
    at = _headline(pieces, groups)
    if at is None:
        return text, Parsed(pieces, plain=True), pages
    return text, Parsed(pieces[at + 1 :], replace(pieces[at], mark="title"), above=pieces[:at]), pages


def _pages(data: bytes, path: str) -> list[list[Line]]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    except ImportError:
        raise ArticleError(
            path, "PDF files are read by pdfminer.six, which is not installed", "run: pip install 'consistency[pdf]'"
        ) from None
    _check(data, path)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it warns of what is odd in a file's fonts
    try:
        return [list(_lines(page)) for page in extract_pages(io.BytesIO(data))]
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise ArticleError(path, "the PDF is locked with a password", "save a copy without one") from None
    except Exception as error:  # pdfminer raises what it meets: PSEOF, KeyError, TypeError, RecursionError …
        raise ArticleError(
            path, f"a broken PDF ({type(error).__name__})", "print it to PDF anew or save it as .docx or .txt"
        ) from None


def _check(data: bytes, path: str) -> None:
    """No stream unpacks to more than the largest that is read; pdfminer unpacks whatever it meets."""
    for match in _STREAM.finditer(data):
        unpacking, size, rest = zlib.decompressobj(), 0, data[match.end() : match.end() + (1 << 24)]
        try:
            while rest and not unpacking.eof and size <= LARGEST:
                size += len(unpacking.decompress(rest, 1 << 20))
                rest = unpacking.unconsumed_tail
        except zlib.error:
            continue
        if size > LARGEST:
            raise ArticleError(path, "a part of the PDF unpacks to more than 100 MB", "save it as .docx or .txt")


def _lines(page: LTPage) -> Iterator[Line]:
    """The lines of a page in the order of reading: column by column where there are columns."""
    from pdfminer.layout import LTTextBox, LTTextLine

    for box in page:
        if isinstance(box, LTTextBox):
            for line in box:
                if isinstance(line, LTTextLine) and (text := _text(line)):
                    yield Line(text, 0, 0, line.x0, line.x1, line.y0, line.height)


def _text(line: LTTextLine) -> str:
    """What the line says; a gap between its characters is a space unless it is the air around a Chinese one."""
    from pdfminer.layout import LTChar

    items = list(line)
    shown = []
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        if isinstance(item, LTChar):
            char = item.get_text()
            shown.append(_UNKNOWN if char.startswith("(cid:") else char)
        elif isinstance(before, LTChar) and isinstance(after, LTChar):
            chinese = any(char.get_text()[:1] > "\u2e7f" for char in (before, after))
            if not chinese or after.x0 - before.x1 > 0.8 * before.size:
                shown.append(" ")
    text = re.sub(r"[\0-\x1f\x7f\x85\u2028\u2029]", " ", whole_characters("".join(shown))).rstrip()
    return text if text.strip() else ""


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, and without what stands at one height of several pages, whatever its digits."""
    edges: list[Line] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        down = sorted(page, key=lambda line: -line.foot)
        edges += dict.fromkeys((*down[:_EDGE], *down[-_EDGE:]))
    pages = Counter(key for key, _ in {(_words(line), line.page) for line in edges})
    junk = {line for line in edges if pages[_words(line)] > 1 or _NUMBERED.fullmatch(line.text)}
    return [line for line in lines if line not in junk] or list(lines)


def _words(line: Line) -> tuple[str, int]:
    return re.sub(r"[\d\s]+", "", line.text), round(line.foot / 4)


def _normal_size(lines: Sequence[Line]) -> float:
    """The size of most characters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _is_large(line: Line, normal: float) -> bool:
    return line.size > normal * 1.15


def _paragraphs(lines: Sequence[Line], normal: float) -> Iterator[list[Line]]:
    """The lines of each paragraph or heading; one may go on in the next column or on the next page."""
    edges = _edges(lines)
    gaps = [a.foot - b.foot for a, b in pairwise(lines) if a.page == b.page and a.foot > b.foot]
    leading = median(gaps) if gaps else 0.0
    group = [lines[0]]
    for before, after in pairwise(lines):
        if _is_large(before, normal):
            on = abs(before.size - after.size) < 0.5 and 0 < before.foot - after.foot < 2 * before.size
        else:
            on = _goes_on(before, after, edges, leading)
        if not on:
            yield group
            group = []
        group.append(after)
    yield group


def _goes_on(before: Line, after: Line, edges: dict[Line, tuple[float, float]], leading: float) -> bool:
    """Whether a line breaks off where its column ends, and the next one is not set off from it."""
    if abs(before.size - after.size) > 0.25 * before.size or before.right < edges[before][1] - 2.2 * before.size:
        return False
    if after.text.startswith(("\u3000", "  ")) or after.left > edges[after][0] + 0.8 * after.size:
        return False
    gap = before.foot - after.foot
    if before.page == after.page and gap > 0:
        return gap <= 1.4 * leading
    return not ends_as_sentence(before.text)


def _edges(lines: Sequence[Line]) -> dict[Line, tuple[float, float]]:
    """The left and the right edge of the column that each line stands in; a line wider than all others makes none."""
    found: dict[Line, tuple[float, float]] = {}
    for _, page in groupby(lines, key=lambda line: line.page):
        columns: list[list[Line]] = []
        for line in sorted(page, key=lambda line: line.left):
            if columns and line.left - columns[-1][-1].left <= 3 * line.size:
                columns[-1].append(line)
            else:
                columns.append([line])
        for column in columns:
            rights = sorted((line.right for line in column), reverse=True)
            shared = (a for a, b in pairwise(rights) if a - b <= 2 * column[0].size)
            edge = column[0].left, next(shared, rights[0])
            found |= dict.fromkeys(column, edge)
    return found


def _headline(pieces: Sequence[Piece], groups: Sequence[Sequence[Line]]) -> int | None:
    """Which piece of the first page is the headline: the one in the largest letters that reads like one."""
    found = [
        index for index, (piece, group) in enumerate(zip(pieces, groups, strict=True))
        if group[0].page == groups[0][0].page and piece.mark == "heading" and 6 <= len(piece.text) <= 80
        and role(piece.text) in (Role.SHORT, Role.PROSE) and not is_organisation(piece.text)
    ]  # fmt: skip
    return max(found, key=lambda index: (groups[index][0].size, -index), default=None)
