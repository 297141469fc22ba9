"""What the page shows: the findings as numbered cards, story by story, beside their articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consistency.model.findings import FIELDS, Field, Finding, Report, Source, Stated
from consistency.report.html.marks import KINDS, Claim, Paragraph, marked
from consistency.report.words import letter

ROOM = 150  # characters of a sentence that are shown on either side of the value


@dataclass(frozen=True)
class Place:
    """A statement of a side, and the id of its mark (of its article, where it has none).

    `excerpt` is its sentence in pieces, each with the letter of its side where it is a value of the finding and None
    where it is not; it is empty where the sentence was shown above.
    """

    statement: Stated
    source: Source
    anchor: str
    excerpt: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class Side:
    """The statements of one meaning; the letter is "" where there is but one side."""

    letter: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Card:
    """A finding with its number on the page; `kind` is its severity, or `agree` or `settled`."""

    number: int
    finding: Finding
    kind: str
    sides: tuple[Side, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that it speaks of."""
        return tuple(dict.fromkeys(place.source.article.id for side in self.sides for place in side.places))

    @property
    def contrasts(self) -> bool:
        """Whether the values of its sides, set beside each other, tell what it is about."""
        return len(self.sides) > 1 and len(self.articles) > 1

    def in_article(self, article: str) -> list[tuple[str, Place]]:
        """What one article says, each place with the letter of its side."""
        return [
            (side.letter, place)
            for side in self.sides for place in side.places if place.source.article.id == article
        ]  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A story: its articles (copies too), and its findings that nobody settled."""

    number: int
    sources: tuple[Source, ...]
    cards: tuple[Card, ...]

    @property
    def columns(self) -> tuple[Source, ...]:
        """The articles that a table of the story needs: copies only where a finding quotes them."""
        quoted = {article for card in self.cards for article in card.articles}
        return tuple(one for one in self.sources if not one.origin or one.article.id in quoted)

    def of_field(self, field: Field) -> tuple[Card, ...]:
        """Its findings of one field."""
        return tuple(card for card in self.cards if card.finding.field == field)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that it has findings of."""
        return tuple(field for field in FIELDS if self.of_field(field))


