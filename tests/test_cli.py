"""The command line: what each command asks of the pipeline, where its output goes, and its exit status."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from consistency import cli
from consistency.errors import ArticleError, NoArticles
from consistency.model.findings import Coverage, Finding, Report, Source, Stated
from consistency.model.text import Article, Span

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

    def compare(self, articles, *, lang="zh", progress=None):
        self.asked.append(("compare", [one.path for one in articles], lang))
        sources = tuple(Source(replace(one, id=f"a{n}"), 1) for n, one in enumerate(articles, 1))
        return Report(sources, tuple(self.findings), Coverage(len(sources), 1, 1, 1, 1))

    def check(self, draft, sources, *, lang="zh", progress=None):
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


def test_output_goes_to_a_file_whole(pipeline, tmp_path, capsys):
    pipeline.findings = [CONFLICT]
    report, picture = tmp_path / "out.json", tmp_path / "out.svg"
    assert cli.main(["report", "a.md", "--format", "json", "--output", str(report), "--svg", str(picture)]) == 0
    assert capsys.readouterr() == ("", "")
    assert json.loads(report.read_text("utf-8"))["findings"][0]["topic"] == "人数"
    assert picture.read_text("utf-8").startswith("<svg")
    assert cli.main(["report", "a.md", "--output", str(tmp_path / "no" / "out.txt")]) == 2
    assert "cannot be written" in capsys.readouterr().err


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
        "heavy = {'pandas', 'jieba', 'rapidfuzz', 'rich', 'yaml', 'docx', 'charset_normalizer'} & set(sys.modules);"
        "sys.exit(f'{status} {heavy}' if status or heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, cwd=ROOT, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "consistency" in done.stdout
