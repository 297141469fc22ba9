"""What the user is told: the tables of DESIGN section 4 from text to verdict, and what holds for every finding."""

import string
from datetime import datetime

import pytest

from consistency import check, compare
from consistency.articles import read_text
from consistency.model.findings import FIELDS, SEVERITIES
from consistency.model.settings import ERROR
from consistency.model.text import Article

EARLIER, LATER = datetime(2026, 3, 5, 9), datetime(2026, 3, 7, 9)
GRAVE = ("conflict", "update")


def article(text, outlet, published=LATER) -> Article:
    return read_text(text, path=f"{outlet}.txt", outlet=outlet, published=published)


def findings(a, b, published=(LATER, LATER)):
    """The findings on two texts that stand in two newspapers."""
    return compare([article(a, "甲报", published[0]), article(b, "乙报", published[1])]).findings


def test_the_evidence_of_a_toll_is_that_it_is_one():
    told = findings("列车相撞，截至28日，受伤247人。", "列车相撞，到发稿时伤者416人。")
    (one,) = (finding for finding in told if finding.verdict in GRAVE)
    assert one.evidence[0] == "都是整个事件里同一类伤亡的人数"


@pytest.mark.parametrize(("a", "b"), [
    ("事故造成12人受伤。", "事故造成3人死亡。"),
    ("全省转移群众326人。", "全市转移群众45人。"),
    ("三个中心城区新房去化周期约为13.8个月。", "全市新房去化周期为19.4个月。"),
    ("上半年进口稀土1.26万吨。", "全年进口稀土2.7万吨。"),
    ("该厂规划产能3000吨。", "该厂实际产量1200吨。"),
    ("当日新增确诊12例。", "累计确诊326例。"),
    ("截至当日18时，大桥已通行机动车3.1万辆次。", "大桥头一天里共通行机动车4.3万辆次。"),
    ("今年进口稀土1.26万吨。", "去年进口稀土1.62万吨。"),
    ("男性占51.2%。", "女性占48.8%。"),
    ("产量增长2倍。", "产量为原来的3倍。"),
    ("价格高出两成。", "价格是原来的1.2倍。"),
    ("根据第117号令，该厂停产。", "根据第118号令，该厂停产。"),
    ("药剂按1比10的比例稀释后喷洒。", "药剂按1比15的比例稀释后喷洒。"),
    ("省台9时发布暴雨橙色预警信号。", "省台9时发布高温红色预警信号。"),
    ("乘客乘坐G1234次列车抵达。", "乘客乘坐G1235次列车抵达。"),
    ("截至3月5日18时，已有12人获救。", "截至3月6日18时，已有12人获救。"),
    ("网传事故造成12人死亡，消息不实。", "事故造成15人死亡。"),
    ("如果降雨持续，将转移12万人。", "已转移4万人。"),
    ("王海涛说：“目前救援仍在进行，请大家放心。”", "李建国说：“明天将会转晴，大家可以出门。”"),
    ("3月5日14时28分，青川县发生地震。", "5日下午，青川县发生地震。"),
    ("该项目2026年初投产。", "该项目1月10日投产。"),
    ("中国掌握全球58%的稀土专利。", "中国掌握全球近六成的稀土专利。"),
    ("转移群众超过300人。", "转移群众326人。"),
    ("全年生产汽车13,960辆。", "全年生产汽车1.4万辆。"),
    ("总投资1486.99亿元。", "总投资1487亿元。"),
])  # fmt: skip
def test_what_is_never_a_conflict(a, b):
    assert [one.message for one in findings(a, b) if one.verdict in GRAVE] == []


