"""Articles that take something back: the value that is right stands, the other is no statement."""

import pytest

from consistency.articles import read_text
from consistency.fields.corrections import EXAMPLES, NAME_EXAMPLES, NAME_REJECTS, REJECTS, WITHDRAWN
from consistency.pipeline import check, compare, read_facts


def taken_back(text):
    return [fact.text for fact in read_facts(read_text(text)) if fact.kind == WITHDRAWN]


@pytest.mark.parametrize(("text", "wrong"), EXAMPLES.items())
def test_what_is_taken_back(text, wrong):
    assert taken_back(text) == [wrong]


@pytest.mark.parametrize("text", REJECTS)
def test_what_is_not(text):
    assert not taken_back(text)


def stated(text):
    facts = [fact for fact in read_facts(read_text(text)) if fact.kind != WITHDRAWN]
    return {part for fact in facts for part in (fact.term, fact.slot("name"), fact.slot("others"), fact.text)}


@pytest.mark.parametrize(("text", "wrong"), NAME_EXAMPLES.items())
def test_a_name_or_state_that_is_taken_back_is_stated_nowhere(text, wrong):
    assert wrong in stated(text.split("\n")[0]) and wrong not in stated(text)


@pytest.mark.parametrize(("text", "right"), NAME_REJECTS.items())
def test_what_a_correction_does_not_take_back(text, right):
    assert right in stated(text)


BLAST = "岚泉县石沟煤矿爆炸事故发生后，县长李建国赶到现场指挥救援。"
BRIDGE = "受强降雨影响，岚泉县石沟大桥目前已经通车。"


@pytest.mark.parametrize(
    ("text", "wrong", "right", "taken_back"),
    [
        (BLAST, "李建国", "李建军", "此前报道称县长为李建国有误，应为李建军"),
        (BLAST, "李建国", "李建军", "误将县长李建军写成李建国"),
        (BRIDGE, "已经", "尚未", "此前报道称石沟大桥已经通车有误，石沟大桥尚未通车"),
        ("岚泉县石沟煤矿爆炸事故已造成12人遇难。", "12", "15", "此前报道称12人遇难系误，应为15人遇难"),
    ],
)
def test_a_source_that_corrects_itself_is_not_held_against_what_is_right(text, wrong, right, taken_back):
    source = read_text(f"{text}\n\n更正：{taken_back}。", path="wire.txt")
    old = read_text(text, path="old.txt")
    draft = read_text(text.replace(wrong, right), path="draft.txt")
    assert not [one for one in check(draft, [source]).findings if one.disagrees]
    assert [one for one in check(draft, [old]).findings if one.disagrees]


def test_what_is_right_is_held_against_a_draft():
    text = "岚泉县石沟煤矿爆炸事故已造成12人遇难。\n\n更正：此前报道称12人遇难系误，应为15人遇难。"
    source = read_text(text, path="wire.txt")
    right = read_text("岚泉县石沟煤矿爆炸事故已造成15人遇难。", path="right.txt")
    wrong = read_text("岚泉县石沟煤矿爆炸事故已造成12人遇难。", path="wrong.txt")
    assert not [one for one in compare([right, source]).findings if one.verdict in ("conflict", "update")]
    assert [one for one in compare([wrong, source]).findings if one.verdict in ("conflict", "update")]
