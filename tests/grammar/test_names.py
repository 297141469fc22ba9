"""The examples and counter-examples of names, which stand beside the tables of names, all hold."""

from __future__ import annotations

import pytest

from consistency.articles.script import fold
from consistency.grammar.names import (
    Names,
    compare_titles,
    read_names,
    same_organisation,
    same_person,
    same_place,
)
from consistency.lexicon import rows

COMPARE = {
    "person": same_person,
    "organisation": same_organisation,
    "place": same_place,
    "title": compare_titles,
}
TEXT = (
    "吕阳市副市长郝建平赶到现场,北方矿业大学教授邢立军说,贸易部长艾琳·多布雷和森冈哲也在澜浦市沙墩镇。"
    "郝建平、王岐山、卢钟鹤、欧广源参加,柏延松,男,任望津支行副行长(主持工作)。邢教授告诉记者。"
)


def _people(found: list[Names], blocks: list[str]) -> list[str]:
    people = []
    for names, text in zip(found, blocks, strict=True):
        for person in names.people:
            title = f"{person.title}@{person.organisation}" if person.title else ""
            people.append(f"{title}>{person.name}")
            assert text[person.org_start : person.org_end] == person.organisation
    return people


@pytest.mark.parametrize("row", rows("name_examples.tsv"), ids=lambda row: row[0][:20])
def test_examples(row: tuple[str, ...]) -> None:
    blocks = [fold(block) for block in row[0].split("|")]
    found = read_names(blocks)
    got = (
        _people(found, blocks),
        [organisation.name for names in found for organisation in names.organisations],
        [place.name for names in found for place in names.places],
    )
    for expected, names in zip(row[1:], got, strict=False):
        if expected:
            assert names == ([] if expected == "-" else [fold(name) for name in expected.split(" ")])


@pytest.mark.parametrize(("what", "one", "other", "relation"), rows("name_pairs.tsv"), ids=lambda cell: cell)
def test_pairs(what: str, one: str, other: str, relation: str) -> None:
    assert COMPARE[what](one, other) == relation
    assert COMPARE[what](other, one) == relation


@pytest.mark.parametrize("size", range(0, len(TEXT), 7))
def test_any_text_is_read_and_spans_fit(size: int) -> None:
    text = TEXT[: size + 1]
    (names,) = read_names([text])
    for person in names.people:
        assert 0 <= person.start < person.end <= len(text)
        assert person.title_start <= person.title_end <= len(text)
    for name in (*names.organisations, *names.places):
        assert text[name.start : name.end] == name.name


def test_nothing_is_found_in_nothing() -> None:
    assert read_names([]) == []
    assert read_names([""]) == [Names((), (), ())]


def test_names_do_not_depend_on_other_articles() -> None:
    alone = read_names([TEXT])
    read_names(["云南省省长王建国说,郝建在吕阳。"])
    assert read_names([TEXT]) == alone
