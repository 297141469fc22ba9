"""Sentences and clauses: they lie in their text, in order, and lose nothing but breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.statements.segment import clauses, sentences

TEXTS = st.text(st.sampled_from("甲乙丙12,.:：，。！？；…—“”’）( \n\t　、【】"), max_size=60)


def cut_sentences(text):
    return [text[start:end] for start, end in sentences(text)]


def cut_clauses(text):
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), [
    ("共12人遇难。38人受伤。", ["共12人遇难。", "38人受伤。"]),
    ("他说：“没有了。”随后离开。", ["他说：“没有了。”", "随后离开。"]),
    ("罚了多少?48万元。", ["罚了多少?", "48万元。"]),
    ("增长6.2%；下降1.5%", ["增长6.2%；", "下降1.5%"]),
    ("标题没有句号\n正文开始。", ["标题没有句号", "正文开始。"]),
    ("真的吗？！是的。", ["真的吗？！", "是的。"]),
    ("　　", []),
])  # fmt: skip
def test_sentences(text, expected):
    assert cut_sentences(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("截至18时，12人遇难、38人受伤", ["截至18时", "12人遇难、38人受伤"]),
    ("进口1,100吨,其中700吨来自中国", ["进口1,100吨", "其中700吨来自中国"]),
    ("14:35发车，17:20到", ["14:35发车", "17:20到"]),
    ("他说：“没有”", ["他说", "“没有”"]),
    ("公司——去年亏损——关门", ["公司", "去年亏损", "关门"]),
])  # fmt: skip
def test_clauses(text, expected):
    assert cut_clauses(text) == expected


@given(TEXTS)
def test_sentences_lie_in_the_text_in_order(text):
    end_before = 0
    for start, end in sentences(text):
        assert end_before <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()
        assert not text[end_before:start].strip(), "only white space is left out"
        end_before = end
    assert not text[end_before:].strip()


@given(TEXTS)
def test_clauses_lie_in_their_sentence_in_order(text):
    for start, end in sentences(text):
        at = start
        for clause_start, clause_end in clauses(text, start, end):
            assert at <= clause_start < clause_end <= end
            assert not any(char in text[at:clause_start] for char in "甲乙丙12“”"), "only breaks are left out"
            at = clause_end
