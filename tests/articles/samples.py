"""A short article in every format, for the tests of reading."""

from __future__ import annotations

import io
import zipfile

SENTENCES = (
    "3月5日14时28分，青川县发生5.6级地震，已造成12人受伤。",
    "截至当日18时，全县转移安置群众326人，抢通道路3条，没有房屋倒塌。",
)
BODY = "\n".join(SENTENCES)
PLAIN = f"青川县发生5.6级地震\n2026-03-05 18:40  来源：青川日报\n\n{BODY}\n"
TRADITIONAL = (
    "台東發生規模5.6地震 12人受傷\n2026-03-05 18:40　記者林芷涵／台東報導\n\n"
    "台東縣政府今天說，地震造成12人受傷，全縣撤離326人，農業損失估計4500萬元，民眾可向公所申請慰助。\n"
    "中央氣象署表示，這次地震的深度為10公里，未來三天還會有餘震，請民眾留意。\n"
)
PAGE = f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{{charset}}">
<title>青川县发生5.6级地震_青川日报</title></head>
<body><div class="nav"><a href="/">首页</a><a href="/a">要闻</a></div>
<h1>青川县发生5.6级地震</h1><div class="info">2026-03-05 18:40 来源：青川日报</div>
<div class="content"><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div>
<div class="related"><h3>相关新闻</h3><ul><li>去年本县发生地震3次</li></ul></div></body></html>"""


def document(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word document of these paragraphs and one table."""
    from docx import Document

    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    if rows:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def bomb(name: str = "word/document.xml", size: int = 21_000_000) -> bytes:
    """A zip archive that unpacks to far more than it is."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"0" * size)
    return data.getvalue()
