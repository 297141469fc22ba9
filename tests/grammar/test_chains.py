"""A unit right after a wider one needs no other proof, and is known again where it stands alone."""

import pytest

from consistency.grammar.names import read_names


@pytest.mark.parametrize(("text", "expected"), [
    ("彰化县芳苑乡一处鸡场", ["彰化县芳苑乡"]),
    ("雾岭镇青杠村岩脚寨发生滑坡", ["雾岭镇青杠村岩脚寨"]),
    ("发生在柳河镇境内", ["柳河镇"]),
    ("沅浦市南桥区发生燃爆", ["沅浦市南桥区"]),
    ("全县各乡镇的乡村道路", []),
])  # fmt: skip
def test_chains(text, expected):
    assert [place.name for place in read_names([text])[0].places] == expected


def test_a_name_of_a_chain_is_known_again():
    blocks = read_names(["彰化县芳苑乡一处鸡场", "这是芳苑今年第二例"])
    assert [place.name for place in blocks[1].places] == ["芳苑"]
