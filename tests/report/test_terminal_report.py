"""The terminal report at fixed widths; `UPDATE_SNAPSHOTS=1 pytest tests/report` writes the snapshots anew."""

import io
import os
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
import sample_reports as samples
from rich.cells import cell_len
from rich.console import Console

from consistency.report import View, reporter, terminal
from consistency.report.terminal.page import line_starts, page_on
from consistency.report.words import LANGUAGES, WORDS

SNAPSHOTS = Path(__file__).parent / "snapshots"
NEVER_FIRST = "，。、；：？！）】》」”"


class Screen(io.StringIO):
    """A console of some encoding that a person watches."""

    encoding = "utf-8"

    def __init__(self, encoding="utf-8", tty=True):
        super().__init__()
        self.encoding, self.tty = encoding, tty

    def isatty(self):
        return self.tty


def lines(report, width, lang="zh", **view):
    return terminal.report(report, View(lang, None, width, **view))


@pytest.mark.parametrize(("name", "lang", "width", "hidden", "compared"), [
    ("quake", "zh", 80, 0, True),
    ("quake", "zh", 160, 0, True),
    ("quake", "en", 120, 2, True),
    ("checked", "zh", 80, 0, True),
    ("calm", "zh", 80, 0, True),
    ("calm", "en", 80, 3, True),
    ("empty", "zh", 80, 0, False),
    ("agreeing", "zh", 80, 0, True),
    ("settled", "zh", 80, 0, True),
    ("settled", "en", 120, 0, True),
])  # fmt: skip
def test_looks_as_it_did(name, lang, width, hidden, compared):
    shown = lines(getattr(samples, name.upper()), width, lang, hidden=hidden, narrowed=hidden > 0, compared=compared)
    snapshot = SNAPSHOTS / f"{name}-{lang}-{width}{f'-{hidden}' if hidden else ''}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 99, 100, 120, 160, 240])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_the_page_or_ends_in_blanks(width, lang):
    for report in (samples.QUAKE, samples.CHECKED, samples.EMPTY, samples.AGREEING, samples.SETTLED):
        for line in lines(report, width, lang).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


def test_no_line_of_a_sentence_begins_with_closing_punctuation():
    for width in range(50, 170, 7):
        for line in lines(samples.QUAKE, width).splitlines():
            assert not line.strip().startswith(tuple(NEVER_FIRST))


def test_markup_in_an_article_is_text():
    shown = lines(samples.QUAKE, 160)
    for text in ("[red]震惊[/red]！", "[red]告诉[/red]", "【[bold]白[/bold]村】", "<script>"):
        assert text in shown
    assert "\x1b" not in shown


def test_all_sides_and_places_are_shown():
    shown = lines(samples.QUAKE, 80)
    for finding in samples.QUAKE.findings:
        assert finding.message in shown
        for statement in finding.statements:
            assert f"{statement.path}:{statement.line}:{statement.column}" in shown


def test_a_copy_names_its_origin_and_its_sentence_is_not_repeated():
    shown = lines(samples.QUAKE, 80)
    assert shown.count("【12人】") == 1
    assert "quake/toutiao.txt:3:98 ≈ a1" in shown


def test_the_gravest_comes_first():
    backwards = replace(samples.QUAKE, findings=samples.QUAKE.findings[::-1])
    numbers = re.findall(r"── (\d) (\S+) ", lines(backwards, 80))
    assert numbers == [("1", "错误"), ("2", "警告"), ("3", "警告"), ("4", "提示")]


def test_how_much_of_the_draft_was_checked_is_said_first():
    assert lines(samples.SETTLED, 80).splitlines()[0] == (
        "稿件的 38 条事实中，29 条在来源里有对应；其余 9 条没有核对。"
    )
    assert lines(samples.SETTLED, 80, "en").startswith("29 of the draft's 38 facts have a counterpart in the sources;")


def test_what_is_settled_comes_last_with_its_reason():
    shown = lines(samples.SETTLED, 160)
    assert re.findall(r"── (\d) (\S+) ", shown) == [("1", "警告")]
    told = shown[shown.index("已处理 3 条") :].splitlines()[1:4]
    assert [line.partition(" — ")[2] for line in told] == [
        "误报：两次地震（王校对）",
        "放行：已向交通局核实 [bold]（李编辑）",
        "基线里已有",
    ]
    assert shown.rstrip().endswith(samples.NOTES[0])
    assert not re.search("^错误 ", shown, re.MULTILINE), "the counts are of what is left"


def test_nothing_left_is_not_nothing_found():
    shown = lines(samples.ALL_SETTLED, 80)
    assert "没有尚未处理的不一致之处。" in shown.splitlines() and "没有发现" not in shown


