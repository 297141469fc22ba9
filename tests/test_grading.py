"""Severities, thresholds and what fails, by field and by verdict."""

import pytest

from consistency.grading import fails, graded
from consistency.model.findings import Coverage, Finding, Report, Waiver
from consistency.model.settings import Settings


def finding(verdict="conflict", severity="error", field="figure", confidence=0.9, **more):
    return Finding("id", field, verdict, severity, confidence, "", "", (), **more)


def level(one, settings):
    found = graded(Report((), (one,), Coverage(1, 1, 1, 1, 1)), settings).findings
    return found[0].severity if found else None


@pytest.mark.parametrize(("one", "settings", "expected"), [
    (finding(), {}, "error"),
    (finding(confidence=0.7, severity="warning"), {}, "warning"),
    (finding("update", "warning"), {}, "warning"),
    (finding("agree", "info", confidence=0.1), {}, "info"),
    (finding("unsupported", "info"), {"severity": {"unsupported": "error"}}, "error"),
    (finding("unsupported", "info"), {"severity": {"figure": "error"}}, "info"),
    (finding("unsupported", "info"), {"severity": {"figure.unsupported": "warning"}}, "warning"),
    (finding("update", "warning"), {"severity": {"update": "error"}}, "error"),
    (finding(), {"severity": {"conflict": "warning"}}, "warning"),
    (finding(), {"severity": {"conflict": "warning", "figure": "error"}}, "error"),
    (finding(), {"severity": {"figure": "error", "figure.conflict": "info"}}, "info"),
    (finding(field="date"), {"severity": {"figure": "info"}}, "error"),
    (finding("agree", "info"), {"severity": {"figure": "error"}}, "info"),
    (finding(), {"thresholds": {"error": 0.95}}, "warning"),
    (finding(confidence=0.7, severity="warning"), {"thresholds": {"error": 0.6}}, "error"),
    (finding(confidence=0.7, severity="warning"), {"thresholds": {"figure.error": 0.6}}, "error"),
    (finding(confidence=0.7, severity="warning", field="date"), {"thresholds": {"figure.error": 0.6}}, "warning"),
    (finding(confidence=0.5, severity="warning"), {"thresholds": {"warning": 0.6}}, "info"),
    (finding(confidence=0.5, severity="warning"), {"thresholds": {"info": 0.6}}, None),
    (finding(gravest="warning"), {}, "warning"),  # through a yearly rate of exchange
    (finding(confidence=0.6, gravest="warning"), {"thresholds": {"error": 0.5}}, "warning"),
    (finding(gravest="warning"), {"severity": {"conflict": "error", "figure": "error"}}, "warning"),
])  # fmt: skip
def test_severity(one, settings, expected):
    settings = {**settings, "thresholds": settings.get("thresholds", {})}
    assert level(one, Settings(**settings)) == expected


@pytest.mark.parametrize(("one", "thresholds", "expected"), [
    (finding(confidence=0.7), {}, "info"),
    (finding("update", confidence=0.7), {}, "info"),
    (finding("update", confidence=0.9), {}, "warning"),
    (finding(confidence=0.7), {"warning": 0.6}, "warning"),
    (finding(confidence=0.7), {"figure.warning": 0.0}, "warning"),
    (finding(confidence=0.7), {"error": 0.6}, "error"),
])  # fmt: skip
def test_a_check_asks_for_more_certainty_unless_the_settings_do_not(one, thresholds, expected):
    report = Report((), (one,), Coverage(1, 1, 1, 1, 1), draft="a1")
    (found,) = graded(report, Settings(thresholds=thresholds)).findings
    assert found.severity == expected


def test_the_gravest_stand_first():
    found = graded(
        Report((), (finding(field="date"), finding("update", "warning")), Coverage(1, 1, 1, 1, 1)),
        Settings(severity={"update": "error", "date": "info"}),
    ).findings
    assert [one.severity for one in found] == ["error", "info"]


WAIVED = Waiver("id", "r", "a")


@pytest.mark.parametrize(("one", "fail_on", "expected"), [
    (finding(), ("error",), True),
    (finding(severity="warning"), ("error",), False),
    (finding(severity="warning"), ("error", "figure=warning"), True),
    (finding(severity="warning"), ("figure=warning",), True),
    (finding(severity="warning", field="date"), ("error", "figure=warning"), False),
    (finding(), ("never", "figure=error"), True),
    (finding(field="date"), ("never", "figure=error"), False),
    (finding(), ("figure=never",), False),
    (finding(field="date"), ("figure=never",), True),
    (finding(severity="info"), ("error", "info"), True),
    (finding(waiver=WAIVED), ("info",), False),
    (finding(baseline="known"), ("info",), False),
    (finding(baseline="new"), ("error",), True),
    (finding("agree", "info"), ("info",), False),
    (finding("unsupported", "info"), ("info",), False),
    (finding("unsupported", "error"), ("error",), True),
])  # fmt: skip
def test_what_fails(one, fail_on, expected):
    assert fails(one, Settings(fail_on=fail_on)) is expected
