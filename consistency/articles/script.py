"""The one spelling that readers of facts see: `fold` makes scripts and widths alike, character for character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_WIDTHS = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()},
        **{wide: chr(ord(wide) - 0xFEE0) for wide in "％．＋－／＝＜＞＆＃＄＠＊～"},
        **dict(zip("﹪﹒﹢﹣−–‑‐〜∼￥○　\u00a0\u2002\u2003\u2009", "%.+-----~~¥〇     ", strict=True)),
        **dict(zip("‧・•∙⋅･", "······", strict=True)),
        **dict(zip("「」『』﹁﹂﹃﹄〝〞｢｣", "“”‘’“”‘’“”“”", strict=True)),
    }
)
# Radicals that fonts draw as the character itself, so that a PDF may name them in its place.
_RADICALS = (
    "⺒巳⺓幺⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟"
)


@cache
def _whole() -> dict[int, int | str]:
    """Radicals and compatibility ideographs, which PDF and old code pages leave in place of the plain character."""
    pairs = zip(_RADICALS[::2], _RADICALS[1::2], strict=True)
    table: dict[int, int | str] = {ord(part): whole for part, whole in pairs}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    return table


def whole_characters(text: str) -> str:
    """The text with the plain character for each radical and compatibility ideograph; same length."""
    return text.translate(_whole())


@cache
def _table() -> dict[int, int | str]:
    """Script, width and look-alike characters in one translation table; every value is one character."""
    lines = (files("consistency") / "lexicon" / "traditional.tsv").read_text("utf-8").splitlines()
    simplified: dict[int, int | str] = {ord(source): target for source, target in (line.split("\t") for line in lines)}
    table = {code: str(simplified.get(ord(str(plain)), plain)) for code, plain in _whole().items()}
    return table | simplified | _WIDTHS


@cache
def _folded() -> frozenset[str]:
    """The characters that the table has another one for."""
    return frozenset(map(chr, _table()))


_NAME_DOT = re.compile("(?<=[一-鿿])(?<![一二三四五六七八九十])．(?=[一-鿿])")  # 若昂．席爾瓦, but not 一．事故經過


def fold(text: str) -> str:
    """The text in simplified characters, narrow digits, letters and signs, and “” quotation marks; same length.

    Chinese punctuation (，。：；！？（）) stays as it is. A character that is one of several (乾, 後) becomes the
    commonest; 著 stays, since one character cannot tell 著名 from 隨著.
    """
    if _folded().isdisjoint(text):
        return text
    return (_NAME_DOT.sub("·", text) if "．" in text else text).translate(_table())
