"""What a scan of a corpus tells in sum: how much was read, and where most disagreements are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Summary:
    """Counts over a corpus, or a part of it; the sum of two is that of both parts.

    `findings` counts by field and severity, `outlets` by the two outlets that disagree (in order of their names),
    `topics` by what is measured; `facts` counts by field, `compared` the pairs of facts, `events` the stories of at
    least two articles.
    """

    articles: int = 0
    skipped: int = 0
    copies: int = 0
    events: int = 0
    compared: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    outlets: Counter[tuple[str, str]] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            self.articles + other.articles, self.skipped + other.skipped, self.copies + other.copies,
            self.events + other.events, self.compared + other.compared, self.facts + other.facts,
            self.findings + other.findings, self.outlets + other.outlets, self.topics + other.topics,
        )  # fmt: skip
