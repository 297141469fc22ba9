"""Slips of the pen in names: which characters are taken for one another, and which names one slip makes of another."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from consistency.lexicon import rows

Slip = Literal["sound", "shape", "order", "other"]

# What many ears do not tell apart: 陈 chen / 程 cheng, 兰 lan / 南 nan, 苏 su / 舒 shu.
_MERGED = (("ing", "in"), ("eng", "en"), ("ang", "an"), ("zh", "z"), ("ch", "c"), ("sh", "s"))


@cache
def _syllables() -> dict[str, frozenset[str]]:
    """Character -> the ways in which it is read, those merged that many ears do not tell apart."""
    found: dict[str, frozenset[str]] = {}
    for syllable, chars in rows("syllables.tsv"):
        for written, heard in _MERGED:
            syllable = syllable.replace(written, heard)
        for char in chars:
            found[char] = found.get(char, frozenset()) | {syllable}
    return found


@cache
def homophones(char: str) -> str:
    """The characters that are read like one, itself among them."""
    return "".join(sorted({other for other in _syllables() if sound_alike(char, other)} | {char}))


@cache
def _shapes() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((x, y)) for (chars,) in rows("lookalikes.tsv") for x in chars for y in chars if x != y)


def sound_alike(x: str, y: str) -> bool:
    """Whether two characters are read alike, whatever the tone."""
    return bool(_syllables().get(x, frozenset()) & _syllables().get(y, frozenset()))


@lru_cache(maxsize=16384)
def slip_between(a: str, b: str) -> Slip | None:
    """How one of two native names is the other miswritten: by its sound, its shape, its order, in one character.

    None where they are the same, or differ in more. Other: one character is another, and nothing says why.
    """
    if len(a) != len(b) or len(a) < 2:
        return None
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(apart) == 2 and a[0] == b[0] and apart[0] == apart[1][::-1]:
        return "order"
    if all(sound_alike(x, y) for x, y in apart):  # 孟凡树 / 孟繁书: an ear hears one name
        return "sound" if apart else None
    if len(apart) != 1:
        return None
    return "shape" if frozenset(apart[0]) in _shapes() else "other"
