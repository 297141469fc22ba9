"""Corpora of any size for the scan: `python tests/benchmarks/corpus.py 10000 corpus.jsonl`.

Each event is a bundle of data/ told anew: people, places (countries, too), organisations, companies and coined words
renamed, dates and times of day moved, figures changed (in digits and in words: all amounts of an event by one factor,
all shares by another, so that sums and roundings stay what they are), half of its telling words exchanged for others
of the same kind (no two events of a real corpus share whole articles), outlets drawn from a list, a reprint now and
then, and two disagreements planted, which `corpus.planted.jsonl` lists. Two events a day, whatever the size: a larger
corpus is a longer archive, in which each of the 71 bundles comes again every five weeks. The same seed gives the same
bytes.
"""

from __future__ import annotations

import argparse
import heapq
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

import jieba

from consistency.articles import read_paths
from consistency.articles.script import fold
from consistency.grammar.names_gazetteer import is_place, level_of, units
from consistency.lexicon import lines, rows
from consistency.linkage.sketch import COMMON
from consistency.statements import Reading, read
from consistency.tokens import cut, known, rarity

ROOT = Path(__file__).parents[2]
FOLDERS = ("gold", "training", "unseen", "rare-earth")
START = datetime(2015, 1, 5)
EVENTS_A_DAY = 2
PLANTED = 2  # disagreements an event
REPRINTS = 0.1  # reprints an article
OUTLETS = tuple(
    f"{place}{kind}"
    for place in ("江南", "华北", "东海", "珠江", "长河", "西部", "关东", "中原")
    for kind in ("日报", "晚报", "新闻网", "电视台", "商报")
)

OWN_WORDS = 0.5  # of the telling words of a bundle so many are exchanged in an event
RARE = 8.0  # nats of rarity from which on the first two characters of a body's name are taken for a name
_PROPER = re.compile("(?!国[家防]|中[国央]|[省市县区镇乡村全某该本公])[\u4e00-\u9fff]{2}")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})(?=[日号](?!报|线|楼|矿|机))"
    r"|(?<!\d)(?P<only>\d{4})(?=年)(?:年(?P<of>\d{1,2})(?=月))?"
)
_FIGURE = re.compile(r"(?<![\d.:：A-Za-z第])\d[\d,]*(?:\.\d+)?(?=%|[\u4e00-\u9fff])(?![年月日号时点倍])")
_WORDS = re.compile(
    r"(?<![第初\d点一二两三四五六七八九])(?:[二两三四五六七八九十百千零一]{2,}|[一二三四五六七八九](?=成[，。、；的]))"
    r"(?![年月日号时点分周届万亿几余多来个])"
)
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}(?:[时点](?=\d{1,2}分)|[:：](?=\d{2}(?!\d)))\d{1,2}")
_COMMON_CHARACTERS = frozenset(lines("stopwords.txt")) | set(
    "这那日时人有说不是中多的了在和与及先再又另还就只共一二三四五六七八九十两几每万年月点分起从到至内外上下里间后前"
)
_POLITE = ("先生", "女士")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Part:
    """A piece of a text that changes from event to event; `kind` is name, word, date, clock, figure or share."""

    kind: str
    text: str
    when: datetime | None = None


@dataclass(frozen=True)
class Template:
    """An article of a bundle: plain text and parts, to be put together anew."""

    published: datetime
    title: str
    parts: tuple[str | Part, ...]


@dataclass(frozen=True)
class Event:
    """A bundle as a template: its articles, its people's names, its other names with their level, its telling words."""

    name: str
    articles: tuple[Template, ...]
    people: tuple[str, ...]
    cores: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


@cache
def events() -> tuple[Event, ...]:
    """All bundles of data/."""
    folders = [path.parent for name in FOLDERS for path in sorted((ROOT / "data" / name).rglob("gold.json"))]
    return tuple(_event(folder) for folder in folders)


