"""Spaces that are set for looks inside a figure: 2026 年 3 月, 一百 五 十, 六 点 五 成."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from consistency.grammar.mentions import Mention
from consistency.grammar.numerals import HAN_DIGIT, HAN_SCALE
from consistency.grammar.numerals_han import parse_han
from consistency.patterns import pattern

_FIGURE = " (?:(?<=[0-9] )(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] )(?=[0-9]))"  # 2026 年 3 月 5 日
_AROUND = pattern(_FIGURE)
_CHARS = f"{HAN_DIGIT[1:-1]}{HAN_SCALE[1:-1]}廿卅几余多"
_INSIDE = pattern(rf" (?<=[{_CHARS}点成分个] ) *(?=[{_CHARS}点成折分个之])")
# what belongs together where spaces stand in it: 百 分之 一百二十点五, 一 百 五 十, 一百五十 个 百 分 点, 七成 六
_TOGETHER = pattern(
    rf"(?P<of>百 *分 *之 *)?(?P<number>[{_CHARS}]+(?: +[{_CHARS}]+)*(?: *点 *{HAN_DIGIT}+(?: +{HAN_DIGIT}+)*)?)"
    rf"(?P<share> *个? *百 *分 *点| *[折成](?![立为功员长])(?: +{HAN_DIGIT}(?![\u4e00-\u9fff]))?)?"
)
_NUMERAL = pattern(
    rf"(?:{HAN_DIGIT}|(?P<scale>{HAN_SCALE})|[廿卅])+(?:[几余多]{HAN_SCALE}*)?(?P<point>点{HAN_DIGIT}+)?"
)


def gaps(text: str) -> list[int]:
    """Where the spaces stand that are set for looks inside figures, in order."""
    found = [match.start() for match in _AROUND.finditer(text)]
    if _INSIDE.search(text) is None:
        return found
    return sorted({*found, *_inside(text)})


def _inside(text: str) -> Iterator[int]:
    """The spaces inside numerals in words, where what is left without them is one numeral: not 三十 四十, 三 四 五."""
    for match in _TOGETHER.finditer(text):
        words = match["number"].replace(" ", "")
        number, share = _NUMERAL.fullmatch(words), match["of"] or match["share"]
        if number is None or parse_han(words) is None or not (share or (number["scale"] and not number["point"])):
            continue
        end = match.end() if share else match.end("number")
        yield from (at for at in range(match.start(), end) if text[at] == " ")


def closed(text: str, at: list[int]) -> str:
    """The text without the spaces at these places."""
    ends = [*at, len(text)]
    return "".join(text[first:last] for first, last in zip([0, *(place + 1 for place in at)], ends, strict=True))


def spread(mention: Mention, removed: list[int]) -> Mention:
    """A mention of the closed text where it stands in the text; `removed` is what each space stood before there."""
    start = mention.start + bisect_right(removed, mention.start)
    number_start = mention.number_start + bisect_right(removed, mention.number_start)
    end = mention.end + bisect_left(removed, mention.end)
    number_end = mention.number_end + bisect_left(removed, mention.number_end)
    return Mention(start, end, mention.kind, mention.value, number_start, number_end, mention.rule, mention.as_of)
