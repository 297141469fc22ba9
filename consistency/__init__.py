"""Shows where several articles on one story disagree: dates, figures, names, places, status and who said it.

The public interface; everything is loaded when it is first used, so that `import consistency` costs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from consistency.model.findings import Report
from consistency.model.text import Article

if TYPE_CHECKING:
    from consistency.model.facts import Fact
    from consistency.model.settings import Settings

__all__ = ["Article", "Report", "check", "compare", "facts", "read_articles", "read_settings"]


def read_articles(paths: Sequence[str]) -> list[Article]:
    """The articles in files and folders, in the order given; raises ArticleError for the first that cannot be read."""
    from consistency.articles import read_articles as read

    return read([str(path) for path in paths])


def compare(articles: Sequence[Article], settings: Settings | None = None) -> Report:
    """Where the articles disagree, the gravest first."""
    from consistency.pipeline import compare as run

    return run(articles, settings=settings)


def check(draft: Article, sources: Sequence[Article], settings: Settings | None = None) -> Report:
    """What of the draft its sources contradict or supersede."""
    from consistency.pipeline import check as run

    return run(draft, sources, settings=settings)


def read_settings(path: str) -> Settings:
    """The settings of a configuration file; raises ConfigError where it is not well formed."""
    from consistency.settings import load

    return load(path=str(path)).settings


def facts(text: str, published: datetime | None = None) -> list[Fact]:
    """The facts of a text, in order; relative dates hang on `published`."""
    from consistency.articles import read_text
    from consistency.pipeline import read_facts

    return read_facts(read_text(text, published=published))
