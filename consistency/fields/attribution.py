"""Facts of attribution: who said the words."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading


def read_quotations(reading: Reading) -> Iterator[Fact]:
    """A fact for each quotation with a known speaker: the value is the speaker, the measure the words."""
    for quotation in reading.quotations:
        if not quotation.speaker:
            continue
        statement = reading.statement_at(quotation.speaker_block, quotation.speaker_start)
        if statement is None:
            continue
        block = reading.article.blocks[quotation.speaker_block]
        span = block.span(quotation.speaker_start, quotation.speaker_end)
        yield Fact(
            "attribution", "quotation", Term(quotation.speaker), reading.article.text[span.start : span.end], span,
            quotation.speaker_start, quotation.speaker_end, statement, quotation.text,
            (
                ("cue", quotation.cue), ("direct", "yes" if quotation.direct else "no"),
                ("role", "person" if quotation.person else "body"),
                *((("organisation", quotation.organisation),) if quotation.organisation else ()),
            ),
        )  # fmt: skip
