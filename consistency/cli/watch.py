"""`--watch`: a command runs again whenever one of its files is saved, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from consistency.articles.files import FORMATS
from consistency.cli.console import complain
from consistency.errors import ConsistencyError
from consistency.report.words import say

_SETTINGS = (".toml",)  # a configuration or waiver file beside the articles
_QUIET = 300  # milliseconds without a change after which what was saved is whole


def watchable(*names: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """A command with the option `--watch`; `names` are its parameters that hold the paths it reads."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def run(*, watch: bool, **chosen: Any) -> int:
            if not watch:
                return command(**chosen)
            given = [chosen[name] for name in names]
            paths = [path for one in given for path in ((one,) if isinstance(one, str) else one)]
            written = [output.path for output in chosen["outputs"] if output.path] + [chosen.get("svg") or ""]
            return _watch(paths, written, lambda: command(**chosen), chosen["lang"])

        return click.option("--watch", is_flag=True, help="Run again whenever a file is saved, until Ctrl-C.")(run)

    return decorate


def _watch(paths: list[str], written: list[str], command: Callable[[], int], lang: str) -> int:
    """Never returns but by an interruption; what goes wrong in one round is a line, and the next round may be well."""
    if "-" in paths:
        raise ConsistencyError("-: standard input cannot be watched; name a file")
    try:
        from watchfiles import watch
    except ImportError:
        raise ConsistencyError("--watch needs watchfiles; run: pip install 'consistency[watch]'") from None
    own = {os.path.realpath(path) for path in written if path}

    def matters(change: object, path: str) -> bool:
        name = os.path.basename(path)
        if os.path.realpath(path) in own or name.startswith((".", "~$")):
            return False
        if os.path.splitext(name)[1].lower() not in (*FORMATS, *_SETTINGS):
            return False
        return name.endswith(_SETTINGS) or _is_of(paths, path)

    while True:
        folders = _folders(paths)
        if not folders:
            raise ConsistencyError(f"{paths[0]}: no such folder to watch; check the spelling of the path")
        changes = watch(
            *folders, watch_filter=matters, debounce=2000, step=_QUIET, recursive=False, yield_on_timeout=True,
            rust_timeout=_QUIET,
        )  # fmt: skip
        next(changes)  # it watches from the first step on, and what is saved while the command runs must not be missed
        _round(command, lang)
        for changed in changes:
            if _folders(paths) != folders:
                break  # a folder came or went: watch anew
            if changed:
                _round(command, lang)


def _round(command: Callable[[], int], lang: str) -> None:
    if sys.stdout.isatty():
        click.clear()
    try:
        command()
    except ConsistencyError as error:
        complain(str(error))
    complain(say("watching", lang, time=f"{datetime.now():%H:%M:%S}"))


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
