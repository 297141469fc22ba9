"""Sums that do not add up: every example beside a rule, and none in articles that were written with care."""

from datetime import datetime

import pytest

from consistency.arithmetic import ACROSS, RULES, sums
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
    assert finding.field == ("date" if rule.name.startswith("weekday") else "figure")
    assert finding.evidence and finding.evidence[0] in finding.message
    claim = finding.statements[0]
    assert claim.group == "a" and text[claim.span.start : claim.span.end] == claim.text
    assert all(one.group == "b" for one in finding.statements[1:])


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=f"{rule.name}:{text}") for rule in RULES for text in rule.right]
)
def test_what_adds_up_or_cannot_be_known(rule, text):
    assert not found(text)


def against(draft, source):
    """The sums of a draft that its source contradicts, the draft's claim first."""
    texts = {"draft.txt": draft, "wire.txt": source}
    articles = [read_text(text, path=path, published=PUBLISHED) for path, text in texts.items()]
    for finding in check(articles[0], articles[1:], lang="en").findings:
        if "what the sources state" in finding.message:
            assert all(texts[one.path][one.span.start : one.span.end] == one.text for one in finding.statements)
            yield finding


PAIRS = [(rule.name, kind, *pair) for rule in ACROSS for kind in ("wrong", "right") for pair in getattr(rule, kind)]


@pytest.mark.parametrize(("name", "kind", "draft", "source"), PAIRS, ids=[":".join(pair) for pair in PAIRS])
def test_what_does_not_add_up_with_a_source(name, kind, draft, source):
    found = list(against(draft, source))
    assert len(found) == (kind == "wrong"), (name, [finding.message for finding in found])
    for finding in found:
        assert (finding.verdict, finding.severity) == ("conflict", "error")
        claim, *others = finding.statements
        assert (claim.path, claim.group) == ("draft.txt", "a") and claim.text in finding.message
        assert "wire.txt" in {one.path for one in others} and {one.group for one in others} == {"b"}
        assert finding.evidence[0] in finding.message


def test_what_another_source_bears_out_is_not_told():
    draft = read_text("2025年岚泉县接待游客560万人次，同比增长30%。", path="draft.txt", published=PUBLISHED)
    sources = [
        read_text(f"2024年岚泉县接待游客{number}万人次。", path=f"{number}.txt", published=PUBLISHED)
        for number in (480, 431)
    ]
    assert not [one for one in check(draft, sources).findings if "对不上" in one.message]
    assert [one for one in check(draft, sources[:1]).findings if "对不上" in one.message]


@pytest.mark.parametrize("bundle", SAMPLES, ids=lambda path: path.name)
def test_no_sum_of_a_sound_article_is_doubted(bundle):
    for article in articles_of(bundle):
        assert not sums(read_facts(article), {article.id: article}), article.path


def test_a_draft_is_told_its_sums():
    draft = read_text("产量由100万吨增至150万吨，增长30%。", path="draft.txt")
    source = read_text("全年产量达到150万吨。", path="wire.txt")
    assert any("≠30%" in finding.message for finding in check(draft, [source]).findings)
