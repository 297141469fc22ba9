"""A doubtful disagreement that a third article bears out is believed more."""

from __future__ import annotations

import pytest

from consistency.linkage.alignment import Alignment, key
from consistency.linkage.witnesses import LEAST, UNSURE, borne_out
from tests.linkage.facts import marked

TOLD = ("墓地已出土铜镜【23面】。", "墓地共出土铜镜【27面】。", "考古队从墓里取出古镜【27面】。")


@pytest.fixture
def three():
    """What three articles count: 23面, 27面, and 27面 in other words."""
    return marked(*TOLD, kind="quantity")


def disagreeing(a, b, confidence):
    return Alignment(a, b, "disjoint", confidence, 0.0, (), 0.2)


def test_each_of_two_doubtful_pairs_bears_out_the_other(three):
    one, two, third = three
    raised = borne_out([disagreeing(one, two, 0.4), disagreeing(third, one, 0.5)])
    assert all(0.5 < pair.confidence < 0.9 for pair in raised)
    assert all(pair.beside[-1][:2] == ("witness", "second") and pair.beside[-1][2] > 0 for pair in raised)


def test_the_surer_the_witness_the_surer_the_pair(three):
    one, two, third = three
    sure = [
        borne_out([disagreeing(one, two, 0.4), disagreeing(one, third, confidence)])[0].confidence
        for confidence in (LEAST - 0.01, LEAST, 0.4, 0.9)
    ]
    assert sure[0] == 0.4 and sure == sorted(set(sure))


def test_what_is_sure_itself_is_left_as_it_is(three):
    one, two, third = three
    sure = disagreeing(one, two, UNSURE)
    assert borne_out([sure, disagreeing(one, third, 0.9)])[0] is sure


def test_a_copy_is_no_witness(three):
    one, two, third = three
    pairs = [disagreeing(one, two, 0.4), disagreeing(one, third, 0.5)]
    assert borne_out(pairs, frozenset({key(two, third)})) == pairs


def test_another_value_is_no_witness():
    one, two, third = marked(*TOLD[:2], "考古队从墓里取出古镜【31面】。", kind="quantity")
    pairs = [disagreeing(one, two, 0.4), disagreeing(one, third, 0.5)]
    assert borne_out(pairs) == pairs
