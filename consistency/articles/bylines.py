"""Bylines, date lines and datelines: when a text was published and by whom, as the text itself says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from consistency.articles.script import fold
from consistency.articles.table import words
from consistency.patterns import pattern

_CLOCK = (
    r"(?:(?P<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|AM|PM)?\s*"
    r"(?P<hour>[01]?\d|2[0-4])\s*[:时点]\s*(?:(?P<minute>[0-5]\d|\d(?=分)))?(?:\s*[:分]\s*(?P<second>[0-5]\d)?)?\s*秒?分?"
    r"\s*(?P<later>[AaPp][Mm]\b)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)"
)
_LATER = frozenset({"下午", "傍晚", "晚上", "晚间", "晚", "夜间", "深夜", "PM"})
_GAP = r"(?:\s|[,，|]|T(?=\d)|[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)*"
_YEAR = r"(?P<year>(?:19|20)\d\d|(?:民国\s*)?1[0-4]\d|2\d(?=-\d{1,2}-\d{1,2}\s+\d{1,2}:\d\d))"
_DATE = pattern(
    rf"(?<!\d){_YEAR}\s*(?:年\s*(?P<m1>1[0-2]|0?\d)\s*月\s*(?P<d1>[12]\d|3[01]|0?\d)\s*(?:[日号]|(?!\d))"
    rf"|(?P<sep>[-/.])(?P<m2>1[0-2]|0?\d)(?P=sep)(?P<d2>[12]\d|3[01]|0?\d)(?![\d-]))(?:{_GAP}{_CLOCK})?",
    re.I,
)
_HAN_DATE = pattern(
    r"(?P<year>二[〇零]\d?[〇零一二三四五六七八九]{2})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
# A date without a year is a byline's only in its terse form (10-22 11:26), not 9月8日 03:50.
_TERSE = pattern(r"(?<![\d-])(?P<month>0?[1-9]|1[0-2])[-/](?P<day>0?[1-9]|[12]\d|3[01])\s+\d\d:\d\d(?!\d)")
_DATELINE = pattern(
    r"^[【（(]?(?P<agency>[^\s，。：:（()）“”【】\d]{2,8}?(?:社|讯|通|网|报))(?:记者[^\s，。\d]{2,16}?)?(?P<place>[^\s，。：:（()）“”\d]{0,12}?)"
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>1[0-2]|0?[1-9])月)?(?P<day>3[01]|[12]\d|0?[1-9])日\s*(?:电|讯|专电|消息|编译)"
)
_OWN = pattern("本[报刊网台社]")


@dataclass(frozen=True)
class Dated:
    """A date as a byline has it, and where it stands in the line; a date without a clock is midnight, `timed` False."""

    when: datetime
    start: int
    end: int
    timed: bool


def dates(line: str) -> list[Dated]:
    """All full dates of a folded line, in order."""
    found = [dated for match in _DATE.finditer(line) if (dated := _read(match)) is not None]
    for match in _HAN_DATE.finditer(line):
        year = int("".join(str("〇一二三四五六七八九".index(char.replace("零", "〇"))) for char in match["year"]))
        when = _when(year, _han(match["month"]), _han(match["day"]))
        if when is not None:
            found.append(Dated(when, *match.span(), timed=False))
    return sorted(found, key=lambda dated: dated.start)


def _read(match: re.Match[str]) -> Dated | None:
    digits = re.sub(r"\D", "", match["year"])
    year = int(digits) + {2: 2000, 3: 1911, 4: 0}[len(digits)]
    if len(digits) == 3 and match["sep"] == ".":
        return None
    hour = None if match["hour"] is None else int(match["hour"])
    if hour is not None and hour < 12 and (match["half"] or match["later"] or "").upper() in _LATER:
        hour += 12
    when = _when(year, int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]), hour or 0,
                 int(match["minute"] or 0), int(match["second"] or 0), match["zone"])  # fmt: skip
    return None if when is None else Dated(when, *match.span(), timed=hour is not None)


def _when(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0,
          zone: str | None = None) -> datetime | None:  # fmt: skip
    try:
        when = datetime(year, month, day, hour % 24, minute, second) + timedelta(days=hour // 24)
    except (ValueError, OverflowError):
        return None
    if zone is None:
        return when
    if zone in "Zz":
        return when.replace(tzinfo=UTC)
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return when.replace(tzinfo=timezone(-offset if zone[0] == "-" else offset)) if offset < timedelta(1) else when


def _han(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    digit = "〇一二三四五六七八九".index
    return (10 * (digit(tens) if tens else 1) if ten else 0) + (digit(ones) if ones else 0)


def moment(text: str) -> datetime | None:
    """The time that a whole string is (front matter, `<meta>`, an option); None where it is none."""
    line = fold(text).strip()
    try:
        return datetime.fromisoformat(line)
    except ValueError:
        pass
    found = dates(line)
    return found[0].when if found and found[0].start == 0 and len(line) - found[0].end <= 12 else None


@cache
def _labels() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, words("label")))
    return re.compile(
        rf"(?:^|(?<=[\s|·•(（【\[]))\s*[(（【\[]?(?P<label>{listed})\s*[:：/丨|]\s*(?P<value>[^\s|·•)）】\]]*)"
    )


_REPORTER = pattern(
    r"^[（(【\[]?(?P<outlet>[^\s，。：:（()）]{0,14}?)(?:特约|首席|实习|见习|驻[^\s，。]{1,8})?(?:全媒体|融媒体)?记者"
    r"[\s:：/丨|]*[^，。！？；]{2,40}$"
)


_CREDITS = pattern(
    r"(?:(?:责任编辑|责编|编辑|校对|审核|监制|摄影|文字|图片|记者|通讯员|实习生|编审|主编|值班主任)\s+[^\s，。]{2,4}(?:\s+[^\s，。]{2,3})*\s*)+"
)


def is_byline(line: str) -> bool:
    """Whether a folded line is about the article (who, when, where from) and not of it."""
    if len(line) > 120 or re.search("[。！？!?；;]|……", line):
        return False
    bare = line.strip("（()）[]【】 ")
    if len(_labels().findall(bare)) >= 2 or _CREDITS.fullmatch(bare):
        return True
    found = dates(line)
    if found:
        rest = (bare[: max(found[0].start, 0)] + bare[found[0].end :]).strip()
        return len(rest) <= 70 and not re.search("[，,][^\\s]{4}", _labels().sub("", rest))
    if _labels().match(bare) and len(line) <= 80 and "，" not in line:
        return True
    if _TERSE.search(line):
        return len(line) <= 70 and "，" not in line
    if _REPORTER.match(bare) and (_OWN.match(bare) or len(line) <= 40):
        return not re.search("说|称|表示|问|认为|指出|获悉|了解|看到|发现|走访|采访", bare) or bare.endswith(
            ("报道", "报导")
        )
    return False


def is_bare_date(line: str) -> bool:
    """Whether a line is a full date (and time) and nothing else."""
    text = fold(line).strip().strip("（()）")
    found = dates(text)
    return bool(found) and found[0].start == 0 and found[0].end >= len(text) - 1


def labelled(line: str, *labels: str) -> str | None:
    """The value that follows one of these labels (来源：…) in a line as it stands in the file."""
    for match in _labels().finditer(fold(line)):
        if match["label"] in labels and match["value"]:
            value = line[match.start("value") : match.end("value")].strip("，。、")
            return re.sub("(?<=.)(?:举报|关注|订阅|我要投稿)$", "", value) or None
    return None


def reporter_of(line: str) -> str | None:
    """The outlet before 记者 in a byline such as 蜀西晨报记者 阮一苇."""
    text = fold(line).strip()
    match = _REPORTER.match(text)
    if match is None or len(match["outlet"]) < 2 or _OWN.search(match["outlet"]) or dates(match["outlet"]):
        return None
    at = line.index(line.strip()) if line.strip() else 0
    return line[at + match.start("outlet") : at + match.end("outlet")]


def dateline(paragraph: str, others: Sequence[datetime] = ()) -> tuple[str | None, datetime | None]:
    """The agency and the day of “新华社北京3月18日电”; its year is that of the nearest of the other dates."""
    head = fold(paragraph[:60])
    match = _DATELINE.search(head)
    if match is None:
        return None, None
    agency = None if _OWN.match(match["agency"]) else paragraph[match.start("agency") : match.end("agency")]
    if match["month"] is None:
        return agency, None
    month, day = int(match["month"]), int(match["day"])
    if match["year"]:
        return agency, _when(int(match["year"]), month, day)
    near = [
        (abs((when - other.replace(tzinfo=None)).days), when)
        for other in others
        for year in (other.year - 1, other.year, other.year + 1)
        if (when := _when(year, month, day)) is not None
    ]
    best = min(near, default=None)
    return agency, best[1] if best is not None and best[0] <= 60 else None
