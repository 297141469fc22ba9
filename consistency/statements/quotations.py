"""Direct speech: what stands in quotation marks (or after a speaker's colon) and who is named as having said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.grammar.names import Names
from consistency.lexicon import lines

SHORTEST = 8  # characters: shorter ones are names and turns of phrase (“地球号”, “不完整”)

_QUOTE = re.compile(rf"“([^“”]{{{SHORTEST},400}})(”|$)")
# 她在台上撂下一句：这不是贸易战。  A speaker's colon with no quotation marks after it, to the end of the sentence.
_COLON = re.compile(rf"[：:](?!\s*[“\"\d])([^：:。！？!?“”\n]{{{SHORTEST},120}}[。！？!?])")
_CUES = "|".join(sorted(map(re.escape, lines("speech.txt")), key=len, reverse=True))
_CUE = re.compile(_CUES)
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_PRONOUN = re.compile(r"[他她](?!们|的)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Speech at `start:end` of a block's text, and its speaker with the place where he is named ("" if unknown)."""

    block: int
    start: int
    end: int
    text: str
    speaker: str
    speaker_block: int
    speaker_start: int
    speaker_end: int
    cue: str
    direct: bool


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    start: int
    end: int


def read_quotations(texts: Sequence[str], names: Sequence[Names]) -> Iterator[Quotation]:
    """Every quotation of an article, in order; one that runs on in the next sentence keeps its speaker."""
    for block, text in enumerate(texts):
        speakers = _speakers(names[block])
        last: _Speaker | None = None
        for match in _QUOTE.finditer(text):
            start, end = match.start(1), match.end(1)
            speaker, cue = _speaker(text, match.start(), match.end(), speakers)
            speaker = speaker or _continued(text, match.start(), last)
            if speaker:
                last = speaker
            yield _quotation(block, start, end, match[1], speaker, cue, direct=True)
        for match in _COLON.finditer(text):
            speaker, cue = _before(text, match.start(), speakers)
            if speaker:
                yield _quotation(block, match.start(1), match.end(1), match[1], speaker, cue, direct=False)


def _quotation(
    block: int, start: int, end: int, text: str, speaker: _Speaker | None, cue: str, *, direct: bool
) -> Quotation:
    if speaker is None:
        return Quotation(block, start, end, text, "", block, start, start, cue, direct)
    return Quotation(block, start, end, text, speaker.name, block, speaker.start, speaker.end, cue, direct)


def _speakers(names: Names) -> list[_Speaker]:
    people = [_Speaker(person.name, person.start, person.end) for person in names.people]
    taken = [(person.start, person.end) for person in people]
    taken += [(person.org_start, person.org_end) for person in names.people if person.organisation]
    bodies = [
        _Speaker(body.name, body.start, body.end) for body in names.organisations
        if not any(start < body.end and body.start < end for start, end in taken)
    ]  # fmt: skip
    return sorted(people + bodies, key=lambda speaker: speaker.start)


def _speaker(text: str, start: int, end: int, speakers: list[_Speaker]) -> tuple[_Speaker | None, str]:
    """Who said the quotation `text[start:end]`: named with a cue before it, or right after it."""
    before, cue = _before(text, start, speakers)
    if before and re.search(r"[：:，,]\s*$", text[:start]):
        return before, cue
    after, after_cue = _after(text, end, speakers)
    if after:
        return after, after_cue
    return before, cue


def _before(text: str, start: int, speakers: list[_Speaker]) -> tuple[_Speaker | None, str]:
    """The last name of the sentence before `start` that a cue follows (郝建平说:“…”), also across a full stop."""
    sentence = max((m.end() for m in _SENTENCE_END.finditer(text, 0, max(start - 1, 0))), default=0)
    colon = text[start : start + 1] in "：:" or bool(re.search(r"[：:]\s*$", text[:start]))
    within = [speaker for speaker in speakers if sentence <= speaker.start and speaker.end <= start]
    cues = list(_CUE.finditer(text, sentence, start))
    for speaker in reversed(within):
        cue = next((cue for cue in cues if cue.start() >= speaker.end), None)
        if cue or colon:
            if "“" in text[speaker.end : start] and not colon:
                continue
            return speaker, cue[0] if cue else "："
    if (cues or colon) and _PRONOUN.search(text, sentence, start):
        earlier = [speaker for speaker in speakers if speaker.end <= sentence]
        if earlier:
            return earlier[-1], cues[-1][0] if cues else "："
    return None, ""


def _after(text: str, end: int, speakers: list[_Speaker]) -> tuple[_Speaker | None, str]:
    """The name right after the closing mark, before the next sentence, that a cue follows (“…”邢立军说)."""
    stop = _SENTENCE_END.search(text, end)
    limit = min(stop.start() if stop else len(text), end + 60)
    quote = text.find("“", end, limit)
    limit = quote if quote >= 0 else limit
    within = [speaker for speaker in speakers if end <= speaker.start < limit]
    for speaker in within:
        cue = _CUE.search(text, speaker.end, limit)
        if cue:
            return speaker, cue[0]
    cue = _CUE.search(text, end, min(limit, end + 6))
    if cue and _PRONOUN.match(text, end):
        earlier = [speaker for speaker in speakers if speaker.end <= end]
        if earlier:
            return earlier[-1], cue[0]
    return None, ""


def _continued(text: str, start: int, last: _Speaker | None) -> _Speaker | None:
    """The last speaker, where a quotation follows another with nothing but punctuation or 他说 between."""
    if last is None or not text[:start].rstrip().endswith(("”", "，", "。", "：")):
        return None
    return last
