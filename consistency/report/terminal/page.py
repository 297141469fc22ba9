"""The page that the terminal report is written on: its width, its colours, its language, and how text flows on it."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, replace

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from consistency.report import View
from consistency.report.words import WORDS, say
from consistency.wording import Lang

NARROWEST = 40
NO_LINE_START = "，。、；：？！）】》〉」』”’…—％%,.;:?!)]}"
NO_LINE_END = "（【《〈「『“‘([{"
UNITS = re.compile(r"[A-Za-z0-9_./:+\-,%@#~=&?']+|.", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page of some cells' width; `colour` is False where the value's mark has to be made of characters."""

    lang: Lang
    width: int
    encoding: str
    colour: bool
    console: Console

    def say(self, key: str, **parts: object) -> str:
        """The words for a key in the page's language."""
        return say(key, self.lang, **parts)

    def can_show(self, text: str) -> bool:
        """Whether the reader's end has all these characters."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def sign(self, nice: str, plain: str) -> str:
        """The nice sign, or the plain one where the reader's end lacks it."""
        return nice if self.can_show(nice) else plain

    def clean(self, text: str) -> str:
        """The text in one line, without control characters, a question mark for each that cannot be shown."""
        text = " ".join(text.split())
        if not text.isprintable():
            text = "".join("" if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)
        if self.can_show(text):
            return text
        return "".join(char if self.can_show(char) else "?" * max(1, cell_len(char)) for char in text)

    def text(self, content: str, style: str = "") -> Text:
        """The user's text as it is, never as markup."""
        return Text(self.clean(content), style=style)

    def flow(self, text: Text, width: int, whole: tuple[int, int] = (0, 0)) -> Text:
        """The text in lines of at most `width` cells that begin and end where Chinese lines may, never in `whole`."""
        lines = text.divide(line_starts(text.plain, width, whole))
        for line in lines:
            line.rstrip()
        return Text("\n").join(lines)

    def cut(self, content: str, width: int) -> str:
        """The text, its end left out where it is wider than `width`."""
        content = self.clean(content)
        if cell_len(content) <= width:
            return content
        dots = self.sign("…", "...")
        return first_cells(content, width - cell_len(dots)) + dots

    def file_name(self, path: str, width: int) -> str:
        """The path, its first folders left out where it is wider than `width`; its last part is always whole."""
        path = self.clean(path)
        start = 0
        while cell_len(path) - cell_len(path[:start]) + (2 if start else 0) > width and "/" in path[start:]:
            start = path.index("/", start) + 1
        return self.sign("…", "...") + "/" + path[start:] if start else path

    def excerpt(self, sentence: str, mark: tuple[int, int], room: int) -> tuple[str, str, str]:
        """What stands before the mark, in it and after it, cut at both ends to some `room` cells."""
        start, end = mark
        parts = (sentence[:start], sentence[start:end], sentence[end:])
        before, marked, after = (self.clean_part(part) for part in parts)
        left, right = cell_len(before), cell_len(after)
        spare = max(room - cell_len(marked), 16)
        if left + right > spare:
            keep_left = max(spare // 2, spare - right)
            keep_right = spare - min(left, keep_left)
            dots = self.sign("…", "...")
            if left > keep_left:
                before = dots + _from_clause(last_cells(before, keep_left - 2))
            if right > keep_right:
                after = first_cells(after, keep_right - 2) + dots
        return before.lstrip(), marked, after.rstrip()

    def clean_part(self, text: str) -> str:
        """The cleaned text with one space where it began or ended with white space."""
        return (" " if text[:1].isspace() else "") + self.clean(text) + (" " if text[1:] and text[-1].isspace() else "")

    def print(self, *parts: RenderableType) -> None:
        """The parts stand on the page, one under the other."""
        for part in parts:
            self.console.print(part, soft_wrap=False, highlight=False, markup=False, emoji=False)


def open_page(view: View) -> tuple[Page, io.StringIO]:
    """A page as wide and as colourful as the reader's end is, and the text that will be on it."""
    paper = _Paper(view.encoding)
    if view.stream is None:
        console = Console(file=paper, width=view.width or 80, color_system=None, legacy_windows=False)
    else:
        end = Console(file=view.stream)
        console = Console(
            file=paper,
            width=view.width or end.width,
            force_terminal=end.is_terminal and not end.legacy_windows,
            color_system=end.color_system,  # type: ignore[arg-type]  # rich gives back the name that it takes
            no_color=end.no_color,
            legacy_windows=False,
        )
    colour = console.color_system is not None and not console.no_color
    return page_on(console, view, colour), paper


def page_on(console: Console, view: View, colour: bool) -> Page:
    """The page of a console, in English where the reader's end lacks characters of the view's language."""
    page = Page(view.lang, max(console.width, NARROWEST), view.encoding, colour, console)
    every_word = "".join(words[view.lang] for words in WORDS.values())
    return page if page.can_show(every_word) else replace(page, lang="en")


def lines_of(paper: io.StringIO) -> str:
    """What is on the paper, without blanks at the ends of lines."""
    return re.sub(r" +$", "", paper.getvalue(), flags=re.MULTILINE)


class _Paper(io.StringIO):
    """Text in memory that says which encoding it will have."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def line_starts(text: str, width: int, whole: tuple[int, int] = (0, 0)) -> list[int]:
    """Where new lines begin: not before closing punctuation, nor in a number, a Latin word or `whole` if that fits."""
    starts: list[int] = []
    used = 0
    for start, end in _unbreakable(text, whole):
        size = cell_len(text[start:end])
        if text[start:end].isspace():
            used += size
            continue
        if used and used + size > width:
            starts.append(start)
            used = 0
        while size > width:
            start += len(first_cells(text[start:end], width)) or 1
            starts.append(start)
            size = cell_len(text[start:end])
        used += size
    return [start for start in starts if start < len(text)]


def _unbreakable(text: str, whole: tuple[int, int]) -> list[tuple[int, int]]:
    units: list[tuple[int, int]] = []
    for match in UNITS.finditer(text):
        start, end = match.span()
        inside = whole[0] < start < whole[1]
        if units and (inside or text[start] in NO_LINE_START or text[start - 1] in NO_LINE_END):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units


def first_cells(text: str, cells: int) -> str:
    """The longest beginning that fits."""
    for index, char in enumerate(text):
        cells -= cell_len(char)
        if cells < 0:
            return text[:index]
    return text


def last_cells(text: str, cells: int) -> str:
    """The longest end that fits."""
    for index in range(len(text) - 1, -1, -1):
        cells -= cell_len(text[index])
        if cells < 0:
            return text[index + 1 :]
    return text


def _from_clause(text: str) -> str:
    """The text from its first clause on, where that leaves at least half of it."""
    for index, char in enumerate(text[: len(text) // 2]):
        if char in "，。；：？！":
            return text[index + 1 :]
    return text


def plain_table() -> Table:
    """A table with no line but the one under its head."""
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), header_style="dim",
                 border_style="dim")  # fmt: skip
