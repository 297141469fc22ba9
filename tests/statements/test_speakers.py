"""Who said a quotation: before it, behind it, beside it, or the one named last; and whose words are nobody's."""

from __future__ import annotations

import pytest

from consistency.articles import read_text
from consistency.statements import read
from consistency.statements.speakers import cues

WORDS = "那天夜里谁也没敢合眼睛等天亮"


def quotations(text):
    opening = "地震消息\n\n县长林建军、副县长李大山赶到现场。\n\n天亮了，水退了一些。\n\n"
    return [one for one in read(read_text(opening + text.replace("Q", WORDS))).quotations if WORDS in one.text]


@pytest.mark.parametrize("text", [
    "“Q。”县水利局局长林建军至今记得那个夜晚。",
    "“Q。”说起那天，村支书林建军红了眼圈。",
    "“Q，”林建军回忆道，“雨太大了。”",
    "县水利局局长林建军拍着胸脯保证：“Q。”",
    "“Q。”在灾后第一次发布会上，县长林建军如此形容当时的情形。",
    "用县长林建军的话说，“Q”。",
    "县长林建军的那句“Q”，让不少人落泪。",
    "“Q”，这是县长林建军在大会上的原话。",
    "“Q。”这句话出自县长林建军之口。",
    "县长林建军告诉新华社记者，“Q。”",
    "县长林建军在接受央视采访时表示：Q。",
    "县长林建军在微博上写道：“Q。”",
    "县长林建军发朋友圈感慨：“Q！”",
    "记者见到县长林建军时，他正蹲在堤上吃泡面。“Q。”他抹了把脸。",
    "县长林建军赶到现场已是凌晨两点。他对围上来的村民说：“Q。”",
    "县长林建军赶到现场已是凌晨两点。\n\n“Q。”他说。",
    "县长林建军介绍了当时的情况：\n\n“Q。”",
    "李大山是村里的会计。县长林建军走过来，握着他的手说：“Q。”",
    "对于外界的质疑，县长林建军回应称，“Q”。",
    "据县长林建军介绍，“Q”。",
    "县长林建军补充道：「Q。」",
    "县长林建军则用一句话概括：“Q。”",
    "谈到那一夜，县长林建军只说了七个字：“Q。”",
    "“Q！”台下，县长林建军忍不住喊了出来。",
    "县长林建军表示，Q。",
    "林建军：Q。",
    "“Q。”被问到为什么不撤，县长林建军的回答很干脆。",
    "“Q。”林建军县长说。",
    "“Q。”电话那头，县长林建军的声音沙哑。",
    '县长林建军直言不讳："Q。"',
    "『Q。』縣長林建軍坦言。",
    "“Q。”县长林建军一边比划一边对记者讲。",
    "“Q。”站在一旁的林建军接过话头。",
    "县长林建军和副县长李大山一起来到现场，林建军说：“Q。”",
    "陪同李大山调研的县长林建军说：“Q。”",
    "县长林建军对副县长李大山说：“Q。”",
    "“Q。”县长林建军向李大山交代。",
    "县长林建军那番话至今还在群里流传：“Q。”",
    "“Q。”负责现场指挥的是县长林建军，他的嗓子已经哑了。",
    "县长林建军撂下话：“Q。”",
    "县长林建军有言在先：“Q。”",
    "县长林建军有一个比喻：“Q。”",
    "县长林建军说得更直白：“Q。”",
    "县长林建军扯着嗓子喊：“Q！”",
    "“Q。”这是县长林建军见到记者后的第一句话。",
    "在县长林建军看来，“Q”。",
    "县长林建军强调指出，Q。",
    "来的是县长林建军，一进门先添了根柴。“Q，”老人记得他说，“账不能糊涂。”",
    "“Q。”这话是县长林建军说的。",
    "“Q”，说这话的是县长林建军。",
    "说“Q”的人是县长林建军。",
    "那句“Q”，其实是县长林建军讲的。",
    "网上流传的金句“Q”出自县长林建军。",
    "县长林建军指着大堤，“Q。”",
    "后来有一句话传遍全县：“Q。”林建军说。",
    "县长林建军坦言，水来得太快，“Q”，并宣布当晚撤人。",
    "记者追问原因，县长林建军沉默片刻，“Q。”",
    "县长林建军的判断很直接：“Q。”",
    "县长林建军来了。他的判断很直接：“Q。”",
    "县长林建军，五十三岁，在这里守了九天。他带着人往下撤了两趟。“Q。”他说。",
])  # fmt: skip
def test_the_speaker_is_named_somewhere(text):
    found = quotations(text)
    assert found and {one.speaker for one in found} == {"林建军"}


@pytest.mark.parametrize("text", [
    "一位不愿具名的村民说：“Q。”",
    "县长林建军来了。一位村民拉住记者说：“Q。”",
    "县长林建军的妻子告诉记者：“Q。”",
    "“Q。”值班站长说这句的时候，县长林建军正往外走。",
    "墙上写着：“Q。”",
    "“Q。”——哦这句是会计说的，我记串了。",
    "县长林建军说：“Q”——不对，不是他说的。",
])  # fmt: skip
def test_words_of_somebody_unnamed_are_nobodys(text):
    assert not any(one.speaker for one in quotations(text))


@pytest.mark.parametrize(("text", "speaker"), [
    ("水利部有关部门负责人表示，“Q。”", "水利部"),
    ("省水利厅新闻发言人说：“Q。”", "省水利厅"),
    ("“Q。”覃永年在会上说。", "覃永年"),
    ("至于首席财务官阮若岚则负责泼冷水：“Q。”", "阮若岚"),
])  # fmt: skip
def test_who_speaks_for_a_body_and_rare_names(text, speaker):
    assert {one.speaker for one in quotations(text)} == {speaker}


def test_an_interviewee_gives_all_answers():
    text = "县长林建军昨日接受记者专访。\n\n问：水是哪天退的？\n\n答：Q，到第三天早上才退下去。"
    assert [one.speaker for one in quotations(text)] == ["林建军"]


def test_what_is_reported_without_marks_is_indirect():
    assert [(one.direct, one.cue) for one in quotations("县长林建军表示，Q。")] == [(False, "表示")]


@pytest.mark.parametrize("text", ["小说", "听说", "说服", "称号", "道路", "知道", "报道", "演讲台", "分析师"])
def test_words_that_only_hold_a_cue(text):
    assert not list(cues(text, 0, len(text)))
