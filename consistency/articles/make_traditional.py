"""The generator of lexicon/traditional.tsv from OpenCC's tables: `python -m consistency.articles.make_traditional`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

TABLE = Path(__file__).parents[1] / "lexicon" / "traditional.tsv"

# OpenCC's first choice is not always what a newsroom means: 瞭解 and 憑藉 are far commoner than 瞭望 and 狼藉.
PREFERRED = {"瞭": "了", "藉": "借", "擡": "抬"}
# 著 is 着 in 隨著 but itself in 著名, in both scripts; one character cannot tell. 吒 is a name's (哪吒).
KEPT = frozenset("著吒抬")


def pairs(dictionary: Path) -> dict[str, str]:
    """Every traditional character (or regional variant) with the one simplified character it is folded to."""
    simplified = {key: values[0] for key, *values in _rows(dictionary / "TSCharacters.txt")}
    folded = dict(simplified)
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard, *_ in _rows(dictionary / name):
            folded.setdefault(variant, simplified.get(standard, standard))
            folded.setdefault(standard, folded[variant])
    folded.update(PREFERRED)
    targets = set(simplified.values())
    return {
        source: target
        for source, target in sorted(folded.items())
        if len(source) == len(target) == 1
        and source != target
        and source not in KEPT
        and (source in simplified or source not in targets)  # what is itself a simplified character stays
        and ord(target) < 0x10000  # coinages that no news font has
    }


def _rows(path: Path) -> list[list[str]]:
    return [line.split() for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Write the table anew (needs the development package opencc-python-reimplemented)."""
    table = pairs(Path(str(import_module("opencc").__file__)).parent / "dictionary")
    TABLE.write_text("".join(f"{source}\t{target}\n" for source, target in table.items()), "utf-8")


if __name__ == "__main__":
    main()
