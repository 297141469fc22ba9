"""What an article takes back: 此前报道称12人系误，应为15人. The right value, name or state stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from consistency.fields.words import word
from consistency.model.facts import Fact, Statement
from consistency.model.values import Duration, Quantity, Timex
from consistency.patterns import pattern
from consistency.statements import Reading

WITHDRAWN = "withdrawn"  # the kind of a fact that nothing is compared with

# What was wrong stands before these words, what is right after them …
_RIGHT = pattern(r"(?:更正|订正|勘误|改正|修正)(?:为|成)|(?:应|应该|应当|正确的?|实际|实)(?:为|是)")
# … which say so by themselves, or where the sentence or the one before it speaks of a mistake.
_OUTRIGHT = pattern("更正|订正|勘误|改正|修正")
_MISTAKE = pattern("更正|订正|勘误|有误|系误|误[写报植作录记排印登称为]|笔误|写错|错写|错误|口误|失误|致歉")
# What was wrong stands after these: 误将15人写成12人.
_WRONG = pattern(
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


# A name is wrong that stands right before such words, or right after those …
_ERRED = pattern(r"(?:一[说事])?，?(?:有误|系误|为误|系笔误|错误|不实)")
_INSTEAD = pattern(r"而不是|而非|并非|不是")
# … or before what is right, with nothing of its own between them: 县长李建国（应为李建军）.
_BETWEEN = pattern(r"[”）)，（(]*(?:一[名职])?(?:有误|系误|为误|系笔误|错误)?[，,；（(]*(?:姓名|名字|其)?")
_RUN = pattern(r"[“在]?(?P<name>[\u4e00-\u9fff·]{2,12}?)(?=[”，。；、（(]|$)")

NAME_EXAMPLES = {  # an article, and the name or state that it takes back
    "县长李建国赶到现场。\n\n更正：此前报道称县长为李建国有误，应为李建军。": "李建国",
    "县长李建国赶到现场。\n\n更正：县长李建国应为县长李建军。": "李建国",
    "县长李建国赶到现场。\n\n本报昨日误将县长李建军写成李建国，特此更正。": "李建国",
    "“道路5日抢通。”县长何志远说。\n\n更正：上述说话者应为副县长李军，而非何志远。": "何志远",
    "省交通厅发布公告。\n\n更正：发布公告的应为市交通局，而非省交通厅。": "省交通厅",
    "救援人员在青川县开会。\n\n更正：开会地点应为岚泉县，此前报道称在青川县有误。": "青川县",
    "大桥已经通车。\n\n更正：此前报道称大桥已经通车，实为尚未通车。": "已经通车",
    "大桥已经通车。\n\n此前报道称大桥已经通车有误，大桥尚未通车。": "已经通车",
}
NAME_REJECTS = {  # and what it does not take back
    "县长李建国赶到现场。\n\n县长李建国更正了昨天的说法，应为15人。": "李建国",
    "省交通厅发布公告。\n\n据省交通厅更正，地点应为岚泉县。": "省交通厅",
    "县长李建国赶到现场。\n\n来的不是李建国。": "李建国",
    "大桥已经通车。\n\n更正：大桥长15公里，此前报道称12公里有误。": "已经通车",
}


def corrected(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of an article, in order; what it takes back itself is of the kind `WITHDRAWN` wherever it states it."""
    values = list(_taken_back(facts))
    counted = {one.statement.number for one in values}  # 12人遇难有误: the number was wrong, not that they died
    states = [one for one in _states_taken_back(facts) if one.statement.number not in counted]
    names = frozenset(_names_taken_back(reading))
    if not (values or states or names):
        return list(facts)
    found = [
        replace(fact, kind=WITHDRAWN) if _is_wrong(fact, values, states, names) else _without(fact, names)
        for fact in facts
    ]
    known = {(fact.statement.block, fact.start) for fact in found if fact.kind == WITHDRAWN}
    for name in sorted(names):
        for block, text in enumerate(reading.texts):
            for match in re.finditer(re.escape(name), text):
                if (block, match.start()) not in known and (fact := word(reading, "person", block, *match.span())):
                    found.append(replace(fact, kind=WITHDRAWN))
    return sorted(found, key=order) if names else found


