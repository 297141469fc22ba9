"""What must not change a finding: the order of the articles, a copy, the script, an article on something else."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from consistency import pipeline
from consistency.articles import read_text
from tests.bundles import SAMPLES, articles_of, report_of

GRAVE = ("conflict", "update")
CAFE = read_text(
    "街角的咖啡馆5月1日开张，老板娘说，前三天卖出860杯咖啡，每杯22元，第二家店计划明年开业。",
    path="cafe.txt", outlet="生活周刊", published=datetime(2026, 5, 4, 9),
)  # fmt: skip


def spans(findings, articles=None):
    """Each finding as its field, its verdict and the places where its statements stand (in these articles only)."""
    kept = None if articles is None else {article.path for article in articles}
    return {
        (
            one.field, one.verdict,
            frozenset((s.path, s.span) for s in one.statements if kept is None or s.path in kept),
        )
        for one in findings if one.verdict in GRAVE
    }  # fmt: skip


def groups(findings):
    """Each finding as the sides that it sets against each other."""
    found = set()
    for one in findings:
        sides: dict = {}
        for statement in one.statements:
            sides.setdefault(statement.group, set()).add((statement.path, statement.span))
        found.add((one.field, one.verdict, one.severity, one.confidence, frozenset(map(frozenset, sides.values()))))
    return found


@cache
def _swapped(articles):
    return pipeline.compare(articles[::-1])


def test_order_changes_no_finding(bundle, report):
    assert spans(_swapped(bundle).findings) == spans(report.findings)
    assert _swapped(bundle).coverage == report.coverage


def test_order_changes_no_side(bundle, report):
    assert groups(_swapped(bundle).findings) == groups(report.findings)


def test_order_changes_no_identifier_and_no_topic(bundle, report):
    def named(findings):
        return {(one.id, one.topic) for one in findings}

    assert named(_swapped(bundle).findings) == named(report.findings)


def test_an_unrelated_article_changes_no_finding(bundle, report):
    assert spans(pipeline.compare([*bundle, CAFE]).findings) == spans(report.findings)


def test_a_copy_changes_no_finding(bundle, report):
    copy = replace(bundle[0], path="copies/" + Path(bundle[0].path).name)
    assert spans(pipeline.compare([*bundle, copy]).findings, bundle) == spans(report.findings)


def traditional(article):
    """The article with the whole of its file in traditional characters, read anew."""
    from opencc import OpenCC

    text = OpenCC("s2t").convert(article.text)
    assert len(text) == len(article.text)
    form = Path(article.path).suffix.removeprefix(".")
    return read_text(text, path=article.path, format=form, outlet=article.outlet, published=article.published)


def test_traditional_characters_change_no_finding(bundle, report):
    *others, last = bundle
    changed = replace(traditional(last), currency=last.currency)
    assert spans(pipeline.compare([*others, changed]).findings) == spans(report.findings)


def test_traditional_characters_change_no_currency(rare_earth):
    assert [traditional(article).currency for article in rare_earth] == ["CNY"] * 4


def test_all_events_in_one_folder_give_the_same_findings():
    folders = SAMPLES[:-1]  # the samples of data/ tell of the same as one bundle
    alone = {one for folder in folders for one in spans(report_of(folder).findings)}
    together = spans(pipeline.compare([one for folder in folders for one in articles_of(folder)]).findings)
    assert together == alone
