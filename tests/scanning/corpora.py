"""Small corpora for the tests: bundles of data/ as rows of a table."""

from __future__ import annotations

import json

from tests.bundles import GOLD, articles_of

BUNDLES = ("mine-accident", "phone-launch", "food-safety")


def rows(bundles=BUNDLES):
    """The articles of some bundles, mixed, as the columns of a corpus."""
    found = [
        {
            "id": f"{name}/{number}", "title": article.title or "", "outlet": article.outlet or "",
            "published": article.published.isoformat() if article.published else "",
            "text": "\n".join(block.text for block in article.blocks),
        }
        for name in bundles for number, article in enumerate(articles_of(GOLD / name))
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row["id"].rpartition("/")[2], row["id"]))


def jsonl(path, found=None):
    """A corpus of JSON lines."""
    lines = [json.dumps(row, ensure_ascii=False) for row in (rows() if found is None else found)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
