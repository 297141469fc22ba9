"""One number on two bases, shown with the words of its basis."""

import pytest

from consistency.articles import read_text
from consistency.fields import read_facts
from consistency.linkage.rebasing import rebased_by, times_rebased, with_basis
from consistency.statements import read


def figure(text):
    article = read_text(text)
    return article, next(fact for fact in read_facts(read(article)) if fact.kind == "quantity")


@pytest.mark.parametrize(("text", "shown"), [
    ("产量同比增长12.3%。", "同比增长12.3%"),
    ("12.4%这个增速是环比的。", "12.4%这个增速是环比"),
    ("每户发放5000元应急补助。", "每户发放5000元"),
    ("产量增长12.3%。", "12.3%"),
])  # fmt: skip
def test_the_value_is_shown_with_its_basis(text, shown):
    article, fact = figure(text)
    found = with_basis(fact, article)
    assert found.text == shown == article.text[found.span.start : found.span.end]
    assert found.value == fact.value


@pytest.mark.parametrize(("one", "two", "slot"), [
    ("产量同比增长6.2%。", "产量环比增长6.2%。", "basis"),
    ("每户补贴3万元。", "每人补贴3万元。", "per"),
    ("产量增至35吨。", "产量增加35吨。", "change"),
    ("每次收费15元。", "十五块一趟。", ""),
    ("每人收费15元。", "十五块一趟。", "per"),
    ("跟上个月比，均价涨了3.6%。", "均价同比上涨3.6%。", "basis"),
    ("汽车产量增长了46.2万辆。", "汽车产量达到46.2万辆。", "change"),
    ("汽车产量增长了46.2万辆。", "汽车销量46.2万辆。", ""),
    ("工业增加值3.2亿元。", "工业增加值增至3.2亿元。", ""),
    ("产量增长2倍。", "产量增至2倍。", ""),
    ("他从七段升为九段。", "他将直升九段。", ""),
    ("产量同比增长6.2%。", "产量同比增长6.2%。", ""),
])  # fmt: skip
def test_what_tells_two_equal_numbers_apart(one, two, slot):
    a, b = figure(one)[1], figure(two)[1]
    assert rebased_by(a, b) == rebased_by(b, a) == slot


@pytest.mark.parametrize(("one", "two", "expected"), [
    ("贸易额是2019年的两倍。", "贸易额比2019年高出两倍。", True),
    ("贸易额上涨两倍。", "贸易额比2019年高出两倍。", False),
    ("贸易额是2019年的三倍。", "贸易额比2019年高出两倍。", False),
])  # fmt: skip
def test_times_as_much_and_times_more(one, two, expected):
    a, b = figure(one)[1], figure(two)[1]
    assert times_rebased(a, b) is times_rebased(b, a) is expected
