"""The configuration file: found upwards from the draft, read into `Settings`, each wrong key or value one clear line.

It is `consistency.toml`, or the table `[tool.consistency]` of a `pyproject.toml`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from consistency.errors import ConfigError
from consistency.model.settings import Settings
from consistency.settings.files import text_of, toml, upwards
from consistency.settings.place import Place, known
from consistency.settings.values import READERS

OWN, SHARED = "consistency.toml", "pyproject.toml"
KEYS = {one.name.replace("_", "-"): one for one in fields(Settings)}


@dataclass(frozen=True)
class Loaded:
    """Settings, and the file that each key that is not the default comes from, as `file:key`."""

    settings: Settings = field(default_factory=Settings)
    origins: Mapping[str, str] = field(default_factory=dict)
    path: str | None = None


def load(start: str = ".", path: str | None = None) -> Loaded:
    """The settings of the file `path`, else of the first one found upwards from `start`, else the defaults."""
    found = (path, _table(path)) if path else _find(start)
    if found is None or found[1] is None:
        if path:
            raise ConfigError(path, "has no table [tool.consistency]", "add one, or name another file with --config")
        return Loaded()
    file, (table, text) = found[0], found[1]
    place = Place(file, text)
    values = {
        name: READERS[KEYS[name].metadata["kind"]](value, place.at(name)) for name, value in known(table, KEYS, place)
    }
    origins = {name: f"{file}:{name}" for name in values}
    return Loaded(Settings(**{KEYS[name].name: value for name, value in values.items()}), origins, file)


def _find(start: str) -> tuple[str, tuple[dict[str, Any], str] | None] | None:
    for folder in upwards(start):
        for name in (OWN, SHARED):
            if os.path.isfile(file := folder / name) and (found := _table(str(file))) is not None:
                return str(file), found
    return None


def _table(path: str) -> tuple[dict[str, Any], str] | None:
    """The keys of a file, and its text; None for a pyproject.toml that says nothing of this program."""
    text = text_of(path)
    if Path(path).name != SHARED:
        return toml(path, text), text
    if "tool.consistency" not in text:
        return None
    tool = toml(path, text).get("tool")
    table = tool.get("consistency") if isinstance(tool, dict) else None
    return (table, text) if isinstance(table, dict) else None
