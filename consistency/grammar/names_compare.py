"""How two names stand to one another: the same person, organisation or place, a variant of it, or another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from consistency.grammar.names_gazetteer import above, is_place, leading_place, level_of
from consistency.grammar.names_slips import slip_between
from consistency.grammar.names_words import alone, surnames, transliteration
from consistency.lexicon import rows
from consistency.patterns import pattern

_ADDRESS = pattern(
    r"(?:先生|女士|小姐|老师|教授|同志|师傅|大爷|大妈|阿姨|律师|医生|博士|[局厅处科部市县区镇校院行矿站队所]长|书记|主任|总)$"
)


_NICKNAME = pattern(r"[老小阿大][一-鿿]$")


@cache
def _sounds() -> dict[str, str]:
    """Character -> its class of sound among the characters of transliterated names."""
    return {char: key for key, chars in rows("sounds.tsv") for char in chars}


def _foreign(name: str) -> bool:
    return "·" in name or (
        all(char in transliteration() for char in name)
        and (len(name) > 3 or not (name[0] in surnames("common") or name[:2] in surnames("compound")))
    )


def _sound(part: str) -> list[str]:
    return [_sounds().get(char, char) for char in part]


def _alike(a: str, b: str) -> bool:
    """Whether two parts of transliterated names are spellings of one: their sounds differ little."""
    if a == b:
        return True
    if "-" in a and "-" in b:  # 让-马克 is no spelling of 让-吕克
        one_by_one = list(zip(a.split("-"), b.split("-"), strict=False))
        return a.count("-") == b.count("-") and all(_alike(x, y) for x, y in one_by_one)
    one, other = _sound(a.replace("-", "")), _sound(b.replace("-", ""))
    distance = _distance(one, other)
    longest = max(len(one), len(other))
    if distance == 0:
        return True
    return (longest >= 3 and distance <= 1) or (longest >= 5 and distance <= 2)


def _distance(a: list[str], b: list[str]) -> int:
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return row[-1]


def same_person(a: str, b: str) -> Literal["same", "variant", "slip", "near", "different"]:
    """Whether two names are of one person, spelt otherwise (variant), miswritten (slip), or another's by one character.

    Near names of one surname (陆启山, 陆启明) are one man's only where something else says so: a role that one has.
    """
    if a == b:
        return "same"
    if _aliases().get(a, a) == _aliases().get(b, b):
        return "variant"
    short, long = sorted((a, b), key=len)
    if len(short) == 2 and len(long) == 3 and long.startswith(short) and short[0] in surnames("common"):
        return "variant"  # 罗闻|笛关在屋里: where a name ends is sooner misread than two men are so alike
    if _foreign(a) or _foreign(b):
        if _undotted(short, long):
            return "variant"
        one, other = a.split("·"), b.split("·")
        if _same_foreign(one, other):
            return "variant"
        return "near" if len(one) == len(other) > 1 and one[-1] == other[-1] else "different"  # 让-马克·德洛姆
    if _NICKNAME.match(short) and long[0] == short[1] and not _NICKNAME.match(long):
        return "variant"  # 老陶 is 陶敬松
    if len(short) == 2 and len(long) == 3 and long.startswith(short):
        return "variant"
    bare = _ADDRESS.sub("", short)
    if (bare != short and bare and long.startswith(bare)) or ("某" in short and long[0] == short[0]):
        return "variant"
    bare_long = _ADDRESS.sub("", long)
    if bare_long != long and len(bare_long) == 1 and short.startswith(bare_long):
        return "variant"
    match slip_between(a, b):
        case None:
            return "different"
        case "other" if a[0] == b[0]:
            return "near" if len(a) > 2 else "different"
        case "shape" | "other" if len(a) < 3:
            return "different"
    return "slip" if a[0] == b[0] or len(a) > 2 else "different"


def _undotted(short: str, long: str) -> bool:
    """Whether one name is the other, or its last part, with no dot in it: 特拉维斯卡兰尼克, 卡兰尼克."""
    whole, part = long.replace("·", ""), short.replace("·", "")
    return whole == part or (whole == long and len(part) > 2 and whole.endswith(part))


def _same_foreign(a: list[str], b: list[str]) -> bool:
    if len(a) == len(b):
        return all(_alike(x, y) for x, y in zip(a, b, strict=True))
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        by_given = short[0] == long[0] or (len(short[0]) > 2 and _alike(short[0], long[0]))  # 坎蒙 / 坎蒙·冯萨里
        return by_given or _alike(short[0], long[-1])
    return _alike(short[0], long[0]) and _alike(short[-1], long[-1])


@cache
def _aliases() -> dict[str, str]:
    return {alias: row[0] for row in rows("aliases.tsv") for alias in row[1].split()}


_TAIL = pattern(r"等?(?:[一二两三四五六七八九十\d]+|多|几)?个?(?:部门|单位|机构)$")


# 岚西省十三届人大常委会, 澳门特区初级法院; but 特区政府 by itself is that of any
_SESSION = pattern("第?[一二三四五六七八九十百0-9]+届|(?<=香港|澳门)(?:特别行政区|特区)(?!政府|行政)")
_ASHORE = pattern(r"^(?:中国大陆|大陆|内地)(?=[一-鿿]{3})")  # as Taiwan and Hong Kong say it: 大陆市场监管总局


@cache
def _long_first() -> tuple[tuple[str, ...], ...]:
    """The short forms of bodies' names, those of longer ones first: 食品药品监督管理 before 药品监督管理."""
    return tuple(sorted(rows("organisation_short.tsv"), key=lambda row: -len(row[0])))


