"""Cuts a paragraph into sentences and clauses, quotation marks kept with what they close."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.patterns import pattern

_CLOSERS = "”’」』）)】\"'"
# A full stop, a question, a semicolon ends a sentence; so does a line break or an ellipsis before a new start.
_SENTENCE = pattern(rf"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[{_CLOSERS}]*|$)")
# A comma between digits (1,100人) or a colon in a time (14:35) is no clause boundary.
# All begin with a character of one set, which a search skips to.
_BOUNDARY = pattern(r"[，：【】,:—\s](?:(?<=[，：【】])|(?<=[,:])(?:(?<!\d.)|(?!\d))|(?<=—)—?|(?<=\s)(?:\s+|(?<=　)))")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in order, without surrounding white space."""
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each clause of the sentence `text[start:end]`."""
    at = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
