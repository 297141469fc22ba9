"""The JSON contract `consistency-report/1`: the same text on every run, ending in a line feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from consistency.report import View

if TYPE_CHECKING:
    from consistency.model.explanation import Explanation
    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article


def report(report: Report, view: View) -> str:
    """The report as indented JSON."""
    return dumps(report.to_dict(view.explain), view, indent=2)


def explanation(explanation: Explanation, view: View) -> str:
    """Why two lines were compared or not, as indented JSON."""
    return dumps(explanation.to_dict(), view, indent=2)


def facts(readings: Sequence[tuple[Article, list[Fact]]], view: View) -> str:
    """All facts in one list; where there are several articles each fact also names its path."""
    listed = []
    for article, found in readings:
        where = {"path": article.path} if len(readings) > 1 else {}
        listed += [fact.to_dict() | where for fact in found]
    return dumps({"facts": listed}, view, indent=2)


def dumps(data: Any, view: View, indent: int | None = None) -> str:
    r"""The data as JSON in which characters stand as they are, or all as \uXXXX where the reader's end lacks one."""
    text = json.dumps(data, ensure_ascii=False, indent=indent) + "\n"
    try:
        text.encode(view.encoding)
    except UnicodeEncodeError:
        return json.dumps(data, ensure_ascii=True, indent=indent) + "\n"
    return text