@pytest.mark.parametrize(("a", "b", "field"), [
    ("事故造成【12人】遇难。", "事故造成【15人】死亡。", "figure"),
    ("罚款【4386.5万元】。", "罚款【4836.5万元】。", "figure"),
    ("票房达【1.07亿元】。", "票房达【1.7亿元】。", "figure"),
    ("展览【5月15日】开幕。", "展览【6月15日】开幕。", "date"),
    ("粮食产量同比增长【6.2%】。", "粮食产量环比增长【6.2%】。", "figure"),
    ("粮食产量占比下降【6.2个百分点】。", "粮食产量占比下降【6.2%】。", "figure"),
    ("罚款【48万元】。", "罚款【48万美元】。", "figure"),
    ("产量增长到【2.5倍】。", "产量增长了【2.5倍】。", "figure"),
    ("【张建国】说：“设备可以花钱买，手艺买不来。”", "【李明华】说：“设备可以花钱买，手艺买不来。”", "attribution"),
    ("暴雨预警由【省气象台】发布。", "暴雨预警由【市气象台】发布。", "attribution"),
    ("青川市【常务副市长】李建国到场。", "青川市【市长】李建国到场。", "person"),
    ("青川市市长【李建国】到场。", "青川市市长【王明华】到场。", "person"),
    ("石沟煤矿【已复工】。", "石沟煤矿【尚未复工】。", "status"),
    ("日本2026年1月【启动了深海试采】。", "日本【将在2026年内启动深海试采】。", "status"),
    ("发射场位于【吉塘乡】岩口村。", "发射场位于【岩口乡】岩口村。", "place"),
])  # fmt: skip
def test_what_is_a_conflict(a, b, field):
    values = {text[text.index("【") + 1 : text.index("】")] for text in (a, b)}
    found = findings(*(text.replace("【", "").replace("】", "") for text in (a, b)))
    told = [one for one in found if one.verdict == "conflict"]
    assert [one.field for one in told] == [field]
    shown = {statement.text for statement in told[0].statements}
    assert all(any(value in text or text in value for text in shown) for value in values)
    assert len({statement.group for statement in told[0].statements}) == 2


def test_a_plan_that_a_later_article_has_as_done_is_no_conflict():
    plan, done = "二号线将于10日开工。", "二号线已于10日开工。"
    assert not [one for one in findings(plan, done, (EARLIER, LATER)) if one.verdict in GRAVE]


@pytest.mark.parametrize(("a", "b", "published"), [
    ("地震已造成12人遇难。", "地震已造成15人遇难。", (EARLIER, LATER)),
    ("截至3月5日18时，地震已造成12人遇难。", "截至3月6日18时，地震已造成15人遇难。", (LATER, LATER)),
    ("截至5日18时，地震已造成12人遇难。", "截至6日18时，地震已造成15人遇难。", (None, None)),
    ("截至5日18时，地震已造成12人遇难。", "截至3月6日18时，地震已造成15人遇难。", (None, LATER)),
])  # fmt: skip
def test_a_later_count_supersedes_the_earlier_one(a, b, published):
    told = [one for one in findings(a, b, published) if one.verdict in GRAVE]
    assert [(one.verdict, one.severity) for one in told] == [("update", "warning")]
    assert "15人" in told[0].message


@pytest.mark.parametrize(("a", "b", "verdict"), [
    ("考古队已清理墓葬46座。", "考古队清理墓葬61座。", "update"),  # told as so far, and no measure of changing.txt
    ("考古队清理墓葬46座。", "考古队清理墓葬61座。", "conflict"),
    ("全线取消列车31班。", "全线取消列车76班。", "update"),  # 取消 grows as events go on
    ("全线取消列车76班。", "全线取消列车31班。", "conflict"),
    ("法院判处其有期徒刑五年。", "法院改判其有期徒刑四年。", "update"),
])  # fmt: skip
def test_what_the_later_article_supersedes(a, b, verdict):
    told = [one.verdict for one in findings(a, b, (EARLIER, LATER))]
    assert [one for one in told if one in GRAVE] == [verdict]


