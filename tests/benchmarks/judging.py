"""Whether what a reader returns for a text is the value that stands in the corpus: in value, and with unit and bounds.

A reader is right in value if any of the values it returns is right, whatever its unit and bounds. Dates are judged by
where they start and end; of 年初, 月底 and parts of the day any stretch within the period counts.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

SECONDS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2629746.0, "a": 31556952.0}
PARTS = {"EM": (0, 8), "MO": (5, 12), "NO": (11, 14), "AF": (12, 19), "EV": (16, 21), "NI": (16, 30)}
MODS = "approx|more_than|less_than|equal_or_more|equal_or_less|start|mid|end|before|after|uncertain|ordinal"
_AMOUNT = re.compile(
    r"(?P<low>-?[0-9]+(?:\.[0-9]+)?)?(?P<range>\.\.)?(?P<high>-?[0-9]+(?:\.[0-9]+)?)?"
    rf"(?: (?P<unit>(?!(?:{MODS})\b)\S+))?"
    rf"(?: (?P<mod>{MODS}))?"
)
Found = list[list[dict]]  # for each value its readings


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value of the corpus: an amount or a length in seconds between bounds, or a time by its EDTF string."""

    type: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    mod: str | None = None
    edtf: str = ""


def wanted(notation: str) -> list[Wanted]:
    """The values of an example, as the notation beside the rules has them."""
    return [_one(part) for part in notation.split("; ") if part]


def _one(part: str) -> Wanted:
    match = _AMOUNT.fullmatch(part)
    words = part.split(" ")
    edtf = words[0]
    if match is None or words[-1] in ("before", "after") or _is_year(words):
        return Wanted("time", mod=words[1] if len(words) > 1 else None, edtf=edtf)
    low = float(match["low"]) if match["low"] else None
    high = float(match["high"]) if match["high"] else None
    if not match["range"]:
        high = low
    unit, mod = match["unit"], match["mod"]
    if unit in SECONDS or unit == "workday":
        scale = SECONDS.get(unit, 1.0)
        bounds = [None if bound is None else bound * scale for bound in (low, high)]
        return Wanted("length", *bounds, "workday" if unit == "workday" else "s", mod)
    return Wanted("amount", low, high, unit, mod)


def _is_year(words: list[str]) -> bool:
    plain = re.fullmatch(r"-?[0-9]{4}(?:-[0-9]{2}){0,2}\??", words[0])
    return plain is not None and (len(words) == 1 or words[1] in ("start", "mid", "end", "approx", "uncertain"))


def right(one: Wanted, found: Found, reference: datetime, whole: bool) -> bool:
    """Whether a wanted value is among those found; `whole`: with unit and bounds."""
    judge = {"amount": _amount, "length": _length, "time": _time}[one.type]
    return any(judge(one, value, reference, whole) for readings in found for value in readings)


def _amount(one: Wanted, value: dict, _: datetime, whole: bool) -> bool:
    if value["type"] != "amount":
        return False
    if whole:
        bounds = _close(one.low, value["low"]) and _close(one.high, value["high"])
        return bounds and one.unit == value["unit"] and (one.mod == "approx") == value["approx"]
    numbers = {bound for bound in (one.low, one.high) if bound is not None}
    if one.unit == "x":
        numbers |= {number - 1 for number in numbers}  # 增长2倍: 2, or 3 times as much
    if one.unit == "pp":
        numbers |= {number * 100 for number in numbers}  # 25个基点
    return any(_close(number, bound) for number in numbers for bound in (value["low"], value["high"]))


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def _length(one: Wanted, value: dict, _: datetime, whole: bool) -> bool:
    if value["type"] != "length" or value["unit"] != one.unit:
        return False
    near = [
        [a is not None and b is not None and math.isclose(a, b, rel_tol=0.02) for b in (value["low"], value["high"])]
        for a in (one.low, one.high)
    ]
    if not whole:
        return any(near[0]) or any(near[1])
    same = [
        a is b if a is None or b is None else math.isclose(a, b, rel_tol=0.02)
        for a, b in ((one.low, value["low"]), (one.high, value["high"]))
    ]
    return all(same) and (one.mod == "approx") == value["approx"]


