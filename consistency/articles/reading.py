"""A file or a string to an Article: format chosen, pieces selected, title, outlet and time settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from consistency.articles import markdown, plain
from consistency.articles.bylines import Dated, dateline, dates, is_bare_date, labelled, moment, reporter_of
from consistency.articles.currency import currency
from consistency.articles.decoding import decode
from consistency.articles.files import Source, load
from consistency.articles.lines import Role, is_organisation, is_outlet, role
from consistency.articles.pieces import Parsed, Piece
from consistency.articles.script import fold
from consistency.articles.selection import Selection, published_card, select
from consistency.articles.table import left_over
from consistency.errors import ArticleError
from consistency.model.text import Article, Block
from consistency.patterns import pattern

_SOURCES = (
    "来源",
    "稿源",
    "稿件来源",
    "文章来源",
    "信息来源",
    "新闻来源",
    "消息来源",
    "出处",
    "发布单位",
    "发布机构",
    "发文单位",
    "发文机关",
    "发布",
)
_LONGEST = 4000  # characters of a block; the readers of facts look through one again and again
_AUTHORS = ("作者", "文章作者", "撰文", "文")
_PLATFORM = pattern(r"平台[“\"「]([^”\"」\s\d]{1,8}号)[”\"」]|[>›»]\s*([^\s>›»]{1,8}号)\s*[>›»]|^([^\s>|]{1,8}号)首页")


LONGEST = 1_000_000  # characters: a book; its names and facts would take minutes and gigabytes


@dataclass(frozen=True)
class Defaults:
    """What the user says of articles that do not say it themselves."""

    outlet: str | None = None
    published: datetime | None = None
    encoding: str | None = None


def read_source(source: Source, defaults: Defaults) -> Article:
    """The article that a file is; raises ArticleError where it is none."""
    data = load(source)
    if not data.strip():
        raise ArticleError(source.path, "the file is empty", "give a file with text")
    kind = source.format or _sniff(data)
    if kind in ("docx", "pdf"):  # imported only for one: most drafts and sources are neither
        from consistency.articles import pdf, word

        text, parsed, parts = (word if kind == "docx" else pdf).parse(data, source.path)
        return replace(_article(text, parsed, source.path, defaults), parts=parts)
    return from_text(
        decode(data, source.path, encoding=defaults.encoding, html=kind == "html"), source.path, kind, defaults
    )


def from_text(text: str, path: str, kind: str, defaults: Defaults) -> Article:
    """The article that a string is."""
    if kind == "html":
        from consistency.articles import web

        parsed = web.parse(text)
    elif kind == "md":
        parsed = markdown.parse(text, path)
    else:
        parsed = plain.parse(text)
    return _article(text, parsed, path, defaults)


def _sniff(data: bytes) -> str:
    """The format of standard input, which has no name."""
    head = data[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<article")):
        return "html"
    return "md" if head.startswith((b"---", b"# ")) else "txt"


def _article(text: str, parsed: Parsed, path: str, defaults: Defaults) -> Article:
    size = sum(len(piece.text) + 1 for piece in parsed.pieces)  # a line feed after each
    if size > LONGEST:
        problem = f"holds {size:,} characters of text, more than any article has"
        raise ArticleError(path, problem, f"give each article in a file of its own, of at most {LONGEST:,}")
    chosen = select(parsed)
    blocks = _blocks(chosen)
    if not blocks:
        raise ArticleError(path, "no article text is found in it", "give a file that holds the article's text")
    outlet = parsed.outlet or _outlet(parsed, chosen) or defaults.outlet
    title = chosen.title.text if chosen.title else None
    shown = "\n".join(block.text for block in blocks)
    published = _published(parsed, chosen, text) or defaults.published
    return Article(
        path=path,
        text=text,
        blocks=blocks,
        title=title,
        outlet=outlet,
        published=published if published and 1000 <= published.year <= 9000 else None,  # reckoning leaves no calendar
        currency=currency(shown, outlet, parsed.language),
        byline=" ".join(piece.text for piece in chosen.header) or None,
    )


def _blocks(chosen: Selection) -> tuple[Block, ...]:
    title = [chosen.title.block("title")] if chosen.title else []
    body = (part for piece in chosen.body for part in _parts(piece))
    return (*title, *(piece.block("heading" if _is_heading(piece) else "paragraph") for piece in body))


def _parts(piece: Piece) -> Iterator[Piece]:
    """A paragraph, or where it is longer than any that a person writes, stretches of it that end with a sentence."""
    start = 0
    while len(piece.text) - start > _LONGEST:
        ends = (piece.text.rfind(mark, start, start + _LONGEST) for mark in "。！？；!?;")
        end = max(*ends, start) + 1
        end = end if end > start + 1 else start + _LONGEST
        yield piece.cut(start, end)
        start = end
    yield piece.cut(start) if start else piece


def _is_heading(piece: Piece) -> bool:
    if piece.mark != "line":
        return True
    short = role(piece.text) in (Role.SHORT, Role.NUMBER) and len(piece.text) <= 30
    return short and not re.search("[\t，,。]", piece.text)


def _published(parsed: Parsed, chosen: Selection, text: str) -> datetime | None:
    near = _dated(chosen.header)
    if parsed.published is not None:
        # The page's head may give the day alone, and the line below the headline its hour.
        same = [d.when for d in near if d.timed and d.when.date() == parsed.published.date()]
        bare = parsed.published.time().isoformat() == "00:00:00"
        return same[0] if bare and same else parsed.published
    if near:
        return _latest_first(near)
    above = [
        d for piece in chosen.above if not re.search("今天是|今日是|现在是", fold(piece.text)) for d in _dated([piece])
    ]
    if above:
        return _latest_first(above)
    closing = _dated(chosen.closing)
    if closing:
        return closing[-1].when
    card = published_card(chosen.tail)
    if card is not None:
        return moment(card[0].text)
    others = [dated.when for dated in dates(fold(text))]
    for piece in chosen.body[:3]:
        day = dateline(piece.text, others)[1]
        if day is not None:
            return day
    return None


def _dated(pieces: Sequence[Piece]) -> list[Dated]:
    return [dated for piece in pieces for dated in dates(fold(piece.text))]


def _latest_first(found: Sequence[Dated]) -> datetime:
    """The first date with a clock, else the first one."""
    return next((dated.when for dated in found if dated.timed), found[0].when)


def _outlet(parsed: Parsed, chosen: Selection) -> str | None:
    """Who published it, from the surest sign to the weakest."""
    texts = [piece.text for piece in chosen.header]
    named = next((value for text in texts if (value := labelled(text, *_SOURCES))), None)
    if named and is_outlet(named, medium=True):
        return named
    if parsed.sites:
        return parsed.sites[0]
    release = next(
        (match[1] for text in texts if (match := re.fullmatch("(.{3,20}?)(?:新闻稿|新聞稿)", text.strip()))), None
    )
    if release:
        return release
    reporter = next((value for text in texts if (value := reporter_of(text)) and is_outlet(value)), None)
    agency = next((value for piece in chosen.body[:2] if (value := dateline(piece.text)[0])), None)
    found = reporter or named or _author(texts) or agency
    if found is None:
        bodies = [t for t in (*(p.text for p in chosen.above), *(p.text for p in chosen.closing)) if is_organisation(t)]
        found = next(iter(bodies), None)
        card = published_card(chosen.tail)
        found = card[1] if card and card[1] else found
    platform = _platform(chosen)
    if found and platform and platform not in found and not is_outlet(found):
        return f"{found}（{platform}）"
    return found or platform


def _author(texts: Sequence[str]) -> str | None:
    """The name in or beside the date line, where the line has no label for it."""
    for text in texts:
        if value := labelled(text, *_AUTHORS):
            return value
        line = fold(text)
        found = dates(line)
        if found:
            names = [name for name in re.split(r"[\s·|—]+", text[: found[0].start]) if name and _is_name(name)]
            name = next((name for name in names[::-1] if is_outlet(name, medium=True)), names[0] if names else "")
        elif role(text) in (Role.SHORT, Role.BYLINE, Role.FURNITURE) and not is_bare_date(text):
            name = next((part for part in re.split("[\\s/]", text.strip()) if is_outlet(part, medium=True)), "")
            name = name or re.split("\\s", text.strip())[0]
        else:
            continue
        if _is_name(name):
            return name
    return None


def _is_name(text: str) -> bool:
    if not 2 <= len(text) <= 24 or re.search(r"[:：/]|^第|^[\W\d]", text) or role(text) is not Role.SHORT:
        return False
    return left_over(fold(text), "ui", "label") >= 2


def _platform(chosen: Selection) -> str | None:
    for piece in (*chosen.above, *chosen.tail):
        if match := _PLATFORM.search(piece.text):
            return match[1] or match[2] or match[3]
    return None


def with_ids(articles: Sequence[Article]) -> list[Article]:
    """The articles numbered a1, a2 … in their order."""
    return [replace(article, id=f"a{number}") for number, article in enumerate(articles, 1)]
