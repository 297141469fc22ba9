"""Markdown to pieces: front matter read, marks of headings, lists, emphasis and links left out of the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from consistency.articles.bylines import moment
from consistency.articles.pieces import Mark, Parsed, Piece, lines
from consistency.articles.plain import unwrapped
from consistency.errors import ArticleError
from consistency.patterns import pattern

_FRONT = pattern(r"(?:\s|(?><!--.*?-->))*+---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_OPENED = pattern(r"(?:(?><!--[\s\S]*?-->)\s*)*+---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*\w+[ \t]*:")
_KEYS = {
    "title": ("title", "标题", "標題"),
    "outlet": ("outlet", "media", "publisher", "媒体", "媒體"),
    "published": ("published", "date", "发布时间", "發布時間", "日期"),
}
_PREFIX = pattern(
    r"(?:[ \t]*>)*[ \t]*(?:(?P<heading>#{1,6})(?:[ \t]+|$)|(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?"
)
_RULE = pattern(
    r"[ \t>]*(?:([-*_=])[ \t]*)(?:\1[ \t]*){2,}$|[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*(?::?-{2,}:?)?[ \t]*$"
)
_DEFINITION = pattern(r"[ \t]*\[[^\]]+\]:[ \t]*\S+")
_INLINE = pattern(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
      |(?P<image>!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\]))
      |(?P<note>\[\^[^\]\n]+\])
      |(?P<open>\[)(?=[^\]\n]*\](?:\(|\[))
      |(?P<close>\](?:\([^)\n]*\)|\[[^\]\n]*\]))
      |(?P<auto><(?:https?://|mailto:)[^>\s]+>)
      |(?P<tag></?[a-zA-Z][^>\n]*>|<!--(?:(?!<!--).)*?-->)
      |(?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)
      |(?P<mark>\*{1,3}|~~|`+|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_]))""",
    re.X,
)


@dataclass(frozen=True)
class FrontMatter:
    """What stands at the head of a file between two lines of three hyphens."""

    end: int = 0
    title: Piece | None = None
    outlet: str | None = None
    published: datetime | None = None


def parse(text: str, path: str) -> Parsed:
    """The pieces of a Markdown file; its title is that of the front matter, else the first heading of level one."""
    front = front_matter(text, path)
    pieces = list(_pieces(text, front.end))
    title = front.title
    if title is None:
        first = next((index for index, piece in enumerate(pieces[:4]) if piece.mark == "title"), None)
        if first is not None:
            title = pieces.pop(first)
    pieces = [replace(piece, mark="heading") if piece.mark == "title" else piece for piece in pieces]
    if title is not None and pieces and pieces[0].mark == "heading" and pieces[0].text == title.text:
        del pieces[0]
    return Parsed(unwrapped(pieces), title, outlet=front.outlet, published=front.published, plain=title is None)