def test_an_undated_article_beside_a_dated_one_of_its_value_does_not_hinder_an_update():
    texts = ("地震已造成12人遇难。", "地震已造成15人遇难。", "地震已造成15人遇难，救援仍在进行。")
    papers = [article(text, outlet, day) for text, outlet, day in zip(
        texts, ("甲报", "乙报", "丙报"), (EARLIER, LATER, None), strict=True
    )]  # fmt: skip
    assert [one.verdict for one in compare(papers).findings if one.verdict in GRAVE] == ["update"]


def test_a_date_put_off_supersedes_the_earlier_one():
    told = findings("听证会定于5月12日举行。", "听证会已获准延后至5月19日举行。", (EARLIER, LATER))
    assert [one.verdict for one in told if one.verdict in GRAVE] == ["update"]


@pytest.mark.parametrize(("later", "verdict"), [
    ("石沟煤矿已于3月6日恢复生产。", "update"),
    ("石沟煤矿已于3月3日恢复生产。", "conflict"),  # before the other article said that it had not
])  # fmt: skip
def test_what_was_not_done_and_is_done_since_is_an_update(later, verdict):
    told = findings("石沟煤矿至今仍未恢复生产。", later, (EARLIER, LATER))
    assert [one.verdict for one in told if one.verdict in GRAVE] == [verdict]


@pytest.mark.parametrize(("a", "b"), [
    ("该地2023年销量为12万辆。", "该地2023年销量为15万辆。"),  # long over when both came out
    ("台风造成经济损失4.3亿美元。", "台风造成经济损失4.3亿元。"),  # a slip of the currency
    ("台风造成经济损失3.86亿元。", "台风造成经济损失3.68亿元。"),  # two digits swapped
    ("警方已冻结资金5600万元。", "警方已冻结资金5.6亿元。"),  # a place shifted
])  # fmt: skip
def test_what_no_longer_changes_is_a_conflict_whoever_came_later(a, b):
    told = [one.verdict for one in findings(a, b, (EARLIER, LATER))]
    assert [verdict for verdict in told if verdict in GRAVE] == ["conflict"]


def test_a_count_of_the_same_time_is_a_conflict():
    told = [one for one in findings("地震已造成12人遇难。", "地震已造成15人遇难。") if one.verdict in GRAVE]
    assert [one.verdict for one in told] == ["conflict"]


def test_the_draft_that_carries_the_older_count_is_told():
    draft = article("地震已造成12人遇难。", "本报", EARLIER)
    told = check(draft, [article("地震已造成15人遇难。", "新华社", LATER)]).findings
    update = next(one for one in told if one.verdict == "update")
    assert "稿件" in update.message and "15人" in update.message and "新华社" in update.message


def test_the_draft_is_called_so_beside_a_source_of_its_own_outlet():
    draft, source = article("地震已造成12人遇难。", "本报"), article("地震已造成15人遇难。", "本报")
    (told,) = [one for one in check(draft, [source]).findings if one.verdict in GRAVE]
    assert "稿件“12人”" in told.message and "本报“15人”" in told.message


@pytest.mark.parametrize(("a", "b", "shown"), [
    ("云岭县成为全国第12个村村通动车的县。", "云岭县成为全国第21个村村通动车的县。", {"第12个", "第21个"}),
    ("县议会昨天以七比四通过了垃圾处理条例。", "县议会昨天以八比三通过了垃圾处理条例。", {"7:4", "8:3"}),
    ("松江县防指6日启动防汛Ⅳ级应急响应。", "松江县防指6日启动防汛三级应急响应。", {"4 级", "3 级"}),
])  # fmt: skip
def test_places_in_an_order_and_scores_are_shown_as_they_are_written(a, b, shown):
    (told,) = [one for one in findings(a, b) if one.verdict in GRAVE]
    assert {statement.value for statement in told.statements} == shown


def test_agreement_is_told_as_agreement():
    told = findings("事故造成12人遇难。", "事故造成十二人死亡。")
    assert {one.verdict for one in told} == {"agree"} and {one.severity for one in told} == {"info"}