@lru_cache(maxsize=4096)  # asked for every pair of actors
def _short(name: str) -> str:
    name = _SESSION.sub("", _ASHORE.sub("", name))
    name = _aliases().get(name, name)
    name = _TAIL.sub("", name) or name
    for long, *short in _long_first():
        name = name.replace(long, "".join(short))
    return _aliases().get(name, name)


def same_organisation(a: str, b: str) -> Literal["same", "short", "different"]:
    """Whether two names are of one organisation, one of them a short form."""
    if a == b:
        return "same"
    full = _aliases().get(a, a), _aliases().get(b, b)
    if full[0] == full[1]:
        return "short"
    if all(name in _aliases().values() for name in full):  # 中国银行 is not 中国人民银行
        return "different"
    one, other = sorted((_short(a), _short(b)), key=len)
    if not one:
        return "different"
    if one == other:
        return "short"
    if _without_seat(one) == _without_seat(other) and _seats_fit(one, other):
        return "short"
    near = (
        _abbreviates(one, other) or _one_company(a, b) or _spelt(one, other) or _station_of(a, b) or _station_of(b, a)
    )
    return "short" if near else "different"


_STATION = pattern("(?P<river>[一-鿿]{2,4})(?P<what>水文|水位|气象|地震|监测)[站台]")  # named after where it stands
_SEAT = pattern("[省市县区州国]")


def _station_of(station: str, bureau: str) -> bool:
    """Whether one is a station of the other's service: 两河口水文站, 省水文局; but not 市环境监测站."""
    match = _STATION.fullmatch(station)
    if match is None or _SEAT.search(match["river"]):
        return False
    return bureau.endswith(tuple(match["what"] + head for head in ("局", "总局", "总站", "中心")))


# 浙江民企|吉利, 吉利|控股集团有限公司: what a company is, beside its own name
_OWNED = pattern(
    "^(?:(?:大型|知名|民营|国有|外资|合资|本土)*(?:民企|国企|央企|外企|企业|汽车业龙头|巨头|厂商))+(?=[一-鿿]{2})"
)
_FORM = pattern(
    r"(?:[（(][一-鿿]{2,4}[）)]|股份|有限|责任|控股|集团|总?公司|企业|投资|国际|实业|科技|技术|汽车|电子|电器|航空|石油|化工|制药|药业|食品|乳业|钢铁|地产|置业|传媒|软件|网络|信息|通信|通讯)+$"
)
_COMPANY = pattern("(?:公司|集团|控股)$")


def _one_company(one: str, other: str) -> bool:
    """Whether one of two names is a company's and the other its own name: 通用汽车 / 美国通用汽车公司."""
    if not (_COMPANY.search(one) or _COMPANY.search(other)):
        return False
    short, long = sorted((_own_name(one), _own_name(other)), key=len)
    return len(short) > 1 and long.startswith(short) and not is_place(short)


_ABROAD = pattern(r"(.{3,7}?)((?:[医法商工]学院|研究院|大学|学院|公司|集团|基金会|银行|医院|法院))$")


