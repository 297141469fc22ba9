"""Waivers: an editor lets a finding stand, with a reason, in a file beside the drafts or in a comment of the draft.

The file is `consistency-waivers.toml`, found upwards from the draft:

    [[waiver]]
    finding = "3f2a90c1d4e5"
    reason = "the ministry corrected itself by telephone"
    author = "李编辑"
    until = 2026-12-31       # optional: holds to the end of this day
    false-alarm = true       # optional: the program was wrong
    draft = "quake.md"       # optional: what it was written for; else it is missed in every run that lacks the finding

In Markdown and HTML: `<!-- consistency: waive 3f2a90c1d4e5 reason="…" author="…" until=2026-12-31 -->`, on one line or
more. Only the user's own drafts are asked for comments: what a source says of its own reliability silences nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from consistency.errors import ConfigError
from consistency.model.findings import Report, Waiver
from consistency.model.text import Article
from consistency.settings.files import from_here, text_of, toml, upwards
from consistency.settings.place import Place, known
from consistency.wording import Lang, say

FILE = "consistency-waivers.toml"
FINGERPRINT = re.compile(r"[0-9a-f]{12}(?:-[0-9]+)?")
_KEYS = ("finding", "reason", "author", "until", "false-alarm", "draft")
_OPENED = re.compile(r"<!--\s*consistency:")
_SAID = re.compile(r"\s*waive\s+(?P<finding>\S+)(?P<rest>(?:\s+[\w-]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))?)*)\s*")
_PAIR = re.compile(r"([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
MARKED = (".md", ".html", ".htm")  # texts that can hold a comment


def find(start: str) -> str | None:
    """The waiver file found upwards from a draft."""
    return next((str(file) for folder in upwards(start) if os.path.isfile(file := folder / FILE)), None)


def of_file(path: str) -> list[Waiver]:
    """The waivers of a file, in its order; raises ConfigError where one is not well formed."""
    text = text_of(path)
    table = dict(known(toml(path, text), ("waiver",), Place(path, text)))
    entries = table.get("waiver", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError(path, "waiver is no list of tables", "write [[waiver]] over each")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if re.match(r"\s*\[\[\s*waiver\s*\]\]", line)]
    found = []
    for number, entry in enumerate(entries):
        place = f"{path}:{lines[number]}" if len(lines) == len(entries) else path
        known(entry, _KEYS, Place(place, ""))
        waiver = _waiver(entry, place)
        if waiver.draft:
            waiver = replace(waiver, draft=from_here(Path(path).absolute().parent / waiver.draft))
        found.append(waiver)
    return found


def of_article(article: Article) -> list[Waiver]:
    """The waivers in the comments of a Markdown or HTML file; raises ConfigError where one is not well formed."""
    if article.path != "-" and not article.path.lower().endswith(MARKED):
        return []
    found = []
    for start, comment in _comments(article.text):
        place = f"{article.path}:{article.position(start)[0]}"
        said = _SAID.fullmatch(comment)
        if said is None:
            problem = "a comment of consistency that is not understood"
            raise ConfigError(place, problem, 'write <!-- consistency: waive ID reason="…" author="…" -->')
        pairs: dict[str, Any] = {"finding": said["finding"], "draft": article.path}
        for name, *values in _PAIR.findall(said["rest"]):
            pairs[name] = "".join(values)
        known(pairs, _KEYS, Place(place, ""))
        if "false-alarm" in pairs:
            pairs["false-alarm"] = pairs["false-alarm"] in ("", "true")
        found.append(_waiver(pairs, place))
    return found


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Where each comment for this program begins, and what it says."""
    at = 0
    while opened := _OPENED.search(text, at):
        at = text.find("-->", opened.end())
        if at < 0:
            return
        yield opened.start(), text[opened.end() : at]


def _waiver(entry: dict[str, Any], place: str) -> Waiver:
    """The waiver that a table of TOML, or a comment, says."""
    for key in ("finding", "reason", "author"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise ConfigError(place, f"a waiver without {key}", f'write {key} = "…"')
    if not FINGERPRINT.fullmatch(entry["finding"]):
        raise ConfigError(place, f"{entry['finding']!r} is no finding's id", "copy the id from the report")
    until, alarm, draft = entry.get("until"), entry.get("false-alarm", False), entry.get("draft")
    if isinstance(until, datetime) or not isinstance(until, (date, str, type(None))):
        raise ConfigError(place, f"until: {until} is no date", "write it as 2026-12-31")
    if isinstance(until, str):
        try:
            until = date.fromisoformat(until)
        except ValueError:
            raise ConfigError(place, f"until: {until!r} is no date", "write it as 2026-12-31") from None
    if not isinstance(alarm, bool) or not isinstance(draft, (str, type(None))):
        raise ConfigError(place, "false-alarm is true or false, draft a path", "mend the line")
    reason, author = (_plain(entry[key]) for key in ("reason", "author"))
    return Waiver(entry["finding"], reason, author, until, alarm, place, draft)


def _plain(text: str) -> str:
    """The text on one line, without what steers a terminal: it is shown to whoever runs the program."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def applied(
    report: Report, waivers: Iterable[Waiver], today: date, draft: str | None = None, lang: Lang = "zh"
) -> Report:
    """The report with its findings waived, and a note for each waiver that has expired or matches nothing.

    A waiver written for another draft than `draft` is not missed here, unless that draft is there no more.
    """
    waivers = list(waivers)
    holding = {one.finding: one for one in reversed(waivers) if one.expires is None or today <= one.expires}
    findings = tuple(replace(one, waiver=holding.get(one.id)) for one in report.findings)
    ids = {finding.id for finding in findings}
    notes = []
    for waiver in waivers:
        expired = waiver.expires is not None and waiver.expires < today
        if waiver.finding in (holding if expired else ids):
            continue
        if waiver.finding in ids or _concerns(waiver, draft):
            notes.append(
                say(
                    "waiver expired" if expired else "waiver idle", lang, place=waiver.place, finding=waiver.finding,
                    expires=waiver.expires, reason=waiver.reason,
                )
            )  # fmt: skip
    return replace(report, findings=findings, notes=(*report.notes, *notes))


def _concerns(waiver: Waiver, draft: str | None) -> bool:
    """Whether a run on this draft would find what the waiver was written for, if it were still there."""
    if waiver.draft is None or draft is None or not os.path.exists(waiver.draft):
        return True
    return os.path.realpath(waiver.draft) == os.path.realpath(draft)


def added(text: str, waiver: Waiver) -> str:
    """The text of a waiver file with one waiver more at its end; all else in it stays as it is."""
    import tomlkit  # only a new waiver needs it

    table = tomlkit.table()
    table["finding"], table["reason"], table["author"] = waiver.finding, waiver.reason, waiver.author
    if waiver.expires:
        table["until"] = waiver.expires
    if waiver.false_alarm:
        table["false-alarm"] = True
    if waiver.draft:
        table["draft"] = waiver.draft
    body = f"[[waiver]]\n{tomlkit.dumps(table)}"
    return f"{text.rstrip()}\n\n{body}" if text.strip() else body
