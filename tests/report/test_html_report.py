"""The HTML report, read by a real browser: Debian's Chromium, driven by Playwright; without it these tests skip."""

import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from html.parser import HTMLParser

import pytest
import sample_reports as samples

from consistency.model.findings import Coverage, Finding, Report, Source, Stated, Step, Waiver
from consistency.model.text import Article, Block, Span
from consistency.report import View, html
from consistency.report.words import LANGUAGES
from consistency.report.words_html import PAGE
from tests.bundles import GOLD, RARE_EARTH, ROOT, report_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def written(folder, report, lang="zh", **view):
    target = folder / "report.html"
    target.write_bytes(html.report(report, View(lang, **view)))
    return target


def run(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "consistency", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done


# --- what the file says, without a browser ---------------------------------------------------------------------------


class Outline(HTMLParser):
    """The elements of a page, the text in each `article`, and whatever could run or fetch."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.odd, self.texts = Counter(), Counter(), set(), [], {}
        self.article = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        for name, value in attrs:
            if name == "id":
                self.ids[value] += 1
            if name == "href" and value.startswith("#"):
                self.links.add(value[1:])
            elif name in ("href", "src", "style", "action", "srcdoc", "data") or name.startswith("on"):
                self.odd.append((tag, name, value))
        if tag == "article":
            self.article = dict(attrs)["id"]

    def handle_endtag(self, tag):
        if tag == "article":
            self.article = None

    def handle_data(self, data):
        if self.article:
            self.texts[self.article] = self.texts.get(self.article, "") + data


@pytest.mark.parametrize("report", [
    *(getattr(samples, name) for name in ("QUAKE", "CALM", "EMPTY", "AGREEING")),
    *(report_of(bundle) for bundle in (RARE_EARTH, GOLD / "three-quakes", GOLD / "taiwan-storm")),
])  # fmt: skip
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_leads_somewhere_and_nothing_else_can_run(report, lang):
    page = html.report(report, View(lang)).decode()
    outline = Outline(page)
    assert outline.links <= set(outline.ids)
    assert {name for name, count in outline.ids.items() if count > 1} == set()
    assert outline.odd == [("link", "href", "data:,")]
    assert outline.tags["script"] == outline.tags["style"] == 1
    assert html.report(report, View(lang)).decode() == page
    for source in report.sources:
        for block in source.article.blocks:
            assert block.text.replace("\u200e", "") in outline.texts[source.article.id]


def test_every_statement_is_marked_in_its_article():
    report = report_of(RARE_EARTH)
    page = html.page_of(report, "zh")
    pieces = {
        shown.source.article.id: [piece for paragraph in shown.paragraphs for piece in paragraph.pieces]
        for shown in page.articles
    }
    for card in page.cards:
        for side in card.sides:
            for place in side.places:
                row = pieces[place.source.article.id]
                first = next(n for n, piece in enumerate(row) if piece.mark and piece.mark.id == place.anchor)
                text = ""
                while len(text) < place.statement.mark[1] - place.statement.mark[0]:
                    assert card.number in {claim.finding for claim in row[first].mark.claims}
                    text += row[first].text
                    first += 1
                assert text == place.statement.sentence[slice(*place.statement.mark)]


def test_a_screen_of_another_encoding_gets_the_same_utf8(rare_earth_file):
    command = [sys.executable, "-m", "consistency", "report", RARE_EARTH, "--all", "--lang", "zh", "--format", "html"]
    environment = {"PYTHONIOENCODING": "gbk", "PATH": ""}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env=environment)
    assert done.stdout == rare_earth_file.read_bytes() and "山海夜谈" in done.stdout.decode()


def test_every_word_of_the_page_stands_in_both_languages():
    for key, words in PAGE.items():
        assert list(words) == list(LANGUAGES), key
        assert len({frozenset(re.findall(r"{\w+}", text)) for text in words.values()}) == 1, key


def test_a_sentence_with_several_values_is_shown_once_all_of_them_marked():
    card = html.page_of(EVERYTHING, "zh").cards[0]
    (total,), parts = (side.places for side in card.sides)
    assert total.excerpt == (
        ("地震造成", None), ("12人", "甲"), ("遇难，其中镇区", None), ("5人", "乙"), ("、村里", None), ("9人", "乙"),
        ("。", None),
    )  # fmt: skip
    assert [place.excerpt for place in parts] == [(), ()]


def test_a_very_long_sentence_is_cut_around_its_values():
    article = draft_of("零" * 900 + "12人" + "一" * 900 + "5人" + "二" * 900)
    sentence = article.blocks[0].text
    finding = replace(SUM, statements=(said(article, sentence, "12人", "a"), said(article, sentence, "5人", "b")))
    report = Report((Source(article, 2),), (finding,), Coverage(1, 1, 2, 1, 1))
    excerpt = "".join(text for text, _ in html.page_of(report, "zh").cards[0].sides[0].places[0].excerpt)
    assert excerpt == "…" + "零" * 150 + "12人" + "一" * 150 + "…" + "一" * 150 + "5人" + "二" * 150 + "…"


# --- in the browser --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield browser
        browser.close()


@contextmanager
def reading(browser, file, **options):
    """The page of a file; nothing is on the console, nothing goes wrong and nothing is fetched while it is read."""
    context = browser.new_context(**{"viewport": DESK, **options})
    page = context.new_page()
    wrong = []

    def own(url):
        return url.startswith((file.as_uri(), "data:", "about:"))

    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on(
        "request",
        lambda request: None if request.url.startswith((file.as_uri(), "data:")) else wrong.append(request.url),
    )
    page.goto(file.as_uri())
    yield page
    context.close()
    assert not wrong


@cache
def _command_output(folder):
    target = folder / "rare-earth.html"
    run("report", RARE_EARTH, "--all", "--lang", "zh", "--format", f"html:{target}")
    return target


@pytest.fixture
def rare_earth_file(tmp_path_factory):
    return _command_output(tmp_path_factory.getbasetemp())


def visible(page, selector):
    return page.locator(selector).filter(visible=True).count()


def open_finding(page, number):
    """The finding, after a click on it."""
    page.locator(f".finding[data-n='{number}'] .jump").click()
    page.wait_for_selector(f".finding.active[data-n='{number}']")
    return page.locator(f".finding[data-n='{number}']")


def in_sight(page, selector):
    """Whether the first such element stands within its article's column and within the window."""
    return page.evaluate(
        """selector => {
            const mark = document.querySelector(selector), at = mark.getBoundingClientRect();
            const box = mark.closest(".article").getBoundingClientRect();
            return at.height > 0 && at.top >= Math.max(box.top, 0) && at.bottom <= Math.min(box.bottom, innerHeight)
                && at.left >= 0 && at.right <= innerWidth;
        }""",
        selector,
    )


def test_it_opens_on_the_gravest_finding(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file) as page:
        assert visible(page, ".detail") == 1
        assert page.locator(".finding.active .topic").inner_text() == "日本进口稀土"
        assert visible(page, ".article") == 2
        assert in_sight(page, "#a1 .mark.on") and in_sight(page, "#a3 .mark.on")
        assert page.locator(".mark.on").first.get_attribute("data-label") == "1甲"
        conflicts = page.locator("[data-severity=error], [data-severity=warning]").count()
        assert conflicts and page.title() == f"核对报告 · {conflicts} 处不一致"


def test_a_click_brings_both_articles_to_the_place_and_shows_the_evidence(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file, viewport={"width": 1200, "height": 500}) as page:
        disputes = page.locator(".finding[data-severity=error], .finding[data-severity=warning]").count()
        for number in (2, disputes - 1, disputes, 3):
            finding = open_finding(page, number)
            assert page.locator(".detail:visible").count() == 1
            assert finding.locator(".evidence").is_visible()
            letters = finding.locator("[data-article]").evaluate_all("all => all.map(one => one.dataset.letter)")
            assert visible(page, ".article") == len(set(letters)) == 2
            for article in page.locator(".article:visible").evaluate_all("all => all.map(one => one.id)"):
                assert in_sight(page, f"#{article} .mark.on"), (number, article)
        finding.locator(".place").last.click()
        assert page.evaluate("location.hash").startswith("#ma")


def test_a_click_on_a_mark_opens_its_finding_and_the_article_stays(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file) as page:
        page.locator(".picker [data-article=a4]").click()
        page.locator("#a4 .mark.error").nth(1).click()
        number = page.locator("#a4 .mark.error").nth(1).get_attribute("data-n").split()[0]
        page.wait_for_selector(f".finding.active[data-n='{number}']")
        assert page.locator("#a4").is_visible() and in_sight(page, "#a4 .mark.on")


def test_a_link_into_the_report_opens_what_it_names(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file) as page:
        one = page.locator(".finding").nth(4).get_attribute("id")
        page.goto("about:blank")
        page.goto(f"{rare_earth_file.as_uri()}#{one}")
        assert page.locator(".finding.active").get_attribute("id") == one
        page.goto(f"{rare_earth_file.as_uri()}#a2")
        page.wait_for_selector("#a2:visible")
        page.goto(f"{rare_earth_file.as_uri()}#no-such-place")
        page.goto(f"{rare_earth_file.as_uri()}#table")
        page.wait_for_selector("#table:visible")
        assert not page.locator("#articles").is_visible()


def test_filters_by_field_severity_article_and_words(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file) as page:
        count = page.locator(".finding").count()
        page.locator("[data-value=figure]").click()
        figures = visible(page, ".finding")
        assert 0 < figures < count and visible(page, ".finding:not([data-field=figure])") == 0
        assert page.locator("[role=status]").inner_text() == f"显示 {figures} 条，共 {count} 条"
        page.locator("[data-value=date]").click()
        assert visible(page, ".finding") > figures
        page.locator("[data-value=error]").click()
        assert visible(page, ".finding") == visible(page, ".finding[data-severity=error]") == 3
        assert page.locator(".mark.person:not(.off), .mark.warning:not(.off)").count() == 0
        page.locator("#of").select_option("a2")
        assert visible(page, ".finding") == visible(page, ".finding[data-articles~=a2]") == 2
        page.locator(".clear").click()
        assert visible(page, ".finding") == count
        page.locator("#words").fill("秦望舒")
        assert 0 < visible(page, ".finding") < 6
        page.locator("#words").fill("没有这样的词")
        assert visible(page, ".finding") == 0 and page.locator(".none").is_visible()


def test_the_keyboard_alone_will_do(chromium, rare_earth_file):
    focused = "document.activeElement.closest('.finding')?.dataset.n"
    with reading(chromium, rare_earth_file) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate(focused) == "3"
        page.keyboard.press("k")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        assert page.evaluate(focused) == "2"
        assert page.locator(".finding.active").get_attribute("data-n") == "1"
        page.keyboard.press("Enter")
        page.wait_for_selector(".finding.active[data-n='2']")
        assert in_sight(page, "#a2 .mark.on")
        assert page.locator(".finding.active .jump").get_attribute("aria-expanded") == "true"
        page.keyboard.press("/")
        page.keyboard.type("jk秦望舒")
        assert page.locator("#words").input_value() == "jk秦望舒"
        page.keyboard.press("Escape")
        assert page.locator(".finding[hidden]").count() == 0
        assert page.locator("#words").input_value() == "" and page.evaluate(focused) == "2"


def test_the_table_holds_what_each_article_says(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file) as page:
        page.locator("nav a[href='#table']").click()
        row = page.locator(".topics tr[data-n='1'] td").all_inner_texts()
        assert [cell.strip() for cell in row] == ["甲 1.26万吨", "", "乙 1.62万吨", "甲 12600吨"]
        page.locator(".topics tr[data-n='1'] td a").nth(2).click()
        page.wait_for_selector("#a4 .mark.on:visible")
        assert in_sight(page, "#a4 .mark.on")


def test_on_a_phone_a_tap_shows_the_passages_and_another_the_place(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file, viewport=PHONE, is_mobile=True, has_touch=True) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visible(page, ".detail") == 0 and visible(page, ".article") == 0
        page.locator(".jump").nth(1).tap()
        page.wait_for_selector(".finding.active[data-n='2']")
        assert visible(page, "blockquote") == 4
        page.locator(".finding.active .place").last.tap()
        page.wait_for_selector("#a2:visible")
        assert visible(page, ".article") == 1 and in_sight(page, "#a2 .mark.on")
        page.go_back()
        page.wait_for_selector(".finding.active:visible")
        page.locator(".finding.active .jump").tap()
        page.wait_for_function("!document.querySelector('.finding.active')")
        for part in ("articles", "table", "overview"):
            page.locator(f"nav a[href='#{part}']").tap()
            page.wait_for_selector(f"#{part}:visible")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), part


