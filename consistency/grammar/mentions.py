"""What reading a text gives: values with the place they were read at."""

from __future__ import annotations

from typing import Literal, NamedTuple

from consistency.model.values import Duration, Quantity, Timex

Kind = Literal["quantity", "date", "duration", "ordinal", "identifier"]


class Mention(NamedTuple):
    """A value in a text. `start` and `end` take in the words that bound it (超过300人, 10年以上, 2亿多元);
    `number_start` and `number_end` are the bare number, or the date without those words. `as_of` is set on the date
    of a 截至…: the scope of other facts, not a fact itself. An identifier has no value.
    """

    start: int
    end: int
    kind: Kind
    value: Quantity | Timex | Duration | None
    number_start: int
    number_end: int
    rule: str
    as_of: bool = False
