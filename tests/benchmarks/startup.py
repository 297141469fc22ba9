"""How long whole runs take, against loading what they stand on: `python tests/benchmarks/startup.py`.

`report` reads four short articles and `check` a fifth against these four, with jieba and, where it is installed, with
rjieba. All are whole processes, timed in turn; the ratios of the medians to the line that loads jieba and rich are
printed. `check` should take at most 1.3 times as long as that line, with rjieba less.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOOR = "import jieba, rich; jieba.initialize()"
# What a user runs, but that rjieba can be made as if it were not installed.
RUN = "import sys; {hide}from consistency.cli import main; sys.exit(main(sys.argv[1:]) > 1)"
HIDDEN = 'sys.modules["rjieba"] = None; '
TARGETS = {"check": 1.3, "check, rjieba": 1.0}
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
    """How long a command takes, its output thrown away; byte code is kept, as that of an installed package is."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return time.perf_counter() - begun


def main() -> int:
    """Print the medians and their ratios; the exit status is 1 where one is above its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        for number, (outlet, dead, hour, moved) in enumerate(ARTICLES):
            text = ARTICLE.format(outlet=outlet, dead=dead, hour=hour, moved=moved)
            Path(folder, f"{number}.md").write_text(text, "utf-8")
        with tempfile.TemporaryDirectory() as other:
            draft = Path(other, "draft.md")
            draft.write_text(ARTICLE.format(outlet="本报", dead=15, hour=12, moved="1.2万人"), "utf-8")
            commands = {"report": ["report", folder], "check": ["check", str(draft), "--against", folder]}
            runs = {FLOOR: [sys.executable, "-c", FLOOR]}
            for name, arguments in commands.items():
                runs[name] = [sys.executable, "-c", RUN.format(hide=HIDDEN), *arguments]
                if find_spec("rjieba"):
                    runs[f"{name}, rjieba"] = [sys.executable, "-c", RUN.format(hide=""), *arguments]
            for command in runs.values():
                seconds(command, other)  # byte code and jieba's cache are made once
            times = [[seconds(command, other) for command in runs.values()] for _ in range(repeats)]
    medians = dict(zip(runs, map(statistics.median, zip(*times, strict=True)), strict=True))
    print("| run | median | ratio | target |\n| --- | --- | --- | --- |")
    for name, median in medians.items():
        print(f"| {name} | {median:.2f} s | {median / medians[FLOOR]:.2f} | {TARGETS.get(name, '')} |")
    return int(any(medians[name] > target * medians[FLOOR] for name, target in TARGETS.items() if name in medians))


if __name__ == "__main__":
    sys.exit(main())
