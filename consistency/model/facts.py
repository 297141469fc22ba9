"""What the articles state: statements, who said them, and their facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from consistency.model.findings import Field
from consistency.model.text import Span
from consistency.model.values import Duration, Quantity, Term, Timex, Value


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it: `source` as named in full, `cue` the word that says so (表示, 据), direct speech or not."""

    source: str
    cue: str
    direct: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause and where it stands: all texts are folded, so they are as long as what the reader sees.

    `clause` is the clause itself, `sentence` the whole sentence, `lead` what it hangs on when it says too little by
    itself (the sentence before it, the question it answers). `subject` is carried over where the clause leaves it
    out. `block` numbers the article's blocks, `number` its sentences; `start` is where the clause begins in the
    block's text, `sentence_start` where the sentence does.
    """

    article: str
    block: int
    number: int
    start: int
    clause: str
    sentence_start: int
    sentence: str
    lead: str = ""
    subject: str = ""
    attribution: Attribution | None = None
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of one statement: the value, where it stands, what it measures and in which scope.

    `start` and `end` are the value's place in the block's text, `span` its place in the file. `scope` holds
    (slot, word) pairs: period, place, stage, group, basis, change, as_of … `kind` is the comparison that applies
    (quantity, time, duration, post, act, quotation, place, status), or withdrawn where the article takes it back.
    """

    field: Field
    kind: str
    value: Value
    text: str
    span: Span
    start: int
    end: int
    statement: Statement
    measure: str
    scope: tuple[tuple[str, str], ...] = ()
    as_of: Timex | None = None  # the time of which the statement speaks (截至3月5日18时)
    period: Timex | None = None  # the year, quarter or month of a figure, the day of an act

    @property
    def term(self) -> str:
        """The value of a name, post, place or state; "" of an interval."""
        return self.value.text if isinstance(self.value, Term) else ""

    @property
    def written(self) -> str:
        """The value as it reads in simplified characters: 上周五 of 上週五; `text` is as the file has it."""
        at = self.start - self.statement.start
        return self.statement.clause[at : at + self.end - self.start] if at >= 0 else self.text

    def slot(self, name: str) -> str:
        """The word that fills a slot of the scope, or an empty string."""
        for slot, word in self.scope:
            if slot == name:
                return word
        return ""

    def to_dict(self) -> dict[str, Any]:
        """The fact in the JSON contract's keys."""
        return {
            "field": self.field, "start": self.span.start, "end": self.span.end, "text": self.text,
            "measure": self.measure, "scope": dict(self.scope), "value": value_to_dict(self.value),
        }  # fmt: skip


def value_to_dict(value: Value) -> dict[str, Any]:
    """The value in the JSON contract's keys: ISO dates for grains of a day and more, whole numbers without `.0`."""
    match value:
        case Quantity():
            return {"low": _plain(value.low), "high": _plain(value.high), "unit": value.unit, "mod": value.mod}
        case Duration():
            return {"low": _plain(value.low), "high": _plain(value.high), "unit": value.unit, "mod": value.mod}
        case Timex():
            fine = value.grain in ("hour", "minute", "second")
            bounds = [
                None if bound is None else bound.isoformat(timespec="minutes") if fine else bound.date().isoformat()
                for bound in (value.start, value.end)
            ]
            shown: dict[str, Any] = {
                "edtf": value.edtf, "start": bounds[0], "end": bounds[1], "grain": value.grain, "mod": value.mod,
            }  # fmt: skip
            return shown if value.weekday is None else shown | {"weekday": value.weekday}
        case Term():
            return {"text": value.text}


def _plain(number: float | None) -> float | int | None:
    if number is None:
        return None
    return int(number) if number == int(number) else round(number, 9)
