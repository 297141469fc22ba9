"""Names: the one reader of people, organisations and places for all blocks of an article, and how names compare."""

from __future__ import annotations

from collections.abc import Sequence

from consistency.grammar.names_compare import same_organisation, same_person, same_place
from consistency.grammar.names_model import Names, Organisation, Person, Place
from consistency.grammar.names_organisations import organisation_before, read_organisations
from consistency.grammar.names_people import read_people
from consistency.grammar.names_places import read_places
from consistency.grammar.names_words import Words
from consistency.grammar.titles import compare_titles

__all__ = [
    "Names",
    "Organisation",
    "Person",
    "Place",
    "compare_titles",
    "read_names",
    "same_organisation",
    "same_person",
    "same_place",
]


def read_names(texts: Sequence[str]) -> list[Names]:
    """The names of each block of one article; what one block tells of a name (its title, its end) counts for all."""
    blocks = [Words(text) for text in texts]
    people = read_people(blocks, organisation_before)
    found = []
    for block, its_people in zip(blocks, people, strict=True):
        taken = {at for person in its_people for at in range(person.start, person.end)}
        organisations = [org for org in read_organisations(block) if not taken.intersection(range(org.start, org.end))]
        inside = {at for org in organisations for at in range(org.start, org.end)} | taken
        places = [place for place in read_places(block) if place.start not in inside]
        found.append(Names(tuple(its_people), tuple(organisations), tuple(places)))
    return found
