"""The sentences that findings speak in, in both languages: one row a sentence."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]

_SENTENCES: dict[str, dict[Lang, str]] = {
    "says": {"zh": "{outlets}“{value}”", "en": "{outlets} “{value}”"},
    "and": {"zh": "；", "en": "; "},
    "list": {"zh": "、", "en": ", "},
    "conflict": {"zh": "说法不一：{sides}", "en": "the articles disagree: {sides}"},
    "update": {"zh": "有更新，较新的是{latest}：{sides}", "en": "superseded, the newer value is {latest}: {sides}"},
    "draft": {"zh": "稿件", "en": "the draft"},
    "ahead": {
        "zh": "稿件的{latest}比来源新，请核对出处：{sides}",
        "en": "the draft has a later value than its sources, {latest}; check where it is from: {sides}",
    },
    "current": {
        "zh": "稿件用的是新数{latest}，有来源还是旧数：{sides}",
        "en": "the draft has the newer value {latest}, some source an older one: {sides}",
    },
    "stale": {
        "zh": "稿件用的是旧数，{outlet}已有{latest}：{sides}",
        "en": "the draft is stale, {outlet} has {latest}: {sides}",
    },
    "ranked": {
        "zh": "级别较高的来源是{outlet}（第{rank}级）：“{value}”；级别不判定对错",
        "en": "the source of the higher rank is {outlet} (rank {rank}): “{value}”; rank decides nothing",
    },
    "within": {"zh": "稿件前后不一：{sides}", "en": "the draft disagrees with itself: {sides}"},
    "sum": {"zh": "“{value}”算不拢：{sum}", "en": "“{value}” does not add up: {sum}"},
    "sum against": {
        "zh": "“{value}”与来源的数对不上：{sum}",
        "en": "“{value}” does not add up with what the sources state: {sum}",
    },
    "unsupported": {"zh": "来源中没有“{value}”", "en": "no source has “{value}”"},
    "agree": {"zh": "各处一致：{sides}", "en": "the articles agree: {sides}"},
    "compatible": {"zh": "说法不同但不矛盾：{sides}", "en": "worded differently, no contradiction: {sides}"},
    "disjoint": {"zh": "两个值不能同时成立", "en": "the two values cannot both be true"},
    "rebased": {
        "zh": "同一个数，基准不同（同比/环比、百分点/百分比、增至/增加、每户/每人、户/人或币种）",
        "en": "one number on another basis (year/month on year, points/percent, to/by, per what, homes/people, money)",
    },
    "toll": {"zh": "都是整个事件里同一类伤亡的人数", "en": "both count the same of the people in the whole event"},
    "so far": {
        "zh": "都是到当时为止的累计，较晚的一处更多",
        "en": "both are counts so far, the later one is higher",
    },
    "miswritten": {
        "zh": "数字相同，只是两位对调、小数点错位或单位不同",
        "en": "the same digits, two of them swapped, the point moved or the unit another",
    },
    "wording": {"zh": "上下文用词相近（{share:.0%}）", "en": "similar wording around the values ({share:.0%})"},
    "twins": {
        "zh": "两处句子几乎一字不差（{share}），只有这里不同",
        "en": "the two sentences are nearly the same ({share} alike) but for this",
    },
    "spelling": {
        "zh": "同一人的姓名两种写法：{names}，两篇各只有一种",
        "en": "one person's name in two spellings: {names}, each article has but one",
    },
    "name of": {"zh": "{name}的姓名写法", "en": "how {name} is spelt"},
    "anchors": {"zh": "同句中还有其他一致的数值", "en": "other values in the sentences agree"},
    "digits": {"zh": "数字只差一键或对调：{values}", "en": "the digits are one slip apart: {values}"},
    "same person": {"zh": "同一人、同一职务：{name}", "en": "the same person or post: {name}"},
    "same words": {"zh": "同一段话，相似度{share}", "en": "the same words, {share} alike"},
    "who said": {"zh": "“{words}”是谁说的", "en": "who said “{words}”"},
    "post of": {"zh": "{name}的职务", "en": "post of {name}"},
    "holder of": {"zh": "{post}是谁", "en": "who is {post}"},
    "done": {"zh": "已成", "en": "done"},
    "undone": {"zh": "未成", "en": "not done"},
    "planned": {"zh": "计划中", "en": "planned"},
    "cancelled": {"zh": "取消或解除", "en": "cancelled"},
    "suspended": {"zh": "暂停", "en": "suspended"},
    "denied": {"zh": "否认", "en": "denied"},
    "waiver expired": {
        "zh": "{place}：对 {finding} 的豁免已于 {expires} 到期，不再生效（{reason}）",
        "en": "{place}: the waiver of {finding} expired on {expires} and holds no more ({reason})",
    },
    "waiver idle": {
        "zh": "{place}：对 {finding} 的豁免已无对应的结果，可以删去（{reason}）",
        "en": "{place}: the waiver of {finding} matches nothing any more; remove it ({reason})",
    },
    "who did": {"zh": "由谁{act}", "en": "who did it: {act}"},
}


def say(key: str, lang: Lang, **parts: object) -> str:
    """The sentence in the language asked for, its parts filled in."""
    return _SENTENCES[key][lang].format(**parts)
