"""Where in a TOML file a key or value stands, so that an error can name it; a key that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from consistency.errors import ConfigError


@dataclass(frozen=True)
class Place:
    """Where in the file something stands, for the line that an error names."""

    file: str
    text: str
    keys: tuple[str, ...] = ()

    def at(self, key: str) -> Place:
        return Place(self.file, self.text, (*self.keys, key))

    def wrong(self, problem: str, remedy: str) -> ConfigError:
        """The error at this place: `consistency.toml:3: severity.update: …`."""
        key = ".".join(name if name.isprintable() else repr(name) for name in self.keys)
        key += ": " if key else ""
        return ConfigError(f"{self.file}{self._line()}", f"{key}{problem}", remedy)

    def _line(self) -> str:
        for key in reversed(self.keys):
            name = re.escape(key)
            pattern = rf"""^[ \t]*(?:\[+[ \t]*)?(?:[\w.-]+\.)?["']?{name}["']?[ \t]*[=\].]"""
            if match := re.search(pattern, self.text, re.M):
                return f":{self.text.count(chr(10), 0, match.start()) + 1}"
        return ""


def known(table: Mapping[str, Any], names: Collection[str], place: Place) -> list[tuple[str, Any]]:
    """The entries of a table; raises ConfigError where a key is none of `names`."""
    for name in table:
        if name not in names:
            close = get_close_matches(name.replace("_", "-").lower(), names, 1)
            remedy = f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(names)}"
            raise place.at(name).wrong("unknown key", remedy)
    return list(table.items())
