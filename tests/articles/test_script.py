"""The folded text has the length of the original and one spelling for each script and width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.articles.script import fold


@given(st.text())
def test_length_is_kept_and_folding_twice_changes_nothing(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("臺北市政府發佈「豪雨特報」", "台北市政府发布“豪雨特报”"),
        ("後裡裏鐘鍾乾週佔餘縣徵", "后里里钟钟干周占余县征"),
        ("隨著著名", "随著著名"),
        ("３５．２％、Ａ股，約１０～１５萬", "35.2%、A股，约10~15万"),
        ("二○二五年　⽇", "二〇二五年 日"),
        (
            "那里只着么干后里才群床秘吃唇妆污泄为伪启核抬峰，（）：；！？“”",
            "那里只着么干后里才群床秘吃唇妆污泄为伪启核抬峰，（）：；！？“”",
        ),
    ],
)
def test_one_spelling(text, folded):
    assert fold(text) == folded
