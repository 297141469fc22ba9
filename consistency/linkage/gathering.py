"""How articles came together, by a person's hand or as they came: what it takes to hold two of them for one story."""

from __future__ import annotations

from dataclasses import dataclass

# Two articles tell one story from this likeness on. In data/gold every article is joined to the rest of its bundle at
# .25 or more, and the nearest articles of two bundles stand at .20; in data/training, written in words of their own,
# they are joined at .16 or more, and two mine accidents stand at .30.
ALIKE = 0.21


@dataclass(frozen=True, slots=True)
class Gathering:
    """How articles came together, and so how much it takes to hold two of them for one story.

    `window`: the most days between two; `fading`: days after which another takes nothing more; `day`: what each day
    before that takes from the likeness of two, and `day_named` if they share a name of their own; `nearest`: the
    likeness that is enough for the article that one is most like; `named`: that of two that share a name of their own;
    `couples`: that of two stories of two articles that share no name; `strangers`: the likeness from which on stories
    of other names and other days stay apart, and of either from `soon` days between them on; `forms`: whether those
    that fill in one form otherwise stay apart, and those with nothing that they name in common.
    """

    window: int
    fading: int
    day: float
    day_named: float
    nearest: float
    named: float
    couples: float
    strangers: float
    soon: int
    forms: bool


# A folder is put together by a person who holds its articles for one story or a few: a post of an eyewitness shares
# few words with the bulletins, and an inquiry reports half a year later. Of 554 articles of 106 bundles 5 stand below
# .04 to all others of their bundle, and 10 below .1. Of all pairs of articles of two of 271 bundles those without a
# name of their own in common are less alike than .26 within two months and than .37 within 400 days, while of one
# bundle 51 such pairs are told two months apart or more, 21 of them at .3 or more: so a day takes little. Into a corpus
# comes what comes; the longest story in data/ that is told day by day spans 53 days.
FOLDER = Gathering(400, 120, 0.0015, 0.0015, 0.04, 0.15, 0.08, strangers=0.4, soon=400, forms=False)
CORPUS = Gathering(60, 60, 0.01, 0.003, 0.1, ALIKE, ALIKE, strangers=0.0, soon=14, forms=True)