def test_without_scripts_all_is_there(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file, java_script_enabled=False) as page:
        assert visible(page, ".detail") == page.locator(".finding").count()
        assert visible(page, ".article") == 4 and visible(page, ".topics") == 1 and visible(page, ".sources") == 1
        assert visible(page, "button, input, select") == 0
        page.locator(".place").nth(1).click()
        assert re.search("#ma[0-9]", page.url)


def test_on_paper_the_articles_follow_the_findings_and_the_marks_stay(chromium, rare_earth_file):
    with reading(chromium, rare_earth_file, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert visible(page, ".article") == 4 and visible(page, ".detail") == page.locator(".finding").count()
        assert visible(page, "button, input, select, nav a") == 0
        tops = [page.locator(f"#{part}").bounding_box()["y"] for part in ("overview", "findings", "table", "articles")]
        assert tops == sorted(tops)
        mark = page.locator("#a1 .mark.error").first
        style = mark.evaluate(
            "one => { const s = getComputedStyle(one); return [s.textDecorationLine, s.color, s.printColorAdjust] }"
        )
        assert style == ["underline", "rgb(0, 0, 0)", "exact"]
        assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_that_keeps_people_from_reading_it(chromium, tmp_path, scheme, window):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with reading(
        chromium, written(tmp_path, EVERYTHING, explain=True), color_scheme=scheme, viewport=window, bypass_csp=True
    ) as page:
        for part in ("findings", "articles", "table", "overview"):
            page.evaluate(f"location.hash = '{part}'")
            if part == "findings":
                page.locator(".jump").first.click()
            page.wait_for_timeout(30)
            found = axe.run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == [], part


# --- all that a report can hold --------------------------------------------------------------------------------------


def draft_of(*sentences):
    """A draft of these sentences, a paragraph each."""
    text = "\n".join(sentences)
    blocks = tuple(Block("paragraph", one, text.index(one)) for one in sentences)
    return Article("草稿/稿件.md", text, blocks, "a1", "川西地震稿", "本报", None)


def said(article, sentence, value, group, occurrence=0):
    start = [match.start() for match in re.finditer(re.escape(value), sentence)][occurrence]
    at = article.text.index(sentence) + start
    return Stated(article.id, article.path, Span(at, at + len(value)), *article.position(at), value, value, sentence,
                  (start, start + len(value)), group)  # fmt: skip


LINES = ("地震造成12人遇难，其中镇区5人、村里9人。", "震中位于岩口乡。", "全县学校已复课。", "道路20日抢通。")
DRAFT = draft_of(*LINES)
OTHER = replace(draft_of("震中位于青石镇。", "省道20日抢通。"), id="a2", path="b.md", outlet="晚报", title="晚报稿")
AWAY = replace(draft_of("另一地下了大雨。"), id="a3", path="c.md", outlet=None, title=None)
SUM = Finding(
    "sum1", "figure", "conflict", "error", 0.97, "遇难人数", "各部分相加是14人，总数是12人",
    (said(DRAFT, LINES[0], "12人", "a"), said(DRAFT, LINES[0], "5人", "b"), said(DRAFT, LINES[0], "9人", "b")),
    ("镇区5人、村里9人",), "disjoint", (Step("prior", "", -2.0), Step("digits", "same", 6.0), Step("kind", "x", 0.01)),
)  # fmt: skip
PLACE = Finding(
    "place1", "place", "conflict", "warning", 0.7, "震中", "说法不一",
    (said(OTHER, "震中位于青石镇。", "青石镇", "a"), said(DRAFT, LINES[1], "岩口乡", "b")), ("两个值不能同时成立",),
)  # fmt: skip
ALONE = Finding(
    "alone1", "status", "unsupported", "info", 0.6, "复课", "来源中没有", (said(DRAFT, LINES[2], "已复课", "a"),)
)
SAME = Finding(
    "same1", "date", "agree", "info", 0.9, "抢通", "各处一致",
    (said(DRAFT, LINES[3], "20日", "a"), said(OTHER, "省道20日抢通。", "20日", "a")),
)  # fmt: skip
WAIVED = replace(PLACE, id="place2", waiver=Waiver("place2", "村属两乡", "李编辑", date(2027, 5, 1), True, "w.toml:3"))
KNOWN = replace(SUM, id="sum2", baseline="known")
EVERYTHING = Report(
    (Source(DRAFT, 7), Source(OTHER, 4), Source(AWAY, 1)),
    (SUM, PLACE, ALONE, SAME, WAIVED, KNOWN),
    Coverage(3, 7, 12, 4, 9, (("figure", 3),), (7, 3)),
    "a1",
    (("a1", "a2"), ("a3",)),
    ("豁免 x1 已经过期",),
)


def test_a_sum_that_does_not_add_up_stands_in_one_article(chromium, tmp_path):
    with reading(chromium, written(tmp_path, EVERYTHING)) as page:
        assert page.locator(".finding.active .summary").inner_text() == "各部分相加是14人，总数是12人"
        assert page.locator(".article:visible").evaluate_all("all => all.map(one => one.id)") == ["a1"]
        assert page.locator("#a1 .mark.on").all_inner_texts() == ["12人", "5人", "9人"]
        assert [mark.get_attribute("data-label") for mark in page.locator("#a1 .mark.on").all()] == [
            "1甲",
            "1乙",
            "1乙",
        ]


def test_the_draft_stays_on_the_left(chromium, tmp_path):
    with reading(chromium, written(tmp_path, EVERYTHING)) as page:
        for number in range(1, 7):
            open_finding(page, number)
            boxes = [one.bounding_box()["x"] for one in page.locator(".article:visible").all()]
            assert page.locator("#a1").is_visible() and boxes[0] == min(boxes)
        values = [text.strip() for text in page.locator(".finding[data-n='2'] .value").all_inner_texts()]
        assert values == ["甲 岩口乡 稿件", "乙 青石镇"]


def test_what_is_settled_noted_and_covered_is_told(chromium, tmp_path):
    with reading(chromium, written(tmp_path, EVERYTHING, explain=True, hidden=3)) as page:
        reasons = page.locator(".group.settled .reason").all_inner_texts()
        assert reasons == ["误报 村属两乡 — 李编辑 · 有效至 2027-05-01 · w.toml:3", "基线中已有"]
        assert page.locator(".notice:visible").all_inner_texts() == [
            "稿件的 7 条事实中，3 条在来源里有对应；其余 4 条没有核对。", "请注意\n豁免 x1 已经过期",
        ]  # fmt: skip
        weights = page.locator(".finding.active .weights tr").all_inner_texts()
        assert weights[1:] == [
            "起点：任意两处的可能性\t\t-2.00",
            "数字的写法\tsame\t+6.00",
            "其余 1 项\t\t+0.01",
            "合计\t98%\t+4.01",
        ]
        page.locator("nav a[href='#overview']").click()
        told = page.locator("#overview").inner_text()
        assert "事件 2" in told and "另有 3 条结果没有列出" in told and "3 篇文章 7 句" in told


def test_a_copy_is_told_as_one_origin(chromium, tmp_path):
    with reading(chromium, written(tmp_path, samples.QUAKE, "en")) as page:
        assert page.locator("#a3 > header").inner_text().count("copy of a1, one origin") == 1
        assert "copy of a1" in page.locator("#findings").inner_text()
        assert page.locator(".finding.active blockquote").count() == 2  # the copy's sentence is not repeated


def test_nothing_found_is_said(chromium, tmp_path):
    for report, view, words in (
        (samples.CALM, {}, "没有发现不一致之处。"),
        (samples.CALM, {"narrowed": True}, "所选范围内没有发现不一致之处。"),
        (samples.EMPTY, {"compared": False}, "这不算通过。"),
    ):
        with reading(chromium, written(tmp_path, report, **view)) as page:
            assert words in page.locator("#findings").inner_text()
            page.keyboard.press("j")
            page.keyboard.press("/")
            page.keyboard.press("Escape")


# --- texts that are no friends ---------------------------------------------------------------------------------------

HOSTILE = {
    "wire.md": """---
title: '<script>window.hacked=1</script> "onmouseover="window.hacked=1" </title></style><svg onload=window.hacked=1>'
outlet: '"><img src=x onerror=window.hacked=1>{{7*7}}'
---
1月10日，海东市发生火灾，造成12人死亡，"onmouseover=window.hacked=1 x="过火面积达到300亩。

消防局局长张大山说，损失\u202e123\u202c4.5万元，[red]{{ 7*7 }}{% raw %}。1月12日，海东市复工。
""",
    "late.txt": """海东市火灾<script>window.hacked=1</script>
1月10日，海东市发生火灾，造成15人死亡"onmouseover=window.hacked=1 x="，过火面积达到500亩。</style><script>x()</script>
消防局局长张大川说，损失34.5万元，'><svg/onload=window.hacked=1>{{7*7}}${7*7}&#60;script&#62;</article></main><!--
1月14日，海东市复工\x1b[31m。
""",
    '"><svg onload=window.hacked=1>.txt': "1月10日，海东市发生火灾，造成18人死亡。\n1月15日，海东市复工。\n",
}


@pytest.fixture
def hostile_file(tmp_path):
    folder = tmp_path / "<b>'articles\"&"
    folder.mkdir()
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, "utf-8")
    run("report", folder, "--all", "--explain", "--lang", "zh", "--format", f"html:{tmp_path / 'report.html'}")
    return tmp_path / "report.html"


