"""Corpora: the same articles from each kind of table, and what is faulty told in one line and skipped."""

import csv
import json

import pytest

from consistency.articles.corpus import Faulty, Row, article_of, fingerprint, items
from consistency.errors import ArticleError

COLUMNS = ("id", "title", "outlet", "published", "text")
ROWS = [
    dict(zip(COLUMNS, cells, strict=True))
    for cells in (
        ("1", "矿难", "新华社", "2025-03-11T22:00:00+08:00", "事故造成12人遇难。\n“救援”，仍在继续。"),
        ("2", "", "", "", "事故造成15人遇难,9人受伤。"),
    )
]


def write_csv(path, rows=ROWS, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path, rows=ROWS):
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def write_parquet(path, rows=ROWS):
    table = pytest.importorskip("pyarrow").Table.from_pylist(rows)
    __import__("pyarrow.parquet").parquet.write_table(table, path)
    return path


WRITERS = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}


def read(path):
    return [item for item, _ in items(str(path))]


def faults(path):
    return [item.message for item in read(path) if isinstance(item, Faulty)]


@pytest.mark.parametrize("kind", WRITERS)
def test_each_kind_of_table_holds_the_same_articles(kind, tmp_path):
    found = list(items(str(WRITERS[kind](tmp_path / f"corpus.{kind}"))))
    assert [{name: getattr(item, name) for name in COLUMNS} for item, _ in found] == ROWS
    shares = [share for _, share in found]
    assert shares == sorted(shares) and shares[0] > 0 and shares[-1] == 1
    article = article_of(found[0][0])
    assert (article.id, article.path, article.outlet, article.title) == ("1", "1", "新华社", "矿难")
    assert article.published.hour == 22 and article.text == ROWS[0]["text"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_tables_as_spreadsheets_write_them(encoding, tmp_path):
    assert [item.text for item in read(write_csv(tmp_path / "c.csv", encoding=encoding))] == [r["text"] for r in ROWS]


def test_a_folder_is_a_corpus_of_its_files(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("事故造成12人遇难。", "utf-8")
    (tmp_path / "b.md").write_text("# 矿难\n\n事故造成15人遇难。", "utf-8")
    articles = [article_of(item) for item in read(tmp_path)]
    assert [article.id for article in articles] == ["a/one.txt", "b.md"] == [article.path for article in articles]


def test_a_faulty_row_is_told_with_its_place_and_the_others_are_read(tmp_path):
    path = tmp_path / "c.jsonl"
    lines = ["{", '"text"', json.dumps({"id": "1"}), json.dumps({"id": 7, "text": ["x"]})]
    good = json.dumps({"id": 8, "text": "事故造成12人遇难。"})
    path.write_text("\n".join([*lines, good, good, "", json.dumps({"text": "x"})]), "utf-8")
    told = faults(path)
    assert [message.removeprefix(f"{path}:").split(":")[0] for message in told] == ["1", "2", "3", "4", "6", "8"]
    assert all("\n" not in message for message in told)
    assert [item.id for item in read(path) if isinstance(item, Row)] == ["8"]
    with pytest.raises(ArticleError, match="2025年"):
        article_of(Row("c.csv:2", "1", "", "", "2025年3月", "事故造成12人遇难。"))
    with pytest.raises(ArticleError, match=r"c\.csv:2: no article text"):
        article_of(Row("c.csv:2", "1", "", "", "", "\n"))
    with pytest.raises(ArticleError, match="more than any article has"):
        article_of(Row("c.csv:2", "1", "", "", "", "全书共十二章。\n" * 140_000))


def test_a_row_of_too_few_cells_loses_no_other(tmp_path):
    path = write_csv(tmp_path / "c.csv")
    path.write_text(path.read_text("utf-8").replace("2,,,,", "2,"), "utf-8")
    assert len(faults(path)) == 1 and "it has 2 cells, not 5" in faults(path)[0]
    assert [item.id for item in read(path) if isinstance(item, Row)] == ["1"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("missing.csv", None, "no such corpus"),
        ("c.xlsx", b"", "no corpus"),
        ("c.csv", b"number,text\n1,x\n", "no column id"),
        ("c.csv", b"", "no column id"),
        ("c.parquet", b"PAR1", "no Parquet"),
    ],
)
def test_what_is_no_corpus_is_said_in_one_line(name, data, said, tmp_path):
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ArticleError, match=said) as error:
        read(tmp_path / name)
    assert str(error.value).startswith(str(tmp_path / name)) and "\n" not in str(error.value)


def test_a_changed_corpus_has_another_fingerprint(tmp_path):
    path = write_jsonl(tmp_path / "c.jsonl")
    before = fingerprint(str(path)), fingerprint(str(tmp_path))
    assert before == (fingerprint(str(path)), fingerprint(str(tmp_path)))
    write_jsonl(path, ROWS[:1])
    (tmp_path / "more.txt").write_text("事故造成12人遇难。", "utf-8")
    assert fingerprint(str(path)) != before[0] and fingerprint(str(tmp_path)) != before[1]
