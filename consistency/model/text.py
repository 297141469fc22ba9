"""Texts as the reader has them: spans, blocks and articles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph"]
PartKind = Literal["page", "paragraph"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Start and end (exclusive) in Unicode code points of the untouched, decoded file."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Block:
    """A title, heading or paragraph of the article's own text, with the way back to the file.

    `text` is what a reader sees (tags gone, entities decoded). `starts[i]` and `ends[i]` are where its character i
    starts and ends in the file; both are None where the text stands in the file as it is, from `start` on.
    """

    kind: BlockKind
    text: str
    start: int
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`; tags and entities inside it lie inside the span."""
        if self.starts is None or self.ends is None:
            return Span(self.start + start, self.start + end)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True)
class Parts:
    """The pages of a PDF or the paragraphs of a Word document that hold text: where each starts in the text."""

    kind: PartKind
    starts: tuple[int, ...]

    def of(self, offset: int) -> tuple[PartKind, int]:
        """The kind of part and the number, counted from 1, of the one that holds a code point."""
        return self.kind, max(1, bisect_right(self.starts, offset))


@dataclass(frozen=True)
class Article:
    """One text: who published it and when, the untouched `text` of the file, and the blocks that are the article.

    `id` is `a1`, `a2` … in the order of reading; `outlet` is the medium; `published` is the time that relative dates
    hang on (None: unknown); `currency` is the ISO 4217 code that a bare 元 means in this outlet; `parts` are the
    pages or paragraphs of a file whose lines nobody sees.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    id: str = ""
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    currency: str = "CNY"
    byline: str | None = field(default=None, compare=False)
    parts: Parts | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
