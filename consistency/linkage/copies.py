"""Articles that say nothing of their own: reprints, whose every sentence another article has as well."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.linkage.sketch import Sketch

FEWEST = 3  # sentences that a text needs to be told for a copy


def origins(sketches: Sequence[Sketch]) -> list[int | None]:
    """For each article the number of the first one that it copies, None for an article of its own words.

    The script, the spaces and the punctuation do not count; one changed figure makes a text no copy.
    """
    holders: dict[int, list[int]] = {}  # of each sentence the articles of their own words that have it
    found: list[int | None] = []
    for number, sentences in enumerate(one.sentences for one in sketches):
        origin = None
        if len(sentences) >= FEWEST:
            rarest = min((holders.get(sentence, []) for sentence in sentences), key=len)
            said = set(sentences)
            origin = next((one for one in rarest if said <= set(sketches[one].sentences)), None)
        found.append(origin)
        if origin is None:
            for sentence in sentences:
                holders.setdefault(sentence, []).append(number)
    return found
