"""Articles that say nothing of their own: reprints, whose every sentence another article has as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from consistency.statements import Reading

FEWEST = 3  # sentences that a text needs to be told for a copy
_SPEECH = re.compile(r"[^\w]+")


def origins(readings: Sequence[Reading]) -> list[int | None]:
    """For each article the number of the first one that it copies, None for an article of its own words.

    The script, the spaces and the punctuation do not count; one changed figure makes a text no copy.
    """
    said = [
        frozenset(bare for statement in reading.statements if (bare := _SPEECH.sub("", statement.sentence)))
        for reading in readings
    ]
    found: list[int | None] = []
    for number, sentences in enumerate(said):
        origin = next((
            earlier for earlier in range(number)
            if found[earlier] is None and len(sentences) >= FEWEST and sentences <= said[earlier]
        ), None)  # fmt: skip
        found.append(origin)
    return found
