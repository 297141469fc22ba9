"""Sentences that two articles have in nearly the same words: what differs in them is no other wording but a difference.

A writer who copies a sentence and mistypes one value in it has its counterpart almost verbatim in the source. Such
sentences are laid side by side, and a value, a name, a speaker, a place or a word of state that differs there
disagrees, however alike its other partners are: that the two are about the same thing the rest of the sentence shows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from consistency.comparison import Relation, compare
from consistency.fields.status import cues
from consistency.grammar.names import same_organisation, same_person, same_place
from consistency.linkage.alignment import Alignment, Copied, key
from consistency.linkage.context import Context
from consistency.linkage.gates import other_part, other_period, other_place
from consistency.linkage.similarity import edits, wording
from consistency.model.facts import Fact
from consistency.model.findings import Field
from consistency.model.values import Duration, Term, Timex, Value
from consistency.statements import Reading

ALIKE = 0.8  # likeness of two sentences from which on one is the other with something changed
FRAMED = 0.5  # the same where the sentences before and after are the same too
SHORTEST = 6  # characters of a sentence that can be known again
GRAM = 3
MOST = 6  # places that differ: more of them are another sentence
SURE: dict[str, float] = {"value": 0.95, "name": 0.92, "state": 0.9}
WORD = "word"  # the kind of fact that only twins have: a word of a sentence, which another sentence has otherwise

_BARE = re.compile(r"[^\w]+")
_SAYS = re.compile(r"[^，。；：“”]{0,8}(?:表示|介绍|透露|指出|强调|坦言|认为|告诉|[说称](?!法|明|为|号))")
_UNDER_WAY = re.compile("正在")
# Which states of the same words exclude each other; "" is none: 已开工 is 开工, 未开工 is not.
_NOT_SO = ("undone", "cancelled", "suspended", "denied")
_OPPOSED = frozenset(
    frozenset(pair) for pair in (
        *(("done", state) for state in (*_NOT_SO, "planned", "under way")), *(("", state) for state in _NOT_SO),
        *(("planned", state) for state in _NOT_SO), ("under way", "suspended"), ("under way", "cancelled"),
    )
)  # fmt: skip


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


@dataclass(frozen=True)
class Twins:
    """What the sentences that two articles share tell: `pairs` that differ, and the facts that are the `same`.

    `partner` has for each fact and each other article (by its number) its one counterpart, by identity.
    """

    pairs: tuple[Alignment, ...] = ()
    same: Copied = frozenset()
    partner: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def apart(self, a: Context, b: Context) -> bool:
        """Whether a fact has another counterpart in the other article, in the very sentence that it stands in."""
        one, two = self.partner.get((id(a), b.article)), self.partner.get((id(b), a.article))
        return one not in (None, id(b)) or two not in (None, id(a))


NO_TWINS = Twins()


def is_twin(pair: Alignment) -> bool:
    """Whether a pair is one that nearly identical sentences tell."""
    return bool(pair.levels) and pair.levels[0][0] == "twin"


def twins(readings: Sequence[Reading], contexts: Sequence[Sequence[Context]]) -> Twins:
    """What nearly identical sentences of several articles tell; `contexts` run in step with `readings`."""
    told = [_sentences(reading) for reading in readings]
    grams = [[_grams(sentence.text) for sentence in sentences] for sentences in told]
    facts = [{(c.fact.statement.block, c.fact.start, c.fact.end, c.fact.kind): c for c in own} for own in contexts]
    makers = [_Words(reading, n, len(own)) for n, (reading, own) in enumerate(zip(readings, contexts, strict=True))]
    pairs: list[Alignment] = []
    same: set[frozenset[int]] = set()
    partner: dict[tuple[int, int], int] = {}
    for one, two in combinations(range(len(readings)), 2):
        for a, b, alike in _matched(told[one], told[two], grams[one], grams[two]):
            changes = _changes(a, b)
            if len(changes) > MOST:
                continue
            for x, y in _unchanged(a, b, changes, facts[one], facts[two]):
                same.add(key(x, y))
                partner[id(x), y.article], partner[id(y), x.article] = id(y), id(x)
            for change in changes:
                found = _difference(a, b, change, (facts[one], facts[two]), (makers[one], makers[two]), alike)
                if found is None:
                    continue
                x, y = found.a, found.b
                if x.fact.kind != WORD:
                    same.add(key(x, y))
                    partner[id(x), y.article], partner[id(y), x.article] = id(y), id(x)
                if found.relation in ("disjoint", "rebased"):
                    pairs.append(found)
    return Twins(tuple(pairs), frozenset(same), partner)


def _sentences(reading: Reading) -> list[Sentence]:
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


def _grams(text: str) -> frozenset[str]:
    bare = _BARE.sub("", text)
    return frozenset(bare[at : at + GRAM] for at in range(len(bare) - GRAM + 1))


def _matched(
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


def _changes(a: Sentence, b: Sentence) -> list[Change]:
    """Where two sentences differ, each place as wide as the values and names that it touches."""
    if a.text == b.text:
        return []
    changes: list[Change] = []
    for i, j, k, m in edits(a.text, b.text):
        if changes and changes[-1][1] == i and changes[-1][3] == k:  # what is left out, and what stands for it
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


Facts = dict[tuple[int, int, int, str], Context]


def _unchanged(
    a: Sentence, b: Sentence, changes: list[Change], facts: Facts, others: Facts
) -> Iterator[tuple[Context, Context]]:
    """The facts that stand at the same place of both sentences."""
    for (block, start, end, kind), context in facts.items():
        if block != a.block or start < a.start or end > a.start + len(a.text):
            continue
        at = start - a.start
        if any(i < end - a.start and at < j for i, j, _, _ in changes):
            continue
        shift = sum((m - k) - (j - i) for i, j, k, m in changes if j <= at)
        partner = others.get((b.block, b.start + at + shift, b.start + end - a.start + shift, kind))
        if partner is not None:
            yield context, partner


def _difference(
    a: Sentence, b: Sentence, change: Change, facts: tuple[Facts, Facts], words: tuple[_Words, _Words], alike: float
) -> Alignment | None:
    """What a change says: the two facts that stand for each other, and how they stand; None where it says nothing."""
    i, j, k, m = change
    sides = [
        [slot for slot in sentence.slots if slot.start < sentence.start + end and sentence.start + start < slot.end]
        for sentence, start, end in ((a, i, j), (b, k, m))
    ]  # fmt: skip
    texts = a.text[i:j], b.text[k:m]
    spans = (a.start + i, a.start + j), (b.start + k, b.start + m)
    levels = (("twin", f"{alike:.0%}"),)
    one, two = ([slot for slot in side if slot.kind == "value"] for side in sides)
    if len(one) == 1 and len(two) == 1 and one[0].value and two[0].value:
        relation = _values(one[0].value, two[0].value)
        kind = _kind(one[0].value)
        x = facts[0].get((a.block, one[0].start, one[0].end, kind))
        y = facts[1].get((b.block, two[0].start, two[0].end, kind))
        if x and y and (other_place(x, y) or other_part(x, y) or other_period(x, y)):
            return None  # the same report on another accident, in the same words
        if x is None or y is None or kind != _kind(two[0].value):
            of_value: Field = "figure" if kind == "quantity" else "date"
            x = words[0].fact(of_value, a.block, one[0].start, one[0].end)
            y = words[1].fact(of_value, b.block, two[0].start, two[0].end)
        return Alignment(x, y, relation, SURE["value"], 0.0, levels, alike) if x and y else None
    if one or two:
        return None
    named = _named(sides, texts, b.text[m:], a.text[j:])
    if named is not None:
        of_name, relation = named
        x, y = words[0].fact(of_name, a.block, *spans[0]), words[1].fact(of_name, b.block, *spans[1])
        return Alignment(x, y, relation, SURE["name"], 0.0, levels, alike) if x and y else None
    states = [{slot.name for slot in side if slot.kind == "state"} or {""} for side in sides]
    if any(states) and all(len(state) == 1 for state in states) and frozenset().union(*states) in _OPPOSED:
        spans = _shown(spans[0], a), _shown(spans[1], b)
        x, y = words[0].fact("status", a.block, *spans[0]), words[1].fact("status", b.block, *spans[1])
        return Alignment(x, y, "disjoint", SURE["state"], 0.0, levels, alike) if x and y else None
    return None


def _kind(value: Value) -> str:
    return "time" if isinstance(value, Timex) else "duration" if isinstance(value, Duration) else "quantity"


def _values(one: Value, two: Value) -> Relation:
    """How two values stand that stand in the same words: other units are a difference, too (12人 / 12户)."""
    relation = compare(one, two)
    return "disjoint" if relation == "incomparable" else relation


def _named(
    sides: list[list[Slot]], texts: tuple[str, str], after: str, after_other: str
) -> tuple[Field, Relation] | None:
    """The field of two names that stand for each other, and whether they name the same; None where none is named."""
    kinds = {slot.kind for side in sides for slot in side} - {"state", "value"}
    if not kinds or not all(texts):
        return None
    names = [next((s.name for s in side if s.kind in kinds), text) for side, text in zip(sides, texts, strict=True)]
    if "person" in kinds:
        same = same_person(names[0], names[1]) == "same"
    elif "body" in kinds:
        same = same_organisation(names[0], names[1]) != "different"
    else:
        same = same_place(names[0], names[1]) != "different"
    spoken = _SAYS.match(after) and _SAYS.match(after_other)
    of_name: Field = "attribution" if spoken or "body" in kinds else "person" if "person" in kinds else "place"
    return of_name, ("equivalent" if same else "disjoint")


def _shown(span: tuple[int, int], sentence: Sentence) -> tuple[int, int]:
    """The place of a word of state with the word after it, so that there is something to see where there is none."""
    start, end = span
    last = sentence.start + len(sentence.text)
    while end < last and end - span[1] < 2 and _BARE.sub("", sentence.text[end - sentence.start]):
        end += 1
    return start, end


class _Words:
    """The words of one article that twins have otherwise, each made a fact once."""

    def __init__(self, reading: Reading, article: int, order: int) -> None:
        self._reading = reading
        self._made: dict[tuple[str, int, int, int], Context] = {}
        self._article, self._order = article, order

    def fact(self, field: Field, block: int, start: int, end: int) -> Context | None:
        """The words at a place as a fact of this field."""
        statement = self._reading.statement_at(block, start)
        key = field, block, start, end
        if key not in self._made and statement is not None and start < end:
            article = self._reading.article
            text = self._reading.texts[block][start:end]
            span = article.blocks[block].span(start, end)
            fact = Fact(
                field, WORD, Term(text), article.text[span.start : span.end], span, start, end, statement, statement.clause
            )  # fmt: skip
            bare: frozenset[str] = frozenset()
            self._made[key] = Context(
                fact, self._article, self._order + len(self._made), "", "", {}, {}, {}, bare, bare, bare, (),
                article.published, None, ("", ""),
            )  # fmt: skip
        return self._made.get(key)
