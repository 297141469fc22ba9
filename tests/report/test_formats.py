"""Any text, in any place, comes back from each format as it was, or escaped; what is settled is shown as such."""

import io
import json
import re
import unicodedata
from dataclasses import replace
from urllib.parse import unquote_to_bytes

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from made_reports import made
from markdown_it import MarkdownIt
from readers import valid, workflow_command

from consistency.model.findings import FIELDS
from consistency.report import FORMATS, View, reporter
from consistency.report.markdown import escaped
from consistency.report.places import relative, uri
from consistency.report.words import LANGUAGES
from consistency.report.words_fields import HELP, SHORT

SIGNS = st.sampled_from([
    "=1+1", "%0A", "::error::", ",", ":", "\r\n", "\n", "\x1b[31m", "<script>", "]]>", "|", "`", "**", "[a](b)",
    "](0)", "@user", "http://a.cn", "www.a.cn", "&lt;", "\\", '"', "'", "\u202e", "\u200b", "\ufeff", "\x00", "\ufffe",
    "😀", "＝", "{0}", "_x0041_", "- ", "# ", "\t", "\u2028", "~~", "<!--", "-->", ":smile:",
])  # fmt: skip
TEXTS = st.lists(st.one_of(SIGNS, st.text(max_size=5)), max_size=5).map("".join)
NAMES = st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1, max_size=9).map(
    lambda name: f"稿/{name}.md"
)
MARKDOWN = MarkdownIt("gfm-like")
MARKDOWN.linkify.set({"fuzzy_link": False, "fuzzy_email": False})  # GitHub links no bare domain


