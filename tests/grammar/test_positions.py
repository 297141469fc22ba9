"""Floors and sides: where at a thing, the same for all ways of writing it."""

import pytest

from consistency.grammar.positions import positions


@pytest.mark.parametrize(("text", "expected"), [
    ("在医院C座二楼等候", [("C座二楼", "C座2层", "")]),
    ("设在云帆大厦三层。", [("三层", "3层", "")]),
    ("位于3号楼地下一层的超市", [("3号楼地下一层", "3号楼-1层", "")]),
    ("右侧那台发动机冒烟", [("右侧", "右", "发动机")]),
    ("也就是左发", [("左发", "左", "发动机")]),
    ("雨水冲破C口的挡墙", [("C口", "C口", "口")]),
    ("C出入口发现进水", [("C出入口", "C口", "口")]),
    ("在一号航站楼出发", [("一号航站楼", "1号航站楼", "航站楼")]),
    ("起火点在1402室客厅", [("1402室", "1402室", "室")]),
    ("7号工房先炸", [("7号工房", "7号工房", "工房")]),
    ("左坝肩渗水", [("左坝肩", "左", "坝肩")]),
    ("县城东郊柳沟村", [("东郊", "东", "郊")]),
    ("新院搬到城西", [("城西", "西", "郊")]),
    ("城东派出所和西郊宾馆", []),
    ("一家三口人打了五口井", []),
    ("2026年5月3号门诊", []),
    ("一栋6层居民楼", []),
    ("这幢楼共18层", []),
    ("同一楼层的医生", []),
])  # fmt: skip
def test_positions(text, expected):
    assert [(text[one.start : one.end], one.name, one.thing) for one in positions(text)] == expected
