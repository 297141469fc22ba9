"""Every example and every reject beside a rule of the grammar, as a test of its own."""

from datetime import datetime, timedelta, timezone

import pytest

from consistency.grammar import read_values
from consistency.grammar.notation import show
from consistency.grammar.rules import RULES

PUBLISHED = datetime(2026, 3, 5, 14, 28, tzinfo=timezone(timedelta(hours=8)))


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
