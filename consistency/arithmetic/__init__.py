"""Sums that do not add up within an article: growth and base, parts and whole, share and whole, age and birth, weekday.

Each rule is a function with a pattern over a sentence in which every value is one character, `V`; the groups of the
pattern are the values that it reckons with. It answers with the sum where the values contradict it, each taken as
widely as its last digit allows, and None where they do not or where it cannot be sure. Values that are only about so
(约, 近, 超过) are never reckoned with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from consistency.arithmetic import rules  # enters them
from consistency.arithmetic.registry import FIRST, RULES, VALUE, Values
from consistency.findings import stated
from consistency.fingerprint import fingerprint
from consistency.model.facts import Fact
from consistency.model.findings import Finding
from consistency.model.text import Article
from consistency.model.values import Duration, Quantity, Timex
from consistency.wording import Lang, say

__all__ = ["RULES", "rules", "sums"]

SURE = 0.9
_OWN = re.compile(VALUE)  # such characters that a text holds itself


def sums(facts: Sequence[Fact], articles: Mapping[str, Article], lang: Lang = "zh") -> list[Finding]:
    """A finding for each sum of one article that does not add up; its statements are the values, the claim first."""
    found = []
    for sentence in _sentences(facts):
        text = _skeleton(sentence)
        published = articles[sentence[0].statement.article].published
        for one in RULES:
            for match in one.pattern.finditer(text):
                values = {
                    name: sentence[ord(char) - FIRST] for name, char in match.groupdict().items()
                    if char and len(char) == 1 and FIRST <= ord(char) < FIRST + len(sentence)
                }  # fmt: skip
                told = one.judge(values, match[0], published)
                if told is not None:
                    found.append(_finding(values, one.claim, told, articles, lang))
    return found


def _sentences(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The figures and times of each sentence that has two of them or more, in order, none within another."""
    found: dict[tuple[int, int], list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.value, Quantity | Duration | Timex):
            own = found.setdefault((fact.statement.block, fact.statement.number), [])
            if not own or own[-1].end <= fact.start:
                own.append(fact)
    for own in found.values():
        yield own


def _skeleton(facts: Sequence[Fact]) -> str:
    """Their sentence, each value one character: the first U+E000, the second U+E001 …"""
    statement = facts[0].statement
    parts, at = [], 0
    for number, fact in enumerate(facts):
        start = fact.start - statement.sentence_start
        parts += [_OWN.sub(" ", statement.sentence[at:start]), chr(FIRST + number)]
        at = fact.end - statement.sentence_start
    return "".join([*parts, _OWN.sub(" ", statement.sentence[at:])])


def _finding(values: Values, claim: str, told: str, articles: Mapping[str, Article], lang: Lang) -> Finding:
    claimed = values[claim]
    others = sorted((fact for name, fact in values.items() if name != claim), key=lambda fact: fact.span)
    statements = (stated(claimed, "a", articles, lang), *(stated(fact, "b", articles, lang) for fact in others))
    return Finding(
        fingerprint("sum", statements), claimed.field, "conflict", "error", SURE,
        claimed.measure or claimed.statement.clause[:16], say("sum", lang, value=claimed.text, sum=told), statements,
        (told,), "disjoint",
    )  # fmt: skip
