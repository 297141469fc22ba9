"""The peers' own published cases for Chinese, read by them and by ours: `python tests/benchmarks/suites.py`.

    python tests/benchmarks/suites.py --recognizers-text CHECKOUT --jionlp CHECKOUT

CHECKOUT is a clone of the project's public repository (MIT, Apache-2.0); no package holds the cases, and none of them
is copied here. A text is right where all the values that its case asks for are among those read, and none where it
asks for none. The environments of the peers are those of `peers.py`.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isclose
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from judging import SECONDS, Found, Wanted, period, right
from peer_recognizers_units import UNITS
from peers import PEERS, SCRIPTS, environment, read

CHINA = "+08:00"
SPECS = {
    "Number/Chinese/NumberModel.json": "numbers", "Number/Chinese/PercentModel.json": "percentages",
    "NumberWithUnit/Chinese/CurrencyModel.json": "currencies", "NumberWithUnit/Chinese/DimensionModel.json": "measures",
    "NumberWithUnit/Chinese/AgeModel.json": "ages", "NumberWithUnit/Chinese/TemperatureModel.json": "temperatures",
    "DateTime/Chinese/DateParser.json": "dates", "DateTime/Chinese/DatePeriodParser.json": "periods",
    "DateTime/Chinese/DurationParser.json": "durations",
}  # fmt: skip
AGES = {"Month": 2629746.0, "Week": 604800.0, "Day": 86400.0}
Ends = tuple[datetime | None, datetime | None]
LONG = timedelta(days=31)  # what the ends of 年初, 月底, 末期 may differ by, or a tenth of how long ago they are


@dataclass(frozen=True)
class Case:
    """A text, when it was written, and whether what was found is right."""

    suite: str
    text: str
    reference: str
    judge: Callable[[Found], bool]


def amounts(wanted: list[Wanted], unit: bool) -> Callable[[Found], bool]:
    """Whether all amounts are among those found, in value and, where asked, in unit."""

    def judge(found: Found) -> bool:
        moment = datetime(2000, 1, 1)
        if not wanted:
            return not any(value.get("unit") == "%" or not unit for readings in found for value in readings)
        for one in wanted:
            kept = [[v for v in readings if not unit or _unit(v) == one.unit] for readings in found]
            if not unit and any(_counts(one, value) for readings in found for value in readings):
                continue
            if not right(one, kept, moment, False):
                return False
        return True

    return judge


def _counts(number: Wanted, value: dict) -> bool:
    """Whether a length of time is that many of some unit: 9 of 九年."""
    low, length = number.low or 0.0, value.get("low") or 0.0
    return value["type"] == "length" and any(isclose(length, low * seconds) for seconds in SECONDS.values())


def _unit(value: dict) -> str | None:
    """The unit of an amount; a price per unit is one of its currency."""
    unit = value.get("unit")
    return unit.partition("/")[0] if unit and unit[:3].isupper() and len(unit) > 4 and unit[3] == "/" else unit


def within(low: float, high: float) -> Callable[[Found], bool]:
    """Whether a vague amount (十几块) is read to bounds within the case's own."""

    def judge(found: Found) -> bool:
        bounds = [(v["low"], v["high"]) for readings in found for v in readings if v["type"] == "amount"]
        return any(a is not None and b is not None and low <= a < b <= high for a, b in bounds)

    return judge


def spans(choices: list[list[Ends]], slack: timedelta) -> Callable[[Found], bool]:
    """Whether each time, in one of its readings, is among those found; several found may make one span."""

    def judge(found: Found) -> bool:
        read = [(moment(v["start"]), moment(v["end"])) for readings in found for v in readings if v["type"] == "time"]
        for value in (v for readings in found for v in readings if "/" in v.get("edtf", "")):
            last = period(value["edtf"].rpartition("/")[2])
            if last:  # their spans end before what stands last, ours with it
                read.append((moment(value["start"]), last[0] - timedelta(seconds=1)))
        starts, ends = [s for s, _ in read if s], [e for _, e in read if e]
        if starts and ends:
            read.append((min(starts), max(ends)))
        return all(any(near(a, b, slack) for a in one for b in read) for one in choices)

    return judge


def near(a: Ends, b: Ends, slack: timedelta) -> bool:
    """Whether two spans begin and end on the same days; an end that one leaves open is not compared."""
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x is not None]
    if not any(y is not None for _, y in pairs):
        return False
    return all(y is None or abs(x - y) <= max(slack, timedelta(minutes=1)) for x, y in pairs)


def moment(text: str | None) -> datetime | None:
    """A moment of a case; none of inf and of bare times of day."""
    if not text or text in ("inf", "-inf") or text.startswith("T"):
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def specs(folder: Path) -> Iterator[Case]:
    """The cases of recognizers-text."""
    for path, suite in SPECS.items():
        file = folder / "Specs" / path
        if not file.exists():
            continue
        for one in json.loads(file.read_text("utf-8-sig")):
            reference = one.get("Context", {}).get("ReferenceDateTime", "2026-03-05T14:28:00") + CHINA
            yield Case(f"recognizers-text: {suite}", one["Input"], reference, _judge(suite, one["Results"]))


