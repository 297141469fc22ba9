"""SARIF 2.1.0, for code scanning and the editors that read it: one result a finding, the worst first.

The draft's statement is the result's location and the others are its related locations, linked in the message; in a
report without a draft the first statement is. A waiver is a suppression, the baseline a `baselineState`, the
fingerprint a partial fingerprint, each field a rule. Agreement has the kind `pass`. Notes, and that nothing could be
compared, are notifications of the invocation. Nothing in it tells the time or the machine of the run.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from consistency.model.findings import FIELDS
from consistency.report import View
from consistency.report.as_json import dumps
from consistency.report.places import by_urgency, end_of, headline, main_and_related, uri, who
from consistency.report.words import say
from consistency.report.words_fields import help_text, short

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report, Source, Stated, Waiver

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
STATES = {"new": "new", "known": "unchanged"}
LANGUAGES = {"zh": "zh-CN", "en": "en"}


def report(report: Report, view: View) -> str:
    """A log with one run, as indented JSON."""
    left, settled = by_urgency(report)
    indexes = {source.article.id: index for index, source in enumerate(report.sources)}
    run = {
        "tool": {"driver": _driver(view.lang)},
        "language": LANGUAGES[view.lang],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, view)],
        "artifacts": [_artifact(report, source) for source in report.sources],
        "results": [_result(report, finding, indexes) for finding in (*left, *settled)],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, view, indent=2)


def _driver(lang: str) -> dict[str, Any]:
    try:
        numbered = {"version": version("consistency")}
    except PackageNotFoundError:  # run from a checkout
        numbered = {}
    rules = [
        {
            "id": field,
            "name": f"{field.capitalize()}Differs",
            "shortDescription": {"text": short(field, lang)},
            "fullDescription": {"text": help_text(field, lang)},
            "help": {"text": help_text(field, lang)},
        }
        for field in FIELDS
    ]
    return {"name": "consistency", **numbered, "rules": rules}


def _invocation(report: Report, view: View) -> dict[str, Any]:
    """The run as a consumer sees it: not a success where nothing could be compared."""
    told = [] if view.compared else [("error", say("nothing compared", view.lang))]
    told += [("note", note) for note in report.notes]
    notifications = [{"level": level, "message": {"text": _plain(text)}} for level, text in told]
    return {"executionSuccessful": view.compared, "toolExecutionNotifications": notifications}


def _artifact(report: Report, source: Source) -> dict[str, Any]:
    role = "analysisTarget" if report.draft in (None, source.article.id) else "referencedOnCommandLine"
    told = {"description": {"text": _plain(source.article.title)}} if source.article.title else {}
    return {"location": _file(source.article.path), "roles": [role], **told}


def _result(report: Report, finding: Finding, indexes: dict[str, int]) -> dict[str, Any]:
    main, related = main_and_related(report, finding)
    told = [f"{who(report, one)}: {one.text}" for one in related]
    links = [f"[{_plain(text, link=True)}]({number})" for number, text in enumerate(told)]
    state = {"baselineState": STATES[finding.baseline]} if finding.baseline else {}
    return {
        "ruleId": finding.field,
        "ruleIndex": FIELDS.index(finding.field),
        "kind": "pass" if finding.agrees else "fail",
        "level": "none" if finding.agrees else LEVELS[finding.severity],
        "message": {"text": "\n".join((_plain(headline(finding)), *links))},
        "locations": [_location(report, main, indexes)],
        "relatedLocations": [
            {"id": number, **_location(report, one, indexes), "message": {"text": _plain(text)}}
            for number, (one, text) in enumerate(zip(related, told, strict=True))
        ],
        "partialFingerprints": {"consistencyFinding/v1": finding.id},
        "suppressions": [_suppression(report, finding.waiver)] if finding.waiver else [],
        **state,
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "verdict": finding.verdict,
            "topic": finding.topic,
            "evidence": list(finding.evidence),
            "values": {one.article: one.value for one in (main, *related)},
        },
    }


def _location(report: Report, stated: Stated, indexes: dict[str, int]) -> dict[str, Any]:
    end_line, end_column = end_of(report, stated)
    start, end = stated.span.start, stated.span.end
    region = {
        "startLine": stated.line,
        "startColumn": stated.column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": report.article(stated.article).text[start:end]},
    }
    return {
        "physicalLocation": {
            "artifactLocation": {**_file(stated.path), "index": indexes[stated.article]},
            "region": region,
        }
    }


def _suppression(report: Report, waiver: Waiver) -> dict[str, Any]:
    """In the source where the waiver is a comment in an article, else external."""
    path, _, line = waiver.place.rpartition(":")
    inside = path in {source.article.path for source in report.sources}
    region = {"region": {"startLine": int(line)}} if line.isdigit() and int(line) else {}
    place = {"location": {"physicalLocation": {"artifactLocation": _file(path), **region}}} if path else {}
    return {
        "kind": "inSource" if inside else "external",
        "status": "accepted",
        "justification": f"{waiver.reason} ({waiver.author})",
        **place,
        "properties": waiver.to_dict(),
    }


def _file(path: str) -> dict[str, str]:
    """The file relative to the working directory, which is the root that consumers know."""
    return {"uri": uri(path), "uriBaseId": "%SRCROOT%"}


def _plain(text: str, link: bool = False) -> str:
    """The text of which no part is a link; brackets stand behind backslashes in the text of one of ours."""
    if not link and "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
