"""The diagnostic format of reviewdog (`reviewdog -f=rdjson`): one diagnostic a finding, the worst first.

reviewdog has no notion of a settled diagnostic and may fail a build for any, so what is settled is left out; notes,
which have no place in a file, are too. Columns count bytes of UTF-8, as the format asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.report import View
from consistency.report.as_json import dumps
from consistency.report.places import by_urgency, headline, main_and_related, relative, who

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report, Stated
    from consistency.model.text import Article


def report(report: Report, view: View) -> str:
    """A DiagnosticResult as indented JSON."""
    left, _ = by_urgency(report)
    diagnostics = [_diagnostic(report, finding) for finding in left]
    return dumps({"source": {"name": "consistency"}, "diagnostics": diagnostics}, view, indent=2)


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    main, related = main_and_related(report, finding)
    return {
        "message": headline(finding),
        "location": _location(report, main),
        "severity": finding.severity.upper(),
        "code": {"value": finding.field},
        "related_locations": [
            {"message": f"{who(report, one)}: {one.text}", "location": _location(report, one)} for one in related
        ],
    }


def _location(report: Report, stated: Stated) -> dict[str, Any]:
    article = report.article(stated.article)
    start, end = (_position(article, offset) for offset in (stated.span.start, stated.span.end))
    return {"path": relative(stated.path), "range": {"start": start, "end": end}}


def _position(article: Article, offset: int) -> dict[str, int]:
    line, column = article.position(offset)
    before = article.text[offset - (column - 1) : offset]
    return {"line": line, "column": 1 + len(before.encode("utf-8", "replace"))}
