"""The steps of a scan that run in processes of their own: each reads files of the work folder and leaves others."""

from __future__ import annotations

import json
import pickle
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from consistency.articles.corpus import Faulty, Item, article_of
from consistency.errors import ArticleError
from consistency.linkage.copies import origins
from consistency.linkage.gathering import CORPUS
from consistency.linkage.sketch import Sketch
from consistency.linkage.stories import stories
from consistency.model.findings import Finding
from consistency.model.scan import Summary
from consistency.pipeline import Told, compare_story, tell
from consistency.scanning.work import load, unpacked, write
from consistency.wording import Lang

SHARD = 100  # articles read at once, and articles of the stories compared at once


@dataclass(frozen=True)
class Place:
    """Where the reading of an article lies in the work folder."""

    shard: int
    start: int
    end: int


@dataclass(frozen=True)
class Entry:
    """What is known of an article without its text."""

    path: str
    place: Place
    sketch: Sketch
    facts: Counter[str]


def read_shard(work: Path, number: int, shard: list[Item] | None) -> tuple[int, list[str]]:
    """The number of the shard and what of it could not be read; its readings lie in the work folder.

    None for a shard that lies there already.
    """
    index = work / f"read-{number:06d}.index"
    if shard is None:
        faults: list[str] = load(index)[1]
        return number, faults
    entries, faults, at = [], [], 0
    packed = bytearray()
    for item in shard:
        if isinstance(item, Faulty):
            faults.append(item.message)
            continue
        try:
            told, sketch = tell(article_of(item))
        except ArticleError as error:
            faults.append(str(error))
            continue
        except Exception as error:  # one article that no reader can bear must not lose a corpus
            faults.append(
                f"{item.place}: it cannot be read ({type(error).__name__}: {error}); skipped, please report it"
            )
            continue
        packed += zlib.compress(pickle.dumps(told), 1)
        path = told.reading.article.path
        entries.append(Entry(path, Place(number, at, len(packed)), sketch, Counter(fact.field for fact in told.facts)))
        at = len(packed)
    write(work / f"read-{number:06d}.articles", bytes(packed))
    write(index, pickle.dumps((entries, faults)))
    return number, faults


def group(work: Path, shards: int) -> int:
    """How many batches of stories there are to compare; they lie in the work folder."""
    note = work / "stories"
    if note.exists():
        batches: int = load(note)[1]
        return batches
    entries = [entry for number in range(shards) for entry in load(work / f"read-{number:06d}.index")[0]]
    entries.sort(key=lambda entry: entry.path)
    copied = origins([entry.sketch for entry in entries])
    own = [entry for entry, origin in zip(entries, copied, strict=True) if origin is None]
    told = [
        [own[n].place for n in story] for story in stories([entry.sketch for entry in own], CORPUS) if len(story) > 1
    ]
    number, batch = 0, []
    for story in told:
        batch.append(story)
        if sum(map(len, batch)) >= SHARD:
            write(work / f"batch-{number:06d}", pickle.dumps(batch))
            number, batch = number + 1, []
    if batch:
        write(work / f"batch-{number:06d}", pickle.dumps(batch))
        number += 1
    facts: Counter[str] = sum((entry.facts for entry in entries), Counter())
    summary = Summary(len(entries), copies=len(entries) - len(own), events=len(told), facts=facts)
    write(note, pickle.dumps((summary, number)))
    return number


def compare(work: Path, number: int, lang: Lang) -> tuple[int, Summary]:
    """The number of the batch and what was found in it, in sum; the findings lie in the work folder."""
    note = work / f"found-{number:06d}.summary"
    if note.exists():
        return number, load(note)
    summary, lines = Summary(), []
    for story in load(work / f"batch-{number:06d}"):
        told = [_told(work, place) for place in story]
        findings, linkage = compare_story(told, lang)
        disputes = [finding for finding in findings if not finding.agrees]
        lines += [_line(finding, told) for finding in disputes]
        summary += Summary(
            compared=linkage.compared,
            findings=Counter((one.field, one.severity) for one in disputes),
            outlets=Counter(pair for one in disputes for pair in _opposed(one, told)),
            topics=Counter(one.topic for one in disputes),
        )
    write(work / f"found-{number:06d}.jsonl", "".join(lines).encode())
    write(note, pickle.dumps(summary))
    return number, summary


def _told(work: Path, place: Place) -> Told:
    with (work / f"read-{place.shard:06d}.articles").open("rb") as file:
        file.seek(place.start)
        told: Told = unpacked(zlib.decompress(file.read(place.end - place.start)))
    return told


def _line(finding: Finding, story: Sequence[Told]) -> str:
    """The finding as JSON; each statement also names its outlet and when it was published."""
    articles = {one.reading.article.id: one.reading.article for one in story}
    data = finding.to_dict()
    for statement in data["statements"]:
        article = articles[statement["article"]]
        statement["outlet"] = article.outlet
        statement["published"] = article.published.isoformat() if article.published else None
    text = json.dumps(data, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character, which JSON can only name
        text = json.dumps(data)
    return text + "\n"


def _opposed(finding: Finding, story: Sequence[Told]) -> set[tuple[str, str]]:
    """The pairs of outlets that say different things."""
    outlets = {one.reading.article.id: one.reading.article.outlet for one in story}
    found = set()
    for a, b in combinations(finding.statements, 2):
        one, two = outlets[a.article], outlets[b.article]
        if a.group != b.group and one and two and one != two:
            found.add((min(one, two), max(one, two)))
    return found
