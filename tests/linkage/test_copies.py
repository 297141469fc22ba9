"""Which articles only repeat another one."""

from consistency.articles import read_text
from consistency.linkage.copies import origins
from consistency.linkage.sketch import sketch
from consistency.statements import read

TEXT = "泸平县发生5.2级地震。震源深度10千米。县城有明显震感。暂无人员伤亡报告。"


def told(*texts):
    return origins([sketch(read(read_text(text))) for text in texts])


def test_a_reprint_names_the_first_that_it_copies():
    assert told(TEXT, "天气很好，大家都很高兴。", TEXT.replace("。", "。\n"), TEXT[: TEXT.index("暂无")]) == [
        None,
        None,
        0,
        0,
    ]


def test_one_changed_figure_makes_no_copy():
    assert told(TEXT, TEXT.replace("5.2", "5.3")) == [None, None]


def test_a_text_of_few_sentences_is_no_copy():
    assert told(TEXT, "泸平县发生5.2级地震。震源深度10千米。") == [None, None]


def test_a_copy_of_a_longer_text_that_comes_later_is_none():
    assert told(TEXT[: TEXT.index("暂无")], TEXT) == [None, None]
