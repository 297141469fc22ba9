"""Counts of one thing so far: the later is the higher, and however far apart they are one measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from consistency.linkage.alignment import align
from consistency.linkage.running_counts import EVIDENCE, outgrown
from consistency.linkage.weights import shipped
from tests.linkage.facts import marked, texts_in_context

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
GROWN = (
    ("墓地已出土铜镜【23面】。", "墓地共出土铜镜【27面】。"),  # both are counts so far
    (
        "铁路医院【7名】医生提出辞职。",
        "提出辞职的医生累计【19人】。",
    ),  # the later one is, and both name what is counted
)
NOT_GROWN = (
    ("墓地已出土铜镜【27面】。", "墓地共出土铜镜【23面】。"),  # the later is the lower
    ("先后有【18辆】消防车赶到。", "先后有【46辆】消防车赶到。"),  # each knows of other rescuers
    ("已有【9人】就诊。", "已有12人就诊，其中已有【10人】住院。"),  # only some of those named before
    ("该厂已缴罚款【3万元】。", "该厂已缴罚款【30万元】。"),  # a measure, no count
    ("墓地出土铜镜【23面】。", "墓地出土铜镜【27面】。"),  # neither says that it is a count so far
    ("会场外【7人】举牌。", "累计【19人】获奖。"),  # other things
)


def told(earlier, later, after=timedelta(days=3)):
    a, b = marked(earlier, later, kind="quantity")
    return replace(a, published=FIRST), replace(b, published=FIRST + after)


@pytest.mark.parametrize(("earlier", "later"), GROWN)
def test_a_count_so_far_that_has_grown_adds_to_the_pair(earlier, later):
    a, b = told(earlier, later)
    assert outgrown(a, b) == outgrown(b, a) == (("so far", "more", EVIDENCE),)


@pytest.mark.parametrize(("earlier", "later"), NOT_GROWN)
def test_what_has_not_grown_or_is_no_count_so_far_adds_nothing(earlier, later):
    a, b = told(earlier, later)
    assert outgrown(a, b) == outgrown(b, a) == ()


@pytest.mark.parametrize("after", [timedelta(0)])
def test_counts_of_one_time_add_nothing(after):
    assert outgrown(*told(*GROWN[0], after=after)) == ()


def test_the_evidence_is_shown_beside_the_weights():
    day = timedelta(days=3)
    one, two = texts_in_context(
        *(text.replace("【", "").replace("】", "") for text in GROWN[1]), published=[FIRST, FIRST + day]
    )
    (pair,) = (pair for pair in align([one, two], shipped()) if pair.a.fact.kind == "quantity")
    assert pair.beside == (("so far", "more", EVIDENCE),) and pair.basis == "so far"
