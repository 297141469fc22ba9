"""A word of a statement as a fact: what no field's reader reads, but another sentence has otherwise, or none has."""

from __future__ import annotations

from consistency.model.facts import Fact
from consistency.model.findings import Field
from consistency.model.values import Term
from consistency.statements import Reading

WORD = "word"  # the kind of such facts


def word(reading: Reading, field: Field, block: int, start: int, end: int) -> Fact | None:
    """The words at a place of a block's text; None where there are none."""
    statement = reading.statement_at(block, start)
    if statement is None or start >= end:
        return None
    article = reading.article
    span = article.blocks[block].span(start, end)
    return Fact(
        field, WORD, Term(reading.texts[block][start:end]), article.text[span.start : span.end], span, start, end,
        statement, statement.clause,
    )  # fmt: skip
