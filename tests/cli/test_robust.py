"""What no editor means to do: odd bytes, a draft that changes under way, an output that cannot be written, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.benchmarks import fuzz
from tests.test_cli import DAILY, ROOT, WIRE, run

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and permissions")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "draft.md").write_text(DAILY, "utf-8")
    return tmp_path


@posix
@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_no_input_is_too_odd(tmp_path, kind):
    """A small sample of `python tests/benchmarks/fuzz.py`."""
    (tmp_path / "source.md").write_text(fuzz.SOURCE, "utf-8")
    wrong = [fuzz.run(number, 3, tmp_path, kind) for number in range(25)]
    assert not [what for _, what in wrong if what]


def started(*arguments, **how):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "en_US.UTF-8"}
    command = [sys.executable, "-m", "consistency", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **how)


@posix
@pytest.mark.parametrize("after", [0.2, 0.5, 1, 2])
def test_ctrl_c_at_any_time_is_one_line_and_leaves_no_half_file(folder, after):
    (folder / "long.txt").write_text("\n".join(fuzz.ARTICLES * 8), "utf-8")
    out = folder / "out.json"
    out.write_text("before", "utf-8")
    process = started("report", folder, "--format", "json", "--output", out)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    if b"Traceback" not in said or b"consistency/" in said:  # else Python itself was still starting
        assert process.returncode in (130, 0, -signal.SIGINT)
        assert said.strip() in (b"", b"consistency: interrupted; no file is left half-written")
        assert said.strip() or after < 2 or process.returncode == 0
    assert out.read_text("utf-8") == "before" or json.loads(out.read_text("utf-8"))["findings"]
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]


@posix
def test_a_draft_that_changes_while_it_is_read_gives_a_report_or_a_line(folder):
    draft = folder / "draft.md"
    processes = [started("check", draft, "--against", folder / "wire.md", "--format", "json") for _ in range(3)]
    while any(process.poll() is None for process in processes):
        draft.write_text(DAILY[:100], "utf-8")
        draft.unlink()
        draft.write_text(DAILY, "utf-8")
    for process in processes:
        out, said = process.communicate()
        assert process.returncode in (0, 1, 2, 3) and b"Traceback" not in said
        assert said.startswith(b"consistency: ") if process.returncode in (2, 3) else json.loads(out)["findings"]


@posix
def test_an_output_that_cannot_be_written_is_one_line(folder):
    for target in (folder / "missing" / "out.json", folder):
        done = run("report", folder / "wire.md", folder / "draft.md", "--format", "json", "--output", target)
        assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and b"cannot be written" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["draft.md", "wire.md"]


@posix
@pytest.mark.parametrize("command", ["report .", "check draft.md --against wire.md --all --explain", "facts wire.md"])
def test_a_reader_who_stops_after_a_line_sees_no_complaint(folder, command):
    shell = f"'{sys.executable}' -m consistency {command} --format json | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=folder, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == int(command.startswith("check")) and (done.stdout, done.stderr) == (b"{\n", b"")
