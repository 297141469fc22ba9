"""Facts of place: where the thing that a clause tells of is or happens."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.fields.values import measure
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading


def read_places(reading: Reading) -> Iterator[Fact]:
    """A fact for each place that is named; the measure is the words around it."""
    for block, names in enumerate(reading.names):
        text = reading.texts[block]
        for place in names.places:
            statement = reading.statement_at(block, place.start)
            if statement is None:
                continue
            clause_end = statement.start + len(statement.clause)
            span = reading.article.blocks[block].span(place.start, place.end)
            yield Fact(
                "place", "place", Term(place.name), reading.article.text[span.start : span.end], span,
                place.start, place.end, statement,
                measure(text[statement.start : place.start], text[place.end : clause_end]),
                (("level", place.level),),
            )  # fmt: skip
