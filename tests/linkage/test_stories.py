"""Which articles are compared at all: those that tell one story."""

from dataclasses import replace
from datetime import datetime

from consistency.articles import read_text
from consistency.linkage.gathering import ALIKE, CORPUS, FOLDER
from consistency.linkage.sketch import sketch
from consistency.linkage.stories import stories
from consistency.statements import read
from tests.bundles import ROOT, SAMPLES, articles_of

QUAKE = "泸平县发生5.2级地震，震源深度10千米。泸平县应急管理局称，县城有明显震感，暂无人员伤亡报告。"
QUAKE_AGAIN = "今天凌晨，泸平县地震，很多市民从睡梦中惊醒。震级5.2级，震源深度10千米。"
CAFE = "街角的咖啡馆5月1日开张，老板娘说，前三天卖出860杯咖啡，每杯22元，第二家店计划明年开业。"

BUNDLES = SAMPLES[:-1]  # the samples of data/ tell of the same as one bundle


def grouped(*texts):
    return stories([sketch(read(read_text(text))) for text in texts])


def test_an_unrelated_article_is_a_story_of_its_own():
    assert grouped(QUAKE, CAFE, QUAKE_AGAIN) == [[0, 2], [1]]


def test_two_short_articles_on_one_event_are_one_story():
    assert grouped(QUAKE, QUAKE_AGAIN) == [[0, 1]]


def test_nothing_in_common_is_no_story():
    assert grouped(QUAKE, CAFE) == [[0], [1]]


def test_all_samples_in_one_folder_are_told_apart():
    readings = [(folder, read(article)) for folder in BUNDLES for article in articles_of(folder)]
    folders = [[readings[n][0] for n in story] for story in stories([sketch(one) for _, one in readings])]
    assert [len(set(story)) for story in folders] == [1] * len(BUNDLES)


def test_two_events_told_in_one_wording_are_kept_apart():
    bulletin = (
        "{place}县发生{size}级地震，震源深度10千米。截至19时，{place}县县城震感明显，城区供水供电正常，{place}县应急管理局"
        "和消防救援大队已派出{people}名队员赶赴震中{town}镇排查房屋受损情况，暂未接到人员伤亡报告。"
    )
    one = bulletin.format(place="泸平", size=5.2, people=137, town="石栈")
    other = bulletin.format(place="青禾", size=4.6, people=214, town="银坞")
    report = "泸平县地震发生后，石栈镇学校停课，应急管理局派出的137名队员仍在震中排查房屋受损情况，供电正常。"
    assert grouped(one, other, report) == [[0, 2], [1]]


def test_what_is_told_again_months_later_is_one_story():
    plan = "霞澜沉船遗址的水下发掘今年启动，考古队在舱内发现成摞的青瓷碗，船体残骸将整体打捞出水，送往陈列馆保护。"
    later = "沉船发掘的收获昨天公布：瓷器两千余件，以青瓷居多，另有铜镜、银铤和象牙梳，木质残骸泡在淡水池里脱盐。"
    days = [sketch(read(replace(read_text(text), published=day))) for text, day in zip(
        (plan, later, CAFE), (datetime(2011, 7, 8), datetime(2011, 10, 8), datetime(2011, 10, 8)), strict=True
    )]  # fmt: skip
    assert stories(days) == [[0, 1], [2]]


def test_two_stories_that_many_tell_months_apart_are_joined_by_no_common_name():
    told = (
        "11月21日，泸平县新岭煤矿发生瓦斯爆炸，{}。国家安全监管总局副局长骆永安赶到泸平县指挥救援。",
        "4月8日，青禾县石嘴煤矿发生透水事故，{}。国家安全监管总局副局长骆永安赶到青禾县指挥救援。",
    )
    more = ("矿工家属在井口等候", "救护队员轮流下井", "调度室电话不断", "井下通风已经恢复")
    days = datetime(2009, 11, 22), datetime(2010, 4, 9)
    articles = [
        sketch(read(replace(read_text(text.format(one)), published=day)))
        for text, day in zip(told, days, strict=True)
        for one in more
    ]
    assert stories(articles) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_a_story_told_again_and_again_is_bounded():
    from consistency.linkage.stories import LARGEST

    texts = [f"{QUAKE}市民{number}号拍下了{number + 100}张照片。" for number in range(LARGEST + 5)]
    found = grouped(*texts)
    assert max(map(len, found)) <= LARGEST and sum(map(len, found)) == len(texts)


