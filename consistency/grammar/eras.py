"""Rules for centuries, decades, five-year plans, and years counted in another era."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, When
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule
from consistency.lexicon import rows

_EDGE = {"初": "start", "初期": "start", "前期": "start", "早期": "start", "末": "end", "末期": "end", "后期": "end",
         "晚期": "end", "中叶": "mid", "中期": "mid", "上半叶": "start", "下半叶": "end"}  # fmt: skip
_EDGE_WORDS = "初期|前期|早期|初(?!步|级|中)|末期|后期|晚期|末|中叶|中期|上半叶|下半叶"
_HAN = "零一二三四五六七八九"


@rule(
    r"(?:(?P<bc>公元前)?(?:上(?:个)?世纪|本世纪|(?P<c>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|"
    r"[一二三四五六七八九])世纪))"
    rf"(?:(?P<d>[0-9]|[一二三四五六七八九])(?:0|十)年代)?(?P<e>{_EDGE_WORDS})?",
    starts={
        *"0123456789",
        *(f"十{c}" for c in "世" + _HAN[1:]),
        "公元",
        "上世",
        "上个",
        "本世",
        *(c + d for c in _HAN[1:] for d in "世十"),
    },
    examples="""
        上世纪90年代 = 199X | 20世纪80年代 = 198X | 本世纪初 = 20XX start | 21世纪 = 20XX | 十九世纪末 = 18XX end
        上个世纪七十年代末 = 197X end | 18世纪中叶 = 17XX mid | 20世纪50年代初期 = 195X start
        公元前4世纪后期 = -03XX end | 公元前4世纪 = -03XX | 20世纪末 = 19XX end | 上世纪六十年代 = 196X
        21世纪20年代 = 202X
    """,
    rejects="半个世纪 | 三个世纪 | 世纪佳缘 | 世纪金源 | 两个世纪",
)
def century(match: re.Match[str]) -> Item | None:
    """A century, or a decade of one."""
    if match["c"]:
        number = read_numeral(match["c"], 0)
        if number is None or not number.integer:
            return None
        first = -number.integer * 100 if match["bc"] else (number.integer - 1) * 100
    else:
        first = 2000 if match[0].startswith("本") else 1900
    mod = _EDGE.get(match["e"] or "")
    if match["d"]:
        decade = first + 10 * (_HAN.index(match["d"]) if match["d"] in _HAN else int(match["d"]))
        return Item(match.start(), match.end(), When(decade=decade, mod=mod))
    return Item(match.start(), match.end(), When(century=first, mod=mod))


@rule(
    rf"年代(?P<e>{_EDGE_WORDS})?",
    lead="number",
    starts={"年代"},
    examples="""
        90年代 = 199X | 八十年代 = 198X | 2020年代 = 202X | 1990年代末 = 199X end | 七十年代初 = 197X start
        80年代初 = 198X start
    """,
    rejects="5年代 | 三年代理 | 45年代 | 年代久远",
)
def decade(match: re.Match[str], number: Numeral) -> Item | None:
    """A decade."""
    value = number.integer
    if value is None or value % 10 or not (10 <= value < 100 or 1000 <= value < 2100):
        return None
    if value < 100:
        value += 2000 if value < 30 else 1900
    return Item(number.start, match.end(), When(decade=value, mod=_EDGE.get(match["e"] or "")))


@rule(
    r"[“\"]?(?P<n>十[一二三四五六]?)五[”\"]?(?P<part>初期?|末期?|中期|期间|时期|规划|以来|开局之年|收官之年|头三年)",
    starts={"“十", '"十', *(f"十{c}" for c in "一二三四五六")},
    examples="""
        十四五期间 = 2021/2025 | “十四五”期间 = 2021/2025 | “十三五”末 = 2016/2020 end | 十五五规划 = 2026/2030
        “十四五”以来 = 2021/2025
    """,
    rejects="十五五十 | 二十五五五 | 十五 | 四五期间 | 五十五",
)
def five_year_plan(match: re.Match[str]) -> Item | None:
    """The years of a five-year plan."""
    number = read_numeral(match["n"], 0)
    if number is None or number.integer is None:
        return None
    first = 1951 + 5 * number.integer
    mod = {"初": "start", "末": "end", "中": "mid"}.get(match["part"][0])
    if match["part"] == "开局之年":
        return Item(match.start(), match.end(), When(year=first))
    if match["part"] == "收官之年":
        return Item(match.start(), match.end(), When(year=first + 4))
    return Item(match.start(), match.end(), When(year=first, period="P5", mod=mod))


_ERAS = {era: int(before) for before, eras in rows("calendar_eras.tsv") for era in eras.split()}


@rule(
    rf"(?P<era>{'|'.join(_ERAS)})(?P<n>元|[0-9]{{1,3}}|[一二三四五六七八九十百]{{1,5}})年(?!级)",
    starts=_ERAS,
    examples="""
        民国115年 = 2026 | 民国115年3月5日 = 2026-03-05 | 光绪二十四年 = 1898 | 令和8年 = 2026 | 康熙元年 = 1662
        民国三十八年 = 1949 | 平成30年 = 2018 | 宣统三年 = 1911 | 昭和20年 = 1945 | “开皇十八年” = 0598
        贞观二十三年 = 0649 | 太平兴国二年 = 0977 | 元鼎四年 = -0112
    """,
    rejects="民国风情 | 康熙年间 | 乾隆皇帝 | 民国风 | 乾隆年制 | 光绪皇帝",
)
def era_year(match: re.Match[str]) -> Item | None:
    """A year counted in a dynasty's or a country's own era."""
    number = read_numeral(match["n"], 0) if match["n"] != "元" else None
    count = 1 if match["n"] == "元" else number.integer if number else None
    return None if count is None else Item(match.start(), match.end(), When(year=_ERAS[match["era"]] + count))


@rule(
    r"公元(?P<bc>前)?(?P<n>[0-9]{1,4}|[零〇一二三四五六七八九十百]{1,5})年",
    starts={"公元"},
    examples="""
        公元前221年 = -0220 | 公元618年 = 0618 | 公元前316年 = -0315 | 公元前二二一年 = -0220 | 公元2000年 = 2000
    """,
    rejects="公元前四世纪 | 公元纪年 | 公元",
)
def common_era(match: re.Match[str]) -> Item | None:
    """A year of the common era, named as such; the year before 1 is 0000 (ISO 8601)."""
    number = read_numeral(match["n"], 0)
    if number is None or not number.integer:
        return None
    return Item(match.start(), match.end(), When(year=1 - number.integer if match["bc"] else number.integer))
