"""`--watch`: a command runs again whenever one of its files is saved, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from consistency.articles.files import FORMATS
from consistency.cli.configured import ARGUMENTS
from consistency.cli.console import INTERRUPTED, complain
from consistency.errors import ConsistencyError
from consistency.report.words import say

_SETTINGS = (".toml",)  # a configuration or waiver file beside the articles
_QUIET = 300  # milliseconds without a change after which what was saved is whole


def watchable(*names: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """A command with the option `--watch`; `names` are its parameters that hold the paths it reads.

    Each round reads the command line anew, and with it the configuration file that sets what the line does not.
    """

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def run(*, watch: bool, **chosen: Any) -> int:
            if not watch:
                return command(**chosen)
            try:
                return _watch(names, click.get_current_context())
            except KeyboardInterrupt:  # the line on waiting has said how it ends
                click.echo(err=True)
                return INTERRUPTED

        return click.option("--watch", is_flag=True, help="Run again whenever a file is saved, until Ctrl-C.")(run)

    return decorate


@dataclass(frozen=True)
class _Watched:
    """What a run reads, the folders in which that lies, and what it writes, which is no change."""

    paths: tuple[str, ...]
    folders: tuple[str, ...]
    written: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str], ctx: click.Context) -> _Watched:
        given = [ctx.params[name] for name in names]
        paths = [path for one in given for path in ((one,) if isinstance(one, str) else one)]
        settings = [path for path in (ctx.obj.path, ctx.params["baseline"]) if path]
        outputs = [output.path for output in ctx.params["outputs"]] + [ctx.params["svg"], ctx.params["write_baseline"]]
        return cls(
            (*paths, *settings), tuple(_folders([*paths, *settings])),
            frozenset(os.path.realpath(path) for path in outputs if path),
        )  # fmt: skip

    def matters(self, change: object, path: str) -> bool:
        """Whether a change of a file may change what is found."""
        name = os.path.basename(path)
        if os.path.realpath(path) in self.written or name.startswith((".", "~$")):
            return False
        suffix = os.path.splitext(name)[1].lower()
        if suffix in (*FORMATS, *_SETTINGS):
            return suffix in _SETTINGS or _is_of(self.paths, path)
        return os.path.realpath(path) in map(os.path.realpath, self.paths)


def _watch(names: tuple[str, ...], ctx: click.Context) -> int:
    """Never returns but by an interruption; what goes wrong in one round is a line, and the next round may be well."""
    now = _Watched.of(names, ctx)
    if "-" in now.paths:
        raise ConsistencyError("-: standard input cannot be watched; name a file")
    try:
        from watchfiles import watch
    except ImportError:
        raise ConsistencyError("--watch needs watchfiles; run: pip install 'consistency[watch]'") from None
    while True:
        if not now.folders:
            raise ConsistencyError(f"{now.paths[0]}: no such folder to watch; check the spelling of the path")
        changes = watch(
            *now.folders, watch_filter=now.matters, debounce=2000, step=_QUIET, recursive=False, yield_on_timeout=True,
            rust_timeout=_QUIET,
        )  # fmt: skip
        next(changes)  # it watches from the first step on, and what is saved while the command runs must not be missed
        _round(ctx)
        for changed in changes:
            if changed:
                again = _anew(ctx)
                if again is None:
                    continue
                ctx = again
            before, now = now, _Watched.of(names, ctx)
            if before != now:
                break  # a folder came or went, or the configuration names others: watch anew
            if changed:
                _round(ctx)


def _anew(ctx: click.Context) -> click.Context | None:
    """The command line read again with what the configuration says now; None where that cannot be read."""
    with _lines():
        return ctx.command.make_context(ctx.info_name, list(ctx.meta[ARGUMENTS]), parent=ctx.parent)
    _wait(ctx)
    return None


def _round(ctx: click.Context) -> None:
    if sys.stdout.isatty():
        click.clear()
    ctx.params["watch"] = False
    with _lines():
        ctx.command.invoke(ctx)
    _wait(ctx)


def _wait(ctx: click.Context) -> None:
    complain(say("watching", ctx.params["lang"], time=f"{datetime.now():%H:%M:%S}"))


@contextmanager
def _lines() -> Iterator[None]:
    """Within it what is wrong with the input is one line, and no end."""
    try:
        yield
    except click.ClickException as error:
        complain(error.format_message())
    except ConsistencyError as error:
        complain(str(error))


def _is_of(paths: Iterable[str], path: str) -> bool:
    """Whether a file is one of the paths, or lies in a folder that is."""
    real = os.path.realpath(path)
    return any(os.path.commonpath((real, of)) == of for of in map(os.path.realpath, paths))


def _folders(paths: Iterable[str]) -> list[str]:
    """The folders that hold the paths' files, each once; a file is watched by its folder, which sees it replaced."""
    found: dict[str, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            for folder, inside, _ in os.walk(path):
                inside[:] = [name for name in inside if not name.startswith(".")]
                found[folder] = None
        elif path.parent.is_dir():
            found[str(path.parent)] = None
    return sorted(found)
