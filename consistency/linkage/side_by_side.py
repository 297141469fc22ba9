"""Sentences laid side by side: which of one article are those of another with something changed, and what changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.fields.status import cues
from consistency.linkage.similarity import edits, wording
from consistency.model.values import Value
from consistency.patterns import pattern
from consistency.statements import Reading

ALIKE = 0.8  # likeness of two sentences from which on one is the other with something changed
FRAMED = 0.5  # the same where the sentences before and after are the same too
SHORTEST = 6  # characters of a sentence that can be known again
GRAM = 3

_BARE = pattern(r"[^\w]+")
_UNDER_WAY = pattern("正在")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a block's text that can hold one thing or another; `value` is what a figure or time says."""

    start: int
    end: int
    kind: str  # value, person, body, place, state
    name: str = ""
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its slots, their places counted in the block."""

    number: int
    block: int
    start: int
    text: str
    slots: tuple[Slot, ...]


def sentences_of(reading: Reading) -> list[Sentence]:
    """The sentences of an article that can be known again, in order."""
    slots = [sorted(_slots(reading, block), key=lambda slot: slot.start) for block in range(len(reading.texts))]
    found = {}
    for statement in reading.statements:
        start, end = statement.sentence_start, statement.sentence_start + len(statement.sentence)
        if statement.number not in found and len(_BARE.sub("", statement.sentence)) >= SHORTEST:
            own = tuple(slot for slot in slots[statement.block] if start <= slot.start and slot.end <= end)
            found[statement.number] = Sentence(statement.number, statement.block, start, statement.sentence, own)
    return list(found.values())


def _slots(reading: Reading, block: int) -> Iterator[Slot]:
    text, names = reading.texts[block], reading.names[block]
    for mention in reading.mentions[block]:
        if mention.value is not None:
            yield Slot(mention.start, mention.end, "value", text[mention.start : mention.end], mention.value)
    for person in names.people:
        yield Slot(person.start, person.end, "person", text[person.start : person.end])
    for body in names.organisations:
        yield Slot(body.start, body.end, "body", body.name)
    for place in (*names.places, *names.sites):
        yield Slot(place.start, place.end, "place", place.name)
    for match in cues().finditer(text):
        yield Slot(*match.span(), "state", match.lastgroup or "")
    for match in _UNDER_WAY.finditer(text):
        yield Slot(*match.span(), "state", "under way")


def grams_of(text: str) -> frozenset[str]:
    """The runs of characters that a sentence is found again by."""
    bare = _BARE.sub("", text)
    return frozenset(bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1))


def matched(
    one: Sequence[Sentence], two: Sequence[Sentence], grams: Sequence[frozenset[str]], others: Sequence[frozenset[str]]
) -> list[tuple[Sentence, Sentence, float]]:
    """The twins of two articles, each sentence in one pair: the likest first, then those that stand at like places."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(others):
        for gram in own:
            index[gram].append(number)
    options = []
    for number, own in enumerate(grams):
        shared = Counter(other for gram in own for other in index.get(gram, ()))
        for other, count in shared.items():
            if 3 * count >= len(own) and 3 * count >= len(others[other]):
                alike = wording(one[number].text, two[other].text)
                if alike >= ALIKE:
                    options.append((-alike, abs(number - other), number, other))
    found: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for doubt, _, number, other in sorted(options):
        if number not in found and other not in taken:
            found[number] = other, -doubt
            taken.add(other)
    for number in range(1, len(one) - 1):  # between two twins
        if number in found or number - 1 not in found or number + 1 not in found:
            continue
        other = found[number - 1][0] + 1
        if found[number + 1][0] == other + 1 and other not in taken:
            alike = wording(one[number].text, two[other].text)
            if alike >= FRAMED:
                found[number] = other, alike
    return [(one[number], two[other], alike) for number, (other, alike) in sorted(found.items())]


Change = tuple[int, int, int, int]  # a[i:j] stands for b[k:l], counted in the sentences


def changes_of(a: Sentence, b: Sentence) -> list[Change]:
    """Where two sentences differ, each place as wide as the values and names that it touches."""
    if a.text == b.text:
        return []
    changes: list[Change] = []  # 尹昭 left out and 卢铎 put in at one place are one change
    for i, j, k, m in edits(a.text, b.text):
        if changes and changes[-1][1] == i and changes[-1][3] == k:
            changes[-1] = changes[-1][0], j, changes[-1][2], m
        else:
            changes.append((i, j, k, m))
    while True:
        wider = _merged([_widened(change, a, b) for change in changes], a, b)
        if wider == changes:
            return changes
        changes = wider


def _widened(change: Change, a: Sentence, b: Sentence) -> Change:
    """The change with the rest of each slot that it touches, on both sides."""
    i, j, k, m = change
    for slot in a.slots:
        start, end = slot.start - a.start, slot.end - a.start
        if _touches(start, end, i, j):
            i, k, j, m = min(i, start), k - max(0, i - start), max(j, end), m + max(0, end - j)
    for slot in b.slots:
        start, end = slot.start - b.start, slot.end - b.start
        if _touches(start, end, k, m):
            k, i, m, j = min(k, start), i - max(0, k - start), max(m, end), j + max(0, end - m)
    return max(i, 0), min(j, len(a.text)), max(k, 0), min(m, len(b.text))


def _touches(start: int, end: int, i: int, j: int) -> bool:
    return (start < j and i < end) or (i == j and start < i < end)


def _merged(changes: list[Change], a: Sentence, b: Sentence) -> list[Change]:
    found: list[Change] = []
    for i, j, k, m in sorted(changes):
        if found and (i < found[-1][1] or k < found[-1][3]):
            last = found[-1]
            found[-1] = min(last[0], i), max(last[1], j), min(last[2], k), max(last[3], m)
        else:
            found.append((i, j, k, m))
    return found
