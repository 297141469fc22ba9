"""JSON lines, for scripts that read a line at a time: a finding or a fact a line, with the keys of the JSON.

What is settled comes last, with its `waiver` or `baseline`. The articles, the coverage and the notes stand only in
`json`; no finding is an empty output.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from consistency.report import View
from consistency.report.as_json import dumps
from consistency.report.places import by_urgency

if TYPE_CHECKING:
    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article


def report(report: Report, view: View) -> str:
    """A finding a line, the worst first and the settled last."""
    left, settled = by_urgency(report)
    return "".join(dumps(finding.to_dict(view.explain), view) for finding in (*left, *settled))


def facts(readings: Sequence[tuple[Article, list[Fact]]], view: View) -> str:
    """A fact a line, with the path of its article."""
    return "".join(
        dumps(fact.to_dict() | {"path": article.path}, view) for article, found in readings for fact in found
    )
