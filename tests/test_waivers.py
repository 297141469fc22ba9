"""Waivers: read from a file or a comment, applied, missed, expired, added."""

from datetime import date

import pytest

from consistency.articles import read_text
from consistency.errors import ConfigError
from consistency.model.findings import Coverage, Finding, Report, Waiver
from consistency.waivers import FILE, added, applied, find, of_article, of_file

ID, OTHER = "0123456789ab", "ba9876543210"
TODAY = date(2027, 3, 19)


def report(*ids):
    findings = tuple(Finding(one, "figure", "conflict", "error", 0.9, "人数", "说法不一", ()) for one in ids)
    return Report((), findings, Coverage(1, 1, 1, 1, 1))


def waiver(finding=ID, **more):
    return Waiver(finding, "更正", "李", **{"place": f"{FILE}:1", **more})


def test_a_waiver_holds_to_the_end_of_its_last_day():
    for expires, holds in ((None, True), (date(2027, 3, 20), True), (TODAY, True), (date(2027, 3, 18), False)):
        done = applied(report(ID, OTHER), [waiver(expires=expires)], TODAY)
        assert [one.settled for one in done.findings] == [holds, False]
        assert bool(done.notes) != holds
    assert "2027-03-18" in done.notes[0] and ID in done.notes[0] and f"{FILE}:1" in done.notes[0]


def test_a_waiver_that_matches_nothing_is_told_in_both_languages():
    zh, en = (applied(report(OTHER), [waiver()], TODAY, lang=lang).notes for lang in ("zh", "en"))
    assert "已无对应" in zh[0] and "matches nothing" in en[0]


def test_a_waiver_of_another_draft_is_not_missed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("x")
    done = [
        applied(report(), [waiver(draft=draft)], TODAY, "a.md").notes for draft in ("a.md", "b.md", "gone.md", None)
    ]
    assert [bool(notes) for notes in done] == [True, False, True, True]
    assert applied(report(), [waiver(draft="b.md", expires=date(2020, 1, 1))], TODAY, "a.md").notes == ()


def test_a_renewed_waiver_silences_the_expired_one():
    old, new = waiver(expires=date(2020, 1, 1)), waiver(place="x:9")
    for order in ([old, new], [new, old]):
        done = applied(report(ID), order, TODAY)
        assert done.findings[0].waiver == new and not done.notes


def test_of_a_file(tmp_path):
    text = added("# ours\n", waiver(expires=TODAY, false_alarm=True, draft="a.md"))
    text = added(text, Waiver(OTHER, '他说“是”，"yes"\n\\', "王\x1b[31m\u202e"))
    (tmp_path / FILE).write_text(text, "utf-8")
    one, other = of_file(str(tmp_path / FILE))
    assert (one.finding, one.reason, one.author, one.expires, one.false_alarm) == (ID, "更正", "李", TODAY, True)
    assert one.place.endswith(f"{FILE}:3") and one.draft and one.draft.endswith("a.md")
    assert (other.finding, other.reason, other.author) == (OTHER, '他说“是”，"yes" \\', "王[31m")
    assert text.startswith("# ours\n")
    (tmp_path / "x").mkdir()
    assert find(str(tmp_path / "x" / "a.md")).endswith(FILE)


