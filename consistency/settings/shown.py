"""Settings as a person reads them: TOML that can be copied into a configuration, and the README's table of keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit

from consistency.settings import KEYS
from consistency.settings.values import TITLE, UNIT


def as_toml(key: str, value: Any) -> str:
    """One line of TOML that gives the key this value."""
    columns = {"units": UNIT, "titles": TITLE}.get(key)
    if columns:
        value = [dict(zip(columns, row, strict=True)) for row in value]
        value = [{**row, "factor": float(row["factor"])} if "factor" in row else row for row in value]
    elif isinstance(value, Mapping):
        value = _nested(value)
    return f"{key} = {_item(value).as_string()}"


def table() -> str:
    """The keys with their defaults and what they mean, as a table in Markdown."""
    rows = ["| key | default | what it sets |", "| --- | --- | --- |"]
    for key, about in KEYS.items():
        default = about.default_factory() if callable(about.default_factory) else about.default
        shown = f"`{as_toml(key, default).partition(' = ')[2]}`" if default else ""
        rows.append(f"| `{key}` | {shown} | {about.metadata['help']} |")
    return "\n".join(rows) + "\n"


def _nested(value: Mapping[str, Any]) -> dict[str, Any]:
    """`figure.error` as the key `error` of the table `figure`."""
    found: dict[str, Any] = {}
    for key, its in value.items():
        field, dot, name = key.partition(".")
        if dot and not isinstance(its, tuple):
            found.setdefault(field, {})[name] = its
        else:
            found[key] = its
    return found


def _item(value: Any) -> Any:
    """The value as one line of TOML has it."""
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update({key: _item(its) for key, its in value.items()})
        return inline
    if isinstance(value, (list, tuple)):
        array = tomlkit.array()
        for one in value:
            array.append(_item(one))
        return array
    return tomlkit.item(value)
