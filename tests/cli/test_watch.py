"""`--watch` in a real process: save a file, see the new result, stop."""

import os
import signal
import subprocess
import sys
import time
from queue import Empty, Queue
from threading import Thread

import pytest

from tests.test_cli import DAILY, ROOT, WIRE

pytest.importorskip("watchfiles", reason="watches files")


class Watched:
    """A running command: the lines that it wrote so far, and a way to wait for one."""

    def __init__(self, *arguments):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "zh_CN.UTF-8"}
        command = [sys.executable, "-m", "consistency", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, encoding="utf-8"
        )
        self.lines = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line)

    def until(self, words, seconds=60):
        """All lines up to the one that holds the words."""
        seen, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                seen.append(self.lines.get(timeout=1))
            except Empty:
                continue
            if words in seen[-1]:
                return "".join(seen)
        raise AssertionError(f"never said {words}: {''.join(seen)}")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "draft.md").write_text(DAILY, "utf-8")
    return tmp_path


@pytest.fixture
def watched():
    running = []

    def start(*arguments):
        running.append(Watched(*arguments))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.wait()


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_a_draft_is_checked_again_when_it_or_a_source_is_saved(folder, watched):
    draft = folder / "draft.md"
    command = watched("check", draft, "--against", folder / "sources", "--output", folder / "report.txt", "--watch")
    command.until("等待文件改动")
    report = folder / "report.txt"
    assert "15人" in report.read_text("utf-8")
    temporary = folder / "draft.md.tmp"  # as editors save: a new file takes the old one's name
    temporary.write_text(WIRE.replace("新华社", "本报"), "utf-8")
    os.replace(temporary, draft)
    command.until("等待文件改动")
    assert "没有发现不一致" in report.read_text("utf-8")
    draft.unlink()
    assert "no such file" in command.until("等待文件改动")
    draft.write_text(DAILY.replace("15人", "19人"), "utf-8")
    command.until("等待文件改动")
    assert "19人" in report.read_text("utf-8")
    (folder / "sources" / "wire.md").write_text(WIRE.replace("12人", "13人"), "utf-8")
    command.until("等待文件改动")
    assert "13人" in report.read_text("utf-8")
    assert command.stop() == 130
    assert "Traceback" not in "".join(command.lines.queue)


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_a_report_is_watched_too_and_its_own_output_is_no_change(folder, watched):
    command = watched("report", folder, "--format", f"json:{folder / 'out.json'}", "--watch", "--lang", "en")
    command.until("waiting for changes")
    (folder / "more").mkdir()
    (folder / "more" / "late.txt").write_text(WIRE.split("---")[2], "utf-8")
    (folder / "draft.md").write_text(WIRE, "utf-8")
    command.until("waiting for changes")
    assert command.stop() == 130


@pytest.mark.skipif(os.name == "nt", reason="a POSIX signal")
def test_the_configuration_is_read_again_when_it_is_saved(folder, watched):
    settings, draft = folder / "consistency.toml", folder / "drafts" / "draft.md"
    (folder / "drafts").mkdir()
    os.replace(folder / "draft.md", draft)
    settings.write_text('sources = ["sources"]\nlang = "en"\n', "utf-8")
    command = watched("check", draft, "--output", folder / "report.txt", "--watch")
    command.until("waiting for changes")
    report = folder / "report.txt"
    assert "15人" in report.read_text("utf-8")
    settings.write_text('sources = ["sources"]\nlang = "en"\nfields = ["dates"]\n', "utf-8")
    assert "consistency.toml:3: fields" in (said := command.until("waiting for changes")) and "'date'" in said
    settings.write_text('sources = ["sources"]\nlang = "zh"\nfields = ["date"]\n', "utf-8")
    command.until("等待文件改动")
    assert "15人" not in report.read_text("utf-8")
    (folder / "late").mkdir()
    (folder / "late" / "wire.md").write_text(WIRE.replace("12人", "17人"), "utf-8")
    settings.write_text('sources = ["late"]\n', "utf-8")
    command.until("等待文件改动")
    assert "17人" in report.read_text("utf-8")
    (folder / "late" / "wire.md").write_text(WIRE.replace("12人", "18人"), "utf-8")
    command.until("等待文件改动")
    assert "18人" in report.read_text("utf-8")
    assert command.stop() == 130
    assert "Traceback" not in "".join(command.lines.queue)


def test_standard_input_cannot_be_watched(capsys):
    from consistency import cli

    assert cli.main(["report", "-", "--watch"]) == 2
    assert "standard input" in capsys.readouterr().err


def test_without_the_library_the_remedy_is_told(folder, monkeypatch, capsys):
    from consistency import cli

    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert cli.main(["report", str(folder), "--watch"]) == 2
    assert "pip install 'consistency[watch]'" in capsys.readouterr().err
