"""The tables behind csv and xlsx: statements, compared fields, articles and facts, as pandas frames.

Columns of statements, articles and facts bear the keys of the JSON; the heads of the compared fields are words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from consistency.model.tables import frame_of
from consistency.report.places import by_urgency
from consistency.report.words import say, settled_because

if TYPE_CHECKING:
    import pandas as pd

    from consistency.model.facts import Fact
    from consistency.model.findings import Report
    from consistency.model.text import Article


def statements(report: Report) -> pd.DataFrame:
    """`Report.to_frame()`, the settled last, with each finding's message, waiver and state in the baseline."""
    left, settled = by_urgency(report)
    ordered = (*left, *settled)
    beside = [
        (finding.message, finding.waiver.reason if finding.waiver else "", finding.baseline or "")
        for finding in ordered
        for _ in finding.statements
    ]
    return replace(report, findings=ordered).to_frame().join(frame_of(beside, ("message", "waiver", "baseline")))


def compared(report: Report, lang: str) -> pd.DataFrame:
    """A row for each finding and a column for each article, with what the article has."""
    heads = [say(key, lang) for key in ("severity", "verdict", "field", "topic", "message")]
    articles = {
        source.article.id: f"{source.article.id} {source.article.outlet or source.article.path}"
        for source in report.sources
    }
    rows = []
    for finding in (one for part in by_urgency(report) for one in part):
        said: dict[str, list[str]] = {}
        for one in finding.statements:
            said.setdefault(one.article, []).append(one.text)
        rows.append((
            say(finding.severity, lang), say(finding.verdict, lang), say(finding.field, lang), finding.topic,
            finding.message, *("；".join(dict.fromkeys(said.get(name, ()))) for name in articles),
            settled_because(finding, lang), finding.id,
        ))  # fmt: skip
    return frame_of(rows, columns=[*heads, *articles.values(), say("settled because", lang), "id"])


def articles(report: Report) -> pd.DataFrame:
    """A row for each article."""
    columns = ("id", "path", "title", "outlet", "published", "facts", "origin")
    rows = [[source.to_dict()[column] or "" for column in columns] for source in report.sources]
    return frame_of(rows, columns)


def facts(readings: Sequence[tuple[Article, list[Fact]]]) -> pd.DataFrame:
    """A row for each fact: its scope as `slot=word`, each part of its value in a column of its own."""
    columns = ("path", "line", "column", "start", "end", "field", "text", "measure", "scope")
    parts = ("text", "low", "high", "unit", "edtf", "start", "end", "grain", "mod")
    rows = []
    for article, found in readings:
        for fact in found:
            value = fact.to_dict()["value"]
            scope = " ".join(f"{slot}={word}" for slot, word in fact.scope if word)
            rows.append((
                article.path, *article.position(fact.span.start), fact.span.start, fact.span.end, fact.field,
                fact.text, fact.measure, scope, *(value.get(part) for part in parts),
            ))  # fmt: skip
    return frame_of(rows, columns=[*columns, *(f"value.{part}" for part in parts)])
