"""Stories: which of the articles tell of one event, so that two floods in one folder are never compared.

The same for four articles and a hundred thousand: articles meet through an index of their rare words and names, in the
order of their days, so that the work grows with their number and not with its square.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from consistency.linkage.gathering import ALIKE, FOLDER, Gathering
from consistency.linkage.sketch import Sketch

NAME = 0.04  # what each shared name adds to the cosine of the words
NAMES = 5  # no more of them count
# Two articles that say nearly the same of other names and figures tell of two events: bulletins of quakes have one
# wording. Where they share half of their names they never are: a draft that copies its source has slips in its figures.
DOUBLES = 0.5  # cosine of the words
SHARE = 0.8  # of their marks that must be the same, times the square of the cosine, the more the more days apart
COPY = 0.7  # from this cosine on other names are enough
MARKS, SOON = 2, 3  # of more names than so many, and of so many marks where more than so many days lie between
DAY = {True: 0.003, False: 0.01}  # what each day apart takes, if they share a name of their own, and if not
STORY = 3  # articles of two stories, each, that only a shared name joins
AMBIGUOUS = 0.05  # a story whose double is as near as this is not told from it
# Stories of other names and other days are strangers, however alike their words (figures of every month, the same
# accident elsewhere). Of the 517 pairs of one bundle of data/ from ALIKE on 47 share no name and no day, but of these
# only 3 are more than a week apart; and of 11 pairs more than two weeks apart 7 share not both, yet each of these
# articles is held to its bundle by another.
FEW = 8  # fewer than one in so many, in common, are chance
WEEK, FORTNIGHT = 7, 14
# Bounds, so that no word, day or event costs more than its share.
HOLDERS = 100  # articles that meet through one word, the nearest in time
PARTNERS = 32  # articles of which an article is thought to be like
LARGEST = 40  # articles of one story; those of a greater one fall into several
_SWEEP = 4096  # articles after which the index is cleared of what has left the window
_RANK = 0.02  # what each day apart takes from a partner's rank
_MARK = 0.2  # what each shared name, telling figure or day adds to it
_RANKED = 8  # no more of them count


def stories(sketches: Sequence[Sketch], gathering: Gathering = FOLDER) -> list[list[int]]:
    """The numbers of the articles, story by story, in order of the first.

    An article belongs to a story when it is like any one article of it, or like none more, unless it is the double of
    one there. Each pair is judged by its own words alone, so an unrelated article changes no story.
    """
    links, doubles = _links(sketches, gathering)
    groups = _Groups(sketches, links, doubles, gathering)
    for link in sorted(links, key=lambda link: (-link.rank, link.one, link.two)):
        groups.join(link)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(sketches)):
        found[groups.root(number)].append(number)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Pair:
    """How like two articles are: the cosine of their rare words, and something for each name that both have.

    `named` says whether they share a name that belongs to few events, `strange` whether they lie more than a week
    apart and share neither such a name nor a day that they speak of, `doubles` whether they are of two events for
    certain; of the likest pairs the best rank is joined first.
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
    if cosine >= DOUBLES and fewer > max(MARKS, 2 * common):
        least = max(fewer_marks + fewer_days, MARKS if apart > SOON else 0)
        share = min(1.0, SHARE * cosine * cosine * (1 + apart / gathering.fading))
        doubles = (cosine >= COPY and not named) or same < share * least
    rank = like + _MARK * min(_RANKED, same) - _RANK * apart
    strange = like >= gathering.strangers and apart > WEEK and not named and not days
    return Pair(one, two, like - DAY[named] * min(apart, gathering.fading), rank, named, strange, doubles)


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


