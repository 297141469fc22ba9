"""On what evidence two states are held to be said of one act: its class, and the thing, the person or a rare word."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from consistency.grammar.names import same_person
from consistency.lexicon import lines, rows
from consistency.linkage.acts import act_words, acts_of, only_acts, thing_of
from consistency.linkage.context import Context
from consistency.linkage.objects import apart
from consistency.linkage.states_apart import WHOLE, other_thing, other_year
from consistency.linkage.words import canonical, content
from consistency.model.facts import Fact
from consistency.patterns import pattern
from consistency.tokens import known, rarity

NAME = 4  # characters of a name
# The rarity, in nats, from which on a shared word names an act: 垫付, 通车, 限购, but not 发生 or 公司.
TELLING = 9.0
# And that from which on it names the thing of an act whose class is shared: 合同, 大桥.
NAMING = 7.0
# And that from which on a shared word of the act names both: 限购.
SAYING = 12.0
# Families of classes: what stops is not told from what ends.
WIDE = frozenset(["@运行", "@下落"])
FAMILIES = frozenset(["@运行", "@下落", "@存废"])
_OF_ANY = frozenset(["@举行", "@生效"])  # what is put off or cancelled, whatever it is

# What befalls one or several of many: nine students are unhurt, a policeman is dead.
_FATES = frozenset(["@生还", "@出院", "@受伤", "@死人", "@重症"])
_SEVERAL = pattern("均|都|们|(?:[2-9]|[0-9]{2,}|[两二三四五六七八九十百几多])(?:余|多)?[名人位]")


def _of_several(fact: Fact) -> bool:
    return _SEVERAL.search(fact.statement.sentence) is not None


def shared_acts(a: Context, b: Context) -> set[str]:
    """The classes that both acts are of."""
    return set(acts_of(a.fact)) & set(acts_of(b.fact))


def evidence(a: Context, b: Context) -> str:
    """What shows that two states are said of one act, "" where nothing does: its class with what it is said of."""
    acts, others = acts_of(a.fact), acts_of(b.fact)
    by_table = bool(acts), bool(others)
    if not any(by_table):
        return "verb" if _one_verb(a, b) else ""
    if all(by_table):
        if not set(acts) & set(others):
            return ""
    elif not _one_word_denied(a, b):
        return ""
    if (
        other_thing(a.fact, b.fact)
        or other_year(a.fact, b.fact)
        or _other_object(a.fact, b.fact)
        or apart(a.fact.measure, b.fact.measure)
    ):
        return ""
    named = _named(a.fact, b.fact)
    if not all(by_table):
        return "verb" if named else ""
    if named:
        return named
    if _other_name(a.fact, b.fact) and not _of_one_kind(a.fact, b.fact):
        return ""
    weighty = any(_WEIGHTY.search(one.fact.slot("cue")) for one in (a, b))
    if weighty and any(rarity(word) >= SAYING for word in act_words(a.fact) & act_words(b.fact)):
        return "word"
    return _known_by_class(a, b)


def _other_object(a: Fact, b: Fact) -> bool:
    """Whether both acts name other things they are done to: 检出二甘醇 / 未检出灭鼠药, 稀土试采 / 稀土合同."""
    one, two = canonical(a.slot("object")), canonical(b.slot("object"))
    if not one or not two:
        return False
    return not _pairs(one) & _pairs(two) or not (_head(one) in two or _head(two) in one)


def _head(text: str) -> str:
    """The last word of what an act is done to: 试采 of 全球首次深海稀土试采."""
    return next(iter(content(text)[::-1]), text)


def _pairs(text: str) -> set[str]:
    bare = _PLAIN.sub("", text)
    return {bare[i : i + 2] for i in range(max(1, len(bare) - 1))}


_PLAIN = pattern("[的了着过任何一个名位家件次本该其这那有无不 ]")


def _named(a: Fact, b: Fact) -> str:
    if _names_part(a, b) or _names_part(b, a):
        return "thing"
    if _one_person(a, b):
        return "person"
    return "all" if _one_of_all(a, b) or _one_of_all(b, a) else ""


@cache
def _everyday() -> frozenset[str]:
    """The classes of which a story has many, so that only the thing tells them apart: 发布, 完工."""
    return frozenset(f"@{name}" for name in lines("status_everyday.txt"))


# Said with weight, as what is in dispute is: 均到场领奖 / 压根没露面, 已于6月18日开工 / 还停留在图纸上.
_WEIGHTY = pattern(
    "[仍还尚已没未被遭均]|至今|迄今|到现在|到今天|依然|依旧|一直|目前|压根|根本|从来|居然|竟|照[常样旧开]|早就|早|一[个分毛只次]"
    "|不[再误收]|如期|按[期时原计]|推迟|延期|取消|正常|全[部免额]|悉数|予以|了$"
)


def _one_verb(a: Context, b: Context) -> bool:
    """Whether two clauses that no class holds share a rare word of the act: their verb, or two words."""
    shared = [word for word in a.heads & b.heads if a.words.get(word, 0.0) >= TELLING]
    if not shared:
        return False
    verbs = {_first(side) for side in (a, b) if side.fact.term != "done"} & set(shared)
    return bool(verbs) or len([word for word in a.words if word in b.words and a.words[word] >= NAMING]) > 1


def _first(context: Context) -> str:
    """The first word of what a cue is said of: 流片 of 还没有流片."""
    clause, cue = context.fact.statement.clause, context.fact.slot("cue")
    return next(iter(content(canonical(clause[clause.find(cue) + len(cue) :]))), "")


def _known_by_class(a: Context, b: Context) -> str:
    """Whether a class of which each article speaks in one voice is enough, or with the kind of thing that both name.

    `only`: a story has one such act; `class`: both say it with weight; `kind`: they name one kind of thing, one of them
    by that alone (列车照常开行 / 火车停摆); `sole`: one says it with weight, and each in one sentence only; `nearby`:
    what the one is about stands in the sentence of the other.
    """
    weight = sum(bool(_WEIGHTY.search(one.fact.slot("cue"))) for one in (a, b))
    if _of_one_kind(a.fact, b.fact) and (weight == 2 or (weight and shared_acts(a, b) - FAMILIES - _OF_ANY)):
        return "kind"
    if shared_acts(a, b) & _FATES and _of_several(a.fact) != _of_several(b.fact):
        return ""
    alone = {name for name in shared_acts(a, b) if f"{name}!" in a.heads & b.heads}
    if alone & only_acts(a.fact) & only_acts(b.fact):
        return "only"
    if weight == 2 and alone - _everyday():
        return "class"
    if weight and any(f"{name}1" in a.heads & b.heads for name in alone - _everyday()):
        return "sole"
    if weight == 2 and shared_acts(a, b) - FAMILIES - _everyday() and (_named_nearby(a, b) or _named_nearby(b, a)):
        return "nearby"
    return ""


def _named_nearby(a: Context, b: Context) -> bool:
    """Whether what the one is about stands in the sentence of the other: 拷贝…一场都没放成."""
    return any(len(word) > 1 and rarity(word) >= TELLING and word in b.wider for word in thing_of(a.fact))


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    words = [row[0].split() for row in rows("thing_kinds.tsv")]
    every = sorted({word for kind in words for word in kind}, key=len, reverse=True)
    return tuple(re.compile("|".join(kind)) for kind in words), re.compile("|".join(every))


# What stands beside the word for a thing and names nothing: 火车全线, 里面机器, 该项目夜间全面.
_SAYS_LITTLE = pattern(
    "半夜|目前|现在|至今|始终|一直|全[线部面]|夜间|连夜|整[个座条家]|所有|上述|涉事|相关|有关|事故|出事|里面|那边|这边|压根|根本|其实"
    "|[当昨今][天日晚]|今年|定于|原定"
    "|[上下凌中]午|号|全[镇县市村区省国州]|[镇县村市]上|[村县城]里|凌晨"
    "|[的了都也还就又并与和对向把被由该其这那此个家条座名位是在倒有里上从到说 ]"
)


@lru_cache(maxsize=4096)
def _kind_of(measure: str, cue: str) -> tuple[frozenset[int], bool]:
    """The kinds of thing that an act is said of, and whether their words alone name it."""
    kinds, every = _kinds()
    found = frozenset(number for number, kind in enumerate(kinds) if kind.search(measure) or kind.search(cue))
    return found, len(_SAYS_LITTLE.sub("", every.sub("", measure))) < 2


def _of_one_kind(a: Fact, b: Fact) -> bool:
    (one, bare), (two, other_bare) = _kind_of(a.measure, a.slot("cue")), _kind_of(b.measure, b.slot("cue"))
    return bool(one & two) and (bare or other_bare)


def _other_name(a: Fact, b: Fact) -> bool:
    """Whether two acts begin with what no dictionary has, as names are, and not the same: 邢大有 / 佟桂枝当庭."""
    one, two = (fact.measure.split(" ", 1)[0] for fact in (a, b))
    one, two = one.removesuffix("某"), two.removesuffix("某")
    if one != two and len(one) == len(two) == 1:
        return True  # 张某 / 李某
    short = all(1 < len(name) <= NAME and not known(name) for name in (one, two))
    return short and not set(one) & set(two)


# Characters that go with a verb and are none: 已经全部开启了, 还没开.
_GOES_WITH_VERB = pattern(
    "已经|全部|正式|顺利|成功|终于|尚未|至今|仍然|[已尚还仍并未没有不了过着完成被将都也均在正得能会要再就又到的为是上下来去起出进一个]"
)


def _verb(fact: Fact) -> frozenset[str]:
    """The characters of the verb of an act that no table has: 开启 of 已全部开启, 开 of 还没开."""
    if fact.slot("act"):
        return frozenset(_GOES_WITH_VERB.sub("", fact.slot("cue"))[-2:])
    clause = fact.statement.clause
    after = clause[clause.find(fact.slot("cue")) + len(fact.slot("cue")) :]
    return frozenset(_GOES_WITH_VERB.sub("", after)[:2])


_NEGATED = pattern("[未没不无]")


def _one_word_denied(a: Context, b: Context) -> bool:
    """Whether one says of a verb that it is done, and the other, with a 没 or 未, that it is not: 已开启 / 还没开."""
    if {a.fact.term, b.fact.term} != {"done", "undone"}:
        return False
    denied = bool(_NEGATED.search(a.fact.slot("cue"))) != bool(_NEGATED.search(b.fact.slot("cue")))
    return denied and bool(_verb(a.fact) & _verb(b.fact))


def _names_part(a: Fact, b: Fact) -> bool:
    """Whether a word for the thing of the one stands in what the other is about: 饮水机 in 直饮水机."""
    other = canonical(b.measure)
    words = [word for word in thing_of(a) if _names(word) and word in other]
    if acts_of(a) and acts_of(b) and not set(acts_of(a)) & set(acts_of(b)) - FAMILIES:
        # 暂不开放 said of the footway is nothing that 大桥通车 says: the clauses themselves must name one thing.
        own, others = canonical(a.statement.clause), canonical(b.statement.clause)
        words = [word for word in thing_of(a) if _names(word) and word in own and word in others]
    return len(words) > 1 or (bool(words) and _is_head(words[0], a, b))


def _is_head(word: str, a: Fact, b: Fact) -> bool:
    """Whether the word is more than what describes both things: 稀土 of 深海稀土试采 and 对日稀土合同."""
    return any(word in _head(canonical(fact.measure)) or canonical(fact.measure).startswith(word) for fact in (a, b))


_COUNTS = pattern(  # 两项, 五年; 二期 is a name
    "[0-9两三四五六七八九十百千万几数][项年家个名人天次位种条所座户处起件只台辆艘批月日时点分元成倍]"
)


_NAMES_NONE = pattern(
    "[港美欧日韩澳台]元$|英镑|人民币|^(?:项目|公司|企业|单位|工程|部门|市民|群众|人员|消息|记者|表示)$"
)


def _names(word: str) -> bool:
    return len(word) > 1 and rarity(word) >= NAMING and not _COUNTS.fullmatch(word) and not _NAMES_NONE.search(word)


def _one_person(a: Fact, b: Fact) -> bool:
    """Whether two acts of one class are one person's: 彭兆南已被刑事拘留 / (彭兆南)仍然下落不明."""
    one, two = a.slot("name") or a.slot("of"), b.slot("name") or b.slot("of")
    return bool(one and two and same_person(one, two) == "same" and set(acts_of(a)) & set(acts_of(b)))


def _one_of_all(every: Fact, one: Fact) -> bool:
    """Whether the thing of the one is of the kind of which the other says something of all: 47座场馆 and 西班牙馆."""
    if not WHOLE.search(every.statement.clause) or WHOLE.search(one.statement.clause):
        return False
    if not set(acts_of(every)) & set(acts_of(one)) - FAMILIES - _OF_ANY:
        return False
    kinds = "".join(sorted({word[-1] for word in thing_of(every) if len(word) > 1}))
    own = _ending(kinds).search(one.measure) if kinds else None
    return own is not None and own[0] not in every.measure


@lru_cache(maxsize=1024)
def _ending(kinds: str) -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{2,}}[{kinds}]")
