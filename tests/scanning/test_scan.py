"""Scans: what the report finds, the same bytes however they are run, and nothing lost by an interruption."""

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path

import pytest

from consistency import pipeline
from consistency.articles import read_text
from consistency.errors import ConsistencyError
from consistency.scanning import processes, scan, tasks
from consistency.scanning.work import unpacked
from tests.scanning.corpora import jsonl, rows

ROOT = Path(__file__).parents[2]
NOT_TOLD = ("agree", "compatible")


class Here(Executor):
    """Runs everything at once in this process, and counts it."""

    def __init__(self):
        self.ran = []

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        self.ran.append(fn.__name__)
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            future.set_exception(error)
        return future


def run(corpus, work, executor=None, **more):
    return scan(str(corpus), work, workers=lambda: nullcontext(executor or Here()), width=1, **more)


def lines(found):
    return "".join(shard.read_text("utf-8") for shard in found.shards)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return jsonl(tmp_path_factory.mktemp("corpus") / "corpus.jsonl")


@pytest.fixture(scope="module")
def found(corpus, tmp_path_factory):
    return run(corpus, tmp_path_factory.mktemp("whole") / "work")


def test_a_scan_finds_what_a_report_finds(found):
    articles = [read_text(row["text"], path=row["id"], outlet=row["outlet"]) for row in rows()]
    dated = scan_articles(articles)
    report = pipeline.compare(dated)
    told = [finding for finding in report.findings if finding.verdict not in NOT_TOLD]
    scanned = [json.loads(line) for line in lines(found).splitlines()]
    assert {finding.id for finding in told} == {finding["id"] for finding in scanned}
    assert found.summary.compared == report.coverage.compared
    assert dict(found.summary.facts) == {field: count for field, count in report.coverage.by_field if count}
    assert found.summary.findings.total() == len(told) == len(scanned) > 20
    assert (found.summary.articles, found.summary.events) == (len(articles), 3)


def scan_articles(articles):
    """The articles as a scan reads them."""
    from consistency.articles.corpus import Row, article_of

    assert articles
    return [article_of(Row("", **row)) for row in rows()]


def test_each_statement_names_its_outlet_and_time(found):
    outlets = {row["id"]: (row["outlet"] or None, row["published"] or None) for row in rows()}
    for line in lines(found).splitlines():
        for stated in json.loads(line)["statements"]:
            assert outlets[stated["article"]] == (stated["outlet"], stated["published"])


def test_processes_and_shards_change_no_byte(corpus, found, tmp_path, monkeypatch):
    two = scan(str(corpus), tmp_path / "two", workers=processes(2), width=2)
    assert lines(two) == lines(found) and two.summary == found.summary
    monkeypatch.setattr(tasks, "SHARD", 5)
    monkeypatch.setattr("consistency.scanning.SHARD", 4)
    small = run(corpus, tmp_path / "small")
    assert len(small.shards) > 1 and lines(small) == lines(found) and small.summary == found.summary


def test_an_interrupted_scan_goes_on_where_it_was(corpus, found, tmp_path, monkeypatch):
    monkeypatch.setattr("consistency.scanning.SHARD", 4)
    calls = 0

    class Interrupted(Here):
        def submit(self, fn, /, *args, **kwargs):
            nonlocal calls
            calls += 1
            if calls == 3:
                raise KeyboardInterrupt
            return super().submit(fn, *args, **kwargs)

    with pytest.raises(KeyboardInterrupt):
        run(corpus, tmp_path / "work", Interrupted())
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "work").glob("read-*.index")}
    assert len(kept) == 2
    again = run(corpus, tmp_path / "work")
    assert again.resumed and lines(again) == lines(found)
    assert all(path.stat().st_mtime_ns == time for path, time in kept.items())


def test_a_changed_corpus_program_or_language_begins_anew(corpus, tmp_path, monkeypatch):
    copy = shutil.copy(corpus, tmp_path / "corpus.jsonl")
    assert not run(copy, tmp_path / "work").resumed
    assert run(copy, tmp_path / "work").resumed
    assert not run(copy, tmp_path / "work", lang="en").resumed
    monkeypatch.setattr("consistency.scanning.program", lambda: "another")
    assert not run(copy, tmp_path / "work", lang="en").resumed
    jsonl(tmp_path / "corpus.jsonl", rows()[:5])
    assert not run(copy, tmp_path / "work", lang="en").resumed