def _event(folder: Path) -> Event:
    articles, _ = read_paths([str(folder)])
    readings = [read(article) for article in articles]
    people = Counter(person.name for one in readings for names in one.names for person in names.people)
    full = sorted(
        name for name in people
        if (len(name) >= 3 or not known(name)) and not is_place(name)
    )  # fmt: skip
    cores = _cores(readings)
    words = sorted({word for one in readings for text in one.texts for word in cut(text) if _telling(word)} - {*cores})
    first = min((one.published.replace(tzinfo=None) for one in articles if one.published), default=START)
    name = re.compile(
        "|".join(
            sorted(
                map(re.escape, [*full, *(part for one in full for part in one.split("·") if len(part) > 1), *cores]),
                key=lambda one: (-len(one), one),
            )
        )
        or "(?!)"
    )
    told = []
    for article in articles:
        text = "\n".join(block.text for block in article.blocks)
        published = (article.published or first).replace(tzinfo=None, microsecond=0)
        told.append(Template(published, article.title or "", tuple(_parts(text, name, frozenset(words), published))))
    return Event(folder.name, tuple(told), tuple(full), tuple(sorted(cores.items())), tuple(words))


@cache
def _protected() -> frozenset[str]:
    """The words of the program's own tables: an exchanged one would make the text say something else."""
    tables = files("consistency.lexicon").iterdir()
    names = (one.name for one in tables if one.name.endswith((".tsv", ".txt")) and one.name != "traditional.tsv")
    return frozenset(word for name in names for line in lines(name) for word in re.findall("[\u4e00-\u9fff]+", line))


@cache
def _tags() -> dict[str, tuple[str, str]]:
    """The kind of each word of jieba's dictionary (n, v, vn), and how rare it is, in steps of two nats."""
    rows_ = (line.split(" ") for line in Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines())
    return {
        word: (tag, f"{rarity(word) / 2:.0f}") for word, _, tag in rows_
        if tag in ("n", "v", "vn") and len(word) > 1 and word not in _protected() and not is_place(word)
    }  # fmt: skip


