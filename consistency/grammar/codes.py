"""Rules for numbers that are codes by the words before them or the brackets around them; tried when no unit follows."""

from __future__ import annotations

import re

from consistency.grammar.items import Item, Thing
from consistency.grammar.numerals import Numeral
from consistency.grammar.rules import rule
from consistency.patterns import pattern

_CODE = pattern(
    r"(?:代码|邮编|编码|编号|文号|许可证号|备案号?|车牌号?|身份证号?|账号|帐号|电话|热线|手机号?|微信号?|"
    r"QQ群?|ICP[备证]|尾号|工号|单号|批号|型号|房号|档案|频率|密码|验证码|拨打|拨通|致电|呼叫)"
    r"(?:为|是)?[ ]?[:：]?[ ]?$"
)


@rule(
    r"号(?!人|人马)|(?=[^0-9]|$)",
    lead="number",
    examples="""
        股票代码:600519 = | 邮编:100032 = | 尾号8888 = | 批号20260301 = | 京ICP备00000000号 = | 贵州茅台(600519) =
        腾讯控股（00700.HK） = | 600519.SH = | 第0301号 = | 证券代码为000001 = | 拨打12345 = | 拨打110报警 =
        致电95598 =
    """,
    rejects="打了300个 | (123456) | （3人） | 共300 | 3人 | 12.5",
)
def code(match: re.Match[str], number: Numeral) -> Item | None:
    """A number after the word for a code, a stock code in brackets, a number with 号."""
    text, end = match.string, number.end
    if match[0]:
        return Item(number.start, match.end(), Thing("identifier")) if number.integer is not None else None
    if not number.arabic or not number.text.isdecimal():
        return None
    exchange = re.compile(r"\.(?:SH|SZ|HK|BJ)").match(text, end)
    bracketed = text[number.start - 1 : number.start] in ("(", "（") and text[end : end + 1] in (")", "）")
    if exchange or (bracketed and len(number.text) == 6 and number.text[0] in "036"):
        return Item(number.start, exchange.end() if exchange else end, Thing("identifier"))
    if _CODE.search(text, max(0, number.start - 10), number.start):
        return Item(number.start, end, Thing("identifier"))
    return None
