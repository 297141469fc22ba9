"""Facts of status: whether an act is done, under way, planned, undone, cancelled or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading

_LONGEST = 24  # characters of the cue and its act that are shown as the value
_PREDICATE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”]{0,16}")


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
        if match is None or statement.headline:
            continue
        state = match.lastgroup or "done"
        start = statement.start + match.start()
        tail = _PREDICATE.match(statement.clause, match.end())
        end = statement.start + min(tail.end() if tail else match.end(), match.start() + _LONGEST)
        if state == "done" and match[0] == "了":
            start = max(statement.start, start - 4)
        span = reading.article.blocks[statement.block].span(start, end)
        yield Fact(
            "status", "status", Term(state), reading.article.text[span.start : span.end], span, start, end,
            statement, statement.clause, (("cue", match[0]),),
        )  # fmt: skip


_STRENGTH = ("denied", "undone", "cancelled", "suspended", "planned", "done")


def _strongest(clause: str) -> re.Match[str] | None:
    found = list(_cues().finditer(clause))
    return min(found, key=lambda match: (_STRENGTH.index(match.lastgroup or "done"), match.start()), default=None)
