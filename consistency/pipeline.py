"""The whole run: articles -> readings -> facts -> stories -> contexts -> topics -> findings -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from consistency import explaining, fields
from consistency.findings import judge
from consistency.linkage.context import Context, contexts_of
from consistency.linkage.copies import origins
from consistency.linkage.sketch import Sketch, sketch
from consistency.linkage.stories import stories
from consistency.linkage.topics import Linkage, Topic, link
from consistency.linkage.weights import Weights, shipped
from consistency.model.explanation import Explanation
from consistency.model.facts import Fact
from consistency.model.findings import FIELDS, Coverage, Finding, Report, Source
from consistency.model.text import Article
from consistency.statements import Reading, read
from consistency.wording import Lang

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Told:
    """An article as it was read, and its facts."""

    reading: Reading
    facts: list[Fact]


def read_facts(article: Article) -> list[Fact]:
    """All facts of one article, in the order of its text."""
    return fields.read_facts(read(article))


def tell(article: Article) -> tuple[Told, Sketch]:
    """An article read, and the sketch by which its story is found."""
    reading = read(article)
    return Told(reading, fields.read_facts(reading)), sketch(reading)


def compare_story(story: Sequence[Told], lang: Lang = "zh") -> tuple[list[Finding], Linkage]:
    """Where the articles of one story disagree, the gravest first, and what was compared; their ids are their own."""
    weights = shipped()
    linkage = link(_contexts(story), weights)
    articles = {one.reading.article.id: one.reading.article for one in story}
    return judge(linkage.topics, articles, weights, lang), linkage


def _contexts(story: Sequence[Told]) -> list[list[Context]]:
    return contexts_of([one.reading for one in story], [one.facts for one in story])


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


def explain(
    articles: Sequence[Article], one: tuple[str, int], two: tuple[str, int], *, lang: Lang = "zh",
    weights: Weights | None = None,
) -> Explanation:  # fmt: skip
    """Why two lines (the path of an article, and a line of its file) were compared or not, among all the articles."""
    weights = weights or shipped()
    numbered = _numbered(articles)
    by_id = {article.id: article for article in numbered}
    run = _link(numbered, None, weights)
    topics = [topic for linkage in run.linkages for topic in linkage.topics]
    copies = {
        article.id: numbered[origin].id
        for article, origin in zip(numbered, run.origins, strict=True) if origin is not None
    }  # fmt: skip
    places = tuple((next(a.id for a in numbered if a.path == path), line) for path, line in (one, two))
    told = list(zip(run.contexts, run.linkages, strict=True))
    findings = judge(topics, by_id, weights, lang)
    return explaining.explain((places[0], places[1]), told, copies, findings, by_id, weights, lang)


def _numbered(articles: Sequence[Article]) -> list[Article]:
    return [replace(article, id=f"a{number}") for number, article in enumerate(articles, 1)]


@dataclass(frozen=True)
class _Linked:
    """All that is known of the articles before anything is judged.

    `stories` (the numbers of the articles), `contexts` and `linkages` run in step.
    """

    articles: Sequence[Article]
    statements: int
    facts: Sequence[list[Fact]]
    origins: Sequence[int | None]
    stories: Sequence[list[int]]
    contexts: Sequence[list[list[Context]]]
    linkages: Sequence[Linkage]


def _link(articles: Sequence[Article], progress: Progress | None, weights: Weights) -> _Linked:
    told, sketches = [], []
    for number, article in enumerate(articles, 1):
        one, its_sketch = tell(article)
        told.append(one)
        sketches.append(its_sketch)
        if progress:
            progress(number, len(articles))
    copied = origins(sketches)
    # In the order of their paths, whatever order the user names them in: the same articles give the same findings.
    own = sorted((n for n, origin in enumerate(copied) if origin is None), key=lambda n: (articles[n].path, n))
    grouped = [[own[n] for n in story] for story in stories([sketches[n] for n in own])]
    contexts = [_contexts([told[n] for n in story]) for story in grouped]
    statements = sum(len(one.reading.statements) for one in told)
    return _Linked(
        articles, statements, [one.facts for one in told], copied, grouped, contexts,
        [link(story, weights) for story in contexts],
    )  # fmt: skip


def _run(
    articles: list[Article], lang: Lang, progress: Progress | None, weights: Weights | None, draft: str | None
) -> Report:
    weights = weights or shipped()
    run = _link(articles, progress, weights)
    topics = [topic for one in run.linkages for topic in one.topics if draft is None or _concerns(topic, draft)]
    findings = judge(topics, {article.id: article for article in articles}, weights, lang, draft)
    count = Counter(fact.field for facts in run.facts for fact in facts)
    sources = tuple(
        Source(article, len(facts), None if origin is None else articles[origin].id)
        for article, facts, origin in zip(articles, run.facts, run.origins, strict=True)
    )
    coverage = Coverage(
        len(articles), run.statements, count.total(),
        sum(one.aligned for one in run.linkages), sum(one.compared for one in run.linkages),
        tuple((field, count[field]) for field in FIELDS),
    )  # fmt: skip
    told = tuple(tuple(articles[n].id for n in story) for story in sorted(map(sorted, run.stories)))
    return Report(sources, tuple(findings), coverage, draft, told)


def _concerns(topic: Topic, draft: str) -> bool:
    return any(context.fact.statement.article == draft for group in topic.groups for context in group)