def shown(form, report, **view):
    return reporter(form).report(report, View("zh", **view))


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_jsonl_is_the_json_of_each_finding(text):
    report = made(text)
    ids = {finding.id: finding.to_dict() for finding in report.findings}
    found = [json.loads(line) for line in shown("jsonl", report).split("\n")[:-1]]
    assert [one["id"] for one in found] == ["f1", "f2", "f3"]
    assert all(one == ids[one["id"]] for one in found)


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES, st.sampled_from([None, "a2"]))
def test_sarif_is_valid_and_leads_to_the_values(text, name, draft):
    report = made(text, name, draft)
    (run,) = valid("sarif", shown("sarif", report))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    texts = {source.article.path: source.article.text for source in report.sources}
    main = "15人" if draft else "12人"
    for result, finding in zip(run["results"], ("f1", "f2", "f3"), strict=True):
        assert result["partialFingerprints"] == {"consistencyFinding/v1": finding}
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        places = [*result["locations"], *result["relatedLocations"]]
        assert len(places) == 2
        for place in places:
            place = place["physicalLocation"]
            file, region = place["artifactLocation"], place["region"]
            assert run["artifacts"][file["index"]]["location"]["uri"] == file["uri"]
            content = texts[unquote_to_bytes(file["uri"]).decode()]
            start, length = region["charOffset"], region["charLength"]
            assert content[start : start + length] == region["snippet"]["text"]
            lines = content.split("\n")
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] in (
                "12人",
                "15人",
            )
        if finding != "f3":
            assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == main
    first, waived, known = run["results"]
    assert first["suppressions"] == known["suppressions"] == []
    assert (first["baselineState"], known["baselineState"]) == ("new", "unchanged")
    assert waived["suppressions"][0]["justification"] == f"{text} (李编辑)"
    assert [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    links = re.findall(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^)]*)\)", first["message"]["text"], re.DOTALL)
    assert links == ["0"], "only our own links are links"


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_github_reads_back_what_was_meant(text, name):
    report = made(text, name)
    lines = re.split("\r\n|\r|\n", shown("github", report))
    assert len(lines) == 3 and lines[-1] == "", "a line for the open finding and one for the note"
    command, properties, message = workflow_command(lines[0])
    line = str(report.findings[0].statements[0].line)
    assert (command, properties["file"], properties["line"]) == ("error", relative(name), line)
    assert message.startswith(report.findings[0].message)
    assert properties["title"].rstrip() == (f"矛盾 · 数字 · {text}" if text else "矛盾 · 数字").rstrip()
    assert workflow_command(lines[1]) == ("notice", {}, f"{text}过期")


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_gitlab_has_the_open_finding(text, name):
    (issue,) = valid("gitlab", shown("gitlab", made(text, name)))
    assert issue["description"] == f"{text}说法不一" and issue["location"]["path"] == relative(name)


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_rdjson_counts_bytes(text, name):
    report = made(text, name)
    (diagnostic,) = valid("rdjson", shown("rdjson", report))["diagnostics"]
    (related,) = diagnostic["related_locations"]
    texts = {relative(source.article.path): source.article.text for source in report.sources}
    for location, value in ((diagnostic["location"], "12人"), (related["location"], "15人")):
        start, end = location["range"]["start"], location["range"]["end"]
        line = texts[location["path"]].split("\n")[start["line"] - 1].encode()
        assert line[start["column"] - 1 : end["column"] - 1].decode() == value


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_junit_fails_what_is_open_and_skips_what_is_settled(text, name):
    def told(text):
        return "".join(
            "�" if char in "\ufffe\uffff" or (char < " " and char not in "\t\n\r") else char for char in text
        )

    (suite,) = JUnitXml.fromstring(shown("junit", made(text, name)).encode())
    cases = list(suite)
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (3, 1, 0, 2)
    assert [[type(one).__name__ for one in case.result] for case in cases] == [["Failure"], ["Skipped"], ["Skipped"]]
    assert cases[0].classname == told(relative(name))
    assert cases[0].result[0].message == told(f"{text}说法不一")
    assert cases[1].result[0].message == told(f"放行：{text}（李编辑）")
    assert suite._elem.find("system-out").text == told(f"{text}过期").replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_csv_is_a_table_without_formulas(text, name):
    report = made(text, name)
    raw = shown("csv", report).encode("utf-8", "replace")
    assert raw.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(table["finding"]) == ["f1", "f1", "f2", "f2", "f3", "f3"]
    assert not [cell for cell in table.to_numpy().ravel() if cell[:1] in tuple("=+-@＝＋－＠\t\r\n")]
    for column, meant in (("topic", text), ("path", name), ("sentence", f"{text}共12人{text}")):
        cell = table[column][0]
        assert cell.removeprefix("'") == meant.removeprefix("'") or cell == meant


@settings(deadline=None, max_examples=50)
@given(TEXTS, NAMES)
def test_xlsx_holds_texts_as_texts(text, name):
    report = made(text, name)
    book = openpyxl.load_workbook(io.BytesIO(shown("xlsx", report)))
    assert book.sheetnames == ["各篇对照", "原文出处", "文章", "注意"]
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type not in "sn" or cell.hyperlink]
    rows = list(book["原文出处"].values)
    control = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
    assert (rows[1][5] or "") == control.sub(lambda char: f"_x{ord(char[0]):04X}_", text)
    assert rows[0][:6] == ("finding", "field", "verdict", "severity", "confidence", "topic")
    assert [row[0] for row in rows[1:]] == ["f1", "f1", "f2", "f2", "f3", "f3"]


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_markdown_has_no_markup_of_the_articles(text):
    content = shown("markdown", made(text, draft="a1"))
    tags, kinds = set(), set()
    for token in (one for block in MARKDOWN.parse(content) for one in (block, *(block.children or ()))):
        kinds.add(token.type.removesuffix("_open").removesuffix("_close"))
        if token.type.startswith("html"):
            tags.add(token.content)
    assert tags <= {"<b>", "</b>", "<!-- -->"}
    ours = "heading paragraph inline text text_special strong em table thead tbody tr th td bullet_list list_item"
    assert kinds <= {*ours.split(), "html_inline", "softbreak"}


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_escaped_markdown_reads_as_the_text(text):
    def read(markdown):
        (_, inline, _) = MARKDOWN.parse(f"§ {markdown}")
        return "".join(token.content for token in inline.children if token.type != "html_inline")[1:].strip()

    kept = "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    assert read(escaped(text)) == " ".join(kept.split())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("findings", [True, False])
