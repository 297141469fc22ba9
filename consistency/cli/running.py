"""A check run for its findings alone, by the commands that write something of them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from consistency.cli.options import reading_of
from consistency.errors import ArticleError, ConsistencyError
from consistency.model.findings import Report
from consistency.model.settings import Settings
from consistency.model.text import Article


@dataclass(frozen=True)
class Run:
    """The articles read, the draft first, what could not be read, and the report; None where nothing can be said."""

    articles: tuple[Article, ...]
    errors: tuple[ArticleError, ...]
    report: Report | None


def examined(paths: Sequence[str], settings: Settings, chosen: dict[str, Any]) -> Run:
    """What `check` finds in the first path against the sources; without sources what `report` finds in all paths."""
    from consistency.articles import read_paths
    from consistency.pipeline import check, compare

    reading = reading_of(chosen)
    if not chosen["sources"]:
        articles, errors = read_paths(paths, **reading)
        return Run(tuple(articles), tuple(errors), compare(articles, settings=settings) if articles else None)
    drafts, errors = read_draft(paths[0], reading)
    found, more = read_paths([*chosen["sources"], *paths[1:]], encoding=chosen["encoding"])
    if not drafts:
        return Run((), (*errors, *more), None)
    others = apart(found, drafts[0])
    report = check(drafts[0], others, settings=settings)
    return Run((drafts[0], *others), (*errors, *more), report)


def read_draft(path: str, reading: Mapping[str, Any]) -> tuple[list[Article], list[ArticleError]]:
    """The draft, or what is wrong with its file; raises ConsistencyError where there is more than one."""
    from consistency.articles import read_paths

    drafts, errors = read_paths([path], **reading)
    if len(drafts) > 1:
        raise ConsistencyError(f"{path}: holds {len(drafts)} articles; name the one that is the draft")
    return drafts, errors


def apart(sources: Sequence[Article], draft: Article) -> list[Article]:
    """The sources without the draft itself, which may stand in the same folder."""
    own = os.path.realpath(draft.path)
    return [source for source in sources if draft.path == "-" or os.path.realpath(source.path) != own]
