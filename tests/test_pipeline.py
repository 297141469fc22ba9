"""The run from paths to report: its contracts, the same answer every time, and nothing lost on the way."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import consistency
from consistency import pipeline
from consistency.articles import read_text
from consistency.errors import ConsistencyError
from consistency.model.findings import FIELDS

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "rare-earth"
EMPTY = read_text("天气很好，大家都很高兴。", path="empty.txt")


def as_json(report):
    return json.dumps(report.to_dict(), ensure_ascii=False, sort_keys=True)


def test_two_runs_give_the_same(rare_earth):
    assert as_json(pipeline.compare(rare_earth)) == as_json(pipeline.compare(rare_earth))
    first, *others = rare_earth
    assert as_json(pipeline.check(first, others)) == as_json(pipeline.check(first, others))


def test_two_processes_give_the_same_bytes():
    """Whatever order the hashes of strings bring about."""

    def run(form, seed):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-m", "consistency", "report", "data/rare-earth", "--format", form, "--all"]
        return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment, check=True).stdout

    for form in ("terminal", "json"):
        assert run(form, "1") == run(form, "2") != b""


def test_the_report_has_the_contracts_keys(rare_earth):
    report = pipeline.compare(rare_earth).to_dict()
    assert report.keys() >= {"schema", "articles", "findings", "coverage"}
    assert report["schema"] == "consistency-report/1"
    assert [one["id"] for one in report["articles"]] == ["a1", "a2", "a3", "a4"]
    for one in report["articles"]:
        assert one.keys() >= {"id", "path", "title", "outlet", "published", "facts"}
        assert one["published"] is None or "T" in one["published"]
    assert report["findings"]
    for finding in report["findings"]:
        assert finding.keys() >= {
            "id", "field", "verdict", "severity", "confidence", "topic", "message", "statements", "evidence",
        }  # fmt: skip
        for statement in finding["statements"]:
            assert statement.keys() >= {
                "article", "path", "start", "end", "line", "column", "text", "value", "sentence", "group",
            }  # fmt: skip
    assert report["coverage"].keys() >= {"articles", "statements", "facts", "aligned", "compared"}
    assert json.loads(json.dumps(report)) == report


def test_the_coverage_counts_what_was_read(rare_earth):
    report = pipeline.compare(rare_earth)
    coverage = report.coverage
    assert coverage.articles == len(rare_earth)
    assert coverage.facts == sum(len(pipeline.read_facts(article)) for article in rare_earth)
    assert coverage.facts == sum(source.facts for source in report.sources) == sum(dict(coverage.by_field).values())
    assert tuple(dict(coverage.by_field)) == FIELDS
    assert coverage.compared >= coverage.aligned > 0 < coverage.statements


def test_the_table_has_a_row_for_each_statement(rare_earth):
    report = pipeline.compare(rare_earth)
    frame = report.to_frame()
    assert list(frame.columns) == [
        "finding", "field", "verdict", "severity", "confidence", "topic", "group", "article", "path", "line", "column",
        "start", "end", "text", "value", "sentence",
    ]  # fmt: skip
    assert len(frame) == sum(len(finding.statements) for finding in report.findings) > 0
    assert set(frame["finding"]) == {finding.id for finding in report.findings}
    none = pipeline.compare([]).to_frame()
    assert none.empty and list(none.columns) == list(frame.columns)


def test_check_reports_what_concerns_the_draft_only(rare_earth):
    draft, *sources = rare_earth
    report = pipeline.check(draft, sources)
    assert report.draft == "a1" and report.sources[0].article.path == draft.path
    assert report.findings
    assert all(any(one.article == "a1" for one in finding.statements) for finding in report.findings)
    everything = pipeline.compare(rare_earth)
    assert len(everything.findings) > len(report.findings)


def test_the_numbers_of_the_articles_are_their_order(rare_earth):
    report = pipeline.compare(rare_earth[::-1])
    assert [source.article.path for source in report.sources] == [article.path for article in rare_earth[::-1]]
    assert [source.article.id for source in report.sources] == ["a1", "a2", "a3", "a4"]


@pytest.mark.parametrize("articles", [[], [EMPTY], [EMPTY, EMPTY]])
def test_where_there_is_nothing_to_compare(articles):
    report = pipeline.compare(articles)
    assert report.findings == () and report.coverage.compared == 0
    assert len(report.sources) == len(articles)


def test_one_article_disagrees_with_nobody(rare_earth):
    assert pipeline.compare(rare_earth[:1]).findings == ()


def test_progress_is_told_after_each_article(rare_earth):
    told = []
    pipeline.compare(rare_earth, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4) and [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_public_interface(tmp_path):
    articles = consistency.read_articles([str(SAMPLE)])
    report = consistency.compare(articles)
    assert isinstance(report, consistency.Report) and report.findings
    assert isinstance(articles[0], consistency.Article)
    draft, *sources = articles
    assert consistency.check(draft, sources).draft == "a1"
    fact = next(fact for fact in consistency.facts("事故造成12人遇难。") if fact.text == "12人")
    assert fact.to_dict()["value"] == {"low": 12, "high": 12, "unit": "人", "mod": None}
    with pytest.raises(ConsistencyError):
        consistency.read_articles([str(tmp_path / "missing.txt")])


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import sys, consistency;"
        "print({'pandas', 'jieba', 'rapidfuzz', 'rich', 'click', 'yaml', 'docx'} & set(sys.modules) or '')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, text=True, check=False)
    assert (done.stdout.strip(), done.stderr.strip()) == ("", "")


def test_the_report_names_its_stories_in_order():
    from tests.bundles import GOLD, articles_of

    mine, phone = (articles_of(GOLD / name) for name in ("mine-accident", "phone-launch"))
    mixed = [article for pair in zip(mine, phone, strict=True) for article in pair]
    report = pipeline.compare(mixed)
    assert report.stories == (("a1", "a3", "a5", "a7", "a9"), ("a2", "a4", "a6", "a8", "a10"))
    assert report.to_dict()["stories"] == [list(story) for story in report.stories]
    assert "2" in report_text(report) and "a1 a3 a5 a7 a9" in report_text(report)


def report_text(report):
    from consistency.report import View, reporter

    return reporter("terminal").report(report, View("zh", None, 120))
