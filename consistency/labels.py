"""What a value is called: in the language of the report (168.5万元, 不超过15天, 2025年7月23日18时), and in codes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from consistency.grammar.units import OWN, base_units, units
from consistency.lexicon import rows
from consistency.model.facts import Fact
from consistency.model.values import Duration, Quantity, Term, Timex, Value, spelt
from consistency.patterns import pattern
from consistency.wording import Lang, say

_SCALES = (
    (1e12, "万亿"),
    (1e8, "亿"),
    (1e4, "万"),
)  # GB/T 15835-2011, 4.3.3: 万 and 亿 may stand for zeros, 千 may not
_DIGITS = 6  # with which a number is written before 万 and 亿: 2316.45万, but 23164567
_ENGLISH = {
    "a": "year", "mo": "month", "wk": "week", "d": "day", "workday": "working day", "h": "hour", "min": "minute",
    "s": "second",
}  # fmt: skip
_WIDER = {"s": ("min", 60), "min": ("h", 60), "mo": ("a", 12)}
_SYMBOLS = {"Cel": "°C", "[degF]": "°F", "har": "ha", "[acr_us]": "acres", "deg": "°"}
_CUSTOMARY = pattern(r"\[([a-z]+)_[a-z]+\]")  # UCUM's codes of customary units
_BOUND: dict[Lang, dict[str, str]] = {
    "zh": {
        "more_than": "超过{}", "low": "不少于{}", "less_than": "不到{}", "high": "不超过{}", "approx": "约{}",
        "range": "{}至{}",
    },
    "en": {
        "more_than": "over {}", "low": "at least {}", "less_than": "under {}", "high": "up to {}", "approx": "about {}",
        "range": "{} to {}",
    },
}  # fmt: skip


def label(fact: Fact, lang: Lang) -> str:
    """The value of a fact as a reader of the language writes it: 1.685e6 CNY as 168.5万元, or CNY 1,685,000."""
    match fact.value:
        case Term(text):
            return say(text, lang) if fact.kind == "status" else text
        case Timex() as time:
            return _time(time) if lang == "zh" else time.edtf
        case amount:
            return spelt(amount.low, amount.high, amount.unit) or _amount(amount, lang)


def coded(value: Value) -> str:
    """A value in the codes of its unit and time, the same in every language: 16000000 t, ≥12 人, 2025-07-23T18."""
    if isinstance(value, Term):
        return value.text
    if isinstance(value, Timex):
        return value.edtf
    if as_written := spelt(value.low, value.high, value.unit):
        return as_written
    unit = f" {value.unit}" if value.unit else ""
    low = "" if value.low is None else f"{value.low:.12g}"
    high = "" if value.high is None else f"{value.high:.12g}"
    if low and high:
        about = "≈" if value.mod == "approx" else ""
        return f"{about}{low}{unit}" if low == high else f"{about}{low}–{high}{unit}"
    return f"≥{low}{unit}" if low else f"≤{high}{unit}"


def _amount(value: Quantity | Duration, lang: Lang) -> str:
    ways, mod, low, high = _BOUND[lang], value.mod or "", value.low, value.high
    if low is None or high is None:
        side, bound = ("high", high) if low is None else ("low", low)
        return "" if bound is None else ways.get(mod, ways[side]).format(_counted(bound, value, lang))
    if low != high:
        return _with_unit(_range(low, high, lang), high, value, lang)
    text = _counted(low, value, lang)
    return ways["approx"].format(text) if mod == "approx" else text


def _range(low: float, high: float, lang: Lang) -> str:
    first, last = _number(low, lang), _number(high, lang)
    if first[-1] == last[-1] and not first[-1].isdecimal():
        first = first[:-1]  # 20至30万
    return _BOUND[lang]["range"].format(first, last)


def _counted(number: float, value: Quantity | Duration, lang: Lang) -> str:
    """A number with its unit: 12人, 168.5万元, 2小时18分钟; CNY 1,685,000, 2 hours 18 minutes."""
    if isinstance(value, Duration):
        if number == 0.5 and lang == "zh":
            return f"半{_time_word(value.unit)}"
        wider, size = _WIDER.get(value.unit, ("", 0))
        if size and number > size and number == int(number) and number % size:
            whole, rest = divmod(int(number), size)
            wide, narrow = (replace(value, unit=unit) for unit in (wider, value.unit))
            parts = _counted(whole, wide, lang), _with_unit(str(rest), rest, narrow, lang)
            return parts[0].removesuffix("钟") + parts[1] if lang == "zh" else " ".join(parts)  # 4分12秒
    return _with_unit(_number(number, lang), number, value, lang)


def _with_unit(shown: str, number: float, value: Quantity | Duration, lang: Lang) -> str:
    """A number, or two, as they are shown, with the unit."""
    if not value.unit:
        return shown
    if lang == "zh":
        return shown + (_word(value.unit) if isinstance(value, Quantity) else _time_word(value.unit))
    if isinstance(value, Duration):
        return f"{shown} {_ENGLISH.get(value.unit, value.unit)}{'' if number == 1 else 's'}"
    over, mark, under = value.unit.partition("/")
    per = f"{' / ' if over in _money() else mark}{_symbol(under)}"
    if over in _money():
        return f"{over} {shown}{per if mark else ''}"
    return f"{shown}{value.unit}" if value.unit == "%" else f"{shown} {_symbol(over)}{per if mark else ''}"


def _symbol(code: str) -> str:
    """A unit's code as it is usually written: lb for [lb_av]."""
    return _SYMBOLS.get(code) or _CUSTOMARY.sub(r"\1", code)


