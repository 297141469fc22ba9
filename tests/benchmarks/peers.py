"""Our reader of values against recognizers-text and jionlp: `python tests/benchmarks/peers.py`.

Each reads every example beside the rules of the grammar, in a process and a virtual environment of its own (made on
the first run, from the pinned packages below; needs PyPI). Prints a Markdown table: how many of the texts each gets
right in value, how many in value, unit and bounds, and how many characters it reads in a second of its own processor
time (sentences of data/gold, the best of three runs). The corpus is our own, so our column says that the tests hold;
it shows what the peers leave out. `suites.py` has the peers' own cases.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from judging import Found, Wanted, right, wanted  # noqa: E402

from consistency.grammar import read_values  # noqa: E402
from consistency.grammar.rules import RULES  # noqa: E402
from consistency.grammar.units import CURRENCIES, dimension  # noqa: E402

REFERENCE = "2026-03-05T14:28:00+08:00"
PEERS = {
    "recognizers-text": ["recognizers-text-suite==1.0.2a2", "regex==2026.11.15", "emoji==1.7.0", "grapheme==0.6.0",
                         "datedelta==1.4", "multipledispatch==1.0.0"],
    "jionlp": ["jionlp==1.5.31", "numpy==2.4.6"],
}  # fmt: skip
SCRIPTS = {"ours": "peer_ours.py", "recognizers-text": "peer_recognizers.py", "jionlp": "peer_jionlp.py"}
ROWS = ("money", "percentages and ratios", "measures", "people and things", "bare numbers", "ranks", "dates",
        "lengths of time", "nothing to read")  # fmt: skip
OFFERS = {"jionlp": ("money", "dates", "lengths of time", "nothing to read")}  # what else it has no reader for


def environment(peer: str, folder: Path) -> str:
    """The Python of the peer's own environment."""
    python = folder / peer / "bin" / "python"
    if not python.exists():
        venv.create(folder / peer, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS[peer]], check=True)
    return str(python)


def read(python: str, script: str, texts: list[str], reference: str = REFERENCE) -> tuple[list[Found], float]:
    """What a reader makes of each text, and how many seconds it took."""
    asked = json.dumps({"texts": texts, "reference": reference})
    done = subprocess.run(
        [python, HERE / script], input=asked, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(f"{script}: {done.stderr[-2000:]}")
    answer = json.loads(done.stdout)
    return answer["values"], answer["seconds"]


def row_of(values: list[Wanted]) -> str:
    """The row of the table that an example belongs to: that of its last value."""
    if not values:
        return "nothing to read"
    last = values[-1]
    if last.type != "amount":
        return {"time": "dates", "length": "lengths of time"}[last.type]
    if last.mod == "ordinal":
        return "ranks"
    kind = dimension(last.unit) or ""
    if last.unit in CURRENCIES or kind.startswith("money"):
        return "money"
    if kind in ("ratio", "points"):
        return "percentages and ratios"
    return "bare numbers" if last.unit is None else "people and things" if kind.startswith("count") else "measures"


def judged(values: list[Wanted], found: Found, whole: bool) -> bool:
    """Whether a text is read right; of one without values, that none but a plain number is read."""
    if not values:
        return not any(not reading.get("plain") for readings in found for reading in readings)
    moment = datetime.fromisoformat(REFERENCE).replace(tzinfo=None)
    if row_of(values) == "ranks":
        values = [one for one in values if one.mod == "ordinal"]
        return all(right(Wanted("amount", one.low, one.high), found, moment, False) for one in values)
    return all(right(one, found, moment, whole) for one in values)


def sentences(count: int) -> list[str]:
    """Sentences of the gold articles, for speed."""
    files = sorted((ROOT / "data" / "gold").glob("*/*.txt"))
    text = "\n".join(path.read_text("utf-8") for path in files)
    found, length = [], 0
    for one in re.findall(r"[^。！？\n]+[。！？]?", text):
        found.append(one)
        length += len(one)
        if length > count:
            break
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(tempfile.gettempdir()) / "consistency-peers"
    parser.add_argument("--environments", type=Path, default=default, help="where the virtual environments lie")
    parser.add_argument("--verbose", action="store_true", help="list what ours gets wrong")
    chosen = parser.parse_args()
    assert read_values("", None) == []  # loading the reader registers its rules
    corpus = {text: wanted(value) for one in RULES for text, value in one.examples.items()}
    pythons = {"ours": sys.executable} | {peer: environment(peer, chosen.environments) for peer in PEERS}
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    speeds = {}
    for name, python in pythons.items():
        found, _ = read(python, SCRIPTS[name], list(corpus))
        for (text, values), one in zip(corpus.items(), found, strict=True):
            row = counts[name][row_of(values)]
            row[0] += 1
            results = [judged(values, one, whole) for whole in (False, True)]
            row[1] += results[0]
            row[2] += results[1]
            if name == "ours" and chosen.verbose and not all(results):
                print(text, values, one, file=sys.stderr)
        texts = sentences(200_000 if name == "ours" else 5_000)
        speeds[name] = sum(map(len, texts)) / min(read(python, SCRIPTS[name], texts)[1] for _ in range(3))
    table(counts, speeds)


def table(counts: dict[str, dict[str, list[int]]], speeds: dict[str, float]) -> None:
    """The table in Markdown."""
    print("| " + " | ".join(["", "texts", *(f"{name}: value | with unit and bounds" for name in counts)]) + " |")
    print("|" + "---|" * (2 + 2 * len(counts)))
    totals: dict[str, list[int]] = {name: [0, 0, 0] for name in counts}
    for row in ROWS:
        cells = []
        for name, rows in counts.items():
            texts, value, whole = rows[row]
            if row not in OFFERS.get(name, ROWS):
                cells += ["–", "–"]
                continue
            cells += [f"{value / texts:.3f}", f"{whole / texts:.3f}"]
            totals[name] = [a + b for a, b in zip(totals[name], rows[row], strict=True)]
        print(f"| {row} | {counts['ours'][row][0]} | " + " | ".join(cells) + " |")
    cells = [f"{totals[name][i] / totals[name][0]:.3f}" for name in counts for i in (1, 2)]
    print(f"| all that it has a reader for | {totals['ours'][0]} | " + " | ".join(cells) + " |")
    cells = [f"{speed:,.0f} | ours: {speeds['ours'] / speed:,.0f} times" for speed in speeds.values()]
    print("| characters a second | | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
