"""The two real articles that the project began with: what an editor must be told of them, and what he must not."""

from pathlib import Path

import pytest

from consistency import pipeline
from consistency.articles import read_paths

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds")


@pytest.fixture(scope="module")
def articles():
    found, errors = read_paths([str(SEEDS)])
    assert not errors and len(found) == 2
    return found


@pytest.fixture(scope="module")
def grave(articles):
    """The warnings and errors."""
    return [one for one in pipeline.compare(articles).findings if one.severity != "info"]


TRIAL = "日本于2026年1月启动了全球首次6000米深海稀土试采", "政府已宣布将在2026年内启动首次深海试采项目"
PRICE = "稀土回收成本比直接从中国采购高出230%", "再生稀土单价普遍高出中国市场三倍以上"
PARTY = "与G7各国财金官员密集磋商", "与白宫贸易代表及国务院官员磋商"


def opposing(findings, articles, quotes):
    """The findings that set values within these quotes of the two articles against each other."""
    places = []
    for article, quote in zip(articles, quotes, strict=True):
        start = article.text.index(quote)
        places.append((article.path, start, start + len(quote)))
    found = []
    for one in findings:
        groups = [
            {s.group for s in one.statements if s.path == path and s.span.start < end and start < s.span.end}
            for path, start, end in places
        ]
        if all(groups) and groups[0] != groups[1]:
            found.append(one)
    return found


@pytest.mark.parametrize("quotes", [TRIAL, PRICE, PARTY])
def test_the_quotes_stand_in_the_articles(articles, quotes):
    assert [article.text.count(quote) for article, quote in zip(articles, quotes, strict=True)] == [1, 1]


def test_the_trial_begun_against_the_trial_announced(grave, articles):
    assert opposing(grave, articles, TRIAL)


def test_how_much_dearer_recycled_rare_earths_are(grave, articles):
    assert opposing(grave, articles, PRICE)


def test_whom_the_minister_went_to_meet(grave, articles):
    assert [(one.field, one.verdict) for one in opposing(grave, articles, PARTY)] == [("person", "conflict")]


def test_no_more_than_two_others(grave):
    assert len(grave) <= 5


def test_nothing_lies_in_the_page_junk(articles):
    text = articles[1].text
    begin, end = text.index("2026年1月10日,日本方面接到"), text.index("特别声明")
    title = text.index("天塌了!"), text.index("天塌了!") + len("天塌了!中国暂停对日稀土合同,高市早苗急喊:快请西天佛祖")
    for one in pipeline.compare(articles).findings:
        for statement in one.statements:
            if statement.path == articles[1].path:
                span = statement.span
                assert begin <= span.start < span.end <= end or title[0] <= span.start < span.end <= title[1]


def test_the_pages_own_time_and_outlet(articles):
    assert articles[1].published and articles[1].published.strftime("%Y-%m-%d %H:%M") == "2026-01-20 03:36"
    assert "古史青云啊" in articles[1].outlet
