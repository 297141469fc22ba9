"""How like two articles are, and whether for all that they tell of two events; they meet through an index of words."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.linkage.gathering import Gathering
from consistency.linkage.sketch import Sketch

NAME = 0.04  # what each shared name adds to the cosine of the words
NAMES = 5  # no more of them count
# Two articles that say nearly the same of other names and figures tell of two events: bulletins of quakes have one
# wording. Where they share half of their names they never are: a draft that copies its source has slips in its figures.
# Nor where they share two: a report of months later has other figures of the same two companies.
DOUBLES = 0.5  # cosine of the words
SHARE = 0.8  # of their marks that must be the same, times the square of the cosine, the more the more days apart
COPY = 0.7  # from this cosine on other names are enough
CHANCE = 2
MARKS, SOON = 2, 3  # of more names than so many, and of so many marks where more than so many days lie between
WEEK = 7
# One form, filled in twice (posts of an admirer, bulletins of a court): so like in their words, the less so the more
# names both have, or so many whole sentences the same, and at most one name of their own in four and less than half of
# their figures in common; one figure is chance, and what is liker (COPY) a copy, unless its days are others. Two that
# name more than MARKS are of two events for certain. Of 13,214 links within the events of two generated corpora 251 are
# so, and 25 of 47 across events.
FORM, MANY, NAMED_FORM = 0.4, 3, 0.3
SENTENCES, FILLED = 3, 2
# Bounds, so that no word, day or event costs more than its share.
HOLDERS = 100  # articles that meet through one word, the nearest in time
_SWEEP = 4096  # articles after which the index is cleared of what has left the window
_RANK = 0.02  # what each day apart takes from a partner's rank
_MARK = 0.2  # what each shared name, telling figure or day adds to it
_RANKED = 8  # no more of them count


@dataclass(frozen=True, slots=True)
class Pair:
    """How like two articles are: the cosine of their rare words, and something for each name that both have.

    `named` says whether they share a name that belongs to few events, `strange` whether they lie more than a week
    apart and share neither such a name nor a day that they speak of, or fill in one form otherwise, `doubles` whether
    they are of two events for certain; of the likest pairs the best rank is joined first.
    """

    one: int
    two: int
    likeness: float
    rank: float
    named: bool
    strange: bool
    doubles: bool


def likeness(sketches: Sequence[Sketch], gathering: Gathering) -> Iterator[list[Pair]]:
    """For each article, in the order of their days, the pairs with earlier ones that are like enough to be nearest."""
    words = _Index()
    names = _Index()
    order = sorted(range(len(sketches)), key=lambda number: (sketches[number].day or 10**9, number))
    days = [sketches[number].day for number in order]
    for place, number in enumerate(order):
        mine = sketches[number]
        first = _first_within(days, place, gathering.window)
        cosine: dict[int, float] = defaultdict(float)
        for word, weight in zip(mine.words, mine.weights, strict=True):
            for other, its in words.holders(word, first):
                cosine[other] += weight * its
        shared: dict[int, int] = defaultdict(int)
        for name in mine.names:
            for other, _ in names.holders(name, first):
                shared[other] += 1
        found = []
        for other, value in cosine.items():
            like = value + NAME * min(NAMES, shared.get(other, 0))
            if like >= gathering.nearest:
                found.append(_pair(sketches, number, order[other], value, like, gathering))
        yield found
        for word, weight in zip(mine.words, mine.weights, strict=True):
            words.add(word, place, weight)
        for name in mine.names:
            names.add(name, place, 1.0)
        if place % _SWEEP == _SWEEP - 1:
            words.sweep(first)
            names.sweep(first)


def _first_within(days: Sequence[int | None], place: int, window: int) -> int:
    """The first place whose article is not too old; one without a day meets all."""
    day = days[place]
    if day is None:
        return 0
    return bisect_left(days, day - window, 0, place, key=lambda its: its or 0)


def _pair(
    sketches: Sequence[Sketch], number: int, other: int, cosine: float, like: float, gathering: Gathering
) -> Pair:
    one, two = sorted((number, other))
    a, b = sketches[one], sketches[two]
    common, fewer = _common(a.proper, b.proper)
    days, fewer_days = _common(a.days, b.days)
    marks, fewer_marks = _common(a.marks, b.marks)
    named, same = common > 0, marks + days
    apart = abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    doubles = False
    if cosine >= DOUBLES and fewer > max(MARKS, 2 * common) and common < CHANCE:
        least = max(fewer_marks + fewer_days, MARKS if apart > SOON else 0)
        share = min(1.0, SHARE * cosine * cosine * (1 + apart / gathering.fading))
        doubles = (cosine >= COPY and not named) or same < share * least
    rank = like + _MARK * min(_RANKED, same) - _RANK * apart
    strange = like >= gathering.strangers and apart > WEEK and not named and not days
    if (
        gathering.forms
        and common * FILLED * FILLED <= fewer
        and (cosine < COPY or (fewer_days > 1 and not days))
        and _one_form(a, b, cosine)
    ):
        strange = True
        doubles = doubles or (fewer > MARKS and _common(a.sentences, b.sentences)[0] >= SENTENCES)
    like -= (gathering.day_named if named else gathering.day) * min(apart, gathering.fading)
    return Pair(one, two, like, rank, named, strange, doubles)


def _one_form(a: Sketch, b: Sketch, cosine: float) -> bool:
    """Whether two articles that share hardly a name of their own, and are no copies, fill in one form otherwise."""
    alike = cosine >= (NAMED_FORM if min(len(a.proper), len(b.proper)) > MANY else FORM)
    marks, fewer = _common(a.marks, b.marks)
    return (marks < 2 or marks * FILLED < fewer) and (alike or _common(a.sentences, b.sentences)[0] >= SENTENCES)


def _common(a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
    """How many both have, and how many the one has that has fewer."""
    return len(set(a).intersection(b)), min(len(a), len(b))


class _Index:
    """For each word the articles that have it, by their places in the order of days, with its weight in each."""

    def __init__(self) -> None:
        self._places: dict[int, array[int]] = {}
        self._weights: dict[int, array[float]] = {}

    def holders(self, word: int, first: int) -> Iterator[tuple[int, float]]:
        """The last holders of a word, from the first place on."""
        places = self._places.get(word)
        if not places:
            return iter(())
        pairs = zip(places[-HOLDERS:], self._weights[word][-HOLDERS:], strict=True)
        return ((place, weight) for place, weight in pairs if place >= first) if places[0] < first else pairs

    def add(self, word: int, place: int, weight: float) -> None:
        """One more holder, later than all before it."""
        places, weights = self._places.setdefault(word, array("I")), self._weights.setdefault(word, array("d"))
        places.append(place)
        weights.append(weight)
        if len(places) > 2 * HOLDERS:
            del places[:-HOLDERS], weights[:-HOLDERS]

    def sweep(self, first: int) -> None:
        """Words whose last holder has left the window are forgotten."""
        for word in [word for word, places in self._places.items() if places[-1] < first]:
            del self._places[word], self._weights[word]
