"""Every example and every reject beside a rule of the grammar, as a test of its own; its beginnings lose nothing."""

import re
from datetime import datetime, timedelta, timezone

import pytest

from consistency.grammar import read_values
from consistency.grammar.notation import show
from consistency.grammar.rules import RULES, Rule

PUBLISHED = datetime(2026, 3, 5, 14, 28, tzinfo=timezone(timedelta(hours=8)))
TEXTS = [text for rule in RULES for text in (*rule.examples, *rule.rejects)]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(t, e, id=f"{r.name}:{t}") for r in RULES for t, e in r.examples.items()]
)
def test_example(text: str, expected: str) -> None:
    assert show(read_values(text, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(r.name, t, id=f"{r.name}:{t}") for r in RULES for t in r.rejects]
)
def test_reject(rule: str, text: str) -> None:
    assert [m for m in read_values(text, PUBLISHED) if m.rule == rule] == []


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.name) for r in RULES if set(r.starts())])
def test_beginnings(rule: Rule) -> None:
    starts = {start[:2] for start in rule.starts()}
    pattern = re.compile(rule.pattern())
    places = [(text, match.start()) for text in TEXTS for match in pattern.finditer(text) if match[0]]
    assert [text[at:] for text, at in places if not {text[at], text[at : at + 2]} & starts] == []
