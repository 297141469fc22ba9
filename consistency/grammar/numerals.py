"""Numerals: Arabic, Chinese and mixed number words, exact or approximate, to bounds."""

from __future__ import annotations

from typing import NamedTuple

from consistency.grammar.numerals_han import DIGIT_WORDS, MYRIADS, SCALE_WORDS, TENS, Parsed, parse_han, trailing_step
from consistency.patterns import pattern

HAN_DIGIT = f"[{DIGIT_WORDS}]"
HAN_SCALE = f"[{SCALE_WORDS}]"
FIRST = "0123456789" + DIGIT_WORDS + SCALE_WORDS + "几数半廿卅"
# thousands set apart by a comma, or by a Chinese one where the figure cannot end there: 1，234人, but not 第12，300人
_THOUSANDS = r"(?<![0-9A-Za-z.:：第/-])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
_ARABIC = rf"(?>(?:{_THOUSANDS}|[0-9]+)(?:\.[0-9]+)?)"
_UNIT_PREFIX = "(?:千[米克瓦伏帕焦卡赫安升吨]|百帕|兆[瓦帕赫字比欧])"
_MORE = (
    r"[多余](?![余样元万亿种于])|"
    r"来(?=[个名位人户家岁根次条所座辆台天年万亿只头斤块里米公棵本张件]|号(?=[人工员职学村乘观队居老孩旅]))"
)
_VAGUE = "(?<![人总户次个件票指点倍位辆台套单分系基参份函多少为])数"
_FEW = "(?<![这那前头好没再能撑近哪上])几"  # 几年内, 几个小时; but 这几天, 前几年
_TIME = "年(?!级)|天|周(?!年)|日(?!本)|分钟|秒|小时|星期|个(?:多)?(?:月|小时|星期|世纪|工作日)"

NUMBER = pattern(
    rf"(?P<arabic>{_ARABIC}(?:(?:多|余|来|"
    rf"几)?(?>(?:(?!{_UNIT_PREFIX})[十百千万亿兆])+(?:(?<=[千万亿兆])零?{_ARABIC}|(?<=百)[0-9]{{1,2}}(?=[万亿]))?)){{0,6}})(?P<more>多(?=元)|"
    rf"{_MORE}|几)?"
    rf"|(?P<han>(?>(?:(?:几(?=[十百千万亿])|{_FEW}(?={_TIME})|{_VAGUE}(?=[十百千万亿月]|{_TIME}))|廿|卅|[{DIGIT_WORDS}{SCALE_WORDS}])"
    rf"(?:(?!(?<=[十百万亿]){_UNIT_PREFIX}|兆[瓦帕赫字比欧]|(?<!一)两(?![百千万亿佰仟])|两(?![百千万亿佰仟年天个周次名位人日小成倍]))[{DIGIT_WORDS}{SCALE_WORDS}]|"
    rf"(?:(?<=[十百千])|(?<=[百千万亿]零)|(?<=[万亿])(?=几[十百千万]))几|(?<=[十百千万亿])[多余来](?=[万亿]))*+)"
    rf"(?:点[{DIGIT_WORDS}]+(?=[万亿千百个米公倍%元吨级度成折岁斤秒]))?[万亿]*)(?P<han_more>(?<=[十百千万亿])(?:多(?=元)|{_MORE}))?"
)


_PLAIN = pattern("[0-9]{1,9}(?![0-9.,十百千万亿兆多余来几个wk+]|，[0-9]{3}(?![0-9]))")
# 30w, 15k元 as they are typed; but 10km, 4k电视, 18k金, 10k路跑
_TYPED = pattern(
    "(?P<digits>[0-9]{1,5}(?:[.][0-9]{1,2})?)(?P<scale>w|(?<=[0-9.][0-9])k|k(?=元))(?![A-Za-z0-9跑赛路金白玫])"
)
TYPED_SCALES = {"w": 1e4, "k": 1e3}
_UNIT_OF_MYRIADS = pattern("个(?P<more>多)?亿")  # 两个亿


BARE_SCALES = frozenset("百千万亿")  # 百米, 每千克, 千年: no figure without a word like 近, 上


class Numeral(NamedTuple):
    """A number word in a text: its bounds, the number as written, and the weight of its last written digit."""

    start: int
    end: int
    text: str
    low: float
    high: float
    number: float | None
    step: float
    mod: str | None = None
    arabic: bool = True

    @property
    def exact(self) -> bool:
        return self.mod is None and self.number is not None

    @property
    def integer(self) -> int | None:
        """The whole number that plain digits or number words stand for, for dates and ordinals."""
        if self.mod is None and self.number is not None and self.number == int(self.number) and "." not in self.text:
            return int(self.number)
        return None


