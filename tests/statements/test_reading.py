"""An article as statements: each knows its place, its sentence, what it hangs on, and whose words it is."""

from datetime import datetime

import pytest

from consistency.articles import read_text
from consistency.articles.script import fold
from consistency.statements import read


def reading_of(text):
    return read(read_text(f"地震消息\n\n{text}", published=datetime(2026, 3, 6, 9)))


def statement(text, part):
    found = [one for one in reading_of(text).statements if part in one.clause]
    assert len(found) == 1
    return found[0]


def test_every_statement_stands_where_it_says(bundle):
    for article in bundle:
        reading = read(article)
        assert [fold(block.text) for block in article.blocks] == list(reading.texts)
        assert reading.statements
        for one in reading.statements:
            text = reading.texts[one.block]
            assert text[one.start : one.start + len(one.clause)] == one.clause
            assert text[one.sentence_start : one.sentence_start + len(one.sentence)] == one.sentence
            inside = one.sentence_start, one.sentence_start + len(one.sentence)
            assert inside[0] <= one.start and one.start + len(one.clause) <= inside[1]
            assert one.headline == (article.blocks[one.block].kind == "title")
            assert reading.statement_at(one.block, one.start) is one
            assert reading.statement_at(one.block, one.start + len(one.clause) - 1) is one


def test_sentences_are_numbered_through_the_article(bundle):
    for article in bundle:
        numbers = [one.number for one in read(article).statements]
        assert numbers == sorted(numbers) and set(numbers) == set(range(len(set(numbers))))


def test_quotations_stand_where_they_say(bundle):
    for article in bundle:
        reading = read(article)
        for one in reading.quotations:
            assert reading.texts[one.block][one.start : one.end] == one.text
            if one.speaker:
                said = reading.texts[one.speaker_block][one.speaker_start : one.speaker_end]
                assert said and (said in one.speaker or one.speaker in said)


def test_an_answer_hangs_on_its_question():
    assert "罚了多少" in statement("罚了多少？48万元。", "48万元").lead


def test_a_subject_is_carried_over_to_the_clauses_that_leave_it_out():
    text = "王海涛昨天到了青川县，走访了12户人家，晚上回到县城。次日下雨。"
    subjects = [one.subject for one in reading_of(text).statements if one.block == 1]
    assert subjects == ["王海涛", "王海涛", "王海涛", ""]


@pytest.mark.xfail(strict=False, reason="the subject of 应急管理部副部长王海涛 is taken to be 应急管理部")
def test_the_subject_of_a_person_with_a_post_is_the_person():
    assert statement("应急管理部副部长王海涛昨天到了青川县。", "到了").subject == "王海涛"


@pytest.mark.parametrize("text", [
    "应急管理部副部长王海涛说：“目前救援仍在进行，请大家不要传谣。”",
    "“目前救援仍在进行，请大家不要传谣。”应急管理部副部长王海涛说。",
    "王海涛是应急管理部副部长。他说：“目前救援仍在进行，请大家不要传谣。”",
    "應急管理部副部長王海濤說：「目前救援仍在進行，請大家不要傳謠。」",
])  # fmt: skip
def test_who_said_it(text):
    words = statement(text, "请大家")
    assert words.attribution is not None
    assert (words.attribution.source, words.attribution.direct) == ("王海涛", True)


def test_a_second_quotation_keeps_the_speaker():
    text = "县长李建国说：“目前救援仍在进行，请放心。”他又说：“明天上午会再次通报有关情况。”"
    assert [one.speaker for one in reading_of(text).quotations] == ["李建国", "李建国"]


def test_a_quotation_without_a_speaker_has_none():
    found = reading_of("街头有人写着：天凉了。墙上还有一句“好好活着就是最大的福气”。").quotations
    assert all(not one.speaker for one in found)


def test_a_turn_of_phrase_is_no_quotation():
    assert not reading_of("县长李建国称赞“地球号”是“海上明珠”。").quotations
