"""A report to diagnostics: one for each place of the draft, with the way to the sources' sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Position, Range
from pygls.workspace import PositionCodec

from consistency.lsp.places import Places
from consistency.model.findings import Finding, Report, Stated
from consistency.report.words import say

SOURCE = "consistency"
SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}
START = Range(Position(0, 0), Position(0, 0))


def diagnostics(report: Report, uri: str, lang: str, codec: PositionCodec) -> Iterator[Diagnostic]:
    """What is wrong in the draft, finding by finding; what is waived or agrees is left out, what is known is a hint."""
    places = {source.article.id: Places(source.article.text, codec) for source in report.sources}
    for finding in report.findings:
        if finding.waiver or finding.agrees:
            continue
        for stated in finding.statements:
            if stated.article == report.draft:
                yield _diagnostic(finding, stated, uri, places, lang)


def _diagnostic(finding: Finding, own: Stated, uri: str, places: dict[str, Places], lang: str) -> Diagnostic:
    """`code` is the field, `data` the fingerprint by which the finding is waived."""
    severity = DiagnosticSeverity.Hint if finding.baseline == "known" else SEVERITIES[finding.severity]
    related = [
        DiagnosticRelatedInformation(_location(stated, uri if stated.article == own.article else "", places), _said(
            stated, lang
        ))
        for stated in finding.statements if stated is not own
    ]  # fmt: skip
    return Diagnostic(
        places[own.article].range(own.span), f"{finding.topic}: {finding.message}", severity, finding.field,
        source=SOURCE, related_information=related, data=finding.id,
    )  # fmt: skip


def _location(stated: Stated, uri: str, places: dict[str, Places]) -> Location:
    """The sentence's value in its file; the beginning of a file whose lines no editor shows."""
    where = START if stated.part else places[stated.article].range(stated.span)
    return Location(uri or Path(stated.path).absolute().as_uri(), where)


def _said(stated: Stated, lang: str) -> str:
    part = f"{say(stated.part[0], lang, n=stated.part[1])} " if stated.part else ""
    return part + " ".join(stated.sentence.split())


def trouble(message: str, severity: DiagnosticSeverity = DiagnosticSeverity.Error) -> Diagnostic:
    """What concerns no place of the draft (a source that cannot be read, an idle waiver), said at its head."""
    return Diagnostic(START, message, severity, source=SOURCE)
