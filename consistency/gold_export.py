"""A newsroom's corrections as a gold bundle: what was waived as a false alarm, among all that the program reports.

The bundle can be measured with `consistency evaluate`: `non_conflicts` are the findings that an editor marked as false
alarms, `conflicts` the others of the report, which nobody marked; so its precision is the share that nobody marked,
and its traps are the corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from consistency.model.findings import Finding, Stated
from consistency.model.text import Article

SHORTEST, LONGEST = 4, 60  # characters of a quote in a gold bundle
_READ_AS_TEXT = (".txt", ".md", ".html", ".htm")


@dataclass(frozen=True)
class Copy:
    """An article's file in the bundle: its name, and its text with line feeds alone."""

    name: str
    text: str


def copies(articles: Sequence[Article]) -> dict[str, Copy]:
    """The files of a bundle by the ids that a report gives the articles; of Word and PDF the text."""
    found: dict[str, Copy] = {}
    for number, article in enumerate(articles, 1):
        path = PurePath("draft" if article.path == "-" else article.path)
        name = path.name if path.suffix.lower() in _READ_AS_TEXT else f"{path.stem}.txt"
        if any(copy.name == name for copy in found.values()):
            name = f"a{number}-{name}"
        found[f"a{number}"] = Copy(name, article.text.replace("\r\n", "\n"))
    return found


def judgement(
    findings: Iterable[Finding], files: Mapping[str, Copy], articles: Sequence[Article]
) -> dict[str, list[dict[str, Any]]]:
    """The content of gold.json; a finding that cannot be quoted so that its quotes stand once in a file is left out."""
    texts = {f"a{number}": article.text for number, article in enumerate(articles, 1)}
    gold: dict[str, list[dict[str, Any]]] = {"conflicts": [], "non_conflicts": []}
    for finding in findings:
        sides = [side for one in finding.statements if (side := _side(one, files[one.article], texts[one.article]))]
        opposed = len({side["group"] for side in sides}) > 1
        entry = {"id": finding.id, "field": finding.field}
        if finding.waiver and finding.waiver.false_alarm:
            bare = [{key: its for key, its in side.items() if key != "group"} for side in sides]
            gold["non_conflicts"] += [{**entry, "why": finding.waiver.reason, "sides": bare}] if len(sides) > 1 else []
        elif opposed and finding.counts:
            about = {"topic": finding.topic, "kind": finding.verdict, "sides": sides, "note": finding.message}
            gold["conflicts"].append({**entry, **about})
    return gold


def _side(stated: Stated, file: Copy, text: str) -> dict[str, str] | None:
    """The place as a gold bundle has it: the value in a quote that stands once in the file."""
    start, end = (at - text.count("\r\n", 0, at) for at in (stated.span.start, stated.span.end))
    value = file.text[start:end]
    for more in range(LONGEST):
        quote = file.text[max(0, start - more) : end + more]
        if len(quote) > LONGEST:
            break
        if len(quote) >= SHORTEST and file.text.count(quote) == 1:
            return {"file": file.name, "quote": quote, "value": value, "group": stated.group}
    return None
