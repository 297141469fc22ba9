"""Files, folders and strings become articles; what cannot be read is one line that names the file and the remedy."""

import io
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from consistency.articles import read_articles, read_paths, read_text
from consistency.errors import ArticleError, NoArticles

from .samples import BODY, PAGE, PLAIN, SENTENCES, TRADITIONAL, bomb, document

WHEN = datetime(2026, 3, 5, 18, 40)


def body(article):
    return [block.text for block in article.blocks if block.kind != "title"]


def only(path, **options):
    articles, errors = read_paths([path], **options)
    assert not errors
    return articles[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_text(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(PLAIN.encode(encoding))
    article = only(path)
    assert article.text == PLAIN
    assert (article.title, article.outlet, article.published) == ("青川县发生5.6级地震", "青川日报", WHEN)
    assert body(article) == list(SENTENCES)


def test_big5_and_its_currency(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(TRADITIONAL.encode("big5"))
    article = only(path)
    assert article.text == TRADITIONAL
    assert (article.currency, article.published) == ("TWD", WHEN)


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8", "big5"])
def test_declared_charset_of_pages(tmp_path, charset):
    page = PAGE.format(charset=charset)
    if charset == "big5":
        page = page.replace("发生", "發生").replace("级", "級").replace("来", "來").replace("报", "報")
        page = "".join(char for char in page if char.isascii() or char.encode("big5", "ignore"))
    path = tmp_path / "a.html"
    path.write_bytes(page.encode(charset))
    article = only(path)
    assert article.text == page
    assert article.published == WHEN


def test_named_encoding(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(PLAIN.encode("gb18030"))
    assert only(path, encoding="gbk").text == PLAIN
    for encoding in ("klingon", "utf-8"):
        articles, errors = read_paths([path], encoding=encoding)
        assert not articles
        assert encoding in str(errors[0])


def test_a_byte_order_mark_is_not_counted_and_crlf_is_two(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(PLAIN.replace("\n", "\r\n").encode("utf-8-sig"))
    article = only(path)
    assert article.text == PLAIN.replace("\n", "\r\n")
    block = article.blocks[-1]
    at = block.text.index("326人")
    span = block.span(at, at + 4)
    assert article.text[span.start : span.end] == "326人"
    assert article.position(span.start)[0] == 5


def test_folders_are_read_in_order_and_twice_given_is_read_once(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden/d.txt", ".e.txt", "gold.json", "f.rtf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PLAIN, "utf-8")
    articles, errors = read_paths([tmp_path / "b.txt", tmp_path])
    assert not errors
    assert [Path(article.path).name for article in articles] == ["b.txt", "a.txt", "c.md"]
    assert [article.id for article in articles] == ["a1", "a2", "a3"]


def test_standard_input(monkeypatch):
    page = PAGE.format(charset="utf-8")
    for text, title in (
        (PLAIN, "青川县发生5.6级地震"),
        (page, "青川县发生5.6级地震"),
        (f"---\ntitle: 地震\n---\n{BODY}", "地震"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        article = only("-")
        assert (article.path, article.title) == ("-", title)


def test_word_documents(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(document("青川县发生5.6级地震", "2026-03-05 18:40  来源：青川日报", *SENTENCES,
                              rows=(("地点", "受伤"), ("青川县", "12人"))))  # fmt: skip
    article = only(path)
    assert article.text == f"青川县发生5.6级地震\n2026-03-05 18:40  来源：青川日报\n{BODY}\n地点\t受伤\n青川县\t12人"
    assert (article.title, article.outlet, article.published) == ("青川县发生5.6级地震", "青川日报", WHEN)
    assert body(article) == [*SENTENCES, "地点\t受伤", "青川县\t12人"]


def test_one_bad_file_does_not_lose_the_others(tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    articles, errors = read_paths([tmp_path])
    assert (len(articles), len(errors)) == (1, 1)
    assert len(read_articles([tmp_path])) == 1


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\r\n", "empty"),
    "mark.txt": (b"\xef\xbb\xbf", "no article text"),
    "book.txt": ("全书共十二章。\n".encode() * 140_000, "more than any article"),
    "zeros.txt": (bytes(range(256)) * 8, "binary"),
    "paper.txt": (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "PDF"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, ".doc"),
    "broken.docx": (b"no document at all", "broken"),
    "cut.docx": (document("一段话。")[:2000], "broken"),
    "foreign.docx": (b"PK\x05\x06" + b"\0" * 18, "not a Word document"),
    "bomb.docx": (bomb(), "20 MB"),
    "pictures.docx": (bomb("word/media/1.png", 101_000_000), "100 MB"),
    "blank.docx": (document(), "no article text"),
    "blank.html": (b"<html><head><title></title></head><body><nav>x</nav></body></html>", "no article text"),
    "yaml.md": ("---\ntitle: [一\n---\n正文。".encode(), "front matter"),
    "colon.md": ("---\ntitle: a: b\n---\n正文。".encode(), "line 2"),
    "date.md": ("---\npublished: 前天\n---\n正文。".encode(), "published"),
    "impossible.md": ("---\npublished: 2026-02-31\n---\n正文。".encode(), "write a date as"),
    "list.md": ("---\n- 一\n- 二\n---\n".encode(), "front matter"),
    "open.md": ("---\ntitle: 一\n\n正文。".encode(), "not closed"),
    "a.xyz": (b"x", "type .xyz"),
    "noname": (b"x", "unknown"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line(tmp_path, name):
    data, problem = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    articles, errors = read_paths([path])
    assert not articles
    assert "\n" not in str(errors[0])
    assert str(errors[0]).startswith(str(path))
    assert problem in str(errors[0])
    with pytest.raises(ArticleError):
        read_articles([path])


def test_missing_paths(tmp_path):
    _, errors = read_paths([tmp_path / "nowhere", tmp_path])
    assert ["no such file" in str(errors[0]), "no article" in str(errors[1])] == [True, True]
    with pytest.raises(NoArticles):
        read_articles([])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PLAIN)
    path.chmod(0)
    assert "permission" in str(read_paths([path])[1][0])


def test_options_fill_what_the_article_does_not_say():
    article = read_text(SENTENCES[0], outlet="某报", published=WHEN)
    assert (article.title, article.outlet, article.published, body(article)) == (None, "某报", WHEN, [SENTENCES[0]])
    told = read_text(PLAIN, outlet="某报", published=datetime(2000, 1, 1))
    assert (told.outlet, told.published) == ("青川日报", WHEN)


def test_reading_text_loads_no_heavy_package():
    code = (
        "import sys; from consistency.articles import read_text; read_text('一句话。'); "
        "print([m for m in ('pandas', 'jieba', 'docx', 'yaml', 'charset_normalizer', 'rich') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_place_in_a_word_document_is_told_by_its_paragraph(tmp_path):
    path = tmp_path / "draft.docx"
    table = (("3条", "道路"),)
    path.write_bytes(document("青川县发生5.6级地震", "", "截至18时，\n326人转移。", "另有12人受伤。", rows=table))
    article = read_articles([str(path)])[0]
    numbers = {words: article.parts.of(article.text.index(words)) for words in ("青川", "326", "12人", "3条")}
    assert numbers == {
        "青川": ("paragraph", 1), "326": ("paragraph", 2), "12人": ("paragraph", 3), "3条": ("paragraph", 4)
    }  # fmt: skip
