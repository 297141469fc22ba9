"""Web pages to pieces: which part of a page is its article, its headline, and what its head says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from consistency.articles.bylines import moment
from consistency.articles.lines import Role, is_outlet, is_section, role
from consistency.articles.page import Element, Page, read
from consistency.articles.pieces import Parsed, Piece
from consistency.articles.script import fold
from consistency.articles.table import left_over, words
from consistency.patterns import pattern

_FURNITURE = frozenset({"nav", "aside", "footer", "form", "button", "textarea", "menu", "dialog"})
_LEAVES = frozenset({"p", "li", "td", "th", "tr", "dd", "blockquote", "pre", "h1", "h2", "h3", "h4"})
_NAME = pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# fmt: off
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
    "publish-date", "publication_date", "dc.date.issued", "dc.date", "parsely-pub-date", "og:release_date", "date",
    "weibo:article:create_at", "article.published", "firstpublishedtime", "_pubtime", "dateupdate",
)
# fmt: on
_SITES = (
    "og:site_name",
    "sitename",
    "application-name",
    "twitter:site",
    "contentsource",
    "mediaid",
    "source",
    "author",
)
_SUFFIX = pattern(r"(?P<gap>\s*[-–—_|｜丨·»]+\s*)(?P<name>[^-–—_|｜丨»]{2,24})$")


def parse(text: str) -> Parsed:
    """The pieces of the page's article and its headline; navigation, side columns and the like left out."""
    page = read(text)
    shown = [(piece, box) for piece, box in page.pieces if not box.hidden]
    data = list(_structured(page.data))
    head = page.title.text if page.title else ""
    headline, sites = split_title(page.meta.get("og:title") or _first(data, "headline") or head)
    sites = [*sites, *(site for site in split_title(head)[1] if site not in sites)]
    headlines = [text for text in (headline, split_title(head)[0]) if text]
    title = _headline(shown, headlines, sites)
    inside = _article(shown, title)
    first = 0 if title is None else title + 1
    end = max(inside, default=len(shown) - 1) + 1
    junk = _junk_boxes(shown, title)
    body = [
        piece
        for index, (piece, box) in enumerate(shown[first:end], first)
        if not _is_linked(piece) and (index in inside or title is not None) and not any(e in junk for e in box.chain())
    ]
    aside = {id(piece) for piece in body}
    above = [
        piece
        for index, (piece, _) in enumerate(shown[:end])
        if id(piece) not in aside and not _is_linked(piece) and (index < first - 1 or role(piece.text) is Role.BYLINE)
    ]
    named = shown[title][0] if title is not None else _cut_title(page.title, headline) if body else None
    published = _published(page, data, junk)
    own = [page.meta[name] for name in _SITES[:3] if page.meta.get(name)]
    sites = sorted(sites, key=lambda name: name.endswith("号") or not is_outlet(name, medium=True))
    others = [page.meta[name] for name in _SITES[3:] if is_outlet(page.meta.get(name, ""), medium=True)]
    return Parsed(
        body,
        replace(named, mark="title") if named else None,
        above=above,
        published=published,
        language=page.language or page.meta.get("og:locale", "").replace("_", "-"),
        sites=(*own, *filter(None, [_publisher(data)]), *sites, *others),
    )


def split_title(text: str) -> tuple[str, list[str]]:
    """The headline of a `<title>` and the names of the site and its sections behind it, the first one first."""
    names: list[str] = []
    while match := _SUFFIX.search(text):
        gap, name = match["gap"], match["name"].strip()
        sure = gap != gap.strip() or re.search(r"[_|｜丨»]|--", gap) is not None
        if not text[: match.start()].strip() or re.search("[。！？，,!?“”]", name):
            break
        if not sure and not fold(name).lower().endswith(words("medium", "body", "channel")):
            break
        text = text[: match.start()]
        names.insert(0, name)
    return text.strip(), [name for name in names if left_over(fold(name), "ui", "channel", "section")]


def _letters(text: str) -> str:
    return "".join(char for char in fold(text).lower() if char.isalnum())


def _headline(shown: Sequence[tuple[Piece, Element]], headlines: Sequence[str], sites: Sequence[str]) -> int | None:
    """Which piece is the headline: a heading, the more it shares with the page's head the better."""
    wanted = [_letters(text) for text in headlines]
    best: tuple[float, int] | None = None
    names = {_letters(site) for site in sites}
    for index, (piece, box) in enumerate(shown):
        letters = _letters(piece.text)
        if not letters or letters in names or len(piece.text) > 120 or is_section(piece.text):
            continue
        alike = max((_alike(letters, text) for text in wanted), default=0.0)
        whole = alike >= 0.9 or (len(letters) >= 10 and any(text.startswith(letters) for text in wanted))
        if piece.mark == "line" and not whole:
            continue
        score = (
            alike
            + {"title": 0.6, "heading": 0.2, "line": 0.0}[piece.mark]
            - 0.5 * any(_is_junk(e) for e in box.chain())
        )
        score -= 0.1 * (box.tag in ("h4", "h5", "h6"))
        if score > 0.45 and (best is None or score > best[0] + 0.01):
            best = score, index
    return best[1] if best is not None else None


