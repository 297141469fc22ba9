"""The work folder of a scan: what is done already, in whole files, for this very corpus and program."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import shutil
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import consistency
from consistency.errors import ConsistencyError


def program() -> str:
    """What tells this program from a changed one: its modules and tables."""
    root, digest = Path(consistency.__file__).parent, hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in (".py", ".tsv", ".txt")):
        digest.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def prepare(work: Path, state: dict[str, str]) -> bool:
    """Whether the work folder holds a part of this very scan; what another one left is removed."""
    note = work / "scan.json"
    try:
        if note.exists() and json.loads(note.read_text("utf-8")) == state:
            return True
        if work.exists() and any(work.iterdir()) and not note.exists():
            raise ConsistencyError(f"{work}: it is no work folder of a scan; move it away or choose another --output")
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        write(note, json.dumps(state).encode())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConsistencyError(f"{work}: cannot be used ({why}); choose another --output") from error
    return False


def write(path: Path, data: bytes) -> None:
    """The file is there whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(data)
    os.replace(part, path)


def load(path: Path) -> Any:
    """What was written there as a pickle."""
    return unpacked(path.read_bytes())


def unpacked(data: bytes) -> Any:
    """What a pickle of this program holds: values of its own types; anything else (code to run) is refused."""
    return _Own(io.BytesIO(data)).load()


# What a scan's values are made of beside the program's own types.
_PLAIN = {("builtins", "frozenset"), ("builtins", "set"), ("collections", "Counter"), ("collections", "defaultdict")}
_ARRAYS = {("array", "array"), ("array", "_array_reconstructor")}
_TIMES = {("datetime", name) for name in ("datetime", "date", "timedelta", "timezone")}


class _Own(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A type that may stand in a work folder; a folder from elsewhere can name nothing that acts."""
        if (module, name) in _PLAIN | _ARRAYS | _TIMES:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("consistency.") else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple)):
            return found
        raise ConsistencyError(f"the work folder holds {module}.{name}, which no scan writes; remove the folder")
