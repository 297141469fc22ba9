"""What a time means beside another one, what it is said of, and where it stands in its article."""

from datetime import datetime, timedelta

import pytest

from consistency.comparison import AGREEING
from consistency.linkage.course import courses_of
from consistency.linkage.events import events_in, opposite
from consistency.linkage.gates import shut
from consistency.linkage.relations import relation
from consistency.linkage.times import role
from tests.linkage.facts import PUBLISHED, marked, texts_in_context

SATURDAY = datetime(2026, 3, 7, 9)


def timed(a, b, kind="time"):
    """The facts that two texts of one Saturday mark as 【…】."""
    return marked(a, b, kind=kind, published=[SATURDAY] * 2)


def relate(a, b, kind="time"):
    one, two = timed(a, b, kind=kind)
    assert relation(two, one) == relation(one, two), "symmetric"
    return relation(one, two)


@pytest.mark.parametrize(("a", "b"), [
    ("设备【6月底以前】装好。", "设备将在【9月底前】安装到位。"),
    ("债权人须于【5月14日前】申报债权。", "【最迟5月24日】把债权申报给管理人。"),
    ("【去年11月以来】，全市平均降雨偏少。", "【今年1月以来】，全市平均降雨偏少。"),
    ("小客车【9月28日12时起至10月8日24时】免费通行。", "小客车免费到【10月7日24时】止，之后恢复。"),
    ("事故发生在【15时20分】，车上有人。", "事故发生在【下午两点二十分】，车上有人。"),
    ("他看了眼手机，【三点二十】，响了一声。", "事故发生在【14时20分】，车上有人。"),
    ("设备【年底前】装好。", "设备将在【9月底前】安装到位。"),
    ("报名【6月28日8时至7月2日18时】。", "报名系统【6月29日早上8点】才开。"),
    ("论坛原定【5月3日】开幕。", "论坛原计划【5月4日】开幕。"),
])  # fmt: skip
def test_times_that_cannot_both_be_true(a, b):
    assert relate(a, b) == "disjoint"


@pytest.mark.parametrize(("a", "b"), [
    ("移民须于【6月底前】全部搬离。", "移民须在【6月30日前】全部搬离。"),
    ("他看了眼手机，【三点二十】，响了一声。", "事故发生在【15时20分】，车上有人。"),
    ("【9时10分】下晚自习，学生下楼。", "学生【21时10分】下晚自习。"),
    ("那天【凌晨四时一刻】，坡动了。", "滑坡发生于【4时10分】，埋了房屋。"),
    ("【早上5点40多】断的电，停了很久。", "接触网【5时42分】跳闸断电。"),
    ("双方【周四】在桥上交接俘虏。", "双方将于【3月12日】在桥上交接俘虏。"),
    ("展会【2026年5月1日至10月8日】举行。", "展会到【2026年10月8日】结束。"),
    ("央行【昨午三时】公布。", "央行【3月6日15时】公布。"),
    ("设备【年底前】装好。", "设备将在【12月20日前】安装到位。"),
])  # fmt: skip
def test_the_same_time_said_another_way(a, b):
    assert relate(a, b) in AGREEING


def test_two_limits_are_the_numbers_that_they_name():
    assert relate("当事方可在【60天内】提起上诉。", "美方仍可在【90天内】提起上诉。", "duration") == "disjoint"


def test_a_time_by_another_clock_is_no_other_time():
    one, two = timed("停火自【12日零时起】生效。", "停火自当地零时，即香港时间【清晨6时起】生效。")
    assert shut(one, two) == "other clock"


def test_a_time_repeated_in_brackets_by_another_clock():
    one, two = timed("选举在【19日零时30分】结束计票。", "19日零时30分（【北京时间6时30分】），计票结束。")
    assert shut(one, two) == "other clock"


@pytest.mark.parametrize(("one", "other", "gate"), [
    ("韩国一艘客轮【7日上午8时58分】遇难。", "韩国一艘客轮【北京时间7日上午7时58分】遇难。", "other clock"),
    ("韩国一艘客轮【7日上午8时58分】遇难。", "韩国一艘客轮【北京时间7日上午7时38分】遇难。", ""),  # no whole hours
    ("韩国一艘客轮【7日上午8时58分】遇难。", "韩国一艘客轮【7日上午7时58分】遇难。", ""),
    ("湖南一艘客轮【7日上午8时58分】遇难。", "湖南一艘客轮【北京时间7日上午7时58分】遇难。", ""),  # at home
])  # fmt: skip
def test_what_happened_abroad_is_told_by_the_clock_there_or_ours(one, other, gate):
    a, b = timed(one, other)
    assert shut(a, b) == shut(b, a) == gate


def test_a_stretch_up_to_now_is_no_point():
    one, two = timed("【2月20日以来】，市民来访两千人。", "警方【2月19日】对此立案。")
    assert shut(one, two) == "stretch"


@pytest.mark.parametrize(("text", "expected"), [
    ("展会到【10月8日】结束。", "end"),
    ("须在【3月31日前】完成。", "end"),
    ("办法自【3月1日】起施行。", "begin"),
    ("门诊【4月25日起】暂停。", "begin"),
    ("车祸发生在【3月2日】，无人伤亡。", "at"),
])  # fmt: skip
def test_what_a_time_is_to_its_event(text, expected):
    (one,) = [
        context for context in texts_in_context(text.replace("【", "").replace("】", ""))[0]
        if context.fact.kind == "time"
    ]  # fmt: skip
    assert role(one) == expected


