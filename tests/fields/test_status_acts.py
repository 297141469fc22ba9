"""What a clause says of the acts of the news: word, cue, and what they add up to."""

import re

import pytest

from consistency.fields.status_acts import done_at_their_end, stated_acts
from consistency.lexicon import rows

STATES = {"done", "act", "undone", "suspended", "cancelled"}


@pytest.mark.parametrize(("clause", "state", "words"), [
    ("已于24日22时恢复通车", "done", "已于24日22时恢复通车"),
    ("219省道还断着", "undone", "还断着"),
    ("各星太阳翼悉数展开", "done", "悉数展开"),
    ("学校没有停课", "done", "没有停课"),
    ("暂缓复工", "suspended", "暂缓复工"),
    ("公司否认裁员", "denied", "否认裁员"),
    ("期刊将论文撤下", "done", "撤下"),
    ("大桥将于10日通车", "planned", "将于10日通车"),
    ("罐体未破损、无泄漏", "undone", "无泄漏"),
    ("天没大亮入口就关了", "suspended", "关了"),
    ("二期计划明年开工", "planned", "计划明年开工"),
    ("待国会审议通过后另行签署", "planned", "待国会审议通过后另行签署"),
    ("字还没签", "undone", "没签"),
    ("转会黄了", "undone", "转会黄了"),
    ("当庭表示不上诉", "undone", "不上诉"),
    ("已责令企业停产", "suspended", "已责令企业停产"),
    ("已于3月投入使用的东岭电厂", "done", "已于3月投入使用"),
    ("将于5月1日（星期三）免费开放", "planned", "免费开放"),
    ("民宿村已于昨日全面歇业", "suspended", "歇业"),  # no 假 of 假如 in 度假
    ("申请材料昨天已经递到证监会", "done", "已经递到"),
    ("货轮并未就地沉没", "undone", "沉没"),
    ("嫌疑人是在出租屋里被抓获的", "done", "被抓获"),  # 是…的
    ("考试如期进行", "done", "如期进行"),
    ("董事会否决了收购方案", "undone", "否决了收购"),
    ("公司已向证监会递交招股书", "done", "递交招股书"),  # no 会 of the future
    ("火箭发射已推迟", "suspended", "推迟"),
    ("镇防保所未经批准", "undone", "未经批准"),
    ("卫生所未经当地政府批准", "undone", "未经当地政府批准"),
    ("一汽丰田已停售没有消除缺陷的车型", "suspended", "已停售"),  # the 没 is of 没有消除
    ("溃口封堵仍在紧张进行", "undone", "封堵仍在紧张进行"),  # over only with its end
    ("两院的结算系统正在对接", "undone", "正在对接"),
    ("学校正在上课", "done", "正在上课"),  # begun is enough
    ("法院仍在审理", "undone", "仍在审理"),
])  # fmt: skip
def test_word_and_cue(clause, state, words):
    found = [(act.state, clause[act.start : act.end]) for act in stated_acts(clause)]
    assert any(said == state and text.endswith(words[-2:]) and words in text + words for said, text in found), found


@pytest.mark.parametrize("clause", [
    "学校会不会停课", "大桥是否通车", "开工仪式", "停课的6个班", "如果停产一周", "全力抢通", "呼吁停火",
    "停运一年多的望津大桥", "企业生产总值", "许可证", "对收购华岭水泥一事", "朋友圈疯转大坝决口", "已停产的12家企业",
    "工人们不想停工", "河水一度断流停供", "工会对加薪表示欢迎", "得向法院提起诉讼", "将掺有三聚氰胺的面粉出口",
    "利用未公开信息交易罪",
])  # fmt: skip
def test_what_is_only_named_asked_or_wished(clause):
    assert not list(stated_acts(clause))


def test_every_row_of_the_tables_is_sound():
    for name, state, words in rows("status_acts.tsv"):
        assert name and state in STATES, name
        for word in words.split():
            assert re.compile(word).match("") is None, f"{name}: {word} matches nothing at all"
    for cell, words in rows("status_operators.tsv"):
        where, kind = cell.split()
        assert where in ("before", "after") and kind.isidentifier()
        assert words
    named = {part.strip("…!") for name, *_ in rows("status_acts.tsv") for part in name.split("+")}
    assert done_at_their_end() <= named


@pytest.mark.parametrize(("clause", "classes"), [
    ("演唱会照常举行", {"举行", "存废"}),  # the 会 of a concert is no "will"
    ("照样扣了手续费", {"收费", "退票"}),
    ("院长让警察带走了", {"下落", "控制"}),  # not 走了
    ("申报还没有交上去", {"申报", "批准"}),  # not filed, so not approved either
    ("机组还没补种", {"接种"}),
])  # fmt: skip
def test_classes(clause, classes):
    assert any(classes <= {name.rstrip("!") for name in act.classes} for act in stated_acts(clause))


def test_an_announced_postponement_is_one():
    assert ("suspended", ("举行",)) in [(act.state, act.classes) for act in stated_acts("演出将推迟到2027年")]


@pytest.mark.parametrize(("clause", "classes"), [
    ("列车照常开行", {"运行", "通行"}),  # not 照常开
    ("厂子到现在还在开工", {"生产", "运行"}),  # not 还在开
    ("足协取消了他的参赛资格", {"资格", "存废"}),  # not 取消, however wide what stands around that may be
])  # fmt: skip
def test_the_longer_word_is_meant(clause, classes):
    assert any(classes <= {name.rstrip("!") for name in act.classes} for act in stated_acts(clause))


def test_a_negated_longer_word_is_not_cut_short():
    assert [act.classes for act in stated_acts("4号机组尚未装料")] == [("装料!",)]
