"""PDF documents: pages, paragraphs over lines and pages, running heads, and what cannot be read."""

import io
import json
import sys
import zlib

import pytest

from consistency.articles import read_paths
from consistency.articles.script import fold, whole_characters
from tests.test_cli import run

canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="makes PDF documents")
pytest.importorskip("pdfminer", reason="reads them")

TITLE = "青川县发生5.6级地震 已造成12人受伤"
BYLINE = "2026-03-05 18:40  来源：青川日报"
PARAGRAPHS = [
    "3月5日14时28分，青川县发生5.6级地震，震源深度10公里，成都、绵阳等地震感明显，县城部分居民跑到街上避险，"
    "没有房屋倒塌的报告，供水、供电和通信正常。",
    "截至当日18时，全县转移安置群众326人，抢通道路3条。县应急管理局局长何志远说，12名伤者都是轻伤，其中9人已经出院，"
    "另外3人在县人民医院观察，没有生命危险。",
    "气象部门预计，未来三天当地多云，气温在8到17摄氏度之间，对救援有利。",
]
SIZE, LEFT, COLUMNS = 12, 60, 36


def wrapped(paragraph):
    """The lines of a paragraph set in a column, its first line moved in by two characters."""
    line, used, first = "", 2.0, True
    for char in paragraph:
        wide = 1 if char > "\u2e7f" or char in "，。、" else 0.5
        if used + wide > COLUMNS:
            yield first, line
            line, used, first = "", 0.0, False
        line, used = line + char, used + wide
    yield first, line


def document(paragraphs=PARAGRAPHS, lines_a_page=5, **how):
    """A PDF with a masthead and a page number on each page."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    data = io.BytesIO()
    page = canvas.Canvas(data, pagesize=(595, 842), **how)
    body = [part for paragraph in paragraphs for part in wrapped(paragraph)]
    for start in range(0, len(body), lines_a_page):
        page.setFont("STSong-Light", 9)
        page.drawString(LEFT, 810, "青川日报   2026年3月6日   要闻")
        page.drawString(290, 30, f"— {start // lines_a_page + 1} —")
        height = 770
        if not start:
            page.setFont("STSong-Light", 20)
            page.drawString(LEFT, height, TITLE)
            page.setFont("STSong-Light", 10)
            page.drawString(LEFT, height - 30, BYLINE)
            height -= 70
        page.setFont("STSong-Light", SIZE)
        for number, (first, line) in enumerate(body[start : start + lines_a_page]):
            page.drawString(LEFT + 2 * SIZE * first, height - 18 * number, line)
        page.showPage()
    page.save()
    return data.getvalue()


def read(tmp_path, data, name="paper.pdf"):
    path = tmp_path / name
    path.write_bytes(data)
    articles, errors = read_paths([path])
    return articles[0] if articles else None, [str(error) for error in errors]


def test_paragraphs_go_on_over_lines_and_pages(tmp_path):
    article, errors = read(tmp_path, document())
    assert not errors and article.title == TITLE and article.outlet == "青川日报"
    assert article.published.isoformat() == "2026-03-05T18:40:00"
    assert [block.text for block in article.blocks] == [TITLE, *PARAGRAPHS]
    assert article.text.count("要闻") == 2 and "— 2 —" in article.text


def test_every_character_leads_back_to_the_text_and_to_its_page(tmp_path):
    article, _ = read(tmp_path, document())
    for block in article.blocks:
        for at, char in enumerate(block.text):
            span = block.span(at, at + 1)
            assert article.text[span.start : span.end] == char
    crossing = article.blocks[2]
    assert {article.parts.of(crossing.span(at, at + 1).start) for at in range(len(crossing.text))} == {
        ("page", 1), ("page", 2)
    }  # fmt: skip


def test_a_page_of_one_paragraph_keeps_it(tmp_path):
    article, _ = read(tmp_path, document(["共12人受伤，没有房屋倒塌。"]))
    assert [block.text for block in article.blocks] == [TITLE, "共12人受伤，没有房屋倒塌。"]


def test_a_font_that_names_no_characters_is_read_by_adobes_table(tmp_path):
    """As newspapers' typesetters write them: Identity-H with the numbers of Adobe-GB1 and no table of its own."""
    from pdfminer.cmapdb import CMapDB

    text = "截至3月5日18时，已有12人遇难。"
    numbers = CMapDB.get_cmap("UniGB-UCS2-H").decode(text.encode("utf-16-be"))
    shown = b"BT /F1 12 Tf 60 780 Td <" + b"".join(b"%04x" % number for number in numbers) + b"> Tj ET"
    article, errors = read(tmp_path, by_hand(shown))
    assert not errors and article.text == text


def by_hand(content, extra=b""):
    """A PDF of one page with these operators, its font without a table of characters."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/FZSSK/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/FZSSK/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 4>>/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/FZSSK/Flags 4/FontBBox[-25 -254 1000 880]/Ascent 880/Descent -120>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(made),
    )  # fmt: skip


def test_radicals_are_the_characters_that_they_look_like():
    assert whole_characters("⻘⽇⼈⻋12⺟") == "青日人车12母"
    assert fold("⻋") == fold("車") == "车"


def scanned():
    data = io.BytesIO()
    page = canvas.Canvas(data)
    page.rect(100, 100, 300, 300)
    page.showPage()
    page.save()
    return data.getvalue()


def bombs():
    """A PDF whose page unpacks to far more than it is."""
    return by_hand(zlib.compress(b"0 " * 60_000_000, 9), b"/Filter/FlateDecode")


@pytest.mark.parametrize(("make", "words"), [
    (lambda: document(encrypt="secret"), "locked with a password"),
    (scanned, "no text"),
    (lambda: document()[:1500], "broken PDF"),
    (lambda: b"%PDF-1.7\nnot much more\n", "broken PDF"),
    (bombs, "more than 100 MB"),
    (lambda: by_hand(b"BT /F1 12 Tf 60 780 Td <" + b"fffe" * 40 + b"> Tj ET"), "which characters"),
])  # fmt: skip
def test_what_cannot_be_read_is_one_line(tmp_path, make, words, caplog):
    article, errors = read(tmp_path, make())
    assert article is None and len(errors) == 1 and "\n" not in errors[0]
    assert words in errors[0] and "paper.pdf" in errors[0] and not caplog.records


def test_without_the_library_the_remedy_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    assert "pip install 'consistency[pdf]'" in read(tmp_path, document())[1][0]


def test_a_finding_says_the_page(tmp_path):
    draft, source = tmp_path / "draft.txt", tmp_path / "source.pdf"
    draft.write_text("\n".join([TITLE, "", PARAGRAPHS[0], PARAGRAPHS[1].replace("9人", "6人")]), "utf-8")
    source.write_bytes(document(lines_a_page=4))
    done = run("check", draft, "--against", source, "--format", "json")
    stated = [one for finding in json.loads(done.stdout)["findings"] for one in finding["statements"]]
    assert [(one["text"], one["page"]) for one in stated if "page" in one] == [("9人", 2)]
    assert "第2页" in run("check", draft, "--against", source).stdout.decode()
    piped = run("facts", "-", "--format", "json", stdin=source.read_bytes())
    assert "326人" in [fact["text"] for fact in json.loads(piped.stdout)["facts"]]
