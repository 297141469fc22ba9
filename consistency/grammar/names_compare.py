"""How two names stand to one another: the same person, organisation or place, a variant of it, or another."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from consistency.grammar.names_places import is_place, province_of
from consistency.grammar.names_words import surnames, transliteration
from consistency.grammar.titles import kind_of
from consistency.lexicon import rows

_ADDRESS = re.compile(r"(?:先生|女士|小姐|老师|教授|同志|师傅|大爷|大妈|阿姨|律师|医生|博士|[局厅处科部市县区镇校院行矿站队所]长|书记|主任|总)$")


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
    one, other = _sound(a), _sound(b)
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


def same_person(a: str, b: str) -> Literal["same", "variant", "slip", "different"]:
    """Whether two names are of one person, spelt otherwise (variant), or miswritten (slip)."""
    if a == b:
        return "same"
    if _aliases().get(a, a) == _aliases().get(b, b):
        return "variant"
    if _foreign(a) or _foreign(b):
        return "variant" if _same_foreign(a.split("·"), b.split("·")) else "different"
    short, long = sorted((a, b), key=len)
    bare = _ADDRESS.sub("", short)
    if (bare != short and bare and long.startswith(bare)) or ("某" in short and long[0] == short[0]):
        return "variant"
    bare_long = _ADDRESS.sub("", long)
    if bare_long != long and len(bare_long) == 1 and short.startswith(bare_long):
        return "variant"
    if len(a) == len(b) >= 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        return "slip" if a[1:] == b[1:] or a[0] == b[0] and _look(a, b) else "different"
    return "different"


def _look(a: str, b: str) -> bool:
    """Whether two names of one surname that differ in one character are one miswritten: only if they sound alike."""
    x, y = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
    return frozenset((x, y)) in _homophones()


@cache
def _homophones() -> frozenset[frozenset[str]]:
    pairs = set()
    for row in rows("homophones.tsv"):
        for one in row[0]:
            pairs |= {frozenset((one, other)) for other in row[0] if other != one}
    return frozenset(pairs)


def _same_foreign(a: list[str], b: list[str]) -> bool:
    if len(a) == len(b):
        return all(_alike(x, y) for x, y in zip(a, b, strict=True))
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return _alike(short[0], long[-1]) or (len(short[0]) > 2 and _alike(short[0], long[0]))
    return _alike(short[0], long[0]) and _alike(short[-1], long[-1])


@cache
def _aliases() -> dict[str, str]:
    return {alias: row[0] for row in rows("aliases.tsv") for alias in row[1].split()}


_SHORTER = (
    ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"), ("发展和改革委员会", "发改委"), ("文化广电旅游", "文旅"), ("文化和旅游", "文旅"), ("文化旅游", "文旅"),
    ("文化广电和旅游", "文旅"), ("文化广电新闻出版", "文广新"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"), ("市场监督管理", "市场监管"), ("疾病预防控制", "疾控"),
    ("卫生健康委员会", "卫健委"), ("卫生和计划生育委员会", "卫计委"), ("工业和信息化", "工信"), ("食品药品监督管理", "食药监"), ("安全生产监督管理", "安监"),
    ("农业农村", "农业"), ("应急管理", "应急"), ("生态环境", "环境"), ("国有资产监督管理委员会", "国资委"), ("人民政府", "政府"), ("人民法院", "法院"),
    ("中级法院", "中院"), ("高级法院", "高院"), ("人民检察院", "检察院"), ("商业银行", "银行"), ("农村银行", "农商行"), ("农商银行", "农商行"),
    ("有限责任公司", ""), ("股份有限公司", ""), ("有限公司", ""), ("集团公司", "集团"), ("委员会", "委"), ("中华人民共和国", ""), ("株式会社", ""),
    ("自然资源和规划", "自然资源"), ("规划和自然资源", "自然资源"), ("交通运输", "交通"), ("退役军人事务", "退役军人"),
)  # fmt: skip
_TAIL = re.compile(r"等?(?:[一二两三四五六七八九十\d]+|多|几)?个?(?:部门|单位|机构)$")


def _short(name: str) -> str:
    name = _aliases().get(name, name)
    name = _TAIL.sub("", name) or name
    for long, short in _SHORTER:
        name = name.replace(long, short)
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
    return "short" if _abbreviates(one, other) else "different"


_SEAT = re.compile(r"^(?:国家|中国|全国|中央|[一-鿿]{2,7}?(?:省|市|县|区|州|旗|镇|乡)|省|市|县|区|州|旗|镇|乡)+(?=[一-鿿]{2})")


def _seat(name: str) -> str:
    match = _SEAT.match(name)
    if match:
        return match.group()
    for size in range(min(5, len(name) - 2), 1, -1):
        if is_place(name[:size]):
            return name[:size]
    return ""


def _without_seat(name: str) -> str:
    return name[len(_seat(name)) :]


_LEVEL_WORDS = "省市县区州旗镇乡"


def _seats_fit(one: str, other: str) -> bool:
    """Whether the seats can be the same: 市 and 澄州市, 省 and 湖南省, none and any city's; not 省 and 市."""
    a, b = _seat(one), _seat(other)
    if a == b or not a or not b:
        return bool(a == b or {a, b} & {"国家", "中国", "全国", "中央"} or (a or b)[-1] not in "省" or not (a or b))
    if {a, b} <= {"国家", "中国", "全国", "中央"} or a in ("中国", "国家") and b in ("中国国家", "中国"):
        return True
    short, long = sorted((a, b), key=len)
    if short in _LEVEL_WORDS:
        return long.endswith(short)
    if "国家" in short and "国家" in long or "中国" in (short, long) and "国家" in long:
        return True
    if long.endswith(short) or long.startswith(short):
        return long.startswith(short) and long[len(short) :] in _LEVEL_WORDS or long.endswith(short)
    return False


def _abbreviates(short: str, long: str) -> bool:
    """Whether the short name is made of the long one: its beginning (昆澜 of 昆澜半导体), its end, or picked from it."""
    if len(short) < 2:
        return False
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
    if long.startswith(short) or long.endswith(short) or re.search(rf"{short}[省市县区镇乡村州岛]$", long):
        return "part"
    if "中国" in (a, b) and any(name in CHINESE for name in (province_of(a) or a, province_of(b) or b)):
        return "part"
    if province_of(a) and province_of(a) == _bare_place(b) or province_of(b) and province_of(b) == _bare_place(a):
        return "part"
    units = _units(long)
    if any(unit == short for unit in units):
        return "part"
    return "different"


CHINESE = frozenset(
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "
    "台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split()
)


def _plain(name: str) -> str:
    """A chain of places without the endings of all but the last (台东县大武乡 is 台东大武乡)."""
    return re.sub(r"(?<=[一-鿿]{2})[省市县](?=[一-鿿]{2})", "", name)


def _bare_place(name: str) -> str:
    bare = re.sub(r"(?<=[一-鿿]{2})(?:省|市|县|自治区|特别行政区|壮族自治区)$", "", name)
    return bare if is_place(bare) or bare == name else name


def _units(name: str) -> list[str]:
    return [unit for unit in re.split(r"(?<=[省市县区镇乡村州])", name) if unit]


__all__ = ["kind_of", "same_organisation", "same_person", "same_place"]
