"""Whether the article itself states what a sentence tells of: not what a rumour says, nor what would be so if."""

from __future__ import annotations

from functools import lru_cache

from consistency.model.facts import Statement
from consistency.patterns import pattern

# 网传“……”不实, 如果停产一周: told of, but not stated by the article.
_RUMOUR = pattern(
    r"(?:传闻|传言|谣传|谣言)[，,：:]?(?:就是说?|说是|是说|[说称指])|(?:网传|网上流?传|网络流?传|网上有帖|流传的|传言|谣传|传闻).*(?:不实|谣言|不属实|否认|没有的事|辟谣|假)"
)
_SUPPOSED = pattern(r"^(?:但|而|且|不过)?(?:如果|假如|倘若|假设|要是|万一|一旦|若(?!干|是说|无其事))")


def is_asserted(statement: Statement) -> bool:
    """Whether the article states the sentence; of a rumour only its denial is stated."""
    return _is_asserted(statement.sentence)


@lru_cache(maxsize=1024)  # asked for every value and clause of the sentence
def _is_asserted(sentence: str) -> bool:
    return not _RUMOUR.search(sentence) and not _SUPPOSED.match(sentence)
