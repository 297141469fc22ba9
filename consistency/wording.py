"""The sentences that findings speak in, in both languages: one row a sentence."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]

_SENTENCES: dict[str, dict[Lang, str]] = {
    "says": {"zh": "{outlets}：{value}", "en": "{outlets}: {value}"},
    "and": {"zh": "；", "en": "; "},
    "list": {"zh": "、", "en": ", "},
    "conflict": {"zh": "{topic}说法不一——{sides}", "en": "{topic}: the articles disagree — {sides}"},
    "update": {"zh": "{topic}有更新，较新的是{latest}——{sides}", "en": "{topic}: superseded, the newer value is {latest} — {sides}"},
    "stale": {"zh": "{topic}：稿件用的是旧数，{outlet}已有{latest}——{sides}", "en": "{topic}: the draft is stale, {outlet} has {latest} — {sides}"},
    "agree": {"zh": "{topic}各处一致——{sides}", "en": "{topic}: the articles agree — {sides}"},
    "compatible": {"zh": "{topic}说法不同但不矛盾——{sides}", "en": "{topic}: worded differently, no contradiction — {sides}"},
    "disjoint": {"zh": "两个值不能同时成立", "en": "the two values cannot both be true"},
    "rebased": {"zh": "同一个数，基准不同（同比/环比、百分点/百分比、增至/增加或币种）",
                "en": "the same number on another basis (year/month on year, points/percent, to/by, or currency)"},
    "wording": {"zh": "上下文用词相近（{share:.0%}）", "en": "similar wording around the values ({share:.0%})"},
    "anchors": {"zh": "同句中还有其他一致的数值", "en": "other values in the sentences agree"},
    "digits": {"zh": "数字相差一键或对调：{level}", "en": "the digits are one slip apart: {level}"},
    "same person": {"zh": "同一人：{name}", "en": "the same person: {name}"},
    "same words": {"zh": "同一段话，相似度{share}", "en": "the same words, {share} alike"},
    "probability": {"zh": "判为同一件事的把握 {confidence:.0%}", "en": "held to be one thing with probability {confidence:.0%}"},
    "who said": {"zh": "“{words}”是谁说的", "en": "who said “{words}”"},
    "post of": {"zh": "{name}的职务", "en": "post of {name}"},
    "holder of": {"zh": "{post}是谁", "en": "who is {post}"},
    "who did": {"zh": "由谁{act}", "en": "who did it: {act}"},
    "where": {"zh": "地点：{words}", "en": "place: {words}"},
    "when": {"zh": "时间：{words}", "en": "time: {words}"},
    "state": {"zh": "进展：{words}", "en": "status: {words}"},
}  # fmt: skip


def say(key: str, lang: Lang, **parts: object) -> str:
    """The sentence in the language asked for, its parts filled in."""
    return _SENTENCES[key][lang].format(**parts)
