"""Sums that do not add up: every example beside a rule, and none in articles that were written with care."""

from datetime import datetime

import pytest

from consistency.arithmetic import RULES, sums
from consistency.articles import read_text
from consistency.pipeline import check, read_facts
from tests.bundles import SAMPLES, articles_of

PUBLISHED = datetime(2026, 1, 10)


def found(text):
    article = read_text(text, published=PUBLISHED)
    return sums(read_facts(article), {article.id: article})


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=f"{rule.name}:{text}") for rule in RULES for text in rule.wrong]
)
def test_what_does_not_add_up(rule, text):
    (finding,) = found(text)
    assert (finding.verdict, finding.severity) == ("conflict", "error")
    assert finding.field == ("date" if rule.name == "weekday" else "figure")
    assert finding.evidence and finding.evidence[0] in finding.message
    claim = finding.statements[0]
    assert claim.group == "a" and text[claim.span.start : claim.span.end] == claim.text
    assert all(one.group == "b" for one in finding.statements[1:])


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=f"{rule.name}:{text}") for rule in RULES for text in rule.right]
)
def test_what_adds_up_or_cannot_be_known(rule, text):
    assert not found(text)


@pytest.mark.parametrize("bundle", SAMPLES, ids=lambda path: path.name)
def test_no_sum_of_a_sound_article_is_doubted(bundle):
    for article in articles_of(bundle):
        assert not sums(read_facts(article), {article.id: article}), article.path


def test_a_draft_is_told_its_sums():
    draft = read_text("产量由100万吨增至150万吨，增长30%。", path="draft.txt")
    source = read_text("全年产量达到150万吨。", path="wire.txt")
    assert any("≠30%" in finding.message for finding in check(draft, [source]).findings)
