"""Bytes to text: byte order marks, declared and guessed encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from consistency.errors import ArticleError

# UTF-32 before UTF-16: its little-endian mark begins with the other's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich text file (.rtf)",
}
# What web pages call GBK and Big5 is in truth their superset.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=["']([\w.-]+)""", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# The commonest characters of running Chinese text; a wrong code page hits them by chance only.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "這為個國時來們對會發動說產種後學經與業當間現實關點長電進開將報導縣區台，。、“”「」：；（）　\n"
)


def decode(data: bytes, path: str, *, encoding: str | None = None, html: bool = False) -> str:
    """The text of a file, its byte order mark left off; raises ArticleError where it is none."""
    if encoding is not None:
        return _as_told(data, path, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], name)
            return _checked(text, path) if text is not None else _as_told(data[len(mark) :], path, name)
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise ArticleError(path, f"it is {what}, not text", "save it as .txt, .md, .html or .docx")
    if b"\0" in data:
        wide = [text for name in ("utf-16-le", "utf-16-be") if (text := _try(data, name)) and _likelihood(text) > 0.1]
        if not wide:
            raise ArticleError(path, "it is a binary file, not text", "save it as .txt, .md, .html or .docx")
        return max(wide, key=_likelihood)
    text = _try(data, "utf-8")
    if text is None and html and (declared := _DECLARED.search(data[:4096])):
        text = _try(data, (declared[1] or declared[2]).decode("ascii", "ignore"))
    return _checked(text if text is not None else _guess(data, path), path)


def _as_told(data: bytes, path: str, encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise ArticleError(path, f"unknown encoding {encoding}", "name one such as utf-8, gb18030 or big5") from None
    for mark, marked in _MARKS:
        if data.startswith(mark) and name.replace("-", "").startswith(marked.replace("-", "")[:5]):
            data, name = data[len(mark) :], marked
            break
    text = _try(data, name)
    if text is None:
        raise ArticleError(
            path, f"it is not {encoding} throughout", "name the right encoding or leave it to be guessed"
        )
    return text


def _try(data: bytes, name: str) -> str | None:
    try:
        return str(data, _SUPERSETS.get(codecs.lookup(name).name, name))
    except (LookupError, ValueError):  # a UnicodeDecodeError is a ValueError
        return None


def _guess(data: bytes, path: str) -> str:
    """UTF-8 with a few broken bytes, else the likelier Chinese encoding, else what charset-normalizer makes of it."""
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") * 200 <= len(broken):
        return broken
    found = [text for name in ("gb18030", "big5hkscs") if (text := _try(data, name)) is not None]
    best = max(found, key=_likelihood, default=None)
    if best is not None and _likelihood(best) > 0.1:
        return best
    from charset_normalizer import from_bytes

    match = from_bytes(data[:200_000]).best()
    text = _try(data, match.encoding) if match is not None else None
    if text is None:
        text = best
    if text is None:
        raise ArticleError(path, "its encoding cannot be told", "save it as UTF-8 or name it with --encoding")
    return text


def _likelihood(text: str) -> float:
    """The share of the non-ASCII characters that are among the commonest of Chinese."""
    wide = [char for char in text[:20_000] if char > "\x7f"]
    return sum(char in _COMMON for char in wide) / len(wide) if wide else 1.0


def _checked(text: str, path: str) -> str:
    if len(_CONTROL.findall(text)) * 500 > len(text):
        raise ArticleError(path, "it is a binary file, not text", "save it as .txt, .md, .html or .docx")
    return text
