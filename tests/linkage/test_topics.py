"""Topics: the statements of one thing, grouped by meaning, each fact in one topic."""

import pytest

from consistency.comparison import AGREEING
from consistency.linkage.relations import relation
from consistency.linkage.topics import link
from consistency.linkage.weights import shipped
from tests.linkage.facts import in_context, texts_in_context


def linked(articles):
    return link(in_context(articles), shipped())


@pytest.fixture(scope="module")
def linkage(rare_earth):
    return linked(rare_earth)


def test_a_fact_is_in_one_topic(linkage):
    members = [id(one) for topic in linkage.topics for group in topic.groups for one in group]
    assert len(members) == len(set(members)) > 0


def test_a_topic_is_about_one_kind_of_fact_in_several_articles(linkage):
    for topic in linkage.topics:
        members = [one for group in topic.groups for one in group]
        assert len({one.fact.kind for one in members}) == 1
        assert len({one.fact.statement.article for one in members}) > 1


def test_a_group_is_of_one_meaning(linkage):
    for topic in linkage.topics:
        for group in topic.groups:
            assert all(relation(a, b) in AGREEING for a in group for b in group)


def test_a_disagreement_stands_between_groups(linkage):
    for topic in linkage.topics:
        group_of = {id(one): number for number, group in enumerate(topic.groups) for one in group}
        assert len(topic.groups) > 1 or not topic.disagreements
        for one in topic.disagreements:
            assert group_of[id(one.a)] != group_of[id(one.b)]


def test_disagreements_come_first_and_most_certain_first(linkage):
    for topic in linkage.topics:
        assert topic.links[: len(topic.disagreements)] == topic.disagreements
        sure = [one.confidence for one in topic.disagreements]
        assert sure == sorted(sure, reverse=True) and all(0 <= one <= 1 for one in sure)


def test_counts(linkage, rare_earth):
    assert linkage.compared >= linkage.aligned > 0
    assert linked(rare_earth[:1]).topics == () and linked(()).compared == 0


def test_one_disagreement_of_several_articles_is_one_topic():
    texts = [f"事故已造成{number}人遇难，其中包括两名消防员。" for number in (12, 12, 15)]
    found = link(texts_in_context(*texts), shipped())
    disputed = [topic for topic in found.topics if topic.disagreements]
    assert [sorted(len(group) for group in topic.groups) for topic in disputed] == [[1, 2]]
