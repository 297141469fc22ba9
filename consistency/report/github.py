"""Annotations of GitHub Actions: one workflow command a finding, the worst first.

GitHub shows ten errors, ten warnings and ten notices of a step. What is settled is left out: an annotation on every
push is what the waiver was written to be rid of. Notes are notices without a place, and so is a warning where nothing
could be compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from consistency.report import View
from consistency.report.places import by_urgency, end_of, main_and_related, place, relative, who
from consistency.report.words import say

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(report: Report, view: View) -> str:
    """A line for each finding that is not settled, then one for each note."""
    left, _ = by_urgency(report)
    lines = [] if view.compared else [f"::warning::{_data(say('nothing compared', view.lang))}"]
    lines += [_annotation(report, finding, view.lang) for finding in left]
    lines += [f"::notice::{_data(note)}" for note in report.notes]
    return "".join(f"{line}\n" for line in lines)


def _annotation(report: Report, finding: Finding, lang: str) -> str:
    main, related = main_and_related(report, finding)
    end_line, end_column = end_of(report, main)
    where = {"file": relative(main.path), "line": main.line, "endLine": end_line}
    if end_line == main.line:  # GitHub takes columns only within one line
        where |= {"col": main.column, "endColumn": end_column}
    title = " · ".join(filter(None, (say(finding.verdict, lang), say(finding.field, lang), finding.topic)))
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in (where | {"title": title}).items())
    others = [f"{who(report, one)}: {one.text} ({place(one)})" for one in related]
    message = "\n".join((finding.message, *others))
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """The text as the value of a command, in one line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The text as the value of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
