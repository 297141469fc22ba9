"""What jionlp makes of texts, in the form that `peers.py` judges; runs in an environment of its own."""

from __future__ import annotations

import json
import logging
import sys
import time
from contextlib import redirect_stdout
from datetime import datetime

with redirect_stdout(sys.stderr):
    import jionlp

logging.disable(logging.CRITICAL)
SECONDS = {"year": 31556952.0, "month": 2629746.0, "day": 86400.0, "hour": 3600.0, "minute": 60.0, "second": 1.0}
CURRENCIES = {
    "元": "CNY", "美元": "USD", "港元": "HKD", "日元": "JPY", "欧元": "EUR", "英镑": "GBP", "卢布": "RUB",
    "韩元": "KRW", "澳元": "AUD", "加元": "CAD", "新台币": "TWD", "台币": "TWD", "澳门元": "MOP", "泰铢": "THB",
    "越南盾": "VND", "印尼盾": "IDR", "新加坡元": "SGD", "卢比": "INR", "法郎": "CHF", "瑞士法郎": "CHF", "里拉": "TRY",
    "比索": "PHP", "缅元": "MMK",
}  # fmt: skip


def money(detail: dict) -> list[dict[str, object]]:
    """An amount of money: blur+ and blur- are open above and below."""
    numbers = [float(one) for one in (detail["num"] if isinstance(detail["num"], list) else [detail["num"]])]
    low, high = min(numbers), max(numbers)
    kind = detail["definition"]
    bounds = {"low": None if kind == "blur-" else low, "high": None if kind == "blur+" else high}
    unit = CURRENCIES.get(detail["case"], detail["case"])
    return [{"type": "amount", **bounds, "unit": unit, "approx": kind == "blur" and low == high}]


def moment(detail: dict) -> list[dict[str, object]]:
    """A time or a length of time; `inf` and -inf are open ends."""
    kind, value, blurred = detail["type"], detail["time"], detail["definition"] == "blur"
    if kind in ("time_point", "time_span"):
        start, end = (None if one in ("inf", "-inf") else one.replace(" ", "T") for one in value)
        return [{"type": "time", "start": start, "end": end, "approx": blurred}]
    if kind != "time_delta":
        return []
    lengths = value if isinstance(value, list) else [value]
    low = length(lengths[0])
    high = None if "infinite" in lengths[-1] else length(lengths[-1])
    unit = "workday" if "workday" in lengths[0] else "s"
    return [{"type": "length", "low": low, "high": high, "unit": unit, "approx": blurred}]


def length(parts: dict) -> float | None:
    """Seconds, or working days."""
    if "infinite" in parts or "zero" in parts:
        return None
    if "workday" in parts:
        return float(parts["workday"])
    return sum(SECONDS[name] * amount for name, amount in parts.items() if name in SECONDS)


def main() -> None:
    """Read texts from standard input, write their values and the time it took."""
    asked = json.load(sys.stdin)
    base = datetime.fromisoformat(asked["reference"]).replace(tzinfo=None).timestamp()

    def read(text: str) -> list[list[dict[str, object]]]:
        found = []
        for one in attempt(jionlp.ner.extract_time, text, time_base=base):
            found.append(moment(one["detail"]))
        for one in attempt(jionlp.ner.extract_money, text, with_parsing=True):
            if one["detail"] and one["detail"].get("num"):
                found.append(money(one["detail"]))
        return [one for one in found if one]

    with redirect_stdout(sys.stderr):
        read("".join(asked["texts"][:3]))
        begun = time.process_time()
        values = [read(text) for text in asked["texts"]]
        seconds = time.process_time() - begun
    json.dump({"seconds": seconds, "values": values}, sys.stdout)


def attempt(parse: object, *arguments: object, **options: object) -> list:
    """What it reads; it raises on some texts, and then has read nothing."""
    try:
        return parse(*arguments, **options) or []  # type: ignore[operator]
    except Exception:
        return []


if __name__ == "__main__":
    main()
