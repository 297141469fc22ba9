"""What a sentence tells only in order to deny it."""

import pytest

from consistency.fields.status_denials import denial, no_plan


@pytest.mark.parametrize(("sentence", "words", "states"), [
    ("网上“6月起涨价”系谣言。", "系谣言", {"denied"}),
    ("至于他已被免职的说法，组织部答复：没有的事。", "没有的事", {"denied"}),
    ("韩媒称财团决定收购球队，老板断然否认：没谈过。", "断然否认", {"denied"}),
    ("早前有传影片取消公映，发行方昨晚否认。", "昨晚否认", {"done"}),
])  # fmt: skip
def test_what_is_told_is_denied(sentence, words, states):
    found = denial(sentence)
    assert found is not None and sentence[found.start : found.end].endswith(words[-2:])
    assert states <= set(found.states())


@pytest.mark.parametrize("sentence", ["公司否认裁员。", "请勿相信谣言。", "关于不实信息。", "大桥已经通车。"])
def test_what_denies_nothing_told_before(sentence):
    found = denial(sentence)
    assert found is None or not found.states()


def test_what_nobody_means_to_do():
    found = no_plan("农业部没有进口鸡蛋的计划")
    assert found is not None and set(found.states()) == {"denied"}
    assert no_plan("农业部没有进口鸡蛋") is None
