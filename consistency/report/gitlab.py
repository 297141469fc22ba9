"""GitLab's code quality report (`artifacts: reports: codequality`): a list of issues, one a finding, the worst first.

GitLab has no notion of a settled issue and compares a branch's list with its target's, so what is settled is left out.
Sources and notes have no place in it either; the message names the sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from consistency.report import View
from consistency.report.as_json import dumps
from consistency.report.places import by_urgency, end_of, headline, main_and_related, relative

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report

SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def report(report: Report, view: View) -> str:
    """The issues as an indented JSON list."""
    left, _ = by_urgency(report)
    return dumps([_issue(report, finding) for finding in left], view, indent=2)


def _issue(report: Report, finding: Finding) -> dict[str, Any]:
    main, _ = main_and_related(report, finding)
    return {
        "description": headline(finding),
        "check_name": f"consistency/{finding.field}",
        "fingerprint": finding.id,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": relative(main.path), "lines": {"begin": main.line, "end": end_of(report, main)[0]}},
    }
