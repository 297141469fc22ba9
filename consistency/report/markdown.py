"""Markdown to paste into a pull request or a ticket: the findings with their quotations, the worst first.

What is settled stands in a list at the end, with its reason. The articles' own texts are escaped: no markup, link,
mention or tag of theirs comes to life. None of them begins a block, where a digit or a dash would be markup too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from consistency.model.findings import SEVERITIES
from consistency.report import View
from consistency.report.places import by_urgency, main_and_related, place, who
from consistency.report.words import draft_covered, nothing_left, say, settled_because

if TYPE_CHECKING:
    from consistency.model.findings import Finding, Report, Stated

_MARKUP = re.compile(r"[\\`*_\[\]#|~!${}]|:(?=[/a-z])|(?<=www)\.", re.IGNORECASE)
_SHOWN = 120  # characters of the sentence at each side of the value


def report(report: Report, view: View) -> str:
    """A heading with the counts, each finding with a table of its statements, what is settled, notes and coverage."""
    left, settled = by_urgency(report)
    blocks = [f"## {say('report', view.lang)}", *_summary(report, left, view)]
    for number, finding in enumerate(left, start=1):
        blocks += _finding(report, finding, number, view.lang)
    if settled:
        blocks.append(f"### {say('settled', view.lang, n=len(settled))}")
        blocks.append("\n".join(_settled_line(report, finding, view.lang) for finding in settled))
    blocks += [escaped(say("note", view.lang, note=note)) for note in report.notes]
    numbers = {key: value for key, value in report.coverage.to_dict().items() if isinstance(value, int)}
    blocks.append(say("coverage", view.lang, **numbers))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """The text in one line in which Markdown finds nothing to read, without control and direction characters."""
    kept = (char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    line = " ".join("".join(kept).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", line).replace("@", "@<!-- -->")  # the comment parts a mention from its name


def _summary(report: Report, left: list[Finding], view: View) -> list[str]:
    """How much of the draft was checked, and the counts by severity, or why there are none."""
    covered = draft_covered(report.coverage, view.lang)
    counts = Counter(finding.severity for finding in left)
    told = " · ".join(f"**{counts[one]} {say(one, view.lang)}**" for one in SEVERITIES if counts[one])
    if not view.compared:
        told = f"**{say('nothing compared', view.lang)}**"
    elif not left:
        told = nothing_left(report, view.narrowed, view.lang)
    return [line for line in (covered, told) if line]


def _finding(report: Report, finding: Finding, number: int, lang: str) -> list[str]:
    """The blocks of one finding: title, message, a table with a row for each statement, and why."""
    confidence = say("confidence", lang, percent=round(100 * finding.confidence))
    main, related = main_and_related(report, finding)
    heads = [say(key, lang) for key in ("value", "outlet", "file", "sentence")]
    table = [heads, ["---"] * len(heads), *(_row(report, one, lang) for one in (main, *related))]
    blocks = [
        f"### {number}. {say(finding.field, lang)} {escaped(finding.topic)}".rstrip(),
        f"**{say(finding.severity, lang)} · {say(finding.verdict, lang)}** {escaped(finding.message)} ({confidence})",
        "\n".join(f"| {' | '.join(cells)} |" for cells in table),
    ]
    if finding.evidence:
        blocks.append(f"_{say('evidence', lang)}_ {'; '.join(escaped(line) for line in finding.evidence)}")
    return blocks


def _row(report: Report, stated: Stated, lang: str) -> list[str]:
    draft = f"**{say('draft', lang)}** " if stated.article == report.draft else ""
    start, end = stated.mark
    before, value, after = stated.sentence[:start], stated.sentence[start:end], stated.sentence[end:]
    before = f"…{before[-_SHOWN:]}" if len(before) > _SHOWN else before
    after = f"{after[:_SHOWN]}…" if len(after) > _SHOWN else after
    quoted = f"{escaped(before)}<b>{escaped(value)}</b>{escaped(after)}"
    return [escaped(stated.text), draft + escaped(who(report, stated)), escaped(place(stated)), quoted]


def _settled_line(report: Report, finding: Finding, lang: str) -> str:
    main, _ = main_and_related(report, finding)
    kind = f"**{say(finding.severity, lang)} · {say(finding.field, lang)}**"
    because = escaped(settled_because(finding, lang))
    return f"- {kind} {escaped(finding.message)} ({escaped(place(main))}) — {because}"
