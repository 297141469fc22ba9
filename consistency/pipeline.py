"""The whole run: articles -> readings -> facts -> stories -> contexts -> topics -> findings -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from consistency import explaining, fields
from consistency.arithmetic import sums, sums_against
from consistency.findings import judge, ranked
from consistency.grading import graded
from consistency.lexicon import laid_over
from consistency.linkage.context import Context, contexts_of
from consistency.linkage.copies import origins
from consistency.linkage.sketch import Sketch, sketch
from consistency.linkage.spellings import spellings
from consistency.linkage.stories import stories
from consistency.linkage.topics import Linkage, Topic, link
from consistency.linkage.twins import twins
from consistency.linkage.weights import Weights, shipped
from consistency.linkage.within import within
from consistency.model.explanation import Explanation
from consistency.model.facts import Fact
from consistency.model.findings import FIELDS, Coverage, Finding, Report, Source
from consistency.model.settings import Settings
from consistency.model.text import Article
from consistency.statements import Reading, read
from consistency.support import Asked, matched, unsupported
from consistency.wording import Lang

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Told:
    """An article as it was read, and its facts."""

    reading: Reading
    facts: list[Fact]


def read_facts(article: Article, settings: Settings | None = None) -> list[Fact]:
    """All facts of one article, in the order of its text."""
    with own_words(settings):
        return fields.read_facts(read(article))


def tell(article: Article) -> tuple[Told, Sketch]:
    """An article read, and the sketch by which its story is found."""
    reading = read(article)
    return Told(reading, fields.read_facts(reading)), sketch(reading)


def compare_story(story: Sequence[Told], lang: Lang = "zh") -> tuple[list[Finding], Linkage]:
    """Where the articles of one story disagree, the gravest first, and what was compared; their ids are their own."""
    weights = shipped()
    _, linkage = _link_story(story, weights)
    return judge(linkage.topics, {one.reading.article.id: one.reading.article for one in story}, weights, lang), linkage


def _link_story(story: Sequence[Told], weights: Weights) -> tuple[list[list[Context]], Linkage]:
    readings = [one.reading for one in story]
    contexts = contexts_of(readings, [one.facts for one in story])
    return contexts, link(contexts, weights, twins(readings, contexts), spellings(readings))


def compare(
    articles: Sequence[Article], *, lang: Lang = "zh", progress: Progress | None = None,
    weights: Weights | None = None, settings: Settings | None = None,
) -> Report:  # fmt: skip
    """Where the articles disagree, the gravest first; `progress` is told how many articles are read."""
    return _set(settings, lambda: _run(_numbered(articles), lang, progress, weights, None, settings))


def check(
    draft: Article, sources: Sequence[Article], *, lang: Lang = "zh", progress: Progress | None = None,
    weights: Weights | None = None, settings: Settings | None = None,
) -> Report:  # fmt: skip
    """What of the draft its sources contradict, supersede or confirm; disagreements among the sources are left out."""
    articles = _numbered([draft, *sources])
    return _set(settings, lambda: _run(articles, lang, progress, weights, articles[0].id, settings))


def _set(settings: Settings | None, run: Callable[[], Report]) -> Report:
    """What a run reports with a newsroom's own words, graded as it wishes; without settings as the program is."""
    with own_words(settings):
        report = run()
    return graded(report, settings) if settings else report


def own_words(settings: Settings | None) -> AbstractContextManager[None]:
    """Within it a newsroom's own words are in the tables of the language, for one thread at a time."""
    return laid_over(settings.tables if settings else None)


def explain(
    articles: Sequence[Article], one: tuple[str, int], two: tuple[str, int], *, lang: Lang = "zh",
    weights: Weights | None = None, settings: Settings | None = None,
) -> Explanation:  # fmt: skip
    """Why two lines (the path of an article, and a line of its file) were compared or not, among all the articles."""
    with own_words(settings):
        return _explain(articles, one, two, lang, weights or shipped())


def _explain(
    articles: Sequence[Article], one: tuple[str, int], two: tuple[str, int], lang: Lang, weights: Weights
) -> Explanation:
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

    `stories` are the numbers of the articles; `contexts` and `linkages`, of the stories that were linked, run in step.
    """

    articles: Sequence[Article]
    readings: Sequence[Reading]
    facts: Sequence[list[Fact]]
    origins: Sequence[int | None]
    stories: Sequence[list[int]]
    contexts: Sequence[list[list[Context]]]
    linkages: Sequence[Linkage]


def _link(
    articles: Sequence[Article], progress: Progress | None, weights: Weights, draft: int | None = None
) -> _Linked:
    """All stories linked; of a draft's sources only those that tell its story, however many others there are."""
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
    chosen = [story for story in grouped if draft is None or {draft, copied[draft]} & set(story)]
    linked = [_link_story([told[n] for n in story], weights) for story in chosen]
    return _Linked(
        articles, [one.reading for one in told], [one.facts for one in told], copied, grouped,
        [contexts for contexts, _ in linked], [linkage for _, linkage in linked],
    )  # fmt: skip


def _run(
    articles: list[Article], lang: Lang, progress: Progress | None, weights: Weights | None, draft: str | None,
    settings: Settings | None,
) -> Report:  # fmt: skip
    weights = weights or shipped()
    run = _link(articles, progress, weights, None if draft is None else 0)
    topics = [topic for one in run.linkages for topic in one.topics if draft is None or _concerns(topic, draft)]
    by_id = {article.id: article for article in articles}
    own = [context for story in run.contexts for told in story for context in told if _of(context, draft)]
    rank = settings.rank if settings else None
    findings = judge([*topics, *within(own, weights)], by_id, weights, lang, draft, rank)
    of_draft = None
    if draft is not None:
        of_draft = matched(run.facts[0], topics, draft)
        others = [told for story in run.contexts for told in story if told and not _of(told[0], draft)]
        findings += sums(run.facts[0], by_id, lang) + sums_against(own, others, topics, by_id, lang)
        findings = ranked([*findings, *unsupported(_asked(run), topics, by_id, findings, lang)])
    count = Counter(fact.field for facts in run.facts for fact in facts)
    sources = tuple(
        Source(article, len(facts), None if origin is None else articles[origin].id)
        for article, facts, origin in zip(articles, run.facts, run.origins, strict=True)
    )
    coverage = Coverage(
        len(articles), sum(len(reading.statements) for reading in run.readings), count.total(),
        sum(one.aligned for one in run.linkages), sum(one.compared for one in run.linkages),
        tuple((field, count[field]) for field in FIELDS), of_draft,
    )  # fmt: skip
    told = tuple(tuple(articles[n].id for n in story) for story in sorted(map(sorted, run.stories)))
    return Report(sources, tuple(findings), coverage, draft, told)


def _of(context: Context, article: str | None) -> bool:
    return context.fact.statement.article == article


def _asked(run: _Linked) -> Asked:
    """The draft, which is the first article, and the sources of its story that are no copies of it."""
    others = [number for number in next((story for story in run.stories if 0 in story), []) if number]
    facts = [fact for number in others for fact in run.facts[number]]
    return Asked(run.readings[0], run.facts[0], [run.readings[number] for number in others], facts)


def _concerns(topic: Topic, draft: str) -> bool:
    return any(_of(context, draft) for group in topic.groups for context in group)
