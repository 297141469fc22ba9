"""Facts whose value is an interval: figures, points and spans of time, durations."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.fields.assertion import is_asserted
from consistency.fields.scope import leading_basis, read_scope
from consistency.grammar import Mention
from consistency.model.facts import Fact, Statement
from consistency.model.findings import Field
from consistency.model.values import Duration, Quantity, Timex, Value
from consistency.patterns import pattern
from consistency.statements import Reading

_KINDS: dict[type, tuple[Field, str]] = {
    Quantity: ("figure", "quantity"), Timex: ("date", "time"), Duration: ("date", "duration"),
}  # fmt: skip

# What a number is said of: the words before it back to the last break, the counted noun after it.
_BREAK = pattern(r"[，。；：、,;:\s“”（()）【】？！?!]")
_NOUN = pattern(r"^[\u4e00-\u9fffA-Za-z]{1,8}")
_FILLER = pattern(
    r"^(?:的|了|为|是|达|有|共|约|从|自|在|于|由|至|到|对|已|将|其中|据|和|与|及|并)+"
    r"|(?:的|了|为|是|达到|达|有|共|约|从|自|在|于|由|至|到|已|将)+$"
)
# 比上年末减少, 由上年同期的: a basis of comparison, no time at which something happened.
_COMPARED_WITH = pattern(r"(?:比|较|同|与|跟|由)$")
_DATELINE = pattern(r"\s*(?:专?电|讯|报道|编译)(?![话视影力站子台])")


def read_values(reading: Reading) -> Iterator[Fact]:
    """A fact for each quantity, time and duration of the article, but for 截至 dates, which are scope."""
    for block, mentions in enumerate(reading.mentions):
        text = reading.texts[block]
        as_of: tuple[int, Mention] | None = None
        periods = _periods(reading, block)
        for index, mention in enumerate(mentions):
            if mention.value is None or mention.kind == "identifier" or not _is_fact(text, mention):
                continue
            statement = reading.statement_at(block, mention.start)
            if statement is None:
                continue
            if mention.as_of:
                as_of = (statement.number, mention)
                continue
            previous = mentions[index - 1].end if index else 0
            following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
            yield _fact(reading, block, mention, statement, (previous, following), as_of, periods)


_PERIOD_GRAINS = ("year", "half", "quarter", "month")


def _periods(reading: Reading, block: int) -> dict[int, Mention]:
    """For where each figure starts the year, quarter or month named last before it in its clause (去年进口1.62万吨).

    A window of hours (8日8时至9日8时，降雨量达312毫米) is that of all figures in its sentence, and a time that is a
    clause by itself (2025年，全县接待游客560万人次) that of the next clause.
    """
    found: dict[int, Mention] = {}
    text, last = reading.texts[block], None
    for mention in reading.mentions[block]:
        value = mention.value
        if isinstance(value, Timex):
            period = (value.grain in _PERIOD_GRAINS or _is_window(value)) and value.mod is None and not mention.as_of
            last = (
                mention
                if period and not _COMPARED_WITH.search(text, max(0, mention.start - 1), mention.start)
                else None
            )
        elif mention.kind != "ordinal" and isinstance(value, Quantity) and last:  # 2016年11月打下第一根桩
            statement = reading.statement_at(block, mention.start)
            if statement and _reach(reading, block, statement, last) <= last.start:
                found[mention.start] = last
    return found


def _reach(reading: Reading, block: int, statement: Statement, period: Mention) -> int:
    """From where on a period named before a figure of the statement is that of the figure."""
    if isinstance(period.value, Timex) and _is_window(period.value):
        return statement.sentence_start
    alone = reading.texts[block][period.end : statement.start].strip() in ("，", ",")
    named = reading.statement_at(block, period.start) if alone else None
    return named.start if named and named.start == period.start else statement.start


def _is_window(value: Timex) -> bool:
    return value.grain == "hour" and "/" in value.edtf and ".." not in value.edtf


def _is_basis(before: str, mention: Mention) -> bool:
    """Whether a mention is what others are measured by: the 上年 of 比上年, the 10股 of 每10股派3.5元."""
    return bool(_COMPARED_WITH.search(before)) if mention.kind == "date" else before.endswith("每")


def _is_fact(text: str, mention: Mention) -> bool:
    """Whether a mention states something: no dateline (3月18日电), no name or time by its ordinal (第二批, 第二天)."""
    if mention.kind == "ordinal":
        return isinstance(mention.value, Quantity) and (mention.value.unit or "").startswith("第")
    if mention.kind == "date":
        return not _DATELINE.match(text, mention.end)
    return True


def _fact(
    reading: Reading, block: int, mention: Mention, statement: Statement, gap: tuple[int, int],
    as_of: tuple[int, Mention] | None, periods: dict[int, Mention],
) -> Fact:  # fmt: skip
    text = reading.texts[block]
    value: Value = mention.value  # type: ignore[assignment]  # callers leave out mentions without one
    field, kind = _KINDS[type(value)]
    before = text[max(statement.start, gap[0]) : mention.start]
    after = text[mention.end : min(statement.start + len(statement.clause), gap[1])]
    scope = read_scope(text[statement.start : mention.start], after)
    if field == "figure" and (basis := leading_basis(text[statement.sentence_start : statement.start])):
        scope = (("basis", basis), *(slot for slot in scope if slot[0] != "basis"))
    extent = _extent(reading, block, statement, mention)
    if extent:
        scope = (*scope, ("extent", extent))
    moment = None
    if as_of and as_of[0] >= statement.number - 1 and isinstance(as_of[1].value, Timex):
        scope = (*scope, ("as_of", as_of[1].value.edtf))
        moment = as_of[1].value
    period = periods[mention.start].value if mention.start in periods else None
    if isinstance(period, Timex):
        scope = (*scope, ("of", period.edtf))
    if any(mention is one for one in periods.values()) or mention.rule == "lately":
        scope = (*scope, ("role", "period"))
    elif _is_basis(text[max(0, mention.start - 2) : mention.start], mention) or not is_asserted(statement):
        scope = (*scope, ("role", "basis"))
    article = reading.article
    span = article.blocks[block].span(mention.start, mention.end)
    return Fact(
        field, kind, value, article.text[span.start : span.end], span, mention.start, mention.end, statement,
        measure(before, after), scope, moment, period if isinstance(period, Timex) else None,
    )  # fmt: skip


# 全台 and 岛内 are as large as a province.
_EXTENTS = {
    "全国": "country", "全省": "province", "全台": "province", "岛内": "province", "全岛": "province", "全市": "city",
    "全县": "county", "全区": "county", "县内": "county", "区内": "county", "全镇": "town", "全乡": "town",
    "全球": "world", "世界": "world", "全世界": "world", "全州": "city", "我省": "province",
    "我市": "city", "我县": "county", "该省": "province", "该市": "city", "该县": "county",
    "中心城区": "districts", "主城区": "districts", "市区": "districts", "城区": "districts", "远郊": "suburbs",
    "郊区": "suburbs", "全校": "school", "全厂": "plant", "全线": "line",
}  # fmt: skip
_EXTENT = pattern("|".join(sorted(_EXTENTS, key=len, reverse=True)))


def _extent(reading: Reading, block: int, statement: Statement, mention: Mention) -> str:
    """The area that a clause speaks of, `level:name`: the place or 全省, 全市 … nearest before the value."""
    found = [
        (place.start, f"{place.level}:{place.name}")
        for place in reading.names[block].places
        if statement.start <= place.start < mention.start
    ]
    clause = reading.texts[block][statement.start : mention.start]
    found += [(statement.start + match.start(), f"{_EXTENTS[match[0]]}:") for match in _EXTENT.finditer(clause)]
    return max(found)[1] if found else ""


def measure(before: str, after: str) -> str:
    """What a value is said of, for a reader: the words next to it, without particles and breaks."""
    left = _BREAK.split(before)[-1]
    noun = _NOUN.match(after)
    right = noun[0] if noun else ""
    left, right = _FILLER.sub("", _FILLER.sub("", left)[-10:]), _FILLER.sub("", right)
    return (left + ("…" if left and right else "") + right).strip("…") or statement_words(before)


def statement_words(before: str) -> str:
    """The last words before a value that stands alone (住院的，四十多个)."""
    parts = [part for part in _BREAK.split(before) if part]
    return parts[-1][-10:] if parts else ""
