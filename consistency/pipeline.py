"""The whole run: articles -> readings -> facts -> stories -> contexts -> topics -> findings -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from consistency import fields
from consistency.findings import judge
from consistency.linkage.context import contexts_of
from consistency.linkage.copies import origins
from consistency.linkage.stories import stories
from consistency.linkage.topics import Topic, link
from consistency.linkage.weights import Weights, shipped
from consistency.model.facts import Fact
from consistency.model.findings import FIELDS, Coverage, Report, Source
from consistency.model.text import Article
from consistency.statements import read
from consistency.wording import Lang

Progress = Callable[[int, int], None]


def read_facts(article: Article) -> list[Fact]:
    """All facts of one article, in the order of its text."""
    return fields.read_facts(read(article))


def compare(
    articles: Sequence[Article], *, lang: Lang = "zh", progress: Progress | None = None, weights: Weights | None = None
) -> Report:
    """Where the articles disagree, the gravest first; `progress` is told how many articles are read."""
    return _run(_numbered(articles), lang, progress, weights, None)


def check(
    draft: Article, sources: Sequence[Article], *, lang: Lang = "zh", progress: Progress | None = None,
    weights: Weights | None = None,
) -> Report:  # fmt: skip
    """What of the draft its sources contradict, supersede or confirm; disagreements among the sources are left out."""
    articles = _numbered([draft, *sources])
    return _run(articles, lang, progress, weights, articles[0].id)


def _numbered(articles: Sequence[Article]) -> list[Article]:
    return [replace(article, id=f"a{number}") for number, article in enumerate(articles, 1)]


def _run(
    articles: list[Article], lang: Lang, progress: Progress | None, weights: Weights | None, draft: str | None
) -> Report:
    readings, found = [], []
    for number, article in enumerate(articles, 1):
        reading = read(article)
        readings.append(reading)
        found.append(fields.read_facts(reading))
        if progress:
            progress(number, len(articles))
    copied = origins(readings)
    # In the order of their paths, whatever order the user names them in: the same articles give the same findings.
    own = sorted((n for n, origin in enumerate(copied) if origin is None), key=lambda n: (articles[n].path, n))
    linkages = []
    for story in stories([readings[n] for n in own]):
        its = [own[n] for n in story]
        linkages.append(link(contexts_of([readings[n] for n in its], [found[n] for n in its]), weights or shipped()))
    topics = [topic for one in linkages for topic in one.topics if draft is None or _concerns(topic, draft)]
    findings = judge(topics, {article.id: article for article in articles}, lang, draft)
    facts = [fact for read_facts in found for fact in read_facts]
    count = Counter(fact.field for fact in facts)
    sources = tuple(
        Source(article, len(read_facts), None if origin is None else articles[origin].id)
        for article, read_facts, origin in zip(articles, found, copied, strict=True)
    )
    coverage = Coverage(
        len(articles), sum(len(reading.statements) for reading in readings), len(facts),
        sum(one.aligned for one in linkages), sum(one.compared for one in linkages),
        tuple((field, count[field]) for field in FIELDS),
    )  # fmt: skip
    return Report(sources, tuple(findings), coverage, draft)


def _concerns(topic: Topic, draft: str) -> bool:
    return any(context.fact.statement.article == draft for group in topic.groups for context in group)
