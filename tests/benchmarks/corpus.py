"""Corpora of any size for the scan: `python tests/benchmarks/corpus.py 10000 corpus.jsonl`.

Each event is a bundle of data/ told anew: people, places, organisations and companies renamed, dates moved, figures
changed, outlets drawn from a list, a reprint now and then, and two disagreements planted, which
`corpus.planted.jsonl` lists. Two events a day, whatever the size: a larger corpus is a longer archive, in which each
of the 71 bundles comes again, under other names, every five weeks. The same seed
gives the same bytes.
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
from pathlib import Path

from consistency.articles import read_paths
from consistency.articles.script import fold
from consistency.grammar.names_gazetteer import is_place, level_of, units
from consistency.lexicon import lines, rows
from consistency.statements import Reading, read
from consistency.tokens import known, rarity

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

RARE = 11.0  # nats of rarity from which on the first two characters of a body's name are taken for a name
_PROPER = re.compile("(?!国[家防]|中[国央]|[省市县区镇乡村全某该本公])[\u4e00-\u9fff]{2}")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})(?=[日号](?!报|线|楼|矿|机))"
    r"|(?<!\d)(?P<only>\d{4})(?=年)(?:年(?P<of>\d{1,2})(?=月))?"
)
_FIGURE = re.compile(r"(?<![\d.:：A-Za-z第])\d[\d,]*(?:\.\d+)?(?![\d:：]|[年月日号时点])(?:(?=[\u4e00-\u9fff%]))")


@dataclass(frozen=True)
class Part:
    """A piece of a text that changes from event to event; `kind` is name, date or figure."""

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
    """A bundle as a template: its articles, its people's names, its other names with their level."""

    name: str
    articles: tuple[Template, ...]
    people: tuple[str, ...]
    cores: tuple[tuple[str, str], ...]


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
        name for name in people if len(name) >= 3 and not is_place(name) and name[-2:] not in ("先生", "女士")
    )
    cores = _cores(readings)
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
        told.append(Template(published, article.title or "", tuple(_parts(text, name, published))))
    return Event(folder.name, tuple(told), tuple(full), tuple(sorted(cores.items())))


def _cores(readings: list[Reading]) -> dict[str, str]:
    """What is left of names of places and bodies without their kind (泸平 of 泸平县), with its level if it is known."""
    found = {}
    for names in (names for reading in readings for names in reading.names):
        for place in names.places:
            for level, core in units(place.name):
                if level in ("city", "county", "town", "village") and len(core) >= 2:
                    found[core] = level if is_place(core) or is_place(f"{core}市") else "invented"
        for body in (*names.organisations, *names.sites, *(one for one in names.places if one.level == "other")):
            core = body.name[:2]
            if len(body.name) > 3 and _PROPER.fullmatch(core) and rarity(core) > RARE and not is_place(core):
                found[core] = "invented"
    return found


def _parts(text: str, name: re.Pattern[str], published: datetime) -> Iterator[str | Part]:
    at = 0
    folded = fold(text)  # names are read in simplified characters
    found = [(m.start(), m.end(), Part("name", m[0])) for m in name.finditer(folded)]
    for match in _DATE.finditer(text):
        when = _resolve(match, published)
        if when:
            found.append((match.start(), match.end(), Part("date", match[0], when)))
    found += [(m.start(), m.end(), Part("figure", m[0])) for m in _FIGURE.finditer(text)]
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
    return names


def _figure(text: str, salt: str) -> str:
    """Another figure of the same size: its first digits and the zeros at its end stay."""
    digits = [at for at, char in enumerate(text) if char.isdigit()]
    end = len(text.rstrip("0,.")) if "." not in text else len(text)
    short = end <= 2 or len(digits) == 2
    chance = random.Random(f"{salt}:{text}")
    chars = list(text)
    for number, at in enumerate(digits):
        if (at < end and number >= 2) or (short and number == 1):
            chars[at] = str(chance.randint(1, 9))
    return "".join(chars)


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


def event_rows(number: int, seed: int) -> tuple[list[dict[str, str]], list[dict[str, object]]]:
    """The articles of an event and what was planted in them."""
    chance = random.Random(f"{seed}:{number}")
    event = chance.choice(events())
    names = _renamed(event, chance)
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
            if part.kind == "name":
                new = names[part.text]
            elif part.kind == "date":
                new = _written(part, moved)
            else:
                new = _figure(part.text, f"{seed}:{number}")
            if part.kind != "name":
                where.setdefault((part.kind, new), []).append(len(pieces))
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