def front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a file, read as YAML; raises ArticleError where it is not well formed."""
    match = _FRONT.match(text)
    if match is None:
        if _OPENED.match(text):
            raise ArticleError(path, "invalid front matter: it is not closed", "end it with a line of ---")
        return FrontMatter()
    import yaml

    source, offset = match["yaml"], match.start("yaml")
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(source)):  # a few lines of them make gigabytes
            raise ArticleError(path, "invalid front matter: it refers to itself (*name)", "write each value out")
        loader = yaml.SafeLoader(source)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else {}
    except ValueError as error:  # published: 2026-02-30
        what = str(error).splitlines()[0].rstrip(".")
        problem = f"invalid front matter: a date or number in it is none ({what})"
        raise ArticleError(path, problem, "write a date as 2026-03-05 10:42") from None
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" in line {line + 2}"
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ArticleError(path, f"invalid front matter{where}: {what}", "quote values that hold : or #") from None
    if not isinstance(data, dict):
        if match.end() == len(text) or _OPENED.match(text):
            raise ArticleError(
                path, "invalid front matter: no list of key: value", "write title: …, outlet: …, published: …"
            )
        return FrontMatter()  # a text between two rules
    found = {
        name: next(((key, data[key]) for key in keys if data.get(key) is not None), None)
        for name, keys in _KEYS.items()
    }
    places = {key.value: value for key, value in node.value} if node is not None else {}
    title = found["title"] and _title(str(found["title"][1]), places[found["title"][0]], source, offset)
    outlet = found["outlet"] and str(found["outlet"][1]).strip()
    published = found["published"] and _published(found["published"][1], path)
    return FrontMatter(match.end(), title or None, outlet or None, published or None)


def _title(value: str, node: Any, source: str, offset: int) -> Piece | None:
    start, end = node.start_mark.index, node.end_mark.index
    at = source.find(value, start, end)
    if at >= 0:
        return Piece(value, offset + at, mark="title").cut(0)
    size = len(value)  # escaped or folded: every character stands for the whole value
    whole = Piece(value, offset + start, (offset + start,) * size, (offset + end,) * size, mark="title")
    return whole.cut(0) if value.strip() else None


def _published(value: object, path: str) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    when = moment(str(value))
    if when is None:
        raise ArticleError(
            path,
            f"invalid front matter: published: {value} is no date",
            "write it as 2026-01-20 or 2026-01-20T03:36:00+08:00",
        )
    return when


def _pieces(text: str, start: int) -> Iterator[Piece]:
    blank = fenced = commented = False
    last = text.rfind("-->")
    for at, line in lines(text[start:], start):
        if commented:  # over the line's end; what stands on either side goes on as if it were not there
            _, closed, line = line.partition("-->")
            if not closed:
                continue
            at, commented = text.find("-->", at) + 3, False
            if not line.strip():
                continue
        opened = -1 if fenced else line.find("<!--", line.rfind("-->") + 1)
        if opened >= 0 and (at < last or not line[:opened].strip()):
            line, commented = line[:opened], True
            if not line.strip():
                continue
        bare = line.strip()
        if bare.startswith(("```", "~~~")):
            fenced, blank = not fenced, True
            continue
        if not bare or (not fenced and (_RULE.match(line) or _DEFINITION.match(line))):
            blank = True
            continue
        prefix = _PREFIX.match(line)
        assert prefix is not None  # it matches the empty string
        level = len(prefix["heading"] or "")
        mark: Mark = "title" if level == 1 else "heading" if level else "line"
        if bare.startswith("**") and bare.endswith("**") and bare.count("**") == 2 and len(bare) <= 64:
            mark = "heading"
        piece = _inline(line[prefix.end() :], at + prefix.end(), table=bare.startswith("|"))
        if level:
            piece = piece.cut(0, len(piece.text.rstrip().rstrip("#")))
        if not piece.text:  # a picture or a comment, which stands between no paragraphs
            continue
        yield replace(piece, mark=mark, blank=blank or level > 0 or prefix.end() > 0)
        blank = level > 0


def _inline(line: str, at: int, table: bool) -> Piece:
    """A line without its marks; characters map to where they stand."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(chars: str, start: int, end: int, each: bool) -> None:
        text.append(chars)
        starts.extend(range(start, end) if each else [start] * len(chars))
        ends.extend(range(start + 1, end + 1) if each else [end] * len(chars))

    seen = linked = 0
    opened = 0
    for match in _INLINE.finditer(line):
        put(line[seen : match.start()], at + seen, at + match.start(), each=True)
        seen = match.end()
        kind, shown = match.lastgroup, match[0]
        if kind == "escape":
            put(shown[1], at + match.start(), at + match.end(), each=False)
        elif kind == "entity":
            put(html.unescape(shown), at + match.start(), at + match.end(), each=False)
        elif kind == "mark" and shown == "*" * len(shown) and _is_sign(line, match):
            put(shown, at + match.start(), at + match.end(), each=True)
        elif kind == "open":
            opened = len(starts)
        elif kind == "close":
            linked += len(starts) - opened
    put(line[seen:], at + seen, at + len(line), each=True)
    shown = "".join(text)
    if table:
        shown = "".join("\t" if char == "|" else char for char in shown)
    if len(shown) == len(line):
        return replace(Piece(shown, at).cut(0), linked=linked / max(1, len(shown)))
    return replace(Piece(shown, at, tuple(starts), tuple(ends)).cut(0), linked=linked / max(1, len(shown)))


def _is_sign(line: str, match: re.Match[str]) -> bool:
    """A star that multiplies or notes (3*4, 万元*) marks no emphasis: it has no partner in the line."""
    return line.count(match[0]) == 1 or (
        line[match.start() - 1 : match.start()].isdigit() and line[match.end() : match.end() + 1].isdigit()
    )