def test_a_folder_of_the_users_is_left_alone(corpus, tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "novel.txt").write_text("x")
    with pytest.raises(ConsistencyError, match="no work folder"):
        run(corpus, tmp_path / "work")
    assert (tmp_path / "work" / "novel.txt").exists()


def test_an_article_that_breaks_a_reader_loses_no_other(corpus, tmp_path, monkeypatch):
    def tell(article):
        if article.id == "mine-accident/0":
            raise RecursionError("too deep")
        return pipeline.tell(article)

    monkeypatch.setattr(tasks, "tell", tell)
    broken = run(corpus, tmp_path / "work")
    assert len(broken.faults) == 1 and "too deep" in broken.faults[0] and str(corpus) in broken.faults[0]
    assert broken.summary.articles == len(rows()) - 1 and broken.summary.skipped == 1


def command(*arguments, cwd, **more):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}
    return [sys.executable, "-m", "consistency", "scan", *map(str, arguments)], {"cwd": cwd, "env": environment}


def test_the_command_writes_the_findings_and_tells_the_sum(corpus, found, tmp_path):
    outputs = []
    for seed, width in (("1", "1"), ("2", "2")):
        words, where = command(corpus, "--processes", width, "--lang", "en", cwd=tmp_path, PYTHONHASHSEED=seed)
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **where)
        assert (done.returncode, done.stderr) == (0, "")
        outputs.append((done.stdout, (tmp_path / "corpus.findings.jsonl").read_bytes()))
        assert not list(tmp_path.glob("*.work"))
    assert outputs[0] == outputs[1]
    assert "3 events" in outputs[0][0] and "most disputed" in outputs[0][0]
    assert {json.loads(line)["id"] for line in outputs[0][1].splitlines()} == {
        json.loads(line)["id"] for line in lines(found).splitlines()
    }


def test_faulty_rows_make_the_status_2_and_parquet_holds_the_same(corpus, found, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    faulty = tmp_path / "corpus.jsonl"
    faulty.write_text(corpus.read_text("utf-8") + "{\n", "utf-8")
    words, where = command(faulty, "--output", "found.parquet", cwd=tmp_path, LANG="zh_CN.UTF-8")
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **where)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and f"{faulty}:16" in done.stderr
    told = parquet.read_table(tmp_path / "found.parquet").to_pylist()
    assert told == [json.loads(line) for line in lines(found).splitlines()]


@pytest.mark.parametrize("arguments", [("missing.csv",), ("{corpus}", "--output", "found.xlsx")])
def test_what_cannot_be_scanned_is_one_line(arguments, corpus, tmp_path):
    given = [word.format(corpus=corpus) for word in arguments]
    words, where = command(*given, cwd=tmp_path)
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **where)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith("consistency: ") and done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_ctrl_c_leaves_it_resumable(tmp_path):
    many = [
        row | {"id": f"{row['id']}-{copy}", "text": f"{row['text']}\n第{copy}稿。"}
        for copy in range(20)
        for row in rows()
    ]
    corpus = jsonl(tmp_path / "corpus.jsonl", many)
    words, where = command(corpus, "--processes", "1", cwd=tmp_path, LANG="en")
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, **where)
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("*.work/read-*.index")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130 and "goes on from here" in told and "Traceback" not in told
    assert list(tmp_path.glob("*.work/read-*.index")) and not (tmp_path / "corpus.findings.jsonl").exists()
    assert not list(tmp_path.glob(".corpus*"))


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
@pytest.mark.parametrize("after", [0.7, 0.9, 1.1, 1.3])
def test_ctrl_c_while_the_processes_begin_is_one_line(tmp_path, after):
    corpus = jsonl(tmp_path / "corpus.jsonl", rows())
    words, where = command(corpus, "--processes", "3", cwd=tmp_path, LANG="en")
    running = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True, **where)
    time.sleep(after)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    if "Traceback" not in told or "consistency/" in told:  # else Python itself was still starting
        assert running.returncode in (130, 0, -signal.SIGINT) and told.strip().count("\n") == 0


def test_a_work_folder_from_elsewhere_runs_no_code(tmp_path):
    class Crafted:
        def __reduce__(self):
            return os.system, (f"touch {tmp_path / 'hacked'}",)

    with pytest.raises(ConsistencyError, match="system"):
        unpacked(pickle.dumps(Crafted()))
    assert not (tmp_path / "hacked").exists()
