"""An article read once: folded texts, values, names, statements and quotations, which every field's reader shares."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from consistency.articles.script import fold
from consistency.grammar import Mention, read_values
from consistency.grammar.names import Names, read_names
from consistency.model.facts import Attribution, Statement
from consistency.model.text import Article
from consistency.statements.quotations import Quotation, read_quotations
from consistency.statements.segment import clauses, sentences
from consistency.statements.speakers import Speaker, speakers


@dataclass(frozen=True)
class Reading:
    """One article with all that was read in it, block by block (`texts` to `speakers` run in step)."""

    article: Article
    texts: tuple[str, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    names: tuple[Names, ...]
    speakers: tuple[tuple[Speaker, ...], ...]
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]

    def statement_at(self, block: int, offset: int) -> Statement | None:
        """The clause that holds a place of a block's text."""
        starts, clauses = self._by_block.get(block, ((), ()))
        number = bisect_right(starts, offset)
        return clauses[number - 1] if number else None

    @cached_property
    def _by_block(self) -> dict[int, tuple[Sequence[int], Sequence[Statement]]]:
        found: dict[int, tuple[list[int], list[Statement]]] = {}
        for statement in self.statements:
            starts, clauses = found.setdefault(statement.block, ([], []))
            starts.append(statement.start)
            clauses.append(statement)
        return dict(found)


def read(article: Article) -> Reading:
    """The article's statements with their values, names and speakers."""
    texts = tuple(fold(block.text) for block in article.blocks)
    mentions = tuple(tuple(read_values(text, article.published, article.currency)) for text in texts)
    names = tuple(read_names(texts))
    named = tuple(tuple(speakers(*block)) for block in zip(range(len(texts)), texts, names, strict=True))
    quotations = tuple(read_quotations(texts, named))
    statements = tuple(_statements(article, texts, names, quotations))
    return Reading(article, texts, mentions, names, named, quotations, statements)


def _statements(
    article: Article, texts: tuple[str, ...], names: tuple[Names, ...], quotations: tuple[Quotation, ...]
) -> list[Statement]:
    found: list[Statement] = []
    lead, number = "", 0
    quoted: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        quoted.setdefault(quotation.block, []).append(quotation)
    for index, text in enumerate(texts):
        headline = article.blocks[index].kind == "title"
        speeches, named = quoted.get(index, []), _named(names[index])
        for start, end in sentences(text):
            sentence, subject = text[start:end], ""
            for clause_start, clause_end in clauses(text, start, end):
                subject = _subject(named, clause_start, clause_end) or subject
                found.append(
                    Statement(
                        article.id, index, number, clause_start, text[clause_start:clause_end], start, sentence,
                        lead, subject, _attribution(speeches, clause_start, clause_end), headline,
                    )
                )  # fmt: skip
            lead, number = sentence, number + 1
        if headline:
            lead = ""
    return found


def _named(names: Names) -> list[tuple[int, str]]:
    """The people and bodies of a block with where they stand, in order."""
    found = [(person.start, person.name) for person in names.people]
    return sorted([*found, *((body.start, body.name) for body in names.organisations)])


def _subject(named: list[tuple[int, str]], start: int, end: int) -> str:
    """The name that a clause begins with, near enough: its subject, which the clauses after it may leave out."""
    at = bisect_left(named, (start, ""))
    return named[at][1] if at < len(named) and named[at][0] < min(end, start + 12) else ""


def _attribution(quotations: list[Quotation], start: int, end: int) -> Attribution | None:
    for quotation in quotations:
        if quotation.start < end and start < quotation.end and quotation.speaker:
            return Attribution(quotation.speaker, quotation.cue, quotation.direct)
    return None
