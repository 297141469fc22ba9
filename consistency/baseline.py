"""A baseline: the findings that were there when a newsroom began, known from then on and failing nothing.

One JSON file for all drafts of a folder, sorted, the same on every run on the same texts; writing it anew for one draft
leaves the others' findings in it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from consistency.errors import ConfigError
from consistency.model.findings import Finding, Report
from consistency.settings.files import text_of

SCHEMA = "consistency-baseline/1"


def read(path: str) -> list[dict[str, Any]]:
    """The entries of a baseline file; raises ConfigError where it is none."""
    try:
        content = json.loads(text_of(path))
        entries = content["findings"]
        if content["schema"] == SCHEMA and all(isinstance(entry["id"], str) for entry in entries):
            return list(entries)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise ConfigError(path, f"is no baseline ({SCHEMA})", "write one with --write-baseline")


def marked(report: Report, entries: Collection[dict[str, Any]]) -> Report:
    """The report with each finding marked `known`, where the baseline has it, or `new`."""
    ids = {entry["id"] for entry in entries}
    return replace(
        report, findings=tuple(replace(one, baseline="known" if one.id in ids else "new") for one in report.findings)
    )


def written(report: Report, draft: str | None, entries: Collection[dict[str, Any]] = ()) -> list[dict[str, Any]]:
    """The entries with those of this draft (None: of a report) replaced by what the report finds and nobody waived."""
    kept = {entry["id"]: entry for entry in entries if entry.get("draft") != draft}
    found = {
        finding.id: _entry(finding, draft)
        for finding in report.findings
        if finding.waiver is None and not finding.agrees
    }
    return sorted({**kept, **found}.values(), key=lambda entry: (str(entry.get("draft") or ""), entry["id"]))


def to_json(entries: Collection[dict[str, Any]]) -> str:
    """The text of a baseline file."""
    return json.dumps({"schema": SCHEMA, "findings": list(entries)}, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, draft: str | None) -> dict[str, Any]:
    """What a person needs to know the finding by, in no language but the articles'."""
    says = sorted({f"{PurePath(one.path).name}: {one.text}" for one in finding.statements})
    return {"id": finding.id, "draft": draft, "field": finding.field, "verdict": finding.verdict, "says": says}
