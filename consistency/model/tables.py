"""Tables of what the model holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd


def frame_of(rows: Iterable[Sequence[Any]], columns: Iterable[str]) -> pd.DataFrame:
    """The rows under these heads; a lone surrogate (of a file's name), which no table can hold, is a question mark."""
    return pd.DataFrame(
        [[_storable(cell) for cell in row] for row in rows], columns=[_storable(one) for one in columns]
    )


def _storable(cell: Any) -> Any:
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell
