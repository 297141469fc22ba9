"""The gold bundles, read and compared once for all tests, and short texts as articles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from consistency import pipeline
from consistency.articles import read_paths

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data" / "gold"
SAMPLES = [*sorted(path.parent for path in GOLD.glob("*/gold.json")), ROOT / "data" / "rare-earth"]


@cache
def _articles(bundle: Path) -> tuple:
    articles, errors = read_paths([str(bundle)])
    assert not errors
    return tuple(articles)


@cache
def _report(bundle: Path):
    return pipeline.compare(_articles(bundle))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def bundle(request):
    """The articles of one folder of data/, each in its turn."""
    return _articles(request.param)


@pytest.fixture
def report(bundle):
    """The report on the articles of `bundle`."""
    return _report(Path(bundle[0].path).parent)


@pytest.fixture(scope="session")
def rare_earth():
    """The articles of data/rare-earth."""
    return _articles(ROOT / "data" / "rare-earth")
