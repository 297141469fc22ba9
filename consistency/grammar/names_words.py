"""The words of one text and the tables of names, as all readers of names see them: where words begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern
from consistency.tokens import common as known
from consistency.tokens import cut, rarity

__all__ = ["known"]  # whether the dictionary has a word, to all readers of names

HAN = frozenset(map(chr, range(0x4E00, 0x9FFF))) | {"〇"}


# Characters that a guessed word (one that the dictionary lacks) is cut at: 被岚泉 is 被 and 岚泉.
_CUTTING = pattern("([由被把让将在从对据归给为是的了于至到这那该每此说称另则送并也就还只仍经我他她你]|(?<=.)任)")
_SEATED = frozenset("省市县区镇乡州局")


@lru_cache(maxsize=65536)
def _parts(word: str) -> Sequence[str]:
    if known(word):
        return (word,)
    parts = [part for part in _CUTTING.split(word) if part] if _CUTTING.search(word) else [word]
    if len(parts[0]) > 2 and parts[0][0] in _SEATED:  # 宁川|市霞屿|县 is 市 and 霞屿
        parts[:1] = [parts[0][0], parts[0][1:]]
    return parts


class Words:
    """A text cut into words: `first[i]` and `last[i]` are the start and end of the word that holds character i.

    `triples` are where the words of three characters begin.
    """

    __slots__ = ("first", "last", "text", "triples")

    def __init__(self, text: str) -> None:
        self.text = text
        first: list[int] = []
        last: list[int] = []
        triples: list[int] = []
        self.first, self.last, self.triples = first, last, triples
        start = 0
        for word in cut(text):
            if len(word) == 1:
                first.append(start)
                start += 1
                last.append(start)
                continue
            for part in _parts(word):
                size = len(part)
                end = start + size
                first += (start,) * size
                last += (end,) * size
                if size == 3:
                    triples.append(start)
                start = end

    def boundary(self, at: int) -> bool:
        """Whether a word begins or ends at this place."""
        return at <= 0 or at >= len(self.text) or self.first[at] == at

    def crossing(self, at: int) -> str:
        """The dictionary word that runs over this place, "" if none does."""
        if at <= 0 or at >= len(self.text) or self.first[at] == at:
            return ""
        word = self.text[self.first[at] : self.last[at]]
        return word if known(word) else ""

    def word(self, at: int) -> str:
        """The word that holds this character."""
        return self.text[self.first[at] : self.last[at]]


@cache
def surnames(kind: str) -> frozenset[str]:
    """The surnames of a kind: common, rare, compound, japanese."""
    return frozenset(name for name, its in rows("surnames.tsv") if its == kind)


@cache
def given_weights() -> dict[str, float]:
    """How much commoner a character is in given names than in running text, in nats."""
    return {char: float(weight) for weight, chars in rows("given_names.tsv") for char in chars}


_RARE = 12.0  # nats: a character as rare as that, which no table has, stands in names: 溱, 砺


def given_weight(char: str, other: float = -2.0) -> float:
    """How well a character fits into a given name; `other` for those that the table lacks."""
    found = given_weights().get(char)
    return found if found is not None else 1.0 if rarity(char) > _RARE else other


@cache
def transliteration() -> frozenset[str]:
    """The characters that transliterated names are written with."""
    return frozenset(lines("transliteration.txt")[0])


@cache
def dotted_transliteration() -> frozenset[str]:
    """The characters that the parts of names with · are written with."""
    return frozenset("".join(lines("transliteration.txt")))


@cache
def elements() -> frozenset[str]:
    """The elements that Tibetan names are made of."""
    return frozenset(lines("name_elements.txt"))


@cache
def stops() -> frozenset[str]:
    """Words that no name of an organisation or place runs over."""
    return frozenset(lines("name_stops.txt") + lines("name_verbs.txt"))


@cache
def not_people() -> frozenset[str]:
    """Words that look like the name of a person but are none."""
    return frozenset(lines("name_not_people.txt"))


@cache
def _named() -> frozenset[str]:
    return frozenset(row[0] for table in ("places.tsv", "organisations.tsv") for row in rows(table))


def is_named(name: str) -> bool:
    """Whether the tables have the name for a place or an organisation."""
    return name in _named()


@cache
def generic() -> frozenset[str]:
    """Words that end like the name of a place but name none."""
    return frozenset(lines("name_generic.txt"))


@cache
def alone() -> frozenset[str]:
    """Endings of bodies that may stand for the whole name: 组委会."""
    return frozenset(lines("organisation_alone.txt"))


@cache
def followers() -> Wordlist:
    """Words that may stand right after a person's name."""
    return Wordlist(lines("name_followers.txt"))


@cache
def speech() -> Wordlist:
    """Words that say that the one named right before spoke."""
    return Wordlist(lines("name_speech.txt"))
