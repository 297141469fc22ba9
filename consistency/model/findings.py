"""What the user is told: findings, the statements they rest on, and the report that holds them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from consistency.model.text import Article, PartKind, Span

if TYPE_CHECKING:
    import pandas as pd

Field = Literal["date", "figure", "attribution", "person", "place", "status"]
Verdict = Literal["agree", "compatible", "update", "conflict", "unsupported"]
Severity = Literal["error", "warning", "info"]

FIELDS: tuple[Field, ...] = ("date", "figure", "attribution", "person", "place", "status")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # worst first


@dataclass(frozen=True)
class Stated:
    """One place where an article states the compared value; statements of the same meaning share a `group`.

    `sentence` is the sentence as the reader sees it and `mark` where the value stands in it; `value` is the value's
    normal form, in the codes of its unit and time; `line` and `column` count from 1; `part` is the page of a PDF or the
    paragraph of a Word document; `label` is the value as a reader of the report's language writes it.
    """

    article: str
    path: str
    span: Span
    line: int
    column: int
    text: str
    value: str
    sentence: str
    mark: tuple[int, int]
    group: str
    part: tuple[PartKind, int] | None = None
    label: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The statement in the JSON contract's keys, and its `page` or `paragraph` where the file has such."""
        part: dict[str, Any] = dict([self.part]) if self.part else {}
        return {
            "article": self.article, "path": self.path, "start": self.span.start, "end": self.span.end,
            "line": self.line, "column": self.column, "text": self.text, "value": self.value,
            "sentence": self.sentence, "group": self.group, **part,
        }  # fmt: skip


@dataclass(frozen=True)
class Step:
    """What one comparison says of two facts, and the weight, in nats, that it adds to their match weight."""

    comparison: str
    level: str
    weight: float

    def to_dict(self) -> dict[str, Any]:
        """The step in the JSON contract's keys."""
        return {"comparison": self.comparison, "level": self.level, "weight": round(self.weight, 3)}


@dataclass(frozen=True)
class Waiver:
    """An editor's decision to let a finding stand, with the reason; it holds to the end of the day `expires`.

    `false_alarm` says that the program was wrong; `place` is where the waiver is written, as file:line; `draft` is the
    path of the draft that it was written for, if it says so.
    """

    finding: str
    reason: str
    author: str
    expires: date | None = None
    false_alarm: bool = False
    place: str = ""
    draft: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The waiver as it stands in the JSON of its finding."""
        expires = self.expires.isoformat() if self.expires else None
        return {
            "reason": self.reason, "author": self.author, "expires": expires, "false_alarm": self.false_alarm,
            "place": self.place,
        }  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One disagreement (or agreement) over all articles concerned.

    `id` is a fingerprint that is the same on every run on the same text; `evidence` says line by line why the
    statements are held to be about the same thing and why they differ; `topic` is what is measured; `relation` is how
    the values stand; `steps` are the weights of the pair that decided, empty where names or the very words did.
    `gravest` is what no setting makes it more than; `waiver` is the one that silences it; `baseline` says whether a
    baseline, if one is given, knows it already.
    """

    id: str
    field: Field
    verdict: Verdict
    severity: Severity
    confidence: float
    topic: str
    message: str
    statements: tuple[Stated, ...]
    evidence: tuple[str, ...] = ()
    relation: str = ""
    steps: tuple[Step, ...] = ()
    gravest: Severity = "error"
    waiver: Waiver | None = None
    baseline: Literal["new", "known"] | None = None

    @property
    def agrees(self) -> bool:
        """Whether its statements can all be true."""
        return self.verdict in ("agree", "compatible")

    @property
    def disagrees(self) -> bool:
        """Whether they cannot: a conflict, or a value that a newer one supersedes."""
        return self.verdict in ("conflict", "update")

    @property
    def counts(self) -> bool:
        """Whether it counts where the program is measured: a disagreement that is an error or a warning."""
        return self.disagrees and self.severity != "info"

    @property
    def settled(self) -> bool:
        """Whether it blocks nothing: somebody waived it, or the baseline has it."""
        return self.waiver is not None or self.baseline == "known"

    def to_dict(self, explain: bool = False) -> dict[str, Any]:
        """The finding in the JSON contract's keys; `explain` adds the relation and the steps."""
        why: dict[str, Any] = {}
        if explain:
            why = {"relation": self.relation, "steps": [step.to_dict() for step in self.steps]}
        if self.waiver:
            why["waiver"] = self.waiver.to_dict()
        if self.baseline:
            why["baseline"] = self.baseline
        return {
            "id": self.id, "field": self.field, "verdict": self.verdict, "severity": self.severity,
            "confidence": self.confidence, "topic": self.topic, "message": self.message,
            "statements": [statement.to_dict() for statement in self.statements],
            "evidence": list(self.evidence), **why,
        }  # fmt: skip


