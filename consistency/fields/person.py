"""Facts on persons: who holds which post, and whom somebody meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from consistency.fields.deeds import read_deeds
from consistency.grammar.names import Person
from consistency.grammar.titles import is_press
from consistency.grammar.titles_compare import normal
from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.patterns import pattern
from consistency.statements import Reading

# 与白宫贸易代表及国务院官员磋商: the other party of a meeting stands between 与 and the predicate.
_MEETING = pattern(
    r"(?:与|同|和|跟|会见|会晤|拜会|约见)(?P<party>[\u4e00-\u9fffA-Za-z0-9·、“”]{2,24}?)"
    r"(?P<act>(?:密集|举行|展开|进行|分别|就[^，。]{0,12}?)*(?:磋商|会谈|会晤|会面|见面|协商|谈判|商谈|交换意见))"
)

_TIMES = tuple((time, re.compile(cue)) for time, cue in rows("title_times.tsv"))


def read_posts(reading: Reading) -> Iterator[Fact]:
    """Two facts for each person named with a post: which post the person holds, and who holds the post.

    Each knows what else the article says: all posts of the person, the other holders of the post.
    """
    people = [_people(reading, block) for block in range(len(reading.texts))]
    posts, holders = _all_posts(people), _all_holders(people)
    for block, named in enumerate(people):
        time, last = "", None
        for person, sure in named:
            statement = reading.statement_at(block, person.title_start)
            if statement is None:
                continue
            own = _time(reading.texts[block], person)
            time = own or (time if last and _listed(last, person) else "")  # 原常委、副市长: both are former
            last = person
            if is_press(person.title) or _is_address(person):
                continue
            scope = (
                ("name", person.name), ("title", person.title), ("organisation", person.organisation), ("time", time),
                ("posts", "|".join(title for title in posts.get(person.name, ()) if title != person.title)),
                ("others", "|".join(name for name in holders.get(normal(person.title), ()) if name != person.name)),
                ("body", person.body), ("told", "" if sure else "act"),
            )  # fmt: skip
            span = reading.article.blocks[block].span(person.title_start, person.title_end)
            yield Fact(
                "person", "post", Term(person.title), reading.article.text[span.start : span.end], span,
                person.title_start, person.title_end, statement, person.name, scope,
            )  # fmt: skip
            span = reading.article.blocks[block].span(person.start, person.end)
            yield Fact(
                "person", "holder", Term(person.name), reading.article.text[span.start : span.end], span,
                person.start, person.end, statement, person.organisation + person.title, scope,
            )  # fmt: skip


def _listed(one: Person, other: Person) -> bool:
    """Whether two posts of one mention stand on one side of the name: not so 原院长|鲁延庆|任党委书记."""
    return one.start == other.start and (one.title_start < one.start) == (other.title_start < other.start)


def _people(reading: Reading, block: int) -> list[tuple[Person, bool]]:
    """The people of a block with a title or a role told by a deed, and whether it is said to be theirs alone."""
    titled = [(person, True) for person in reading.names[block].people if person.title]
    given = {(person.start, normal(person.title)) for person, _ in titled}
    deeds = [
        (person, sure)
        for person, sure in read_deeds(reading, block)
        if (person.start, normal(person.title)) not in given
    ]
    return sorted(titled + deeds, key=lambda one: (one[0].start, one[0].title_start))


People = list[list[tuple[Person, bool]]]


def _all_posts(people: People) -> dict[str, list[str]]:
    """All posts that the article gives each person."""
    found: dict[str, dict[str, None]] = {}
    for person, _ in chain.from_iterable(people):
        if not _is_address(person):
            found.setdefault(person.name, {})[person.title] = None
    return {name: list(titles) for name, titles in found.items()}


def _all_holders(people: People) -> dict[str, list[str]]:
    """All persons to whom the article gives each post, of those whom it may give it to but one only the first."""
    found: dict[str, dict[str, None]] = {}
    for person, sure in chain.from_iterable(people):
        role = normal(person.title)
        if not _is_address(person) and (sure or role not in found):
            found.setdefault(role, {})[person.name] = None
    return {title: list(names) for title, names in found.items()}


def _is_address(person: Person) -> bool:
    """Whether the title only addresses somebody by surname: 范校长 may well be a 副校长."""
    return person.start < person.title_start and person.end == person.title_end


def _time(text: str, person: Person) -> str:
    """When the person held the post, as far as the words at it say: former, current, then (时任), next, or ""."""
    begin = min(person.title_start, person.org_start) if person.organisation else person.title_start
    before = text[person.end : begin] if person.end <= begin else text[max(0, begin - 4) : begin]
    near = before + "|" + text[person.title_start : person.title_end]
    return next((time for time, cue in _TIMES if cue.search(near)), "")


def read_parties(reading: Reading) -> Iterator[Fact]:
    """A fact for each meeting: the value is the other party, the measure who meets it."""
    for block, text in enumerate(reading.texts):
        for match in _MEETING.finditer(text):
            start, end = match.span("party")
            statement = reading.statement_at(block, start)
            if statement is None:
                continue
            subject = _subject(reading, block, statement.sentence_start, match.start())
            if not subject:
                continue
            span = reading.article.blocks[block].span(start, end)
            yield Fact(
                "person", "party", Term(match["party"]), reading.article.text[span.start : span.end], span,
                start, end, statement, f"{subject}会谈对象", (("subject", subject), ("party", match["party"])),
            )  # fmt: skip


def _subject(reading: Reading, block: int, start: int, end: int) -> str:
    people = [person for person in reading.names[block].people if start <= person.start and person.end <= end]
    return people[-1].name if people else ""
