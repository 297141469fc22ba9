"""What each mechanism earns: the score with each taken away in turn: `python tests/benchmarks/ablation.py`.

Judges data/unseen by weights fitted on data/gold and data/training, so that none is judged by what it taught; without a
mechanism the weights are fitted anew. Needs scipy (extra `fit`). Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from consistency import evaluation, fitting
from consistency.linkage import alignment, context, relations, topics
from consistency.linkage.levels import VALUES, WORDING
from consistency.linkage.weights import Weights

ROOT = Path(__file__).parents[2]


def comparisons(*names: str) -> Callable[[], ExitStack]:
    """Without these comparisons (by the beginnings of their names)."""

    def without() -> ExitStack:
        stack = ExitStack()
        for table in (WORDING, VALUES):
            kept = {name: one for name, one in table.items() if not name.startswith(names)}
            stack.enter_context(patch.dict(table, kept, clear=True))
        return stack

    return without


def replaced(*changes: tuple[object, str, object]) -> Callable[[], ExitStack]:
    """With something of the program replaced by what does nothing."""

    def without() -> ExitStack:
        stack = ExitStack()
        for module, name, value in changes:
            stack.enter_context(patch.object(module, name, value))
        return stack

    return without


def open_gate(*_: object) -> bool:
    """A gate that keeps nothing apart."""
    return False


MECHANISMS: dict[str, Callable[[], ExitStack]] = {
    "everything": ExitStack,
    "fitted weights (likeness of wording alone)": ExitStack,
    "closeness of the digits": comparisons("digits"),
    "distance of the values": comparisons("distance"),
    "competition of partners": comparisons("rivals", "free", "choices", "elsewhere", "sameness", "leads", "agreed"),
    "support of third articles": comparisons("support"),
    "agreeing values beside": comparisons("anchors", "neighbours"),
    "scope slots and extents": comparisons("scope", "extent"),
    "gates of period and share": replaced((relations, "shut", lambda a, b: "")),
    "gate of county and city": replaced((alignment, "other_place", open_gate)),
    "places as evidence": comparisons("locus"),
    "tense and role of times": comparisons("tense", "role"),
    "synonyms": replaced((context, "canonical", lambda text: text)),
    "rare words shared": comparisons("clause", "sentence", "wider", "shared"),
    "words beside the value": comparisons("near", "left", "right", "heads", "characters"),
    "names and speakers": comparisons("names", "speakers"),
    "rules for names and quotations": replaced((topics, "align_named", lambda left, right: [])),
    "pairs that back one another": replaced((topics, "_reinforced", lambda disagreeing, *_: disagreeing)),
}


@contextmanager
def by_likeness() -> Iterator[None]:
    """Pairs are held to be one thing by the likeness of their wording alone."""
    with patch.object(Weights, "match_weight", lambda *_: 0.0), patch.object(topics, "THRESHOLD", 0.5):
        original = alignment.align

        def align(*given: object) -> list[alignment.Alignment]:
            from dataclasses import replace

            return [replace(one, confidence=one.similarity) for one in original(*given)]  # type: ignore[arg-type]

        with patch.object(topics, "align", align):
            yield


def score(judged: Path, taught: tuple[Path, Path]) -> evaluation.Score:
    """The score of bundles that taught nothing, by weights that data/gold and data/training give."""
    gold, training = ([fitting.judged(bundle) for bundle in fitting.bundles(folder)] for folder in taught)
    fitted = fitting.fit(gold, training)
    return evaluation.evaluate(str(judged), weights=dict.fromkeys(fitting.bundles(judged), fitted))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judged", type=Path, default=ROOT / "data" / "unseen")
    judged = parser.parse_args().judged
    print("| without | P | R | F1 | false alarms |\n|---|---|---|---|---|", flush=True)
    for name, without in MECHANISMS.items():
        with without():
            if "alone" in name:
                with by_likeness():
                    result = evaluation.evaluate(str(judged))
            else:
                result = score(judged, (ROOT / "data" / "gold", ROOT / "data" / "training"))
        figures = f"{result.precision:.3f} | {result.recall:.3f} | {result.f1:.3f} | {len(result.false_alarms)}"
        print(f"| {'—' if name == 'everything' else name} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
