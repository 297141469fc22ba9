"""Articles that take something back: the value that is right stands, the other is no statement."""

import pytest

from consistency.articles import read_text
from consistency.fields.corrections import EXAMPLES, REJECTS
from consistency.pipeline import compare, read_facts


def taken_back(text):
    return [fact.text for fact in read_facts(read_text(text)) if fact.slot("role") == "basis"]


@pytest.mark.parametrize(("text", "wrong"), EXAMPLES.items())
def test_what_is_taken_back(text, wrong):
    assert taken_back(text) == [wrong]


@pytest.mark.parametrize("text", REJECTS)
def test_what_is_not(text):
    assert not taken_back(text)


def test_a_source_that_corrects_itself_counts_as_corrected():
    text = "岚泉县石沟煤矿爆炸事故已造成12人遇难。\n\n更正：此前报道称12人遇难系误，应为15人遇难。"
    source = read_text(text, path="wire.txt")
    right = read_text("岚泉县石沟煤矿爆炸事故已造成15人遇难。", path="right.txt")
    wrong = read_text("岚泉县石沟煤矿爆炸事故已造成12人遇难。", path="wrong.txt")
    assert not [one for one in compare([right, source]).findings if one.verdict in ("conflict", "update")]
    assert [one for one in compare([wrong, source]).findings if one.verdict in ("conflict", "update")]