def _alike(one: str, other: str) -> float:
    if not other:
        return 0.0
    same = SequenceMatcher(None, one, other, autojunk=False)
    return sum(block.size for block in same.get_matching_blocks() if block.size > 1) * 2 / (len(one) + len(other))


def _cut_title(title: Piece | None, headline: str) -> Piece | None:
    if title is None:
        return None
    at = title.text.find(headline)
    piece = title.cut(at, at + len(headline)) if at >= 0 and headline else title
    return piece if piece.text else None


@cache
def _names() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(words("box")), words("boxes")


@cache
def _is_junk_name(names: str) -> bool:
    whole, parts = _names()
    for name in names.split():
        pieces = [part.lower() for part in _NAME.findall(name)]
        if whole.intersection((name.lower(), *pieces)):
            return True
        joined = "".join(pieces)
        if any(joined.startswith(part) or joined.endswith(part) for part in parts):
            return True
    return False


def _is_junk(box: Element) -> bool:
    return box.tag in _FURNITURE or (box.tag not in ("html", "body") and _is_junk_name(box.names))


def _is_linked(piece: Piece) -> bool:
    """Whether a piece is a link and no sentence."""
    return piece.mark != "title" and piece.linked > 0.7 and role(piece.text) is not Role.PROSE


def _weights(shown: Sequence[tuple[Piece, Element]], without: frozenset[Element] = frozenset()) -> dict[Element, int]:
    """How many characters of prose each element holds."""
    sizes = [
        (len(piece.text) if role(piece.text) is Role.PROSE and piece.linked < 0.5 and len(piece.text) >= 15 else 0)
        for piece, _ in shown
    ]
    if not any(sizes):
        sizes = [len(piece.text) if piece.linked < 0.5 else 0 for piece, _ in shown]
    weights: dict[Element, int] = {}
    for size, (_, box) in zip(sizes, shown, strict=True):
        chain = list(box.chain())
        if size and without.isdisjoint(chain):
            for element in chain:
                weights[element] = weights.get(element, 0) + size
    return weights


def _junk_boxes(shown: Sequence[tuple[Piece, Element]], title: int | None) -> frozenset[Element]:
    """The elements whose names say that they are no part of the article; one with the headline or most prose is."""
    weights = _weights(shown)
    total = max(weights.values(), default=0)
    held = set(shown[title][1].chain()) if title is not None else set()
    boxes = {element for _, box in shown for element in box.chain()}
    return frozenset(e for e in boxes if _is_junk(e) and e not in held and weights.get(e, 0) * 2 <= total)


def _article(shown: Sequence[tuple[Piece, Element]], title: int | None) -> range:
    """The pieces from the first to the last of the smallest element that holds nearly all prose."""
    junk = _junk_boxes(shown, title)
    weights = _weights(shown, junk)
    here = next((e for _, box in shown for e in box.chain() if e.parent is None), None)
    while here is not None:
        children = [e for e, weight in weights.items() if e.parent is here and weight * 10 >= weights[here] * 9]
        if not children or children[0].tag in _LEAVES:
            break
        here = children[0]
    found = [index for index, (_, box) in enumerate(shown) if any(element is here for element in box.chain())]
    return range(found[0], found[-1] + 1) if found else range(0)


def _structured(blocks: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The objects of the page's JSON-LD."""
    for block in blocks:
        try:
            waiting = [json.loads(block, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                yield value
                waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _first(data: Sequence[Mapping[str, Any]], key: str) -> str | None:
    return next((str(item[key]) for item in data if isinstance(item.get(key), str) and item[key].strip()), None)


def _publisher(data: Sequence[Mapping[str, Any]]) -> str | None:
    names = (item["publisher"].get("name") for item in data if isinstance(item.get("publisher"), dict))
    return next((name.strip() for name in names if isinstance(name, str) and name.strip()), None)


def _published(page: Page, data: Sequence[Mapping[str, Any]], junk: frozenset[Element]) -> datetime | None:
    """The time that the page's head or a `<time>` outside its side columns gives."""
    given = [page.meta.get(name) for name in _PUBLISHED]
    given = [*given[:4], _first(data, "datePublished"), _first(data, "pubDate"), *given[4:]]
    times = [value for value, box in page.times if junk.isdisjoint(box.chain())]
    return next((when for value in (*given, *times) if value and (when := moment(value)) is not None), None)