def _links(sketches: Sequence[Sketch], gathering: Gathering) -> tuple[list[Pair], dict[int, set[int]]]:
    """The pairs that may join two articles, and for each article its doubles."""
    best = [0.0] * len(sketches)
    alike: list[Pair] = []
    nearest: dict[int, list[Pair]] = defaultdict(list)
    doubles: dict[int, set[int]] = defaultdict(set)
    for pairs in likeness(sketches, gathering):
        for pair in pairs:
            if pair.doubles:
                doubles[pair.one].add(pair.two)
                doubles[pair.two].add(pair.one)
                continue
            if pair.strange:
                continue
            for number in (pair.one, pair.two):
                if pair.likeness > best[number]:
                    best[number], nearest[number] = pair.likeness, []
                if pair.likeness == best[number]:
                    nearest[number].append(pair)
        least = {True: gathering.named, False: ALIKE}
        options = [pair for pair in pairs if pair.likeness >= least[pair.named] and not (pair.doubles or pair.strange)]
        alike += nsmallest(PARTNERS, options, key=lambda pair: (-pair.rank, pair.one, pair.two))
    links = {(pair.one, pair.two): pair for pairs in nearest.values() for pair in pairs}
    links |= {(pair.one, pair.two): pair for pair in alike}
    return list(links.values()), doubles


@dataclass(slots=True)
class _Story:
    """Articles joined, the names and days of all of them, and the days of the first and the last, if they have any."""

    members: list[int]
    names: set[int]
    days: set[int]
    first: int | None
    last: int | None

    def take(self, other: _Story) -> None:
        """All of the other's articles are this one's."""
        self.members += other.members
        self.names |= other.names
        self.days |= other.days
        self.first = min((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, other.last) if day is not None), default=None)

    def strange(self, other: _Story) -> bool:
        """Whether they speak of other names and other days, the likelier the longer the time between them."""
        other_names, other_days = _few(self.names, other.names), _few(self.days, other.days)
        apart = 0
        if self.first is not None and self.last is not None and other.first is not None and other.last is not None:
            apart = max(self.first - other.last, other.first - self.last)
        if apart >= FORTNIGHT:
            return other_names or other_days
        told = apart > WEEK or all((self.names, other.names, self.days, other.days))
        return told and other_names and other_days


def _few(a: set[int], b: set[int]) -> bool:
    return len(a & b) * FEW < max(1, min(len(a), len(b)))


class _Groups:
    """Articles joined into stories, none with a double of its own."""

    def __init__(
        self, sketches: Sequence[Sketch], links: Sequence[Pair], doubles: dict[int, set[int]], gathering: Gathering
    ) -> None:
        self._gathering = gathering
        self._parent = list(range(len(sketches)))
        self._stories = [_Story([number], set(), set(), one.day, one.day) for number, one in enumerate(sketches)]
        for story, one in zip(self._stories, sketches, strict=True):
            story.names.update(one.proper)
            story.days.update(one.days)
        self._doubles = doubles
        self._ranks: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for link in links:
            self._ranks[link.one].append((link.two, link.rank))
            self._ranks[link.two].append((link.one, link.rank))

    def root(self, number: int) -> int:
        """The article that stands for the story."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, link: Pair) -> None:
        """The two stories are one, unless they tell of two events, or a double of one may as well be meant."""
        one, two = self.root(link.one), self.root(link.two)
        ones, twos = self._stories[one], self._stories[two]
        if one == two or len(ones.members) + len(twos.members) > LARGEST:
            return
        foes_one, foes_two = self._foes(ones), self._foes(twos)
        if not foes_one.isdisjoint(twos.members) or (link.likeness >= self._gathering.strangers and ones.strange(twos)):
            return
        if not link.named:
            fewer = min(len(ones.members), len(twos.members))
            if fewer >= STORY or (fewer > 1 and link.likeness < self._gathering.couples):
                return
            if self._meant(ones, foes_two, link.rank) or self._meant(twos, foes_one, link.rank):
                return
        if len(ones.members) < len(twos.members):
            one, two, ones, twos = two, one, twos, ones
        self._parent[two] = one
        ones.take(twos)

    def _foes(self, story: _Story) -> set[int]:
        return set().union(*(self._doubles[number] for number in story.members if number in self._doubles))

    def _meant(self, story: _Story, foes: set[int], rank: float) -> bool:
        """Whether an article of the story is as near to one of the others."""
        if not foes:
            return False
        return any(
            other in foes and near > rank - AMBIGUOUS
            for number in story.members for other, near in self._ranks[number]
        )  # fmt: skip
