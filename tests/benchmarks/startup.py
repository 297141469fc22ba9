"""How long a run on four short articles takes, against loading what it stands on: `python tests/benchmarks/startup.py`.

Both are whole processes, timed in turn; the ratio of the medians should be at most 1.5.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOOR = "import jieba, pandas, rich; jieba.initialize()"
TARGET = 1.5
ARTICLE = """---
title: 川西地震已致{dead}人遇难
outlet: {outlet}
published: 2027-03-19T{hour}:42:00+08:00
---
截至3月19日{hour}时，川西地震已造成{dead}人遇难，38人受伤，转移群众{moved}。

省应急管理厅副厅长王海涛说：“目前救援仍在进行，请大家不要轻信传言。”地震发生于3月18日14时28分，震中位于川西县。
"""
ARTICLES = [
    ("新华社", 12, 10, "1.2万人"),
    ("川西日报", 15, 10, "12000人"),
    ("晚报", 12, 12, "2.1万人"),
    ("快讯", 12, 11, "一万二千人"),
]


def seconds(command: list[str], folder: str) -> float:
    """How long a command takes, its output thrown away."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return time.perf_counter() - begun


def main() -> int:
    """Print both medians and their ratio; the exit status is 1 where it is above the target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        for number, (outlet, dead, hour, moved) in enumerate(ARTICLES):
            text = ARTICLE.format(outlet=outlet, dead=dead, hour=hour, moved=moved)
            Path(folder, f"{number}.md").write_text(text, "utf-8")
        floor = [sys.executable, "-c", FLOOR]
        report = [sys.executable, "-m", "consistency", "report", folder]
        seconds(floor, folder), seconds(report, folder)  # byte code and jieba's cache are made once
        times = [(seconds(floor, folder), seconds(report, folder)) for _ in range(repeats)]
    low, high = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{FLOOR!r}: {low:.2f} s\nconsistency report, four short articles: {high:.2f} s\nratio: {high / low:.2f}")
    return 0 if high / low <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
