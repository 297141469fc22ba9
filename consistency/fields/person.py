"""Facts on persons: who holds which post, and whom somebody meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading

# 与白宫贸易代表及国务院官员磋商: the other party of a meeting stands between 与 and the predicate.
_MEETING = re.compile(
    r"(?:与|同|和|跟|会见|会晤|拜会|约见)(?P<party>[\u4e00-\u9fffA-Za-z0-9·、“”]{2,24}?)"
    r"(?P<act>(?:密集|举行|展开|进行|分别|就[^，。]{0,12}?)*(?:磋商|会谈|会晤|会面|见面|协商|谈判|商谈|交换意见))"
)


def read_posts(reading: Reading) -> Iterator[Fact]:
    """Two facts for each person named with a post: which post the person holds, and who holds the post."""
    for block, names in enumerate(reading.names):
        for person in names.people:
            if not person.title:
                continue
            statement = reading.statement_at(block, person.title_start)
            if statement is None:
                continue
            span = reading.article.blocks[block].span(person.title_start, person.title_end)
            scope = (("name", person.name), ("organisation", person.organisation))
            yield Fact(
                "person", "post", Term(person.title), reading.article.text[span.start : span.end], span,
                person.title_start, person.title_end, statement, person.name, scope,
            )  # fmt: skip
            span = reading.article.blocks[block].span(person.start, person.end)
            scope = (("title", person.title), ("organisation", person.organisation))
            yield Fact(
                "person", "holder", Term(person.name), reading.article.text[span.start : span.end], span,
                person.start, person.end, statement, person.organisation + person.title, scope,
            )  # fmt: skip


def read_parties(reading: Reading) -> Iterator[Fact]:
    """A fact for each meeting: the value is the other party, the measure who meets it."""
    for block, text in enumerate(reading.texts):
        for match in _MEETING.finditer(text):
            start, end = match.span("party")
            statement = reading.statement_at(block, start)
            if statement is None:
                continue
            subject = _subject(reading, block, statement.sentence_start, match.start())
            if not subject:
                continue
            span = reading.article.blocks[block].span(start, end)
            yield Fact(
                "person", "party", Term(match["party"]), reading.article.text[span.start : span.end], span,
                start, end, statement, f"{subject}会谈对象", (("subject", subject),),
            )  # fmt: skip


def _subject(reading: Reading, block: int, start: int, end: int) -> str:
    people = [person for person in reading.names[block].people if start <= person.start and person.end <= end]
    return people[-1].name if people else ""
