"""Files to articles: what a caller needs of this package, loaded when it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime

from consistency.errors import ArticleError, NoArticles
from consistency.model.text import Article

__all__ = ["read_articles", "read_paths", "read_text"]


def read_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    outlet: str | None = None,
    published: datetime | None = None,
    encoding: str | None = None,
) -> tuple[list[Article], list[ArticleError]]:
    """The articles of files, folders and `-` (standard input), and what could not be read.

    `outlet` and `published` are for articles that do not say it themselves; `encoding` is that of all files.
    """
    from consistency.articles.files import find
    from consistency.articles.reading import Defaults, read_source, with_ids

    sources, errors = find(paths)
    articles = []
    for source in sources:
        try:
            articles.append(read_source(source, Defaults(outlet, published, encoding)))
        except ArticleError as error:
            errors.append(error)
    return with_ids(articles), errors


def read_articles(paths: Iterable[str | os.PathLike[str]]) -> list[Article]:
    """The articles of files and folders; raises an error only where none of them can be read."""
    articles, errors = read_paths([paths] if isinstance(paths, (str, os.PathLike)) else paths)
    if articles:
        return articles
    raise errors[0] if errors else NoArticles("no article given; name files or folders to read")


def read_text(
    text: str,
    *,
    path: str = "-",
    format: str = "txt",
    outlet: str | None = None,
    published: datetime | None = None,
) -> Article:
    """The article that a string is; `format` is one of txt, md and html."""
    from consistency.articles.reading import Defaults, from_text, with_ids

    return with_ids([from_text(text, path, format, Defaults(outlet, published))])[0]
