"""Every figure and date in the bodies of the two real articles, written down by hand, and nothing else."""

from pathlib import Path

import pytest

from consistency import read_articles
from consistency.model.values import Duration, Quantity, Timex
from consistency.pipeline import read_facts

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds")

# As they stand in the text: the words with what bounds them, and the value (low, high, unit; or an EDTF string).
VALUES = {
    "000_7a4fb393b3879089.txt": [
        ("2026年初", "2026"),
        ("超过70%", (70, None, "%")),
        ("接近百分之百", (None, 100, "%")),
        ("三重", (3, 3, "重")),  # 三重梗阻
        ("2026年1月", "2026-01"),
        ("6000米", (6000, 6000, "m")),
        ("1600万吨", (16_000_000, 16_000_000, "t")),
        ("6000米", (6000, 6000, "m")),
        ("550个大气压", (550, 550, "atm")),
        ("10倍以上", (10, None, "x")),
        ("至少需要10年以上", (10, None, "a")),
        ("几十年", (20, 99, "a")),
        ("58%", (58, 58, "%")),
        ("1/4", (25, 25, "%")),
        ("99.99%以上", (99.99, None, "%")),
        ("三重", (3, 3, "重")),
        ("2030年左右", "2030~"),
        ("230%", (230, 230, "%")),
        ("几十年", (20, 99, "a")),
    ],
    "002_089b1fd286aab5cf.txt": [
        ("2026年1月10日", "2026-01-10"),
        ("两条", (2, 2, "条")),
        ("两条", (2, 2, "条")),
        ("2026年初", "2026"),
        ("数月", (2, 9, "mo")),
        ("不足万吨", (None, 10_000, "t")),
        ("三倍以上", (4, None, "x")),  # 高出…三倍以上
        ("几年内", (2, 9, "a")),
        ("2026年1月11日", "2026-01-11"),
        ("约80%", (80, 80, "%")),
        ("十年以上", (10, None, "a")),
        ("至少需要15至20年", (15, 20, "a")),
        ("2026年内", "2026"),
    ],
}


@pytest.mark.parametrize("name", VALUES)
def test_every_value_of_a_seed(name):
    (article,) = read_articles([SEEDS / name])
    found = []
    for fact in read_facts(article):
        if isinstance(fact.value, Timex):
            found.append((fact.text, fact.value.edtf))
        elif isinstance(fact.value, Quantity | Duration):
            found.append((fact.text, (fact.value.low, fact.value.high, fact.value.unit)))
    assert found == VALUES[name]