def test_an_articles_markup_is_text_and_does_nothing(chromium, hostile_file):
    with reading(chromium, hostile_file) as page:
        assert page.locator(".finding").count() >= 3
        for part in ("overview", "table", "articles"):
            page.locator(f"nav a[href='#{part}']").click()
        for mark in page.locator(".mark").evaluate_all("all => all.map(one => one.id)"):
            page.evaluate(f"location.hash = '{mark}'")
            page.wait_for_selector(f"#{mark}:visible")
            page.locator(f"#{mark}").hover()
        page.set_viewport_size(PHONE)
        page.emulate_media(media="print")
        words = page.locator("#articles").inner_text()
        for text in (
            "<script>window.hacked=1</script>", '"onmouseover=window.hacked=1', "{{7*7}}${7*7}&#60;script&#62;",
            "</article></main>", "[red]{{ 7*7 }}{% raw %}", "损失1234.5万元",
        ):  # fmt: skip
            assert text in words, text
        assert "\u202e" not in page.content()
        assert page.evaluate("window.hacked") is None


def test_a_script_that_got_in_all_the_same_does_not_run(chromium, rare_earth_file, tmp_path):
    """If escaping failed one day: the page's own policy runs nothing but its own script."""
    page = rare_earth_file.read_text("utf-8")
    for number, found in enumerate((
        "<script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>",
        "<b onmouseover=window.hacked=1 style='position:fixed;inset:0'>x</b>",
    )):  # fmt: skip
        file = tmp_path / f"{number}.html"
        file.write_text(page.replace("<main>", f"<main>{found}"), "utf-8")
        context = chromium.new_context()
        shown = context.new_page()
        refused = []
        shown.on("console", lambda message, refused=refused: refused.append(message.text))
        shown.goto(file.as_uri())
        shown.mouse.move(300, 300)
        assert refused and all("Content Security Policy" in line or "ERR_" in line for line in refused)
        assert shown.evaluate("window.hacked") is None and shown.locator(".finding.active").count() == 1
        context.close()


