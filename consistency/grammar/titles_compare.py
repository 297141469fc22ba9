"""How two titles stand to one another: the same office, one more precise, or two that nobody holds at once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from consistency.grammar.titles import entry, split_title
from consistency.lexicon import lines, rows
from consistency.patterns import pattern

Relation = Literal["same", "refines", "different", "unrelated"]

_JOINT = pattern(r"[、,]|兼(?:任)?|[和及暨]")
_SOFT = frozenset(("高级", "资深", "首席", "特邀", "特聘"))
_UNRANKED = frozenset(("person", "address"))  # ladders of what nobody is the deputy of
_HONORARY = ("名誉", "荣誉", "特邀", "联席")
_ONLY_DEPUTY = frozenset(("常务副", "第一副"))  # of several deputies but one is that

# How sure it is that a reader calls two titles of one person a contradiction.
_RANK, _FIRST_DEPUTY, _FIELD, _LADDER, _HEAD = 0.92, 0.72, 0.85, 0.85, 0.75


class Contrast(NamedTuple):
    """How two titles stand, and how sure it is that one person has not both where they are different."""

    relation: Relation
    confidence: float = 0.0
    ranked: bool = False  # they differ in rank or field only: 副县长 and 县长


class _Parts(NamedTuple):
    """A title's field of office, rank and core in its normal form, with the core's ladder and kind."""

    domain: str
    rank: str
    core: str
    ladder: str
    kind: str


def compare_titles(a: str, b: str) -> Relation:
    """How two titles of one person stand: the same, one more precise, posts that exclude one another, or unrelated."""
    return contrast(a, b).relation


@lru_cache(maxsize=4096)
def contrast(a: str, b: str) -> Contrast:
    """How two titles of one person stand, joint ones (党委书记、董事长) included."""
    first, second = _joined(a), _joined(b)
    found = [_compare(_parts(one), _parts(other)) for one in first for other in second]
    if len(found) == 1:
        return found[0]
    relations = {one.relation for one in found}
    if relations & {"same", "refines"}:
        return Contrast("refines")
    return min(found, key=lambda one: one.confidence) if relations == {"different"} else Contrast("unrelated")


def is_single(title: str) -> float:
    """How sure it is that a story has but one holder of a role whose body is left out: 总指挥, but not 副总指挥."""
    domain, rank, core, _, _ = _parts(title)
    return _single_roles().get(rank + core if rank else domain + core, 0.0)


def has_one_holder(title: str) -> bool:
    """Whether a body has but one such: a post that is no deputy's, or a role of the table."""
    _, rank, core, its_ladder, kind = _parts(title)
    if rank in _ONLY_DEPUTY:
        return True
    if {core, f"@{its_ladder}"} & _many():
        return False
    return (
        "副" not in rank
        and rank != "助理"
        and (kind == "post" or rank + core in _single_roles() or core in _single_roles())
    )


def normal(title: str) -> str:
    """The title with its core in the normal form: 主裁 is 主裁判, 外长 is 外交部长."""
    parts = _parts(title)
    return parts.domain + parts.rank + parts.core or title


def ladder(title: str) -> str:
    """The ladder that a title stands on: team, coach, unit."""
    return _parts(title).ladder


def is_wide(title: str) -> bool:
    """Whether a title says too little for two posts of a person to agree in it: 负责人, 被告人, 常委."""
    return _parts(title).kind != "post" and not _parts(title).rank


def _joined(title: str) -> list[str]:
    if split_title(title)[0] and not re.search("[、兼]", title):
        return [title]  # 贸易与工业部长
    return [part for part in _JOINT.split(title) if part] or [title]


@cache
def _single_roles() -> dict[str, float]:
    return {title: float(confidence) for title, confidence in rows("single_roles.tsv")}


@cache
def _many() -> frozenset[str]:
    """Posts of which a body has several: 处长, 科长, 少将; @manager is every title of a ladder."""
    return frozenset(lines("posts_of_many.txt"))


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((row[0], other)) for row in rows("joint_posts.tsv") for other in row[1].split())


