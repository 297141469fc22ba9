"""JUnit XML, for CI that shows test results: one test case a finding, the worst first.

What makes the exit status 1 is a failed test (in `report`, which gates on nothing, an error is); any other finding is
a passed test whose output tells it. What is settled is a skipped test with the reason. No finding at all is one passed
test, and nothing that could be compared is one test in error: CI takes an empty file for a fault. Notes are the
suite's standard output.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from consistency.report import View
from consistency.report.places import by_urgency, main_and_related, place, relative, who
from consistency.report.words import nothing_left, say, settled_because

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(report: Report, view: View) -> str:
    """One test suite with a test case for each finding."""
    left, settled = by_urgency(report)
    of = relative(report.article(report.draft).path) if report.draft else "consistency"
    suite = ET.Element("testsuite", name=_clean(of))
    for finding in (*left, *settled):
        suite.append(_case(report, finding, view))
    if not view.compared:
        case = ET.SubElement(suite, "testcase", name=say("nothing compared", view.lang), classname=_clean(of))
        ET.SubElement(case, "error", message=say("nothing compared", view.lang))
    elif not report.findings:
        ET.SubElement(suite, "testcase", name=nothing_left(report, view.narrowed, view.lang), classname=_clean(of))
    if report.notes:
        ET.SubElement(suite, "system-out").text = _clean("\n".join(report.notes))
    root = ET.Element("testsuites", name="consistency")
    root.append(suite)
    for element in (suite, root):
        for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            element.set(count, str(len(list(suite.iter(tag)))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(report: Report, finding: Finding, view: View) -> ET.Element:
    main, _ = main_and_related(report, finding)
    name = f"{say(finding.field, view.lang)} {finding.topic} [{finding.id}]"
    case = ET.Element("testcase", name=_clean(name), classname=_clean(relative(main.path)))
    case.set("file", _clean(relative(main.path)))
    case.set("line", str(main.line))
    told = [f"{place(one)} {who(report, one)}: {one.text}\n    {one.sentence}" for one in finding.statements]
    text = _clean("\n".join((finding.message, *told, *finding.evidence)))
    if finding.settled:
        ET.SubElement(case, "skipped", message=_clean(settled_because(finding, view.lang)))
    elif finding.severity == "error" if view.failing is None else finding.id in view.failing:
        failure = ET.SubElement(case, "failure", message=_clean(finding.message), type=finding.severity)
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text
    return case


def _clean(text: str) -> str:
    """The text with a replacement character for each that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
