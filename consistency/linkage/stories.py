"""Stories: which of the articles tell of one event, so that two floods in one folder are never compared.

The same for four articles and a hundred thousand: articles meet through an index of their rare words and names, in the
order of their days, so that the work grows with their number and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from consistency.linkage.gathering import ALIKE, FOLDER, Gathering
from consistency.linkage.likeness import COPY, WEEK, Pair, likeness
from consistency.linkage.sketch import Sketch

STORY = 3  # articles of two stories, each, that only a shared name joins
AMBIGUOUS = 0.05  # a story whose double is as near as this is not told from it
# Stories of other names and other days are strangers, however alike their words (figures of every month, the same
# accident elsewhere). Of the 517 pairs of one bundle of data/ from ALIKE on 47 share no name and no day, but of these
# only 3 are more than a week apart; and of 11 pairs more than two weeks apart 7 share not both, yet each of these
# articles is held to its bundle by another.
FEW = 8  # fewer than one in so many, in common, are chance
FORTNIGHT = 14
# Each is told by so many that it is a story of its own: of 271 bundles of data/ none is joined of two such halves that
# lie a fortnight apart and speak of no day in common; all three such joins of data/real, months apart, are of two mine
# accidents and an air crash, of an election and a ferry, of one name or a few that are common there.
OWN = 4
# Of 13,214 links within the events of two generated corpora 87 join stories that name nothing in common, 31 weak ones
# such as have other names and figures, and 64 such as lie two weeks apart and share one name and one day at most.
WEAK, TOLD = 0.15, 5  # likeness of a link, names and figures of a story
# Bounds, so that no word, day or event costs more than its share.
PARTNERS = 32  # articles of which an article is thought to be like
LARGEST = 40  # articles of one story; those of a greater one fall into several


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
    """Articles joined, and what all of them say; the days of the first and the last, if they have any.

    `names` are those that few events share, `marks` they and the telling figures, `told` these and all that is named.
    """

    members: list[int]
    names: set[int]
    marks: set[int]
    told: set[int]
    days: set[int]
    first: int | None
    last: int | None

    def take(self, other: _Story) -> None:
        """All of the other's articles are this one's."""
        self.members += other.members
        self.names |= other.names
        self.marks |= other.marks
        self.told |= other.told
        self.days |= other.days
        self.first = min((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, other.last) if day is not None), default=None)

    def strange(self, other: _Story, soon: int) -> bool:
        """Whether they speak of other names and other days, or of either where more than `soon` days lie between."""
        other_names, other_days = _few(self.names, other.names), _few(self.days, other.days)
        apart = self.apart(other)
        if apart >= soon:
            return other_names or other_days
        said = apart > WEEK or all((self.names, other.names, self.days, other.days))
        return said and other_names and other_days

    def settled(self, other: _Story) -> bool:
        """Whether each has been told by many, weeks apart, and they speak of no day in common."""
        return (
            min(len(self.members), len(other.members)) >= OWN
            and self.apart(other) >= FORTNIGHT
            and self.days.isdisjoint(other.days)
        )

    def unlike(self, other: _Story, likeness: float) -> bool:
        """Whether what they have in common is chance: nothing that they name, or one name and one day after weeks.

        Where the link is weak, other names of their own and other figures are enough.
        """
        if self.told and other.told and self.told.isdisjoint(other.told):
            return True
        if likeness < WEAK and min(len(self.marks), len(other.marks)) >= TOLD and self.marks.isdisjoint(other.marks):
            return True
        return self.apart(other) >= FORTNIGHT and max(len(self.names & other.names), len(self.days & other.days)) < 2

    def apart(self, other: _Story) -> int:
        """The days between the two, 0 where they overlap or have none."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(0, self.first - other.last, other.first - self.last)


def _few(a: set[int], b: set[int]) -> bool:
    return len(a & b) * FEW < max(1, min(len(a), len(b)))


class _Groups:
    """Articles joined into stories, none with a double of its own."""

    def __init__(
        self, sketches: Sequence[Sketch], links: Sequence[Pair], doubles: dict[int, set[int]], gathering: Gathering
    ) -> None:
        self._gathering = gathering
        self._parent = list(range(len(sketches)))
        self._stories = [
            _Story([number], set(one.proper), set(one.marks), {*one.names, *one.marks}, set(one.days), one.day, one.day)
            for number, one in enumerate(sketches)
        ]
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
        """The two stories are one, unless they tell of two events, or a double of one may as well be meant.

        An article without a day joins no stories that lie further apart than two articles of one story may.
        """
        one, two = self.root(link.one), self.root(link.two)
        ones, twos = self._stories[one], self._stories[two]
        if one == two or len(ones.members) + len(twos.members) > LARGEST:
            return
        if ones.apart(twos) > self._gathering.window or ones.settled(twos):
            return
        foes_one, foes_two = self._foes(ones), self._foes(twos)
        if not foes_one.isdisjoint(twos.members) or (
            link.likeness >= self._gathering.strangers and ones.strange(twos, self._gathering.soon)
        ):
            return
        if self._gathering.forms and link.likeness < COPY and ones.unlike(twos, link.likeness):
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
