"""Every quotation of the gold lies in a kept block, and what the gold calls page junk lies in none."""

import json
from pathlib import Path

import pytest

from consistency.articles import read_paths

GOLD = Path(__file__).parents[2] / "data" / "gold"


def quotes():
    for path in sorted(GOLD.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        for entry in (*gold["conflicts"], *gold["non_conflicts"]):
            junk = "junk" in entry.get("why", "") or "垃圾" in entry.get("why", "")
            for side in entry["sides"]:
                yield pytest.param(path.parent / side["file"], side["quote"], side["value"], junk,
                                   id=f"{path.parent.name}-{entry['id']}-{side['file']}")  # fmt: skip


@pytest.fixture(scope="module")
def articles():
    found, errors = read_paths([GOLD])
    assert not errors
    return {Path(article.path): article for article in found}


@pytest.mark.parametrize(("path", "quote", "value", "junk"), list(quotes()))
def test_quotes_lie_in_the_article(articles, path, quote, value, junk):
    article = articles[path]
    start = article.text.index(quote) + quote.index(value)
    spans = [block.span(0, len(block.text)) for block in article.blocks]
    inside = any(span.start <= start and start + len(value) <= span.end for span in spans)
    assert inside or junk


def test_page_junk_is_no_part_of_an_article(articles):
    inside: dict[str, list[bool]] = {}
    for parameter in quotes():
        path, quote, _, junk = parameter.values
        if junk:
            shown = "\n".join(block.text for block in articles[path].blocks)
            inside.setdefault(f"{path.parent.name}-{parameter.id.split('-')[-2]}", []).append(quote in shown)
    assert inside and all(not all(each) for each in inside.values())


def test_every_article_has_a_title_and_an_outlet(articles):
    assert [str(path) for path, article in articles.items() if not (article.title and article.outlet)] == []


def test_only_the_terse_date_without_a_year_is_unknown(articles):
    assert [path.name for path, article in articles.items() if article.published is None] == ["tech-blog.txt"]
