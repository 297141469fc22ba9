"""Where output goes: a stream that may be closed or unable to encode, or a file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from consistency.errors import ConsistencyError


class OutputError(ConsistencyError):
    """Output that cannot be written."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(f"{name}: cannot be written ({error.strerror or error}); choose another place for it")


def to_stream(text: str | bytes, stream: TextIO | None) -> bool:
    """Whether somebody still reads: the text is written and flushed, a question mark for what cannot be encoded."""
    if stream is None or stream.closed:
        return False
    try:
        binary = getattr(stream, "buffer", None)
        if binary is not None:
            stream.flush()
            binary.write(text if isinstance(text, bytes) else text.encode(stream.encoding or "utf-8", "replace"))
        elif isinstance(text, str):
            stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _discard(stream)
        return False
    except OSError as error:
        _discard(stream)
        raise OutputError("standard output", error) from error
    return True


def to_file(text: str | bytes, path: str) -> None:
    """The file holds the whole text in UTF-8, or what it held before."""
    with whole_file(path) as file:
        file.write(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))


@contextmanager
def whole_file(path: str) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of what the path held when all is written."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():  # a device or a named pipe (or a folder, which is an error)
            with target.open("wb") as file:
                yield file
        else:
            with _replacing(target) as file:
                yield file
    except OSError as error:
        raise OutputError(path, error) from error


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    import tempfile  # only where a file is written

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _discard(stream: TextIO) -> None:
    """Nothing more goes to the stream, so that closing it at exit cannot fail again."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
    except (OSError, ValueError):
        return
