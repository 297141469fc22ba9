"""Stories: which of the articles tell of one event, so that two floods in one folder are never compared."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from consistency.statements import Reading
from consistency.tokens import cut, known, rarity

# Two articles tell one story from this likeness on. In data/gold every article is joined to the rest of its bundle at
# .25 or more, and the nearest articles of two bundles stand at .20; in data/training, written in words of their own,
# they are joined at .16 or more, and two mine accidents stand at .30.
ALIKE = 0.21
NEAREST = 0.1  # enough for the article that one is most like: a post that shares few words with the bulletins
NAME = 0.04  # what each shared name adds to the cosine of the words
NAMES = 5  # no more of them count
COMMON = 7.0  # nats of rarity up to which a word says nothing of the event
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}$|[A-Za-z][A-Za-z0-9-]{2,}$")
_WIDE = ("country", "province")
# Words that no dictionary has and that name nothing: 这是, 日起, 另有, 没超.
_FUNCTION = frozenset(
    "这那日时人有说不是中多的了在和与及先再又另还就只共一二三四五六七八九十两几每万年月点分起从到至内外上下里间后前我你他"
    "她它们个名位座条次没更最很也都被把让给向对为以而且或但如其此该各本某打走看听问想知道真能认须待将据"
)

Bag = dict[str, float]


def stories(readings: Sequence[Reading]) -> list[list[int]]:
    """The numbers of the articles, story by story, in order of the first.

    An article belongs to a story when it is like any one article of it, or like none more. Each pair is judged by its
    own words alone, so an unrelated article changes no story.
    """
    alike = likeness(readings)
    best = [0.0] * len(readings)
    for pair, value in alike.items():
        for number in pair:
            best[number] = max(best[number], value)
    story = list(range(len(readings)))
    for (one, two), value in sorted(alike.items()):
        if value >= (NEAREST if value in (best[one], best[two]) else ALIKE):
            first, second = sorted((story[one], story[two]))
            story = [first if number == second else number for number in story]
    found: dict[int, list[int]] = defaultdict(list)
    for number, root in enumerate(story):
        found[root].append(number)
    return list(found.values())


def likeness(readings: Sequence[Reading]) -> dict[tuple[int, int], float]:
    """How like each two articles are: the cosine of their rare words, and something for each name that both have."""
    counts = [_count(reading) for reading in readings]
    bags = [_unit(_weighed(count)) for count in counts]
    names = [_names(reading, count) for reading, count in zip(readings, counts, strict=True)]
    found: dict[tuple[int, int], float] = defaultdict(float)
    for holders in _holders(bags).values():
        for one, two in combinations(holders, 2):
            word_one, word_two = holders[one], holders[two]
            found[one, two] += word_one * word_two
    return {
        (one, two): cosine + NAME * min(NAMES, len(names[one] & names[two])) for (one, two), cosine in found.items()
    }


def _holders(bags: Sequence[Bag]) -> dict[str, dict[int, float]]:
    """For each word its weight in each article that has it."""
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for number, bag in enumerate(bags):
        for word, weight in bag.items():
            found[word][number] = weight
    return found


def _count(reading: Reading) -> Counter[str]:
    """How often an article has each word that a dictionary has, or that could name something."""
    words = Counter(word for text in reading.texts for word in cut(text) if _WORD.match(word))
    return Counter({word: times for word, times in words.items() if known(word) or not _FUNCTION & set(word)})


def _weighed(count: Counter[str]) -> Bag:
    """The rare words of an article, each by its rarity and the logarithm of its count."""
    return {
        word: (1 + math.log(times)) * (rarity(word) - COMMON) for word, times in count.items() if rarity(word) > COMMON
    }


def _names(reading: Reading, count: Counter[str]) -> set[str]:
    """What the article names: people, bodies, places below the province, and words that no dictionary has (TOPCon)."""
    found = {word for word in count if not known(word)}
    for names in reading.names:
        found |= {person.name for person in names.people} | {body.name for body in names.organisations}
        found |= {place.name for place in names.places if place.level not in _WIDE}
    return found


def _unit(bag: Bag) -> Bag:
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()}
