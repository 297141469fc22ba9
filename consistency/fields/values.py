"""Facts whose value is an interval: figures, points and spans of time, durations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.fields.scope import read_scope
from consistency.grammar import Mention
from consistency.model.facts import Fact, Statement
from consistency.model.findings import Field
from consistency.model.values import Duration, Quantity, Timex, Value
from consistency.statements import Reading

_KINDS: dict[type, tuple[Field, str]] = {
    Quantity: ("figure", "quantity"), Timex: ("date", "time"), Duration: ("date", "duration"),
}  # fmt: skip

# What a number is said of: the words before it back to the last break, the counted noun after it.
_BREAK = re.compile(r"[，。；：、,;:\s“”（()）【】？！?!]")
_NOUN = re.compile(r"^[\u4e00-\u9fffA-Za-z]{1,8}")
_FILLER = re.compile(r"^(?:的|了|为|是|达|有|共|约|从|自|在|于|由|至|到|对|已|将|其中|据|和|与|及|并)+|(?:的|了|为|是|达到|达|有|共|约|从|自|在|于|由|至|到|已|将)+$")
_AS_OF = re.compile(r"截至|截止")
# (约1.26億港元): the same amount in the reader's money, for which its own amount just before speaks.
_SAID_AGAIN = re.compile(r"[（(](?:约|折)?合")


def read_values(reading: Reading) -> Iterator[Fact]:
    """A fact for each quantity, time and duration of the article, but for 截至 dates, which are scope."""
    for block, mentions in enumerate(reading.mentions):
        text = reading.texts[block]
        as_of: tuple[int, Mention] | None = None
        for index, mention in enumerate(mentions):
            if mention.value is None or mention.kind in ("ordinal", "identifier"):
                continue
            statement = reading.statement_at(block, mention.start)
            if statement is None:
                continue
            if mention.as_of:
                as_of = (statement.number, mention)
                continue
            previous = mentions[index - 1].end if index else 0
            following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
            yield _fact(reading, block, mention, statement, (previous, following), as_of)


def _fact(
    reading: Reading, block: int, mention: Mention, statement: Statement, gap: tuple[int, int],
    as_of: tuple[int, Mention] | None,
) -> Fact:  # fmt: skip
    text = reading.texts[block]
    value: Value = mention.value  # type: ignore[assignment]  # callers leave out mentions without one
    field, kind = _KINDS[type(value)]
    before = text[max(statement.start, gap[0]) : mention.start]
    after = text[mention.end : min(statement.start + len(statement.clause), gap[1])]
    scope = read_scope(text[statement.start : mention.start], after, statement.sentence)
    moment = None
    if as_of and as_of[0] >= statement.number - 1 and isinstance(as_of[1].value, Timex):
        scope = (*scope, ("as_of", as_of[1].value.edtf))
        moment = as_of[1].value.end
    article = reading.article
    span = article.blocks[block].span(mention.start, mention.end)
    return Fact(
        field, kind, value, article.text[span.start : span.end], span, mention.start, mention.end, statement,
        measure(before, after), scope, moment,
    )  # fmt: skip


def measure(before: str, after: str) -> str:
    """What a value is said of, for a reader: the words next to it, without particles and breaks."""
    left = _BREAK.split(before)[-1]
    noun = _NOUN.match(after)
    right = noun[0] if noun else ""
    left, right = _FILLER.sub("", left), _FILLER.sub("", right)
    return (left[-10:] + ("…" if left and right else "") + right).strip("…") or statement_words(before)


def statement_words(before: str) -> str:
    """The last words before a value that stands alone (住院的，四十多个)."""
    parts = [part for part in _BREAK.split(before) if part]
    return parts[-1][-10:] if parts else ""
