"""Sentences that two articles have in nearly the same words: what differs in them is no other wording but a difference.

A writer who copies a sentence and mistypes one value in it has its counterpart almost verbatim in the source. Such
sentences are laid side by side, and a value, a name, a speaker, a place or a word of state that differs there
disagrees, however alike its other partners are: that the two are about the same thing the rest of the sentence shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from consistency.comparison import DISAGREEING, Relation, compare
from consistency.fields.corrections import WITHDRAWN
from consistency.fields.status_cues import SAYS_NOT
from consistency.fields.words import WORD, word
from consistency.grammar.names import same_organisation, same_person, same_place
from consistency.linkage.alignment import Alignment, Copied, key
from consistency.linkage.context import Context
from consistency.linkage.gates import other_part, other_period, other_place, shut
from consistency.linkage.side_by_side import Change, Sentence, Slot, changes_of, grams_of, matched, sentences_of
from consistency.model.findings import Field
from consistency.model.values import Duration, Timex, Value
from consistency.patterns import pattern
from consistency.statements import Reading

MOST = 6  # places that differ: more of them are another sentence
COPIED, COPIED_SHARE = 3, 0.6  # sentences, and the share of them, that two articles share of which one is a copy
SURE: dict[str, float] = {"value": 0.95, "name": 0.92, "state": 0.9}

_BARE = pattern(r"[^\w]+")
_SAYS = pattern(r"[^，。；：“”]{0,8}(?:表示|介绍|透露|指出|强调|坦言|认为|告诉|[说称](?!法|明|为|号))")
# Which states of the same words exclude each other; "" is none: 已开工 is 开工, 未开工 is not.
_OPPOSED = frozenset(
    frozenset(pair) for pair in (
        *(("done", state) for state in (*SAYS_NOT, "planned", "under way")), *(("", state) for state in SAYS_NOT),
        *(("planned", state) for state in SAYS_NOT), ("under way", "suspended"), ("under way", "cancelled"),
    )
)  # fmt: skip


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
    sides = [_Side(reading, number, own) for number, (reading, own) in enumerate(zip(readings, contexts, strict=True))]
    pairs: list[Alignment] = []
    same: set[frozenset[int]] = set()
    partner: dict[tuple[int, int], int] = {}
    for one, two in combinations(sides, 2):
        shared = matched(one.sentences, two.sentences, one.grams, two.grams)
        copied = _is_copy(one, two, len(shared))
        for a, b, alike in shared:
            changes = changes_of(a, b)
            if len(changes) > MOST:
                continue
            found = [_difference(one, two, a, b, change, alike, copied) for change in changes]
            told = [pair for pair in found if pair is not None]
            if not copied and len(told) > 1 and any(pair.a.fact.kind == WORD for pair in told):
                continue  # 石沟煤矿…12人 / 大山煤矿…15人: another accident in the same words
            pairs += [pair for pair in told if pair.relation in DISAGREEING]
            facts = [(pair.a, pair.b) for pair in told if pair.a.fact.kind != WORD]
            for x, y in (*facts, *_unchanged(a, b, changes, one.facts, two.facts)):
                same.add(key(x, y))
                partner[id(x), y.article], partner[id(y), x.article] = id(y), id(x)
    return Twins(tuple(pairs), frozenset(same), partner)


def _is_copy(one: _Side, two: _Side, shared: int) -> bool:
    """Whether one article is the other with something changed, and no later report in the same words."""
    fewer = min(len(one.sentences), len(two.sentences))
    times = one.reading.article.published, two.reading.article.published
    return shared >= COPIED and shared >= COPIED_SHARE * fewer and (None in times or times[0] == times[1])


Facts = dict[tuple[int, int, int, str], Context]


def _unchanged(
    a: Sentence, b: Sentence, changes: list[Change], facts: Facts, others: Facts
) -> Iterator[tuple[Context, Context]]:
    """The facts that stand at the same place of both sentences, and that both state."""
    for (block, start, end, kind), context in facts.items():
        if block != a.block or start < a.start or end > a.start + len(a.text):
            continue
        at = start - a.start
        if any(i < end - a.start and at < j for i, j, _, _ in changes):
            continue
        shift = sum((m - k) - (j - i) for i, j, k, m in changes if j <= at)
        partner = others.get((b.block, b.start + at + shift, b.start + end - a.start + shift, kind))
        if partner is not None and not (context.fact.slot("role") or partner.fact.slot("role")):
            yield context, partner


def _difference(
    one: _Side, two: _Side, a: Sentence, b: Sentence, change: Change, alike: float, copied: bool
) -> Alignment | None:
    """What a change says: the two facts that stand for each other, and how they stand; None where it says nothing."""
    i, j, k, m = change
    spans = (a.start + i, a.start + j), (b.start + k, b.start + m)
    if one.withdraws(a.block, *spans[0]) or two.withdraws(b.block, *spans[1]):
        return None
    slots = [
        [slot for slot in sentence.slots if slot.start < sentence.start + end and sentence.start + start < slot.end]
        for sentence, start, end in ((a, i, j), (b, k, m))
    ]  # fmt: skip
    values = [[slot for slot in side if slot.kind == "value"] for side in slots]
    if all(len(side) == 1 for side in values):
        return _of_values(one, two, (a.block, values[0][0]), (b.block, values[1][0]), alike, copied)
    if any(values):
        return None
    told: tuple[Field, Relation] | None = _named(slots, (a.text[i:j], b.text[k:m]), a.text[j:], b.text[m:])
    sure = SURE["name"]
    if told is None and _opposed(slots, one, two, copied):
        told, sure = ("status", "disjoint"), SURE["state"]
        spans = _shown(spans[0], a), _shown(spans[1], b)
    if told is None:
        return None
    x, y = one.word(told[0], a.block, *spans[0]), two.word(told[0], b.block, *spans[1])
    return _twin(x, y, told[1], sure, alike) if x and y else None


def _twin(x: Context, y: Context, relation: Relation, sure: float, alike: float) -> Alignment:
    return Alignment(x, y, relation, sure, 0.0, (("twin", f"{alike:.0%}"),), alike)


def _of_values(
    one: _Side, two: _Side, a: tuple[int, Slot], b: tuple[int, Slot], alike: float, copied: bool
) -> Alignment | None:
    """What two values say that stand for each other; unless in a copy only what both articles state as facts."""
    (block, slot), (other_block, other) = a, b
    if slot.value is None or other.value is None:
        return None
    relation, kinds = compare(slot.value, other.value), (_kind(slot.value), _kind(other.value))
    x = one.facts.get((block, slot.start, slot.end, kinds[0]))
    y = two.facts.get((other_block, other.start, other.end, kinds[1]))
    if x and y and (other_place(x, y) or other_part(x, y) or other_period(x, y)):
        return None  # the same report on another accident, in the same words
    if copied:
        relation = "disjoint" if relation == "incomparable" else relation  # 12人 / 12户
    elif x is None or y is None or kinds[0] != kinds[1] or shut(x, y) or relation == "incomparable":
        return None
    if x is None or y is None or kinds[0] != kinds[1]:
        told: Field = "figure" if kinds[0] == "quantity" else "date"
        x, y = one.word(told, block, slot.start, slot.end), two.word(told, other_block, other.start, other.end)
    return _twin(x, y, relation, SURE["value"], alike) if x and y else None


def _kind(value: Value) -> str:
    return "time" if isinstance(value, Timex) else "duration" if isinstance(value, Duration) else "quantity"


def _opposed(slots: list[list[Slot]], one: _Side, two: _Side, copied: bool) -> bool:
    """Whether words of state exclude each other; a plan and its fulfilment do only in a copy."""
    states = [{slot.name for slot in side if slot.kind == "state"} or {""} for side in slots]
    both = frozenset().union(*states)
    if not any(map(any, states)) or any(len(state) != 1 for state in states) or both not in _OPPOSED:
        return False
    return copied or not both & {"planned", "under way"}


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


class _Side:
    """One of the articles: its sentences, its facts by their places, and words of it that are made facts once."""

    def __init__(self, reading: Reading, article: int, contexts: Sequence[Context]) -> None:
        self.reading = reading
        self.sentences = sentences_of(reading)
        self.grams = [grams_of(sentence.text) for sentence in self.sentences]
        self.facts = {(c.fact.statement.block, c.fact.start, c.fact.end, c.fact.kind): c for c in contexts}
        self._withdrawn = [
            (c.fact.statement, c.fact.start, c.fact.end) for c in contexts if c.fact.kind == WITHDRAWN
        ]  # fmt: skip
        self._article, self._order = article, len(contexts)
        self._made: dict[tuple[str, int, int, int], Context] = {}

    def withdraws(self, block: int, start: int, end: int) -> bool:
        """Whether the article takes back what stands at a place."""
        return any(one.block == block and at < end and start < last for one, at, last in self._withdrawn)

    def word(self, field: Field, block: int, start: int, end: int) -> Context | None:
        """The words at a place as a fact of this field."""
        key = field, block, start, end
        if key not in self._made and (fact := word(self.reading, field, block, start, end)):
            bare: frozenset[str] = frozenset()
            self._made[key] = Context(
                fact, self._article, self._order + len(self._made), "", "", {}, {}, {}, bare, bare, bare, (),
                self.reading.article.published, None, ("", ""),
            )  # fmt: skip
        return self._made.get(key)
