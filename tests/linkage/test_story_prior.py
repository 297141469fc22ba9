"""A contradiction that stands alone among many figures that nobody disputes is believed less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.linkage.alignment import Alignment
from consistency.linkage.story_prior import PULL, amounts_of, is_sure, pulled
from consistency.linkage.topics import link
from consistency.linkage.weights import shipped
from tests.linkage.facts import in_context, marked, texts_in_context

SIGNED = ("双方11日在【维也纳】签署借展协议。", "这份借展的协议，两位馆长11日是在【布拉格】签下的。")
CALM = "。".join(
    f"第{name}组走访了{number}户居民，{number + 40}人到场"
    for name, number in zip("一二三四五六七八九", range(131, 950, 91), strict=True)
)


def alignment(kind: str, a: str, b: str, confidence: float = 0.95) -> Alignment:
    one, two = marked(a, b, kind=kind)
    return Alignment(one, two, "disjoint", confidence, 0.0, (), 0.2)


def test_the_more_figures_nobody_disputes_the_less_sure():
    pair = alignment("place", *SIGNED)
    sure = [pulled(pair, amounts).confidence for amounts in (0, 5, 20, 60)]
    assert sure[0] == pair.confidence
    assert sure == sorted(sure, reverse=True) and sure[1] > 0.7 > sure[3] > 0


def test_a_figure_needs_no_other_witness():
    pair = alignment("quantity", "事故造成【12人】遇难。", "事故造成【15人】遇难。")
    assert pulled(pair, 60) == pair and is_sure(pair)
    assert not is_sure(alignment("place", *SIGNED))


def test_a_count_that_goes_on_growing_speaks_for_no_other():
    pair = alignment("quantity", "事故造成【12人】遇难。", "事故造成【15人】遇难。")
    assert is_sure(pair)
    assert not is_sure(replace(pair, levels=(("growth", "more changing 1"),)))
    assert is_sure(replace(pair, levels=(("growth", "same time"),)))


def test_what_agrees_is_left_as_it_is(rare_earth):
    agreeing = [pair for pair in link(in_context(rare_earth), shipped()).pairs if pair.relation == "equal"]
    assert agreeing and all(pulled(pair, 60) == pair for pair in agreeing)


def test_amounts_are_figures_times_and_durations():
    assert amounts_of(texts_in_context("3月5日，两小时内有12人到场。", "他在上海。")) == 3
    assert set(PULL) >= {"time", "duration", "place"}


@pytest.mark.parametrize(("rest", "told"), [("", True), (CALM, False)])
def test_a_place_disputed_alone(rest, told):
    one, two = (text.replace("【", "").replace("】", "") + rest + "。" for text in SIGNED)
    topics = link(texts_in_context(one, two), shipped()).topics
    assert any(topic.disagreements and topic.groups[0][0].fact.kind == "place" for topic in topics) is told
