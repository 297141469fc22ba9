"""Which facts of one kind could be a disagreement: the rows of DESIGN section 4 that need more than the values."""

from datetime import datetime

import pytest

from consistency.comparison import AGREEING
from consistency.linkage.relations import relation
from tests.linkage.facts import texts_in_context, the_fact

EARLIER, LATER = datetime(2026, 3, 5, 9), datetime(2026, 3, 7, 9)


def relate(a, b, kind, published=(LATER, LATER)):
    """The relation of the facts that two texts mark as 【…】."""
    marked = [text[text.index("【") + 1 : text.index("】")] for text in (a, b)]
    plain = [text.replace("【", "").replace("】", "") for text in (a, b)]
    articles = texts_in_context(*plain, published=published)
    one, two = (the_fact(contexts, kind, value) for contexts, value in zip(articles, marked, strict=True))
    assert relation(two, one) == relation(one, two), "symmetric"
    return relation(one, two)


@pytest.mark.parametrize(("a", "b"), [
    ("产量增长【2倍】。", "产量为原来的【3倍】。"),
    ("价格高出【两成】。", "价格是原来的【1.2倍】。"),
    ("价格高出【230%】。", "价格是国产货的【3.3倍】。"),
    ("价格高出【三倍】。", "价格高出【300%】。"),
    ("产量同比增长【6.2%】。", "产量同比增长【6.2%】。"),
    ("产量增至【6.87亿吨】。", "产量达到【6.87亿吨】。"),
    ("票价【120元】。", "票价【一百二十元】。"),
])  # fmt: skip
def test_the_same_said_another_way(a, b):
    assert relate(a, b, "quantity") in AGREEING


@pytest.mark.parametrize(("a", "b"), [
    ("产量同比增长【6.2%】。", "产量环比增长【6.2%】。"),
    ("产量增长到【2.5倍】。", "产量增长了【2.5倍】。"),
    ("产量增至【35公斤】。", "产量增加【35公斤】。"),
    ("占比下降【6个百分点】。", "占比下降【6%】。"),
    ("罚款【48万元】。", "罚款【48万美元】。"),
    ("每户补贴【3万元】。", "每人补贴【3万元】。"),
])  # fmt: skip
def test_the_same_number_on_another_basis(a, b):
    assert relate(a, b, "quantity") in ("rebased", "disjoint")


@pytest.mark.parametrize(("a", "b"), [
    ("事故造成【12人】死亡。", "事故造成【15人】死亡。"),
    ("单价高出【230%】。", "单价高出【三倍以上】。"),
    ("工艺由【55纳米至28纳米】。", "工艺由【55纳米至22纳米】。"),
])  # fmt: skip
def test_figures_that_cannot_both_be_true(a, b):
    assert relate(a, b, "quantity") == "disjoint"


def test_shares_of_one_and_of_ten_are_not_compared():
    assert relate("每10股派【3.5元】。", "每股派【0.35元】。", "quantity") not in ("disjoint", "rebased")


PLAN, DONE, UNDONE = "二号线【将于10日开工】。", "二号线【已于10日开工】。", "二号线【尚未开工】。"


@pytest.mark.parametrize(("a", "b", "published", "expected"), [
    (PLAN, DONE, (EARLIER, LATER), "refines"),
    (PLAN, DONE, (LATER, EARLIER), "disjoint"),
    (PLAN, DONE, (LATER, LATER), "disjoint"),
    (PLAN, DONE, (None, LATER), "disjoint"),
    (DONE, UNDONE, (LATER, LATER), "disjoint"),
    (DONE, DONE, (LATER, LATER), "equal"),
])  # fmt: skip
def test_states_of_one_act(a, b, published, expected):
    assert relate(a, b, "status", published) == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("海东研究所【副所长】秦望舒到场。", "海东研究所【所长】秦望舒到场。", "disjoint"),
    ("海东研究所【所长】秦望舒到场。", "海东研究所【所长】秦望舒到场。", "equal"),
    ("海东研究所【所长】秦望舒到场。", "海东研究所【所长】沈砚秋到场。", "incomparable"),
])  # fmt: skip
def test_posts_of_one_person(a, b, expected):
    assert relate(a, b, "post") == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("海东研究所所长【秦望舒】到场。", "海东研究所所长【沈砚秋】到场。", "disjoint"),
    ("海东研究所所长【秦望舒】到场。", "南方研究所所长【沈砚秋】到场。", "incomparable"),
    ("海东研究所所长【秦望舒】到场。", "海东研究所副所长【沈砚秋】到场。", "incomparable"),
    ("滨江队主教练【埃斯特万·洛佩兹】到场。", "滨江队主教练【埃斯特班·洛佩兹】到场。", "equivalent"),
])  # fmt: skip
def test_holders_of_one_post(a, b, expected):
    assert relate(a, b, "holder") == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("【甘宁省气象台】发布暴雨预警。", "【中央气象台】发布暴雨预警。", "disjoint"),
    ("【省气象台】发布暴雨预警。", "【市气象台】发布暴雨预警。", "disjoint"),
    ("【国家发展和改革委员会】发布通知。", "【国家发改委】发布通知。", "same"),
    ("【省气象台】发布暴雨预警。", "【省气象台】决定停课。", "incomparable"),
    ("【省气象台】发布大雾红色预警。", "【市气象台】发布大雾黄色预警。", "incomparable"),
    ("8月12日，【省防汛抗旱指挥部】启动抗旱三级应急响应。", "【省水利厅】启动抗旱三级响应，隔天开闸。", "disjoint"),
    ("【县水利局】昨日发布通报，称水位已降。", "【县公安局】昨日发布通报，称已有5人被抓。", "incomparable"),
])  # fmt: skip
def test_actors_of_one_act(a, b, expected):
    found = relate(a, b, "act")
    assert found in AGREEING if expected == "same" else found == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("演习在【吉塘乡】举行。", "演习在【岩口乡】举行。", "disjoint"),
    ("会议在【青川县】举行。", "会议在【四川省青川县】举行。", "same"),
])  # fmt: skip
def test_places(a, b, expected):
    found = relate(a, b, "place")
    assert found in AGREEING if expected == "same" else found == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("财务大臣片山皋月与【白宫贸易代表及国务院官员】磋商。", "财务大臣片山皋月与【G7各国财金官员】磋商。", "disjoint"),
    ("财务大臣片山皋月与【七国财金官员】磋商。", "财务大臣片山皋月与【七国财金官员】会谈。", "equivalent"),
    ("财务大臣片山皋月与【白宫贸易代表】磋商。", "外交大臣田中一郎与【七国财金官员】会谈。", "incomparable"),
])  # fmt: skip
def test_parties_of_one_persons_meeting(a, b, expected):
    assert relate(a, b, "party") == expected
