"""What has to be known of an article to say which event it tells of: small enough to keep for every one of a corpus."""

from __future__ import annotations

import hashlib
import math
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from consistency.grammar.names_gazetteer import is_place, units
from consistency.model.values import Quantity, Timex
from consistency.patterns import pattern
from consistency.statements import Reading
from consistency.tokens import cut, known, rarity

COMMON = 7.0  # nats of rarity up to which a word says nothing of the event
TELLING = 3  # digits from which on a figure is one event's own
_WORD = pattern(r"[\u4e00-\u9fff]{2,}$|[A-Za-z][A-Za-z0-9-]{2,}$")
_WIDE = ("country", "province")
_DAYS = ("day", "halfday", "hour", "minute", "second")
_LOCAL = ("city", "county", "town", "village")
# Words that no dictionary has and that name nothing: 这是, 日起, 另有, 没超.
_FUNCTION = frozenset(
    "这那日时人有说不是中多的了在和与及先再又另还就只共一二三四五六七八九十两几每万年月点分起从到至内外上下里间后前我你他"
    "她它们个名位座条次没更最很也都被把让给向对为以而且或但如其此该各本某打走看听问想知道真能认须待将据"
)
# Bodies that every place or land has, and those of the world: 市教育局, 国家防总, 宪法法院, 世界贸易组织, 二级医院.
_ANY = pattern(
    "[省市县区镇乡村全某该本公]|国[家防际民]|国务院|行政院|中[国央]|世界|宪法|最高|首相|[一二三]级|[一两]间|民间|专业"
)
_SPEECH = pattern(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article's rare words with their weights (of length 1), its names and marks, its day, and its sentences.

    `names` are what it names at all, `proper` those of them that belong to one place or to few people, `marks` those
    and its telling figures and times of day, `days` the ordinals of the days that it speaks of. Words, names and
    sentences are 64-bit fingerprints, in order; `day` is the ordinal of its publication.
    """

    day: int | None
    words: array[int]
    weights: array[float]
    names: array[int]
    proper: array[int]
    marks: array[int]
    days: array[int]
    sentences: array[int]


def sketch(reading: Reading) -> Sketch:
    """The sketch of an article."""
    words = Counter(word for text in reading.texts for word in cut(text) if _WORD.match(word))
    count = {word: times for word, times in words.items() if known(word) or not _FUNCTION & set(word)}
    bag = {one: (1 + math.log(times)) * (rarity(one) - COMMON) for one, times in count.items() if rarity(one) > COMMON}
    length = math.sqrt(sum(weight * weight for weight in bag.values()))
    weighed = sorted((_fingerprint(word), weight / length) for word, weight in bag.items())
    proper = _proper(reading)
    published = reading.article.published
    sentences = (_SPEECH.sub("", statement.sentence) for statement in reading.statements)
    return Sketch(
        published.toordinal() if published else None,
        array("Q", (word for word, _ in weighed)), array("d", (weight for _, weight in weighed)),
        _prints(_names(reading) | {word for word in count if not known(word)}),
        _prints(proper), _prints(proper | _values(reading)), array("L", _days(reading)),
        _prints(one for one in sentences if one),
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _fingerprint(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _prints(texts: Iterable[str]) -> array[int]:
    return array("Q", sorted({_fingerprint(text) for text in texts}))


def _names(reading: Reading) -> set[str]:
    """What the article names: people, bodies and places below the province."""
    found = set()
    for names in reading.names:
        found |= {person.name for person in names.people} | {body.name for body in names.organisations}
        found |= {place.name for place in names.places if place.level not in _WIDE}
    return found


def _proper(reading: Reading) -> set[str]:
    """Names that few events share: full names of people, places below the province, bodies with a name of their own."""
    found = set()
    for names in reading.names:
        people = (person.name for person in names.people)
        found |= {part for name in people for part in (name, name.split("·")[-1]) if len(part) > 2}
        found |= {body.name for body in names.organisations if len(body.name) > 3 and _own_name(body.name)}
        for place in names.places:
            if place.level in _LOCAL:
                found |= {core for level, core in units(place.name) if level in _LOCAL} or {place.name}
    return found


def _own_name(body: str) -> bool:
    return not _ANY.match(body) and not any(is_place(body[:length]) for length in (2, 3))


def _values(reading: Reading) -> set[str]:
    """The figures and times of day that hardly two events share: 4386.5万, 21时17分."""
    found = set()
    for mentions in reading.mentions:
        for value in (mention.value for mention in mentions):
            if isinstance(value, Quantity) and value.number is not None:
                if len(f"{abs(value.number):.8g}".replace(".", "").strip("0")) >= TELLING:
                    found.add(f"{value.number:.8g} {value.unit}")
            elif isinstance(value, Timex) and value.start and value.grain in ("hour", "minute"):
                found.add(f"{value.start} {value.grain}")
    return found


def _days(reading: Reading) -> list[int]:
    """The days that it speaks of by their dates, in order: hardly two events have them in common."""
    values = (mention.value for mentions in reading.mentions for mention in mentions)
    return sorted(
        {one.start.toordinal() for one in values if isinstance(one, Timex) and one.start and one.grain in _DAYS}
    )