@pytest.mark.parametrize("paragraph", [60, 700_000], ids=["lines", "one-line"])
def test_an_article_of_two_megabytes_opens_and_jumps(chromium, tmp_path, paragraph):
    body = "灾区道路正在抢修之中无数据可查" * 46_000
    lines = [body[at : at + paragraph] for at in range(0, len(body), paragraph)]
    long = draft_of("地震造成12人遇难。")
    text, blocks = "", []
    for line in [*lines, "地震造成12人遇难。"]:
        blocks.append(Block("paragraph", line, len(text)))
        text += line + "\n"
    long = replace(long, text=text, blocks=tuple(blocks))
    other = replace(draft_of("地震造成15人遇难。"), id="a2")
    deaths = replace(
        PLACE,
        statements=(said(long, "地震造成12人遇难。", "12人", "a"), said(other, "地震造成15人遇难。", "15人", "b")),
    )
    file = written(tmp_path, Report((Source(long, 1), Source(other, 1)), (deaths,), Coverage(2, 2, 2, 1, 1)))
    assert file.stat().st_size > 2_000_000
    with reading(chromium, file) as page:
        start = time.perf_counter()
        page.locator(".jump").click()
        page.wait_for_function("document.querySelector('.mark.on').getBoundingClientRect().top < innerHeight")
        assert in_sight(page, "#a1 .mark.on") and in_sight(page, "#a2 .mark.on")
        assert time.perf_counter() - start < 20
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
