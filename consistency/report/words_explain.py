"""The words of an explanation, in each language: what came of a pair, and what each comparison looks at."""

from __future__ import annotations

OUTCOMES: dict[str, dict[str, str]] = {
    "reported": {"zh": "已报告", "en": "reported"},
    "agree": {"zh": "两处一致或相容，不是矛盾", "en": "the two agree or are compatible"},
    "unlikely": {"zh": "多半不是同一件事，没有报告", "en": "too unlikely to be the same thing, not reported"},
    "explained": {
        "zh": "其中一处另有更合适的对应，没有报告",
        "en": "one of the two has a better counterpart, not reported",
    },
    "other story": {"zh": "两篇文章讲的不是同一个事件，没有比较", "en": "the articles tell of different events"},
    "copy": {"zh": "两篇文章是同一篇的转载", "en": "one article is a copy of the other"},
    "other place": {"zh": "两处说的是不同的市县，没有比较", "en": "set in different counties or cities"},
    "other extent": {"zh": "两处说的范围大小不同（全市、中心城区），没有比较", "en": "of areas of different size"},
    "other part": {"zh": "两处说的是一年里不同的时段，没有比较", "en": "of different parts of a year"},
    "other period": {
        "zh": "两处说的是不同的年份、季度或月份，没有比较",
        "en": "of different years, quarters or months",
    },
    "no statement": {
        "zh": "其中一处只是时段、比较的基数，或者文章并没有肯定它，没有比较",
        "en": "one is only a period, a basis of comparison, or not asserted",
    },
    "other share": {"zh": "每份的基数不同，没有比较", "en": "what one share of falls to differs"},
    "other grade": {
        "zh": "两处的级别不是同一种（响应、预警、震级、风力）、不是防同一种灾害，或不是同一层级启动的，没有比较",
        "en": "grades of different things (a response, a warning, a quake), against other dangers, or of other ranks",
    },
    "other clock": {
        "zh": "同一时刻用另一个时区或钟点重说了一遍，没有比较",
        "en": "one repeats a time by another clock",
    },
    "stretch": {
        "zh": "一个是到现在为止的一段时间，一个是时刻，没有比较",
        "en": "one is a stretch up to now, one a point in time",
    },
    "part of day": {
        "zh": "一个只数到某一时刻，一个是一整天的，没有比较",
        "en": "one counts up to an hour, one a whole day",
    },
    "former plan": {
        "zh": "一个是原来定的时间，一个是后来的，没有比较",
        "en": "one is what was planned at first, the other not",
    },
    "still to come": {
        "zh": "一个是还要过的时间，一个是已经过了的，没有比较",
        "en": "one length of time is still to pass, the other has passed",
    },
    "one beginning": {
        "zh": "两个时长各算到刊发之时，起点相同，没有比较",
        "en": "both last up to their articles, and began at one time",
    },
    "back then": {"zh": "“当年”本身没有说是哪一年，没有比较", "en": "one names no year by itself"},
    "other severity": {
        "zh": "一个是全部伤者，一个只是重伤或轻伤的，没有比较",
        "en": "one counts all injured, the other the gravely or lightly injured",
    },
    "of their kin": {
        "zh": "一个说的是这些人的家属、身份或名单，只是其中一部分，没有比较",
        "en": "one tells of the kin or the names of some of them",
    },
    "reprinted": {
        "zh": "同一句话里同样说“昨晚”，只是刊发日不同，没有比较",
        "en": "one sentence with the same “last night”, printed on two days",
    },
    "other dimension": {"zh": "单位不是一类，没有比较", "en": "their units measure different things"},
    "other act": {"zh": "说的不是同一件事、同一职务或同一段话，没有比较", "en": "of another act, post or quotation"},
}

COMPARISONS: dict[str, str] = {
    "prior": "起点：任意两处的可能性",
    "story": "各稿别处的数字和时间没有一处相左",
    "lived to see": "一篇刊发时，另一篇说的时间还没到",
    "toll": "都是整个事件同一类伤亡的人数",
    "so far": "都是到当时为止的累计，较晚的更多",
    "miswritten": "同样四位以上的数字，调了位置或错了小数点",
    "witness": "又一篇文章在这里说的也是另一方的数",
    "near": "紧挨着的词",
    "left": "前面几个字",
    "right": "后面几个字",
    "clause": "分句里共有的词",
    "sentence": "整句里共有的词",
    "wider": "前后句里共有词的稀有程度",
    "shared": "分句里共有词的稀有程度",
    "unit": "单位",
    "digits": "数字的写法",
    "distance": "两个值相差多远",
    "characters": "分句里共有的字对",
    "free rivals": "未被解释的竞争者中是否最合适",
    "sameness": "只看用词有多像",
    "leads": "用词上是否互为最合适的对应",
    "agreed": "同值的对应是否更合适",
    "choices": "可选的对应有多少",
    "free choices": "未被解释的对应有多少",
    "support": "其他文章的佐证",
    "heads": "点明所指的词",
    "extent": "范围（全省、全市）",
    "locus": "所在地",
    "elsewhere": "对方是否也有这个值",
    "rivals": "是否互为最合适的对应",
    "anchors": "同句中其他一致的数值",
    "names": "句中的名字",
    "speakers": "说话人",
    "relation": "两个值的关系",
    "kind": "值的种类",
    "tense": "与发布时间的先后",
    "role": "起、止还是当时",
    "neighbours": "前后相邻的数值",
    "scope": "其他限定",
    "states": "两种状态",
    "act": "动作的稀有程度",
    "thing": "凭什么说是同一件事",
    "event": "时间说的是哪件事",
    "telling": "是否只是报道的时间",
    "first": "是否文章里最先讲到的时间",
    "course": "前后讲到的时间是否相同",
    "growth": "后来的数是否更大，是否截至某时的数",
    "scope basis": "限定：同比、环比",
    "scope stage": "限定：计划、实际",
    "scope count": "限定：新增、累计",
    "scope part": "限定：全部、其余",
    "scope time": "限定：时段",
    "scope change": "限定：增至、增加",
    "scope direction": "限定：增、减",
    "scope as_of": "限定：截至",
    "scope item": "限定：项目",
    "scope extremum": "限定：最高、最低",
}


def outcome(key: str, lang: str) -> str:
    """What came of a pair."""
    return OUTCOMES[key][lang]


def comparison(name: str, lang: str) -> str:
    """What a comparison looks at; in English its own name says it."""
    return COMPARISONS.get(name, name) if lang == "zh" else name
