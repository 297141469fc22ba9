"""Facts of acts: which body or person published, ordered, fined, approved, measured … a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from consistency.grammar.names_words import Wordlist, alone
from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.statements import Reading
from consistency.statements.speakers import Speaker, plays, speakers

_REACH = 48  # characters between the actor and the act, marks included
_SHOWN = 18  # characters of the act and its object that a reader is shown
_STOP = re.compile(r"[。；;！!？?“”\n]")
# 澜柏科技收到处罚决定书, 县公司被罚款: what follows was done to the one named first.
_SUFFERED = re.compile(
    r"收到|接到|接获|领到|拿到|挨|吃到|被|遭|受到|取得|获得|获颁|获发|获批|获准|经(?!济|营|过|查|调|费|理|纪|常|历)|因|等待|申请|拒绝|不服|违反|根据|按照|依据|援引|引用|听取|落实|执行"
)
# 县防指|昨晚的|转移令, 组委会|那份|通报: all that may stand between an owner and what he gave out.
_OWNED = re.compile(
    r"(?:的|[\d一二三四五六七八九十]+[日号月]|昨[天日晚]|今[天日晨晚]|前天|当[天日晚]|日前|近日|最新|上午|下午|晚间?|此前|早前|随后|初步|正式|官方|联合|第?[一二三四首]?[份张纸道则条封项个]|[\d.]+[万亿]?元"
    r"|那|这|该|另|发布|发出|公布|出具|开出|开具|下达|签发|出台|印发|作出|做出|所作|提供|完成|给出|编制|撰写|上旬|中旬|下旬|\s)*(?:《[^》]{0,20})?$"
)
_GIVEN = re.compile(r"(?:就|都|正|则|也)?(?:是|由|系|出自)")
_OURS = re.compile(
    r"(?:本|我)(?:委员会|组委会|管委会|俱乐部|协会|学会|公司|集团|中心|大学|学校|医院|法院|检察院|研究院|研究所|交易所|机构"
    r"|局|厅|委|办|部|署|院|台|所|会|校|社|行|店|队|站)(?!长|员|报|刊|地|土|周|月|年|次|场|赛|届|内|于)"
)
# A body that stands alone (警方, 组委会) begins here, and is not the end of a longer name.
_BARE = re.compile(
    r"(?:^|[^一-鿿]|[由被经据对向给为与和及送交在到的是该而但故并当时日天晚后前令]|目前|随后|此前|同时)$"
)
_AUTHORITY = re.compile(
    r"(?:局|厅|委|部|署|院|台|所|会|办|处|队|社|府|海关|中心|机关|部门|机构|方|组|站|银行|分行|交易所|联|协|指|总|庭|当局)$"
)
_COMMERCIAL = re.compile(r"(?:公司|集团|股份|科技|控股|证券|药业|制药|能源|汽车|传媒|工作室|俱乐部)$")
_OFFICIAL = frozenset(("处罚", "批准", "判决", "起诉", "抓捕", "任命"))  # acts of authorities, not of firms or of men
_PERSONAL = frozenset(("决定", "研发", "收购", "救援"))  # acts of persons as well as of bodies


@dataclass(frozen=True, slots=True)
class _Act:
    act: str
    how: str
    start: int
    end: int


@cache
def _words() -> tuple[Wordlist, dict[str, tuple[tuple[str, str], ...]]]:
    meaning: dict[str, tuple[tuple[str, str], ...]] = {}
    for act, how, words in rows("acts.tsv"):
        for word in words.split():
            if (act, how) not in meaning.get(word, ()):
                meaning[word] = (*meaning.get(word, ()), (act, how))
    return Wordlist(meaning), meaning


@cache
def _alone() -> Wordlist:
    return Wordlist(alone())


def read_acts(reading: Reading) -> Iterator[Fact]:
    """A fact for each body or person that does one of the acts: the value is the actor, the measure what he did."""
    own = _own_name(reading)
    for block, text in enumerate(reading.texts):
        actors = _actors(reading, block, own)
        if not actors:
            continue
        done: dict[Speaker, list[_Act]] = {}
        for act in _acts(text):
            actor = _actor(text, act, actors)
            if actor is not None and _may(actor, act):
                done.setdefault(actor, []).append(act)
        for actor, acts in done.items():
            statement = reading.statement_at(block, actor.start)
            if statement is None:
                continue
            stop = _STOP.search(text, acts[0].end)
            shown = text[acts[0].start : min(stop.start() if stop else len(text), acts[0].start + _SHOWN)]
            span = reading.article.blocks[block].span(actor.start, actor.end)
            kinds = " ".join(sorted({act.act for act in acts}))
            organisation = (("organisation", actor.organisation),) if actor.organisation else ()
            yield Fact(
                "attribution", "act", Term(actor.name), reading.article.text[span.start : span.end], span,
                actor.start, actor.end, statement, shown,
                (("act", kinds), ("role", "person" if actor.person else "body"), *organisation),
            )  # fmt: skip


def _own_name(reading: Reading) -> str:
    """The body that says 我局 or 本委员会: the one that publishes the article, or that its title names."""
    outlet = reading.article.outlet or ""
    if _AUTHORITY.search(outlet) or _COMMERCIAL.search(outlet):
        return re.sub(r"(?:官网|网站|门户网站|官方微博|微信公众号)$", "", outlet)
    return next((body.name for body in reading.names[0].organisations), "") if reading.names else ""


def _actors(reading: Reading, block: int, own: str) -> list[Speaker]:
    text = reading.texts[block]
    found = [one for one in speakers(block, text, reading.names[block]) if one.name]
    taken = {at for one in found for at in range(one.phrase, one.end)}
    more = [
        Speaker(text[start:end], block, start, end, start, False)
        for start, end in _alone().find(text)
        if _BARE.search(text[max(0, start - 2) : start])
    ]
    if own:
        more += [
            Speaker(own, block, match.start(), match.end(), match.start(), False) for match in _OURS.finditer(text)
        ]
    found += [one for one in more if one.start not in taken and one.end - 1 not in taken]
    return sorted(found, key=lambda one: one.start)


def _acts(text: str) -> Iterator[_Act]:
    wordlist, meaning = _words()
    for start, end in wordlist.find(text):
        for act, how in meaning[text[start:end]]:
            yield _Act(act, how, start, end)


def _actor(text: str, act: _Act, actors: list[Speaker]) -> Speaker | None:
    """Who did it: the owner of the notice, the agent (由…, 据…), or the subject, unless it was done to him."""
    if act.how == "from":
        return next((one for one in actors if act.end <= one.start <= act.end + 2), None)
    if act.how == "noun" and (given := _GIVEN.match(text, act.end)):  # 停课的决定是市教育局作出的
        return next((one for one in actors if one.phrase == given.end()), None)
    for one in reversed(actors):
        if one.end > act.start:
            continue
        between = text[one.end : act.start]
        if len(between) > _REACH or _STOP.search(between):
            return None
        if act.how == "noun" and not _OWNED.match(between):
            return None
        if plays("agent", text, one.phrase):
            return one
        if plays("object", text, one.phrase) or _seated(text, one.phrase):
            continue
        return None if _SUFFERED.search(between) else one
    return None


_SEATED = re.compile(r"[向对给][一-鿿]{1,4}$")


def _seated(text: str, at: int) -> bool:
    """Whether a body whose seat was not read as its own is spoken to: 向启明|区疾控中心报告."""
    return text[at : at + 1] in ("省", "市", "县", "区", "州", "镇", "乡") and bool(
        _SEATED.search(text, max(0, at - 5), at)
    )


def _may(actor: Speaker, act: _Act) -> bool:
    """Whether an act of this kind can be the actor's: firms pass no sentence, and a person speaks for his body."""
    if actor.person:
        return act.how == "verb" and act.act in _PERSONAL
    if act.act in _OFFICIAL:
        return bool(_AUTHORITY.search(actor.name)) and not _COMMERCIAL.search(actor.name)
    return True
