"""The command line: what each command asks of the pipeline, where its output goes, and its exit status."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest

from consistency import cli
from consistency.errors import ArticleError, NoArticles
from consistency.model.findings import Coverage, Finding, Report, Source, Stated
from consistency.model.text import Article, Span
from consistency.report import FORMATS
from tests.dispatches import DAILY, WIRE

ROOT = Path(__file__).parents[1]


def article(path, number):
    return Article(str(path), "共12人。", (), f"a{number}", f"第{number}篇", "新华社")


def finding(verdict="conflict", severity="error", field="figure", articles=("a1", "a2")):
    statements = tuple(
        Stated(name, f"{name}.md", Span(1, 4), 1, 2, "12人", "12 人", "共12人。", (1, 4), group)
        for name, group in zip(articles, "ab", strict=False)
    )
    return Finding("id", field, verdict, severity, 0.9, "人数", "人数说法不一", statements)


class Pipeline:
    """Stands in for reading and comparing, and remembers what it was asked."""

    def __init__(self):
        self.findings, self.errors, self.asked = (), [], []

    def read_paths(self, paths, **options):
        self.asked.append(("read", list(paths), options))
        wrong = [ArticleError(path, "broken", "mend it") for path in paths if "broken" in path]
        good = [path for path in paths if "broken" not in path]
        if not good and not wrong:
            raise NoArticles("no articles")
        return [article(path, number) for number, path in enumerate(good, 1)], wrong

    def compare(self, articles, *, lang="zh", progress=None, settings=None):
        self.asked.append(("compare", [one.path for one in articles], lang))
        sources = tuple(Source(replace(one, id=f"a{n}"), 1) for n, one in enumerate(articles, 1))
        return Report(sources, tuple(self.findings), Coverage(len(sources), 1, 1, 1, 1))

    def check(self, draft, sources, *, lang="zh", progress=None, settings=None):
        return replace(self.compare([draft, *sources], lang=lang), draft="a1")


@pytest.fixture
def pipeline(monkeypatch):
    stand_in = Pipeline()
    monkeypatch.setattr("consistency.articles.read_paths", stand_in.read_paths, raising=False)
    monkeypatch.setattr("consistency.pipeline.compare", stand_in.compare)
    monkeypatch.setattr("consistency.pipeline.check", stand_in.check)
    return stand_in


def check(*options):
    return cli.main(["check", "draft.md", "--against", "wire.md", *options])


AGREE, CONFLICT = finding("agree", "info"), finding()


@pytest.mark.parametrize(("findings", "options", "status"), [
    ([CONFLICT], [], 1),
    ([finding(severity="warning")], [], 0),
    ([finding(severity="warning")], ["--fail-on", "warning"], 1),
    ([finding("update", "warning")], ["--fail-on", "warning"], 1),
    ([finding("conflict", "info")], ["--fail-on", "info"], 1),
    ([CONFLICT], ["--fail-on", "never"], 0),
    ([AGREE], ["--fail-on", "info"], 0),
    ([AGREE, finding("unsupported", "info", articles=("a1",))], ["--fail-on", "info"], 0),
    ([AGREE, finding("unsupported", "error", articles=("a1",))], [], 1),
    ([CONFLICT], ["--field", "date"], 0),
    ([CONFLICT], ["--field", "date", "--field", "figure"], 1),
    ([finding(severity="warning")], ["--fail-on", "warning", "--min-severity", "error"], 1),
    ([], [], 3),
    ([finding("unsupported", "info", articles=("a1",))], [], 3),
    ([finding("agree", "info", articles=("a2", "a3"))], [], 3),
])  # fmt: skip
@pytest.mark.parametrize("form", ["terminal", "json"])
def test_check_status_is_the_same_in_every_format(pipeline, findings, options, status, form, capsys):
    pipeline.findings = findings
    assert check(*options, "--format", form) == status
    out, err = capsys.readouterr()
    assert out and (form == "terminal" or json.loads(out)["schema"] == "consistency-report/1")
    assert bool(err) == (status == 3 and form == "json")
    if status == 3 and form == "terminal":
        assert "没有可以比较的内容" in out


@pytest.mark.parametrize("form", [form for form, row in FORMATS.items() if "report" in row.offers])
def test_no_format_changes_the_status(pipeline, tmp_path, form, capsys):
    for pipeline.findings, status in (([CONFLICT], 1), ([AGREE], 0), ([], 3)):
        assert check("--format", f"{form}:{tmp_path / 'out'}") == status
        assert not capsys.readouterr().out


def test_check_leaves_the_draft_out_of_its_sources(pipeline):
    pipeline.findings = [AGREE]
    check("./draft.md", "third.md", "--published", "2026-01-10", "--outlet", "本报", "--encoding", "gbk")
    read_draft, read_sources, compare = pipeline.asked
    assert read_draft[1:] == (
        ["draft.md"], {"outlet": "本报", "published": datetime(2026, 1, 10), "encoding": "gbk"},
    )  # fmt: skip
    assert read_sources[1:] == (["wire.md", "./draft.md", "third.md"], {"encoding": "gbk"})
    assert compare[1] == ["draft.md", "wire.md", "third.md"]


def test_what_cannot_be_read_is_told_and_the_rest_reported(pipeline, capsys):
    pipeline.findings = [CONFLICT]
    assert cli.main(["report", "a.md", "broken.md", "b.md"]) == 2
    out, err = capsys.readouterr()
    assert "人数说法不一" in out and err == "consistency: broken.md: broken; mend it\n"
    assert check("broken.md") == 2
    assert "人数说法不一" in capsys.readouterr().out
    assert cli.main(["check", "broken.md", "--against", "wire.md"]) == 2
    assert capsys.readouterr() == ("", "consistency: broken.md: broken; mend it\n")
    assert cli.main(["check", "draft.md", "--against", "broken.md"]) == 2
    assert cli.main(["report", "broken.md"]) == 2
    assert cli.main(["facts", "broken.md"]) == 2


def test_findings_are_selected_alike_in_every_format(pipeline, capsys):
    pipeline.findings = [CONFLICT, finding(severity="warning", field="date"), AGREE]
    for options, shown in [
        ([], 2),
        (["--all"], 3),
        (["--field", "figure"], 1),
        (["--min-severity", "error", "--all"], 1),
    ]:
        assert cli.main(["report", "a.md", "--format", "json", *options]) == 0
        assert len(json.loads(capsys.readouterr().out)["findings"]) == shown
        cli.main(["report", "a.md", *options])
        out = capsys.readouterr().out
        assert out.count("人数说法不一") == shown
        assert ("另有" in out) == (shown < 3)


def test_no_finding_is_said_in_a_sentence(pipeline, capsys):
    for findings, options, sentence in [
        ([AGREE], [], "没有发现不一致之处。"),
        ([CONFLICT], ["--field", "date"], "所选范围内没有发现不一致之处。"),
        ([AGREE], ["--all"], None),
    ]:
        pipeline.findings = findings
        cli.main(["report", "a.md", *options])
        out = capsys.readouterr().out
        assert sentence in out.splitlines() if sentence else "没有发现" not in out


def test_output_goes_to_a_file_whole(pipeline, tmp_path, capsys):
    pipeline.findings = [CONFLICT]
    report, picture = tmp_path / "out.json", tmp_path / "out.svg"
    assert cli.main(["report", "a.md", "--format", "json", "--output", str(report), "--svg", str(picture)]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads(report.read_text("utf-8"))["findings"][0]["topic"] == "人数"
    assert picture.read_text("utf-8").startswith("<svg")
    assert cli.main(["report", "a.md", "--output", str(tmp_path / "no" / "out.txt")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_several_formats_at_once(pipeline, tmp_path, capsys):
    pipeline.findings = [CONFLICT]
    target = tmp_path / "out.json"
    assert cli.main(["report", "a.md", "--format", f"json:{target}", "--format", "terminal"]) == 0
    assert "人数说法不一" in capsys.readouterr().out and json.loads(target.read_text("utf-8"))["findings"]


@pytest.mark.parametrize("options", [
    ["--format", "json", "--format", "terminal"],
    ["--format", "json:a.json", "--output", "b.json"],
    ["--format", "jason"],
])  # fmt: skip
def test_outputs_that_cannot_be_told_apart_are_bad_usage(options, capsys):
    assert cli.main(["report", "a.md", *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("values", "lang"), [
    ({}, "zh"),
    ({"LANG": "C.UTF-8"}, "zh"),
    ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, "zh"),
    ({"LANG": "zh_TW.UTF-8"}, "zh"),
    ({"LANG": "en_US.UTF-8"}, "en"),
    ({"LC_MESSAGES": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
    ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
])  # fmt: skip
def test_language_is_the_locales(pipeline, monkeypatch, values, lang):
    for key in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(key, raising=False)
    for key, value in values.items():
        monkeypatch.setenv(key, value)
    cli.main(["report", "a.md"])
    assert pipeline.asked[-1][2] == lang
    cli.main(["report", "a.md", "--lang", "en"])
    assert pipeline.asked[-1][2] == "en"


@pytest.mark.parametrize("arguments", [
    [],
    ["nonsense"],
    ["report"],
    ["report", "a.md", "--nonsense"],
    ["report", "a.md", "--format", "nonsense"],
    ["report", "a.md", "--lang", "fr"],
    ["report", "a.md", "--field", "colour"],
    ["report", "a.md", "--min-severity", "fatal"],
    ["report", "a.md", "--width", "0"],
    ["report", "a.md", "--published", "tomorrow"],
    ["check", "a.md"],
    ["check", "a.md", "--against", "b.md", "--fail-on", "sometimes"],
    ["facts"],
    ["facts", "a.md", "b.md"],
    ["evaluate", "gold", "--min-f1", "2"],
])  # fmt: skip
def test_bad_usage_is_one_line_and_status_2(arguments, capsys):
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert not out and err.startswith("consistency: ") and err.count("\n") == 1 and "--help" in err


def test_an_interruption_is_130(pipeline, monkeypatch, capsys):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("consistency.pipeline.compare", interrupted)
    assert cli.main(["report", "a.md"]) == 130
    assert not capsys.readouterr().out


def run(*arguments, stdin=None, **env):
    """The real command in a real process, in a Chinese locale."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "zh_CN.UTF-8", **env}
    return subprocess.run(
        [sys.executable, "-m", "consistency", *map(str, arguments)], input=stdin, capture_output=True, cwd=ROOT,
        env=environment, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [
    ["--help"], ["-h"], ["--version"], ["report", "-h"], ["check", "--help"], ["facts", "-h"], ["evaluate", "-h"],
])  # fmt: skip
def test_help_and_version_load_nothing_heavy(arguments):
    code = (
        "import sys; from consistency.cli import main; status = main(sys.argv[1:]);"
        "heavy = {'pandas', 'jieba', 'rjieba', 'rapidfuzz', 'rich', 'yaml', 'docx', 'charset_normalizer'};"
        "heavy &= set(sys.modules);"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, cwd=ROOT, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "consistency" in done.stdout


ELSEWHERE = """---
title: 咖啡馆开张
outlet: 生活周刊
published: 2026-05-01T10:42:00+08:00
---
街角的咖啡馆昨天开张，老板娘煮的咖啡很香。
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "daily.md").write_text(DAILY, "utf-8")
    return tmp_path


def test_report_in_a_real_process(folder):
    done = run("report", folder)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    assert "【12人】" in shown and "【15人】" in shown and "\x1b" not in shown
    assert done.stdout == run("report", folder).stdout


def test_check_statuses_in_a_real_process(folder):
    same, elsewhere, vague = folder / "same.md", folder / "elsewhere.md", folder / "vague.txt"
    same.write_text(WIRE.replace("新华社", "本报"), "utf-8")
    elsewhere.write_text(ELSEWHERE, "utf-8")
    vague.write_text("天气很好，大家都很高兴。\n", "utf-8")
    assert run("check", folder / "daily.md", "--against", folder / "wire.md", "--fail-on", "info").returncode == 1
    assert run("check", same, "--against", folder / "wire.md").returncode == 0
    assert run("check", folder / "daily.md", "--against", folder / "wire.md", "--fail-on", "never").returncode == 0
    for draft in (elsewhere, vague):
        for form in ("terminal", "json"):
            done = run("check", draft, "--against", folder / "wire.md", folder / "daily.md", "--format", form)
            assert done.returncode == 3, draft


def bad_inputs(folder):
    """Each faulty input with words of its line."""
    (folder / "none").mkdir()
    (folder / "empty.md").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "front.md").write_text("---\ntitle: [unclosed\n---\n共12人。\n", "utf-8")
    yield [folder / "missing.md"], "missing.md"
    yield [folder / "none"], "none"
    yield [folder / "empty.md"], "empty.md"
    yield [folder / "binary.txt"], "binary.txt"
    yield [folder / "broken.docx"], "broken.docx"
    yield [folder / "wire.md", "--encoding", "klingon"], "klingon"
    yield [folder / "front.md"], "front.md"
    yield [folder / "wire.md", "--format", "hologram"], "hologram"
    yield [folder / "wire.md", "--output", folder / "none"], "none"


def test_each_bad_input_is_one_line_and_status_2(folder):
    commands = cycle((["report"], ["check", folder / "daily.md", "--against"], ["facts"], ["report"]))
    for (arguments, words), command in zip(bad_inputs(folder), commands, strict=False):
        done = run(*command, *arguments)
        line = done.stderr.decode()
        assert done.returncode == 2, (command, arguments, line)
        assert line.startswith("consistency: ") and line.count("\n") == 1 and words in line
        assert not done.stdout


def test_one_bad_file_does_not_lose_the_others(folder):
    (folder / "empty.txt").write_bytes(b"")
    for form in ("terminal", "json"):
        done = run("report", folder, "--format", form)
        assert done.returncode == 2 and "12人" in done.stdout.decode()
        assert done.stderr.decode().count("\n") == 1 and "empty.txt" in done.stderr.decode()


def test_facts_of_an_article(folder):
    done = run("facts", folder / "wire.md", "--format", "json")
    found = {fact["text"]: fact for fact in json.loads(done.stdout)["facts"]}
    assert done.returncode == 0 and found["12人"]["value"]["low"] == 12
    assert WIRE[found["12人"]["start"] : found["12人"]["end"]] == "12人"
    table = run("facts", folder / "wire.md").stdout.decode()
    assert "12人" in table and "所指" in table
    assert json.loads(run("facts", "-", "--format", "json", stdin="共12人遇难。".encode()).stdout)["facts"]


def test_facts_of_many_snippets_in_one_process(folder):
    dated = '{"text": "昨天开工", "published": "2026-01-10"}'
    data = "\n".join(['{"text": "共12人遇难。"}', "", dated, "no json", '{"text": 3}', '{"text": " "}']).encode()
    (folder / "many.jsonl").write_bytes(data)
    for done in (run("facts", "-", "--lines", stdin=data), run("facts", folder / "many.jsonl")):
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert [bool(answer["facts"]) for answer in answers] == [True, True, False, False, False]
        assert answers[1]["facts"][0]["value"]["start"] == "2026-01-09"
        assert done.returncode == 2 and all(f":{n}: " in done.stderr.decode() for n in (4, 5, 6))


@pytest.mark.parametrize("text", ["海拔1500米处", "共7所学校", "分享3次", "责任编辑12人", "2018年5月3日"])
def test_a_text_of_one_line_is_read_whatever_it_looks_like(text):
    assert json.loads(run("facts", "-", "--format", "json", stdin=text.encode()).stdout)["facts"]


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_console_that_lacks_characters(folder, encoding, form):
    done = run("report", folder, "--format", form, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode(encoding)
    assert form == "terminal" or json.loads(shown)["findings"]


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
def test_a_reader_who_leaves_changes_no_status(folder):
    command = f"'{sys.executable}' -m consistency check daily.md --against wire.md --fail-on info | true"
    done = subprocess.run(
        ["bash", "-c", command + "; exit ${PIPESTATUS[0]}"], capture_output=True, cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_one_line_and_status_2(folder):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "consistency", "report", str(folder)], stdout=full, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
        )  # fmt: skip
    assert done.returncode == 2 and done.stderr.startswith(b"consistency: standard output: ")
    assert done.stderr.count(b"\n") == 1


def test_evaluate_in_a_real_process(tmp_path):
    (tmp_path / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "daily.md").write_text(DAILY, "utf-8")
    sides = [
        {"file": "wire.md", "quote": "已造成12人遇难", "value": "12人", "group": "a"},
        {"file": "daily.md", "quote": "已造成15人遇难", "value": "15人", "group": "b"},
    ]
    conflict = {"id": "c1", "field": "figure", "topic": "遇难人数", "kind": "conflict", "note": "", "sides": sides}
    (tmp_path / "gold.json").write_text(json.dumps({"conflicts": [conflict], "non_conflicts": []}), "utf-8")
    done = run("evaluate", tmp_path, "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["recall"] == 1.0
    assert run("evaluate", tmp_path, "--verbose", "--min-f1", "0.1").returncode == 0
    (tmp_path / "daily.md").write_text(WIRE.replace("12人遇难", "已造成15人遇难"), "utf-8")
    assert run("evaluate", tmp_path / "nowhere").returncode == 2
