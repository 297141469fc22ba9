"""Every word of the reports, in each language; the reader's own texts are never in here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.model.findings import Coverage, Finding, Report

LANGUAGES = ("zh", "en")

WORDS: dict[str, dict[str, str]] = {
    # fields
    "date": {"zh": "时间", "en": "date"},
    "figure": {"zh": "数字", "en": "figure"},
    "attribution": {"zh": "出处", "en": "attribution"},
    "person": {"zh": "人物", "en": "person"},
    "place": {"zh": "地点", "en": "place"},
    "status": {"zh": "状态", "en": "status"},
    # severities
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "info": {"zh": "提示", "en": "info"},
    # verdicts
    "conflict": {"zh": "矛盾", "en": "conflict"},
    "update": {"zh": "更新", "en": "update"},
    "unsupported": {"zh": "无佐证", "en": "unsupported"},
    "agree": {"zh": "一致", "en": "agree"},
    "compatible": {"zh": "相容", "en": "compatible"},
    # header
    "title": {"zh": "标题", "en": "title"},
    "outlet": {"zh": "媒体", "en": "outlet"},
    "published": {"zh": "发布", "en": "published"},
    "file": {"zh": "文件", "en": "file"},
    "facts": {"zh": "事实", "en": "facts"},
    "draft": {"zh": "稿件", "en": "draft"},
    # a finding
    "letters": {"zh": "甲乙丙丁戊己庚辛壬癸", "en": "ABCDEFGHIJ"},
    "articles": {"zh": "{n} 篇", "en": "{n} articles"},
    "places": {"zh": "{n} 处", "en": "{n} places"},
    "watching": {
        "zh": "{time} 已核对，等待文件改动（Ctrl-C 结束）",
        "en": "{time} done; waiting for changes (Ctrl-C ends)",
    },
    "waive": {"zh": "放行这一条（{finding}）", "en": "Waive this finding ({finding})"},
    "waived by hand": {"zh": "已人工核对", "en": "checked by hand"},
    "page": {"zh": "第{n}页", "en": "page {n}"},
    "paragraph": {"zh": "第{n}段", "en": "paragraph {n}"},
    "confidence": {"zh": "可信度 {percent}%", "en": "confidence {percent}%"},
    "evidence": {"zh": "依据", "en": "why"},
    # what no source has
    "no source": {
        "zh": "稿件中有 {n} 处，来源里都没有（行:列）",
        "en": "{n} in the draft that no source has (line:column)",
    },
    "id": {"zh": "编号", "en": "id"},
    # settled findings
    "settled": {"zh": "已处理 {n} 条", "en": "{n} settled"},
    "settled because": {"zh": "处理", "en": "settled"},
    "waived": {"zh": "放行：{reason}（{author}）", "en": "waived: {reason} ({author})"},
    "false alarm": {"zh": "误报：{reason}（{author}）", "en": "false alarm: {reason} ({author})"},
    "known": {"zh": "基线里已有", "en": "known in the baseline"},
    "report": {"zh": "核对结果", "en": "Consistency report"},
    "note": {"zh": "注意：{note}", "en": "note: {note}"},
    # the sheets of a workbook, and heads of its tables and of Markdown's
    "findings": {"zh": "各篇对照", "en": "findings"},
    "statements": {"zh": "原文出处", "en": "statements"},
    "article sheet": {"zh": "文章", "en": "articles"},
    "notes": {"zh": "注意", "en": "notes"},
    "severity": {"zh": "级别", "en": "severity"},
    "verdict": {"zh": "判断", "en": "verdict"},
    "topic": {"zh": "主题", "en": "topic"},
    "message": {"zh": "说明", "en": "message"},
    "sentence": {"zh": "原句", "en": "sentence"},
    # the draft under check
    "covered": {
        "zh": "稿件的 {facts} 条事实中，{matched} 条在来源里有对应；其余 {rest} 条没有核对。",
        "en": "{matched} of the draft's {facts} facts have a counterpart in the sources; {rest} were not checked.",
    },
    # the end
    "coverage": {
        "zh": "{articles} 篇文章 {statements} 句，读出事实 {facts} 条；对齐 {aligned} 对，比较 {compared} 对。",
        "en": "{articles} articles, {statements} statements, {facts} facts read; {aligned} pairs aligned, "
        "{compared} compared.",
    },
    "nothing found": {
        "zh": "没有发现不一致之处。",
        "en": "No disagreement was found.",
    },
    "nothing shown": {
        "zh": "所选范围内没有发现不一致之处。",
        "en": "No disagreement was found in what you selected.",
    },
    "nothing left": {
        "zh": "没有尚未处理的不一致之处。",
        "en": "No disagreement is left that is not settled.",
    },
    "nothing compared": {
        "zh": "没有可以比较的内容：这些文章没有谈到同一件事的可核对事实。这不算通过。",
        "en": "Nothing could be compared: the articles share no checkable fact. This is not a pass.",
    },
    "stories": {
        "zh": "这些文章讲的是 {n} 个不同的事件，只在同一事件的文章之间比较：{told}",
        "en": "These articles tell of {n} different events and are compared only within each: {told}",
    },
    "hidden": {
        "zh": "另有 {n} 条结果没有列出；一致与相容的用 --all 列出。",
        "en": "{n} more not listed; --all lists what agrees or is compatible.",
    },
    # the table of facts
    "field": {"zh": "字段", "en": "field"},
    "text": {"zh": "原文", "en": "text"},
    "value": {"zh": "值", "en": "value"},
    "measure": {"zh": "所指", "en": "measure"},
    "scope": {"zh": "范围", "en": "scope"},
    "line": {"zh": "行:列", "en": "line:col"},
    # the scan of a corpus
    "reading": {"zh": "读取", "en": "reading"},
    "grouping": {"zh": "归并事件", "en": "grouping"},
    "comparing": {"zh": "比较", "en": "comparing"},
    "scanned": {
        "zh": "{articles} 篇文章（跳过 {skipped}，转载 {copies}），{events} 个多篇报道的事件；读出事实 {facts} 条，"
        "比较 {compared} 对，每条事实 {share:.1f} 对。",
        "en": "{articles} articles ({skipped} skipped, {copies} reprints), {events} events told by several; "
        "{facts} facts read, {compared} pairs compared, {share:.1f} a fact.",
    },
    "stopped": {
        "zh": "已中断；没有文件只写了一半。",
        "en": "interrupted; no file is left half-written",
    },
    "interrupted": {
        "zh": "已中断；再次运行同一命令即可接着做（已完成的部分在 {work}）。",
        "en": "interrupted; the same command goes on from here (what is done lies in {work})",
    },
    "two outlets": {"zh": "媒体对", "en": "outlets"},
    "disputed": {"zh": "争议最多的话题", "en": "most disputed topics"},
    # an explanation
    "comparison": {"zh": "比较", "en": "comparison"},
    "level": {"zh": "档", "en": "level"},
    "weight": {"zh": "权重", "en": "weight"},
    "other comparisons": {"zh": "其余 {n} 项", "en": "{n} others"},
    "match weight": {"zh": "合计", "en": "match weight"},
    "no pairs": {
        "zh": "这两行没有同一类的事实，无从比较。",
        "en": "The two lines have no facts of one kind, so nothing was compared.",
    },
    "no facts on line": {"zh": "这一行没有读出事实。", "en": "No fact was read on this line."},
    "no facts": {"zh": "没有读出事实。", "en": "No fact was read."},
}


def letter(number: int, lang: str) -> str:
    """The sign of a side, counted from 0: a letter, a number from the eleventh on."""
    letters = WORDS["letters"][lang]
    return letters[number] if number < len(letters) else str(number + 1)


def moment(published: datetime | None) -> str:
    """The time to the minute, the day alone where no time of day is known, "" where there is no time."""
    if published is None:
        return ""
    midnight = (published.hour, published.minute, published.second) == (0, 0, 0)
    return published.strftime("%Y-%m-%d" if midnight else "%Y-%m-%d %H:%M")


def say(key: str, lang: str, **parts: object) -> str:
    """The words for a key, with the parts filled in."""
    return WORDS[key][lang].format(**parts)


def settled_because(finding: Finding, lang: str) -> str:
    """Why the finding blocks nothing; empty of one that is not settled."""
    if waiver := finding.waiver:
        return say("false alarm" if waiver.false_alarm else "waived", lang, reason=waiver.reason, author=waiver.author)
    return say("known", lang) if finding.settled else ""


def draft_covered(coverage: Coverage, lang: str) -> str:
    """How many of the draft's facts had a counterpart; empty where no draft was checked."""
    if coverage.of_draft is None:
        return ""
    facts, matched = coverage.of_draft
    return say("covered", lang, facts=facts, matched=matched, rest=facts - matched)


def nothing_left(report: Report, narrowed: bool, lang: str) -> str:
    """Why no finding is left to settle: all are settled, none is in the user's selection, or there is none at all."""
    return say("nothing left" if report.findings else "nothing shown" if narrowed else "nothing found", lang)
