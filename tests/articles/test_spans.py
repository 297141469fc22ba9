"""Spans always point into the file as the user has it, whatever the format."""

import html
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.articles import markdown, page, plain, read_paths, read_text
from consistency.articles.pieces import joined

GOLD = Path(__file__).parents[2] / "data" / "gold"


def seen(source):
    """What is left of a stretch of mark-up when tags, entities, marks and white space are gone."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", source))
    return re.sub(r"[\s*_`~#>|\[\]\\]|\]\([^)]*\)", "", bare)


def shown(text):
    return re.sub(r"[\s*_`~#>|\[\]\\]", "", text)


def check(article, exact):
    for block in article.blocks:
        whole = block.span(0, len(block.text))
        assert 0 <= whole.start < whole.end <= len(article.text)
        if exact:
            assert article.text[whole.start : whole.end] == block.text
        for start in range(0, len(block.text), 7):
            end = min(start + 5, len(block.text))
            span = block.span(start, end)
            assert whole.start <= span.start <= span.end <= whole.end
            assert seen(article.text[span.start : span.end]) == shown(block.text[start:end])


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*.*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_gold(path):
    articles, errors = read_paths([path]) if path.suffix != ".json" else ([], [])
    assert not errors
    for article in articles:
        check(article, exact=path.suffix == ".txt")


def test_tags_and_entities_inside_a_value_lie_inside_its_span():
    source = (
        "<h1>题目</h1><p>损失约<b>1&nbsp;2</b>&#24180;<a href='x'>3</a>4万元，共12&amp;3人受伤，目前仍在统计之中。</p>"
    )
    article = read_text(source, format="html")
    block = article.blocks[-1]
    for value, raw in (("34万元", "<a href='x'>3</a>4万元"), ("12&3人", "12&amp;3人"), ("1 2", "1&nbsp;2")):
        start = block.text.index(value)
        span = block.span(start, start + len(value))
        found = article.text[span.start : span.end]
        assert (raw.startswith("<a") and found == "3</a>4万元") or found == raw


def test_marks_of_markdown_are_no_part_of_the_text():
    source = (
        '---\ntitle: "320万欧元"\n---\n# 大标题\n\n> 据*县*政府，**12人**受伤，[失踪3人](http://x.cn/3)，面积约3\\*4米。\n\n'
        "- 一共`5`辆&lt;车&gt;。\n1. 其次是1.5亿元。\n\n| 地点 | 受伤 |\n| --- | --- |\n| 甲县 | 12人 |\n"
        "\n<!-- 注释 8人 -->\n"
        "```\n代码\n```\n***\n脚注[^1]一段。\n\n[^1]: 不要\n[x]: http://y.cn\n"
    )
    article = read_text(source, format="md")
    texts = [block.text for block in article.blocks]
    assert texts == [
        "320万欧元", "大标题", "据县政府，12人受伤，失踪3人，面积约3*4米。", "一共5辆<车>。", "其次是1.5亿元。",
        "地点 \t 受伤", "甲县 \t 12人", "代码", "脚注一段。",
    ]  # fmt: skip
    block = article.blocks[2]
    at = block.text.index("失踪3人")
    span = block.span(at, at + 4)
    assert article.text[span.start : span.end] == "失踪3人"
    title = article.blocks[0].span(0, 6)
    assert article.text[title.start : title.end] == "320万欧元"


MARKS = (
    "<p>|</p>|<div>|</div>|<b>|</b>|<br/>|<td>|<tr>|<table>|</table>|<li>|<h1>|</h1>|<script>x<3</script>|<!--c-->|</a>|"
    "&nbsp;|&amp|&#25991;|&nope;|&|<|>|3<4|一二三|12人受伤。|据报道，|\u200b|\U0001f600|**|*|[|](u)|`|\\|---|_|~~|\n|  "
    "|\r\n|# |> |- |1. |a b|<a href='x>y'>|<div class='a'>"
)
FRAGMENTS = st.lists(st.sampled_from(("|", *MARKS.split("|"))), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS)
def test_pages_of_any_mark_up(source):
    for piece, _ in page.read(source).pieces:
        assert len(piece.text) == len(piece.starts) == len(piece.ends)
        assert piece.text == piece.text.strip()
        for char, start, end in zip(piece.text, piece.starts, piece.ends, strict=True):
            assert 0 <= start <= end <= len(source)
            assert (
                source[start:end] == char or source[start:end].startswith(("&", "\n", " ", "\r", "<")) or start == end
            )
        assert list(piece.starts) == sorted(piece.starts)


@settings(max_examples=300, deadline=None)
@given(FRAGMENTS)
def test_markdown_of_any_mark_up(source):
    source = source.removeprefix("---")
    for piece in markdown.parse(source, "-").pieces:
        block = piece.block("paragraph")
        assert piece.text == piece.text.strip()
        for index, char in enumerate(piece.text):
            span = block.span(index, index + 1)
            found = source[span.start : span.end]
            assert found == char or found[:1] in "&\\|\r\n" or (char in "\t " and len(found) <= 2)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="一二三，。 12\t\r\n\u3000#>-", max_size=200))
def test_plain_text(source):
    pieces = plain.parse(source).pieces
    for piece in pieces:
        if piece.starts is None:
            assert source[piece.start : piece.start + len(piece.text)] == piece.text
    if len(pieces) > 1:
        glued = joined(pieces, [""] * (len(pieces) - 1))
        assert glued.text == "".join(piece.text for piece in pieces)
        assert glued.cut(1, 3).text == glued.text[1:3].strip()


def test_hard_wrapped_lines_are_put_together():
    text = (
        "一场大雨过后\n2026-03-05 18:40 来源：青川日报\n\n"
        "三月五日下午，青川县连降大雨，县城多处积水，交通一度中断，消防部门出动车辆\n12台、人员八十余人，连夜转移群众三百多人，"
        "到晚上十点，积水基本排除，道路恢\n复通行，供电和供水也已恢复，没有人员伤亡的报告，县里已经派出工作组到各乡镇核\n查损失。\n"
    )
    body = [block.text for block in read_text(text).blocks if block.kind == "paragraph"]
    assert len(body) == 1
    assert "出动车辆12台、" in body[0]
    assert "道路恢复通行" in body[0]


def test_a_text_without_paragraphs_is_read_in_stretches():
    text = "截至3月5日18时，已有326人转移。" * 2000 + "x" * 9000
    article = read_text(text)
    assert max(len(block.text) for block in article.blocks) <= 4000
    assert "".join(block.text for block in article.blocks) == text
    assert all(text[block.start :].startswith(block.text) for block in article.blocks)
