"""Several drafts at once, and the hook for pre-commit that calls it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

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


def installed(folder):
    """An environment in which `consistency` is a command, as once it is installed."""
    (folder / "bin").mkdir()
    command = folder / "bin" / "consistency"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m consistency "$@"\n', "utf-8")
    command.chmod(0o755)
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(folder), "LC_ALL": "C.UTF-8"}


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_commit_is_held_back_by_the_hook(folder):
    """pre-commit runs the hook as it is, but with the program that is installed here: no network is needed."""
    pytest.importorskip("pre_commit")
    environment = installed(folder)
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").replace("language: python", "language: system")
    indented = "".join(f"    {line}\n" for line in hook.splitlines() if not line.startswith("#"))
    config = f"repos:\n- repo: local\n  hooks:\n{indented}      args: [--against, sources]\n"
    (folder / ".pre-commit-config.yaml").write_text(config, "utf-8")
    environment["PRE_COMMIT_HOME"] = str(folder / "cache")

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


def examples():
    """The YAML examples of the README, by a word in them."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.S | re.M)
    return {"repos" if "repos:" in block else "jobs": block for block in blocks}


def test_the_readmes_hook_is_a_configuration(tmp_path):
    pytest.importorskip("pre_commit")
    (tmp_path / "config.yaml").write_text(examples()["repos"], "utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(tmp_path / "config.yaml")]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_readmes_workflow_checks_the_drafts_that_a_branch_changes(folder):
    *_, step = yaml.safe_load(examples()["jobs"])["jobs"]["consistency"]["steps"]
    script = step["run"].replace("${{ github.base_ref }}", "main")
    environment = installed(folder)

    def git(*arguments):
        command = ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"]
        subprocess.run([*command, *arguments], cwd=folder, env=environment, check=True, capture_output=True)

    def workflow():
        return subprocess.run(["bash", "-ec", script], cwd=folder, env=environment, capture_output=True, check=False)

    (folder / "drafts").mkdir()
    (folder / "bad.md").rename(folder / "drafts" / "old.md")
    for arguments in (["init", "-q"], ["add", "drafts", "sources"], ["commit", "-qm", "before"],
                      ["update-ref", "refs/remotes/origin/main", "HEAD"]):  # fmt: skip
        git(*arguments)
    assert workflow().returncode == 0, "nothing changed"
    (folder / "drafts" / "a new.md").write_text(DAILY.replace("15人", "19人"), "utf-8")
    git("add", "drafts")
    git("commit", "-qm", "after")
    done = workflow()
    assert done.returncode and "19人" in done.stdout.decode() and "old.md" not in done.stdout.decode()