def test_a_wide_page_sets_the_sides_beside_each_other():
    assert re.search("甲 2027年3月20日.*乙 2027年3月19日", lines(samples.QUAKE, 160))
    assert not re.search("甲 2027年3月20日.*乙 2027年3月19日", lines(samples.QUAKE, 80))


def test_a_screen_gets_colour_and_no_brackets(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = terminal.report(samples.QUAKE, View("zh", Screen(), 80))
    assert "\x1b[" in shown and "【" not in shown
    assert re.search("\x1b\\[1;4;36m12人\x1b", shown)


def test_no_colour_gets_brackets(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = terminal.report(samples.QUAKE, View("zh", Screen(), 80))
    assert "【12人】" in shown and "\x1b[36m" not in shown and ";36m" not in shown


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "big5", "latin-1", "cp437"])
def test_a_screen_that_lacks_characters_gets_question_marks(encoding):
    shown = terminal.report(samples.QUAKE, View("zh", Screen(encoding, tty=False), 80))
    shown.encode(encoding)
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
    assert "quake/wire.md:7:98" in shown
    if encoding == "gbk":
        assert "【12人】" in shown and "错误" in shown
    if encoding == "ascii":
        assert "error conflict" in shown and "[12??]" in shown


def test_a_pipe_is_eighty_cells_wide(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    shown = terminal.report(samples.QUAKE, View("zh", Screen(tty=False)))
    assert max(cell_len(line) for line in shown.splitlines()) == 80


def test_long_sentences_are_cut_around_the_value():
    page = page_on(Console(file=io.StringIO(), width=80), View(), colour=False)
    sentence = "一" * 200 + "，" + "二" * 20 + "12人" + "三" * 200
    before, value, after = page.excerpt(sentence, (221, 224), 100)
    assert (before, value) == ("…" + "二" * 20, "12人")
    assert after.endswith("三…") and cell_len(before + value + after) <= 100
    assert page.excerpt("共12人。", (1, 4), 100) == ("共", "12人", "。")
    assert page.excerpt("", (0, 0), 100) == ("", "", "")


def test_lines_break_where_chinese_may_and_numbers_stay_whole():
    text = "截至2027年，共有12,345,678人（含“外地”）参加。"
    for width in range(12, 60):
        starts = line_starts(text, width)
        pieces = [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
        assert "".join(pieces) == text
        assert any("12,345,678" in piece for piece in pieces)
        assert not any(piece[0] in NEVER_FIRST or piece[-1] in "（“" for piece in pieces)


def test_a_value_is_not_broken_over_lines():
    text = "据省应急管理厅通报，地震共造成三十五人遇难。"
    value = (text.index("三"), text.index("遇"))
    for width in range(10, 50):
        assert not any(value[0] < start < value[1] for start in line_starts(text, width, value))
    assert line_starts("一二三四五六", 4, (0, 6)) == [2, 4]


def test_long_paths_lose_their_first_folders():
    page = page_on(Console(file=io.StringIO(), width=80), View(), colour=False)
    assert page.file_name("data/gold/quake/wire.md", 23) == "data/gold/quake/wire.md"
    assert page.file_name("data/gold/quake/wire.md", 20) == "…/gold/quake/wire.md"
    assert page.file_name("data/gold/quake/wire.md", 3) == "…/wire.md"


def test_an_article_that_says_it_twice_is_quoted_once():
    again = replace(samples.DEATHS.statements[1], line=20, column=3)
    finding = replace(samples.DEATHS, statements=(*samples.DEATHS.statements, again))
    shown = lines(replace(samples.QUAKE, findings=(finding,)), 80)
    assert "quake/晚报.html:12:15 20:3" in shown and shown.count("【十五人】") == 1


def test_the_picture_is_an_image_that_fetches_nothing():
    for _ in range(2):
        svg = terminal.picture(samples.QUAKE, View())
        root = ET.fromstring(svg)
        assert root.tag.endswith("svg")
        assert "font-face" not in svg and "url(http" not in svg
        words = "".join(node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text"))
        assert "遇难人数" in words and "<script>" in words
    assert svg == terminal.picture(samples.QUAKE, View())


def test_every_word_exists_in_every_language():
    for key, words in WORDS.items():
        assert set(words) == set(LANGUAGES), key
        assert len({frozenset(re.findall(r"\{\w+\}", text)) for text in words.values()}) == 1, key


def test_formats_are_modules():
    for name in ("terminal", "json"):
        module = reporter(name)
        assert callable(module.report) and callable(module.facts)
