"""Reporters: each format is one module and one row of `FORMATS`, loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TextIO, cast

if TYPE_CHECKING:
    from consistency.model.explanation import Explanation
    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article
    from consistency.wording import Lang


@dataclass(frozen=True)
class Row:
    """A format's module below `consistency.report`, and the functions of `Format` that it offers.

    `binary` says that it is no text for a screen; `needs` is the library that the extra of its name installs.
    """

    module: str
    offers: tuple[str, ...] = ("report",)
    binary: bool = False
    needs: str | None = None


FORMATS = {
    "terminal": Row("terminal", ("report", "facts", "explanation")),
    "json": Row("as_json", ("report", "facts", "explanation")),
    "html": Row("html"),
    "jsonl": Row("jsonl", ("report", "facts")),
    "markdown": Row("markdown"),
    "csv": Row("as_csv", ("report", "facts")),
    "xlsx": Row("xlsx", ("report", "facts"), binary=True, needs="xlsxwriter"),
    "sarif": Row("sarif"),
    "github": Row("github"),
    "gitlab": Row("gitlab"),
    "junit": Row("junit"),
    "rdjson": Row("rdjson"),
}


@dataclass(frozen=True)
class View:
    """How the reader will see the output.

    `stream` is where it goes (None: a file, in UTF-8 and without colour); `width` None is the console's own;
    `hidden` counts the findings that were left out by the user's selection, `narrowed` says that disagreements are
    among them; `compared` is False where nothing could be compared (with the draft, if there is one); `failing` are the
    ids of the findings that make the exit status 1 (None: the command gates on nothing); `explain` asks for the
    weights behind each finding.
    """

    lang: Lang = "zh"
    stream: TextIO | None = None
    width: int | None = None
    hidden: int = 0
    narrowed: bool = False
    compared: bool = True
    failing: frozenset[str] | None = None
    explain: bool = False

    @property
    def encoding(self) -> str:
        """The encoding that the reader's end understands."""
        return getattr(self.stream, "encoding", None) or "utf-8"


class Format(Protocol):
    """What a format module may offer: the whole output, as a text that ends in a line feed or as bytes of a file."""

    def report(self, report: Report, view: View) -> str | bytes:
        """The report."""

    def facts(self, readings: Sequence[tuple[Article, list[Fact]]], view: View) -> str | bytes:
        """The facts of each article."""

    def explanation(self, explanation: Explanation, view: View) -> str | bytes:
        """Why two lines were compared or not."""


def reporter(name: str) -> Format:
    """The module of a format in `FORMATS`."""
    return cast(Format, import_module(f"consistency.report.{FORMATS[name].module}"))
