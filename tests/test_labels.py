"""What a value is called in the report."""

from datetime import datetime

import pytest

import consistency
from consistency.labels import coded, label

EXAMPLES = """
1.26万吨 | 1.26万吨 | 12,600 t
一百六十八万五千元 | 168.5万元 | CNY 1,685,000
23164567元 | 23164567元 | CNY 23,164,567
9876人 | 9876人 | 9,876 人
4.2亿美元 | 4.2亿美元 | USD 420,000,000
约67亿元 | 约67亿元 | about CNY 6,700,000,000
超过1600万吨 | 超过1600万吨 | over 16,000,000 t
至少12人 | 不少于12人 | at least 12 人
不足三成 | 不到30% | under 30%
八十五六块钱 | 85至86元 | CNY 85 to 86
每磅2.08美元 | 2.08美元/磅 | USD 2.08 / lb
每秒6280立方米 | 6280立方米/秒 | 6,280 m3/s
2小时18分 | 2小时18分钟 | 2 hours 18 minutes
4分12秒 | 4分12秒 | 4 minutes 12 seconds
九年六个月 | 9年6个月 | 9 years 6 months
两年 | 2年 | 2 years
半小时 | 半小时 | 0.5 hours
不到半年 | 不到半年 | under 0.5 years
3小时2分9秒 | 3小时2分9秒 | 3 hours 2 minutes 9 seconds
15天内 | 不超过15天 | up to 15 days
一个工作日 | 1个工作日 | 1 working day
六折 | 60% | 60%
20万至30万人 | 20至30万人 | 200,000 to 300,000 人
8000至1.2万人 | 8000至1.2万人 | 8,000 to 12,000 人
零下3.5摄氏度 | -3.5摄氏度 | -3.5 °C
每公斤2.6元 | 2.6元/公斤 | CNY 2.6 / kg
每秒42米 | 42米/秒 | 42 m/s
第三名 | 第3位 | 第3位
3比1 | 3:1 | 3:1
昨晚9点 | 2026年3月3日21时 | 2026-03-03T21
去年7月23日18时30分许 | 2025年7月23日18时30分前后 | 2025-07-23T18:30~
7月23日下午 | 2025年7月23日下午 | 2025-07-23TAF
8月上旬 | 2025年8月1日至10日 | 2025-08-01/2025-08-10
3月28日至4月2日 | 2026年3月28日至4月2日 | 2026-03-28/2026-04-02
去年年底 | 2025年末 | 2025
第三季度 | 2025年第三季度 | 2025-35
上半年 | 2026年上半年 | 2026-40
2020年以来 | 2020年起 | 2020/..
6月底前 | 不晚于2026年6月 | ../2026-06
公元前221年 | 公元前221年 | -0220
公元618年 | 618年 | 0618
上世纪90年代 | 1990年代 | 199X
8时30分20秒 | 8时30分20秒 | T08:30:20
"""


@pytest.mark.parametrize("example", EXAMPLES.strip().splitlines())
def test_label(example: str) -> None:
    """Each language has the value as its readers write it."""
    text, chinese, english = example.split(" | ")
    fact = next(
        fact for fact in consistency.facts(f"{text}。", datetime(2026, 3, 4)) if fact.field in ("figure", "date")
    )
    assert (label(fact, "zh"), label(fact, "en")) == (chinese, english)


def test_states_are_told_in_words() -> None:
    """A state is said in the reader's language; its code stays the same."""
    fact = next(fact for fact in consistency.facts("工程已于昨日完工。") if fact.field == "status")
    assert (label(fact, "zh"), label(fact, "en"), coded(fact.value)) == ("已成", "done", "done")