def test_no_text_is_too_strange(form, lang, findings):
    for text in ("\ud800", "\udcff", "a\u2029\x85b", "一" * 40_000, ""):
        report = made(
            text, path=f"{text[:30]}.md" if text != "\ud800" else "稿.md", **({} if findings else {"findings": ()})
        )
        for compared in (True, False):
            answer = reporter(form).report(report, View(lang, compared=compared))
            if form in ("sarif", "gitlab", "rdjson"):
                valid(form, answer)
            if isinstance(answer, str):
                answer.encode("utf-8", "replace")


def test_junit_never_is_empty():
    for compared, kind in ((True, []), (False, ["SystemErr"])):
        (suite,) = JUnitXml.fromstring(shown("junit", made("", findings=()), compared=compared).encode())
        assert len(list(suite)) == 1 and suite.errors == len(kind)


def test_junit_fails_what_makes_the_status_1():
    for failing, failures in ((None, 1), (frozenset(), 0), (frozenset({"f1"}), 1)):
        (suite,) = JUnitXml.fromstring(shown("junit", made("人数"), failing=failing).encode())
        assert (suite.failures, suite.skipped) == (failures, 2)


def test_what_nothing_was_compared_in_is_no_success():
    for compared in (True, False):
        (run,) = valid("sarif", shown("sarif", made("", findings=()), compared=compared))["runs"]
        assert run["invocations"][0]["executionSuccessful"] == compared


def test_agreement_passes_and_info_is_no_failure():
    report = made("人数")
    for verdict in ("agree", "unsupported"):
        one = replace(report.findings[2], verdict=verdict, severity="info")
        report_of_one = made("人数", findings=(one,))
        (run,) = valid("sarif", shown("sarif", report_of_one))["runs"]
        kinds = {"agree": ("pass", "none"), "unsupported": ("fail", "note")}
        assert (run["results"][0]["kind"], run["results"][0]["level"]) == kinds[verdict]
        (suite,) = JUnitXml.fromstring(shown("junit", report_of_one).encode())
        assert (suite.tests, suite.failures) == (1, 0)
        assert shown("github", report_of_one).startswith("::notice file=")


def test_a_waiver_in_an_article_is_a_suppression_in_source():
    report = made("人数")
    waiver = replace(report.findings[0].waiver, place="稿.md:2")
    finding = replace(report.findings[0], waiver=waiver)
    (run,) = valid("sarif", shown("sarif", made("人数", findings=(finding,))))["runs"]
    (suppression,) = run["results"][0]["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["location"]["physicalLocation"]["region"] == {"startLine": 2}


def test_the_workbook_is_the_same_on_every_run():
    assert shown("xlsx", made("人数")) == shown("xlsx", made("人数"))


def test_csv_for_a_console_of_another_encoding_has_no_mark():
    class Console(io.StringIO):
        encoding = "gbk"

    assert shown("csv", made("人数"), stream=Console()).startswith('"finding"')


def test_paths_are_relative_to_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for path, expected in [
        (str(tmp_path / "稿 1.md"), "%E7%A8%BF%201.md"), ("./a#b?.md", "a%23b%3F.md"), ("c:d.md", "c%3Ad.md"),
        ("-", "-"), ("../x/%.md", "../x/%25.md"), ("b\udcff.md", "b%FF.md"),
    ]:  # fmt: skip
        assert uri(path) == expected


def test_every_field_has_its_words():
    for table in (SHORT, HELP):
        assert set(table) == set(FIELDS) and all(set(words) == set(LANGUAGES) for words in table.values())
