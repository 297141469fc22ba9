"""Which pieces are the article: its title, its body, the lines about it, and what is page junk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consistency.articles.bylines import dates, is_bare_date
from consistency.articles.lines import (
    Role,
    ends_as_sentence,
    is_comments,
    is_menu,
    is_organisation,
    is_section,
    opens_notice,
    role,
)
from consistency.articles.pieces import Parsed, Piece
from consistency.articles.script import fold
from consistency.patterns import pattern

_REACH = 12  # how many pieces below the title may hold lines about the article
_TITLE = pattern(r"[（(【\[]?(?:主\s*旨|标\s*题|题\s*目|文章标题|新闻标题)[】\])）]?\s*[:：]\s*")
_LONG = 30  # characters of prose that no line about the article has
_FURNITURE = frozenset({Role.FURNITURE, Role.ORNAMENT, Role.NUMBER})
_ENDS = frozenset({Role.TAIL, Role.NOTICE, Role.FOOTER, Role.FURNITURE})
_SCRAPS = _FURNITURE | {Role.NOTICE, Role.FOOTER, Role.DROPPED, Role.TAIL}


@dataclass(frozen=True)
class Selection:
    """The article's own pieces and the lines that tell about it."""

    title: Piece | None
    body: Sequence[Piece]
    header: Sequence[Piece]  # bylines and names between the title and the body, and such above the title
    above: Sequence[Piece]  # what stands above the title
    closing: Sequence[Piece]  # who signs at the end, and when
    tail: Sequence[Piece]  # what follows the article


def select(parsed: Parsed) -> Selection:
    """The article among the pieces of a file."""
    pieces, title, above = list(parsed.pieces), parsed.title, list(parsed.above)
    if parsed.plain and title is None:
        at = _title_at(pieces)
        if at is not None:
            title, above, pieces = pieces[at], pieces[:at], pieces[at + 1 :]
            if label := _TITLE.match(fold(title.text)):
                title = title.cut(label.end())
        else:
            first = next((index for index, piece in enumerate(pieces) if not _about(piece)), 0)
            above, pieces = pieces[:first], pieces[first:]
    header, pieces = _header(pieces)
    pieces, tail = _without_tail(pieces)
    if parsed.plain and tail:
        pieces, tail = _without_list(pieces, tail)
    pieces, closing, rest = _without_closing(pieces)
    body = _without_junk(pieces)
    if not body and title is not None and not header and parsed.plain:
        body, title = [title], None  # one line is a text, not a title
    if not body and title is None and parsed.plain and len(parsed.pieces) == 1:
        body, header, closing = list(parsed.pieces), [], []  # whatever it looks like: 位于市水利局
    names = [piece for piece in above if role(piece.text) in (Role.SHORT, Role.BYLINE) and not is_menu(piece.text)]
    return Selection(
        title and replace(title, mark="title"),
        body,
        [*header, *names] if parsed.plain else header,
        above,
        closing,
        [*rest, *tail],
    )


def _about(piece: Piece) -> bool:
    return role(piece.text) not in (Role.PROSE, Role.SHORT)


def _title_at(pieces: Sequence[Piece]) -> int | None:
    """Where the title stands: the most title-like line above the first byline, else the first line, if it is one."""
    byline = end = None
    prose = 0
    for index, piece in enumerate(pieces[:40]):
        kind = role(piece.text)
        if _TITLE.match(fold(piece.text)):
            return index
        if kind is Role.BYLINE and byline is None:
            byline = index
        if kind is Role.PROSE and len(piece.text) >= _LONG:
            prose += 1
            end = index if end is None else end
            if prose == 2 or len(piece.text) >= 60:
                break
    if byline is not None:
        found = [index for index in range(byline) if _may_be_title(pieces[index])]
        if found:
            return max(found, key=lambda index: (_title_score(pieces[index].text), index))
        after = byline + 1
        while after < len(pieces) and role(pieces[after].text) in (Role.BYLINE, Role.FURNITURE, Role.ORNAMENT):
            after += 1
        return after if after < len(pieces) and _may_be_title(pieces[after], strictly=True) else None
    for index, piece in enumerate(pieces[: 12 if end is None else end + 1]):
        if _may_be_title(piece) and not is_organisation(piece.text):
            alone = index + 1 == len(pieces)
            return None if alone or (re.search("[。；，,：:]$", piece.text) and piece.mark != "title") else index
        if role(piece.text) is Role.PROSE:
            return None
    return None


