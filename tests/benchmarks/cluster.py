"""How a scan does on a Dask cluster: `python tests/benchmarks/cluster.py 1000 --memory-limit 300MB`.

Makes a corpus (tests/benchmarks/corpus.py) and scans it on a real scheduler of the loopback address with one real
worker of one thread, then with two. Prints, for each, how fast the articles are read on the clock, how many times as
fast two are, the seconds of the workers' processors, the most memory that a worker had and how many were ended, as Dask
does at 95% of the limit, and what all readings of the corpus would take at once. The findings of both runs must be the
same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import write
from distributed import Client

from consistency.scanning import Scan, scan
from consistency.scanning.cluster import cluster
from consistency.scanning.work import load, unpacked

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Measured:
    """What one run took: seconds until all articles were read, and of the workers' processors; MB of a worker."""

    read: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    ended: int = 0


def started(kind: str, *options: str, folder: Path) -> subprocess.Popen[bytes]:
    """A process of Dask's, which writes to a log in the folder."""
    with (folder / f"{kind}.log").open("ab") as log:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *options, "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


@contextmanager
def workers_of(count: int, limit: str, folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with so many workers, and their process numbers."""
    note = folder / "scheduler.json"
    running = [started("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(note), folder=folder)]
    try:
        while not note.exists():
            time.sleep(0.1)
        options = ("--nthreads", "1", "--memory-limit", limit, "--scheduler-file", str(note))
        running += [started("worker", *options, folder=folder) for _ in range(count)]
        address = json.loads(note.read_text())["address"]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=60)
            pids = list(client.run(os.getpid).values())
        yield address, pids
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def processor_seconds(pids: list[int]) -> float:
    """What the processes have used of the processors."""
    stats = [Path(f"/proc/{pid}/stat") for pid in pids]
    cells = [stat.read_text().rpartition(")")[2].split() for stat in stats if stat.exists()]
    return sum(int(cell[11]) + int(cell[12]) for cell in cells) / TICKS


def peak(pid: int) -> float:
    """The most memory that a process had, in MB."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]  # it was ended by its nanny
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def measured(corpus: Path, count: int, limit: str, folder: Path) -> tuple[Measured, Scan]:
    """A scan of the corpus by so many workers; they have read a few articles before the time is taken."""
    taken = Measured()
    with workers_of(count, limit, folder) as (address, pids):
        warm = folder / "warm.jsonl"
        warm.write_text("".join(corpus.read_text("utf-8").splitlines(keepends=True)[: 150 * count]), "utf-8")
        for source, work in ((warm, folder / "warm"), (corpus, folder / "work")):
            workers, width = cluster(address)
            begun, before = time.perf_counter(), processor_seconds(pids)

            def progress(stage: str, share: float, begun: float = begun, before: float = before) -> None:
                taken.memory = max(taken.memory, *map(peak, pids))
                if stage == "read":
                    taken.read, taken.cpu = time.perf_counter() - begun, processor_seconds(pids) - before

            found = scan(str(source), work, workers=workers, width=width, progress=progress)
    taken.ended = (folder / "worker.log").read_text().count("Restarting...")
    return taken, found


def all_at_once(work: Path) -> float:
    """How much memory all readings of a scan take when they are held at once, in MB."""
    held, before = [], resident()
    for index in sorted(work.glob("read-*.index")):
        packed = index.with_suffix(".articles").read_bytes()
        for entry in load(index)[0]:
            held.append(unpacked(zlib.decompress(packed[entry.place.start : entry.place.end])))
    return resident() - before


def resident() -> float:
    """The memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    """The table; the exit status is 1 where two workers find other bytes than one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--memory-limit", default="400MB")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    chosen = parser.parse_args()
    print(f"| workers of {chosen.memory_limit} | read in | articles/s | × | CPU seconds | peak MB of one | ended |")
    print("|---" * 7 + "|")
    found, first = [], 0.0
    with TemporaryDirectory() as passing:
        corpus = Path(passing) / "corpus.jsonl"
        write(chosen.articles, corpus, 1)
        for count in chosen.workers:
            folder = Path(passing) / str(count)
            folder.mkdir()
            taken, result = measured(corpus, count, chosen.memory_limit, folder)
            speed = chosen.articles / taken.read
            first = first or speed
            print(
                f"| {count} | {taken.read:.0f} s | {speed:.1f} | {speed / first:.2f} | {taken.cpu:.0f}"
                f" | {taken.memory:.0f} | {taken.ended} |", flush=True,
            )  # fmt: skip
            found.append(b"".join(shard.read_bytes() for shard in result.shards))
        print(f"{len(found[0].splitlines())} findings; all readings at once: {all_at_once(folder / 'work'):.0f} MB")
    return int(any(one != found[0] for one in found))


if __name__ == "__main__":
    sys.exit(main())