def test_years_lie_between_two_stories():
    def told(*years):
        days = (datetime(year, 3, 5) if year else None for year in years)
        return stories([sketch(read(read_text(QUAKE, published=day))) for day in days])

    assert told(2024, 2024, 2026) == [[0, 1], [2]]
    assert len(told(2024, None, 2026)) == 2, "an article without a day joins no two that years part"
    assert told(2024, None, 2024) == [[0, 1, 2]]


def test_two_short_articles_in_one_wording_are_one_story():
    one = "截至3月19日，川西地震已造成12人遇难，38人受伤。"
    assert grouped(one, one.replace("12", "15")) == [[0, 1]]


def test_a_copy_with_every_figure_changed_is_no_event_of_its_own():
    bulletin = (
        "泸平县发生{size}级地震，震源深度10千米。截至19时{minute}分，泸平县县城震感明显，泸平县应急管理局已派出{people}名"
        "队员和{cars}辆车赶赴震中石栈镇，转移群众{moved}人，暂未接到人员伤亡报告。"
    )
    source = bulletin.format(size=5.2, minute=12, people=137, cars=126, moved=1384)
    draft = bulletin.format(size=5.5, minute=21, people=173, cars=162, moved=1834)
    assert grouped(source, draft) == [[0, 1]]


MONTHLY = (
    "{town}市统计局{month}月16日发布数据，上月该市规模以上工业增加值同比增长{growth}%，社会消费品零售总额{sales}亿元，"
    "居民消费价格指数环比持平。市统计局新闻发言人{speaker}说，工业生产稳中有进，消费市场活跃，物价总体平稳。"
)
MAY = MONTHLY.format(town="泸平", month=6, growth="5.27", sales="318.46", speaker="彭若舟")
JUNE = MONTHLY.format(town="青禾", month=7, growth="6.13", sales="427.95", speaker="邱闻笛")


def dated(*texts):
    return stories([sketch(read(read_text(text, published=datetime(2026, *day)))) for text, day in texts])


def test_other_names_on_other_days_are_another_event_however_alike_the_words():
    again = MAY.replace("318.46", "318.64")
    assert dated((MAY, (6, 16)), (JUNE, (7, 16)), (again, (6, 17))) == [[0, 2], [1]]


def test_a_draft_with_slips_stays_with_its_source():
    slips = MAY.replace("5.27", "5.72").replace("彭若舟", "彭若洲").replace("6月16日", "6月19日")
    assert dated((MAY, (6, 16)), (slips, (6, 16)), (JUNE, (7, 16))) == [[0, 1], [2]]


def test_an_article_that_names_nobody_is_no_event_of_its_own():
    bare = "上月工业增加值同比增长5.27%，社会消费品零售总额318.46亿元，工业生产稳中有进，消费市场活跃，物价总体平稳。"
    assert dated((MAY, (6, 16)), (bare, (6, 18)), (JUNE, (7, 16))) == [[0, 1], [2]]


def test_a_name_of_their_own_joins_what_months_part():
    sketches = [sketch(read(article)) for article in articles_of(ROOT / "data" / "training" / "village-poisoning")]
    assert len(stories(sketches)) == 1
    assert len(stories(sketches, replace(FOLDER, named=ALIKE))) == 2


POST = (
    "家人们，{day}没抢到票，第二天我还是去了！门口排队排了{wait}分钟，冻得直跺脚。演到一半停电，台上摸黑唱完了全场。"
    "旁边的{fan}哭得稀里哗啦。散场时保安大叔还给我们指路。这种票，下次闭眼入！"
)


def in_a_corpus(*texts):
    return stories([sketch(read(read_text(text, published=datetime(2026, 6, 16)))) for text in texts], CORPUS)


def test_one_form_filled_in_twice_tells_of_two_events():
    one = POST.format(day="周六", wait=143, fan="闻泸康") + "灯光师傅是老相识，音响也换成了新家伙。"
    other = POST.format(day="周五", wait=287, fan="贺兰涪") + "回家路上地铁末班车没赶上，打车花掉半个月饭钱。"
    assert in_a_corpus(one, other) == [[0], [1]]
    assert in_a_corpus(one, other.replace("贺兰涪", "闻泸康")) == [[0, 1]], "they share a name of their own"
    assert in_a_corpus(one, one.replace("143", "413")) == [[0, 1]], "a copy with a slip"
    assert grouped(one, other) == [[0, 1]], "a person put them into one folder"
