"""Reading takes time in proportion to the text, whatever the text."""

import random
import time

import pytest

from consistency.grammar import read_values

SIZE = 100_000
rng = random.Random(1)
NUMBER_WORDS = "0123456789一二三十百千万亿年月日时分第近约多以上元人%.,"
TEXTS = {
    "digits": "1",
    "Chinese digits": "一",
    "第": "第",
    "年": "年",
    "万": "万",
    "半": "半",
    "上": "上",
    "几": "几",
    "二十": "二十",
    "1年": "1年",
    "1,": "1,",
    "1.": "1.",
    "1至": "1至",
    "10多": "10多",
    "三点": "三点",
    "1 ": "1 ",
    "3月5日": "3月5日",
    "1小时": "1小时",
    "超过": "超过",
    "a1": "a1",
    "random": "".join(chr(rng.randrange(0x4E00, 0x9FA6)) for _ in range(SIZE)),
    "random of numbers": "".join(rng.choice(NUMBER_WORDS) for _ in range(SIZE)),
}


@pytest.mark.parametrize("name", TEXTS)
def test_linear(name: str) -> None:
    text = (TEXTS[name] * (SIZE // len(TEXTS[name]) + 1))[:SIZE]
    start = time.process_time()
    read_values(text[: SIZE // 10])
    tenth = time.process_time() - start
    start = time.process_time()
    read_values(text)
    whole = time.process_time() - start
    assert whole < 3
    assert whole < 12 * tenth + 0.3
