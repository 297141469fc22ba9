"""Places in a text as editors count them: lines, and units of the encoding that client and server agreed on."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from consistency.model.text import Span

_END = re.compile(r"\r\n|\r|\n")  # other line separators of Unicode end no line in an editor


@dataclass(frozen=True)
class Places:
    """A text in the editor's eyes."""

    text: str
    codec: PositionCodec
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", [0, *(match.end() for match in _END.finditer(self.text))])

    def position(self, offset: int) -> Position:
        """Line and character, counted from 0, of a code point."""
        line = bisect_right(self.starts, offset) - 1
        return Position(line, self.codec.client_num_units(self.text[self.starts[line] : offset]))

    def range(self, span: Span) -> Range:
        """Where a span begins and ends."""
        return Range(self.position(span.start), self.position(span.end))

    @property
    def end(self) -> Position:
        """Behind the last character."""
        return self.position(len(self.text))
