"""What recognizers-text makes of texts, in the form that `peers.py` judges; runs in an environment of its own."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime, timedelta

from peer_recognizers_units import UNITS
from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer

CULTURE = "zh-cn"


def amount(number: float, unit: str | None) -> dict[str, object]:
    """An exact amount: it has no bounds."""
    return {"type": "amount", "low": number, "high": number, "unit": unit, "approx": False}


def numbers(results: list, percent: bool = False) -> list[list[dict[str, object]]]:
    """The values of numbers, ordinals and percentages; a fraction may stand for a percentage."""
    found = []
    for one in results:
        value = (one.resolution or {}).get("value")
        if value:
            number = float(str(value).rstrip("%"))
            choices = [amount(number, "%" if percent else None)]
            found.append(choices if percent else [*choices, amount(number * 100, "%")])
    return found


def measured(results: list) -> list[list[dict[str, object]]]:
    """The values of amounts with a unit; a degree may be one of warmth or of angle."""
    found = []
    for one in results:
        resolution = one.resolution or {}
        if resolution.get("value") is None:
            continue
        number, name = float(resolution["value"]), resolution.get("unit")
        iso = resolution.get("isoCurrency")
        code, factor = UNITS.get(name, (iso or name, 1))
        units = {code, iso, "Cel" if name == "Degree" else code} - {None}
        found.append([amount(number * factor, unit) for unit in units])
    return found


def times(results: list) -> list[list[dict[str, object]]]:
    """The values of dates and durations: whichever of the readings is right counts."""
    found = []
    for one in results:
        choices = [shown for value in (one.resolution or {}).get("values", []) if (shown := moment(value))]
        if choices:
            found.append(choices)
    return found


def moment(value: dict[str, str]) -> dict[str, object] | None:
    """One reading of a date: their ends are exclusive, ours are not."""
    kind = value.get("type", "")
    if kind == "duration":
        seconds = float(value["value"])
        return {"type": "length", "low": seconds, "high": seconds, "unit": "s", "approx": "Mod" in value}
    if kind in ("date", "datetime", "time"):
        text = value.get("value", "")
        if kind == "time":
            return {"type": "time", "start": f"T{text}", "end": None, "approx": False}
        start = parsed(text)
        if start is None:
            return None
        width = timedelta(days=1) if kind == "date" else timedelta(minutes=1)
        ends = [None if value.get("Mod") == "before" else start, None if value.get("Mod") == "after" else start + width]
    elif kind in ("daterange", "datetimerange", "timerange"):
        if kind == "timerange":
            return {"type": "time", "start": f"T{value.get('start')}", "end": f"T{value.get('end')}", "approx": False}
        ends = [parsed(value.get(name, "")) for name in ("start", "end")]
    else:
        return None
    start, end = ends
    last = end - timedelta(seconds=1) if end and end > datetime.min else None
    return {
        "type": "time", "start": start.isoformat() if start else None, "end": last.isoformat() if last else None,
        "approx": "Mod" in value,
    }  # fmt: skip


def parsed(text: str) -> datetime | None:
    """A moment as they write it."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def main() -> None:
    """Read texts from standard input, write their values and the time it took."""
    asked = json.load(sys.stdin)
    reference = datetime.fromisoformat(asked["reference"]).replace(tzinfo=None)
    number, unit, date = NumberRecognizer(CULTURE), NumberWithUnitRecognizer(CULTURE), DateTimeRecognizer(CULTURE)
    plain = [number.get_number_model(), number.get_ordinal_model()]
    percentage, dates = number.get_percentage_model(), date.get_datetime_model()
    units = [unit.get_currency_model(), unit.get_dimension_model(), unit.get_age_model(), unit.get_temperature_model()]

    def read(text: str) -> list[list[dict[str, object]]]:
        found = numbers(attempt(percentage.parse, text), percent=True)
        for model in units:
            found += measured(attempt(model.parse, text))
        found += times(attempt(dates.parse, text, reference))
        for model in plain:
            found += [[{**choice, "plain": True} for choice in one] for one in numbers(attempt(model.parse, text))]
        return found

    read("".join(asked["texts"][:3]))
    begun = time.process_time()
    values = [read(text) for text in asked["texts"]]
    json.dump({"seconds": time.process_time() - begun, "values": values}, sys.stdout)


def attempt(parse: object, *arguments: object) -> list:
    """What a model reads; it raises on some texts, and then has read nothing."""
    try:
        return parse(*arguments)  # type: ignore[operator]
    except Exception:
        return []


if __name__ == "__main__":
    main()
