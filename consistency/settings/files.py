"""Files beside the drafts: found upwards from one, read as UTF-8 and TOML, each fault one clear line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from consistency.errors import ConfigError


def upwards(start: str) -> Iterator[Path]:
    """The folder of a file (or the folder itself) and those above it, as they can be opened from here."""
    first = Path(start if start != "-" else ".")
    absolute = first.absolute() if first.is_dir() else first.absolute().parent
    for folder in (absolute, *absolute.parents):
        yield Path(from_here(folder))


def from_here(path: Path) -> str:
    """The path relative to the working directory, where it lies in it or not far above."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.count("..") > 3 else relative


def toml(path: str, text: str) -> dict[str, Any]:
    """The content of a TOML file; raises ConfigError with the line where it is not well formed."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        what = re.sub(r" \(at .*\)$", "", str(error)).lower()
        raise ConfigError(
            f"{path}:{line[1]}" if line else path,
            f"is no TOML ({what})",
            "mend the line; a key in Chinese stands in quotation marks",
        ) from None


def text_of(path: str) -> str:
    """The text of a file that must be UTF-8; raises ConfigError where it cannot be read."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        problem = f"cannot be read ({(error.strerror or str(error)).lower()})"
        raise ConfigError(path, problem, "check the path and its permissions") from None
    except ValueError:
        raise ConfigError(path, "is not in UTF-8", "save it as UTF-8") from None
