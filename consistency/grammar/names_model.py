"""What a reader of names hands on: people, organisations and places, with where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One mention of a person, with one title; a mention with two titles (副秘书长、局长韩立群) gives two.

    `name` is the full name where the article has it (邢教授 is 邢立军), else what is written; `start` and `end` are
    the written name. `title` is the post or role right before or after the name in its written form without time
    words (原行长 is 行长), "" if there is none; `organisation` is what the title belongs to as far as it is written,
    `body` the last such body named before where nothing is written (郾阳西站 … 站长马海波).
    """

    name: str
    start: int
    end: int
    title: str = ""
    title_start: int = 0
    title_end: int = 0
    organisation: str = ""
    org_start: int = 0
    org_end: int = 0
    body: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An institution, company, authority or association, as written."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, with the units around it (霞屿县沙墩镇); `level` is that of the smallest.

    country, province, city, county, town, village or other; of a site, what kind of thing it is (room, spot,
    valley … of sites.tsv).
    """

    name: str
    start: int
    end: int
    level: str


@dataclass(frozen=True, slots=True)
class Names:
    """All names in one text."""

    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    sites: tuple[Place, ...] = ()
