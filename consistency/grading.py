"""How grave each finding is by the newsroom's settings, and which of them fail a draft."""

from __future__ import annotations

from dataclasses import replace

from consistency.model.findings import SEVERITIES, Finding, Report, Severity
from consistency.model.settings import Settings


def graded(report: Report, settings: Settings) -> Report:
    """The report with the severities that the settings ask for, the gravest first, and nothing below their floor."""
    of_draft = report.draft is not None
    kept = (
        replace(finding, severity=_severity(finding, settings, of_draft))
        for finding in report.findings
        if finding.confidence >= settings.threshold("info", finding.field, of_draft)
    )
    return replace(report, findings=tuple(sorted(kept, key=lambda finding: SEVERITIES.index(finding.severity))))


def fails(finding: Finding, settings: Settings) -> bool:
    """Whether the finding blocks: unsettled, at least so severe, more than agreement or a lack of sources."""
    level = settings.fails_on(finding.field)
    if finding.settled or level == "never" or finding.agrees:
        return False
    if finding.verdict == "unsupported" and finding.severity == "info":
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)


def _severity(finding: Finding, settings: Settings, of_draft: bool) -> Severity:
    """What is asked for, or what the finding has; of a conflict or an update as much of it as its certainty allows."""
    asked = _asked(finding, settings)
    if not finding.disagrees:
        return asked or finding.severity
    level = asked or ("error" if finding.verdict == "conflict" else "warning")
    for milder in SEVERITIES[max(SEVERITIES.index(level), SEVERITIES.index(finding.gravest)) :]:
        if finding.confidence >= settings.threshold(milder, finding.field, of_draft):
            return milder
    return "info"


def _asked(finding: Finding, settings: Settings) -> Severity | None:
    """The severity set for this verdict of this field, else for the field, else for the verdict."""
    keys = [f"{finding.field}.{finding.verdict}", finding.verdict]
    if finding.disagrees:
        keys.insert(1, finding.field)
    return next((settings.severity[key] for key in keys if key in settings.severity), None)
