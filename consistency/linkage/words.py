"""The words around a fact, made comparable: synonyms one word, each weighed by its rarity."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consistency.lexicon import any_of, lines, own_rows, shipped_rows
from consistency.patterns import pattern
from consistency.tokens import cut, rarity

NOT_WORD = pattern(r"[^\u4e00-\u9fffA-Za-z]+")


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = {word: canonical for canonical, words in shipped_rows("synonyms.tsv") for word in words.split()}
    for canonical, words in own_rows("synonyms.tsv"):
        for word in words.split():
            _unite(meaning, canonical, word)
    meaning = {word: canonical for word, canonical in meaning.items() if word != canonical}
    return any_of(meaning), meaning


def _unite(meaning: dict[str, str], one: str, other: str) -> None:
    """Two words, and all that mean the same as either, mean the same: 走了 like 遇难 is 死亡 too."""
    main, moved = meaning.get(one, one), meaning.get(other, other)
    meaning.update({word: main for word, canonical in meaning.items() if canonical == moved})
    meaning[moved] = meaning[other] = main


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """The text with every synonym replaced by its canonical word."""
    pattern, meaning = _synonyms()
    return pattern.sub(lambda match: meaning[match[0]], text)


@cache
def stopwords() -> frozenset[str]:
    return frozenset(lines("stopwords.txt"))


@lru_cache(maxsize=4096)
def weigh(text: str) -> dict[str, float]:
    stop = stopwords()
    found = {}
    for word in cut(text):
        if word not in stop and not NOT_WORD.fullmatch(word):
            found[word] = rarity(word)
    return found


def content(text: str) -> list[str]:
    """The words of a text that are no stopwords, in order."""
    return list(weigh(text))
