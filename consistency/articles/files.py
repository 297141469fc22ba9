"""Which files are meant by the paths that a user gives: folders opened, hidden and foreign files skipped."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from consistency.errors import ArticleError

FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
KINDS = "a .txt, .md, .html, .docx or .pdf file"


def text_format(path: str) -> str:
    """The format of a text that bears this name, though no file of it is read: plain but for Markdown and HTML."""
    kind = FORMATS.get(os.path.splitext(path)[1].lower(), "")
    return kind if kind in ("md", "html") else "txt"


@dataclass(frozen=True)
class Source:
    """One file to read, or standard input (`-`)."""

    path: str
    format: str


def find(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Source], list[ArticleError]]:
    """The files meant, in the order given and sorted within a folder, each once; and what cannot be read."""
    sources: list[Source] = []
    errors: list[ArticleError] = []
    seen: set[str] = set()
    for given in paths:
        path = os.fspath(given)
        try:
            found = _expand(path)
        except ArticleError as error:
            errors.append(error)
            continue
        for source in found:
            key = source.path if source.path == "-" else os.path.realpath(source.path)
            if key not in seen:
                seen.add(key)
                sources.append(source)
    return sources, errors


def _expand(path: str) -> list[Source]:
    if path == "-":
        return [Source("-", "")]
    where = Path(path)
    try:
        if where.is_dir():
            return _folder(path)
        if not where.exists():
            raise ArticleError(path, "no such file or folder", "check the spelling of the path")
    except (OSError, ValueError) as error:
        raise ArticleError(path, f"cannot be opened ({_reason(error)})", "check the path and its permissions") from None
    kind = FORMATS.get(where.suffix.lower())
    if kind is None:
        raise ArticleError(path, f"a file of type {where.suffix or 'unknown'} is not read", f"save it as {KINDS}")
    return [Source(path, kind)]


def _folder(path: str) -> list[Source]:
    def failed(error: OSError) -> None:
        if error.filename == path:
            raise ArticleError(path, f"cannot be opened ({_reason(error)})", "check its permissions") from None

    found = []
    for folder, folders, names in os.walk(path, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            kind = FORMATS.get(os.path.splitext(name)[1].lower())
            if kind is not None and not name.startswith((".", "~$")):  # ~$: Word's lock files
                found.append(Source(os.path.join(folder, name), kind))
    if not found:
        raise ArticleError(path, "the folder holds no article", f"put {KINDS} into it")
    return sorted(found, key=lambda source: source.path.split(os.sep))


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def load(source: Source) -> bytes:
    """The bytes of a file, or of standard input."""
    if source.path == "-":
        import sys

        return sys.stdin.buffer.read()
    try:
        return Path(source.path).read_bytes()
    except OSError as error:
        raise ArticleError(source.path, f"cannot be read ({_reason(error)})", "check its permissions") from None
