"""How alike two wordings are, from 0 to 1; the one module that asks rapidfuzz."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, Indel


def wording(a: str, b: str) -> float:
    """Likeness of two short strings, character by character."""
    if not a or not b:
        return 0.0
    return float(fuzz.ratio(a, b)) / 100


def containment(a: str, b: str) -> float:
    """How much of the shorter string stands in the longer one, in one piece."""
    if not a or not b:
        return 0.0
    return float(fuzz.partial_ratio(a, b)) / 100


def paraphrase(short: str, long: str) -> float:
    """How many of the short string's pairs of characters the long one has too, in whatever order."""
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    others = {long[i : i + 2] for i in range(len(long) - 1)}
    return len(pairs & others) / len(pairs) if pairs else 0.0


def overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted Dice coefficient of two bags of words."""
    if a.keys().isdisjoint(b):
        return 0.0
    shared = sum([weight for word, weight in a.items() if word in b])
    return 2 * shared / (sum(a.values()) + sum(b.values()))


def shared_weight(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The rarity, in nats, of all words that two bags share."""
    return sum([weight for word, weight in a.items() if word in b]) if not a.keys().isdisjoint(b) else 0.0


def slip(a: str, b: str) -> int:
    """How many keys apart two strings of digits are; neighbours swapped count as one (286 / 268)."""
    return int(DamerauLevenshtein.distance(a, b))


def edits(a: str, b: str) -> list[tuple[int, int, int, int]]:
    """Where two strings differ: `a[i:j]` stands for `b[k:l]`, in order; all else is the same."""
    changes = Indel.opcodes(a, b)
    return [(one.src_start, one.src_end, one.dest_start, one.dest_end) for one in changes if one.tag != "equal"]
