"""A block of text as speech stands in it: where its quotations are, and who is named around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consistency.patterns import pattern
from consistency.statements.speakers import Speaker, cues, plays

SHORTEST = 8  # characters: shorter ones are names and turns of phrase (“地球号”, “不完整”)

# The outer marks are “”, "" or, where “” are inner ones, ‘’; what stands inside them is no quotation of its own.
_QUOTE = pattern(
    rf"“(?P<double>[^“”]{{{SHORTEST},400}})(?:”|$)|(?<![0-9A-Za-z])\"(?P<plain>[^\"“”\n]{{{SHORTEST},400}})\""
    rf"|‘(?P<single>[^‘’“”\n]{{{SHORTEST},400}})’"
)
AND_MORE = pattern(r"[，,]?(?:并|又|还|也|同时|随后|随即|接着)")  # 许博文坦言，…“…”，并宣布
OFFICE = pattern("[”，,]?[\u4e00-\u9fff]{2,8}")  # who is named by his office alone: “…”列车长|说
BREAK = pattern(r"[。！？!?；;\n]")
_SEEN = pattern("看来|眼[中里]|口中|嘴里")
_ADDRESSED = pattern(r"[对向跟给让令](?!此)(?:[^，。：；“”]{0,10}[的位名]|[^，。：；“”]{0,4})$")  # 向排队|乡亲喊话


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its quotations blanked out of `text`: what speaks of them, not what they say."""

    number: int
    text: str
    quotes: tuple[tuple[int, int], ...]
    speakers: tuple[Speaker, ...]

    def within(self, start: int, end: int) -> list[Speaker]:
        """Who is named between two places and is not spoken to or of."""
        return [one for one in self.speakers if start <= one.start and one.end <= end and not self._object(one)]

    def people(self, start: int, end: int) -> list[Speaker]:
        """The people named between two places: those that act, else all of them (记者见到郝建平时，他正…)."""
        acting = [one for one in self.within(start, end) if one.person]
        return acting or [one for one in self.speakers if start <= one.start and one.end <= end and one.person]

    def closed_by(self, close: int, after: int) -> tuple[Speaker, str] | None:
        """Who is said to speak in all that stands behind a quotation: “…”钟孝伯在会上说。"""
        said = list(cues(self.text, close, after))
        named = self.within(close, after)
        if not said or said[-1].end < after or len(named) != 1 or not named[0].name or named[0].phrase > close + 1:
            return None
        return named[0], said[-1].word

    def _object(self, one: Speaker) -> bool:
        if _SEEN.match(self.text, one.end):  # 在郝建平看来
            return False
        if not one.name and _ADDRESSED.search(self.text, max(0, one.phrase - 14), one.phrase):
            return True  # 对围上来的村民说
        return plays("object", self.text, one.phrase)

    def sentence(self, at: int) -> int:
        """Where the sentence that holds a place begins."""
        return max((match.end() for match in BREAK.finditer(self.text, 0, at)), default=0)


def block_of(number: int, text: str, everybody: Sequence[Speaker]) -> Block:
    """The block with its quotations blanked out, and with those who are named outside them."""
    quotes = tuple(match.span(match.lastgroup or 0) for match in _QUOTE.finditer(text))
    outside = tuple(one for one in everybody if not any(start <= one.start < end for start, end in quotes))
    for start, end in quotes:
        text = text[:start] + "□" * (end - start) + text[end:]
    return Block(number, text, quotes, outside)