def _number(number: float, lang: Lang) -> str:
    if lang == "en":
        return f"{number:,.12g}" if abs(number) < 1e15 else f"{number:.12g}"
    for scale, word in _SCALES:
        short = f"{number / scale:.12g}"
        if abs(number) >= scale and len(short.replace(".", "").lstrip("-")) <= _DIGITS:
            return short + word
    return f"{number:.12g}" if abs(number) < 1e15 else f"{number:.6e}"


@cache
def _money() -> dict[str, str]:
    """Each currency and its Chinese name, the yuan by its everyday one."""
    found: dict[str, str] = {}
    for code, factor, words in rows("units_money.tsv"):
        if code != OWN and float(factor) == 1:
            found.setdefault(code, words.split()[0])
    return found | {"CNY": "元"}


@cache
def _time_words() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, factor, words in rows("units_time.tsv"):
        if float(factor) == 1:
            found.setdefault(code, words.split()[0])
    return found | {"workday": "个工作日", "h": "小时"}


def _time_word(code: str) -> str:
    return _time_words().get(code, code)


@cache
def _words() -> dict[str, str]:
    """Each code of a unit and its first spelling: t is 吨."""
    found: dict[str, str] = {}
    for spelling, unit in units().items():
        if unit.code in base_units() and unit.factor == 1:
            found.setdefault(unit.code, spelling)
    return found


def _word(code: str) -> str:
    found = _money().get(code) or _words().get(code)
    if found or "/" not in code:
        return found or code
    over, under = code.split("/", 1)
    return f"{_word(over)}/{_time_word(under) if under in _time_words() else _word(under)}"


# A point of time in EDTF: a year, maybe with month and day or the code of a part of the year, maybe with an hour.
_DECADE = pattern(r"(\d{3})X")
_POINT = pattern(
    r"(?P<year>-?\d{4}|XXXX)?(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<hour>\d\d|[A-Z]{2})(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?)?"
)
_PARTS = {"EM": "凌晨", "MO": "上午", "NO": "中午", "AF": "下午", "EV": "傍晚", "NI": "夜间"}
_OF_YEAR = {
    21: "春季", 22: "夏季", 23: "秋季", 24: "冬季", 33: "第一季度", 34: "第二季度", 35: "第三季度", 36: "第四季度",
    40: "上半年", 41: "下半年",
}  # fmt: skip
_TIME_MODS = {
    "start": "{}初", "mid": "{}中", "end": "{}末", "before": "不晚于{}", "after": "{}起", "approx": "{}前后",
}  # fmt: skip


def _time(value: Timex) -> str:
    """2025年7月23日18时 of 2025-07-23T18; the EDTF string where it is of another form (19XX, XXXX-W12-3)."""
    edges = [edge for edge in value.edtf.rstrip("~?").split("/") if edge != ".."]
    points = [_point(edge) for edge in edges]
    if not all(points):
        return value.edtf
    shown = "至".join([points[0], *(_rest(points[0], point) for point in points[1:])])
    return _TIME_MODS.get(value.mod or "", "{}").format(shown)


def _point(edge: str) -> str:
    if decade := _DECADE.fullmatch(edge):
        return f"{int(decade[1])}0年代"
    match = _POINT.fullmatch(edge)
    if not match:
        return ""
    year, month, day, hour, minute, second = match.group("year", "month", "day", "hour", "minute", "second")
    text = ""
    if year and year != "XXXX":
        text = f"公元前{1 - int(year)}年" if int(year) < 1 else f"{int(year)}年"
    if month and month != "XX":
        text += f"{int(month)}月" if int(month) <= 12 else _OF_YEAR.get(int(month), "")
    if day and day != "XX":
        text += f"{int(day)}日"
    if hour:
        text += _PARTS.get(hour) or (f"{int(hour)}时" if hour.isdecimal() else "")
    return text + (f"{minute}分" if minute else "") + (f"{second}秒" if second else "")


def _rest(first: str, last: str) -> str:
    """The end of a stretch without what its beginning says already: 2025年8月1日至|10日."""
    for mark in ("日", "月", "年"):
        head = first[: first.rfind(mark) + 1]
        if head and last.startswith(head) and last != head:
            return last[len(head) :]
    return last
