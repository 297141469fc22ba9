"""A progress bar on standard error, for a person who has been waiting for more than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from consistency.report.words import say

PATIENCE = 1.0  # seconds


class Waiting:
    """Called with what is done and what there is to do; draws nothing for quick work or where nobody watches."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Progress | None = None

    def __enter__(self) -> Waiting:
        return self

    def __call__(self, done: int, total: int) -> None:
        if not self._watched or time.monotonic() - self._start < PATIENCE:
            return
        if self._bar is None:
            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task("consistency", total=total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done, total=total)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()


STAGES = {"read": "reading", "group": "grouping", "compare": "comparing"}


class Stages:
    """The stages of a scan, a bar each with the time that is left; told by the stage and its share done."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._bars = Progress(
            TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(),
            TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Stages:
        return self

    def __call__(self, stage: str, share: float) -> None:
        if stage not in self._tasks:
            for earlier in self._tasks.values():
                self._bars.update(earlier, completed=1.0)
            total = None if stage == "group" else 1.0
            self._tasks[stage] = self._bars.add_task(say(STAGES[stage], self._lang), total=total)
            self._bars.start()  # only now, since processes are forked before the first stage
        self._bars.update(self._tasks[stage], completed=share)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()