@cache
def _likes() -> dict[tuple[int, str, str], tuple[str, ...]]:
    """Words by length, kind and rarity."""
    found: dict[tuple[int, str, str], list[str]] = {}
    for word, (tag, rare) in _tags().items():
        found.setdefault((len(word), tag, rare), []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _telling(word: str) -> bool:
    """Whether a word tells what a text is about, and nothing of the program hangs on it; a coined one does."""
    if not re.fullmatch("[\u4e00-\u9fff]{2,}", word) or rarity(word) <= COMMON or is_place(word):
        return False
    return word in _tags() if known(word) else not _COMMON_CHARACTERS & set(word)


def _cores(readings: list[Reading]) -> dict[str, str]:
    """What is left of names of places and bodies without their kind (泸平 of 泸平县), with its level if it is known."""
    found = {}
    for names in (names for reading in readings for names in reading.names):
        for place in names.places:
            for level, core in units(place.name):
                if len(core) >= 2 and core != "中国":
                    found[core] = level if is_place(core) or is_place(f"{core}市") else "invented"
        for body in (*names.organisations, *names.sites, *(one for one in names.places if one.level == "other")):
            core = body.name[:2]
            if len(body.name) > 3 and _PROPER.fullmatch(core) and rarity(core) > RARE and not is_place(core):
                found[core] = "invented"
    return found


def _parts(
    text: str, name: re.Pattern[str], words: frozenset[str], published: datetime
) -> Iterator[str | Part]:  # fmt: skip
    at = 0
    folded = fold(text)  # names are read in simplified characters
    found = [(m.start(), m.end(), Part("name", m[0])) for m in name.finditer(folded)]
    for match in _DATE.finditer(text):
        when = _resolve(match, published)
        if when:
            found.append((match.start(), match.end(), Part("date", match[0], when)))
    for pattern in (_FIGURE, _WORDS):
        for match in pattern.finditer(text):
            share = text[match.end()] in "%成" or text[match.end() : match.end() + 2] == "个百" or (
                text[: match.start()].endswith("百分之")
            )  # fmt: skip
            found.append((match.start(), match.end(), Part("share" if share else "figure", match[0])))
    found += [(m.start(), m.end(), Part("clock", m[0])) for m in _CLOCK.finditer(text)]
    taken = {place for start, end, _ in found for place in range(start, end)}
    place = 0
    for word in cut(folded):
        begin, place = place, place + len(word)
        unit = begin and text[begin - 1] in "0123456789一二两三四五六七八九十百千万亿"  # 326名, 三名
        if word in words and not unit and taken.isdisjoint(range(begin, place)):
            found.append((begin, place, Part("word", word)))
    for start, end, part in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= at:
            yield text[at:start]
            yield part
            at = end
    yield text[at:]


def _resolve(match: re.Match[str], published: datetime) -> datetime | None:
    """The day that a date of a template is, the one nearest to publication where it does not say the year or month."""
    year, month, day = (
        match[key] or match[other] for key, other in (("year", "only"), ("month", "of"), ("day", "day"))
    )
    found = []
    for moved in range(-200, 201):
        near = published + timedelta(days=moved)
        if (not month or near.month == int(month)) and (not day or near.day == int(day)):
            if year and near.year != int(year):
                continue
            found.append((abs(moved) + (moved > 3) * 40, near))
    return min(found)[1] if found else None


def _written(part: Part, moved: timedelta) -> str:
    """A date moved, with as many parts as before."""
    assert part.when
    when, match = part.when + moved, _DATE.match(part.text + ("年" if re.fullmatch(r"\d{4}", part.text) else "日"))
    if "月" not in part.text and "年" in part.text:
        return f"{when.year}年{when.month}"
    if match and match["only"]:
        return str(when.year)
    year = f"{when.year}年" if "年" in part.text else ""
    month = f"{when.month}月" if "月" in part.text else ""
    return f"{year}{month}{when.day}"


@cache
def _characters() -> tuple[str, str, str, str]:
    """Characters of given names, the first and the second of places, and those that foreign names are written in."""
    given = "".join(row[1] for row in rows("given_names.tsv") if float(row[0]) >= 1)
    counties = [row[0] for row in rows("places.tsv") if len(row[0]) == 3 and row[0].endswith(("县", "区"))]
    return (
        given,
        "".join(sorted({one[0] for one in counties})),
        "".join(sorted({one[1] for one in counties})),
        ("".join(lines("transliteration.txt"))),
    )


@cache
def _surnames() -> tuple[str, ...]:
    """Surnames of one character."""
    return tuple(sorted({row[0] for row in rows("surnames.tsv") if len(row[0]) == 1}))


@cache
def _places(level: str) -> tuple[str, ...]:
    """Known places of a level, two characters each."""
    return tuple(row[0] for row in rows("places.tsv") if len(row[0]) == 2 and level_of(row[0]) == level)


def _renamed(event: Event, chance: random.Random) -> dict[str, str]:
    given, first, second, sounds = _characters()
    names = {}
    for person in event.people:
        parts = person.split("·")
        if len(parts) > 1:
            names[person] = "·".join("".join(chance.choice(sounds) for _ in part) for part in parts)
            names |= dict(zip(parts, names[person].split("·"), strict=True))
        elif person.endswith(_POLITE):
            names[person] = chance.choice(_surnames()) + person[-2:]
        else:
            kept = len(person) // 2  # a Japanese name has a surname of two characters
            names[person] = person[:kept] + "".join(chance.choice(given) for _ in person[kept:])
    for core, level in event.cores:
        pool = _places(level) if level != "invented" and len(core) == 2 else ()
        while True:
            new = chance.choice(pool) if pool else chance.choice(first) + chance.choice(second)
            if pool or not (known(new) or is_place(new)):
                break
        names[core] = new + core[2:] if len(core) > 2 else new
    own = set(chance.sample(event.words, round(len(event.words) * OWN_WORDS)))
    used = set(event.words)
    for word in event.words:
        if not known(word):
            names.setdefault(word, chance.choice(first) + chance.choice(second) + word[2:])
        elif word in own:
            likes = _likes()[len(word), *_tags()[word]]
            new = next((one for one in (chance.choice(likes) for _ in range(9)) if one not in used), word)
            names.setdefault(word, new)
            used.add(new)
    return names


def _scaled(text: str, factor: float) -> str:
    """An amount times the factor, told as exactly as before and with two digits at least; less than ten stays."""
    if not text[0].isdigit():
        return _in_words(text, factor)
    plain = text.replace(",", "")
    decimals = len(plain.partition(".")[2])
    number = float(plain)
    if number < 10 and not decimals:
        return text
    zeros = 0 if decimals else min(len(plain) - len(plain.rstrip("0")), len(plain) - 2)
    new = round(number * factor, decimals - zeros)
    return f"{new:,.{decimals}f}" if "," in text else f"{new:.{decimals}f}"


def _in_words(text: str, factor: float) -> str:
    """The same for 三百二十六; what is no such number stays as it is."""
    total = digit = 0
    for char in text:
        if char in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            digit = 2 if char == "两" else _DIGITS.index(char)
    total += digit
    if _told_in_words(total) != text.replace("两", "二"):
        return text  # 三三两两, 千百, 二零二六
    if total < 10:
        return text if factor >= 1 else _told_in_words(max(1, round(total * factor)))
    new = round(total * factor)
    if total % 100 == 0:
        new = round(new, -2) or 100
    elif total % 10 == 0:
        new = round(new, -1) or 10
    return _told_in_words(min(new, 9999))


def _told_in_words(number: int) -> str:
    """A number below ten thousand: 326 is 三百二十六, 10 is 十."""
    found, gap = "", False
    for size, char in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            found += ("零" if gap and found else "") + (
                "" if size == 10 and not found and digit == 1 else _DIGITS[digit]
            )
            found += char
        gap = not digit
    return found or "零"


def _clock(text: str, later: int) -> str:
    """A time of day some minutes later in its hour."""
    hour, sign, minute = re.split("([时点:：])", text)
    new = (int(minute) + later) % 60
    return f"{hour}{sign}{new:02d}"


def _slip(text: str, chance: random.Random) -> str:
    """The figure with one digit mistyped or two neighbours swapped."""
    digits = [at for at, char in enumerate(text) if char.isdigit()]
    chars = list(text)
    one, two = (digits[0], digits[1]) if len(digits) > 1 else (digits[0], digits[0])
    if chars[one] != chars[two] and chars[two] != "0" and chance.random() < 0.5:
        chars[one], chars[two] = chars[two], chars[one]
    else:
        chars[two] = str((int(chars[two]) + chance.randint(2, 8)) % 10 or 5)
    return "".join(chars)


@dataclass
class Told:
    """An article of an event, in the making: its pieces, with the place of each figure and date among them."""

    id: str
    outlet: str
    published: datetime
    pieces: list[str]
    title: str
    where: dict[tuple[str, str], list[int]]

    def row(self) -> dict[str, str]:
        """The row of the corpus."""
        text = "".join(self.pieces)
        title = text.split("\n", 1)[0] if self.title else ""
        return {
            "id": self.id, "title": title, "outlet": self.outlet,
            "published": self.published.isoformat(), "text": text,
        }  # fmt: skip


@cache
def _order(seed: int, turn: int) -> tuple[Event, ...]:
    """The bundles in an order of their own."""
    return tuple(random.Random(f"{seed}:turn:{turn}").sample(events(), len(events())))


def event_rows(number: int, seed: int) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    """The articles of an event and what was planted in them."""
    chance = random.Random(f"{seed}:{number}")
    event = _order(seed, number // len(events()))[number % len(events())]
    names = _renamed(event, chance)
    amounts, shares, later = chance.uniform(1.15, 1.9), chance.uniform(0.55, 0.9), chance.randrange(1, 60)
    first = min(one.published for one in event.articles)
    start = START + timedelta(days=number // EVENTS_A_DAY)
    moved = timedelta(days=(start - first).days // 7 * 7)
    outlets = chance.sample(OUTLETS, len(event.articles) * 2)
    told = []
    for place, template in enumerate(event.articles):
        pieces: list[str] = []
        where: dict[tuple[str, str], list[int]] = {}
        for part in template.parts:
            if isinstance(part, str):
                pieces.append(part)
                continue
            if part.kind in ("name", "word"):
                new = names.get(part.text, part.text)
            elif part.kind == "date":
                new = _written(part, moved)
            elif part.kind == "clock":
                new = _clock(part.text, later)
            else:
                new = _scaled(part.text, shares if part.kind == "share" else amounts)
            if part.kind == "date" or (part.kind in ("figure", "share") and new[0].isdigit()):
                where.setdefault(("date" if part.kind == "date" else "figure", new), []).append(len(pieces))
            pieces.append(new)
        published = template.published + moved
        told.append(Told(f"e{number:06d}-{place}", outlets[place], published, pieces, template.title, where))
    planted = _plant(told, number, chance)
    found = [one.row() for one in told]
    for place, row in enumerate(list(found)):
        if chance.random() < REPRINTS:
            later = datetime.fromisoformat(row["published"]) + timedelta(hours=1 + chance.randrange(9))
            found.append(row | {
                "id": f"{row['id']}r", "outlet": outlets[len(told) + place], "published": later.isoformat(),
            })  # fmt: skip
    return found, planted


def _plant(told: list[Told], number: int, chance: random.Random) -> list[dict[str, object]]:
    """Up to `PLANTED` values that several articles have, changed in one of them."""
    shared = Counter(key for one in told for key in one.where)
    options = sorted(
        key for key, holders in shared.items()
        if holders > 1 and (len(key[1]) > 1 if key[0] == "figure" else "月" in key[1])
    )  # fmt: skip
    planted: list[dict[str, object]] = []
    for kind, right in chance.sample(options, min(PLANTED, len(options))):
        one = chance.choice([one for one in told if (kind, right) in one.where])
        if kind == "figure":
            wrong = _slip(right, chance)
        else:
            head, day = right.rsplit("月", 1)
            wrong = f"{head}月{(int(day) + chance.randint(1, 8)) % 28 + 1}"
        for at in one.where[kind, right]:
            one.pieces[at] = wrong
        planted.append({"event": number, "article": one.id, "field": kind, "right": right, "wrong": wrong})
    return planted


def corpus(size: int, seed: int) -> Iterator[tuple[dict[str, str], list[dict[str, object]]]]:
    """`size` articles in the order of their publication, each event's planted disagreements with its first."""
    waiting: list[tuple[str, str, dict[str, str], list[dict[str, object]]]] = []
    number = given = 0
    while given < size:
        found, planted = event_rows(number, seed)
        for row in found:
            heapq.heappush(waiting, (row["published"], row["id"], row, planted if row is found[0] else []))
        number += 1
        # No later event begins earlier than a week before its day.
        bound = (START + timedelta(days=number // EVENTS_A_DAY - 8)).isoformat()
        while waiting and waiting[0][0] < bound and given < size:
            *_, row, known_wrong = heapq.heappop(waiting)
            yield row, known_wrong
            given += 1


def write(size: int, path: Path, seed: int = 1) -> Path:
    """The corpus stands in `path` (JSON lines), what was planted in `….planted.jsonl` beside it."""
    beside = path.with_suffix(".planted.jsonl")
    with path.open("w", encoding="utf-8") as rows_, beside.open("w", encoding="utf-8") as planted:
        for row, wrong in corpus(size, seed):
            rows_.write(json.dumps(row, ensure_ascii=False) + "\n")
            planted.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in wrong)
    return beside


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write(chosen.size, chosen.path, chosen.seed)
