"""The parts that a file falls into before anything is judged: lines of text that know where they stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from consistency.model.text import Block, BlockKind

Mark = Literal["title", "heading", "line"]


@dataclass(frozen=True)
class Piece:
    """A line, a paragraph or a table row as a reader sees it, with the way back to the file as in `Block`."""

    text: str
    start: int
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None
    mark: Mark = "line"  # what the mark-up says that it is
    blank: bool = False  # whether an empty line stands before it
    linked: float = 0.0  # the share of its characters that is a link

    def cut(self, start: int, end: int | None = None) -> Piece:
        """The piece of `text[start:end]`, white space at both ends taken off."""
        end = len(self.text) if end is None else min(end, len(self.text))
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if self.starts is None or self.ends is None:
            return replace(self, text=self.text[start:end], start=self.start + start)
        starts, ends = self.starts[start:end], self.ends[start:end]
        return replace(self, text=self.text[start:end], start=starts[0] if starts else self.start,
                       starts=starts, ends=ends)  # fmt: skip

    def block(self, kind: BlockKind) -> Block:
        """The block that this piece becomes in the article."""
        return Block(kind, self.text, self.start, self.starts, self.ends)


def joined(pieces: Sequence[Piece], glue: Sequence[str]) -> Piece:
    """One piece of several that follow one another, a glue between each two; it lies where the next piece starts."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, between in zip(pieces, ["", *glue], strict=True):
        starts += [ends[-1] if ends else 0] * len(between)
        ends += [piece.start] * len(between)
        size = len(piece.text)
        starts += piece.starts if piece.starts is not None else range(piece.start, piece.start + size)
        ends += piece.ends if piece.ends is not None else range(piece.start + 1, piece.start + size + 1)
        text += (between, piece.text)
    return replace(pieces[0], text="".join(text), starts=tuple(starts), ends=tuple(ends))


@dataclass(frozen=True)
class Parsed:
    """A file taken apart by its format: its pieces in order and what its mark-up says of the article."""

    pieces: Sequence[Piece]
    title: Piece | None = None  # the title, where the format says it for certain; not among the pieces then
    above: Sequence[Piece] = ()  # what stands above the title: no part of the article, but perhaps its date
    outlet: str | None = None
    published: datetime | None = None
    language: str = ""  # of an HTML page, e.g. zh-TW
    sites: Sequence[str] = ()  # names that the page gives to itself, the likeliest first
    plain: bool = False  # no mark-up at all: the title has to be found


def lines(text: str, start: int = 0) -> Iterable[tuple[int, str]]:
    """The lines of a text with their offsets, ends of line left off."""
    for line in text.splitlines(keepends=True):
        yield start, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        start += len(line)
