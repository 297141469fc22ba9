"""Linking a table of facts, ours against splink: `pip install splink duckdb`, `python tests/benchmarks/peer_splink.py`.

Takes the facts of a generated corpus (tests/benchmarks/corpus.py), repeats its stories under other numbers until the
table has `--facts` rows, and links it twice on the same machine in the same run: by our blocking, scoring and grouping
(each story's pairs of facts of one kind in two articles, their comparison levels, the sum of the weights, competition
and topics), and by splink on DuckDB, which predicts and clusters with the same blocking keys (story and kind, two
articles) and a comparison for each of ours that a column can hold, on levels like ours. Splink's weights are given,
not estimated, as ours are shipped. Prints seconds on the clock and of the processors, and the ratio.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
from corpus import write
from splink import DuckDBAPI, Linker, SettingsCreator

from consistency.articles.corpus import Faulty, article_of, items
from consistency.linkage.context import Context, contexts_of
from consistency.linkage.copies import origins
from consistency.linkage.gathering import CORPUS
from consistency.linkage.pair import FAMILIES
from consistency.linkage.stories import stories
from consistency.linkage.topics import link
from consistency.linkage.weights import shipped
from consistency.model.values import Duration, Quantity, Timex
from consistency.pipeline import tell

Table = list[list[list[Context]]]  # the contexts of the facts: story by story, article by article
SLOTS = ("basis", "stage", "count", "time", "change", "direction", "as_of", "item", "extremum", "period", "per")
THRESHOLD = 0.55  # a pair counts from this probability on, as ours of disagreeing values do


def facts(size: int) -> Table:
    """What is known of the facts of a generated corpus of so many articles, put into stories as the scan does."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        write(size, path)
        articles = [article_of(item) for item, _ in items(str(path)) if not isinstance(item, Faulty)]
    with ProcessPoolExecutor() as pool:
        found = list(pool.map(tell, articles, chunksize=20))
    sketches = [sketch for _, sketch in found]
    own = [number for number, origin in enumerate(origins(sketches)) if origin is None]
    told = [
        [found[own[n]][0] for n in story] for story in stories([sketches[n] for n in own], CORPUS) if len(story) > 1
    ]
    return [contexts_of([one.reading for one in story], [one.facts for one in story]) for story in told]


_table: Table = []


def ours(table: Table) -> tuple[int, int]:
    """How many pairs were weighed, and how many topics they make, in one process a core."""
    global _table
    _table = table  # the processes are forked: they have it at once, as DuckDB has its table
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("fork")) as pool:
        found = list(pool.map(_linked, range(len(table)), chunksize=50))
    return sum(pairs for pairs, _ in found), sum(topics for _, topics in found)


def _linked(story: int) -> tuple[int, int]:
    linkage = link(_table[story], shipped())
    return linkage.compared, len(linkage.topics)


def rows(table: Table) -> Iterator[dict[str, object]]:
    """A row for each fact, with a column for what each comparison looks at."""
    number = 0
    for story, articles in enumerate(table):
        for article in articles:
            for context in article:
                if context.fact.kind in FAMILIES:
                    yield {"unique_id": number, "story": story, **_columns(context)}
                    number += 1


@cache
def _columns(context: Context) -> dict[str, object]:
    fact, value = context.fact, context.fact.value
    low = high = None
    if isinstance(value, Quantity | Duration):
        low, high = value.low, value.high
    elif isinstance(value, Timex):
        low = value.start.timestamp() if value.start else None
        high = value.end.timestamp() if value.end else None
    attribution = fact.statement.attribution
    locus = dict(context.locus)
    return {
        "article": context.article, "kind": fact.kind, "low": low, "high": high,
        "unit": getattr(value, "unit", None) or getattr(value, "grain", None), "written": fact.text,
        "near": context.left + context.right, "before": context.left[-5:], "after": context.right[:4],
        "words": [*context.words], "sentence": [*context.sentence], "wider": [*context.wider],
        "grams": sorted(context.grams), "heads": sorted(context.heads), "names": sorted(context.names),
        "speaker": attribution.source if attribution else None,
        "left_unit": context.beside[0], "right_unit": context.beside[1],
        **{level: locus.get(level) for level in ("country", "province", "city", "county")},
        **{f"slot_{slot}": fact.slot(slot) or None for slot in SLOTS},
    }  # fmt: skip


def _comparison(name: str, conditions: Sequence[str], column: str = "") -> dict[str, Any]:
    """A comparison with a level for each condition, the best first, and one for all else."""
    column = column or name
    null = {
        "sql_condition": f"{column}_l IS NULL OR {column}_r IS NULL",
        "label_for_charts": "null",
        "is_null_level": True,
    }
    levels = [*conditions, "ELSE"]
    weights = [2.0 - 4.0 * place / (len(levels) - 1) for place in range(len(levels))]  # nats, like the range of ours
    return {
        "output_column_name": name,
        "comparison_levels": [null] + [
            {
                "sql_condition": condition, "label_for_charts": f"level {place}",
                "m_probability": 0.05 * math.exp(weight), "u_probability": 0.05,
            } for place, (condition, weight) in enumerate(zip(levels, weights, strict=True))
        ],
    }  # fmt: skip


