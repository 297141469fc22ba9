"""How well the program does on gold bundles: precision, recall and F1, by field, and whether its confidence is right.

What counts stands in the README of the gold bundles: a finding counts when it is a conflict or an update that is an
error or a warning; it finds a gold conflict when it sets two of its own groups against each other where the gold does.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consistency.gold import Bundle, Entry, each_bundle
from consistency.model.findings import Finding, Report, Stated

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)  # lower bounds of confidence


@dataclass
class Outcome:
    """What the program found in a bundle: the findings that caught each conflict, and those that caught none."""

    bundle: Bundle
    found: dict[str, list[Finding]] = field(default_factory=dict)
    false_alarms: list[Finding] = field(default_factory=list)
    traps: set[str] = field(default_factory=set)

    @property
    def missed(self) -> list[Entry]:
        """The conflicts that no finding caught."""
        return [entry for entry in self.bundle.conflicts if entry.id not in self.found]

    @property
    def caught(self) -> list[tuple[Entry, list[Finding]]]:
        """Each conflict found, with the findings that caught it."""
        return [(entry, self.found[entry.id]) for entry in self.bundle.conflicts if entry.id in self.found]


def evaluate(
    gold: str, *, weights: Mapping[Path, Any] | None = None, progress: Callable[[int, int], None] | None = None
) -> Score:
    """The score over all bundles in a folder, each read as a user would and judged by its own weights, if given."""
    from consistency.pipeline import compare

    return Score(tuple(
        judge(bundle, compare(articles, weights=(weights or {}).get(bundle.path)))
        for bundle, articles in each_bundle(gold, progress)
    ))  # fmt: skip


def judge(bundle: Bundle, report: Report) -> Outcome:
    """Each counted finding finds the conflict that most of its statements lie on, or is a false alarm."""
    outcome = Outcome(bundle)
    for finding in report.findings:
        if not finding.counts:
            continue
        caught = [(entry.caught_by(finding), entry.id not in outcome.found, entry.id) for entry in bundle.conflicts]
        most, _, best = max(caught, key=lambda row: row[:2], default=(0, True, ""))
        if most:
            outcome.found.setdefault(best, []).append(finding)
        else:
            outcome.false_alarms.append(finding)
            outcome.traps |= {trap.id for trap in bundle.traps if trap.sprung_by(finding)}
    return outcome


@dataclass(frozen=True)
class Score:
    """The figures over all bundles."""

    outcomes: tuple[Outcome, ...]

    @property
    def right(self) -> list[Finding]:
        """The counted findings that are no false alarm."""
        return [finding for outcome in self.outcomes for _, findings in outcome.caught for finding in findings]

    @property
    def false_alarms(self) -> list[Finding]:
        """The counted findings that found nothing."""
        return [finding for outcome in self.outcomes for finding in outcome.false_alarms]

    @property
    def caught(self) -> list[tuple[Entry, list[Finding]]]:
        """Each conflict found in any bundle, with its findings."""
        return [pair for outcome in self.outcomes for pair in outcome.caught]

    @property
    def conflicts(self) -> list[Entry]:
        """All conflicts of the gold."""
        return [entry for outcome in self.outcomes for entry in outcome.bundle.conflicts]

    @property
    def precision(self) -> float:
        """The share of counted findings that are no false alarm."""
        return _ratio(len(self.right), len(self.right) + len(self.false_alarms))

    @property
    def recall(self) -> float:
        """The share of conflicts found."""
        return _ratio(len(self.caught), len(self.conflicts))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)

    def figures(self) -> dict[str, Any]:
        """The figures under the names that the gold's own scorer gives them."""
        caught = self.caught
        found = Counter(entry.field for entry, _ in caught)
        updates = sum(entry.kind == "update" for entry in self.conflicts)
        told = sum(entry.kind == "update" and _any(entry.kind, "verdict", hits) for entry, hits in caught)
        return {
            "bundles": len(self.outcomes),
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "conflicts": len(self.conflicts),
            "found": len(caught),
            "false_alarms": len(self.false_alarms),
            "traps_sprung": sum(len(outcome.traps) for outcome in self.outcomes),
            "field_agreement": _ratio(sum(_any(entry.field, "field", hits) for entry, hits in caught), len(caught)),
            "kind_agreement": _ratio(sum(_any(entry.kind, "verdict", hits) for entry, hits in caught), len(caught)),
            "updates_told": f"{told}/{updates}",
            "recall_by_field": {
                name: f"{found[name]}/{whole}"
                for name, whole in sorted(Counter(entry.field for entry in self.conflicts).items())
            },
        }

    def by_field(self) -> dict[str, dict[str, int]]:
        """For each field the gold's conflicts, those found, and the findings of this field that are false alarms."""
        counts: dict[str, Counter[str]] = {
            "gold": Counter(entry.field for entry in self.conflicts),
            "found": Counter(entry.field for entry, _ in self.caught),
            "false_alarms": Counter(finding.field for finding in self.false_alarms),
        }
        names = sorted({name for counter in counts.values() for name in counter})
        return {name: {key: counter[name] for key, counter in counts.items()} for name in names}

    def reliability(self) -> list[dict[str, Any]]:
        """For each range of confidence the counted findings and the share of them that is right."""
        right = Counter(_bin(finding) for finding in self.right)
        wrong = Counter(_bin(finding) for finding in self.false_alarms)
        return [
            {"from": low, "findings": right[low] + wrong[low], "right": _ratio(right[low], right[low] + wrong[low])}
            for low in BINS
            if right[low] + wrong[low]
        ]

    def to_json(self) -> str:
        """The figures as one line of JSON."""
        data = self.figures() | {"by_field": self.by_field(), "reliability": self.reliability()}
        return json.dumps(data, ensure_ascii=False) + "\n"

    def to_text(self, verbose: bool = False) -> str:
        """The figures as lines, a value each; `verbose` puts what was missed and every false alarm before them."""
        lines = [line for outcome in self.outcomes for line in _details(outcome)] + [""] if verbose else []
        for key, value in self.figures().items():
            if key == "recall_by_field":  # the table says it
                continue
            lines.append(f"{key:16} {value:.3f}" if isinstance(value, float) else f"{key:16} {value}")
        lines += ["", f"{'field':16} {'found':>9} {'recall':>7} {'false alarms':>13}"]
        for name, row in self.by_field().items():
            share = f"{row['found']}/{row['gold']}"
            recall = f"{row['found'] / row['gold']:.2f}" if row["gold"] else ""
            lines.append(f"{name:16} {share:>9} {recall:>7} {row['false_alarms']:>13}")
        lines += ["", f"{'confidence':16} {'findings':>9} {'right':>7}"]
        for level in self.reliability():
            upper = next((low for low in BINS if low > level["from"]), 1.0)
            span = f"{level['from']:.1f} to {upper:.1f}"
            lines.append(f"{span:16} {level['findings']:>9} {level['right']:>7.2f}")
        return "\n".join(lines) + "\n"


