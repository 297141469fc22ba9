"""What our reader makes of texts, in the form that `peers.py` judges."""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from consistency.articles.script import fold
from consistency.grammar import read_values
from consistency.grammar.units import TIMES
from consistency.model.values import Duration, Quantity, Timex


def shown(value: Quantity | Duration | Timex | None) -> dict[str, object] | None:
    """A value as the judge wants it."""
    if value is None:
        return None
    approx = value.mod == "approx"
    if isinstance(value, Quantity):
        return {"type": "amount", "low": value.low, "high": value.high, "unit": value.unit, "approx": approx}
    if isinstance(value, Duration):
        scale = TIMES.get(value.unit, 1.0)
        low, high = (None if bound is None else bound * scale for bound in (value.low, value.high))
        unit = "workday" if value.unit == "workday" else "s"
        return {"type": "length", "low": low, "high": high, "unit": unit, "approx": approx}
    bounds = [bound.isoformat() if bound else None for bound in (value.start, value.end)]
    return {"type": "time", "start": bounds[0], "end": bounds[1], "approx": approx, "edtf": value.edtf}


def main() -> None:
    """Read texts from standard input, write their values and the time it took."""
    asked = json.load(sys.stdin)
    published = datetime.fromisoformat(asked["reference"])
    read_values("".join(asked["texts"]), published)  # rules are compiled when a text first needs them
    begun = time.process_time()
    mentions = [read_values(fold(text), published) for text in asked["texts"]]
    seconds = time.process_time() - begun
    values = [[[one] for mention in found if (one := shown(mention.value))] for found in mentions]
    json.dump({"seconds": seconds, "values": values}, sys.stdout)


if __name__ == "__main__":
    main()
