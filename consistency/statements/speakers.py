"""Who may have spoken: the names of a block with their titles, what stands before each, and the words of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from consistency.grammar.names import Names
from consistency.grammar.names_words import HAN
from consistency.grammar.titles import is_press
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

_KIN = pattern(r"的(?=[^，。；：“”]{0,2}(?:老伴|妻子|丈夫|母亲|父亲|妈|爸|儿子|女儿|孙|哥|弟|姐|妹|家人|家属|亲属))")
# 他说, 这位局长说: whoever was named last; but not 他们, 他的母亲, 其他, 他人.
_PRONOUN = pattern(
    r"(?<!其)[他她](?![们的人乡国山者日])|(?<![与尤])其(?=说|称|表示|认为|坦言|回应)|[这那该]位(?=[^，。：“”]{1,8}[说称表])"
    r"|(?<!其)[他她](?=的(?:判断|看法|回答|回应|答复|解释|原话|话|观点|比喻|总结|答案|说法|建议|感受|评价|理由|结论|体会|口头禅))"
)

_OFFICIAL = pattern(r"(?:负责人|发言人|工作人员|内部人士|相关人士|有关人士)$")
_OFFICE = pattern(
    r"(?:(?:的|一位|一名|某|有关|相关|主要|新闻|宣传|办公室|部门|方面|司局|处室|业务|值班|现场|不愿具名的?|不具名的?|匿名的?)*)$"
)


class Speaker(NamedTuple):
    """Somebody who may have spoken; `phrase` is where his titles begin. One without a name (一位居民) is nobody's."""

    name: str
    block: int
    start: int
    end: int
    phrase: int
    person: bool
    organisation: str = ""


class Cue(NamedTuple):
    """A word of saying in a text."""

    word: str
    start: int
    end: int


@cache
def _cues() -> tuple[Wordlist, dict[str, tuple[str, str]]]:
    guards = {
        row[0]: (row[1].strip("-"), row[2].strip("-")) if len(row) > 2 else ("", "") for row in rows("speech.tsv")
    }
    return Wordlist(guards), guards


def cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """The words of saying in `text[start:end]`: 说, but not that of 小说 or 说明."""
    wordlist, guards = _cues()
    for at, stop in wordlist.find_within(text, start, end):
        word = text[at:stop]
        before, after = guards[word]
        if text[at - 1 : at] in before and before and at:
            continue
        if after and text[stop : stop + 1] and text[stop] in after:
            continue
        yield Cue(word, at, stop)


@cache
def role(name: str) -> tuple[Wordlist, int]:
    """The words that give the name right after them a role (object, agent), and how long the longest is."""
    words = [word for kind, its in rows("name_roles.tsv") if kind == name for word in its.split()]
    return Wordlist(words), max(map(len, words))


def plays(name: str, text: str, at: int) -> bool:
    """Whether a word right before `at` gives the name there this role: 对|郝建平 an object, 由|省气象台 an agent."""
    words, longest = role(name)
    while at and text[at - 1].isspace():
        at -= 1
    if text[at - 2 : at] == "至于":
        return False  # 至于首席财务官阮若岚则…: now it is his turn
    if text[at - 1 : at] == "和" and text[at - 2 : at - 1] not in HAN:
        return False  # “……。”和璞精密总裁贺明川表示: no conjunction, but the name
    return any(text[at - size : at] in words for size in range(1, min(longest, at) + 1))


@cache
def _generic() -> Wordlist:
    return Wordlist(lines("speech_generic.txt"))


def speakers(block: int, text: str, names: Names) -> list[Speaker]:
    """Everybody in a block who could have spoken, in order: people, bodies, and those without a name."""
    people: dict[tuple[int, int], Speaker] = {}
    press: set[tuple[int, int]] = set()
    for person in names.people:
        place = person.start, person.end
        first = person.org_start if person.organisation else person.title_start
        shared = any(first < other.start < person.start for other in names.people)  # 副市长甲、乙: the title of a list
        phrase = first if person.title and first < person.start and not shared else person.start
        if is_press(person.title) and person.title_end <= person.start <= person.title_end + 2:
            press.add(place)
        known = people.get(place)
        organisation = person.organisation if person.org_end <= person.start else ""
        people[place] = Speaker(
            "" if _KIN.match(text, person.end) else person.name, block, *place,
            min(phrase, known.phrase) if known else phrase, True, (known and known.organisation) or organisation,
        )  # fmt: skip
    found = [speaker for place, speaker in people.items() if place not in press]
    taken = [(speaker.phrase, speaker.end) for speaker in people.values()]
    found += [
        Speaker(body.name, block, body.start, body.end, body.start, False)
        for body in names.organisations if not _meets(taken, body.start, body.end)
    ]  # fmt: skip
    taken += [(speaker.start, speaker.end) for speaker in found if not speaker.person]
    starts = {speaker.phrase for speaker in found}
    bodies = {speaker.end for speaker in found if not speaker.person}
    found += [
        Speaker("", block, start, end, start, True)
        for start, end in _generic().find(text)
        if not _meets(taken, start, end) and end not in starts and not _speaks_for(text, start, end, bodies)
    ]
    return sorted(found, key=lambda speaker: speaker.start)


def _speaks_for(text: str, start: int, end: int, bodies: set[int]) -> bool:
    """Whether an official without a name is a body's, which speaks through him: 教育部|有关部门负责人."""
    office = _OFFICE.search(text, max(0, start - 14), start)
    return bool(
        office and _OFFICIAL.search(text, start, end) and any(office.start() <= body <= start for body in bodies)
    )


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def pronoun(text: str, start: int, end: int) -> int:
    """Where a pronoun that stands for the one named last (他, 她, 这位局长) is in `text[start:end]`; -1 if none is."""
    found = -1
    for match in _PRONOUN.finditer(text, start, min(len(text), end + 3)):  # 他的|判断: what he is said to have
        if match.end() <= end and not plays("object", text, match.start()):
            found = match.start()
    return found