@pytest.mark.parametrize(("text", "words"), [
    ("x", "is no TOML"),
    ("[waiver]\n", "write [[waiver]]"),
    ("[[waivers]]\n", "did you mean 'waiver'?"),
    ("[[waiver]]\nreason = 'r'\nauthor = 'a'", "without finding"),
    (f"[[waiver]]\nfinding = '{ID}'\nauthor = 'a'", "without reason"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = ' '\nauthor = 'a'", "without reason"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = 'r'", "without author"),
    ("[[waiver]]\nfinding = 'XYZ'\nreason = 'r'\nauthor = 'a'", "no finding's id"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = 'r'\nauthor = 'a'\nuntil = 'soon'", "no date"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = 'r'\nauthor = 'a'\nuntil = 3", "no date"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = 'r'\nauthor = 'a'\nfalse-alarm = 1", "true or false"),
    (f"[[waiver]]\nfinding = '{ID}'\nreason = 'r'\nauthor = 'a'\nuntill = 2027-01-01", "did you mean 'until'?"),
])  # fmt: skip
def test_a_broken_file_is_one_line(tmp_path, text, words):
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        of_file(str(tmp_path / FILE))
    assert words in str(caught.value) and str(caught.value).startswith(str(tmp_path / FILE))
    assert "\n" not in str(caught.value)


BODY = "截至3月19日10时，川西地震已造成12人遇难，38人受伤。"
COMMENT = f'<!-- consistency: waive {ID} reason="部里 更正" author=李 until=2027-03-19 -->'


def md(text, kind="md"):
    return read_text(text, path=f"a.{kind}", format=kind)


def test_of_a_comment():
    (one,) = of_article(md(f"{BODY}\n{COMMENT}\n"))
    assert one == Waiver(ID, "部里 更正", "李", TODAY, False, "a.md:2", "a.md")
    (one,) = of_article(md(f"<p>{BODY}</p><!--consistency:waive {ID}\n reason='r' author='a' false-alarm-->", "html"))
    assert (one.reason, one.author, one.expires, one.false_alarm) == ("r", "a", None, True)
    assert not of_article(md(f"{BODY}<!-- another comment -->"))
    assert not of_article(md(f"{BODY}\n{COMMENT}", "txt"))


@pytest.mark.parametrize(("comment", "words"), [
    ("<!-- consistency: wave x -->", "not understood"),
    ("<!-- consistency: waive -->", "not understood"),
    (f"<!-- consistency: waive {ID} -->", "without reason"),
    (f'<!-- consistency: waive {ID} reason="r" -->', "without author"),
    (f'<!-- consistency: waive {ID} reason="r author="a" -->', "not understood"),
    (f'<!-- consistency: waive {ID} raeson="r" author="a" -->', "did you mean 'reason'?"),
    (f'<!-- consistency: waive {ID} reason="r" author="a" until=soon -->', "no date"),
])  # fmt: skip
def test_a_broken_comment_is_one_line(comment, words):
    with pytest.raises(ConfigError) as caught:
        of_article(md(f"{BODY}\n\n{comment}\n"))
    assert words in str(caught.value) and str(caught.value).startswith("a.md:3: ")


LONG = COMMENT.replace(" reason", "\n  reason")
FRONT = "---\ntitle: 标题\noutlet: 新华社\n---\n"


def shown(article):
    for block in article.blocks:
        for at, char in enumerate(block.text):
            span = block.span(at, at + 1)
            assert char.isspace() or article.text[span.start : span.end] == char
    return [(block.kind, block.text) for block in article.blocks], article.title, article.outlet


@pytest.mark.parametrize("comment", [COMMENT, LONG], ids=["one line", "two lines"])
@pytest.mark.parametrize(("before", "after"), [
    ("", "截至"), ("受伤。", ""), ("受伤。\n", ""), ("受伤。\n\n", ""), ("受伤。\n\n", "第二"),
    ("第二段。", ""),
])  # fmt: skip
def test_a_comment_is_no_text_and_shifts_nothing_in_markdown(comment, before, after):
    text = f"{FRONT}{BODY}\n\n第二段。\n"
    at = text.index(before + after) + len(before)
    assert shown(md(text[:at] + comment + text[at:])) == shown(md(text))
    assert shown(md(text[:at] + comment + "\n" + text[at:])) == shown(md(text))
    assert shown(md(f"{comment}\n{text}")) == shown(md(text))
    assert shown(md(text.replace("地震", f"地震{COMMENT}"))) == shown(md(text))


@pytest.mark.parametrize("comment", [COMMENT, LONG], ids=["one line", "two lines"])
@pytest.mark.parametrize("before", ["", "<html>", "<head>", "<article>", "<p>", "地震", "受伤。", "</p>", "</html>"])
def test_a_comment_is_no_text_and_shifts_nothing_in_html(comment, before):
    text = (
        f"<html><head><title>标题</title></head><body><article><h1>川西地震标题</h1><p>{BODY}</p>"
        "<p>第二段说的是别的事情，共有5人参加。</p></article></body></html>"
    )
    at = text.index(before) + len(before)
    assert shown(md(text[:at] + comment + text[at:], "html")) == shown(md(text, "html"))
