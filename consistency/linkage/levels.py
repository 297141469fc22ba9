"""Comparison levels: on what evidence two facts are held to be about the same thing (Fellegi–Sunter).

Each comparison sorts a pair of facts into one of its ordered levels; a fitted weight stands behind each level
(lexicon/weights.tsv), and the sum of the weights is the pair's match weight. A new comparison is one function in one of
the three modules, and a row here.
"""

from __future__ import annotations

from consistency.linkage import levels_scope, levels_values, levels_wording
from consistency.linkage.growth import growth
from consistency.linkage.pair import Comparison, Pair

# Of the words around two facts, whatever their values: what can be learnt from values that agree, too.
WORDING: dict[str, Comparison] = {
    "near": levels_wording.near,
    "left": levels_wording.left,
    "right": levels_wording.right,
    "clause": levels_wording.clause,
    "sentence": levels_wording.sentence,
    "wider": levels_wording.wider,
    "shared": levels_wording.shared,
    "unit": levels_values.unit,
    "characters": levels_wording.characters,
    "heads": levels_wording.heads,
    "extent": levels_scope.extent,
    "locus": levels_wording.locus,
    "anchors": levels_wording.anchors,
    "names": levels_wording.names,
    "speakers": levels_wording.speakers,
    "kind": levels_values.kind,
    "neighbours": levels_values.neighbours,
    "scope": levels_scope.scope,
    "act": levels_wording.act,
    "thing": levels_wording.thing,
    "event": levels_wording.event,
    "telling": levels_wording.telling,
    "first": levels_wording.first,
    "course": levels_wording.course,
    **{f"scope {name}": levels_scope.slot(name) for name in levels_scope.SLOTS},
}
# Of the values, and of who else could be meant.
VALUES: dict[str, Comparison] = {
    "digits": levels_values.digits,
    "distance": levels_values.distance,
    "free rivals": levels_values.free_rivals,
    "choices": levels_values.choices,
    "free choices": levels_values.free_choices,
    "support": levels_values.support,
    "elsewhere": levels_values.elsewhere,
    "rivals": levels_values.rivals,
    "relation": levels_values.relation,
    "tense": levels_values.tense,
    "role": levels_values.role,
    "states": levels_values.states,
    "sameness": levels_values.sameness,
    "leads": levels_values.leads,
    "agreed": levels_values.agreed,
    "growth": growth,
}
COMPARISONS: dict[str, Comparison] = WORDING | VALUES


def wording_levels(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The level of each comparison of the words around, in the table's order."""
    return tuple([(name, compare(pair)) for name, compare in WORDING.items()])


def levels(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The level of each comparison, in the table's order."""
    return (pair.wording or wording_levels(pair)) + tuple([(name, compare(pair)) for name, compare in VALUES.items()])
