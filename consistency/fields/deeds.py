"""Roles told by what somebody does: 财务组由X负责, 管账的X, 由X执导, 最先发现的是X, 接过首席执行官一职的是X."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from consistency.grammar.names import Person
from consistency.grammar.titles import bare, is_plain
from consistency.lexicon import rows
from consistency.patterns import pattern
from consistency.statements import Reading

_WINDOW = 36  # characters before or after a name in which his deed is told
_FIRST = "(?:最先|最早|率先|首先|首个|首位|第一个|第一时间|第一位|头一个)"
_IS = "(?:,|，)?(?:就|正|便|则|乃|原来|恰|却)?(?:是|为|叫|系)"
_ONE = (  # what may stand between: 负责管钱的是|29岁|女子卞小舟, 接过首席执行官一职的,是|汇弈数娱派来的|副总裁聂怀安
    r"(?:(?:一|这|那)?[名位个]|\d+岁的?|当天|当晚|当班的?|值班的?|[一-鿿]{2,8}的)*"
)
_PLAIN = "发现|察觉"
_TELLING = frozenset("的谁姓")  # one of them stands in every cue before a name
_BY = pattern(r"由[^,，。;；]{0,8}$")
_GROUP = pattern(r"(?P<duty>[一-鿿]{1,6}?)(?:组|部|线|小组|团队|板块|队)?(?:则|都)?[由归]$")


class _Cues(NamedTuple):
    """Patterns at a name: those that end where it (with its title) begins, and those that begin where it ends."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    given: re.Pattern[str]  # behind a name that 由 stands before
    plain: re.Pattern[str]  # the bare act, which is one's only where nobody else is said to have been first


@cache
def _roles() -> dict[tuple[str, str], str]:
    return {(how, word): role for role, how, words in rows("deeds.tsv") for word in words.split()}


def _words(*frames: str) -> str:
    return "|".join(sorted({word for how, word in _roles() if how in frames}, key=len, reverse=True))


@cache
def _cues() -> _Cues:
    duty, act, first, done = _words("duty"), _words("act"), _words("first", "done"), _words("done")
    charge = "(?:负责|主管|分管|掌管|专管|把持|管理?)"
    rest, who = "[^,，。;；!?！？]", "(?:人|那个人|那个|居民|市民|目击者)?"
    office = (
        "(?:身为|作为|担任|出任|接任|接过|接替|执掌|接掌|当选|获任|任)(?P<title>[一-鿿A-Z]{2,10}?)"
        "(?:的?(?:一职|职务|之职|大印|帅印|之位))?"
    )
    before = (
        f"{charge}(?P<duty>{duty})(?:工作|事务|业务)?的{who}(?:{_IS})?",
        f"{_FIRST}(?P<first>{first}){rest}{{0,10}}的{who}{_IS}",
        f"(?P<done>{done})(?!仪式|活动|大会){rest}{{0,6}}的{who}{_IS}",
        f"谁(?:最?先|最早|第一个|头一个)?(?P<asked>{first}){rest}{{0,6}}[的了]?[?？]",
        f"(?P<act>{act})的{who}{_IS}",
        f"{office}的{who}(?:{_IS})?",
        r"(?P<called>[一-鿿]{2,6}?)[,，]?姓[一-鿿][,，](?:名叫|叫|大名|全名|本名|大号)?",  # 司机姓邹，|邹克俭
    )
    link = f"[,，]?(?:主要|专门|具体|一直|则|还|也|在{rest}{{1,10}}[中时后里])*"
    after = (
        f"{charge}(?:着|起)?(?:团伙的?|公司的?|全部|全盘|整个)?(?P<duty>{duty})(?:工作|事务|业务)?(?=$|[,，。;；、！!]|的)",
        f"(?:是|就是|便是)?{_FIRST}(?P<first>{first})",
        f"(?P<act>{act})的",
    )
    note = "(?:[(（][^)）]{1,14}[)）])?"  # 卞小舟(女,29岁)
    given = (
        f"(?:具体|全面|专门|全权)?(?:负责|掌管|牵头|管理|打理|把持|带队|主管)(?P<duty>{duty})?",
        f"(?P<act>{act})",
        f"{_FIRST}?(?P<first>{first})",
    )
    return _Cues(
        pattern(f"(?:{'|'.join(before)}){_ONE}[一-鿿]{{0,5}}$"),
        pattern(f"{link}(?:{'|'.join(after)})"),
        pattern(f"{note}(?:{'|'.join(given)})"),
        pattern(f"[^。;；!?！？“]{{0,24}}?(?P<first>{_PLAIN})"),
    )


def read_deeds(reading: Reading, block: int) -> Iterator[tuple[Person, bool]]:
    """The people of a block with the roles that their deeds give them; False where others may have done the same."""
    text = reading.texts[block]
    people = reading.names[block].people
    seen: set[tuple[int, str]] = set()
    for person in people:
        begin = _phrase(person)
        for role, start, end, sure in _told(text, begin, person.end):
            another = any(person.end <= other.start < start for other in people if other.name != person.name)
            if (person.start, role) in seen or another:
                continue
            seen.add((person.start, role))
            yield (
                replace(
                    person,
                    title=role,
                    title_start=start,
                    title_end=end,
                    organisation="",
                    org_start=start,
                    org_end=start,
                    body="",
                ),
                sure,
            )


def _phrase(person: Person) -> int:
    """Where the name begins, with the title and the body before it."""
    if not person.title or person.title_start >= person.start:
        return person.start
    return person.org_start if person.organisation and person.org_start < person.title_start else person.title_start


def _told(text: str, begin: int, end: int) -> Iterator[tuple[str, int, int, bool]]:
    """Role, where its words stand, and whether it is said to be of one alone, for a name (with its title)."""
    cues = _cues()
    offset = max(0, begin - _WINDOW)
    before = text[offset:begin]
    if not _TELLING.isdisjoint(before) and (match := cues.before.search(before)):
        yield from _found(match, offset)
        for name in ("title", "called"):
            if (title := bare(match[name] or "")) and not is_plain(title):
                yield title, offset + match.end(name) - len(title), offset + match.end(name), True
    if match := cues.after.match(text, end):
        yield from _found(match, 0)
    elif plain := cues.plain.match(text, end):
        yield _roles()["first", plain["first"]], plain.start("first"), plain.end("first"), False
    if _BY.search(before) and (match := cues.given.match(text, end)):
        yield from _found(match, 0)
        if group := _GROUP.search(before):
            yield from _team(before, group.span("duty"), offset)


def _found(match: re.Match[str], offset: int) -> Iterator[tuple[str, int, int, bool]]:
    for name, word in match.groupdict().items():
        how = {"asked": "first"}.get(name, name)
        if word and name not in ("title", "called"):
            role = _roles().get((how, word)) or _roles()["done", word]
            yield role, offset + match.start(name), offset + match.end(name), True


def _team(before: str, span: tuple[int, int], offset: int) -> Iterator[tuple[str, int, int, bool]]:
    """The duty that a team's name ends with: 其中财务|组."""
    for start in range(*span):
        if role := _roles().get(("duty", before[start : span[1]])):
            yield role, offset + start, offset + span[1], True
            return
