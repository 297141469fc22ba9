"""The articles of data/, read and compared once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from consistency import pipeline
from consistency.articles import read_paths
from consistency.model.findings import Report
from consistency.model.text import Article

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data" / "gold"
RARE_EARTH = ROOT / "data" / "rare-earth"
SAMPLES = [*sorted(path.parent for path in GOLD.glob("*/gold.json")), RARE_EARTH]


@cache
def articles_of(bundle: Path) -> tuple[Article, ...]:
    """The articles of a folder."""
    articles, errors = read_paths([str(bundle)])
    assert not errors
    return tuple(articles)


@cache
def report_of(bundle: Path) -> Report:
    """The report on the articles of a folder."""
    return pipeline.compare(articles_of(bundle))
