"""Reading -> facts: one reader for each kind of fact, listed here; a new one is a line in this table."""

from __future__ import annotations

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


def read_facts(reading: Reading) -> list[Fact]:
    """All facts of an article, in the order of the text."""
    facts = [fact for reader in READERS for fact in reader(reading)]
    return sorted(facts, key=lambda fact: (fact.statement.block, fact.start, fact.end, fact.field))
