"""How well `check` does on drafts: copies of a bundle's articles, untouched, with slips, or in other words.

Each draft is checked against all articles of its bundle, the untouched one included, as the sources that a writer has
beside him. A slip is found where a counted finding (a conflict or an update, an error or a warning) has a statement of
the draft on the changed place. A counted finding that touches no changed place and finds no conflict of the gold is a
false alarm; one that the untouched copy does not give as well is new.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, Literal

from consistency.articles import read_text
from consistency.articles.files import text_format
from consistency.errors import ArticleError
from consistency.evaluation import quoted
from consistency.gold import Bundle, each_bundle
from consistency.model.findings import Finding, Stated
from consistency.model.text import Article, Span
from consistency.pipeline import check
from consistency.slips import SLIPS, Maker, Page, Slip, paraphrases
from consistency.statements import read

Kind = Literal["changed", "copy", "paraphrased"]
KINDS: tuple[Kind, ...] = ("changed", "copy", "paraphrased")
MOST = 5  # values that are changed in one draft


@dataclass(frozen=True)
class Change:
    """A slip where it stands: in the file of the article, and in that of the draft."""

    slip: Slip
    before: Span
    after: Span
    old: str


@dataclass(frozen=True)
class Draft:
    """A copy of an article with its changes."""

    kind: Kind
    article: Article
    origin: Article
    changes: tuple[Change, ...]

    def touched(self, statement: Stated) -> list[Change]:
        """The changes that a statement of the draft lies on."""
        if statement.path != self.article.path:
            return []
        return [change for change in self.changes if change.after.overlaps(statement.span)]

    def restored(self, finding: Finding) -> Finding:
        """The finding with the draft's statements at the places of the article that it is a copy of."""
        moved = [
            replace(one, path=self.origin.path, span=Span(self._before(one.span.start), self._before(one.span.end)))
            if one.path == self.article.path else one
            for one in finding.statements
        ]  # fmt: skip
        return replace(finding, statements=tuple(moved))

    def _before(self, at: int) -> int:
        grown = [len(change.after) - len(change.before) for change in self.changes if change.after.end <= at]
        return at - sum(grown)


@dataclass(frozen=True)
class Result:
    """What `check` says of a draft: the changes it found, its false alarms, and those that the change brought."""

    draft: Draft
    found: tuple[Change, ...]
    false_alarms: tuple[Finding, ...]
    new: tuple[Finding, ...]


def drafts_of(articles: Sequence[Article], rng: Random, each: int) -> Iterator[tuple[Draft, ...]]:
    """For `each` articles of a bundle, drawn by chance, the untouched copy and then the drafts with changes."""
    for origin in rng.sample(list(articles), min(each, len(articles))):
        copy = Draft("copy", replace(origin, path=_path(origin)), origin, ())
        changed = [_changed(kind, origin, rng) for kind in KINDS if kind != "copy"]
        yield copy, *(draft for draft in changed if draft)


def _path(article: Article) -> str:
    path = Path(article.path)
    return str(path.with_name(f"draft of {path.name}"))


def _changed(kind: Kind, origin: Article, rng: Random) -> Draft | None:
    """The article with one to five values changed; None where it has none of them."""
    reading = read(origin)
    page = Page(reading.texts, reading.names)
    makers: list[Maker] = [*SLIPS.values()] if kind == "changed" else [paraphrases]
    chosen: list[tuple[Span, Slip]] = []
    wanted = rng.randint(1, MOST)
    options = [[slip for slip in make(page, rng) if _new(slip, reading.texts)] for make in makers]
    while len(chosen) < wanted and any(options):
        of_kind = rng.choice([slips for slips in options if slips])
        slip = of_kind.pop(rng.randrange(len(of_kind)))
        span = origin.blocks[slip.block].span(slip.start, slip.end)
        plain = len(span) == slip.end - slip.start  # no tags within
        if plain and not any(other.start <= span.end and span.start <= other.end for other, _ in chosen):
            chosen.append((span, slip))
    if not chosen:
        return None
    chosen.sort(key=lambda one: one[0])
    grown = accumulate((len(slip.new) - len(span) for span, slip in chosen), initial=0)
    changes = tuple(
        Change(slip, span, Span(span.start + by, span.start + by + len(slip.new)), origin.text[span.start : span.end])
        for (span, slip), by in zip(chosen, grown, strict=False)
    )
    text = origin.text
    for change in reversed(changes):
        text = text[: change.before.start] + change.slip.new + text[change.before.end :]
    path = _path(origin)
    try:
        article = read_text(text, path=path, format=text_format(path), outlet=origin.outlet, published=origin.published)
    except ArticleError:  # a change that leaves no article is no draft
        return None
    return Draft(kind, article, origin, changes)


def _new(slip: Slip, texts: Sequence[str]) -> bool:
    return texts[slip.block][slip.start : slip.end] != slip.new


