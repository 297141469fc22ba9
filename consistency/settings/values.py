"""A value of the configuration as TOML has it -> as `Settings` holds it: one reader for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from consistency.model.findings import FIELDS, SEVERITIES
from consistency.report import FORMATS
from consistency.report.words import LANGUAGES
from consistency.settings.files import from_here
from consistency.settings.place import Place, known

_VERDICTS = ("conflict", "update", "unsupported")
_LEVELS = (*SEVERITIES, "never")
_KINDS_OF_TITLE = ("post", "role")
_MISSING = object()
# The columns of the tables of the lexicon, and what stands in one that is left out.
UNIT = {"code": _MISSING, "dimension": _MISSING, "factor": 1, "words": _MISSING}
TITLE = {"title": _MISSING, "normal": "", "ladder": "", "kind": "post"}


def _text(value: Any, place: Place) -> str:
    if not isinstance(value, str) or not value.strip():
        raise place.wrong(f"{_shown(value)} is no text", "write a text in quotation marks")
    return value.strip()


def _texts(value: Any, place: Place) -> tuple[str, ...]:
    """A text, or a list of texts."""
    if isinstance(value, list):
        return tuple(_text(one, place) for one in value)
    return (_text(value, place),)


def _among(value: Any, choices: tuple[str, ...], place: Place) -> str:
    if value not in choices:
        raise place.wrong(f"{_shown(value)} is unknown", _remedy(value, choices))
    return str(value)


def _mapping(value: Any, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise place.wrong(f"{_shown(value)} is no table", "write it as a table of key = value")
    return value


def _fields(value: Any, place: Place) -> tuple[str, ...]:
    found = tuple(_among(one, FIELDS, place) for one in _texts(value, place))
    if not found:
        raise place.wrong("names no field", f"choose from {', '.join(FIELDS)}, or leave it out")
    return found


def _path(value: Any, place: Place) -> str:
    """A path that stands in the file relative to the file's folder."""
    return from_here(Path(place.file).absolute().parent / _text(value, place))


def _by_field(value: Any, names: tuple[str, ...], read: Callable[[Any, Place], Any], place: Place) -> dict[str, Any]:
    """A table whose keys are `names`, each of a field too: `[thresholds.figure] error`, keyed `figure.error`."""
    found: dict[str, Any] = {}
    for name, its in known(_mapping(value, place), (*names, *FIELDS), place):
        if name in FIELDS and isinstance(its, dict):
            inner = place.at(name)
            found |= {f"{name}.{key}": read(one, inner.at(key)) for key, one in known(its, names, inner)}
        elif name in FIELDS and "error" in names:
            raise place.at(name).wrong(f"{_shown(its)} is no table", f"write {name}.error = 0.8")
        else:
            found[name] = read(its, place.at(name))
    return found


def _confidence(value: Any, place: Place) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise place.wrong(f"{_shown(value)} is no confidence", "write a number from 0 to 1")
    return float(value)


def _severity(value: Any, place: Place) -> dict[str, Any]:
    return _by_field(value, _VERDICTS, lambda one, its: _among(one, SEVERITIES, its), place)


def _thresholds(value: Any, place: Place) -> dict[str, Any]:
    return _by_field(value, SEVERITIES, _confidence, place)


def level(entry: str) -> str:
    """What is wrong with a LEVEL or FIELD=LEVEL of `fail-on`; empty where nothing is."""
    name, equals, its = entry.rpartition("=")
    if equals and name not in FIELDS:
        return f"{name!r} is no field; {_remedy(name, FIELDS)}"
    return "" if its in _LEVELS else f"{its!r} is no level; {_remedy(its, _LEVELS)}"


def _remedy(name: object, choices: tuple[str, ...]) -> str:
    close = get_close_matches(name, choices, 1) if isinstance(name, str) else []
    return f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(choices)}"


def _levels(value: Any, place: Place) -> tuple[str, ...]:
    entries = _texts(value, place)
    for entry in entries:
        if problem := level(entry):
            raise place.wrong(*problem.split("; ", 1))
    return entries


def _formats(value: Any, place: Place) -> tuple[str, ...]:
    found = []
    for entry in _texts(value, place):
        name, colon, path = entry.partition(":")
        found.append(_among(name, tuple(FORMATS), place) + colon + (path and _path(path, place)))
    return tuple(found)


def _words(value: Any, place: Place) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, its in _mapping(value, place).items():
        words = _texts(its, place.at(name))
        if spaced := next((word for word in words if len(word.split()) > 1), None):
            raise place.at(name).wrong(f"{_shown(spaced)} holds a space", "write a list, one word in each text")
        found[_text(name, place)] = words
    return found


def _rows(columns: Mapping[str, Any]) -> Callable[[Any, Place], tuple[tuple[str, ...], ...]]:
    """A reader of a list of tables that have these columns; `_MISSING` marks one that must be given."""

    def read(value: Any, place: Place) -> tuple[tuple[str, ...], ...]:
        if not isinstance(value, list):
            raise place.wrong(f"{_shown(value)} is no list of tables", f"write [[{place.keys[-1]}]] over each")
        found = []
        for entry in value:
            row = {**columns, **dict(known(_mapping(entry, place), columns, place))}
            for column, cell in row.items():
                if cell is _MISSING:
                    raise place.wrong(f"{_shown(entry)} lacks {column!r}", f"write {column} = …")
            found.append(tuple(_cell(column, cell, place.at(column)) for column, cell in row.items()))
        return tuple(found)

    return read


def _cell(column: str, value: Any, place: Place) -> str:
    """The text of one cell of a table of the lexicon."""
    if column == "factor":
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < float("inf"):
            raise place.wrong(f"{_shown(value)} is no factor", "write a number above 0")
        return repr(float(value))
    if column == "kind":
        return _among(value, _KINDS_OF_TITLE, place)
    if column == "words":
        return " ".join(_texts(value, place))
    return "" if value == "" else _text(value, place)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


READERS: dict[str, Callable[[Any, Place], Any]] = {
    "paths": lambda value, place: tuple(_path(one, place) for one in _texts(value, place)),
    "path": _path,
    "fields": _fields,
    "severity": _severity,
    "thresholds": _thresholds,
    "levels": _levels,
    "formats": _formats,
    "language": lambda value, place: _among(value, LANGUAGES, place),
    "tiers": lambda value, place: tuple(_texts(one, place) for one in (value if isinstance(value, list) else [value])),
    "words": _words,
    "units": _rows(UNIT),
    "titles": _rows(TITLE),
}
