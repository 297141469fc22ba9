"""How long extraction takes, against `jieba.cut` alone on the same text: `python tests/benchmarks/extraction.py`.

Extraction is `statements.read` and `fields.read_facts` of every article below the folders, in one process. Both are
timed in turn, in processor time, a few times over; before each pass all that was remembered of texts is forgotten.
The ratio of the medians should be at most 2.5, with rjieba less than 1.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
TARGETS = {"jieba": 2.5, "rjieba": 1.0}


def seconds(run: Callable[[], object]) -> float:
    """The processor time of a run."""
    gc.collect()
    begun = time.process_time()
    run()
    return time.process_time() - begun


def forget() -> None:
    """What was remembered of texts is forgotten; the tables of the language, which are cached without a limit, stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("consistency"):
            for value in vars(module).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()


def measure(cutter: str, folders: list[str], repeats: int) -> dict[str, float]:
    """The medians for one cutter, in this process."""
    if cutter == "jieba":
        sys.modules["rjieba"] = None  # type: ignore[assignment]  # as if it were not installed
    sys.path.insert(0, str(ROOT))
    import jieba

    from consistency.articles import read_paths
    from consistency.fields import read_facts
    from consistency.statements import read

    articles, _ = read_paths(folders)
    texts = ["\n".join(block.text for block in article.blocks) for article in articles]
    jieba.setLogLevel(60)
    facts = sum(len(read_facts(read(article))) for article in articles)  # loads the tables
    list(jieba.cut("预热"))

    def extract() -> None:
        for article in articles:
            read_facts(read(article))

    times = []
    for _ in range(repeats):
        forget()
        times.append((seconds(lambda: [list(jieba.cut(text)) for text in texts]), seconds(extract)))
    alone, whole = (statistics.median(column) for column in zip(*times, strict=True))
    characters = sum(map(len, texts))
    return {"articles": len(articles), "characters": characters, "facts": facts, "cut": alone, "extraction": whole}


def main() -> int:
    """Print a table of both cutters; the exit status is 1 where a ratio is above its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=[str(ROOT / "data" / name) for name in ("gold", "training")])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--cutter", choices=list(TARGETS), help="measure one of them and print JSON")
    chosen = parser.parse_args()
    if chosen.cutter:
        print(json.dumps(measure(chosen.cutter, chosen.folders, chosen.repeats)))
        return 0
    failed = 0
    print("| cut by | articles | characters | facts | jieba.cut alone | extraction | characters/s | ratio | target |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for cutter, target in TARGETS.items():
        if find_spec(cutter):
            command = [sys.executable, __file__, *chosen.folders, "--repeats", str(chosen.repeats), "--cutter", cutter]
            one = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            ratio = one["extraction"] / one["cut"]
            failed |= ratio > target
            print(
                f"| {cutter} | {one['articles']} | {one['characters']:,} | {one['facts']:,} | {one['cut']:.2f} s"
                f" | {one['extraction']:.2f} s | {one['characters'] / one['extraction']:,.0f}"
                f" | {ratio:.2f} | {target} |"
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
