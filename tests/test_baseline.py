"""The baseline: what it marks, what it holds, and what is said of one that is none."""

import json

import pytest

from consistency.baseline import marked, read, to_json, written
from consistency.errors import ConfigError
from consistency.model.findings import Coverage, Finding, Report, Stated, Waiver
from consistency.model.text import Span


def finding(id, verdict="conflict", **more):
    stated = tuple(
        Stated("a1", f"x/{name}.md", Span(0, 3), 1, 1, text, text, text, (0, 3), group)
        for name, text, group in (("b", "12人", "a"), ("a", "15人", "b"))
    )
    return Finding(id, "figure", verdict, "error", 0.9, "人数", "说法不一", stated, **more)


def report(*findings):
    return Report((), findings, Coverage(1, 1, 1, 1, 1))


def test_known_findings_are_marked_not_dropped():
    done = marked(report(finding("a"), finding("b")), [{"id": "b"}])
    assert [(one.id, one.baseline, one.settled) for one in done.findings] == [("a", "new", False), ("b", "known", True)]


def test_it_holds_what_disagrees_and_is_not_waived_sorted():
    found = report(finding("c"), finding("a"), finding("d", "agree"), finding("e", waiver=Waiver("e", "r", "a")))
    entries = written(found, "draft.md")
    assert [entry["id"] for entry in entries] == ["a", "c"]
    assert entries[0] == {
        "id": "a", "draft": "draft.md", "field": "figure", "verdict": "conflict", "says": ["a.md: 15人", "b.md: 12人"],
    }  # fmt: skip
    assert to_json(entries) == to_json(written(report(*reversed(found.findings)), "draft.md"))


def test_other_drafts_keep_theirs(tmp_path):
    entries = written(report(finding("b")), "two.md", written(report(finding("a")), "one.md"))
    (tmp_path / "b.json").write_text(to_json(entries), "utf-8")
    again = read(str(tmp_path / "b.json"))
    assert [(entry["draft"], entry["id"]) for entry in again] == [("one.md", "a"), ("two.md", "b")]
    assert [entry["id"] for entry in written(report(), "one.md", again)] == ["b"]


@pytest.mark.parametrize("text", [
    "", "[]", "{}", "nonsense", '{"schema": "x", "findings": []}', '{"schema": "consistency-baseline/1"}',
    '{"schema": "consistency-baseline/1", "findings": ["a"]}', '{"schema": "consistency-baseline/1", "findings": 3}',
    json.dumps({"schema": "consistency-baseline/1", "findings": [{"id": 3}]}), "[" * 100_000,
])  # fmt: skip
def test_what_is_none_is_told_in_one_line(tmp_path, text):
    (tmp_path / "b.json").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match="is no baseline") as caught:
        read(str(tmp_path / "b.json"))
    assert "--write-baseline" in str(caught.value)
