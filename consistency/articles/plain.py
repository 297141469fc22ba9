"""Plain text to pieces: one a line, hard-wrapped lines put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import east_asian_width

from consistency.articles.lines import ends_as_sentence
from consistency.articles.pieces import Parsed, Piece, joined, lines


def parse(text: str) -> Parsed:
    """The lines of a plain text."""
    pieces: list[Piece] = []
    blank = False
    for start, line in lines(text):
        piece = Piece(line, start).cut(0)
        if piece.text.strip("\ufeff\u200b\u200e\u2060"):
            pieces.append(replace(piece, blank=blank))
            blank = False
        else:
            blank = True
    return Parsed(unwrapped(pieces), plain=True)


def unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the lines of a hard-wrapped text joined; a text that is not wrapped stays as it is.

    A text counts as wrapped when its lines break off within a sentence again and again, and nearly always at one width.
    """
    widths = [_width(piece.text) for piece in pieces]
    broken = [
        index
        for index in range(len(pieces) - 1)
        if widths[index] >= 40 and not pieces[index + 1].blank and not ends_as_sentence(pieces[index].text)
    ]
    edge = max((widths[index] for index in broken), default=0)
    full = [index for index in broken if widths[index] >= edge - 6]
    if len(full) < 3 or len(full) * 5 < len(broken) * 4 or edge < max(widths, default=0) - 6:
        return list(pieces)
    kept: list[list[Piece]] = []
    follows = set(full)
    for index, piece in enumerate(pieces):
        if index - 1 in follows:
            kept[-1].append(piece)
        else:
            kept.append([piece])
    return [together(group) for group in kept]


def together(group: Sequence[Piece]) -> Piece:
    """One piece of the lines of a paragraph; a space between two lines stands only between Latin words."""
    if len(group) == 1:
        return group[0]
    return joined(group, [" " if _is_latin(before.text, after.text) else "" for before, after in pairwise(group)])


def _is_latin(before: str, after: str) -> bool:
    return before[-1].isascii() and before[-1].isalpha() and after[0].isascii()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
