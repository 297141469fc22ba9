"""Many short texts in one process: JSON lines in, the facts of each as JSON lines out, in order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from consistency.errors import ArticleError, ConsistencyError


def read_snippets(path: str, published: datetime | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """For each line that is not blank its number and `{"facts": […]}`; an `error` stands in it where it is no snippet.

    `published` is the time of the snippets that name none; `-` is standard input.
    """
    import consistency

    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            text, time = _snippet(line)
            found = [fact.to_dict() for fact in consistency.facts(text, time or published)]
        except (ValueError, RecursionError, ConsistencyError) as error:
            yield number, {"facts": [], "error": str(error)}
        else:
            yield number, {"facts": found}


def _lines(path: str) -> Iterator[bytes]:
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
            yield from file
    except OSError as error:
        raise ArticleError(path, f"cannot be read ({error.strerror})", "name a file of JSON lines") from error


def _snippet(line: bytes) -> tuple[str, datetime | None]:
    """The text and its time; ValueError says what is wrong with the line."""
    snippet = json.loads(line)
    if not isinstance(snippet, dict) or not isinstance(snippet.get("text"), str):
        raise ValueError('not an object with a "text"')
    published = snippet.get("published")
    if published is not None and not isinstance(published, str):
        raise ValueError('"published" is no ISO 8601 text')
    return snippet["text"], datetime.fromisoformat(published) if published else None
