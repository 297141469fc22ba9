"""A corpus to articles, a few at a time: a folder, or CSV, JSON lines or Parquet with a row for each article."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from consistency.articles import read_text
from consistency.articles.files import Source, find
from consistency.articles.reading import Defaults, read_source
from consistency.errors import ArticleError
from consistency.model.text import Article

NEEDED = ("id", "text")
COLUMNS = ("id", "title", "outlet", "published", "text")
LONGEST = 10_000_000  # characters of one cell
_KINDS = "a folder, or a .csv, .jsonl or .parquet file with the columns id, title, outlet, published and text"


@dataclass(frozen=True)
class Row:
    """A row of a table, and where it stands in the file (`corpus.csv:17`)."""

    place: str
    id: str
    title: str
    outlet: str
    published: str
    text: str


@dataclass(frozen=True)
class File:
    """A file of a folder; its id is its path within the folder."""

    source: Source
    id: str

    @property
    def place(self) -> str:
        """Where it is."""
        return self.source.path


@dataclass(frozen=True)
class Faulty:
    """A row that is no article: one line that says where and why."""

    message: str


Item = Row | File | Faulty


def items(corpus: str) -> Iterator[tuple[Item, float]]:
    """The rows or files of a corpus in their order, each with the share of the corpus that is read with it.

    Raises ArticleError where the corpus as a whole cannot be read.
    """
    path = Path(corpus)
    if path.is_dir():
        root = os.path.abspath(corpus)  # whoever reads the files may stand elsewhere
        sources, errors = find([root])
        if errors:
            raise errors[0]
        for number, source in enumerate(sources, 1):
            yield File(source, os.path.relpath(source.path, root)), number / len(sources)
        return
    reader = _READERS.get(path.suffix.lower())
    if reader is None or not path.exists():
        raise ArticleError(corpus, "no such corpus" if reader else "it is no corpus", f"name {_KINDS}")
    seen: set[str] = set()
    for place, cells, share in reader(corpus):
        item = _row(place, cells) if isinstance(cells, dict) else Faulty(f"{place}: {cells}; skipped")
        if isinstance(item, Row):
            if item.id in seen:
                item = Faulty(f"{place}: the id {item.id} stands on an earlier row; skipped")
            else:
                seen.add(item.id)
        yield item, share


def article_of(item: Row | File) -> Article:
    """The article of a row or a file; its id and path are the item's id. Raises ArticleError."""
    if isinstance(item, File):
        return replace(read_source(item.source, Defaults()), id=item.id, path=item.id)
    try:
        published = datetime.fromisoformat(item.published) if item.published else None
    except ValueError:
        raise ArticleError(item.place, f"{item.published!r} is no ISO 8601 time", "skipped") from None
    try:
        article = read_text(item.text, path=item.id, outlet=item.outlet or None, published=published)
    except ArticleError as error:
        raise ArticleError(item.place, error.problem, "skipped") from None
    return replace(
        article, id=item.id, title=item.title or article.title, outlet=item.outlet or article.outlet,
        published=published or article.published,
    )  # fmt: skip


def fingerprint(corpus: str) -> str:
    """What tells this corpus from a changed one: a file's bytes, the names, sizes and times of a folder's files."""
    path, digest = Path(corpus), hashlib.sha256()
    if path.is_dir():
        for source in find([corpus])[0]:
            status = os.stat(source.path)
            digest.update(f"{source.path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(corpus, error) from None


def _row(place: str, cells: dict[str, Any]) -> Item:
    values = {name: "" if cells.get(name) is None else cells[name] for name in COLUMNS}
    if isinstance(values["published"], datetime):
        values["published"] = values["published"].isoformat()
    values["id"] = str(values["id"]) if isinstance(values["id"], int) else values["id"]
    wrong = [name for name, value in values.items() if not isinstance(value, str)]
    missing = [name for name in NEEDED if not wrong and not values[name].strip()]
    if wrong or missing:
        return Faulty(f"{place}: {f'{wrong[0]} is no text' if wrong else f'it has no {missing[0]}'}; skipped")
    return Row(place, **{name: value.strip() if name != "text" else value for name, value in values.items()})


Cells = tuple[str, dict[str, Any] | str, float]


def _csv(corpus: str) -> Iterator[Cells]:
    csv.field_size_limit(LONGEST)
    with _opened(corpus) as binary:
        size = os.fstat(binary.fileno()).st_size or 1
        text = _decoded(binary)
        reader = csv.reader(text, strict=True)
        header = [name.strip().lower() for name in next(reader, [])]
        _check(corpus, header)
        while True:
            place = f"{corpus}:{reader.line_num + 1}"
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, UnicodeDecodeError) as error:
                yield place, f"it cannot be read ({error})", binary.tell() / size
                continue
            if cells and len(cells) != len(header):
                yield place, f"it has {len(cells)} cells, not {len(header)}", binary.tell() / size
            elif cells:
                yield place, dict(zip(header, cells, strict=True)), binary.tell() / size


def _jsonl(corpus: str) -> Iterator[Cells]:
    with _opened(corpus) as file:
        size, done = os.fstat(file.fileno()).st_size or 1, 0
        for number, line in enumerate(file, 1):
            done += len(line)
            if not line.strip():
                continue
            try:
                cells = json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError) as error:
                cells = f"it is no JSON ({error})"
            yield f"{corpus}:{number}", cells if isinstance(cells, dict | str) else "it is no object", done / size


def _parquet(corpus: str) -> Iterator[Cells]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ArticleError(corpus, "Parquet needs pyarrow", "pip install 'consistency[parquet]'") from None
    try:
        with ParquetFile(corpus) as file:
            _check(corpus, file.schema_arrow.names)
            columns = [name for name in COLUMNS if name in file.schema_arrow.names]
            number = 0
            for batch in file.iter_batches(batch_size=256, columns=columns):
                for cells in batch.to_pylist():
                    number += 1
                    yield f"{corpus}:{number}", cells, number / file.metadata.num_rows
    except (ArrowException, OSError) as error:
        raise ArticleError(corpus, f"it is no Parquet ({str(error).splitlines()[0]})", f"name {_KINDS}") from None


_READERS = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}


def _opened(corpus: str) -> BinaryIO:
    try:
        return open(corpus, "rb")
    except OSError as error:
        raise _unreadable(corpus, error) from None


def _unreadable(corpus: str, error: OSError) -> ArticleError:
    return ArticleError(corpus, f"cannot be read ({(error.strerror or str(error)).lower()})", f"name {_KINDS}")


def _decoded(binary: BinaryIO) -> Iterator[str]:
    """The lines, ends of line kept; GB 18030, which spreadsheets write, where the beginning is no UTF-8."""
    head = binary.read(1 << 20)
    binary.seek(0)
    try:
        head[: head.rfind(b"\n") + 1 or None].decode("utf-8")
        encoding = "utf-8-sig"
    except UnicodeDecodeError:
        encoding = "gb18030"
    for number, line in enumerate(chain(binary)):
        yield line.decode("utf-8" if number and encoding == "utf-8-sig" else encoding)


def _check(corpus: str, header: list[str]) -> None:
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise ArticleError(corpus, f"it has no column {missing[0]}", f"name the columns {', '.join(COLUMNS)}")
