"""What keeps two facts from being compared, whatever their wording."""

import pytest

from consistency.linkage.gates import other_place
from tests.linkage.facts import marked

HERE = "岳泽市朔能公司开会，出席股份【3.86亿股】。"
THERE = "澧原市一家饭店里，公司开会，出席股份【4.71亿股】。"
BOTH = "岳泽市和澧原市都有【12人】到场。"


@pytest.mark.parametrize(("texts", "expected"), [
    ((HERE, THERE), False),  # one of the two may be the other miswritten
    ((HERE, THERE, BOTH), True),  # an article tells them apart
    ((f"湖南省{HERE}", f"四川省{THERE}"), True),
    ((HERE, HERE), False),
    ((f"岳泽市和澧原市之间，{HERE}", THERE), True),
    ((HERE.replace("3.86亿股", "386人"), THERE.replace("4.71亿股", "471户"), BOTH), True),
    ((HERE.replace("3.86亿股", "386人"), THERE.replace("4.71亿股", "386户"), BOTH), False),  # one number in two units
    ((HERE, THERE.replace("4.71亿股", "38.6亿股"), BOTH), False),  # and one miswritten
])  # fmt: skip
def test_facts_set_in_two_places(texts, expected):
    one, two, *_ = marked(*texts, kind="quantity")
    assert other_place(one, two) is other_place(two, one) is expected
