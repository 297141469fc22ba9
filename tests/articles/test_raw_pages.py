"""Pages pasted as raw text: title, outlet and time are found, the body is whole, and no junk is left."""

from datetime import datetime
from pathlib import Path

import pytest

from consistency.articles import read_paths, read_text

RAW = Path(__file__).parent / "raw"
BRIDGE = "江城大桥货车侧翻"
EXPECTED = {  # title, outlet, published, currency; blocks of the body, the first one's beginning, the last one's end
    "account": ("江城大桥凌晨突发！官方通报来了", "江城发布", "2026-04-12T12:08", "CNY", 3, "江城市公安局", "调查中。"),
    "feed": (f"{BRIDGE}，司机说了这句话让人泪目", "江城观察员", "2026-04-12T11:20", "CNY", 5, "4月12日", "重罚"),
    "hongkong": ("屯門公路貨車翻側 2人受傷送院", "星洲島報", "2026-04-12T08:30", "HKD", 2, "屯門公路", "120萬元。"),
    "microblog": (None, "江城交警", "2026-04-12T08:20", "CNY", 1, f"#{BRIDGE}#", "恢复通行。"),
    "notice": (
        "江城市人民政府办公室关于加强大桥通行管理的通知",
        *("江城市人民政府办公室", "2026-04-12", "CNY", 7, "江城市人民政府办公室关于加强", "罚款。"),
    ),
    "paper": (f"{BRIDGE}调查：超载从何而来？", "江潮新闻", "2026-04-13T07:31", "CNY", 5, "4月12日凌晨", "55吨。"),
    "portal": (
        "江城大桥今日凌晨发生货车侧翻 已致2人受伤",
        *("江城晚报", "2026-04-12T09:15", "CNY", 3, "江城晚报讯", "查看更多"),
    ),
    "taiwan": (
        "台南大橋砂石車翻覆2人傷 警方：疑疲勞駕駛",
        *("島聯新聞網", "2026-04-12T10:05", "TWD", 3, "台南市安定區", "恢復通車。"),
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_raw_page(name):
    title, outlet, published, currency, count, first, last = EXPECTED[name]
    articles, errors = read_paths([RAW / f"{name}.txt"])
    assert not errors
    article = articles[0]
    assert (article.title, article.outlet, article.published) == (title, outlet, datetime.fromisoformat(published))
    assert article.currency == currency
    body = [block.text for block in article.blocks if block.kind != "title"]
    assert (len(body), body[0][: len(first)], body[-1][-len(last) :]) == (count, first, last)


PARAGRAPH = "据县应急管理局介绍，本次地震共造成12人受伤，转移群众326人，没有房屋倒塌，道路已于当日18时恢复通行。"


def texts(source, **options):
    return [block.text for block in read_text(source, **options).blocks if block.kind == "paragraph"]


def test_a_box_of_links_within_the_body_is_skipped_and_the_body_goes_on():
    links = "相关阅读\n邻县3月1日发生4.1级地震\n一图读懂地震"
    source = f"甲县发生地震\n2026-03-05 18:40\n{PARAGRAPH}\n{links}\n{PARAGRAPH}\n{PARAGRAPH}\n"
    assert texts(source) == [PARAGRAPH] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "法院认定该公司侵权。",
        "未经许可进入矿区的三人被处罚",
        "该矿的安全生产许可证已被吊销",
        "县里公布了举报电话",
        "公司发布声明称，事故与其无关。",
        "9月8日 03:50",
        "据了解，来源于甲县的2吨货物已被查封。",
    ],
)
def test_what_news_says_is_no_junk(sentence):
    source = f"甲县发生地震\n2026-03-05 18:40 来源：甲报\n{PARAGRAPH}\n{sentence}\n{PARAGRAPH}\n{PARAGRAPH}\n"
    article = read_text(source)
    assert [block.text for block in article.blocks[1:]] == [PARAGRAPH, sentence, PARAGRAPH, PARAGRAPH]


def test_side_columns_of_pages_are_left_out_whatever_they_are_called():
    page = f"""<html><head><title>甲县发生地震 - 甲报</title></head><body class="has-sidebar">
    <form id="f"><div class="yemei"><a href="/">首页</a> <a href="/b">要闻</a></div>
    <div class="zuo"><h1>甲县发生地震</h1><p>2026年3月5日 18:40 来源：甲报 字号</p>
    <div class="text"><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><p><a href="/x">去年本县发生地震3次</a></p>
    <p>{PARAGRAPH}</p></div></div>
    <div class="you"><h3>本周热文</h3><ul><li><a href="/1">股市大涨3%</a></li><li>房价下跌2%</li></ul></div>
    <div style="display: none">共9人遇难。</div></form></body></html>"""
    article = read_text(page, format="html")
    assert [block.text for block in article.blocks] == ["甲县发生地震", *[PARAGRAPH] * 3]
    assert (article.outlet, article.published) == ("甲报", datetime(2026, 3, 5, 18, 40))


def test_what_the_head_of_a_page_says():
    page = f"""<html lang="zh-TW"><head><title>甲縣地震｜島報</title><meta property="og:title" content="甲縣地震12人傷">
    <script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-03-05T18:40:00+08:00",
    "publisher": {{"name": "島報"}}}}</script></head><body><h1>甲縣地震12人傷</h1><p>{PARAGRAPH}</p></body></html>"""
    article = read_text(page, format="html")
    assert (article.title, article.outlet) == ("甲縣地震12人傷", "島報")
    assert article.published.isoformat() == "2026-03-05T18:40:00+08:00"


def test_elements_nested_without_end_are_read_in_time():
    page = "<body>" + "<div>" * 20_000 + "<script>共99人</script><p>截至18时，已有326人转移。</p>" + "</div>" * 20_000
    assert [block.text for block in read_text(page, format="html").blocks] == ["截至18时，已有326人转移。"]