@dataclass(frozen=True)
class Shown:
    """An article in full."""

    source: Source
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Page:
    """All that the page shows: the draft's article first, the stories in their order, what is settled at the end."""

    articles: tuple[Shown, ...]
    sections: tuple[Section, ...]
    settled: tuple[Card, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All findings in the order of the page."""
        return tuple(card for section in self.sections for card in section.cards) + self.settled

    @property
    def disagreements(self) -> int:
        """How many findings tell of values that cannot stand beside each other, the settled ones left out."""
        return sum(card.kind != "settled" and card.finding.disagrees for card in self.cards)

    def count(self, kind: str) -> int:
        """How many findings of a kind there are."""
        return sum(card.kind == kind for card in self.cards)


def page_of(report: Report, lang: str) -> Page:
    """The report as the page shows it; copies stand in the story of the article that they copy."""
    sources = sorted(report.sources, key=lambda source: source.article.id != report.draft)
    story = _stories(report)
    ranks = _ranks(report.findings, story)
    ordered = sorted(
        report.findings,
        key=lambda one: (one.settled, ranks[story[one.statements[0].article]], KINDS.index(kind_of(one))),
    )
    numbered = list(enumerate(ordered, 1))
    letters = {number: _letters(finding, report.draft, lang) for number, finding in numbered}
    anchors: dict[tuple[int, int], str] = {}
    articles = []
    for source in sources:
        paragraphs, found = marked(source.article, _claims(source, numbered, letters))
        anchors |= found
        articles.append(Shown(source, paragraphs))
    by_id = {source.article.id: source for source in sources}
    cards = [
        Card(number, finding, kind_of(finding), _sides(number, finding, letters[number], anchors, by_id, report.draft))
        for number, finding in numbered
    ]  # fmt: skip
    sections = tuple(
        Section(
            number,
            tuple(source for source in sources if story[source.article.id] == number),
            tuple(card for card in cards if card.kind != "settled" and story[card.articles[0]] == number),
        )
        for number in sorted(set(story.values()), key=lambda number: ranks[number])
    )
    return Page(tuple(articles), sections, tuple(card for card in cards if card.kind == "settled"))


def kind_of(finding: Finding) -> str:
    """How grave a finding is, as its marks show it."""
    if finding.settled:
        return "settled"
    return "agree" if finding.agrees else finding.severity


def _stories(report: Report) -> dict[str, int]:
    """The number of each article's story, from 1 on; an article that is in none stands with the last."""
    number = {article: n for n, story in enumerate(report.stories, 1) for article in story}
    last = max(len(report.stories), 1)
    return {
        source.article.id: number.get(source.origin or source.article.id, number.get(source.article.id, last))
        for source in report.sources
    }


def _ranks(findings: Sequence[Finding], story: Mapping[str, int]) -> dict[int, tuple[int, int]]:
    """The place of each story: the one with the gravest finding first."""
    gravest = {
        number: min((KINDS.index(kind_of(one)) for one in findings if story[one.statements[0].article] == number),
                    default=len(KINDS))
        for number in set(story.values())
    }  # fmt: skip
    return {number: (kind, number) for number, kind in gravest.items()}


def _letters(finding: Finding, draft: str | None, lang: str) -> Mapping[str, str]:
    """The letter of each group, the draft's first; none where there is but one."""
    statements = sorted(finding.statements, key=lambda statement: statement.article != draft)
    groups = list(dict.fromkeys(statement.group for statement in statements))
    return {group: letter(n, lang) if len(groups) > 1 else "" for n, group in enumerate(groups)}


def _claims(
    source: Source, numbered: Sequence[tuple[int, Finding]], letters: Mapping[int, Mapping[str, str]]
) -> list[Claim]:
    return [
        Claim((number, index), statement.span, number, kind_of(finding),
              f"{number}{letters[number][statement.group]}", finding.topic)
        for number, finding in numbered
        for index, statement in enumerate(finding.statements) if statement.article == source.article.id
    ]  # fmt: skip


def _sides(
    number: int, finding: Finding, letters: Mapping[str, str], anchors: Mapping[tuple[int, int], str],
    sources: Mapping[str, Source], draft: str | None,
) -> tuple[Side, ...]:  # fmt: skip
    """The finding's sides in the order of their letters, the draft's statements first in theirs."""
    sides = []
    told: set[tuple[str, tuple[int, int]]] = set()
    ordered = sorted(enumerate(finding.statements), key=lambda one: one[1].article != draft)
    for group, sign in letters.items():
        places = []
        for index, statement in ordered:
            if statement.group != group:
                continue
            excerpt: tuple[tuple[str, str | None], ...] = ()
            if (statement.sentence, statement.mark) not in told:
                beside = sorted(
                    (one for one in finding.statements if _sentence(one) == _sentence(statement)),
                    key=lambda one: one.mark,
                )
                excerpt = tuple(_excerpt(beside, letters))
                told |= {(one.sentence, one.mark) for one in beside}
            anchor = anchors.get((number, index), statement.article)
            places.append(Place(statement, sources[statement.article], anchor, excerpt))
        sides.append(Side(sign, tuple(places)))
    return tuple(sides)


def _sentence(statement: Stated) -> tuple[str, str, int]:
    """Which sentence of which article it is: one that is said twice is two."""
    return statement.article, statement.sentence, statement.span.start - statement.mark[0]


def _excerpt(statements: Sequence[Stated], letters: Mapping[str, str]) -> Iterable[tuple[str, str | None]]:
    """The sentence that the statements share, their values in the order of the text; very long stretches are cut."""
    sentence, at = statements[0].sentence, 0
    for statement in statements:
        start, end = statement.mark
        if start < at:
            continue
        yield _cut(sentence[at:start].lstrip() if not at else sentence[at:start], at > 0, True), None
        yield sentence[start:end], letters[statement.group]
        at = end
    yield _cut(sentence[at:].rstrip(), True, False), None


def _cut(text: str, before: bool, after: bool) -> str:
    """The text with only what is near the values before and after it."""
    if len(text) <= (before + after) * ROOM:
        return text
    return (text[:ROOM] if before else "") + "…" + (text[-ROOM:] if after else "")
