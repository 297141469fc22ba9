"""What an article takes back: 此前报道称12人系误，应为15人. The right value stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from consistency.model.facts import Fact
from consistency.model.values import Duration, Quantity, Timex

# What was wrong stands before these words, what is right after them …
_RIGHT = re.compile(r"(?:更正|订正|勘误|改正|修正)(?:为|成)|(?:应|应该|应当|正确的?|实际|实)(?:为|是)")
# … which say so by themselves, or where the sentence or the one before it speaks of a mistake.
_OUTRIGHT = re.compile("更正|订正|勘误|改正|修正")
_MISTAKE = re.compile("更正|订正|勘误|有误|系误|误[写报植作录记排印登称为]|笔误|写错|错写|错误|口误|失误|致歉")
# What was wrong stands after these: 误将15人写成12人.
_WRONG = re.compile(
    r"误(?:写|报|植|作|录|记|排|印|登)?(?:为|成|作)|误将[^，。；]{1,16}?(?:写|报|登|印|说|当)[为成作]|错(?:写|报)成"
)

EXAMPLES = {  # what is taken back
    "更正：此前报道称12人遇难系误，应为15人。": "12人",
    "本报昨日报道将遇难人数误写为12人，应为15人。": "12人",
    "本报昨日误将15人写成12人，特此更正。": "12人",
    "勘误：5月16日通车更正为5月19日通车。": "5月16日",
    "遇难人数由12人订正为15人。": "12人",
}
REJECTS = (
    "事故造成12人遇难，应为15人提供帮助。",
    "速度应为每小时80公里，事发时为120公里。",
    "原定5月16日通车，改为5月19日。",
)


def corrected(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of an article; those of a value that it takes back are only a basis, wherever it states them."""
    wrong = list(_taken_back(facts))
    return [_as_basis(fact) if _is_one(fact, wrong) and not fact.slot("role") else fact for fact in facts]


def _as_basis(fact: Fact) -> Fact:
    return replace(fact, scope=(*fact.scope, ("role", "basis")))


def _is_one(fact: Fact, wrong: Iterable[Fact]) -> bool:
    return any(fact.kind == one.kind and fact.value == one.value for one in wrong)


def _taken_back(facts: Sequence[Fact]) -> Iterable[Fact]:
    by_sentence: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Quantity | Duration | Timex):
            by_sentence.setdefault((fact.statement.block, fact.statement.number), []).append(fact)
    for own in by_sentence.values():
        statement = own[0].statement
        for match in _RIGHT.finditer(statement.sentence):
            told = _MISTAKE.search(statement.sentence) or _MISTAKE.search(statement.lead)
            if _OUTRIGHT.search(match[0]) or told:
                before, after = _around(own, statement.sentence_start + match.start())
                if before and after and before[-1].kind == after[0].kind and before[-1].value != after[0].value:
                    yield before[-1]
        wrongly = _WRONG.search(statement.sentence)
        if wrongly:
            _, after = _around(own, statement.sentence_start + wrongly.end())
            if after:
                yield after[0]


def _around(facts: Sequence[Fact], at: int) -> tuple[list[Fact], list[Fact]]:
    return [fact for fact in facts if fact.end <= at], [fact for fact in facts if fact.start >= at]
