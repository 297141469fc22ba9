"""Dates, outlets and names as bylines and datelines have them; what is of the story is no byline."""

from datetime import datetime

import pytest

from consistency.articles.bylines import dateline, dates, is_byline, labelled, moment, reporter_of
from consistency.articles.script import fold


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("2025-03-14 06:40 来源：吕阳晚报", "2025-03-14T06:40"),
        ("2024年09月27日 星期五 记者 柯晓棠", "2024-09-27T00:00"),
        ("蓝村说法 2024-12-01 19:58", "2024-12-01T19:58"),
        ("开始时间:2026年9月8日 03:50", "2026-09-08T03:50"),
        ("2026年9月8日22时30分", "2026-09-08T22:30"),
        ("發布日期：115年8月20日 下午3時5分", "2026-08-20T15:05"),
        ("115/08/20 08:30", "2026-08-20T08:30"),
        ("2026.01.20 3:36 PM", "2026-01-20T15:36"),
        ("2026-01-20T03:36:49+08:00", "2026-01-20T03:36:49+08:00"),
        ("二〇二五年三月十三日", "2025-03-13T00:00"),
        ("２０２６／０１／２０（周二）03:36", "2026-01-20T03:36"),
        ("2026年1月20日 24:00", "2026-01-21T00:00"),
    ],
)
def test_dates(line, when):
    assert [dated.when for dated in dates(fold(line))] == [datetime.fromisoformat(when)]


@pytest.mark.parametrize("line", ["2025年13月1日", "2025年2月30日", "12025-01-011", "3月14日", "0571-2025-0101"])
def test_what_is_no_full_date(line):
    assert not dates(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "2025-03-14 06:40 来源：吕阳晚报",
        "2024年09月27日 星期五 记者 柯晓棠 通讯员 郑启帆",
        "宁川晚报　2025年07月25日 10:40　记者 蓝亦舟 缪春生　编辑 邱晨",
        "作者：某某",
        "文/侯岱 2026年6月30日",
        "本报记者 姜聿 深圳报道",
        "2025-08-21 18:30　記者古念慈、馬躍／台東報導",
        "编辑 刘小 校对 李小",
        "硬核拆机铺 10-22 11:26 来自 数码圈",
    ],
)
def test_bylines(line):
    assert is_byline(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "2025年3月14日，县里召开会议。",
        "2025年3月14日，县里召开会议，部署工作",
        "9月8日 03:50",
        "记者从现场获悉，道路已经恢复通行",
        "本报讯（记者 褚小满）备受关注的案件昨日宣判。",
        "时间不等人",
    ],
)
def test_what_is_of_the_story(line):
    assert not is_byline(fold(line))


@pytest.mark.parametrize(
    ("paragraph", "agency", "day"),
    [
        ("新华社北京3月18日电（记者某）正文。", "新华社", datetime(2025, 3, 18)),
        ("（中島社記者林芷涵台北20日電）正文。", "中島社", None),
        ("财讯通10月28日讯 正文。", "财讯通", None),
        ("本报讯（记者 某）正文。", None, None),
        ("县里3月18日电力恢复。", None, None),
    ],
)
def test_datelines(paragraph, agency, day):
    assert dateline(paragraph, [datetime(2025, 3, 2)]) == (agency, day)


def test_names_in_bylines():
    assert labelled("2025-03-14 来源：吕阳晚报 责任编辑：靳芳", "来源") == "吕阳晚报"
    assert labelled("作者:蓝村说法  2024-12-01", "作者") == "蓝村说法"
    assert reporter_of("蜀西晨报记者 阮一苇 2026-09-09 20:40") == "蜀西晨报"
    assert reporter_of("本报记者 某某") is None


def test_moment():
    assert moment("2026年1月20日") == datetime(2026, 1, 20)
    assert moment("前天") is None
