"""The bundles of data/ as fixtures, one after the other."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.bundles import RARE_EARTH, SAMPLES, articles_of, report_of

# What a shell starts in the background ignores Ctrl-C, and so do the commands that it starts: the tests send it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def bundle(request):
    """The articles of one folder of data/, each in its turn."""
    return articles_of(request.param)


@pytest.fixture
def report(bundle):
    """The report on the articles of `bundle`."""
    return report_of(Path(bundle[0].path).parent)


@pytest.fixture(scope="session")
def rare_earth():
    """The articles of data/rare-earth."""
    return articles_of(RARE_EARTH)
