"""Several drafts at once, and the hook for pre-commit that calls it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import DAILY, ELSEWHERE, ROOT, WIRE, run


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources").mkdir()
    for name, text in {"sources/wire.md": WIRE, "good.md": WIRE.replace("新华社", "本报"), "bad.md": DAILY}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_each_draft_is_checked_and_the_worst_status_told(folder):
    (folder / "other.md").write_text(ELSEWHERE, "utf-8")
    (folder / "empty.md").write_bytes(b"")
    drafts = {name: folder / f"{name}.md" for name in ("good", "bad", "other", "empty")}
    for names, status in [(["good"], 0), (["good", "other"], 3), (["other", "bad", "good"], 1), (["empty", "bad"], 2)]:
        done = run("check-each", *(drafts[name] for name in names), "--against", folder / "sources")
        assert done.returncode == status, done.stderr.decode()
        assert ("【15人】" in done.stdout.decode()) == ("bad" in names)
    source = folder / "sources" / "wire.md"
    assert run("check-each", source, "--against", folder / "sources").stdout == b""
    assert run("check-each", drafts["bad"], "--against", source, "--fail-on", "never").returncode == 0
    assert run("check-each", drafts["bad"], "--against", source, "--fail-on", "sometimes").returncode == 2


def test_the_hook_is_what_pre_commit_asks_for():
    pytest.importorskip("pre_commit")
    from pre_commit.clientlib import load_manifest

    (hook,) = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert hook["id"] == "consistency" and hook["entry"].split()[0] == "consistency"
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_commit_is_held_back_by_the_hook(folder):
    """pre-commit runs the hook as it is, but with the program that is installed here: no network is needed."""
    pytest.importorskip("pre_commit")
    bin = folder / "bin"
    bin.mkdir()
    command = bin / "consistency"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m consistency "$@"\n', "utf-8")
    command.chmod(0o755)
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").replace("language: python", "language: system")
    indented = "".join(f"    {line}\n" for line in hook.splitlines() if not line.startswith("#"))
    config = f"repos:\n- repo: local\n  hooks:\n{indented}      args: [--against, sources]\n"
    (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    environment = {
        **os.environ, "PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "PRE_COMMIT_HOME": str(folder / "cache"), "HOME": str(folder), "LC_ALL": "C.UTF-8",
    }  # fmt: skip

    def hooked(*names):
        subprocess.run(["git", "init", "-q", "."], cwd=folder, env=environment, check=True)
        subprocess.run(["git", "add", *names, ".pre-commit-config.yaml"], cwd=folder, env=environment, check=True)
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--files", *names], cwd=folder, env=environment,
            capture_output=True, check=False,
        )  # fmt: skip

    good = hooked("good.md", "sources/wire.md")
    assert good.returncode == 0, good.stdout.decode()
    bad = hooked("good.md", "bad.md")
    assert bad.returncode == 1 and "15人" in bad.stdout.decode()
    assert Path(folder / "bad.md").read_text("utf-8") == DAILY