@dataclass(frozen=True)
class Coverage:
    """How much was read and compared; `by_field` counts the facts read, field by field.

    `of_draft` counts the facts of the article under check, and those of them that some source has a counterpart to.
    """

    articles: int
    statements: int
    facts: int
    aligned: int
    compared: int
    by_field: tuple[tuple[str, int], ...] = ()
    of_draft: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The coverage in the JSON contract's keys."""
        of_draft = {"draft": dict(zip(("facts", "matched"), self.of_draft, strict=True))} if self.of_draft else {}
        return {
            "articles": self.articles, "statements": self.statements, "facts": self.facts,
            "aligned": self.aligned, "compared": self.compared, "by_field": dict(self.by_field), **of_draft,
        }  # fmt: skip


@dataclass(frozen=True)
class Source:
    """An article as the report's header shows it: `facts` read in it; `origin` is the id of the article it copies."""

    article: Article
    facts: int
    origin: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The article in the JSON contract's keys."""
        published = self.article.published
        return {
            "id": self.article.id, "path": self.article.path, "title": self.article.title,
            "outlet": self.article.outlet, "published": published.isoformat() if published else None,
            "facts": self.facts, "origin": self.origin,
        }  # fmt: skip


@dataclass(frozen=True)
class Report:
    """All findings over some articles, worst first; `draft` is the id of the article under check, if one is.

    `stories` are the ids of the articles that tell of one event, story by story, copies left out; articles of two
    stories are never compared. `notes` are lines that the reader must know of beside the findings (a waiver that has
    expired or matches nothing).
    """

    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    draft: str | None = None
    stories: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()

    def article(self, name: str) -> Article:
        """The article with this id."""
        return self._articles[name]

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {source.article.id: source.article for source in self.sources}

    def select(
        self, fields: Collection[str] = FIELDS, min_severity: Severity = "info", agreeing: bool = True
    ) -> Report:
        """The report with only the findings of these fields that are at least so severe; `agreeing` keeps the rest."""
        allowed = SEVERITIES[: SEVERITIES.index(min_severity) + 1]
        kept = tuple(
            finding for finding in self.findings
            if finding.field in fields and finding.severity in allowed
            and (agreeing or not finding.agrees)
        )  # fmt: skip
        return replace(self, findings=kept)

    def to_dict(self, explain: bool = False) -> dict[str, Any]:
        """The report as the JSON contract `consistency-report/1` has it; `explain` adds why to each finding."""
        return {
            "schema": "consistency-report/1",
            "articles": [source.to_dict() for source in self.sources],
            "findings": [finding.to_dict(explain) for finding in self.findings],
            "coverage": self.coverage.to_dict(),
            "stories": [list(story) for story in self.stories],
            "notes": list(self.notes),
        }

    def to_frame(self) -> pd.DataFrame:
        """A table with a row for each statement of each finding.

        Columns: finding, field, verdict, severity, confidence, topic, group, article, path, line, column, start, end,
        text, value, sentence.
        """
        from consistency.model.tables import frame_of  # only tables need pandas

        keys = ("finding", "field", "verdict", "severity", "confidence", "topic")
        columns = ("group", "article", "path", "line", "column", "start", "end", "text", "value", "sentence")
        rows = []
        for finding in self.findings:
            head = (finding.id, finding.field, finding.verdict, finding.severity, finding.confidence, finding.topic)
            for statement in finding.statements:
                cells = statement.to_dict()
                rows.append((*head, *(cells[column] for column in columns)))
        return frame_of(rows, (*keys, *columns))
