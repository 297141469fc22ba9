"""Scans on a real scheduler and real worker processes of the loopback address: the same findings, whatever dies."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from consistency.errors import ConsistencyError
from consistency.scanning import scan
from tests.scanning.corpora import jsonl, rows
from tests.scanning.test_scan import lines, run

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]


def start(*words, folder):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
    with (folder / f"{words[0]}.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)


@pytest.fixture
def scheduler(tmp_path):
    """The address of a scheduler with two workers of one thread each, and the workers."""
    note = tmp_path / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(note))
    running = [start("scheduler", *options, folder=tmp_path)]
    for _ in range(2):
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "400MB")
        running.append(start("worker", *options, "--scheduler-file", str(note), folder=tmp_path))
    deadline = time.monotonic() + 60
    while not note.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    import json

    from distributed import Client

    address = json.loads(note.read_text())["address"]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
    yield address, running[1:]
    for process in running:
        process.kill()
        process.wait()


def test_a_cluster_finds_the_same_bytes_even_if_a_worker_is_killed(scheduler, tmp_path, monkeypatch):
    from consistency.scanning.cluster import cluster

    monkeypatch.setattr("consistency.scanning.SHARD", 2)
    address, workers = scheduler
    corpus = jsonl(tmp_path / "corpus.jsonl", [row | {"id": f"{row['id']}{copy}"} for copy in "abc" for row in rows()])
    executor, width = cluster(address)
    assert width == 2
    killed = []

    def progress(stage, share):
        if share > 0.3 and not killed:
            workers[0].kill()
            killed.append(stage)

    found = scan(str(corpus), tmp_path / "cluster", workers=executor, width=width, progress=progress)
    assert killed == ["read"] and workers[0].wait() != 0
    here = run(corpus, tmp_path / "here")
    assert lines(found) == lines(here) != "" and found.summary == here.summary


def test_what_interrupts_a_scan_is_told_as_what_it_is(scheduler, tmp_path):
    from consistency.scanning.cluster import cluster

    def progress(stage, share):
        raise KeyboardInterrupt

    executor, width = cluster(scheduler[0])
    with pytest.raises(KeyboardInterrupt):
        scan(
            str(jsonl(tmp_path / "corpus.jsonl", rows())),
            tmp_path / "w",
            workers=executor,
            width=width,
            progress=progress,
        )


def test_no_scheduler_is_one_line():
    from consistency.scanning.cluster import cluster

    with pytest.raises(ConsistencyError, match="no scheduler answers"):
        cluster("tcp://127.0.0.1:9")
