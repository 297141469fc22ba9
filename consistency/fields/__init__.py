"""Reading -> facts: one reader for each kind of fact, listed here; a new one is a line in this table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from consistency.fields import acts, attribution, person, place, status, values
from consistency.fields.assertion import is_asserted
from consistency.fields.corrections import corrected, order
from consistency.model.facts import Fact
from consistency.statements import Reading

READERS: tuple[Callable[[Reading], Iterable[Fact]], ...] = (
    values.read_values,
    person.read_posts,
    person.read_parties,
    attribution.read_quotations,
    acts.read_acts,
    place.read_places,
    status.read_states,
)


def _kept(fact: Fact) -> bool:
    """Values are kept whatever the clause says of them (their scope tells); denials and quotations have their own."""
    return fact.kind in ("quantity", "time", "duration", "status", "quotation") or is_asserted(fact.statement)


def read_facts(reading: Reading) -> list[Fact]:
    """All facts of an article, in the order of the text; what it takes back itself is no statement of its own."""
    facts = [fact for reader in READERS for fact in reader(reading) if _kept(fact)]
    return corrected(reading, sorted(facts, key=order))
