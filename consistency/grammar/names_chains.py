"""Chains of places: a unit right after a wider one (南桥区 of 沅浦市南桥区) needs no other proof that it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.grammar.names_gazetteer import bare, is_place
from consistency.grammar.names_places import RANKS, Unit
from consistency.grammar.names_words import HAN, Words, generic, known, stops
from consistency.grammar.wordlists import Wordlist
from consistency.patterns import pattern
from consistency.tokens import rarity

_ENDINGS = {
    "自治州": "city", "自治县": "county", "市": "city", "州": "city", "盟": "city", "县": "county", "区": "county",
    "旗": "county", "街道": "town", "苏木": "town", "镇": "town", "乡": "town", "社区": "village", "嘎查": "village",
    "村": "village", "寨": "village", "屯": "village", "庄": "village", "组": "village",
}  # fmt: skip
_LATER = ("village",)  # levels of which one may lie in another: 青杠村|岩脚寨
_ENDING = pattern("|".join(sorted(_ENDINGS, key=len, reverse=True)))
# 镇 and 村 that belong to the word after them: 乡村, 村民, 镇长.
_AFTER = pattern(r"[民长委支官里落庄亲]|(?<=区)[别域位]|(?<=市)[场民区]|(?<=组)[织成建长合]")
_NO_NAME = frozenset(
    "的了着过是到在从没不也都就这那和与及于由向对至赴为把被等或某各本该全有无其此两每同内外下属所并遭让给将已又还"
)
_NUMBERED = pattern(r"[一二三四五六七八九十两几数百千万多][个余多几数十百千万来名家只条大小]?$|[几数多各每某]")
_BEGINNING = frozenset("大小新老上下东西南北高双三五八九太永安金石龙")
_COMMON = {"town": 9.5, "village": 9.5}  # nats: a word as common as this names no unit of the level
_OTHERWISE = 11.2
_BARE = 12.0  # nats: a dictionary word as rare as this may be the short form of a unit
_SIZES = (2, 3, 1, 4)
_SEAT = pattern(r"[市县州](?=[\u4e00-\u9fff]{2,3}(?:[区县镇乡村]|街道))|县(?=城(?![市镇乡]))")
_HERE = pattern(r"[我本该全]([省市县区州])(?=[\u4e00-\u9fff]{2,3}(?:[市区县镇乡村]|街道))")


def chained(blocks: Sequence[Words], found: Sequence[Sequence[Unit]]) -> list[list[Unit]]:
    """The units of each block with those that follow a wider one, and these again wherever the article names them."""
    grown = [_grown(words, units) for words, units in zip(blocks, found, strict=True)]
    names: dict[str, str] = {}
    for words, before, units in zip(blocks, found, grown, strict=True):
        for unit in {*units} - {*before} | {one for one in units if one.level == "town"}:
            name = words.text[unit.start : unit.end]
            names.setdefault(name, unit.level)
            short = bare(name)
            if len(short) > 1 and short != name and not (known(short) and rarity(short) < _BARE):
                names.setdefault(short, unit.level)
    if not names:
        return grown
    wordlist = Wordlist(names, lasting=False)
    return [_again(words, units, wordlist, names) for words, units in zip(blocks, grown, strict=True)]


def _grown(words: Words, units: Sequence[Unit]) -> list[Unit]:
    """The units with those that follow each other right after them."""
    found: list[Unit] = []
    starts = {unit.start for unit in units}
    here = [
        Unit(match.start(), match.end(), _ENDINGS.get(match[1], "province")) for match in _HERE.finditer(words.text)
    ]
    for own in (*here, *_seats(words, units)):  # 我县|石鼓镇
        if own.end not in starts and (following := _following(words, own, starts)):
            units = sorted([*units, *([] if own in here else [own]), following])
            starts.update((own.start, following.start))
    for unit in units:
        if found and found[-1].end > unit.start:
            continue  # what was read inside a unit of the chain: 柳河 of 柳河镇
        unit = _lengthened(words, unit, starts)
        found.append(unit)
        while following := _following(words, unit, starts):
            found.append(unit := following)
    return found


def _seats(words: Words, units: Sequence[Unit]) -> Iterator[Unit]:
    """Unknown cities and counties by what may follow them, however the tokenizer cuts it: 沅浦|市南|桥区."""
    taken = {at for unit in units for at in range(unit.start, unit.end)}
    for match in _SEAT.finditer(words.text):
        for size in (2, 3):
            start, at = match.start() - size, match.start()
            if start < 0 or not words.boundary(start) or not taken.isdisjoint(range(start, match.end())):
                continue
            if _fits(words, words.text[start:at], start, match.end(), "county", crossed=True):
                yield Unit(start, match.end(), _ENDINGS[match[0]])
                break


def _lengthened(words: Words, unit: Unit, starts: set[int]) -> Unit:
    """A known place as the name of a town or village of its own: 柳河|镇, 武昌|街道."""
    text, ending = words.text, _ENDING.match(words.text, unit.end)
    if (
        not ending
        or unit.end in starts
        or unit.level in ("country", "province")
        or text[unit.end - 1] in "省市县区镇乡村"
    ):
        return unit
    level, end = _ENDINGS[ending[0]], ending.end()
    small = level in ("town", "village") and ending[0] not in ("组", "庄")
    if not small or _AFTER.match(text, end) or words.crossing(end) or words.last[unit.end] > end:
        return unit
    return Unit(unit.start, end, level)


def _following(words: Words, unit: Unit, starts: set[int]) -> Unit | None:
    text, begin = words.text, unit.end
    if begin in starts or unit.level in ("country", "other"):
        return None
    for size in _SIZES:
        ending = _ENDING.match(text, begin + size)
        if ending is None:
            continue
        level, end = _ENDINGS[ending[0]], ending.end()
        narrower = RANKS[level] > RANKS[unit.level] or (level == unit.level and level in _LATER)
        if narrower and _fits(words, text[begin : begin + size], begin, end, level):
            return Unit(begin, end, level)
    return None


def _fits(words: Words, base: str, begin: int, end: int, level: str, crossed: bool = False) -> bool:
    """Whether the base can be a name, and the ending is no beginning of another word."""
    text = words.text
    whole = text[begin:end]
    if is_place(whole):
        return not words.crossing(end)
    if len(base) < 2 or any(char not in HAN or char in _NO_NAME for char in base):
        return False
    if whole in generic() or base in stops() or whole in stops() or _NUMBERED.match(base) or base[-1] in "省市县区镇乡":
        return False
    if (
        (words.crossing(end) and not crossed)
        or _AFTER.match(text, end)
        or (whole[-2:] in generic() and base[0] not in _BEGINNING)
    ):
        return False  # 县|各乡镇, but 彰化|大城乡
    at = begin
    while at < begin + len(base):  # 市|公安|局: no common word in the name
        word = text[at : min(words.last[at], begin + len(base))]
        if len(word) > 1 and (word in stops() or (known(word) and rarity(word) < _COMMON.get(level, _OTHERWISE))):
            return False
        at += len(word)
    return True


def _again(words: Words, units: list[Unit], wordlist: Wordlist, names: dict[str, str]) -> list[Unit]:
    """The units with the names of the chains where they stand alone."""
    taken = bytearray(len(words.text))
    for start, end, _ in units:
        taken[start:end] = b"\1" * (end - start)
    added = [
        Unit(start, end, names[words.text[start:end]])
        for start, end in wordlist.find(words.text)
        if not any(taken[start:end]) and not words.crossing(start) and not words.crossing(end)
    ]
    return sorted([*units, *added])
