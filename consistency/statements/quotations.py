"""Speech: what stands in quotation marks, after a speaker's colon or after 表示, and who is named as having said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from consistency.patterns import pattern
from consistency.statements.blocks import AND_MORE, BREAK, OFFICE, SHORTEST, Block, block_of
from consistency.statements.speakers import Cue, Speaker, cues, pronoun

_CLAUSE = pattern(r"[，,；;]")
_OPENING = "，,：: \t　—-"  # between a cue and the words that it brings in
_CLOSED = pattern(r"[。！？!?，,…~～]$")  # a quotation that is a sentence of its own
_REPORTED = pattern(r"[，,：:]\s*")
_LONGEST = 160  # characters of reported speech that are kept
_TAIL = 80  # characters after a quotation in which its speaker is looked for
# A lead with no subject of its own (又说, 最后还补充道), and not one whose name was not read (坎培则说).
_BARE_LEAD = pattern(
    r"[\s，,、]*(?:并|又|还|也|再|更|但|而|且|同时|随后|随即|接着|紧接着|最后|末了|此外|另外|对此|为此|当时|当天|昨天|今天|会上|会后"
    r"|现场|采访中|发布会上|不过|因此|所以|于是|然后|后来|一再|多次|反复|再三|特别|尤其|进一步|坦率地?|直接|如此|这样|只|就|曾|便)*$"
)
# “……”——哦这句是药房主任说的，我记串了  The writer takes it back: nobody's words.
_RETRACTED = pattern(
    r"记串|记错|说错了|搞错了|弄错了|张冠李戴|口误|更正一下|(?:^|[，。—！!…哦噢])(?:不对|不是他|不是她|纠正|打住)[，,！!。]"
)
_WRITTEN = pattern(r"(?:写着|印着|贴着|挂着|刻着|标着|写有|印有|刻有|标有|题有|名为|题为|叫做?|所谓)$")
_FROM = pattern(r"[^，。“”]{0,12}(?:出自|源自|来自)")
# “……”这话是闻人澍说的; “……”，说这话的(人)是闻人澍; 说“……”的人是闻人澍
_TOLD = pattern(
    r"[^。！？!?“”]{0,16}?(?:是|正是|就是|便是)(?=[^。！？!?，“”]{1,24}?(?:说|讲|写|喊|念|读|唱|吼|嚷|叹|骂|问|答|提|留下|撂下|抛出|提出|道出|念出|喊出|吼出|写下|发出|播|宣读|朗读|朗诵|回|回复|感慨|总结|形容|概括|脱口而出|撂|放|甩)(?:过|出来|出|下来|下)?的)"
)
_TELLER = pattern(  # the words may first be spoken of: 广播里的这句话，被好几位旅客记了下来。说话的人叫鲁正峰
    r"(?:[^“”。]{0,12}(?:这|那)(?:句|番|段|些)?话[^“”。]{0,24}[。，])?[，。]?\s*(?:(?:说|讲|写|喊|念|留|撂|抛|道|甩|放)(?:出|下|了|过)*(?:这|那|此)?[一]?(?:句|番|段|些|个)?(?:狠|实|心里|漂亮|大|风凉)?话?的"
    r"|的)(?:人|那位|那个人)?，?(?:(?:正|就|便|却|则|不是别人，)?是|名?叫做?)"
)
_BEGINS = pattern(r"^[^，。]{0,10}[，的]?$")  # what may stand before the one who acts: 店主|仇美玲
_ASKED = pattern(r"记者(?:提问|问|专访|采访|的?问题)|答问|专访|受访|对话|采访")
_ANSWER = pattern(r"\s*(?:答|A)\s*[：:]\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Speech at `start:end` of a block's text, and its speaker with the place where he is named ("" if unknown).

    `cue` is the word that says so, "" where the speaker only stands beside it.
    """

    block: int
    start: int
    end: int
    text: str
    speaker: str
    speaker_block: int
    speaker_start: int
    speaker_end: int
    cue: str
    direct: bool
    organisation: str = ""
    person: bool = True


_Said = tuple[Speaker | None, str]  # who, by which cue