def order(fact: Fact) -> tuple[int, int, int, str]:
    """Where a fact stands among those of its article."""
    return fact.statement.block, fact.start, fact.end, fact.field


def _is_wrong(fact: Fact, values: list[Fact], states: list[Fact], names: frozenset[str]) -> bool:
    if fact.kind == "status" and any(fact.slot("act") == x.slot("act") and fact.value == x.value for x in states):
        return True
    if any(fact.kind == one.kind and fact.value == one.value for one in values):
        return not fact.slot("role")
    return bool(names & {fact.term, fact.slot("name")})


def _without(fact: Fact, names: frozenset[str]) -> Fact:
    """A fact that knows of no other holders of a post than the right ones."""
    if not names or not fact.slot("others"):
        return fact
    others = "|".join(name for name in fact.slot("others").split("|") if name not in names)
    return replace(fact, scope=tuple((slot, others if slot == "others" else said) for slot, said in fact.scope))


def _correcting(statement: Statement) -> bool:
    """Whether a sentence, or the one before it, speaks of a mistake."""
    return bool(_MISTAKE.search(statement.sentence) or _MISTAKE.search(statement.lead))


def _names_taken_back(reading: Reading) -> Iterator[str]:
    sentences = {(one.block, one.number): one for one in reading.statements}
    for statement in filter(_correcting, sentences.values()):
        text, names = statement.sentence, _names_in(reading, statement)
        for match in _RIGHT.finditer(text):
            right = _named_after(text, match.end(), names)
            for _, end, name in names:
                if end <= match.start() and _BETWEEN.fullmatch(text, end, match.start()) and right not in ("", name):
                    yield name
        for match in _ERRED.finditer(text):
            yield from (name for _, end, name in names if end == match.start())
        for match in (*_WRONG.finditer(text), *_INSTEAD.finditer(text)):
            if name := _named_after(text, match.end(), names):
                yield name


def _names_in(reading: Reading, statement: Statement) -> list[tuple[int, int, str]]:
    """The names of a sentence with their places in it."""
    known, start = reading.names[statement.block], statement.sentence_start
    named = [(one.start, one.end, one.name) for one in known.people]
    named += [(one.start, one.end, one.name) for one in known.organisations]
    named += [(one.start, one.end, one.name) for one in (*known.places, *known.sites)]
    last = start + len(statement.sentence)
    return [(at - start, end - start, name) for at, end, name in named if start <= at and end <= last]


def _named_after(text: str, at: int, names: Sequence[tuple[int, int, str]]) -> str:
    """The name at a place, with or without a title before it; one that nobody knows goes on to the next comma."""
    match = _RUN.match(text, at)
    if match is None:
        return ""
    known = [name for start, end, name in names if match.start() <= start and end == match.end()]
    return known[0] if known else match["name"]


def _states_taken_back(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The states of known acts before 有误 and before 实为, where the same act is in another state behind it."""
    for fact in facts:
        if fact.kind == "status" and fact.slot("act") and _correcting(fact.statement):
            text, start = fact.statement.sentence, fact.statement.sentence_start
            others = [one for one in facts if one.kind == "status" and one.slot("act") == fact.slot("act")
                      and one.statement.number == fact.statement.number and one.value != fact.value]  # fmt: skip
            right = next((match for match in _RIGHT.finditer(text) if start + match.start() >= fact.end), None)
            if _ERRED.match(text, fact.end - start) or (
                right and any(one.start >= start + right.start() for one in others)
            ):
                yield fact


def _taken_back(facts: Sequence[Fact]) -> Iterator[Fact]:
    by_sentence: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Quantity | Duration | Timex):
            by_sentence.setdefault((fact.statement.block, fact.statement.number), []).append(fact)
    for own in by_sentence.values():
        statement = own[0].statement
        for match in _RIGHT.finditer(statement.sentence):
            if _OUTRIGHT.search(match[0]) or _correcting(statement):
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
