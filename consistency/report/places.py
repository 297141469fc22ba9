"""Where findings stand, for formats that point into files: the main place and the others, ends, paths and URIs."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

from consistency.model.findings import SEVERITIES, Finding, Report, Stated


def by_urgency(report: Report) -> tuple[list[Finding], list[Finding]]:
    """The open findings, worst first, and then those that are settled."""
    ordered = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return [one for one in ordered if not one.settled], [one for one in ordered if one.settled]


def main_and_related(report: Report, finding: Finding) -> tuple[Stated, tuple[Stated, ...]]:
    """The draft's first statement, or else the first of all, and the others in their order."""
    main = next((one for one in finding.statements if one.article == report.draft), finding.statements[0])
    return main, tuple(one for one in finding.statements if one is not main)


def headline(finding: Finding) -> str:
    """The message after its topic, for formats that show one line of a finding."""
    said = not finding.topic or finding.topic in finding.message
    return finding.message if said else f"{finding.topic} · {finding.message}"


def end_of(report: Report, stated: Stated) -> tuple[int, int]:
    """Line and column, from 1, of the code point after the value."""
    return report.article(stated.article).position(stated.span.end)


def who(report: Report, stated: Stated) -> str:
    """The outlet that states it, or else the file."""
    return report.article(stated.article).outlet or stated.path


def place(stated: Stated) -> str:
    """`file:line:column`, as the terminal report has it."""
    return f"{stated.path}:{stated.line}:{stated.column}"


def relative(path: str) -> str:
    """The path seen from the working directory, with forward slashes; standard input stays `-`."""
    if path == "-":
        return path
    try:
        return PurePath(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return PurePath(path).as_posix()


def uri(path: str) -> str:
    """The path as a URI reference relative to the working directory, percent-encoded."""
    return quote(os.fsencode(relative(path)))
