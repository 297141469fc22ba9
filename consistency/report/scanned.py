"""The findings of a scan as one file: JSON lines or Parquet, written from the shards one after the other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from consistency.errors import ConsistencyError
from consistency.report.output import whole_file


def write(shards: Sequence[Path], path: str) -> None:
    """The findings of all shards stand in the file, in order; its ending says how."""
    if path.endswith(".parquet"):
        _parquet(shards, path)
        return
    with whole_file(path) as file:
        for shard in shards:
            with shard.open("rb") as part:
                shutil.copyfileobj(part, file)


def check(path: str) -> None:
    """Raises ConsistencyError where such a file cannot be written here."""
    if not path.endswith((".jsonl", ".parquet")):
        raise ConsistencyError(f"{path}: is neither .jsonl nor .parquet; name a file of one of these kinds")
    if path.endswith(".parquet"):
        _schema(path)


def _schema(path: str) -> Any:
    try:
        import pyarrow as pa
    except ImportError:
        raise ConsistencyError(f"{path}: Parquet needs pyarrow; pip install 'consistency[parquet]'") from None
    text, number = pa.string(), pa.int64()
    statement = {
        "article": text, "path": text, "outlet": text, "published": text, "start": number, "end": number,
        "line": number, "column": number, "text": text, "value": text, "sentence": text, "group": text,
    }  # fmt: skip
    return pa.schema({
        "id": text, "field": text, "verdict": text, "severity": text, "confidence": pa.float64(), "topic": text,
        "message": text, "statements": pa.list_(pa.struct(statement)), "evidence": pa.list_(text),
    })  # fmt: skip


def _parquet(shards: Sequence[Path], path: str) -> None:
    schema = _schema(path)
    from pyarrow import Table
    from pyarrow.parquet import ParquetWriter

    with whole_file(path) as file, ParquetWriter(file, schema) as writer:
        for shard in shards:
            rows = [json.loads(line) for line in shard.read_text("utf-8").splitlines()]
            if rows:
                writer.write_table(Table.from_pylist(rows, schema))
