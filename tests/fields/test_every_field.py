"""The facts of each field in small sentences, and what holds for every fact of every article."""

from datetime import datetime

import pytest

from consistency.articles import read_text
from consistency.model.findings import FIELDS
from consistency.model.values import Duration, Quantity, Term, Timex
from consistency.pipeline import read_facts

LONGEST_VALUE = 40  # code points, by the contract
KINDS = {
    "quantity": ("figure", Quantity), "time": ("date", Timex), "duration": ("date", Duration),
    "quotation": ("attribution", Term), "act": ("attribution", Term), "post": ("person", Term),
    "holder": ("person", Term), "party": ("person", Term), "place": ("place", Term), "status": ("status", Term),
}  # fmt: skip


def facts_of(text):
    return read_facts(read_text(f"地震消息\n\n{text}", published=datetime(2026, 3, 6, 9)))


def test_every_fact_stands_where_it_says(bundle):
    for article in bundle:
        facts = read_facts(article)
        assert facts
        for fact in facts:
            assert article.text[fact.span.start : fact.span.end] == fact.text
            assert 0 < len(fact.span) <= LONGEST_VALUE
            block = article.blocks[fact.statement.block]
            assert block.span(fact.start, fact.end) == fact.span
            assert (fact.field, type(fact.value)) == KINDS[fact.kind]


def test_facts_are_in_the_order_of_the_text(bundle):
    for article in bundle:
        places = [(fact.statement.block, fact.start) for fact in read_facts(article)]
        assert places == sorted(places)


def test_no_fact_is_read_twice(bundle):
    for article in bundle:
        keys = [(fact.kind, fact.span, fact.value, fact.measure, fact.slot("name")) for fact in read_facts(article)]
        assert len(keys) == len(set(keys))


def test_facts_in_the_contracts_form(bundle):
    keys = {
        Quantity: {"low", "high", "unit", "mod"}, Duration: {"low", "high", "unit", "mod"},
        Timex: {"edtf", "start", "end", "grain", "mod"}, Term: {"text"},
    }  # fmt: skip
    for article in bundle:
        for fact in read_facts(article):
            shown = fact.to_dict()
            assert shown.keys() >= {"field", "start", "end", "text", "measure", "scope", "value"}
            assert shown["field"] in FIELDS and shown["value"].keys() >= keys[type(fact.value)]
            assert isinstance(shown["scope"], dict) and len(shown["scope"]) == len(fact.scope)


def test_all_fields_are_read_in_the_sample_data(rare_earth):
    assert {fact.field for article in rare_earth for fact in read_facts(article)} == set(FIELDS)


@pytest.mark.parametrize(("text", "kind", "value", "measure"), [
    ("事故造成12人死亡。", "quantity", "12人", "死亡"),
    ("事故造成12人死亡、38人受伤。", "quantity", "38人", "受伤"),
    ("全年进口稀土约1.26万吨。", "quantity", "约1.26万吨", "稀土"),
    ("罚了多少？48万元。", "quantity", "48万元", ""),
    ("救援于3月5日18时结束。", "time", "3月5日18时", "结束"),
    ("项目将在2026年内开工。", "time", "2026年内", "开工"),
    ("救援历时45分钟。", "duration", "45分钟", "历时"),
    ("海东矿产研究所副所长秦望舒到场。", "post", "副所长", "秦望舒"),
    ("海东矿产研究所副所长秦望舒到场。", "holder", "秦望舒", "副所长"),
    ("财务大臣片山皋月赴美，与白宫贸易代表磋商。", "party", "白宫贸易代表", "片山皋月"),
    ("县长李建国说：“目前救援仍在进行，请大家放心。”", "quotation", "李建国", "救援仍在进行"),
    ("省气象台发布暴雨红色预警。", "act", "省气象台", "发布"),
    ("据省统计局统计，粮食增产。", "act", "省统计局", "统计"),
    ("会议在日内瓦举行。", "place", "日内瓦", "举行"),
    ("地震发生在青川县乔庄镇。", "place", "青川县乔庄镇", "地震"),
])  # fmt: skip
def test_a_fact_of_each_kind(text, kind, value, measure):
    found = [fact for fact in facts_of(text) if fact.kind == kind and fact.text == value]
    assert len(found) == 1
    assert measure in found[0].measure


@pytest.mark.parametrize(("text", "state"), [
    ("二号线已经开工。", "done"),
    ("二号线将于明年开工。", "planned"),
    ("二号线尚未开工。", "undone"),
    ("原定的发布会取消。", "cancelled"),
    ("二号线暂停施工。", "suspended"),
    ("公司否认裁员。", "denied"),
    ("二号线尚未复工，此前已经停工。", "undone"),
])  # fmt: skip
def test_the_state_of_an_act(text, state):
    assert next(fact.value.text for fact in facts_of(text) if fact.kind == "status") == state


@pytest.mark.parametrize("text", [
    "第117号令开始施行。",
    "G1234次列车晚点。",
    "股票代码600519。",
    "新华社北京3月18日电 会议召开。",
    "截至3月5日18时，情况平稳。",
    "记者拨打12345热线。",
])  # fmt: skip
def test_what_only_looks_like_a_value(text):
    assert [fact.text for fact in facts_of(text) if fact.kind in ("quantity", "time", "duration")] == []


@pytest.mark.parametrize(
    "text",
    [
        "国足早早无缘2014巴西世界杯。",
        "明起分区供水，请用户今晚储水。",
        "据市城市交通规划研究院预测，客流约11万人次。",
    ],
)
def test_what_is_no_place_of_anything(text):
    assert [fact.text for fact in facts_of(text) if fact.kind == "place"] == []


def test_the_day_of_a_count_is_its_scope():
    fact = next(fact for fact in facts_of("截至3月5日18时，已有12人获救。") if fact.kind == "quantity")
    assert fact.slot("as_of") == "2026-03-05T18" and fact.as_of.end == datetime(2026, 3, 5, 18, 59, 59)


def test_the_value_is_the_rule_not_the_passage_around_it():
    long = "项目已经" + "按照此前公布的全部施工方案和各项安全要求" * 3 + "开工。"
    assert all(len(fact.span) <= LONGEST_VALUE for fact in facts_of(long))