def read_numeral(text: str, at: int) -> Numeral | None:
    """The numeral that starts at `at`."""
    plain = _PLAIN.match(text, at) if text[at : at + 1].isascii() else None
    if plain is not None:  # most numbers are plain digits
        value = float(plain[0])
        return Numeral(at, plain.end(), plain[0], value, value, value, 1.0)
    match = NUMBER.match(text, at)
    if match is None:
        return None
    if text[match.end() : match.end() + 1] in TYPED_SCALES and (typed := _TYPED.match(text, at)) is not None:
        weight = TYPED_SCALES[typed["scale"]]
        value = round(float(typed["digits"]) * weight, 6)
        step = weight / 10 ** len(typed["digits"].partition(".")[2])
        return _and_more(text, Numeral(at, typed.end(), typed[0], value, value, value, step))
    body, more = match["arabic"], match["more"]
    if body is None:
        body, more = match["han"], match["han_more"]
        parsed = parse_han(body)
        arabic = False
    else:
        parsed = _parse_arabic(body)
        arabic = True
    if parsed is None:
        return None
    low, high, number, step, mod = parsed
    end = match.end()
    if not more and (extra := _UNIT_OF_MYRIADS.match(text, end)) is not None and number is not None and high < 10**4:
        low, high, number, step, end = low * 1e8, high * 1e8, number * 1e8, step * 1e8, extra.end()
        if extra["more"]:
            high, mod = number + trailing_step(number), "more_than"
        return Numeral(at, end, text[at:end], low, high, number, step, mod, arabic)
    if more and number is not None:
        mod = "approx" if more == "来" else "more_than"
        if more != "来":
            high = low + trailing_step(number)
            if more == "几":
                low, high = low + 1, high - 1
                number, mod = None, None
    return _and_more(text, Numeral(at, end, match[0], low, high, number, step, mod, arabic))


_PLUS = pattern("[+](?![0-9A-Za-z])")


def _and_more(text: str, number: Numeral) -> Numeral:
    """The number with the sign after it (300+, 10w+)."""
    if number.arabic and number.exact and _PLUS.match(text, number.end):
        return number._replace(end=number.end + 1, mod="equal_or_more")
    return number


HALF, BARE_HALF = 0.5, 0.2  # what 一个半小时 and 半小时 leave open of an hour


def plus_half(number: Numeral) -> Numeral:
    """The number and a half of what it counts (三斤半); an approximate one stays as it is."""
    if number.number is None:
        return number
    value = number.number + 0.5
    return number._replace(low=value, high=value, number=value, step=HALF)


def _parse_arabic(body: str) -> Parsed | None:
    if body.isdecimal():
        if len(body) > 18:
            return None
        value = float(body)
        return value, value, value, 1.0, None
    whole, total, step, mod = 0.0, 0.0, 1.0, None
    pieces = _PIECE.findall(body)
    previous = 0.0
    for digits, extra, scales in pieces:
        clean = digits.replace(",", "").replace("，", "")
        if len(clean) > 20:
            return None
        weight = 1.0
        for scale in scales:
            weight *= TENS.get(scale) or MYRIADS[scale]
        decimals = len(clean.split(".")[1]) if "." in clean else 0
        amount = float(clean) * weight
        if previous and not weight < previous:
            small = weight / 10**4 if scales[-1:] == "万" else weight / 10**8 if scales[-1:] == "亿" else weight
            if not small < previous:
                return None
            total *= weight / small  # 2千5百万, of 5亿2千5百万, too
        if previous and weight == 1.0 and len(clean) == 1 and "." not in clean and "零" not in body:
            weight = previous / 10  # 3万5
            amount = float(clean) * weight
        total = round(total + amount, 6) if decimals == 0 else round(total + amount, 9)
        step = weight / 10**decimals
        previous = weight
        if extra:
            mod = "more_than" if extra in "多余" else "approx"
        if scales[-1:] == "亿":
            whole, total = whole + total, 0.0
    total = float(f"{whole + total:.15g}")
    if mod is None:
        return total, total, total, step, None
    scale = step
    if pieces[-1][1] in ("几",):
        return total + scale, total + 9 * scale, None, scale, None
    if mod == "approx":
        return total, total, total, step, mod
    return total, total + max(trailing_step(total), 1.0), total, step, mod


_PIECE = pattern(rf"({_ARABIC})([多余来几])?([十百千万亿兆]*)")