def judge(drafts: Sequence[Draft], bundle: Bundle, sources: Sequence[Article]) -> list[Result]:
    """What of each draft's changes is found, and what is found that is none; the first is the untouched copy."""
    results, untouched = [], None
    for draft in drafts:
        findings = [finding for finding in check(draft.article, sources).findings if finding.counts]
        restored = [draft.restored(finding) for finding in findings]
        untouched = restored if untouched is None else untouched
        touching = [[change for one in finding.statements for change in draft.touched(one)] for finding in findings]
        found = [change for changes in touching for change in changes]
        false = [
            (finding, as_was) for finding, as_was, changes in zip(findings, restored, touching, strict=True)
            if not (changes and draft.kind == "changed")
            and not any(entry.caught_by(as_was) for entry in bundle.conflicts)
        ]  # fmt: skip
        new = tuple(finding for finding, as_was in false if not any(_alike(as_was, other) for other in untouched))
        alarms = tuple(finding for finding, _ in false)
        results.append(Result(draft, tuple(change for change in draft.changes if change in found), alarms, new))
    return results


def _alike(one: Finding, two: Finding) -> bool:
    """Whether two findings have at least two places in common."""
    places = [{(statement.path, statement.span) for statement in finding.statements} for finding in (one, two)]
    return len(places[0] & places[1]) > 1


def evaluate(
    gold: str, *, each: int = 2, seed: int = 1, progress: Callable[[int, int], None] | None = None
) -> DraftScore:
    """The score over drafts of all bundles in a folder, the same for the same seed."""
    results = []
    for bundle, articles in each_bundle(gold, progress):
        rng = Random(f"{seed} {bundle.path.name}")  # a bundle's drafts do not hang on the others
        for drafts in drafts_of(articles, rng, each):
            results += judge(drafts, bundle, articles)
    return DraftScore(tuple(results))


@dataclass(frozen=True)
class DraftScore:
    """The figures over all drafts."""

    results: tuple[Result, ...]

    def figures(self) -> dict[str, Any]:
        """How many changes were found, by kind of change, and the false alarms a draft, by kind of draft."""
        changed = [result for result in self.results if result.draft.kind == "changed"]
        made = Counter(change.slip.kind for result in changed for change in result.draft.changes)
        found = Counter(change.slip.kind for result in changed for change in result.found)
        alarms, new = Counter[str](), Counter[str]()
        drafts = Counter(result.draft.kind for result in self.results)
        for result in self.results:
            alarms[result.draft.kind] += len(result.false_alarms)
            new[result.draft.kind] += len(result.new)
        return {
            "drafts": dict(drafts),
            "changes": made.total(),
            "found": found.total(),
            "share": found.total() / made.total() if made else 0.0,
            "by_kind": {kind: {"changes": made[kind], "found": found[kind]} for kind in SLIPS if made[kind]},
            "false_alarms": dict(alarms),
            "new_false_alarms": dict(new),
            "false_alarms_a_draft": {kind: alarms[kind] / drafts[kind] for kind in KINDS if drafts[kind]},
        }

    def to_json(self) -> str:
        """The figures as one line of JSON."""
        return json.dumps(self.figures(), ensure_ascii=False) + "\n"

    def to_text(self, verbose: bool = False) -> str:
        """The figures as lines; `verbose` puts the changes that were missed and every false alarm before them."""
        lines = [line for result in self.results for line in _details(result)] + [""] if verbose else []
        figures = self.figures()
        lines += [f"{'changes':16} {'made':>9} {'found':>7} {'share':>7}"]
        rows = {**figures["by_kind"], "all": {"changes": figures["changes"], "found": figures["found"]}}
        for kind, row in rows.items():
            share = row["found"] / row["changes"] if row["changes"] else 0.0
            lines.append(f"{kind:16} {row['changes']:>9} {row['found']:>7} {share:>7.2f}")
        lines += ["", f"{'drafts':16} {'checked':>9} {'false alarms':>13} {'a draft':>8} {'new':>5} {'a draft':>8}"]
        for kind, rate in figures["false_alarms_a_draft"].items():
            drafts, new = figures["drafts"][kind], figures["new_false_alarms"][kind]
            alarms = f"{figures['false_alarms'][kind]:>13} {rate:>8.2f}"
            lines.append(f"{kind:16} {drafts:>9} {alarms} {new:>5} {new / drafts:>8.2f}")
        return "\n".join(lines) + "\n"


def _details(result: Result) -> Iterator[str]:
    origin = Path(result.draft.origin.path)
    name = f"{origin.parent.name}/{origin.name}"
    for change in result.draft.changes:
        if change not in result.found and result.draft.kind == "changed":
            text = result.draft.article.text
            before, after = text[: change.after.start][-16:], text[change.after.end :][:16]
            words = f"{before}【{change.old}→{change.slip.new}】{after}".replace("\n", " ")
            yield f"  missed  {change.slip.kind:8} {name}: {words}"
    for finding in result.false_alarms:
        yield f"  false   {result.draft.kind} {finding.confidence:.2f} [{finding.field}] {name}: {quoted(finding)}"
