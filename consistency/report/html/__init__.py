"""The HTML report: one file with everything in it, for a browser, a mail or a printer. The only user of Jinja2.

Nothing of the reader's texts is ever markup, script or style: the template escapes every value, and the page's own
policy runs no script and no style but the two whose hashes it names, and fetches nothing.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined

from consistency.model.findings import FIELDS, SEVERITIES
from consistency.report import View
from consistency.report.html.cards import page_of
from consistency.report.html.marks import KINDS
from consistency.report.weights import added_up
from consistency.report.words import draft_covered, moment
from consistency.report.words_explain import comparison
from consistency.report.words_html import say

if TYPE_CHECKING:
    from consistency.model.findings import Report

# What no reader sees or what would reorder what he sees: controls, marks of direction, halves of characters.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def report(report: Report, view: View) -> bytes:
    """The report as an HTML file in UTF-8; the same bytes on every run."""
    style, script = _part("style.css"), _part("script.js")
    template = _environment().from_string(_part("page.html"))
    text = template.render(
        report=report, view=view, page=page_of(report, view.lang), fields=FIELDS, severities=SEVERITIES, kinds=KINDS,
        say=partial(say, lang=view.lang), comparison=partial(comparison, lang=view.lang), moment=moment,
        added_up=added_up, covered=draft_covered(report.coverage, view.lang),
        style=style, script=script, style_hash=_hash(style), script_hash=_hash(script),
    )  # fmt: skip
    return text.encode()


def _environment() -> Environment:
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_seen
    )  # fmt: skip


def _seen(value: Any) -> Any:
    """The text without what no reader sees."""
    return _UNSEEN.sub("", value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _part(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