def read_quotations(texts: Sequence[str], speakers: Sequence[Sequence[Speaker]]) -> Iterator[Quotation]:
    """Every quotation of an article, in order; one that runs on in the next sentence keeps its speaker.

    `speakers` are those who are named in each of the texts.
    """
    blocks = [block_of(number, text, speakers[number]) for number, text in enumerate(texts)]
    interviewee: Speaker | None = None
    for block, text in zip(blocks, texts, strict=True):
        found: list[tuple[int, int, Speaker | None]] = []
        for start, end in block.quotes:
            who, cue = _speaker(blocks, block, start, end, text, found)
            found.append((start, end, who))
            yield _quotation(block.number, start, end, text, who, cue, direct=True)
        for start, end, who, cue in _reported(blocks, block, text, found):
            yield _quotation(block.number, start, end, text, who, cue, direct=False)
        if interviewee and (answer := _ANSWER.match(text)) and len(text) - answer.end() >= SHORTEST:
            yield _quotation(block.number, answer.end(), len(text), text, interviewee, "答", direct=False)
        elif (
            not interviewee
            and _ASKED.search(block.text)
            and (people := [one for one in block.speakers if one.person and one.name])
        ):
            interviewee = people[0]


def _quotation(
    block: int, start: int, end: int, text: str, who: Speaker | None, cue: str, *, direct: bool
) -> Quotation:
    words = text[start:end]
    if who is None or not who.name:
        return Quotation(block, start, end, words, "", block, start, start, cue, direct)
    return Quotation(
        block, start, end, words, who.name, who.block, who.start, who.end, cue, direct, who.organisation, who.person
    )  # fmt: skip


def _speaker(
    blocks: Sequence[Block], block: Block, start: int, end: int, text: str,
    found: Sequence[tuple[int, int, Speaker | None]],
) -> _Said:  # fmt: skip
    """Who said the quotation `start:end`: named before or after it with a cue, or beside it, or the one named last."""
    here = block.text
    opening = start - 1
    lead = max([block.sentence(opening)] + [stop + 1 for _, stop, _ in found if _CLOSED.search(text, stop - 1, stop)])
    close = min(end + 1, len(here))
    stop = BREAK.search(here, close)
    after = min([stop.start() if stop else len(here), close + _TAIL] + [s - 1 for s, _ in block.quotes if s > end])
    if _RETRACTED.search(here, close, min(len(here), close + 40)):
        return None, ""
    if told := _told(block, close, after):
        return told
    at = lead + len(here[lead:opening].rstrip(_OPENING))
    said = list(cues(here, lead, opening))
    if ((at > lead and "：" in here[at:opening]) or ":" in here[at:opening]) or (said and said[-1].end >= at - 1):
        led = _before(blocks, block, lead, opening, said, found)
        return led if led[0] and led[0].name else block.closed_by(close, after) or led
    whole = bool(_CLOSED.search(text, end - 1, end))
    who, cue, spoken = _after(blocks, block, close, after, opening, found, whole and at == lead)
    if who or spoken:
        return who, cue
    alone = whole and not here[close:after].strip("，, ”")
    asked = said[-1].end if said else lead
    if alone and at > lead and (acting := _acting(block, asked, at)):
        return acting, ""
    if said:
        return _before(blocks, block, lead, opening, said, found)
    return _alone(blocks, block, lead, found) if alone and at == lead else (None, "")


def _told(block: Block, close: int, after: int) -> _Said | None:
    """Whom the words behind a quotation give as its source: 这话是…说的, 说这话的是…, 出自…"""
    match = _TOLD.match(block.text, close, after) or _TELLER.match(block.text, close, after)
    if match:
        told = next((one for one in block.speakers if match.end() <= one.phrase <= match.end() + 12), None)
        return (told, "说") if told else None
    if match := _FROM.match(block.text, close, after):
        source = next((one for one in block.speakers if match.end() <= one.phrase <= match.end() + 6), None)
        return (source, "出自") if source else None
    return None


