"""The words of the HTML report alone, in each language; what it shares with the others is in `words`."""

from __future__ import annotations

from consistency.report.words import WORDS

PAGE: dict[str, dict[str, str]] = {
    "report of articles": {"zh": "核对报告", "en": "Consistency report"},
    "report of draft": {"zh": "稿件核对", "en": "Check of a draft"},
    "no disagreements": {"zh": "没有不一致", "en": "no disagreement"},
    "disagreements": {"zh": "{n} 处不一致", "en": "disagreements: {n}"},
    "view findings": {"zh": "结果", "en": "Findings"},
    "view articles": {"zh": "原文", "en": "Articles"},
    "view table": {"zh": "对照表", "en": "Table"},
    "view overview": {"zh": "概况", "en": "Overview"},
    "views": {"zh": "页面各部分", "en": "parts of the page"},
    "skip": {"zh": "跳到结果", "en": "Skip to the findings"},
    "filter": {"zh": "筛选", "en": "Filter"},
    "filter text": {"zh": "查找字词", "en": "Find words"},
    "every article": {"zh": "全部文章", "en": "All articles"},
    "shown": {"zh": "显示 {n} 条，共 {all} 条", "en": "{n} of {all} shown"},
    "none match": {"zh": "没有符合筛选的结果。", "en": "No finding matches the filter."},
    "clear": {"zh": "清除筛选", "en": "Clear the filter"},
    "keys": {
        "zh": "键盘：J K 上一条下一条，Enter 看原文，/ 查找，Esc 取消",
        "en": "Keys: J K next and previous, Enter opens, / finds, Esc clears",
    },
    "shown articles": {"zh": "选择要并排看的文章", "en": "articles shown beside each other"},
    "notes": {"zh": "请注意", "en": "Please note"},
    "article": {"zh": "文章", "en": "article"},
    "event": {"zh": "事件 {n}", "en": "Event {n}"},
    "copy": {"zh": "转载自 {origin}，算同一来源", "en": "copy of {origin}, one origin"},
    "at line": {"zh": "第 {line} 行", "en": "line {line}"},
    "settled": {"zh": "已经处理", "en": "Settled"},
    "waived": {"zh": "已豁免", "en": "waived"},
    "false alarm": {"zh": "误报", "en": "false alarm"},
    "known": {"zh": "基线中已有", "en": "known to the baseline"},
    "expires": {"zh": "有效至 {day}", "en": "until {day}"},
    "weights": {"zh": "权重", "en": "Weights"},
    "topic": {"zh": "所指", "en": "topic"},
    "marks": {"zh": "文中标记", "en": "Marks in the articles"},
    "table of selected": {
        "zh": "各篇文章在同一处怎么说；只列出这份报告里的结果。",
        "en": "What each article says of a topic; only topics of this report are listed.",
    },
}


def say(key: str, lang: str, **parts: object) -> str:
    """The words for a key of the page, with the parts filled in."""
    return (PAGE.get(key) or WORDS[key])[lang].format(**parts)
