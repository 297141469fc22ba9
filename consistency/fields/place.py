"""Facts of place: where the thing that a clause tells of is or happens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.fields.values import measure
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading

# 在日内瓦举行, 抵达乌得勒支, 位于吉塘乡: a place where something is or happens; 贵州选手: where somebody is from.
_BEFORE = re.compile(r"(?:在|于|到|至|达|赴|往|自|从|抵|位于|来自|登陆|震中|撞上了?|袭击)[\u4e00-\u9fff]{0,4}$")
_AFTER = re.compile(r"(?:沿海|境内|附近|一带)?(?:登陆|发生|举行|举办|召开|开工|开幕|签署|北岸|南岸|东岸|西岸)")
_ORIGIN = re.compile(r"(?:选手|小伙|姑娘|籍|男子|女子|农民|人[\u4e00-\u9fff]{2,4})")
_WIDE = ("country", "province")  # too wide to say where a thing happened


def role(text: str, start: int, end: int, level: str) -> str:
    """What a place is to its clause: `from` where somebody comes from it, `at` where something happens."""
    if _ORIGIN.match(text, end):
        return "from"
    happens = _BEFORE.search(text[max(0, start - 8) : start]) or _AFTER.match(text, end)
    return "at" if happens and level not in _WIDE else ""


def read_places(reading: Reading) -> Iterator[Fact]:
    """A fact for each place where something is or happens; the measure is the words around it."""
    for block, names in enumerate(reading.names):
        text = reading.texts[block]
        for place in names.places:
            statement = reading.statement_at(block, place.start)
            its_role = role(text, place.start, place.end, place.level)
            if statement is None or not its_role:
                continue
            clause_end = statement.start + len(statement.clause)
            span = reading.article.blocks[block].span(place.start, place.end)
            yield Fact(
                "place", "place", Term(place.name), reading.article.text[span.start : span.end], span,
                place.start, place.end, statement,
                measure(text[statement.start : place.start], text[place.end : clause_end]),
                (("level", place.level), ("role", its_role)),
            )  # fmt: skip
