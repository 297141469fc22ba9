"""Counts of what befell people in the event at large: of one class they are one measure, however far apart."""

from __future__ import annotations

import pytest

from consistency.lexicon import rows
from consistency.linkage.alignment import align
from consistency.linkage.tolls import EVIDENCE, one_toll, other_toll, toll_in, whole_toll
from consistency.linkage.topics import link
from consistency.linkage.weights import shipped
from tests.linkage.facts import marked, texts_in_context

WHOLE = {
    "事故已造成【66人】遇难。": "dead",
    "到发稿时伤者【416人】": "injured",
    "伤者里危重【2人】": "grave",
    "至少378人死亡、【755人】受伤": "injured",
    "台湾坠河班机9死【18】伤": "injured",
    "还有【16人】留医": "admitted",
    "仍有【24人】失联。": "missing",
    "寻获的罹难者遗体累计达到【118具】": "dead",
}
OF_SOME = (
    "福鼎市【21人】死亡", "当中【6人】罹难", "【18名】儿童遇难", "甘肃省死亡【2例】", "分送【14个】医疗机构",
    "机上有【58人】", "【5艘】渔船沉没",
)  # fmt: skip


def sides(text: str) -> tuple[str, str]:
    before, rest = text.split("【")
    return before, rest.split("】")[1]


@pytest.mark.parametrize(("text", "name"), WHOLE.items())
def test_a_toll_of_the_event_has_the_class_of_its_word(text, name):
    assert toll_in(*sides(text)) == name


@pytest.mark.parametrize("text", OF_SOME)
def test_what_is_said_of_some_is_no_toll_of_the_event(text):
    assert toll_in(*sides(text)) == ""


def test_a_measure_is_no_toll():
    a, b = marked("遇难者的遗体漂出【三公里】。", "死者体重【60公斤】。", kind="quantity")
    assert whole_toll(a) == whole_toll(b) == ""


def test_no_word_is_of_two_classes():
    words = [word for _, listed in rows("tolls.tsv") for word in listed.split()]
    assert len(words) == len(set(words))


def test_one_class_adds_to_a_pair_and_another_parts_what_is_equal():
    a, b = marked("医院【23人】住院。", "还有【16人】留医。", kind="quantity")
    assert one_toll(a, b) == one_toll(b, a) == (("toll", "admitted", EVIDENCE),)
    a, b = marked("已有【11人】遇难。", "已有【11人】受伤。", kind="quantity")
    assert one_toll(a, b) == () and other_toll(a, b) and other_toll(b, a)


def test_the_evidence_is_shown_beside_the_weights():
    one, two = texts_in_context("事故造成3人死亡，247人受伤。", "到发稿时死者5人，伤者416人。")
    pairs = {(p.a.fact.text, p.b.fact.text): p for p in align([one, two], shipped())}
    pair = pairs["247人", "416人"]
    weight = shipped().match_weight("amount", pair.levels)
    assert pair.beside == (("toll", "injured", EVIDENCE),) and pair.weight == pytest.approx(weight + EVIDENCE)
    assert pairs["3人", "416人"].beside == ()


def test_counts_far_apart_are_told():
    one, two = texts_in_context("列车相撞，截至28日，受伤247人。", "列车相撞，到发稿时伤者416人。")
    told = [topic for topic in link([one, two], shipped()).topics if topic.disagreements]
    assert [{c.fact.text for group in topic.groups for c in group} for topic in told] == [{"247人", "416人"}]
