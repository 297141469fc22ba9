"""Articles and short texts as facts with their surroundings: the one place where tests call this stage of the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from consistency.articles import read_text
from consistency.fields import read_facts
from consistency.linkage.context import Context, contexts_of
from consistency.model.text import Article
from consistency.statements import read

PUBLISHED = datetime(2026, 3, 6, 9)


def in_context(articles: Sequence[Article]) -> list[list[Context]]:
    """The facts of each article."""
    readings = [read(article) for article in articles]
    return contexts_of(readings, [read_facts(reading) for reading in readings])


def texts_in_context(*texts: str, published: Sequence[datetime | None] | None = None) -> list[list[Context]]:
    """The facts of each text, as those of the articles a1, a2 …"""
    moments = published or [PUBLISHED] * len(texts)
    return in_context([
        replace(read_text(text, published=moment), id=f"a{number}")
        for number, (text, moment) in enumerate(zip(texts, moments, strict=True), 1)
    ])  # fmt: skip


def marked(*texts: str, kind: str, published: Sequence[datetime | None] | None = None) -> list[Context]:
    """The fact of this kind that each text marks as 【…】."""
    values = [text[text.index("【") + 1 : text.index("】")] for text in texts]
    articles = texts_in_context(*(text.replace("【", "").replace("】", "") for text in texts), published=published)
    return [the_fact(contexts, kind, value) for contexts, value in zip(articles, values, strict=True)]


def the_fact(contexts: Sequence[Context], kind: str, value: str) -> Context:
    """The one fact of this kind and text."""
    found = [one for one in contexts if (one.fact.kind, one.fact.text) == (kind, value)]
    assert len(found) == 1, [(one.fact.kind, one.fact.text) for one in contexts]
    return found[0]
