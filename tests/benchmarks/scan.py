"""How a scan grows with its corpus, and how well it does: `python tests/benchmarks/scan.py 1000 10000`.

Makes a corpus of each size (tests/benchmarks/corpus.py), scans it in processes of its own and prints a table in
Markdown with the ratios to the row before: seconds on the clock and of the processors, peak memory of all processes
together (their own pages; shared ones once), pairs of facts compared for each fact. Then, for the last size, how many
of the planted disagreements that are found when their event is run alone are found in the scan (of at most `--alone`
events), and how many findings lie across events.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus import write

from consistency import pipeline
from consistency.articles.corpus import Row, article_of
from consistency.scanning import Scan, processes, scan

Finding = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """What a scan took."""

    articles: int
    seconds: float
    cpu: float
    memory: float  # MB
    pairs: float


class Peak:
    """The most memory that this process and its children had at one time, in MB, looked at twice a second."""

    def __init__(self) -> None:
        self.peak, self._on = 0.0, True
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._on = False
        self._thread.join()

    def _watch(self) -> None:
        while self._on:
            self.peak = max(self.peak, sum(map(_proportional, [os.getpid(), *_children(os.getpid())])))
            time.sleep(0.5)


def _children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return found + [below for child in found for below in _children(child)]


def _proportional(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def measured(corpus: Path, work: Path, width: int) -> tuple[Measured, Scan]:
    """A scan of the corpus and what it took."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with Peak() as memory:
        found = scan(str(corpus), work, workers=processes(width), width=width)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    summary = found.summary
    pairs = summary.compared / max(1, summary.facts.total())
    return Measured(summary.articles, time.perf_counter() - start, cpu, memory.peak, pairs), found


def findings_of(shards: Iterable[Path]) -> list[Finding]:
    """All findings of a scan."""
    return [json.loads(line) for shard in shards for line in shard.read_text("utf-8").splitlines()]


def event_of(article: str) -> str:
    """The event that an article of the corpus tells of."""
    return article.partition("-")[0]


def caught(planted: Finding, findings: Iterable[Finding]) -> bool:
    """Whether a finding sets the wrong value of an article against another article's."""
    for finding in findings:
        groups = {one["group"] for one in finding["statements"]}
        for one in finding["statements"]:
            same = planted["wrong"] in one["text"] or one["text"].rstrip("日号") in planted["wrong"]
            if one["article"] == planted["article"] and same and len(groups) > 1:
                return True
    return False


def quality(corpus: Path, planted: Path, found: list[Finding], most: int) -> str:
    """How much of what is found event by event the scan finds, and what it finds across events."""
    across = [one for one in found if len({event_of(stated["article"]) for stated in one["statements"]}) > 1]
    by_event: dict[str, list[Row]] = defaultdict(list)
    articles = 0
    for line in corpus.read_text("utf-8").splitlines():
        articles += 1
        by_event[event_of(json.loads(line)["id"])].append(Row("", **json.loads(line)))
    wrong: dict[str, list[Finding]] = defaultdict(list)
    for line in planted.read_text("utf-8").splitlines():
        one = json.loads(line)
        wrong[event_of(one["article"])].append(one)
    of_event: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        for event in {event_of(stated["article"]) for stated in one["statements"]}:
            of_event[event].append(one)
    there = list(wrong)
    chosen = there[:: max(1, len(there) // most)]
    known = alone = both = 0
    for event in chosen:
        told = [article_of(row) for row in by_event[event]]
        report = pipeline.compare(told)
        ids = {source.article.id: article.path for source, article in zip(report.sources, told, strict=True)}
        apart = []
        for finding in report.findings:
            if finding.verdict not in ("agree", "compatible"):
                data = finding.to_dict()
                for stated in data["statements"]:
                    stated["article"] = ids[stated["article"]]
                apart.append(data)
        for one in wrong[event]:
            known += 1
            if caught(one, apart):
                alone += 1
                both += caught(one, of_event[event])
    return (
        f"{len(chosen)} events: {known} planted, {alone} found when the event is run alone, {both} of these found in "
        f"the scan ({both / max(1, alone):.1%}); {len(across)} of {len(found)} findings lie across events "
        f"({len(across) / articles * 1000:.2f} in 1,000 articles)"
    )


def main() -> None:
    """The table, then the quality."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--alone", type=int, default=300, metavar="EVENTS")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="Leave corpora and work folders there.")
    chosen = parser.parse_args()
    with TemporaryDirectory() as passing:
        folder = chosen.keep or Path(passing)
        print("| articles | seconds | × | CPU seconds | × | peak MB | × | pairs a fact |\n" + "|---" * 8 + "|")
        last = None
        for size in chosen.sizes:
            corpus = folder / f"corpus-{size}.jsonl"
            planted = write(size, corpus, chosen.seed)
            row, found = measured(corpus, folder / f"work-{size}", chosen.processes)
            ratios = ["" if last is None else f"{a / b:.1f}" for a, b in (
                (row.seconds, last.seconds if last else 1), (row.cpu, last.cpu if last else 1),
                (row.memory, last.memory if last else 1),
            )]  # fmt: skip
            cells = [f"{row.articles}", f"{row.seconds:.0f}", ratios[0], f"{row.cpu:.0f}", ratios[1]]
            cells += [f"{row.memory:.0f}", ratios[2], f"{row.pairs:.2f}"]
            print("| " + " | ".join(cells) + " |", flush=True)
            last = row
        print(quality(corpus, planted, findings_of(found.shards), chosen.alone), flush=True)


if __name__ == "__main__":
    sys.exit(main())
