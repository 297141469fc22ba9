"""The one tokenizer: jieba's words for folded Chinese text, and how rare each word is."""

from __future__ import annotations

import logging
import math
from functools import cache, lru_cache

import jieba

jieba.setLogLevel(logging.WARNING)  # "Building prefix dict…" is no message for an editor


@lru_cache(maxsize=65536)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text, in order; joined they are the text."""
    return tuple(jieba.cut(text))


@cache
def _total() -> float:
    jieba.initialize()
    return float(jieba.dt.total)


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a shared word tells, in nats: minus the log of its share of running text in jieba's own dictionary.

    The dictionary is frozen, so the articles of a run never change one another's weights. A word that it lacks
    (a name, a coined term) is as rare as its rarest.
    """
    total = _total()
    return math.log(total / (jieba.dt.FREQ.get(word, 0) or 1.0))


@cache
def known(word: str) -> bool:
    """Whether jieba's dictionary has the word."""
    jieba.initialize()
    return bool(jieba.dt.FREQ.get(word))
