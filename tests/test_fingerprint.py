"""A finding's id: what leaves it as it is, and what makes another one of it."""

import consistency
from consistency.articles import read_text
from consistency.fingerprint import fingerprint
from consistency.model.findings import Stated
from consistency.model.text import Span

HEAD = "---\ntitle: 川西发生5.8级地震\noutlet: {}\npublished: 2027-03-19T10:42:00+08:00\n---\n"
WIRE = HEAD.format("新华社") + "截至3月19日10时，川西地震已造成12人遇难，38人受伤。\n"
DRAFT = HEAD.format("本报") + "截至3月19日10时，川西地震已造成15人遇难，38人受伤。\n"
MORE = "\n受灾群众已转移到三处安置点，气象部门预计今晚没有雨。\n"
ELSEWHERE = (
    HEAD.format("晚报").replace("川西发生5.8级地震", "咖啡馆开张") + "街角的咖啡馆昨天开张，老板娘请了30位客人。\n"
)


def article(text, path):
    return read_text(text, path=path, format="md")


def conflicts(draft=DRAFT, *sources, folder="", name="draft.md"):
    texts = sources or (WIRE,)
    others = [article(text, f"{folder}s{number}.md") for number, text in enumerate(texts)]
    report = consistency.check(article(draft, folder + name), others)
    return {one.id for one in report.findings if one.verdict == "conflict"}


def test_edits_elsewhere_change_no_id():
    ids = conflicts()
    assert len(ids) == 1
    assert conflicts(DRAFT + MORE) == ids
    assert conflicts(DRAFT.replace("---\n截至", "---\n" + MORE + "\n截至")) == ids
    assert conflicts(DRAFT, WIRE + MORE) == ids
    assert conflicts(DRAFT, WIRE, ELSEWHERE) == conflicts(DRAFT, ELSEWHERE, WIRE) == ids
    assert conflicts(folder="2027/quake/") == conflicts(name="draft-v2.md") == ids
    assert conflicts(DRAFT.replace("10时，川西", "10时，**川西**")) == ids
    assert conflicts("\n\n" + DRAFT.replace("\n", "\r\n")) == ids
    waived = "<!-- consistency: waive 0123456789ab reason=“r” -->"
    assert conflicts(DRAFT.replace("受伤。", f"受伤。{waived}")) == conflicts(f"{waived}\n{DRAFT}") == ids


def test_an_edit_of_what_is_set_against_what_is_another_finding():
    ids = conflicts()
    assert conflicts(DRAFT.replace("15人", "16人")).isdisjoint(ids)
    assert conflicts(DRAFT, WIRE.replace("12人", "11人")).isdisjoint(ids)


def test_a_report_and_a_check_give_one_id():
    report = consistency.compare([article(WIRE, "a.md"), article(DRAFT, "b.md")])
    assert conflicts() == {one.id for one in report.findings if one.verdict == "conflict"}


def stated(sentence, start, end, **more):
    about = {"article": "a1", "path": "a.md", "span": Span(0, 1), "line": 1, "column": 1, "value": "", "group": "a"}
    return Stated(**{**about, "text": sentence[start:end], "sentence": sentence, "mark": (start, end), **more})


def test_two_equal_values_of_one_sentence_are_told_apart():
    sentence = "12人死亡，12人受伤"
    one, two = stated(sentence, 0, 3), stated(sentence, 6, 9)
    assert one.text == two.text and fingerprint("figure", [one]) != fingerprint("figure", [two])
    assert fingerprint("figure", [one]) != fingerprint("person", [one])
    assert fingerprint("figure", [one, two]) == fingerprint("figure", [two, one])


def test_lines_paths_and_blanks_do_not_count():
    one = stated("共12 人 遇难", 1, 5, path="x/a.md", line=7)
    assert fingerprint("figure", [one]) == fingerprint("figure", [stated("共 12人遇难", 1, 5)])
    assert fingerprint("figure", [stated("\ud800共12人", 2, 5)])
