"""Whether two quotations are the same words, word for word or nearly, and how sure it is who spoke them."""

from __future__ import annotations

from functools import lru_cache

from consistency.linkage.context import Context
from consistency.linkage.similarity import containment, paraphrase
from consistency.linkage.words import canonical, content
from consistency.patterns import pattern
from consistency.tokens import rarity

SURE = 0.93  # how likely a reader calls the same words by another speaker a disagreement
BESIDE = 0.12  # how much less sure a speaker is who only stands beside the words, with no 说 or 称
SAME_WORDS = 0.75  # share of the shorter quotation found again in the longer one
SAME_REPORT = 0.85  # the same where one of the two is reported without quotation marks
SHORTEST = 6  # characters that are left of a quotation without its particles
CLAUSE = 7  # characters of a clause that two quotations share as it stands
RESAID = 0.5  # share of the words, by their rarity, of one who says the same in other words
RESAID_IN = 0.55  # and of the characters in one piece
RESAID_WORDS = 3  # and how many words both have: 不会因为合并裁掉一个工人 / 我们不会裁掉任何一名工人
BRIEF = 12  # characters: of a quotation as short as this one all but a particle must be found again

_BETWEEN = pattern("[，。；：！？,;:!?…—]+")
_MARKS = pattern(r"[^\w]+")
_PARTICLES = pattern(r"[的了呢吧啊呀嘛吗哦噢哎唉喔哇哟嘞就也都还]")


def same_words(a: Context, b: Context) -> float:
    """How much of the shorter of two quotations the other has, in one piece or in another order; 0 if too little."""
    direct = [one.fact.slot("direct") == "yes" for one in (a, b)]
    if not any(direct):
        return 0.0  # what two people report in words of the article's own is not the same words
    one, two = sorted((_spoken(a.fact.measure), _spoken(b.fact.measure)), key=len)
    if len(one) < SHORTEST:
        return 0.0
    if all(direct) and _clauses(a.fact.measure) & _clauses(b.fact.measure):
        return SAME_WORDS
    piece = containment(one, two)
    alike = max(piece, paraphrase(one, two))
    if alike >= (SAME_WORDS if all(direct) and len(one) >= BRIEF else SAME_REPORT):
        return alike
    return piece if piece >= RESAID_IN and _resaid(a.fact.measure, b.fact.measure) else 0.0


def _resaid(one: str, two: str) -> bool:
    """Whether the one says in other words what the other does: most of its rare words are there, too."""
    own, others = _words(one), _words(two)
    shared = own & others
    if len(shared) < RESAID_WORDS:
        return False
    least = min(sum(map(rarity, own)), sum(map(rarity, others)))
    return sum(map(rarity, shared)) >= RESAID * least


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(content(canonical(text)))


def certainty(a: Context, b: Context) -> float:
    """How likely another speaker of the same words is a disagreement."""
    return SURE - BESIDE * sum(not one.fact.slot("cue") for one in (a, b))


@lru_cache(maxsize=4096)
def _clauses(words: str) -> frozenset[str]:
    """The clauses of a quotation that are long enough to be known again: 价格战没有赢家."""
    return frozenset(clause for clause in map(_spoken, _BETWEEN.split(words)) if len(clause) >= CLAUSE)


@lru_cache(maxsize=4096)
def _spoken(words: str) -> str:
    """The words without marks and particles, which an ear does not keep: 得把堤守住啊 is 得把堤守住."""
    return _PARTICLES.sub("", _MARKS.sub("", words))
