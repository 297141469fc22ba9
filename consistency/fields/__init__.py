"""Reading -> facts: one reader for each kind of fact, listed here; a new one is a line in this table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from consistency.fields import attribution, person, place, status, values
from consistency.model.facts import Fact
from consistency.statements import Reading

READERS: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
    values.read_values,
    person.read_posts,
    person.read_parties,
    attribution.read_quotations,
    attribution.read_acts,
    place.read_places,
    status.read_states,
)


# 网传“……”不实, 如果停产一周: told of, but not stated by the article.
_RUMOUR = re.compile(
    r"(?:网传|网上流?传|网络流?传|网上有帖|流传的|传言|谣传|传闻).*(?:不实|谣言|不属实|否认|没有的事|辟谣|假)"
)
_SUPPOSED = re.compile(r"^(?:但|而|且|不过)?(?:如果|假如|倘若|假设|要是|万一|一旦|若(?!干|是说|无其事))")


def asserted(fact: Fact) -> bool:
    """Whether the article states the fact; what a rumour says or what would be so if is not stated, its denial is."""
    if fact.kind in ("status", "quotation"):
        return True
    return not _RUMOUR.search(fact.statement.sentence) and not _SUPPOSED.match(fact.statement.sentence)


def read_facts(reading: Reading) -> list[Fact]:
    """All facts of an article, in the order of the text."""
    facts = [fact for reader in READERS for fact in reader(reading) if asserted(fact)]
    return sorted(facts, key=lambda fact: (fact.statement.block, fact.start, fact.end, fact.field))