def _alike(column: str, *points: float) -> dict[str, Any]:
    return _comparison(column, [f"jaro_winkler_similarity({column}_l, {column}_r) >= {one}" for one in points])


def _dice(name: str, column: str, *points: float) -> dict[str, Any]:
    shared = f"2 * len(list_intersect({column}_l, {column}_r)) / nullif(len({column}_l) + len({column}_r), 0)"
    return _comparison(name, [f"{shared} >= {one}" for one in points], column)


def _shared(name: str, column: str, *points: int) -> dict[str, Any]:
    return _comparison(name, [f"len(list_intersect({column}_l, {column}_r)) >= {one}" for one in points], column)


def _same(column: str) -> dict[str, Any]:
    return _comparison(column, [f"{column}_l = {column}_r"])


COMPARISONS = (
    _alike("near", 0.8, 0.6, 0.45, 0.3, 0.15), _alike("before", 0.85, 0.6, 0.35, 0.15), _alike("after", 0.8, 0.5, 0.2),
    _dice("clause", "words", 0.7, 0.5, 0.3, 0.15, 0.03), _dice("sentences", "sentence", 0.5, 0.3, 0.15, 0.05),
    _dice("characters", "grams", 0.65, 0.45, 0.28, 0.16, 0.08, 0.02),
    _shared("shared", "words", 5, 4, 3, 2, 1), _shared("around", "wider", 8, 5, 3, 1),
    _shared("heads", "heads", 2, 1), _shared("names", "names", 1),
    _same("unit"), _same("speaker"), _same("left_unit"), _same("right_unit"),
    *(_same(level) for level in ("country", "province", "city", "county")), *(_same(f"slot_{slot}") for slot in SLOTS),
    _comparison("digits", [f"levenshtein(written_l, written_r) <= {one}" for one in (0, 1, 2)], "written"),
    _comparison("relation", [
        "low_l = low_r AND high_l = high_r",
        "low_l >= low_r AND high_l <= high_r OR low_r >= low_l AND high_r <= high_l",
        "low_l <= high_r AND low_r <= high_l",
    ], "low"),
)  # fmt: skip


def splinks(table: pd.DataFrame) -> tuple[int, int]:
    """How many pairs splink predicts, and how many clusters of two facts or more they make."""
    database = DuckDBAPI()
    blocked = "l.story = r.story AND l.kind = r.kind AND l.article < r.article"
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=list(COMPARISONS), blocking_rules_to_generate_predictions=[blocked],
        probability_two_random_records_match=0.2, retain_matching_columns=False,
    )  # fmt: skip
    linker = Linker(database.register(table), settings, log_level="ERROR", validate_settings=False)
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, THRESHOLD)
    con = database.duckdb_con
    found = con.execute(f"SELECT count(*) FROM {pairs.physical_name}").fetchone()
    sets = con.execute(
        f"SELECT count(*) FROM (SELECT cluster_id FROM {clusters.physical_name} GROUP BY 1 HAVING count(*) > 1)"
    ).fetchone()
    return int(found[0]) if found else 0, int(sets[0]) if sets else 0


def _timed(run: Callable[[], tuple[int, int]]) -> tuple[float, float, tuple[int, int]]:
    """Seconds on the clock and of the processors, its own processes' included."""

    def spent() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    start, before = time.perf_counter(), spent()
    found = run()
    return time.perf_counter() - start, spent() - before, found


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=1000, help="Of the corpus whose facts are repeated.")
    chosen = parser.parse_args()
    once = facts(chosen.articles)
    table, held = [], 0
    while held < chosen.facts:
        story = once[len(table) % len(once)]
        table.append(story)
        held += sum(context.fact.kind in FAMILIES for article in story for context in article)
    frame = pd.DataFrame(rows(table))
    print(
        f"{len(frame)} facts, {len(table)} stories\n\n| | seconds | CPU seconds | pairs | groups |\n" + "|---" * 5 + "|"
    )
    told = {"ours": _timed(lambda: ours(table)), "splink": _timed(lambda: splinks(frame))}
    for name, (seconds, cpu, (pairs, groups)) in told.items():
        print(f"| {name} | {seconds:.0f} | {cpu:.0f} | {pairs} | {groups} |", flush=True)
    ratios = (told["ours"][at] / told["splink"][at] for at in (0, 1))
    print("| ours / splink | " + " | ".join(f"{ratio:.2f}" for ratio in ratios) + " | | |")


if __name__ == "__main__":
    sys.exit(main())
