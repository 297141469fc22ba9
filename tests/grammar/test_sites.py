"""Sites: what ends like one and begins where a name can begin."""

import pytest

from consistency.grammar.names import read_names
from consistency.grammar.names_sites import building_of, is_bare, may_mean, scale_of


@pytest.mark.parametrize(("text", "expected"), [
    ("球队在港湾广场与市民见面", ["港湾广场"]),
    ("她跑到圣科林大教堂的台阶上讲话", ["圣科林大教堂"]),
    ("挤进天津梅津会议中心", ["天津梅津会议中心"]),
    ("明晚市人民体育场见", ["市人民体育场"]),
    ("客机备降虹桥机场", ["虹桥机场"]),
    ("在三岔沟找到他", ["三岔沟"]),
    ("往下切进石门沟", ["石门沟"]),
    ("住在如意宾馆", ["如意宾馆"]),
    ("被抬进了市中心医院", ["市中心医院"]),
    ("在操场上晕倒", ["操场"]),
    ("决口在浑河左岸", ["浑河"]),
    ("一条高速公路", ["高速公路"]),
    ("记者会见地点在央行总部", ["央行总部"]),
    ("把她送进市中医院", ["市中医院"]),
    ("在东南山脊遇险", ["东南山脊"]),
    ("据使馆消息", ["使馆"]),
    # no sites
    ("废水灌进湖里，人堵在路上", []),
    ("一共十二站", []),
    ("公司的总部", []),
    ("燃料电池和集成电路", []),
    ("市场的立场", []),
    ("走了半条街", []),
])  # fmt: skip
def test_sites(text, expected):
    (names,) = read_names([text])
    assert [site.name for site in names.sites] == expected
    assert all(text[site.start : site.end] == site.name for site in names.sites)


@pytest.mark.parametrize(("name", "scale"), [
    ("港湾广场", "spot"), ("三(4)班教室", "room"), ("石门沟", "valley"), ("鹿角梁", "height"), ("天津", ""),
])  # fmt: skip
def test_scales(name, scale):
    assert scale_of(name) == scale


def test_a_bare_word_may_mean_a_narrower_one():
    assert may_mean("体育馆", "综合训练馆") and may_mean("广场", "港湾广场")
    assert not may_mean("港湾广场", "广场") and not may_mean("食堂", "教室")


def test_a_room_lies_in_the_building_that_its_name_begins_with():
    assert building_of("洲际酒店二层会议厅") == "洲际酒店"
    assert building_of("图书馆报告厅") == "图书馆报告厅"  # any library


def test_a_word_of_kind_names_no_site():
    assert is_bare("医院") and is_bare("定点医院") and not is_bare("市中医院")