@pytest.mark.parametrize(("a", "b"), [
    ("飞机安全着陆", "客机平安降落"), ("飛機平安著陆", "飞机落地"), ("论文发表于期刊", "论文才见刊"),
    ("饭店发生燃爆", "一声闷响传上来"), ("明火被扑灭", "火一直烧到早上才灭了"),
])  # fmt: skip
def test_one_event_in_other_words(a, b):
    assert events_in(a) & events_in(b)


@pytest.mark.parametrize(("a", "b"), [("电影节开幕", "电影节闭幕"), ("全市停课", "全市复课")])
def test_the_beginning_and_the_end_are_two_events(a, b):
    assert events_in(a) and events_in(b) and not events_in(a) & events_in(b)


def test_a_time_before_a_comma_is_said_of_what_follows():
    (contexts,) = texts_in_context("14日15时20分许，一辆大客车坠入深沟，11人死亡。论文2月8日见刊，园方没有发布。")
    times = [context for context in contexts if context.fact.kind == "time"]
    assert "翻车" in times[0].events
    assert times[1].events == {"发布"}


def test_the_first_time_of_an_article_and_those_around_a_time():
    (contexts,) = texts_in_context("工厂发生爆炸。3月2日14时事故发生。15时救援到达。3月3日清理完毕。")
    facts = [context.fact for context in contexts]
    found = [courses_of(facts)[number] for number, fact in enumerate(facts) if fact.kind == "time"]
    assert [one.first for one in found] == [True, False, False]
    assert [len(one.before) for one in found] == [0, 1, 2]


@pytest.mark.parametrize(("a", "b", "kind", "gate"), [
    ("论坛原定【5月3日】开幕。", "论坛将于【5月10日】开幕。", "time", "former plan"),
    ("论坛从【5月3日】推迟至5月10日。", "论坛将于【5月10日】开幕。", "time", "former plan"),
    ("按原计划，论坛【5月3日】开幕。", "论坛将于【5月10日】开幕。", "time", "former plan"),
    ("论坛将于【5月3日】开幕。", "论坛将于【5月10日】开幕。", "time", ""),
    ("他【当年】在厂里做工。", "他【2019年】在厂里做工。", "time", "back then"),
    ("渡口还要停航【两年】。", "渡口停航已【475天】。", "duration", "still to come"),
    ("渡口还要停航【两年】。", "渡口还要停航【三年】。", "duration", ""),
    ("渡口停航已【两年】。", "渡口停航已【475天】。", "duration", ""),
    ("事故造成【6人】受伤。", "事故造成【4人】重伤。", "quantity", "other severity"),
    ("事故造成【6人】重伤。", "事故造成【4人】重伤。", "quantity", ""),
    ("事故造成【31名】矿工遇难。", "已有【48名】遇难矿工的家属签了协议。", "quantity", "of their kin"),
])  # fmt: skip
def test_what_keeps_two_times_apart(a, b, kind, gate):
    one, two = timed(a, b, kind=kind)
    assert shut(one, two) == shut(two, one) == gate


@pytest.mark.parametrize(("a", "b", "days", "gate"), [
    ("影片上映【26天】，票房破51亿元。", "影片上映【15天】，票房38亿元。", 11, "one beginning"),
    ("影片上映【26天】，票房破51亿元。", "影片上映【15天】，票房38亿元。", 3, ""),
    ("影片上映【26天】，票房破51亿元。", "影片上映【15天】，票房38亿元。", -11, ""),
    ("全省连续【55天】无雨。", "全省连续【45天】无雨。", 10, ""),
])  # fmt: skip
def test_what_lasts_up_to_two_days_began_on_one(a, b, days, gate):
    late, early = marked(a, b, kind="duration", published=[PUBLISHED + timedelta(days=days), PUBLISHED])
    assert shut(late, early) == shut(early, late) == gate


@pytest.mark.parametrize(("a", "b", "gate"), [
    ("患者周某经抢救无效，于【昨晚】死亡。", "患者周某经搶救無效，【昨晚】死亡。", "reprinted"),
    ("列车【昨晚】到站。", "专家组【昨晚】启程。", ""),
    ("患者周某于【11日晚】死亡。", "患者周某于【12日晚】死亡。", ""),
])  # fmt: skip
def test_a_reprint_says_last_night_a_day_later(a, b, gate):
    one, two = marked(a, b, kind="time", published=[PUBLISHED, PUBLISHED + timedelta(days=1)])
    assert shut(one, two) == shut(two, one) == gate


@pytest.mark.parametrize(("one", "two", "expected"), [
    ("学校停课", "学校复课", True),
    ("堤坝溃口", "大堤合龙", True),
    ("堤坝溃口", "溃口已经合龙", True),
    ("溃口合龙", "溃口已经合龙", False),
    ("学校停课", "商场停业", False),
    ("客机起飞", "班机升空", False),
])  # fmt: skip
def test_what_opens_an_act_and_what_ends_it(one, two, expected):
    assert opposite(events_in(one), events_in(two)) is opposite(events_in(two), events_in(one)) is expected
