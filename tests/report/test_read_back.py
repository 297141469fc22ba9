"""The real command in a real process, each format read back by what others wrote."""

import io
import json
import os
import pty
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pandas as pd
import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from readers import valid, workflow_command

from consistency.report import FORMATS
from tests.dispatches import DAILY, WIRE

ROOT = Path(__file__).parents[2]
DRAFT, SOURCE = "晚报 #1.md", "来源/wire.md"
ELSEWHERE = "---\ntitle: 咖啡馆开张\noutlet: 生活周刊\n---\n街角的咖啡馆昨天开张，老板娘煮的咖啡很香。\n"
REPORTING = [form for form, row in FORMATS.items() if "report" in row.offers]
NAMING_FACTS = [form for form, row in FORMATS.items() if "facts" in row.offers]


def run(folder, *arguments, code=("-m", "consistency"), **streams):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "zh_CN.UTF-8"}
    streams = streams or {"capture_output": True}
    return subprocess.run([sys.executable, *code, *arguments], cwd=folder, env=environment, timeout=120, check=False,
                          **streams)  # fmt: skip


def in_all(forms):
    """Options that write each format into a file of its name."""
    return [option for form in forms for option in ("--format", f"{form}:out.{form}")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A draft and a source that disagree, and what `check` says of them in each format."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "来源").mkdir()
    (folder / DRAFT).write_text(DAILY, "utf-8")
    (folder / SOURCE).write_text(WIRE, "utf-8")
    (folder / "same.md").write_text(WIRE.replace("新华社", "本报"), "utf-8")
    (folder / "elsewhere.md").write_text(ELSEWHERE, "utf-8")
    done = run(folder, "check", DRAFT, "--against", "来源", *in_all(REPORTING))
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    return folder


def out(folder, form):
    return (folder / f"out.{form}").read_text("utf-8")


@pytest.mark.parametrize("form", ["github", "csv", "xlsx"])
def test_text_marks_and_bytes_are_the_same_on_standard_output(folder, form):
    done = run(folder, "check", DRAFT, "--against", "来源", "--format", form)
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout == (folder / f"out.{form}").read_bytes()


@pytest.mark.parametrize(("draft", "status"), [("same.md", 0), ("elsewhere.md", 3)])
def test_no_finding_is_a_valid_output_with_the_same_status(folder, tmp_path, draft, status):
    done = run(tmp_path, "check", folder / draft, "--against", folder / "来源", *in_all(REPORTING))
    assert done.returncode == status
    for form in ("sarif", "gitlab", "rdjson"):
        valid(form, out(tmp_path, form))
    (suite,) = JUnitXml.fromfile(str(tmp_path / "out.junit"))
    assert (suite.tests, suite.failures, suite.errors) == (1, 0, status == 3)
    assert pd.read_csv(tmp_path / "out.csv", encoding="utf-8-sig").empty
    assert out(tmp_path, "jsonl") == ""
    assert [workflow_command(line)[0] for line in out(tmp_path, "github").splitlines()] == ["warning"] * (status == 3)


def test_jsonl(folder):
    found = pd.read_json(io.StringIO(out(folder, "jsonl")), lines=True, precise_float=True)
    assert found.to_dict("records") == json.loads(out(folder, "json"))["findings"]


def test_sarif(folder):
    (run,) = valid("sarif", out(folder, "sarif"))["runs"]
    assert [one["location"]["uri"] for one in run["artifacts"]] == [
        "%E6%99%9A%E6%8A%A5%20%231.md",
        "%E6%9D%A5%E6%BA%90/wire.md",
    ]
    assert [one["roles"] for one in run["artifacts"]] == [["analysisTarget"], ["referencedOnCommandLine"]]
    assert len(run["results"]) == len(json.loads(out(folder, "json"))["findings"])
    for result in run["results"]:
        ((main,), related) = result["locations"], result["relatedLocations"]
        assert unquote(main["physicalLocation"]["artifactLocation"]["uri"]) == DRAFT
        for place in (main, *related):
            place = place["physicalLocation"]
            text = (folder / unquote(place["artifactLocation"]["uri"])).read_text("utf-8")
            region = place["region"]
            assert text.startswith(region["snippet"]["text"], region["charOffset"])
            line = text.splitlines()[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_sarif_of_articles_in_html_and_without_a_draft(tmp_path):
    """Every source of `report` is told, and no path is absolute."""
    assert (
        run(ROOT, "report", "data/rare-earth", "--all", "--format", f"sarif:{tmp_path / 'out.sarif'}").returncode == 0
    )
    (log,) = valid("sarif", out(tmp_path, "sarif"))["runs"]
    assert {"pass", "fail"} == {result["kind"] for result in log["results"]}
    for result in log["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            place = place["physicalLocation"]
            text = (ROOT / place["artifactLocation"]["uri"]).read_text("utf-8")
            region = place["region"]
            assert text.startswith(region["snippet"]["text"], region["charOffset"])


def test_github(folder):
    first, *_ = (workflow_command(line) for line in out(folder, "github").splitlines())
    command, properties, message = first
    assert (command, properties["file"], properties["line"]) == ("error", DRAFT, "6")
    assert DAILY.splitlines()[5][int(properties["col"]) - 1 : int(properties["endColumn"]) - 1] == "15人"
    assert SOURCE in message


def test_gitlab(folder):
    issues = valid("gitlab", out(folder, "gitlab"))
    assert {issue["location"]["path"] for issue in issues} == {DRAFT}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 0


def test_rdjson(folder):
    diagnostics = valid("rdjson", out(folder, "rdjson"))["diagnostics"]
    assert {one["location"]["path"] for one in diagnostics} == {DRAFT}
    assert {place["location"]["path"] for one in diagnostics for place in one["related_locations"]} == {SOURCE}


def test_junit(folder):
    (suite,) = JUnitXml.fromfile(str(folder / "out.junit"))
    assert suite.name == DRAFT and suite.failures == suite.tests > 0
    assert {case.classname for case in suite} == {DRAFT}


def test_junit_fails_as_the_status_does(folder, tmp_path):
    done = run(
        folder, "check", DRAFT, "--against", "来源", "--fail-on", "never", "--format", f"junit:{tmp_path / 'out'}"
    )
    (suite,) = JUnitXml.fromfile(str(tmp_path / "out"))
    assert (done.returncode, suite.failures) == (0, 0) and suite.tests > 0


def test_csv(folder):
    table = pd.read_csv(folder / "out.csv", encoding="utf-8-sig", keep_default_na=False)
    found = json.loads(out(folder, "json"))["findings"]
    assert list(table["text"]) == [one["text"] for finding in found for one in finding["statements"]]
    assert list(table["start"]) == [one["start"] for finding in found for one in finding["statements"]]


def test_xlsx(folder):
    book = openpyxl.load_workbook(folder / "out.xlsx")
    head, first, *_ = book.worksheets[0].values
    row = dict(zip(head, first, strict=True))
    assert (row["级别"], row["a1 重庆晚报"], row["a2 新华社"]) == ("错误", "15人", "12人")
    table = pd.read_excel(folder / "out.xlsx", sheet_name=1, keep_default_na=False)
    assert list(table["text"]) == list(pd.read_csv(folder / "out.csv", keep_default_na=False)["text"])


def test_markdown(folder):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(out(folder, "markdown"))
    cells = [token.content for before, token in pairwise(tokens) if before.type == "td_open"]
    assert cells[0] == "15人" and cells[4] == "12人" and "<b>15人</b>" in cells[3]


def test_facts(folder):
    done = run(folder, "facts", SOURCE, *in_all(NAMING_FACTS))
    assert (done.returncode, done.stderr) == (0, b"")
    facts = json.loads(out(folder, "json"))["facts"]
    lines = pd.read_json(io.StringIO(out(folder, "jsonl")), lines=True, precise_float=True).to_dict("records")
    assert lines == [fact | {"path": SOURCE} for fact in facts]
    table = pd.read_csv(folder / "out.csv")
    book = pd.read_excel(folder / "out.xlsx")
    assert list(table["text"]) == list(book["text"]) == [fact["text"] for fact in facts]
    dead = table[table["text"] == "12人"].iloc[0]
    assert (dead["value.low"], dead["value.high"], dead["value.unit"]) == (12, 12, "人")


def test_many_texts_are_answered_as_json_lines(tmp_path):
    (tmp_path / "texts.jsonl").write_text('{"text": "共12人。"}\n', "utf-8")
    assert run(tmp_path, "facts", "texts.jsonl", "--format", "jsonl").returncode == 0
    done = run(tmp_path, "facts", "texts.jsonl", "--format", "csv")
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and b"--format jsonl" in done.stderr


def test_a_workbook_does_not_go_to_a_terminal(folder):
    ours, screen = pty.openpty()
    done = run(folder, "check", DRAFT, "--against", "来源", "--format", "xlsx", stdout=screen, stderr=subprocess.PIPE)
    os.close(screen)
    os.close(ours)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1 and b"--format xlsx:report.xlsx" in done.stderr


def test_a_missing_extra_is_one_line_with_the_remedy(folder):
    code = (
        "import sys; sys.modules['xlsxwriter'] = None; from consistency.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = run(folder, "facts", SOURCE, "--format", "terminal", "--format", "xlsx:no.xlsx", code=("-c", code))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1 and b"pip install 'consistency[xlsx]'" in done.stderr
    assert not (folder / "no.xlsx").exists()
