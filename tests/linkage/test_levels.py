"""Levels and weights: the evidence is the same from both sides, and what each level adds sums to the match weight."""

import math
from dataclasses import replace
from itertools import islice

import pytest

from consistency.linkage.alignment import align, candidates
from consistency.linkage.competition import same
from consistency.linkage.levels import COMPARISONS, WORDING, levels
from consistency.linkage.pair import FAMILIES
from consistency.linkage.weights import Weights, shipped
from tests.linkage.facts import in_context


@pytest.fixture(scope="module")
def rare_earth_contexts(rare_earth):
    return in_context(rare_earth)


@pytest.fixture(scope="module")
def pairs(rare_earth_contexts):
    found = list(candidates(rare_earth_contexts))
    assert len(found) > 100
    return found


def swapped(pair):
    mirrored = {name: getattr(pair, name[:-1] + "b") for name in vars_of(pair) if name.endswith("_a")}
    mirrored |= {name: getattr(pair, name[:-1] + "a") for name in vars_of(pair) if name.endswith("_b")}
    return replace(pair, a=pair.b, b=pair.a, **mirrored)


def vars_of(pair):
    return [name for name in type(pair).__dataclass_fields__ if name not in ("a", "b")]


def test_levels_are_the_same_from_both_sides(pairs):
    for pair in pairs:
        assert levels(pair) == levels(swapped(pair))


def test_every_comparison_gives_one_level(pairs):
    for pair in islice(pairs, 0, None, 50):
        found = levels(pair)
        assert [name for name, _ in found] == list(COMPARISONS)
        assert all(isinstance(level, str) and level and "\t" not in level for _, level in found)


def test_every_comparison_says_what_it_compares():
    assert all(comparison.__doc__ for comparison in COMPARISONS.values())


def test_partners_are_the_same_in_either_order_of_articles(rare_earth_contexts):
    def seen(articles):
        return {frozenset((pair.a.fact, pair.b.fact)): (levels(pair), pair.relation) for pair in candidates(articles)}

    assert seen(rare_earth_contexts) == seen(rare_earth_contexts[::-1])


def test_the_waterfall_sums_to_the_match_weight(rare_earth_contexts):
    for one in align(rare_earth_contexts, shipped()):
        steps = shipped().waterfall(FAMILIES[one.a.fact.kind], one.levels)
        assert [name for name, _, _ in steps] == ["prior", *COMPARISONS]
        assert math.fsum(weight for _, _, weight in (*steps, *one.beside)) == pytest.approx(one.weight)
        assert one.confidence == pytest.approx(1 / (1 + math.exp(-one.weight)))


def test_alignments_come_most_certain_first(rare_earth_contexts):
    found = [one.weight for one in align(rare_earth_contexts, shipped())]
    assert found == sorted(found, reverse=True)


def test_facts_are_paired_across_articles_only(pairs):
    for pair in pairs:
        a, b = pair.a.fact, pair.b.fact
        assert a.statement.article != b.statement.article and a.kind == b.kind


def test_weights_survive_being_written():
    # What is shipped is rounded once; from then on a round trip changes nothing.
    assert Weights.from_text(shipped().to_text()) == shipped()


def test_a_level_that_was_never_seen_adds_nothing():
    weights = Weights({("amount", "prior", ""): -2.0, ("amount", "near", "3"): 1.5})
    assert weights.match_weight("amount", [("near", "3"), ("near", "new")]) == pytest.approx(-0.5)
    assert weights.match_weight("place", [("near", "3")]) == 0


def test_the_shipped_weights_are_of_levels_that_exist():
    known = {"prior", *COMPARISONS}
    families = {*FAMILIES.values(), *map(same, FAMILIES.values())}
    assert {name for _, name, _ in shipped().table} <= known
    assert {family for family, _, _ in shipped().table} == families
    assert {name for family, name, _ in shipped().table if family.startswith("same")} <= {"prior", *WORDING}
