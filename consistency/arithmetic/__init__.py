"""Sums that do not add up, within an article or against others: growth, parts and whole, share, age, weekday.

Each rule is a function with a pattern over a sentence in which every value is one character, `V`; the groups of the
pattern are the values that it reckons with. It answers with the sum where the values contradict it, each taken as
widely as its last digit allows, and None where they do not or where it cannot be sure. Values that are only about so
(约, 近, 超过) are never reckoned with. Of a sum across two articles each has some of the terms (`across.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from consistency.arithmetic import across, rules  # enter them
from consistency.arithmetic.joined import Told, contradictions
from consistency.arithmetic.registry import ACROSS, RULES
from consistency.arithmetic.sentences import sentences
from consistency.findings import TOPIC, stated
from consistency.fingerprint import fingerprint
from consistency.linkage.context import Context
from consistency.linkage.topics import Topic
from consistency.model.facts import Fact
from consistency.model.findings import Finding
from consistency.model.text import Article
from consistency.wording import Lang, say

__all__ = ["ACROSS", "RULES", "across", "rules", "sums", "sums_against"]

SURE = 0.9


def sums(facts: Sequence[Fact], articles: Mapping[str, Article], lang: Lang = "zh") -> list[Finding]:
    """A finding for each sum of one article that does not add up; its statements are the values, the claim first."""
    found = []
    for sentence in sentences(facts):
        published = articles[sentence.facts[0].statement.article].published
        for one in RULES:
            for values, text in sentence.matches(one.pattern):
                told = one.judge(values, text, published)
                if told is not None:
                    others = sorted((values[name] for name in values if name != one.claim), key=lambda fact: fact.span)
                    found.append(_finding(Told((values[one.claim], *others), told), "sum", articles, lang))
    return found


def sums_against(
    draft: Sequence[Context], sources: Sequence[Sequence[Context]], topics: Sequence[Topic],
    articles: Mapping[str, Article], lang: Lang = "zh",
) -> list[Finding]:  # fmt: skip
    """A finding for each value of a draft that does not add up with what its sources state.

    `sources` are the contexts of each source of the draft's story, `topics` what was aligned of them.
    """
    return [_finding(told, "sum against", articles, lang) for told in contradictions(draft, sources, topics, articles)]


def _finding(told: Told, sentence: str, articles: Mapping[str, Article], lang: Lang) -> Finding:
    claimed, *others = told.facts
    statements = (stated(claimed, "a", articles, lang), *(stated(fact, "b", articles, lang) for fact in others))
    return Finding(
        fingerprint("sum", statements), claimed.field, "conflict", "error", SURE,
        claimed.measure or claimed.statement.sentence[:TOPIC], say(sentence, lang, value=claimed.text, sum=told.sum),
        statements, (told.sum,), "disjoint",
    )  # fmt: skip
