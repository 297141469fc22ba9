"""Facts of status: whether an act is done, under way, planned, undone, cancelled or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consistency.lexicon import rows
from consistency.model.facts import Fact, Statement
from consistency.model.values import Term
from consistency.statements import Reading

LONGEST = 24  # characters of the cue and its act that are shown as the value
_STRENGTH = ("denied", "undone", "cancelled", "suspended", "planned", "done")
_PREDICATE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]*")
# An act that has happened shows it by 了 after the verb: the value begins with the verb.
_AFTER_VERB = ("了", "进了")


@cache
def _cues() -> re.Pattern[str]:
    states: dict[str, list[str]] = {}
    for state, cues in rows("status.tsv"):
        states.setdefault(state, []).extend(cues.split())
    return re.compile("|".join(f"(?P<{state}>{'|'.join(cues)})" for state, cues in states.items()))


def read_states(reading: Reading) -> Iterator[Fact]:
    """A fact for each clause with a cue: the value is the state, the text the cue with the act after it."""
    for statement in reading.statements:
        match = _strongest(statement.clause)
        if match is None or _counts(reading, statement, match):
            continue
        state = match.lastgroup or "done"
        start = match.start()
        if match[0] in _AFTER_VERB:
            start = max(0, start - 2)
        tail = _PREDICATE.match(statement.clause, match.end())
        end = min(tail.end() if tail else match.end(), start + LONGEST)
        start, end = statement.start + start, statement.start + end
        span = reading.article.blocks[statement.block].span(start, end)
        yield Fact(
            "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end,
            statement, statement.clause[:LONGEST], (("cue", match[0]),),
        )  # fmt: skip


def _counts(reading: Reading, statement: Statement, match: re.Match[str]) -> bool:
    """Whether the clause is about a number (已造成11人遇难): the figure's business, whatever the cue."""
    if match.lastgroup != "done":
        return False
    end, after = statement.start + len(statement.clause), statement.start + match.end()
    return any(
        mention.kind == "quantity" and after <= mention.start < min(end, after + 4)
        for mention in reading.mentions[statement.block]
    )


# 停运一年三个多月的望津大桥重新开放: what the thing was, not what is said of it.
_ATTRIBUTE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,12}的[\u4e00-\u9fff]{2,}")


def _attributive(clause: str, match: re.Match[str]) -> bool:
    return match.lastgroup in ("suspended", "cancelled") and bool(_ATTRIBUTE.match(clause, match.end()))


def _strongest(clause: str) -> re.Match[str] | None:
    """The cue that decides: a denial before a plan before what is done; of equals the first."""
    found = [match for match in _cues().finditer(clause) if not _attributive(clause, match)]
    return min(found, key=lambda match: (_STRENGTH.index(match.lastgroup or "done"), match.start()), default=None)