def _time(one: Wanted, value: dict, reference: datetime, whole: bool) -> bool:
    if value["type"] != "time":
        return False
    if value.get("edtf") is not None and value["edtf"] == one.edtf:
        return True
    edtf = one.edtf.rstrip("~?").removeprefix("../").removesuffix("/..")
    if edtf.startswith("T"):
        return _clock(edtf, value)
    span = period(edtf)
    if span is None:
        return False
    (first, last), (start, end) = span, (_moment(value["start"]), _moment(value["end"]))
    if one.mod == "before":
        closed = end is not None and end.date() in (last.date(), first.date(), first.date() - timedelta(days=1))
        return closed and (not whole or start is None or start == reference)
    if one.mod == "after":
        closed = start is not None and start.date() in (first.date(), last.date() + timedelta(days=1))
        return closed and (not whole or end is None or end == reference)
    if start is None or end is None:
        return False
    part = edtf[-2:] in PARTS and "T" in edtf
    if part or one.mod in ("start", "mid", "end"):
        within = start >= first and end <= last + timedelta(days=1)
        return within and (not whole or (start, end) != (first, last))
    if "T" in edtf:
        same = abs(start - first) < timedelta(minutes=1)
    else:
        until = period(edtf.rpartition("/")[2]) if "/" in edtf else None  # 1998年至2008年, read to the end of 1997
        ends = {last.date(), (until[0] - timedelta(days=1)).date() if until else last.date()}
        same = start.date() == first.date() and end.date() in ends
    return same and (not whole or one.mod != "approx" or value["approx"])


def _clock(edtf: str, value: dict) -> bool:
    hours = re.fullmatch(r"T([0-9]{2})(?::([0-9]{2}))?(?:/T?.*)?", edtf)
    start = value["start"] or ""
    found = re.search(r"T([0-9]{2}):([0-9]{2})", start)
    if hours is None or found is None:
        return hours is None and bool(found) and edtf[1:3] in PARTS
    return (int(hours[1]), int(hours[2] or 0)) == (int(found[1]), int(found[2]))


def _moment(text: str | None) -> datetime | None:
    if text is None or text.startswith("T"):
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def period(edtf: str) -> tuple[datetime, datetime] | None:
    """From where to where an EDTF string goes, to the second; None for years that datetime does not have."""
    if "/" in edtf:
        spans = [period(part) for part in edtf.split("/")]
        return (spans[0][0], spans[1][1]) if all(spans) else None  # type: ignore[index]
    second = timedelta(seconds=1)
    try:
        if match := re.fullmatch(r"([0-9]{2})XX", edtf):
            return datetime(int(match[1]) * 100 or 1, 1, 1), datetime(int(match[1]) * 100 + 99, 12, 31, 23, 59, 59)
        if match := re.fullmatch(r"([0-9]{3})X", edtf):
            return datetime(int(match[1]) * 10, 1, 1), datetime(int(match[1]) * 10 + 9, 12, 31, 23, 59, 59)
        if match := re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", edtf):
            year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
            if month > 12:
                first, width = {2: (month * 3 - 60, 3), 3: (month * 3 - 98, 3), 4: (month * 6 - 239, 6)}[month // 10]
                last = (first + width - 2) % 12 + 1, year + (first + width - 2) // 12
                return datetime(year, first, 1), datetime(last[1], last[0], monthrange(last[1], last[0])[1], 23, 59, 59)
            first, last_month = month or 1, month or 12
            end = day or monthrange(year, last_month)[1]
            return datetime(year, first, day or 1), datetime(year, last_month, end, 23, 59, 59)
        if match := re.fullmatch(r"([0-9-]{10})T([A-Z]{2})", edtf):
            begin, until = PARTS[match[2]]
            day = datetime.fromisoformat(match[1])
            return day + timedelta(hours=begin), day + timedelta(hours=until) - second
        if match := re.fullmatch(r"([0-9-]{10})T([0-9:]+)", edtf):
            moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{':00' if len(match[2]) == 2 else ''}")
            return moment, moment
    except (ValueError, KeyError):
        return None
    return None