def _judge(suite: str, results: list[dict]) -> Callable[[Found], bool]:
    if suite in ("numbers", "percentages"):
        values = [float(one["Resolution"]["value"].rstrip("%")) for one in results]
        return amounts([Wanted("amount", value, value) for value in values], unit=False)
    if suite in ("dates", "periods"):
        choices = []
        for one in results:
            readings = [one["Value"][name] for name in ("FutureResolution", "PastResolution")]
            choices.append([_span(reading) for reading in readings if reading])
        return spans([one for one in choices if one], timedelta(days=1))
    if suite == "durations":
        lengths = [float(one["Value"]["FutureResolution"]["duration"]) for one in results]
        return amounts([Wanted("length", value, value, "s") for value in lengths], unit=True)
    wanted = []
    for one in results:
        resolution = one["Resolution"]
        value, unit = float(resolution["value"]), resolution.get("isoCurrency") or resolution.get("unit")
        if suite == "ages" and unit in AGES:
            wanted.append(Wanted("length", value * AGES[unit], value * AGES[unit], "s"))
            continue
        code, factor = UNITS.get(unit, (unit, 1))
        wanted.append(Wanted("amount", value * factor, value * factor, code))
    return amounts(wanted, unit=True)


def _span(reading: dict[str, str]) -> Ends:
    if "date" in reading:
        day = datetime.fromisoformat(reading["date"])
        return day, day + timedelta(hours=23, minutes=59, seconds=59)
    first, last = datetime.fromisoformat(reading["startDate"]), datetime.fromisoformat(reading["endDate"])
    return first, last - timedelta(seconds=1)  # their 到十二日 ends before the 12th, ours with it: a day of grace


def jionlp(folder: Path) -> Iterator[Case]:
    """The cases of jionlp's tests of times and of money."""
    for name in ("test_time_parser.py", "test_money_parser.py"):
        file = folder / "test" / name
        if not file.exists():
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.List) and node.elts and isinstance(node.elts[-1], ast.Dict):
                yield from _case(node)


def _case(node: ast.List) -> Iterator[Case]:
    text, value = ast.literal_eval(node.elts[0]), ast.literal_eval(node.elts[-1])
    if "num" in value:
        numbers = [float(one) for one in (value["num"] if isinstance(value["num"], list) else [value["num"]])]
        low, high = min(numbers), max(numbers)
        judge = amounts([Wanted("amount", low, low)], unit=False) if low == high else within(low, high)
        yield Case("jionlp: money", text, f"2021-06-14T01:06:40{CHINA}", judge)
    elif value.get("type") in ("time_point", "time_span") and isinstance(value["time"], list):
        base = _base(node.elts[1])
        ends = [moment(one) for one in value["time"]]
        open_ended = tuple(None if one == base else one for one in ends)  # …起 ends, …前 begins with the base
        away = max((abs(one - base) for one in ends if one), default=LONG)
        slack = max(LONG, away / 10) if value["definition"] == "blur" else timedelta(0)
        yield Case("jionlp: times", text, f"{base.isoformat()}{CHINA}", spans([[open_ended]], slack))  # type: ignore[list-item]


def _base(node: ast.expr) -> datetime:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return datetime.fromtimestamp(node.value)
    if isinstance(node, ast.List):
        return datetime(*ast.literal_eval(node))
    if isinstance(node, ast.Dict):
        return datetime(**({"month": 1, "day": 1} | ast.literal_eval(node)))
    if isinstance(node, ast.Call) and node.args:
        return datetime(*(ast.literal_eval(one) for one in node.args))
    return datetime(2021, 6, 14, 1, 6, 40)  # their _ts_1 in China


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recognizers-text", type=Path, help="a clone of Microsoft/Recognizers-Text")
    parser.add_argument("--jionlp", type=Path, help="a clone of dongrixinyu/JioNLP")
    default = Path(tempfile.gettempdir()) / "consistency-peers"
    parser.add_argument("--environments", type=Path, default=default, help="where the virtual environments lie")
    parser.add_argument("--verbose", action="store_true", help="list what ours gets wrong")
    chosen = parser.parse_args()
    cases = [*(specs(chosen.recognizers_text) if chosen.recognizers_text else ())]
    cases += [*(jionlp(chosen.jionlp) if chosen.jionlp else ())]
    pythons = {"ours": sys.executable} | {peer: environment(peer, chosen.environments) for peer in PEERS}
    scores: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for reference in sorted({case.reference for case in cases}):
        these = [case for case in cases if case.reference == reference]
        for name, python in pythons.items():
            found, _ = read(python, SCRIPTS[name], [case.text for case in these], reference)
            for case, one in zip(these, found, strict=True):
                correct = case.judge(one)
                scores[case.suite][name] += correct
                if name == "ours" and chosen.verbose and not correct:
                    print(case.suite, case.text, list(one), file=sys.stderr)
    print(f"| suite | cases | {' | '.join(pythons)} |\n|---|---|{'---|' * len(pythons)}")
    for suite, row in scores.items():
        count = sum(case.suite == suite for case in cases)
        print(f"| {suite} | {count} | {' | '.join(f'{row[name] / count:.3f}' for name in pythons)} |")


if __name__ == "__main__":
    main()
