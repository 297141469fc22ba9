"""What a newsroom can set: one frozen dataclass whose fields are the table of keys that all else derives from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Any

from consistency.model.findings import FIELDS, Field, Severity

# From how certain on a conflict is an error, and a conflict or update a warning: in a report, and in a check, which
# asks the writer of a draft to act on it.
ERROR = 0.8, 0.85
WARNING = 0.0, 0.85
Rows = tuple[tuple[str, ...], ...]


def _key(kind: str, help: str, default: Any) -> Any:
    """A key of the configuration: the kind of its value (a row of `settings.READERS`), its default and its help."""
    about = {"kind": kind, "help": help}
    if isinstance(default, dict):
        return field(default_factory=default.copy, metadata=about)
    return field(default=default, metadata=about)


@dataclass(frozen=True)
class Settings:
    """What holds for a run: the defaults, what the configuration file says, and what the command line says.

    `severity` and `thresholds` are keyed by what they are for: a verdict or a level, a field, or both as
    `figure.update`. A row of `units` or `titles` has the columns of the table in `lexicon/`; `ranks` are patterns of
    outlets or paths, the highest rank first; paths stand as they can be opened from the working directory.
    """

    sources: tuple[str, ...] = _key("paths", "articles and folders that a draft is checked against", ())
    fields: tuple[Field, ...] = _key("fields", "the fields that are reported", FIELDS)
    severity: Mapping[str, Severity] = _key(
        "severity",
        "`error`, `warning` or `info` for a verdict (`conflict`, `update`, `unsupported`), for a field, "
        "or for a verdict of a field (`figure.update`)",
        {},
    )
    thresholds: Mapping[str, float] = _key(
        "thresholds",
        "the confidence from which a conflict is an `error` (if it is not set, 0.8 in `report` and 0.85 in `check`), a "
        "`warning` (0 and 0.85), and is listed at all (`info`); also of a field (`figure.error`)",
        {},
    )
    fail_on: tuple[str, ...] = _key(
        "levels", "the mildest finding that fails: `error`, `warning`, `info`, `never`, or `FIELD=LEVEL`", ("error",)
    )
    format: tuple[str, ...] = _key("formats", "what is written, `NAME` or `NAME:FILE`", ("terminal",))
    lang: str | None = _key("language", "`zh` or `en`; else the locale's", None)
    baseline: str | None = _key("path", "a file of findings that are known already and fail nothing", None)
    ranks: tuple[tuple[str, ...], ...] = _key(
        "tiers", "whose word weighs more: patterns of outlets or paths, the highest rank first", ()
    )
    aliases: Mapping[str, tuple[str, ...]] = _key("words", "the full name of a body, and its short forms", {})
    synonyms: Mapping[str, tuple[str, ...]] = _key("words", "a word, and others for the same thing", {})
    units: tuple[tuple[str, ...], ...] = _key(
        "units", "own units: `code`, `dimension`, `factor`, `words`, as in `lexicon/units.tsv`", ()
    )
    titles: tuple[tuple[str, ...], ...] = _key(
        "titles", "own titles: `title`, `normal`, `ladder`, `kind`, as in `lexicon/titles.tsv`", ()
    )

    @property
    def tables(self) -> dict[str, Rows]:
        """The newsroom's own rows, for the tables of the lexicon that they are laid over."""
        return {
            "aliases.tsv": tuple((name, " ".join(words)) for name, words in self.aliases.items()),
            "synonyms.tsv": tuple((word, " ".join(words)) for word, words in self.synonyms.items()),
            "units.tsv": self.units,
            "titles.tsv": self.titles,
        }

    def fails_on(self, field: Field) -> str:
        """The mildest severity that fails in a field, or `never`; the last word of `fail_on` on it holds."""
        level = "error"
        for entry in self.fail_on:
            name, _, its = entry.rpartition("=")
            level = its if not name else level
        return next((e.rpartition("=")[2] for e in reversed(self.fail_on) if e.startswith(f"{field}=")), level)

    def threshold(self, level: Severity, field: Field, of_draft: bool) -> float:
        """The confidence from which a finding of the field may be so severe, in the check of a draft or in a report."""
        default = {"error": ERROR[of_draft], "warning": WARNING[of_draft]}.get(level, 0.0)
        return self.thresholds.get(f"{field}.{level}", self.thresholds.get(level, default))

    def rank(self, outlet: str | None, path: str) -> int | None:
        """The rank of an article, 1 the highest; None where no pattern is of its outlet or its path."""
        for number, patterns in enumerate(self.ranks, 1):
            if any(fnmatchcase(outlet or "", one) or PurePath(path).match(one) for one in patterns):
                return number
        return None
