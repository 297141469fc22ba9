"""An article as its reader sees it, with every compared value marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from consistency.model.text import Article, Block, BlockKind, Span

KINDS = ("error", "warning", "info", "agree", "settled")  # the gravest first


@dataclass(frozen=True)
class Claim:
    """A finding's hold on a place of the file: `key` names the statement, `label` is the finding and side for short."""

    key: tuple[int, int]
    span: Span
    finding: int
    kind: str
    label: str
    title: str


@dataclass(frozen=True)
class Mark:
    """A stretch of text that one or more claims cover, the gravest first; `labels` are of those that begin here."""

    id: str
    claims: tuple[Claim, ...]
    labels: tuple[str, ...]

    @property
    def kind(self) -> str:
        """How grave the gravest of its claims is."""
        return self.claims[0].kind


@dataclass(frozen=True)
class Piece:
    """A stretch of a block's text, marked or not."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Paragraph:
    """A block of an article, cut where marks begin and end."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def marked(article: Article, claims: Iterable[Claim]) -> tuple[tuple[Paragraph, ...], dict[tuple[int, int], str]]:
    """The blocks with their marks, and for each claim's key the id of the mark where it begins.

    A claim on what is no part of the article's blocks has no mark.
    """
    by_block = _by_block(article, claims)
    anchors: dict[tuple[int, int], str] = {}
    paragraphs = []
    for number, block in enumerate(article.blocks):
        pieces = _pieces(block.text, by_block.get(number, ()), f"{article.id}-{number + 1}", anchors)
        paragraphs.append(Paragraph(block.kind, tuple(pieces)))
    return tuple(paragraphs), anchors


def _by_block(article: Article, claims: Iterable[Claim]) -> Mapping[int, Sequence[tuple[int, int, Claim]]]:
    """The claims on each block, with start and end in its text."""
    order = sorted((n for n, block in enumerate(article.blocks) if block.text), key=lambda n: _extent(n, article).start)
    begins = [_extent(number, article).start for number in order]
    found: dict[int, list[tuple[int, int, Claim]]] = defaultdict(list)
    for claim in claims:
        at = bisect_right(begins, claim.span.start) - 1
        if at < 0 or claim.span.start >= _extent(order[at], article).end:
            continue
        start, end = _within(article.blocks[order[at]], claim.span)
        if start < end:
            found[order[at]].append((start, end, claim))
    return found


def _extent(number: int, article: Article) -> Span:
    block = article.blocks[number]
    return block.span(0, len(block.text))


def _within(block: Block, span: Span) -> tuple[int, int]:
    """The place in the block's text of a span of the file: the inverse of `Block.span`."""
    if block.starts is None or block.ends is None:
        start, end = span.start - block.start, span.end - block.start
    else:
        start, end = bisect_left(block.starts, span.start), bisect_right(block.ends, span.end)
    return max(start, 0), min(end, len(block.text))


def _pieces(
    text: str, claims: Sequence[tuple[int, int, Claim]], prefix: str, anchors: dict[tuple[int, int], str]
) -> Iterable[Piece]:
    """The text cut at every start and end of a claim; `anchors` learns where each one begins."""
    cuts = sorted({0, len(text), *(cut for start, end, _ in claims for cut in (start, end))})
    opening: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
    for start, end, claim in claims:
        opening[start].append((end, claim))
    held: list[tuple[int, Claim]] = []
    for start, end in pairwise(cuts):
        held = [one for one in held if one[0] > start] + opening[start]
        if not held:
            yield Piece(text[start:end])
            continue
        covering = sorted((claim for _, claim in held), key=lambda claim: (KINDS.index(claim.kind), claim.finding))
        begun = sorted((claim for _, claim in opening[start]), key=lambda claim: claim.finding)
        name = f"m{prefix}-{start}"
        for claim in begun:
            anchors[claim.key] = name
        labels = tuple(claim.label for claim in begun if claim.kind not in ("agree", "settled"))
        yield Piece(text[start:end], Mark(name, tuple(covering), labels))