def _spelt(one: str, other: str) -> bool:
    """Whether two names are spellings of one foreign body's: 瑞典卡罗琳医学院 / 卡罗林斯卡医学院."""
    names = [_ABROAD.fullmatch(_without_seat(name)) for name in (one, other)]
    if names[0] is None or names[1] is None or names[0][2] != names[1][2]:
        return False
    a, b = sorted((names[0][1], names[1][1]), key=len)
    return all(char in transliteration() for char in a + b) and (_alike(a, b) or _alike(a, b[: len(a)]))


def _own_name(name: str) -> str:
    """A company's name without its seat, what it is, and its legal form; all of it where nothing would be left."""
    bare = _OWNED.sub("", _without_seat(name))
    core = _FORM.sub("", bare)
    return core if len(core) > 1 else bare


_SEAT = pattern(r"^(?:国家|中国|全国|中央|[一-鿿]{2,7}?[省市县区州旗镇乡]|[省市县区州旗镇乡])+(?=[一-鿿]{2})")


def _seat(name: str) -> str:
    match = _SEAT.match(name)
    return match.group() if match else leading_place(name, 5, 2)


def _without_seat(name: str) -> str:
    return name[len(_seat(name)) :]


_LEVEL_WORDS = "省市县区州旗镇乡"


_NATION = ("国家", "中国", "全国", "中央")


def _seats_fit(one: str, other: str) -> bool:
    """Whether the seats can be the same: 市 and 澄州市, 省 and 湖南省, none and any city's; not 省 and 市."""
    short, long = sorted((_seat(one), _seat(other)), key=len)
    if short == long:
        return True
    if not short:
        return long in _NATION or not long.endswith("省")
    if short in _LEVEL_WORDS:
        return long.endswith(short)
    if short in _NATION and (long in _NATION or "国家" in long):
        return True
    return long.endswith(short) or (long.startswith(short) and long[len(short) :] in _LEVEL_WORDS)


def seated_apart(a: str, b: str) -> bool:
    """Whether two bodies are those of two provinces or two cities, each at home: 河南省卫生厅 / 上海市卫计委."""
    one, two = _seat(a), _seat(b)
    known = all(is_place(seat) for seat in (one, two))
    return known and one != two and level_of(one) == level_of(two) in ("province", "city") and one not in above(two)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the short name is made of the long one: its beginning (昆澜 of 昆澜半导体), end, or picked from it."""
    if len(short) < 2:
        return False
    if short in alone():  # 组委会 of 全国泳坛精英赛组委会
        return long.endswith(short)
    if long.startswith(short) and (len(long) - len(short) >= 2) and not is_place(short):
        return True
    if len(short) >= 4 and long.endswith(short) and long[: len(long) - len(short)][-1:] not in "副分子":
        return short[0] not in _LEVEL_WORDS or long[: len(long) - len(short) + 1].endswith(short[0])
    if short[0] == long[0] and short[-1] == long[-1] and 3 <= len(short) <= 5 and len(long) >= len(short) + 2:
        rest = iter(long)
        return all(char in rest for char in short) and _seat(short) in ("", _seat(long))
    return False


def same_place(a: str, b: str) -> Literal["same", "part", "different"]:
    """Whether two places are the same, or one lies in the other as far as the names and the table say."""
    if a == b:
        return "same"
    short, long = sorted((_plain(_bare_place(a)), _plain(_bare_place(b))), key=len)
    if short == long:
        return "same"
    stem = short[:-1] if len(short) > 2 and short[-1] in "省市县" else short
    if long.startswith(stem) or long.endswith(short) or re.search(rf"{short}[省市县区镇乡村州岛]$", long):
        return "part"
    if _bare_place(b) in above(a) or _bare_place(a) in above(b):
        return "part"
    return "different"


def _plain(name: str) -> str:
    """A chain of places without the endings of all but the last (台东县大武乡 is 台东大武乡)."""
    return re.sub(r"(?<=[一-鿿]{2})[省市县](?=[一-鿿]{2})", "", name)


def _bare_place(name: str) -> str:
    bare = re.sub(r"(?<=[一-鿿]{2})(?:省|市|县|自治区|特别行政区|壮族自治区)$", "", name)
    return bare if is_place(bare) or bare == name else name
