"""HTML source to a tree of blocks: what text stands in which element, every character with its place in the file."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import accumulate

from consistency.articles.pieces import Mark, Piece
from consistency.patterns import pattern

# fmt: off
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
    "section", "select", "summary", "table", "tbody", "textarea", "tfoot", "thead", "title", "tr", "ul",
))
_SILENT = frozenset((
    "script", "style", "template", "noscript", "iframe", "svg", "math", "object", "canvas", "audio", "video", "select",
    "option",
))
# fmt: on
_HEADINGS: dict[str, Mark] = {"h1": "title", **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading")}
# An opening tag of the key closes an open one of the values, as browsers do.
_CLOSES = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"},
           "th": {"td", "th"}, "option": {"option"}, "body": {"head"}}  # fmt: skip
_FENCES = frozenset({"table", "ul", "ol", "dl", "select", "body", "html"})
_DEEPEST = 500  # an element within so many is none of its own: browsers draw the same line
_SPACE = pattern(r"\s+")
_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u200f")


@dataclass(eq=False)
class Element:
    """An open or closed element: its tag, its names (class, id, role) and what holds it."""

    tag: str
    names: str = ""
    parent: Element | None = None
    hidden: bool = False
    closed: int = -1  # the number of pieces when it closed
    depth: int = field(init=False)

    def __post_init__(self) -> None:
        self.depth = self.parent.depth + 1 if self.parent else 0

    def chain(self) -> Iterator[Element]:
        """The element and all that hold it, inside out."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.parent


@dataclass
class Page:
    """What a page holds, in order."""

    pieces: list[tuple[Piece, Element]] = field(default_factory=list)
    title: Piece | None = None  # of the <title> element
    meta: dict[str, str] = field(default_factory=dict)  # name or property, in lower case -> the first content
    times: list[tuple[str, Element]] = field(default_factory=list)  # datetime attributes
    data: list[str] = field(default_factory=list)  # JSON-LD
    language: str = ""


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.page = Page()
        self._source = text
        self._line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._here = Element("")
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._linked = 0
        self._block = self._here
        self.feed(text)
        self.close()
        self._flush()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in reversed(attrs)}
        if tag == "meta":
            name = (named.get("property") or named.get("name") or named.get("itemprop") or "").lower()
            self.page.meta.setdefault(name, named.get("content", "").strip())
            return
        if tag == "br":
            self._put(" ", self._at(), self._at()) if self._heading() else self._flush()
            return
        if tag in ("td", "th") and self._text:
            self._put("\t", self._at(), self._at())
        if tag in _BLOCKS:
            self._flush()
        if tag in _VOID:
            return
        self._imply(tag)
        if self._here.depth >= _DEEPEST and (tag not in _SILENT or self._here.hidden):
            return
        style = named.get("style", "").replace(" ", "").lower()
        hidden = "hidden" in named or "display:none" in style or "visibility:hidden" in style
        names = " ".join(named.get(key, "") for key in ("class", "id", "role"))
        self._here = Element(tag, names, self._here, hidden or tag in _SILENT or self._here.hidden)
        if tag == "script" and "ld+json" in named.get("type", ""):
            self._here.names = "ld+json"
        elif tag == "html":
            self.page.language = named.get("lang", "")
        elif tag == "time" and named.get("datetime"):
            self.page.times.append((named["datetime"], self._here))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in ("script", "iframe", "svg"):  # <div/> is no empty element in HTML
            self.handle_endtag(tag)

    def _imply(self, tag: str) -> None:
        closing = _CLOSES.get(tag, set())
        if tag in _BLOCKS and any(element.tag == "p" for element in self._here.chain()):
            closing = closing | {"p"}
        for element in self._here.chain():
            if element.tag in closing:
                self._close(element)
            elif element.tag in _FENCES or element.parent is None:
                break

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        found = next((element for element in self._here.chain() if element.tag == tag), None)
        if found is not None:
            self._close(found)

    def _close(self, element: Element) -> None:
        for inner in self._here.chain():
            inner.closed = len(self.page.pieces)
            if inner is element:
                break
        assert element.parent is not None
        self._here = element.parent

    def handle_data(self, data: str) -> None:
        start = self._at()
        if self._here.tag == "script" and self._here.names == "ld+json":
            self.page.data.append(data)
        elif not self._here.hidden:
            self._put(data, start, start + len(data), each=True)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, raw: str) -> None:
        start = self._at()
        end = start + len(raw)
        shown = html.unescape(raw + ";")
        if self._here.hidden:
            return
        if shown == raw + ";":  # no known entity: the characters themselves
            self._put(raw, start, end, each=True)
            return
        self._put(shown, start, end + (self._source[end : end + 1] == ";"))

    def _heading(self) -> bool:
        return any(element.tag in _HEADINGS or element.tag == "title" for element in self._here.chain())

    def _put(self, chars: str, start: int, end: int, *, each: bool = False) -> None:
        if not self._text:
            self._block = self._here
        self._text.append(chars)
        self._starts.extend(range(start, end) if each else [start] * len(chars))
        self._ends.extend(range(start + 1, end + 1) if each else [end] * len(chars))
        if any(element.tag == "a" for element in self._here.chain()):
            self._linked += len(chars.strip())

    def _flush(self) -> None:
        shown, starts, ends = "".join(self._text), self._starts, self._ends
        linked, block = self._linked, next((e for e in self._block.chain() if e.tag in _BLOCKS), self._block)
        self._text, self._starts, self._ends, self._linked = [], [], [], 0
        kept = [index for run in _shown(shown) for index in run]
        text = "".join(
            "\t" if shown[i] == "\t" and starts[i] == ends[i] else " " if shown[i].isspace() else shown[i] for i in kept
        )
        piece = Piece(text, 0, tuple(starts[i] for i in kept), tuple(ends[i] for i in kept)).cut(0)
        if not piece.text:
            return
        piece = replace(piece, linked=min(1.0, linked / len(piece.text)))
        tags = {element.tag for element in block.chain()}
        if "title" in tags and "svg" not in tags:
            self.page.title = self.page.title or replace(piece, mark="title")
            return
        mark: Mark = next((_HEADINGS[e.tag] for e in block.chain() if e.tag in _HEADINGS), "line")
        self.page.pieces.append((replace(piece, mark=mark), block))


def _shown(text: str) -> Iterator[range]:
    """The stretches of characters that a browser shows: runs of white space as one, none between Chinese lines."""
    seen = 0
    for match in _SPACE.finditer(text):
        yield from _visible(text, seen, match.start())
        start, end = match.span()
        broken = "\n" in match[0] and "\u3000" not in match[0]
        between = text[start - 1 : start] > "\u2e7f" and text[end : end + 1] > "\u2e7f"
        if not (broken and between):
            tab = match[0].find("\t")
            start += max(tab, 0)
            yield range(start, start + 1)
        seen = end
    yield from _visible(text, seen, len(text))


def _visible(text: str, start: int, end: int) -> Iterator[range]:
    if _INVISIBLE.isdisjoint(text[start:end]):
        yield range(start, end)
    else:
        yield from (range(index, index + 1) for index in range(start, end) if text[index] not in _INVISIBLE)


def read(text: str) -> Page:
    """The page that an HTML file is; it never fails, whatever the mark-up."""
    return _Reader(text).page
