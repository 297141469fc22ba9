"""Names: the one reader of people, organisations and places for all blocks of an article, and how names compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from consistency.grammar.names_chains import chained
from consistency.grammar.names_compare import same_organisation, same_person, same_place, seated_apart
from consistency.grammar.names_model import Names, Organisation, Person, Place
from consistency.grammar.names_organisations import organisation_before, read_organisations
from consistency.grammar.names_people import read_people
from consistency.grammar.names_places import read_places, read_units
from consistency.grammar.names_sites import read_sites
from consistency.grammar.names_words import Words
from consistency.grammar.titles_compare import compare_titles
from consistency.grammar.wordlists import narrow

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
    "seated_apart",
]


def read_names(texts: Sequence[str]) -> list[Names]:
    """The names of each block of one article; what one block tells of a name (its title, its end) counts for all."""
    blocks = [Words(narrow(text)) for text in texts]
    units = chained(blocks, read_units(blocks))
    people = read_people(blocks, organisation_before)
    found = []
    for block, its_units, its_people in zip(blocks, units, people, strict=True):
        people_at = _cover((person.start, person.end) for person in its_people)
        taken = set(people_at)
        organisations = [org for org in read_organisations(block, its_units) if not _meets(taken, org.start, org.end)]
        taken |= _cover((org.start, org.end) for org in organisations)
        places = [place for place in read_places(block, its_units) if not _meets(taken, place.start, place.end)]
        sites = [site for site in read_sites(block, its_units) if not _meets(people_at, site.start, site.end)]
        its_people = [_with_whole_organisation(person, organisations) for person in its_people]
        found.append(Names(tuple(its_people), tuple(organisations), tuple(places), tuple(sites)))
    return found


def _with_whole_organisation(person: Person, organisations: Sequence[Organisation]) -> Person:
    """The person with his organisation from where it begins: 县市场监督|管理局|局长, where 监督 is no verb."""
    whole = next((one for one in organisations if one.end == person.org_end and one.start < person.org_start), None)
    if not person.organisation or whole is None or whole.start + 1 == person.org_start:  # 原|柏原市招办
        return person
    return replace(person, organisation=whole.name, org_start=whole.start)


def _cover(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def _meets(taken: set[int], start: int, end: int) -> bool:
    return not taken.isdisjoint(range(start, end))