@cache
def _exclusions() -> dict[tuple[str, str], float]:
    """(title, title) -> how sure it is that one person has not both, in both orders; ladders are @name."""
    found: dict[tuple[str, str], float] = {}
    for confidence, these, others in rows("exclusive_posts.tsv"):
        for one in these.split():
            for other in others.split():
                found[one, other] = found[other, one] = float(confidence)
    return found


@lru_cache(maxsize=4096)
def _parts(title: str) -> _Parts:
    domain, rank, core = split_title(title)
    normal, ladder, kind = entry(core)
    for short in ("部长", "书记", "组长"):  # 外交部长 (for 外长), 县委书记, 专家组组长 are 部长, 书记, 组长 of a field
        if normal != short and normal.endswith(short):
            domain, normal = domain + normal[: -len(short)], short
    if normal == "书记" and entry(domain + normal)[1]:
        _, ladder, kind = entry(domain + normal)  # 县委副书记
    return _Parts(domain, rank, normal, ladder, kind)


def _compare(a: _Parts, b: _Parts) -> Contrast:
    if not a.core or not b.core:
        return Contrast("same" if a == b else "unrelated")
    if any(part.rank.startswith(_HONORARY) for part in (a, b)) and a.rank != b.rank:
        return Contrast("unrelated")
    excluded = max((_exclusions().get((x, y), 0.0) for x in _keys(a) for y in _keys(b)), default=0.0)
    if a.core != b.core:
        if excluded:
            return Contrast("different", excluded)
        if a.kind != "post" or b.kind != "post" or a.ladder != b.ladder or a.rank or b.rank:
            return Contrast("unrelated")
        nested = a.core.endswith(b.core) or b.core.endswith(a.core)  # 财务经理 / 经理
        together = nested or frozenset((a.core, b.core)) in _together()
        if together:
            return Contrast("refines")
        return Contrast("different", _HEAD if a.ladder == "unit" else _LADDER)  # 局长 / 主任 is sooner a loose word
    related = _compare_domains(a.domain, b.domain)
    if related == "different" and excluded:  # 技术负责人 / 话务负责人
        return Contrast("different", excluded)
    if related == "different":
        both = a.kind == b.kind == "post" and a.rank == b.rank
        return Contrast("different", _FIELD, True) if both else Contrast("unrelated")
    return Contrast(related) if a.rank == b.rank else _compare_ranks(a, b)


def _compare_ranks(a: _Parts, b: _Parts) -> Contrast:
    """Titles of one core: a deputy is not the head, nor the first deputy any deputy."""
    ranks = {a.rank, b.rank}
    if "副" in a.rank and "副" in b.rank:
        if "副" not in ranks:
            return Contrast("different", _FIELD, True)
        return Contrast("different", _FIRST_DEPUTY, True) if ranks & _ONLY_DEPUTY else Contrast("refines")
    if ("副" in a.rank) != ("副" in b.rank):
        return Contrast("unrelated") if a.ladder in _UNRANKED else Contrast("different", _RANK, True)
    if "助理" in ranks:  # 助理处长 is no 处长, but an 助理教练 may be called 教练
        return Contrast("different", _RANK, True) if a.kind == "post" else Contrast("unrelated")
    return Contrast("refines")


def _keys(title: _Parts) -> tuple[str, ...]:
    """What the table of exclusive posts may call a title: 副县长, 县长, 县委书记, @local."""
    if not title.rank:
        return title.core, title.domain + title.core, f"@{title.ladder}"
    if "副" in title.rank:
        written = f"{title.domain}{title.rank}{title.core}"  # 省委副书记
        return f"副{title.core}", f"副{title.domain}{title.core}", written, f"副@{title.ladder}"
    return (f"{title.rank}{title.core}",)


def _compare_domains(a: str, b: str) -> Relation:
    a, b = (re.sub(r"[、与和及暨]|业务|事务", "", domain).removesuffix("部") for domain in (a, b))
    if a == b:
        return "same"
    if not a or not b or a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a):
        return "refines"
    if set(a) <= set(b) or set(b) <= set(a):
        return "refines"
    return "different"
