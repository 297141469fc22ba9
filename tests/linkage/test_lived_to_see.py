"""An article that was printed before the other's time tells of another event, unless one day is a slip of the other."""

from __future__ import annotations

from datetime import datetime

import pytest

from consistency.linkage.alignment import align
from consistency.linkage.lived_to_see import EVIDENCE, not_lived_to_see
from consistency.linkage.weights import shipped
from tests.linkage.facts import marked, texts_in_context

EARLIER, LATER = datetime(2013, 4, 12, 22), datetime(2013, 4, 15, 9)


def taken(one: str, other: str, published=(EARLIER, LATER)) -> float:
    a, b = marked(one, other, kind="time", published=published)
    assert not_lived_to_see(a, b) == not_lived_to_see(b, a)
    return sum(nats for *_, nats in not_lived_to_see(a, b))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("【4月12日】确诊40例。", "【4月14日】确诊43例。"),
        ("【今天清晨】宣布获胜。", "【4月13日】宣布获胜。"),
    ],
)
def test_what_came_after_the_paper_was_printed_is_another_event(one, other):
    assert taken(one, other) == EVIDENCE < 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("【4月11日】确诊40例。", "【4月12日】确诊43例。"),  # both had come
        ("计划【4月20日】开园。", "【4月14日】开园。"),  # a plan
        ("【4月3日】开园。", "【4月13日】开园。"),  # a key
    ],
)
def test_what_both_had_lived_to_see_or_one_planned_or_slipped_says_nothing(one, other):
    assert taken(one, other) == 0


def test_without_the_days_of_the_articles_nothing_is_known():
    assert taken("【2013年4月12日】确诊。", "【2013年4月14日】确诊。", (None, None)) == 0
    assert taken("【2013年4月12日】确诊。", "【2013年4月14日】确诊。", (EARLIER, None)) == 0


def test_it_is_taken_from_the_weight():
    contexts = texts_in_context("4月12日确诊。", "4月14日确诊。", published=(EARLIER, LATER))
    (pair,) = (pair for pair in align(contexts, shipped()) if pair.a.fact.kind == "time")
    assert pair.beside == (("lived to see", "no", EVIDENCE),)
    assert pair.weight == pytest.approx(shipped().match_weight("time", pair.levels) + EVIDENCE)
