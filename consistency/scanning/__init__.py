"""A corpus scanned for disagreements: the stages of the pipeline over shards on disk, in parallel processes.

Articles are read in shards; the stories are found from their sketches; the stories are compared in batches. Each step
leaves whole files in the work folder and finds those of an earlier run, so that an interrupted scan goes on. What runs
the steps is an executor of `concurrent.futures`: processes of this machine, or a cluster that sees the work folder.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from consistency.articles.corpus import Item, fingerprint, items
from consistency.errors import ConsistencyError
from consistency.model.scan import Summary
from consistency.scanning.tasks import SHARD, compare, group, read_shard
from consistency.scanning.work import load, prepare, program
from consistency.wording import Lang

AHEAD = 3  # tasks that wait for each process

Stage = Literal["read", "group", "compare"]
Progress = Callable[[Stage, float], None]


@dataclass(frozen=True)
class Scan:
    """What a scan found: `shards` are files of JSON lines, a finding each, in order; `faults` what was skipped."""

    shards: tuple[Path, ...]
    summary: Summary
    faults: tuple[str, ...]
    resumed: bool


def scan(
    corpus: str, work: Path, *, lang: Lang = "zh", progress: Progress | None = None,
    workers: Callable[[], AbstractContextManager[Executor]], width: int,
) -> Scan:  # fmt: skip
    """The disagreements of a corpus, the same whatever runs it; `width` tasks run at a time.

    The work folder holds what is done: a later call with the same corpus, language and program goes on from there.
    """
    progress = progress or (lambda stage, share: None)
    resumed = prepare(work, {"corpus": fingerprint(corpus), "program": program(), "lang": lang})
    with workers() as executor:
        try:
            faults = _read_all(corpus, work, executor, width, progress)
            progress("group", 0.0)
            batches = executor.submit(group, work, len(faults)).result()
            calls = ((work, number, lang) for number in range(batches))
            told = {}
            for done, (number, summary) in enumerate(_each(executor, compare, calls, width), 1):
                told[number] = summary
                progress("compare", done / batches)
        except BrokenExecutor:
            raise ConsistencyError(
                f"{corpus}: a process was ended from outside (too little memory?); the same command goes on from here"
            ) from None
    lines = [line for number in sorted(faults) for line in faults[number]]
    whole = sum((told[number] for number in sorted(told)), load(work / "stories")[0])
    shards = tuple(work / f"found-{number:06d}.jsonl" for number in range(batches))
    return Scan(shards, replace(whole, skipped=len(lines)), tuple(lines), resumed)


def processes(width: int) -> Callable[[], AbstractContextManager[Executor]]:
    """So many processes of this machine."""

    @contextmanager
    def begun() -> Iterator[Executor]:
        with _Processes(width, initializer=_begin) as executor:
            try:
                yield executor
            except BaseException:  # Ctrl-C too: what waits for a process is not begun
                executor.shutdown(wait=True, cancel_futures=True)
                raise

    return begun


class _Processes(ProcessPoolExecutor):
    """Processes that Ctrl-C ends without a word from their first moment on: they begin when a task is submitted."""

    def submit(self, *task: Any, **named: Any) -> Future[Any]:
        with _held_back():
            return super().submit(*task, **named)


@contextmanager
def _held_back() -> Iterator[None]:
    """Within it Ctrl-C waits, and in a process that begins in it, until that one has said how it takes it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends a process at once; what it had not written is lost
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    from consistency.tokens import known

    known("")  # loads the dictionary


def _each(executor: Executor, task: Callable[..., Any], calls: Iterable[tuple[Any, ...]], width: int) -> Iterator[Any]:
    """The results of a task over all calls, as they come; few are under way at a time."""
    waiting: set[Future[Any]] = set()
    for call in calls:
        waiting.add(executor.submit(task, *call))
        if len(waiting) >= width * AHEAD:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def _read_all(
    corpus: str, work: Path, executor: Executor, width: int, progress: Progress
) -> dict[int, list[str]]:  # fmt: skip
    """For each shard what could not be read."""
    share = 0.0

    def calls() -> Iterator[tuple[Path, int, list[Item] | None]]:
        nonlocal share
        shard: list[Item] = []
        number = 0
        for item, read in items(corpus):
            share = read
            shard.append(item)
            if len(shard) == SHARD:
                yield work, number, None if (work / f"read-{number:06d}.index").exists() else shard
                number, shard = number + 1, []
        if shard:
            yield work, number, None if (work / f"read-{number:06d}.index").exists() else shard

    faults = {}
    for number, found in _each(executor, read_shard, calls(), width):
        faults[number] = found
        progress("read", share)
    return faults
