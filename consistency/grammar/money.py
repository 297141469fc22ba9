"""Rules for money as it is spoken: 6毛3分8, 3847块6毛, 3块5."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Measured
from consistency.grammar.numerals import Numeral, read_numeral
from consistency.grammar.rules import rule
from consistency.grammar.units import OWN, SOLD, units

_D = r"[0-9零一二两三四五六七八九]"
_EACH = rf"(?:一(?P<one>{SOLD}))?"


_SIGNS = {
    "US$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": OWN,
    "￥": OWN,
}


@rule(
    r"(?P<sign>US\$|HK\$|NT\$|A\$|C\$|S\$|[$€£¥￥])[ ]?(?=[0-9])",
    starts="$€£¥￥UHNACS",
    examples="""
        $500 = 500 USD | US$3.5亿 = 350000000 USD | ¥99 = 99 CNY | HK$1200万 = 12000000 HKD | €20 = 20 EUR
        约£3000 = 3000 GBP approx
    """,
    rejects="$人 | US$ | A股",
)
def signed(match: re.Match[str]) -> Item | None:
    """A currency sign before a number."""
    number = read_numeral(match.string, match.end())
    if number is None:
        return None
    return Item(match.start(), number.end, Measured(number, _SIGNS[match["sign"]]), number.start, number.end)


def _digit(word: str | None) -> float:
    if not word:
        return 0.0
    number = read_numeral(word, 0)
    return number.number or 0.0 if number else 0.0


@rule(
    rf"(?:块钱?|元)(?:(?P<mao>{_D})(?:[毛角](?:钱)?(?:(?P<fen>{_D})分?)?|"
    rf"(?![0-9万千百十个年月]|{SOLD}))){_EACH}",
    lead="number",
    starts={"块钱", *(a + b for a in "块元" for b in "0123456789零一二两三四五六七八九")},
    examples="""
        3847块6毛 = 3847.6 CNY | 3块5 = 3.5 CNY | 15块8发的 = 15.8 CNY | 12元5角 = 12.5 CNY | 两块八 = 2.8 CNY
        12块8 = 12.8 CNY
        六十四万零一百四十三元一角七分 = 640143.17 CNY | 一百三十五块六角七分钱 = 135.67 CNY | 两块五 = 2.5 CNY
        1元5角 = 1.5 CNY | 两块六一斤 = 2.6 CNY/斤
    """,
    rejects="9.9元一斤 | 十五块一趟 | 20元一张 | 3块50米的地 | 3块50米 | 12元5年 | 8块6个",
)
def yuan_and_less(match: re.Match[str], number: Numeral) -> Item | None:
    """Yuan with jiao and fen after it."""
    if number.number is None or number.number != int(number.number):
        return None
    value = number.number + _digit(match["mao"]) / 10 + _digit(match["fen"]) / 100
    return _spoken(match, number, value, 0.01 if match["fen"] else 0.1)


@rule(
    rf"[毛角](?:钱)?(?:(?P<fen>{_D})(?!{SOLD})(?:分(?P<li>{_D})?)?(?![0-9])|(?=一(?:{SOLD}))){_EACH}",
    lead="number",
    starts="毛角",
    examples="""
        6毛3分8 = 0.638 CNY | 7毛2左右 = 0.72 CNY approx | 不到7毛7 = ..0.77 CNY less_than | 3角5分 = 0.35 CNY
        6毛3分8一瓦 = 0.638 CNY/W | 六毛一斤 = 0.6 CNY/斤 | 8毛钱一度电 = 0.8 CNY/kW.h
    """,
    rejects="三毛",
)
def jiao_and_less(match: re.Match[str], number: Numeral) -> Item | None:
    """Jiao with fen and tenths of it after it."""
    if number.number is None or number.number >= 10:
        return None
    value = number.number / 10 + _digit(match["fen"]) / 100 + _digit(match["li"]) / 1000
    return _spoken(match, number, value, 0.001 if match["li"] else 0.01 if match["fen"] else 0.1)


def _spoken(match: re.Match[str], number: Numeral, value: float, step: float) -> Item:
    value = round(value, 6)
    whole = number._replace(end=match.end(), low=value, high=value, number=value, step=step)
    unit = f"{OWN}/{units()[match['one']].code}" if match["one"] else OWN
    return Item(number.start, match.end(), Measured(whole, unit))