def _before(
    blocks: Sequence[Block], block: Block, lead: int, opening: int, said: list[Cue],
    found: Sequence[tuple[int, int, Speaker | None]],
) -> _Said:  # fmt: skip
    """The speaker in what leads up to a quotation: 郝建平对记者说：“…”; 他说 is whoever was named last."""
    here = block.text
    limit = said[-1].start if said else opening
    cue = said[-1].word if said else "："
    if _WRITTEN.search(here, lead, len(here[:opening].rstrip("：:，, "))):
        return None, ""
    named = block.within(lead, limit)
    stands = pronoun(here, lead, limit)
    if stands >= 0 and (not named or named[-1].end <= stands):
        return _last(blocks, block, stands, found, named), cue
    if named:
        return _nearest(here, named, limit), cue
    if found and found[-1][1] + 1 >= lead and not BREAK.search(here, found[-1][1] + 1, lead):
        return found[-1][2], cue  # 郝建平说“…”，又说“…”
    if _BARE_LEAD.match(here[lead:limit] if said else here[lead:opening].strip("，,：: ")):
        return _last(blocks, block, lead, found, []), cue
    return None, cue


def _nearest(text: str, named: list[Speaker], limit: int) -> Speaker:
    """The one whom a cue at `limit` is said of: the last name before it, a person rather than a body of his clause."""
    last = named[-1]
    if last.person:
        return last
    clause = max((match.end() for match in _CLAUSE.finditer(text, 0, limit)), default=0)
    return next((one for one in reversed(named) if one.person and one.name and one.start >= clause), last)


def _after(
    blocks: Sequence[Block], block: Block, close: int, after: int, opening: int,
    found: Sequence[tuple[int, int, Speaker | None]], whole: bool,
) -> tuple[Speaker | None, str, bool]:  # fmt: skip
    """The speaker behind a quotation, up to the next sentence: “…”邢立军说; whether anybody is said to speak there."""
    here = block.text
    said = list(cues(here, close, after))
    named = block.within(close, after)
    first = here[close:after].lstrip("，,。 ”—")[:1]
    for number, cue in enumerate(said):
        if _of_another(block, cue, said[number + 1 : number + 2]):
            continue
        before = [one for one in named if one.end <= cue.start]
        stands = pronoun(here, close, cue.start)
        if stands >= 0 and (
            not before or before[0].start > stands or (before[-1].end <= stands and not before[-1].name)
        ):
            return _last(blocks, block, opening, found, []), cue.word, True
        if before:
            return _nearest(here, before, cue.start), cue.word, True
    office = said and OFFICE.fullmatch(here, close, said[0].start) and not _BARE_LEAD.match(here[close : said[0].start])
    if said and (office or (said[0].start - close <= 12 and not named and not AND_MORE.match(here, close))):
        return None, said[0].word, True  # “…”一位不愿具名的知情者说, “…”列车长|说这句的时候，服务员小宋正…
    if whole:  # “堤身去年才加固过。”湖南省水利厅总工程师邬正元蹲在堤边
        limit = min((clause.start() for clause in _CLAUSE.finditer(here, close + 1, after)), default=after)
        if first in ("他", "她") and pronoun(here, close, min(limit, close + 4)) >= 0:
            return _last(blocks, block, opening, found, []), "", True
        beside = next((one for one in named if one.person), None)
        if beside and len(_CLAUSE.findall(here, close + 1, beside.start)) <= 1:  # “……。”说起那天，郝建平红了眼圈
            return beside, "", True
    return None, "", False


def _of_another(block: Block, cue: Cue, following: list[Cue]) -> bool:
    """Whether a cue only brings in who said it: 老人|记得|他说."""
    inner = next((one.start for one in following if not _CLAUSE.search(block.text, cue.end, one.start)), -1)
    return inner > cue.end and (pronoun(block.text, cue.end, inner) >= 0 or bool(block.within(cue.end, inner)))


