"""Many patterns as one: they find what a plain alternation of them finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.fields import place_acts, status, status_cues, status_words
from consistency.grammar.alternatives import Alternatives, first_characters
from consistency.lexicon import rows


@pytest.mark.parametrize(
    ("pattern", "firsts"),
    [
        ("停产", "停"), ("还?黑着", "还黑"), ("[开复]工", "开复"), ("没[见]?动静", "没"), ("(?<![一二])没(?=有)", "没"),
        ("(?:也|都|全(?:部|体))?未", "也都全未"), ("(?:被|已)*(?:取消|作废)", "被已取作"), ("仍?然?保留", "仍然保"),
    ],
)  # fmt: skip
def test_what_a_pattern_can_begin_with(pattern, firsts):
    assert first_characters(pattern) == set(firsts)


CUES = [(state, cue) for state, cues in rows("status.tsv") for cue in cues.split()]


@given(st.text(alphabet="没有未还已将于完成停产工不属实取消推迟延期，。的了会计划", max_size=20), st.integers(0, 3))
def test_they_find_what_a_plain_alternation_finds(text, start):
    by_state = {state: [cue for its, cue in CUES if its == state] for state, _ in CUES}
    plain = re.compile("|".join(f"(?P<{state}>{'|'.join(cues)})" for state, cues in by_state.items()))
    start = min(start, len(text))
    expected = [(match.lastgroup, match.span()) for match in plain.finditer(text, start, len(text))]
    several = Alternatives((state, cue) for state, cues in by_state.items() for cue in cues)
    assert [(match.lastgroup, match.span()) for match in several.finditer(text, start, len(text))] == expected


def test_no_pattern_of_the_tables_has_alternatives_outside_its_groups():
    tables = (
        status.cues(), status_words.act_words().entries, *map(status_cues.operators, ("before", "after")),
        place_acts._acts()[0],
    )  # fmt: skip
    patterns = {pattern for table in tables for entries in table._by_first.values() for _, pattern in entries}
    assert {
        pattern for pattern in patterns if "|" in re.sub(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", pattern)
    } == set()