@pytest.mark.parametrize(("draft", "severity", "words"), [
    ("地震已造成12人遇难。", "warning", "稿件用的是旧数，新华社已有15人"),
    ("地震已造成15人遇难。", "info", "稿件用的是新数15人，有来源还是旧数"),
    ("地震已造成18人遇难。", "warning", "稿件的18人比来源新，请核对出处"),
])  # fmt: skip
def test_a_draft_is_told_how_it_stands_to_an_update(draft, severity, words):
    sources = [article("地震已造成12人遇难。", "甲报", EARLIER), article("地震已造成15人遇难。", "新华社", LATER)]
    last = datetime(2026, 3, 8, 9)
    told = [one for one in check(article(draft, "本报", last), sources).findings if one.verdict == "update"]
    assert [(one.severity, one.message.partition("：")[0]) for one in told] == [(severity, words)]


def test_the_message_tells_apart_what_is_written_alike():
    (told,) = [one for one in findings("粮食产量同比增长6.2%。", "粮食产量环比增长6.2%。") if one.verdict == "conflict"]
    assert "同比增长6.2%”" in told.message and "环比增长6.2%”" in told.message


def test_one_pair_of_names_is_told_once():
    source = article("事故调查组由常务副县长李文斌任组长。", "县应急管理局")
    told = check(article("常务副县长李文彬任事故调查组组长。", "本报"), [source]).findings
    assert [one.field for one in told if one.verdict == "conflict"] == ["person"]


def test_every_finding_is_one_that_can_be_checked(report):
    for one in report.findings:
        assert one.field in FIELDS and one.severity in SEVERITIES
        assert one.message and "\n" not in one.message and one.topic and "\n" not in one.topic
        assert 0 <= one.confidence <= 1
        assert one.evidence and all(line and "\n" not in line for line in one.evidence)
        assert len({statement.article for statement in one.statements}) > 1
        for statement in one.statements:
            start, end = statement.mark
            assert statement.sentence[start:end] and len(statement.span) <= 40 and statement.value


def test_every_statement_stands_where_it_says(report):
    articles = {source.article.id: source.article for source in report.sources}
    for one in report.findings:
        for statement in one.statements:
            text = articles[statement.article].text
            assert text[statement.span.start : statement.span.end] == statement.text
            line = text.split("\n")[statement.line - 1]
            assert line[statement.column - 1 :].startswith(statement.text.split("\n")[0])


def test_severity_follows_from_verdict_and_confidence(report):
    for one in report.findings:
        if one.verdict == "conflict":
            assert one.severity == (one.gravest if one.confidence >= ERROR[0] else "warning")
        else:
            assert one.severity == ("warning" if one.verdict == "update" else "info")


def test_groups_are_named_in_order(report):
    for one in report.findings:
        groups = list(dict.fromkeys(statement.group for statement in one.statements))
        assert groups == list(string.ascii_lowercase[: len(groups)])
        assert (len(groups) > 1) == (one.verdict in GRAVE) or one.verdict == "compatible"


def test_the_gravest_comes_first(report):
    order = [(SEVERITIES.index(one.severity), -one.confidence) for one in report.findings]
    assert order == sorted(order)


def test_identifiers_are_unique(report):
    assert len({one.id for one in report.findings}) == len(report.findings)


def test_no_statement_is_listed_twice(report):
    for one in report.findings:
        spans = [(statement.article, statement.span) for statement in one.statements]
        assert len(spans) == len(set(spans))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_messages_are_in_the_language_asked_for(lang):
    from consistency import pipeline

    a, b = article("事故造成12人遇难。", "甲报"), article("事故造成15人死亡。", "乙报")
    message = pipeline.compare([a, b], lang=lang).findings[0].message
    assert ("disagree" in message) == (lang == "en") and "12人" in message and "甲报" in message