def _last(
    blocks: Sequence[Block], block: Block, at: int,
    found: Sequence[tuple[int, int, Speaker | None]], named: list[Speaker],
) -> Speaker | None:  # fmt: skip
    """Whom a pronoun at `at` stands for: who spoke last, or the first person of the nearest sentence with one."""
    people = [one for one in named if one.person]
    if people:
        return people[-1]
    spoken = [(end, who) for _, end, who in found if end <= at]
    since = spoken[-1][0] if spoken else 0
    if block_people := block.people(since, at):
        return _subject(block, block_people)
    if spoken:
        return spoken[-1][1]
    if not block.number or block.sentence(at):  # 他 of a paragraph's first sentence only is of the one before
        return None
    before = blocks[block.number - 1]
    people = before.people(0, len(before.text))
    return _subject(before, people) if people else None


# …宣布开幕，展览局主席拉赫蒂宁致辞。他说: who takes the floor last is who goes on speaking
_TAKES_FLOOR = pattern(
    r"[^，。；：]{0,10}?(?:致辞|致词|讲话|发言|演讲|演说|作报告|做报告|登台|上台|受访|接受[^，。]{0,8}采访|召开记者会|见记者|见传媒|出席记者会|回应)"
)


def _subject(block: Block, people: list[Speaker]) -> Speaker:
    """Whom the last sentence that names people is about: who takes the floor in it, else the first."""
    start = block.sentence(people[-1].start)
    own = [one for one in people if one.start >= start]
    return next((one for one in reversed(own) if _TAKES_FLOOR.match(block.text, one.end)), own[0])


def _acting(block: Block, lead: int, at: int) -> Speaker | None:
    """The one who does something before his words, with no word of saying: 店主仇美玲指着空货架，“……”"""
    named = [one for one in block.within(lead, at) if one.person]
    if len(named) != 1 or not _BEGINS.match(block.text[lead : named[0].phrase]):
        return None
    return named[0] if len(_CLAUSE.findall(block.text, named[0].end, at)) <= 1 else None


def _alone(blocks: Sequence[Block], block: Block, lead: int, found: Sequence[tuple[int, int, Speaker | None]]) -> _Said:
    """The speaker of a quotation that is a sentence by itself: who spoke before it, or is the only one named there."""
    if found and lead - found[-1][1] <= _TAIL:
        return found[-1][2], ""
    if not lead and block.number:  # the paragraph before it ends with a colon
        before = blocks[block.number - 1]
        if before.text.rstrip().endswith(("：", ":")):
            start, end = before.sentence(len(before.text)), len(before.text)
            return _before(blocks, before, start, end, list(cues(before.text, start, end)), ())
        return None, ""
    start = block.sentence(max(lead - 1, 0))
    people = block.people(start, lead)
    return (people[0], "") if len(people) == 1 else (None, "")


def _reported(
    blocks: Sequence[Block], block: Block, text: str, found: Sequence[tuple[int, int, Speaker | None]]
) -> Iterator[tuple[int, int, Speaker, str]]:
    """What is reported without quotation marks, to the end of its sentence: 郝建平说，救援仍在进行。"""
    here, done = block.text, 0
    for cue in cues(text, 0, len(text)):
        mark = _REPORTED.match(here, cue.end)
        if cue.start < done or not mark or here[cue.start] == "□":
            continue
        stop = BREAK.search(here, mark.end())
        end = min(stop.end() if stop else len(here), mark.end() + _LONGEST)
        if end - mark.end() < SHORTEST or "□" in here[mark.end() : end] or here[mark.end()] in '“"':
            continue
        who, word = _before(blocks, block, block.sentence(cue.start), cue.end, [cue], found)
        if who and who.name:
            done = end
            yield mark.end(), end, who, word
    for who in block.speakers:  # 霍明谦：订单已经排到2026年底
        mark = _REPORTED.match(here, who.end)
        if who.end < done or not who.name or not mark or ("：" not in mark[0] and ":" not in mark[0]):
            continue
        stop = BREAK.search(here, mark.end())
        end = min(stop.end() if stop else len(here), mark.end() + _LONGEST)
        if end - mark.end() >= SHORTEST and "□" not in here[mark.end() : end] and here[mark.end()] not in '“"':
            done = end
            yield mark.end(), end, who, "："