def _details(outcome: Outcome) -> Iterable[str]:
    name, all_conflicts = outcome.bundle.path.resolve().name, len(outcome.bundle.conflicts)
    yield f"{name}: {len(outcome.found)}/{all_conflicts} found, {len(outcome.false_alarms)} false alarms"
    for entry in outcome.missed:
        quotes = " | ".join(f"{side.file}:{side.quote}" for side in entry.sides)
        yield f"  missed  {entry.id} [{entry.field}] {entry.topic}: {quotes}"
    for finding in outcome.false_alarms:
        yield f"  false   {finding.confidence:.2f} [{finding.field}] {finding.topic}: {quoted(finding)}"
    for trap in sorted(outcome.traps):
        yield f"  trap    {trap}"


def quoted(finding: Finding) -> str:
    """What stands on each side: file, line, and the value in some of its sentence."""
    return " | ".join(f"{Path(one.path).name}:{one.line} {_around(one)}" for one in finding.statements)


def _around(statement: Stated, reach: int = 16) -> str:
    start, end = statement.mark
    sentence = statement.sentence
    return f"{sentence[max(0, start - reach) : start]}【{sentence[start:end]}】{sentence[end : end + reach]}"


def _any(wanted: str | None, name: str, findings: Sequence[Finding]) -> bool:
    return any(getattr(finding, name) == wanted for finding in findings)


def _bin(finding: Finding) -> float:
    return max(low for low in BINS if low <= max(finding.confidence, 0.0))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
