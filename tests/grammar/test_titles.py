"""The tables of titles speak of titles that there are, in the forms in which titles are compared."""

import pytest

from consistency.grammar.titles_compare import contrast, has_one_holder, is_single, normal
from consistency.lexicon import lines, rows

TITLES = [row[0] for row in rows("titles.tsv")]
LADDERS = {row[2] for row in rows("titles.tsv")}


def test_each_title_is_listed_once_as_a_post_or_a_role():
    assert len(TITLES) == len(set(TITLES))
    assert {row[3] for row in rows("titles.tsv")} == {"post", "role"}


@pytest.mark.parametrize("word", [
    *(word for row in rows("exclusive_posts.tsv") for cell in row[1:] for word in cell.split()),
    *(word for row in rows("joint_posts.tsv") for cell in row for word in cell.split()),
    *(row[0] for row in rows("single_roles.tsv")), *lines("posts_of_many.txt"),
])  # fmt: skip
def test_tables_name_titles_in_their_normal_form(word):
    ladder = word.removeprefix("副").removeprefix("@")
    assert ladder in LADDERS if "@" in word else normal(word) == word


PAIRS = [
    (one, other)
    for _, these, others in rows("exclusive_posts.tsv")
    for one in these.split()
    for other in others.split()
]


@pytest.mark.parametrize(("a", "b"), [pair for pair in PAIRS if "@" not in "".join(pair)])
def test_exclusive_posts_exclude_one_another(a, b):
    assert contrast(a, b).relation == "different"


@pytest.mark.parametrize("title", ["总指挥", "主裁", "县委书记", "矿长"])
def test_a_story_has_one(title):
    assert is_single(title)


@pytest.mark.parametrize("title", ["副总指挥", "教授", "记者", "主教练"])
def test_a_story_may_have_several(title):
    assert not is_single(title)


@pytest.mark.parametrize(
    ("title", "one"), [("局长", True), ("常务副市长", True), ("副市长", False), ("处长", False), ("少将", False)]
)
def test_what_a_body_has_one_of(title, one):
    assert has_one_holder(title) is one
