"""The rates of exchange that an article gives by naming an amount twice."""

from __future__ import annotations

import pytest

from consistency.articles import read_text
from consistency.linkage.exchange import rates_in
from consistency.statements import read


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("票房350万美元，约2730万港元。", 7.8),
        ("单日损益-5万美元，约39万港元。", None),  # a sign that one of them lacks gives no rate
        ("单日损益-5万美元，约-39万港元。", None),
    ],
)
def test_rates(text: str, rate: float | None) -> None:
    found = [one for _, _, one in rates_in(read(read_text(text)))]
    assert found == ([] if rate is None else [pytest.approx(rate)])
