"""Gold bundles: folders of articles with their judgement, and what of a finding lies where the judgement says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from consistency.errors import GoldError
from consistency.model.findings import Finding, Stated
from consistency.model.text import Article

LONGEST_VALUE = 40  # code points: a span is the compared value, not the passage around it


@dataclass(frozen=True)
class Side:
    """One place in a bundle's file where the gold has a value; `end` is exclusive."""

    file: str
    quote: str
    group: str
    start: int
    end: int

    def holds(self, statement: Stated) -> bool:
        """Whether the statement's value stands here."""
        span = statement.span
        same_file = Path(statement.path).name == self.file
        return same_file and len(span) <= LONGEST_VALUE and span.start < self.end and self.start < span.end


@dataclass(frozen=True)
class Entry:
    """A conflict of the gold, or something that only looks like one (then it has no kind)."""

    id: str
    field: str
    kind: str | None
    topic: str
    sides: tuple[Side, ...]

    def caught_by(self, finding: Finding) -> int:
        """How many of the finding's statements lie on the sides; 0 unless it opposes two of them and most lie there."""
        met = [
            (number, statement.group, side.group)
            for number, statement in enumerate(finding.statements)
            for side in self.sides
            if side.holds(statement)
        ]
        opposed = any(ours != theirs and a != b for (_, ours, a), (_, theirs, b) in combinations(met, 2))
        on_sides = len({number for number, _, _ in met})
        return on_sides if opposed and 3 * on_sides >= 2 * len(finding.statements) else 0

    def sprung_by(self, finding: Finding) -> bool:
        """Whether the finding lies on more than one side."""
        return sum(any(side.holds(statement) for statement in finding.statements) for side in self.sides) > 1


@dataclass(frozen=True)
class Bundle:
    """A folder of articles with its judgement."""

    path: Path
    conflicts: tuple[Entry, ...]
    traps: tuple[Entry, ...]


def each_bundle(
    gold: str, progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[Bundle, list[Article]]]:
    """The bundles of a folder with their articles, as a user would read them; `progress` is told of each."""
    from consistency.articles import read_paths

    bundles = read_gold(gold)
    for number, bundle in enumerate(bundles):
        if progress:
            progress(number, len(bundles))
        articles, errors = read_paths([str(bundle.path)])
        if errors:
            raise GoldError(str(errors[0]))
        yield bundle, articles


def read_gold(gold: str) -> list[Bundle]:
    """The bundles of a folder (or the one that it is), in the order of their names."""
    judgements = sorted(Path(gold).rglob("gold.json"))
    if not judgements:
        raise GoldError(f"{gold}: holds no gold.json; name a gold bundle or a folder of bundles")
    return [_bundle(path) for path in judgements]


def _bundle(path: Path) -> Bundle:
    try:
        judgement = json.loads(path.read_text("utf-8"))
        conflicts = tuple(_entry(path.parent, item) for item in judgement["conflicts"])
        traps = tuple(_entry(path.parent, item) for item in judgement["non_conflicts"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: not well formed ({type(error).__name__}: {error}); mend the bundle") from error
    return Bundle(path.parent, conflicts, traps)


def _entry(folder: Path, item: dict[str, Any]) -> Entry:
    sides = []
    for side in item["sides"]:
        start = (folder / side["file"]).read_text("utf-8").index(side["quote"])
        sides.append(Side(side["file"], side["quote"], side.get("group", ""), start, start + len(side["quote"])))
    return Entry(item["id"], item["field"], item.get("kind"), item.get("topic", item.get("why", "")), tuple(sides))
