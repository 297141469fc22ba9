"""Facts of attribution: who said the words, and who published, measured or decided a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consistency.grammar.names import Names
from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading

_REACH = 24  # characters between the actor and the act


@cache
def _acts() -> tuple[re.Pattern[str], dict[str, str]]:
    meaning = {word: act for act, words in rows("acts.tsv") for word in words.split()}
    return re.compile("|".join(sorted(map(re.escape, meaning), key=len, reverse=True))), meaning


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
                *((("organisation", quotation.organisation),) if quotation.organisation else ()),
            ),
        )  # fmt: skip


def read_acts(reading: Reading) -> Iterator[Fact]:
    """A fact for each body or person that publishes, measures or decides: the value is the actor."""
    pattern, meaning = _acts()
    for block, text in enumerate(reading.texts):
        for start, end, name in actors(reading.names[block]):
            statement = reading.statement_at(block, start)
            if statement is None:
                continue
            limit = min(statement.sentence_start + len(statement.sentence), end + _REACH)
            act = pattern.search(text, end, limit)
            if act is None or re.search(r"[。；“]", text[end : act.start()]):
                continue
            span = reading.article.blocks[block].span(start, end)
            yield Fact(
                "attribution", "act", Term(name), reading.article.text[span.start : span.end], span, start, end,
                statement, meaning[act[0]], (("act", meaning[act[0]]),),
            )  # fmt: skip


def actors(names: Names) -> list[tuple[int, int, str]]:
    """Start, end and name of everybody in a block who can do something: bodies, and persons."""
    bodies = [(body.start, body.end, body.name) for body in names.organisations]
    people = [(person.start, person.end, person.name) for person in names.people]
    return sorted(bodies + people)
