"""What each field means and what to do about a finding in it, in each language."""

from __future__ import annotations

SHORT: dict[str, dict[str, str]] = {
    "date": {"zh": "时间说法不一", "en": "The date or duration differs"},
    "figure": {"zh": "数字说法不一", "en": "The figure differs"},
    "attribution": {"zh": "出处说法不一", "en": "Who said or did it differs"},
    "person": {"zh": "人物说法不一", "en": "The person or post differs"},
    "place": {"zh": "地点说法不一", "en": "The place differs"},
    "status": {"zh": "状态说法不一", "en": "The status differs"},
}
HELP: dict[str, dict[str, str]] = {
    "date": {
        "zh": "各处写的日期、时段或时长不能同时成立。请核对原始通报，并确认“昨日”“周五”之类是以哪一天发布为准。",
        "en": "The dates, periods or durations exclude each other. Check the original announcement, and which day "
        "words such as “yesterday” are counted from.",
    },
    "figure": {
        "zh": "同一所指、同一范围的数值不能同时成立，或同一数字用了不同的单位、基数（同比与环比、百分比与百分点）。"
        "请核对数位、单位和统计截止时间。",
        "en": "Values of the same measure and scope exclude each other, or the same number stands on another unit or "
        "basis. Check the digits, the unit and the time of the count.",
    },
    "attribution": {
        "zh": "同一句话或同一件事归给了不同的说话人、发布者或决定者。请核对原话的出处。",
        "en": "The same words or act are given to different speakers or actors. Check where the words come from.",
    },
    "person": {
        "zh": "同一职务写了不同的人，或同一个人写了不同的职务或姓名。请核对姓名用字和现任职务。",
        "en": "One post has two holders, or one person two posts or names. Check the name and the present post.",
    },
    "place": {
        "zh": "同一件事写在了不同的地方。请核对地名和它的隶属。",
        "en": "The same act is set in different places. Check the place and what it belongs to.",
    },
    "status": {
        "zh": "同一件事一处写已经完成，另一处写尚未、计划或取消。请核对最新进展和各自的发布时间。",
        "en": "One side says done, another not done, planned or cancelled. Check the latest state and who wrote when.",
    },
}


def short(field: str, lang: str) -> str:
    """What a finding in the field says, in a few words."""
    return SHORT[field][lang]


def help_text(field: str, lang: str) -> str:
    """What a finding in the field means and what to check."""
    return HELP[field][lang]
