"""Which currency a bare 元 means in an article: the outlet's own, told by script and regional words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from consistency.articles.script import fold
from consistency.patterns import pattern

# Words of the outlet's own land count more than places that any outlet may write about.
_OWN = frozenset(["本港", "港府", "港團", "港团", "港闻", "特首", "港元", "县府", "公尺", "报导", "我国"])


# 总投资额198.6亿元（人民币，下同）: what an outlet says of its own amounts goes before where it comes from.
_CURRENCIES = {
    "人民币": "CNY",
    "新台币": "TWD",
    "台币": "TWD",
    "港元": "HKD",
    "港币": "HKD",
    "美元": "USD",
    "欧元": "EUR",
}
_FROM_HERE_ON = pattern(rf"({'|'.join(_CURRENCIES)})[，,、；;\s]{{0,2}}(?:下同|以下同|除另有)")

ENOUGH = 3  # regional words that make a text in traditional characters a Taiwanese or a Hong Kong one


@cache
def _words() -> dict[str, tuple[str, ...]]:
    rows = (files("consistency") / "lexicon" / "regions.tsv").read_text("utf-8").splitlines()
    return {row[:3]: tuple(row[4:].split()) for row in rows if not row.startswith("#")}


def currency(text: str, outlet: str | None = None, language: str = "") -> str:
    """The ISO 4217 code: CNY for simplified text, TWD or HKD for traditional text with regional words."""
    folded = fold(text)
    if stated := _FROM_HERE_ON.search(folded):
        return _CURRENCIES[stated[1]]
    wide = sum("\u4e00" <= char <= "\u9fff" for char in text)
    changed = sum(one != other and "\u4e00" <= one <= "\u9fff" for one, other in zip(text, folded, strict=True))
    if changed * 8 < wide or not wide:
        return "CNY"
    tag = language.lower()
    scores = {"TWD": 8 if tag.endswith("tw") else 0, "HKD": 8 if tag.endswith(("hk", "yue")) else 0}
    name = fold(outlet or "")
    for code, listed in _words().items():
        scores[code] += sum(min(folded.count(word), 3) * (4 if word in _OWN else 1) for word in listed)
        scores[code] += 4 * sum(word in name for word in listed)
    if max(scores.values()) < ENOUGH:  # a mainland text in traditional characters keeps its 元
        return "CNY"
    return "HKD" if scores["HKD"] > scores["TWD"] else "TWD"
