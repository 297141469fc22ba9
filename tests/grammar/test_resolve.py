"""What a date takes from the dates before it in the text."""

from datetime import datetime

import pytest

from consistency.grammar import read_values

PUBLISHED = datetime(2026, 7, 7, 18)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6月30日以来持续降雨，水文站3日23时洪峰过境", ["2026-06-30/..", "2026-07-03T23"]),
        ("6月12日开工，13日停工", ["2026-06-12", "2026-06-13"]),
        ("6月30日通报，此前29日已有管涌", ["2026-06-30", "2026-06-29"]),
        ("12月20日开工，3日验收", ["2025-12-20", "2026-01-03"]),
        ("预计8月底供水。原本排定5日的人工增雨已经取消", ["2026-08", "2026-07-05"]),  # what is to come leads nowhere
        ("6月份物价继续上涨。统计局6日发布这一数据", ["2026-06", "2026-07-06"]),  # nor a month the last two days
        ("6月停工，12日复工", ["2026-06", "2026-06-12"]),
    ],
)
def test_a_day_goes_on_from_the_date_before_it(text, values):
    assert [one.value.edtf for one in read_values(text, PUBLISHED, "CNY")] == values
