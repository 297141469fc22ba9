"""Facts of acts: which body or person published, ordered, fined, approved, measured … a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from consistency.fields.actors import Bodies, actors, is_authority, is_denied, is_spoken_to, own_name, unread
from consistency.grammar.names import same_organisation
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Term
from consistency.patterns import pattern
from consistency.statements import Reading
from consistency.statements.speakers import Speaker, plays

_REACH = 48  # characters between the actor and the act, marks included
_SOURCE = 6  # characters between 申请人为 and the body: 其供货商|瀚通供应链
_GAP, _INSIDE = "…", 20  # what stands for the object in a verb of the table, and how long that may be
_SHOWN = 18  # characters of the act and its object that a reader is shown
_STOP = pattern(r"[。；;！!？?“”\n]")
# 澜柏科技收到处罚决定书, 县公司被罚款: what follows was done to the one named first.
_SUFFERED = pattern(
    r"收到|接到|接获|领到|拿到|挨|吃到|被|遭|受到|取得|获得|获颁|获发|获批|获准|经(?!济|营|过|查|调|费|理|纪|常|历)|因|等待|申请|拒绝|不服|违反|根据|按照|依据|援引|引用|听取|落实|执行|参加|参与|参赛|接受|响应|注意到|获悉|获知|看到|据悉"
)
# 县防指|昨晚的|转移令, 组委会|那份|通报: all that may stand between an owner and what he gave out.
_OWNED = pattern(
    r"(?:的|[\d一二三四五六七八九十]+[日号月]|昨[天日晚]|今[天日晨晚]|前天|当[天日晚]|日前|近日|最新|上午|下午|晚间?|此前|早前|随后|初步|正式|官方|联合|第?[一二三四首]?[份张纸道则条封项个]|[\d.]+[万亿]?元"
    r"|之|下载|解读|那|这|该|另|同一|发布|发出|公布|出具|开出|开具|下达|签发|出台|印发|作出|做出|所作|提供|完成|给出|编制|撰写|上旬|中旬|下旬|\s)*(?:《[^》]{0,20})?$"
)
_GIVEN = pattern(r"(?:工作)?(?:就|都|正|则|也|均|仍|将|现|已)?(?:是由|是|由|系|出自)")
# 最先发现破绽的，是…; 作出这一决定的是…
_INVERTED = pattern(r"[^，。；！？\n]{0,14}?的(?:[^，。；！？\n的]{0,5})?，?(?:正是|就是|则是|却是|竟是|是|为)")
_RELATIVE = pattern(r"[^，。；！？\n的]{0,10}的")
_FIRST = pattern("率先|最先|首先|最早|第一个|头一个|首个|负责|承担|牵头|主持|联合|具体")
_FIRST_HAND = frozenset(("检测", "发现", "测算", "发布", "研发", "主办", "牵头", "承建", "派出", "救援"))
_ASKED = pattern(r"[^，。；！？\n]{0,12}？\s*(?:答案是|正是|就是|是|原来是)?")
_PAPER = pattern("(?:书|单|函|报告|通报|通告|公告|意见)$")
_KIND = pattern(r"[^，。；：！？、的了着过被将把对向与和及在是称说\s]{1,8}")
_WHO = pattern("谁|哪家|哪个|哪一|何人|何方|什么人|哪级|哪里")
_NOMINAL = pattern("(?<![做作出行展成布供])的$")  # but 北京大学对竹简所做的|测年
_UNDONE = pattern("并未|从未|尚未|未曾|没有|并没|不会|不再|不予|不曾|并非|不是|无权|未(?!来|成年|遂|经)|没(?!收)")
_MARK = pattern("[，。；：！？\n]")
_ENDS = ("", *"，。；！？\n")
_MARKED = pattern('[“‘"]([^“”‘’"，。！？；：\n]{1,12})[”’"]')  # 台湾“运安会”公布
_OFFICIAL = frozenset(("处罚", "批准", "判决", "起诉", "抓捕", "任命"))  # acts of authorities, not of firms or of men
_FOUND = frozenset(("测算", "检测", "发现", "认定", "调查"))  # 未监测到异常 is a finding, too
# 省电力设计院一位总工程师解释说，当地线路按…设计: what is said is not what the speaker did.
_SPOKEN = pattern(r"(?:说|称|表示|介绍|指出|认为|透露|解释|坦言|强调|表明|显示|提醒|告诉[^，]{1,8})[，,：:]")
# But these are announced by who does them.
_OWN_WORDS = frozenset(("测算", "检测", "发现", "认定", "发布", "决定", "要求"))
_PERSONAL = frozenset(("决定", "研发", "收购", "救援"))  # acts of persons as well as of bodies

# 事故调查|由; 打捞方案|最后由; 处罚决定|是; 最终|停课|是谁拍的板
_THEME = pattern(
    r"(?:^|[，。；：！？\n“”])(?:其中|据了解|另外|目前|本次|此次|这次|有关|相关|该|本|这[一个项份起次]*|整个)*(?P<theme>[一-鿿]{2,14}?)"
    r"(?:最后|最终|已经|已|均|全部|统一|将|则|都|一直|昨日|昨天|今天|今日|日前)*(?:由|是由|正是|就是|是)$"
)


class _Act(NamedTuple):
    act: str
    how: str
    start: int
    end: int


@cache
def _words() -> tuple[Wordlist, dict[str, tuple[tuple[str, str], ...]]]:
    meaning: dict[str, tuple[tuple[str, str], ...]] = {}
    for act, how, words in rows("acts.tsv"):
        for word in words.split():
            if _GAP not in word and (act, how) not in meaning.get(word, ()):
                meaning[word] = (*meaning.get(word, ()), (act, how))
    return Wordlist(meaning), meaning


@cache
def _split() -> tuple[Wordlist, dict[str, dict[str, list[str]]]]:
    """The verbs that their object stands inside of (开出…罚单): the first halves, and the acts of each second."""
    halves: dict[str, dict[str, list[str]]] = {}
    for act, _, words in rows("acts.tsv"):
        for word in words.split():
            head, gap, tail = word.partition(_GAP)
            if gap:
                halves.setdefault(head, {}).setdefault(tail, []).append(act)
    return Wordlist(halves), halves


def read_acts(reading: Reading) -> Iterator[Fact]:
    """A fact for each body or person that does one of the acts: the value is the actor, the measure what he did.

    `alone` are those of its acts that the article tells of nobody else.
    """
    found = list(_told(reading))
    actors_of: dict[str, set[str]] = {}
    for fact in found:
        for act in fact.slot("act").split():
            actors_of.setdefault(act, set()).add(fact.term)
    for fact in found:
        alone = " ".join(
            act for act in fact.slot("act").split()
            if all(same_organisation(other, fact.term) != "different" for other in actors_of[act])
        )  # fmt: skip
        yield replace(fact, scope=(*fact.scope, ("alone", alone))) if alone else fact


def _told(reading: Reading) -> Iterator[Fact]:
    own, bodies = own_name(reading), Bodies.of(reading)
    for block, folded in enumerate(reading.texts):
        text = _MARKED.sub(r" \1 ", folded)
        its_actors = actors(reading, block, own, bodies)
        done: dict[Speaker, list[_Act]] = {}
        within = {
            at
            for one in its_actors
            if not one.person
            for at in range(one.start, min(one.end, one.start + len(one.name)))
        }
        for act in _acts(folded):  # which are no others, and were looked for in it before
            if act.start in within and act.end - 1 in within and act.how != "from":
                continue  # 世贸|组织, 省电力|设计|院
            actor = _actor(text, block, act, its_actors)
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
            more = [("organisation", actor.organisation)] if actor.organisation else []
            if theme := _theme(text, actor.phrase):
                more.append(("theme", theme))
            yield Fact(
                "attribution", "act", Term(actor.name), reading.article.text[span.start : span.end], span,
                actor.start, actor.end, statement, shown,
                (("act", kinds), ("role", "person" if actor.person else "body"), *more),
            )  # fmt: skip


def _theme(text: str, at: int) -> str:
    """What the one at `at` is said to have done it to, where that stands before him: 事故调查|由…, 停课|是…拍的板."""
    match = _THEME.search(text, max(0, at - 24), at)
    return match["theme"] if match else ""


def _acts(text: str) -> Iterator[_Act]:
    wordlist, meaning = _words()
    for start, end in wordlist.find(text):
        for act, how in meaning[text[start:end]]:
            yield _Act(act, how, start, end)
    heads, halves = _split()
    for start, end in heads.find(text):
        clause = _MARK.search(text, end)
        last = min(clause.start() if clause else len(text), end + _INSIDE)
        for tail, acts in halves[text[start:end]].items():
            at = text.find(tail, end + 1, last)
            if at >= 0:
                yield from (_Act(act, "verb", start, at + len(tail)) for act in acts)


def _actor(text: str, block: int, act: _Act, actors: list[Speaker]) -> Speaker | None:
    """Who did it: whom 是 or 由 names behind it, its owner, agent (由…, 据…) or subject, unless it was done to him."""
    if act.how == "from":
        return next((one for one in actors if _is_source(text, act.end, one)), None)
    if act.how == "by":
        led = None if text[act.end : act.end + 1] in ("人", "制") else _before(text, act, actors)
        return led if led and text[max(0, led.phrase - 1) : led.phrase] == "由" else None
    if given := _GIVEN.match(text, act.end):  # 停课的决定是市教育局作出的, 调查由省应急厅牵头
        return _at(actors, given.end())
    if act.how == "verb" and _NOMINAL.search(text, max(0, act.start - 3), act.start):
        act = act._replace(how="noun")  # 市统计局的统计
    return _before(text, act, actors) or unread(text, block, act.start, actors) or _behind(text, act, actors)


def _is_source(text: str, at: int, one: Speaker) -> bool:
    """Whether one stands right behind a word like 申请人为, or some words of the same clause from it."""
    return at <= one.start <= at + 2 or (at <= one.start <= at + _SOURCE and not _MARK.search(text, at, one.phrase))


def _at(actors: list[Speaker], place: int, slack: int = 0) -> Speaker | None:
    return next((one for one in actors if place <= one.phrase <= place + slack), None)


def _before(text: str, act: _Act, actors: list[Speaker]) -> Speaker | None:
    for one in reversed(actors):
        if one.end > act.start:
            continue
        between = text[one.end : act.start]
        if len(between) > _REACH or _STOP.search(between) or _EVENT.match(between):
            return None
        if act.how == "noun" and not (_OWNED.match(between) or _is_document(text, between, act)):
            return None
        titled = act.how == "verb" and "的" in between and _PAPER.search(text, act.start, act.end)
        if titled and text[act.end : act.end + 1] in _ENDS:
            return None  # 丰田公司|部分车型缺陷的风险警示通告
        undone = act.act not in _FOUND and _UNDONE.search(between)
        if is_denied(text, one.phrase):
            return None
        if plays("agent", text, one.phrase):
            return None if undone else one
        if act.act not in _OWN_WORDS and _SPOKEN.search(between):
            return None
        if is_spoken_to(text, one.phrase):
            continue
        return None if undone or _SUFFERED.search(between) else one
    return None


# 东风煤矿|的爆炸确认…, 新兴煤矿|“11·21”瓦斯爆炸事故确认…
_EVENT = pattern(
    r"(?:的|[\s“]?\d{1,2}[·.]\d{1,2}[\s”]?)[一-鿿]{0,6}(?:爆炸|事故|矿难|火灾|大火|空难|车祸|惨剧|惨案|踩踏)"
)


def _is_document(text: str, between: str, act: _Act) -> bool:
    """Whether an act is a paper that names its own kind after its owner: 市消防救援支队|火灾事故|认定书."""
    return bool(_PAPER.search(text, act.start, act.end) and _KIND.fullmatch(between))


def _behind(text: str, act: _Act, actors: list[Speaker]) -> Speaker | None:
    """The actor named behind his act: 最先发现破绽的，是期刊编辑部; 停课是谁拍的板？区教育局."""
    if act.how != "verb":
        return None
    if match := _INVERTED.match(text, act.end):
        return _at(actors, match.end(), 1)
    first = act.act in _FIRST_HAND and _FIRST.search(text, max(0, act.start - 6), act.end)
    if first and (match := _RELATIVE.match(text, act.end)):  # 率先检出问题的|美国食药局
        return next((one for one in actors if one.phrase == match.end() and not one.person), None)
    if match := _ASKED.match(text, act.end):
        clause = max(text.rfind(mark, 0, act.start) for mark in "，。；！？\n")
        if _WHO.search(text, clause + 1, match.end()):
            return _at(actors, match.end(), 1)
    return None


def _may(actor: Speaker, act: _Act) -> bool:
    """Whether an act of this kind can be the actor's: firms pass no sentence, and a person speaks for his body."""
    if actor.person:
        return act.how == "verb" and act.act in _PERSONAL
    if act.act in _OFFICIAL:
        return is_authority(actor.name)
    return True