def _may_be_title(piece: Piece, *, strictly: bool = False) -> bool:
    kind, text = role(piece.text), piece.text
    if kind not in (Role.SHORT, Role.PROSE) or is_menu(text) or not 6 <= len(text) <= 80:
        return False
    return not text.endswith(("。", "；")) and not (strictly and ends_as_sentence(text))


def _title_score(text: str) -> float:
    """The longer and the more it is put like a headline the better; names of media and authors are short and bare."""
    size = sum(char.isalnum() for char in text)
    marks = len(re.findall("[，,！!？?：:、“”《》—]", text))
    return (
        min(size, 24) + 4 * min(marks, 3) - (20 if is_organisation(text) else 0) - 2 * len(re.findall(r"[|｜]", text))
    )


def _header(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The lines below the title that tell about the article, and the rest."""
    labels = sum(is_bare_date(piece.text) for piece in pieces) >= 3  # a chronicle's dates are its headings
    about: set[int] = set()
    prose = 0
    for index, piece in enumerate(pieces[:_REACH]):
        kind = role(piece.text)
        prose += kind is Role.PROSE
        if prose == 2:
            break
        if kind is Role.BYLINE and not (labels and is_bare_date(piece.text) and about):
            about.add(index)
    last = max(about, default=-1)
    for index, piece in enumerate(pieces):
        kind, text = role(piece.text), piece.text
        if kind in _FURNITURE or is_section(text):
            about.add(index)
        elif kind is Role.SHORT and piece.mark == "line" and (is_organisation(text) or index < last):
            about |= set() if _is_subtitle(text) else {index}
        elif index > last and index not in about:
            break
    return [pieces[index] for index in sorted(about)], [piece for n, piece in enumerate(pieces) if n not in about]


def _is_subtitle(text: str) -> bool:
    if is_organisation(text) or re.search(r"号[)）]|创作者|作者|认证|粉丝|编辑|\s{2}|　", text):
        return False
    return text.startswith(("—", "-")) or sum(char.isalnum() for char in text) >= 9


def _without_tail(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces up to the first mark of the article's end, and what follows."""
    for index, piece in enumerate(pieces):
        if index and role(piece.text) in _ENDS and _is_over(pieces, index):
            return list(pieces[:index]), list(pieces[index:])
    return list(pieces), []


def _is_over(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the article ends before this piece, which is one of the marks of an end."""
    text, rest = pieces[index].text, pieces[index + 1 :]
    kind = role(text)
    if kind is Role.TAIL:
        return is_comments(text) or not _is_inset(pieces, index)
    if kind is Role.NOTICE and opens_notice(text) and not _goes_on(rest, 40, 4):
        return True
    return not _goes_on(rest, 12 if kind is Role.FURNITURE else 20, 2)


def _is_inset(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the heading of a list of links stands within the body: a good part of its long paragraphs follow."""
    before, after = (sum(map(_weight, part)) for part in (pieces[:index], pieces[index:]))
    return after * 3 > before + after and _goes_on(pieces[index + 1 :], 40, 2)


def _weight(piece: Piece) -> int:
    text = piece.text.rstrip()
    whole = role(text) is Role.PROSE and text[-1:] in "。！？!?”」）)" and not text.endswith("...")
    return len(text) if whole and len(text) >= 40 else 0


def _without_list(pieces: list[Piece], tail: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The body without the bare lines between its last sentence and the mark of its end, if it is of sentences else."""
    last = max((index for index, piece in enumerate(pieces) if role(piece.text) is Role.PROSE), default=-1)
    sentences = sum(ends_as_sentence(piece.text) for piece in pieces[: last + 1])
    bare = [piece for piece in pieces[last + 1 :] if role(piece.text) is Role.SHORT]
    scraps = [piece for piece in bare if not is_organisation(piece.text)]
    if sentences < 2 or sentences * 5 < (last + 1) * 4 or not scraps:
        return pieces, tail
    dropped = {id(piece) for piece in scraps}
    return [piece for piece in pieces if id(piece) not in dropped], [*scraps, *tail]


def _goes_on(pieces: Sequence[Piece], size: int, count: int) -> bool:
    """Whether this many sentences of at least this size follow before the next mark of an end."""
    found = 0
    for piece in pieces:
        kind = role(piece.text)
        if kind in (Role.TAIL, Role.NOTICE, Role.FOOTER):
            break
        found += kind is Role.PROSE and len(piece.text) >= size and piece.text.rstrip()[-1:] in "。！？!?”」…"
    return found >= count


def _without_closing(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The body without what signs it (names of bodies and a date), and without scraps of junk at its end."""
    end, rest = len(pieces), []
    while end and role(pieces[end - 1].text) in _SCRAPS:
        end -= 1
        rest.append(pieces[end])
    signed = end
    if end > 1 and is_bare_date(pieces[end - 1].text):
        end -= 1
    elif end > 1 and role(pieces[end - 1].text) is Role.BYLINE:
        end -= 1
        while end > 1 and role(pieces[end - 1].text) is Role.BYLINE and not dates(fold(pieces[end - 1].text)):
            end -= 1
    if end < signed:
        while end > 1 and role(pieces[end - 1].text) is Role.SHORT and is_organisation(pieces[end - 1].text):
            end -= 1
    return list(pieces[:end]), list(pieces[end:signed]), rest[::-1]


def _without_junk(pieces: Sequence[Piece]) -> list[Piece]:
    """The body without numbers, rules, buttons and pointers between its paragraphs."""
    kept: list[Piece] = []
    counts = _counts(pieces)
    skipping = False
    for piece in pieces:
        kind = role(piece.text)
        if kind in (Role.ORNAMENT, Role.FURNITURE, Role.DROPPED, Role.FOOTER) or (
            kind is Role.NUMBER and _number(piece) in counts
        ):
            continue
        if kind in (Role.TAIL, Role.NOTICE):  # a box of links within the text: until prose goes on
            skipping = kind is Role.TAIL
            continue
        if skipping and not (kind is Role.PROSE and (len(piece.text) >= 40 or piece.text.endswith("。"))):
            continue
        skipping = False
        kept.append(piece)
    return kept


def _counts(pieces: Sequence[Piece]) -> frozenset[int]:
    """The numbers on lines of their own that count paragraphs: zero, and those with a neighbour among them."""
    numbers = {_number(piece) for piece in pieces if role(piece.text) is Role.NUMBER}
    return frozenset(n for n in numbers if n == 0 or n - 1 in numbers or n + 1 in numbers)


def _number(piece: Piece) -> int:
    return int(re.sub(r"\D", "", fold(piece.text)))


def published_card(tail: Sequence[Piece]) -> tuple[Piece, str] | None:
    """The time and the name on the author's card that some pages carry among their junk."""
    for index, piece in enumerate(tail):
        if not re.search(r"\d\s*(?:文章数?|粉丝|关注度|获赞|作品)|(?:文章数?|粉丝|关注度|获赞)\s*\d", fold(piece.text)):
            continue
        for at in range(index - 1, max(index - 6, -1), -1):
            if is_bare_date(tail[at].text):
                return tail[at], re.sub(r"\s+[a-z][\w-]*$", "", tail[at + 1].text)
    return None
