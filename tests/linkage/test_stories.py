"""Which articles are compared at all: those that tell one story."""

from consistency.articles import read_text
from consistency.linkage.sketch import sketch
from consistency.linkage.stories import stories
from consistency.statements import read
from tests.bundles import SAMPLES, articles_of

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
