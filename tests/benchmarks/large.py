"""How long and how much memory large inputs take: `python tests/benchmarks/large.py [--sources N] [--megabytes N]`.

One draft is checked against N articles (those of data/, again and again with other figures), against one text of so
many megabytes made of them, and against a web page that holds a picture of that size beside the article.
"""

from __future__ import annotations

import argparse
import base64
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "data").glob("*/*/*.md"))


def bodies() -> list[tuple[str, str]]:
    """Front matter and text of every article."""
    parted = (path.read_text("utf-8").split("---\n", 2) for path in ARTICLES)
    return [(f"---\n{parts[1]}---\n", parts[2]) for parts in parted if len(parts) == 3]


def many(folder: Path, count: int) -> Path:
    """A folder of so many sources, no two alike."""
    folder.mkdir()
    known = bodies()
    for number in range(count):
        front, text = known[number % len(known)]
        if number >= len(known):
            text = text.replace("1", str(number % 9 + 1)).replace("据", f"据第{number}号文件")
        (folder / f"s{number:05}.md").write_text(front + text, "utf-8")
    return folder


def long(path: Path, size: int) -> Path:
    """One text of so many bytes."""
    whole = "\n".join(text for _, text in bodies()).encode()
    path.write_bytes((whole * (size // len(whole) + 1))[:size])
    return path


def heavy(path: Path, size: int) -> Path:
    """A page whose picture is nearly all of it."""
    picture = base64.b64encode(random.Random(1).randbytes(size * 3 // 4)).decode()
    text = "".join(f"<p>{line}</p>" for line in bodies()[0][1].splitlines() if line.strip())
    path.write_text(f'<html><body><img src="data:image/png;base64,{picture}">{text}</body></html>', "utf-8")
    return path


def measure(name: str, draft: Path, source: Path, folder: Path) -> None:
    """Prints the status, the seconds (and those of the processor) and the memory of one check."""
    command = [sys.executable, "-m", "consistency", "check", draft, "--against", source]
    start = time.monotonic()
    process = subprocess.Popen(
        [*map(str, command), "--format", "json", "--output", str(folder / "out.json")],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    _, waited, used = os.wait4(process.pid, 0)
    print(
        f"{name}: status {os.waitstatus_to_exitcode(waited)}, {time.monotonic() - start:.0f} s, "
        f"{used.ru_utime + used.ru_stime:.0f} s of the processor, {used.ru_maxrss // 1024} MB",
        flush=True,
    )


def main() -> None:
    """Prints a line for each kind of large input."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--megabytes", type=int, default=10)
    told = parser.parse_args()
    size = told.megabytes * 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draft = folder / "draft.md"
        draft.write_text("".join(bodies()[0]).replace("12", "13"), "utf-8")
        measure(f"{told.sources} sources", draft, many(folder / "many", told.sources), folder)
        measure(f"a page with a picture of {told.megabytes} MB", draft, heavy(folder / "page.html", size), folder)
        measure(f"a text of {told.megabytes} MB", draft, long(folder / "long.txt", size), folder)


if __name__ == "__main__":
    main()
