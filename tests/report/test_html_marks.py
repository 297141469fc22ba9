"""Values are marked where they stand in the text that the reader sees, whatever the file looks like."""

import pytest

from consistency.articles import read_paths
from consistency.model.text import Article, Block, Span
from consistency.report.html.marks import Claim, marked


def claim(finding, start, end, kind="error", label=""):
    return Claim((finding, 0), Span(start, end), finding, kind, label or f"{finding}甲", "遇难人数")


def cut(article, *claims):
    """Each block as (text, numbers of findings, labels), and the anchors."""
    paragraphs, anchors = marked(article, claims)
    pieces = [
        [
            (
                piece.text,
                tuple(one.finding for one in piece.mark.claims) if piece.mark else (),
                piece.mark.labels if piece.mark else (),
            )
            for piece in paragraph.pieces
        ]
        for paragraph in paragraphs
    ]
    return pieces, anchors


def plain(text):
    return Article("a.txt", text, (Block("paragraph", text, 0),), "a1")


def test_a_value_is_marked():
    pieces, anchors = cut(plain("共12人遇难。"), claim(1, 1, 4))
    assert pieces == [[("共", (), ()), ("12人", (1,), ("1甲",)), ("遇难。", (), ())]]
    assert anchors == {(1, 0): "ma1-1-1"}


def test_values_that_overlap_share_what_they_share_and_the_gravest_comes_first():
    pieces, anchors = cut(plain("副所长秦望舒说"), claim(2, 0, 6, "agree"), claim(1, 3, 6), claim(3, 2, 5, "warning"))
    assert pieces == [
        [
            ("副所", (2,), ()),
            ("长", (3, 2), ("3甲",)),
            ("秦望", (1, 3, 2), ("1甲",)),
            ("舒", (1, 2), ()),
            ("说", (), ()),
        ]
    ]
    assert anchors == {(2, 0): "ma1-1-0", (3, 0): "ma1-1-2", (1, 0): "ma1-1-3"}


def test_what_is_no_part_of_the_article_is_not_marked():
    article = Article("a.txt", "导航12人\n共12人。", (Block("paragraph", "共12人。", 6),), "a1")
    assert cut(article, claim(1, 2, 5)) == ([[("共12人。", (), ())]], {})
    assert cut(Article("a.txt", "", (), "a1"), claim(1, 2, 5)) == ([], {})


def test_a_title_from_elsewhere_in_the_file_is_a_block_like_others():
    article = Article(
        "a.md", "正文3人。题目12人", (Block("title", "题目12人", 5), Block("paragraph", "正文3人。", 0)), "a1"
    )
    pieces, _ = cut(article, claim(1, 7, 10), claim(2, 2, 4))
    assert pieces == [
        [("题目", (), ()), ("12人", (1,), ("1甲",))],
        [("正文", (), ()), ("3人", (2,), ("2甲",)), ("。", (), ())],
    ]


@pytest.mark.parametrize("value", ["12人", "1<b>2</b>人", "&#49;2人", "1&#50;<i>人</i>"])
def test_tags_and_entities_lie_inside_the_mark(tmp_path, value):
    page = f"<html><body><article><h1>川西地震</h1><p>地震已造成{value}遇难&amp;38人受伤。</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (article,), _ = read_paths([str(tmp_path)])
    pieces, _ = cut(article, claim(1, page.index(value), page.index(value) + len(value)))
    assert ("12人", (1,), ("1甲",)) in pieces[-1]
    assert "".join(text for text, *_ in pieces[-1]) == "地震已造成12人遇难&38人受伤。"
