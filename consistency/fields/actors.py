"""Who may have acted: the people and bodies of a block, those that stand alone (组委会), 我局, 该台, 由|谱尼测试."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from consistency.grammar.names_words import alone, stops
from consistency.grammar.wordlists import Wordlist
from consistency.lexicon import lines
from consistency.patterns import pattern
from consistency.statements import Reading
from consistency.statements.speakers import Speaker, plays
from consistency.tokens import cut, known

_HEADS = (
    "委员会|组委会|管委会|俱乐部|协会|学会|公司|集团|中心|大学|学校|医院|法院|检察院|研究院|研究所|研究中心|交易所|机构|银行|平台|出版社|编辑部"
    "|局|厅|委|办|部|署|院|台|所|会|校|社|行|店|队|站|处|司|馆"
)
_NO_HEAD = r"(?!长|员|报|刊|地|土|周|月|年|次|场|赛|届|内|于|名|位|类|项|案)"
_OURS = pattern(rf"(?:本|我)(?:{_HEADS}){_NO_HEAD}")
_THAT = pattern(rf"(?:该|上述)({_HEADS}){_NO_HEAD}")  # 岭关县气象台…，又由|该台|升级
# What the head of 该委 or 该校 is in the full name.
_FULL = {
    "委": ("委", "委员会"), "校": ("大学", "学院", "中学", "小学", "学校", "校"), "部": ("部",), "会": ("会", "委"),
    "办": ("办", "办公室"), "公司": ("公司", "集团", "股份", "科技", "控股"), "集团": ("集团", "公司"),
    "学校": ("大学", "学院", "中学", "小学", "学校"), "行": ("银行", "分行", "支行", "农商行"), "社": ("社",),
    "机构": ("中心", "院", "所", "机构", "公司", "数据", "咨询", "研究"), "平台": ("平台", "数据", "专业版", "公司"),
}  # fmt: skip
_AUTHORITY = pattern(
    r"(?:局|厅|委|部|署|院|台|所|会|办|处|队|社|府|海关|中心|机关|部门|机构|方|组|站|银行|分行|交易所|联|协|指|总|庭|当局|科|军|省|公司|[A-Z]{3,4})$"
)
_COMMERCIAL = pattern(
    r"(?:公司|集团|股份|科技|控股|证券|药业|制药|能源|汽车|传媒|工作室|俱乐部|数据|咨询|检测|测试|航空|保险)$"
)
_HOUSE = pattern(r"(?:大学|学院|中学|小学|学校|幼儿园|博物馆|图书馆|动物园|植物园|公园|剧院|基地|协会|学会)$")
# A body that stands alone (警方, 组委会) begins here, and is not the end of a longer name.
_BARE = pattern(r"(?:^|[^一-鿿]|[由被经据对向给为与和及送交在到的是该而但故并当时日天晚后前令]|目前|随后|此前|同时)$")
_UNREAD = pattern(  # an actor that no table has and no name ends like: 由|谱尼测试|检出
    r"(?:(?<![理自缘])由|被|(?<![数证依根凭票收])据|根据|依据|按照|获|(?<![已曾财])经)([A-Za-z0-9一-鿿·]{2,12}?)"
    r"(?:最先|率先|首先|最早|首次|正式|初步|联合|独家|独立|日前|近日|昨日|昨天|今天|今日|于[^，。；]{1,8}|\d{1,2}日|发布的?|公布的?|提供的?)*的?$"
)
_NO_NAME = pattern(
    "[的了着过是在不没这那其此各每我你他她它们有无与和及或被把从向对为于之所]|^[一二三四五六七八九十两几多\\d]"
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of an article where they are named, in order: what 该台 may stand for."""

    places: tuple[tuple[int, int], ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading) -> Bodies:
        found = [
            ((block, body.start), body.name)
            for block, names in enumerate(reading.names)
            for body in names.organisations
        ]
        return cls(tuple(place for place, _ in found), tuple(name for _, name in found))

    def before(self, block: int, at: int, head: str) -> str:
        """The last body named before a place whose name ends as `head` says, "" if none does."""
        endings = _FULL.get(head, (head,))
        last = bisect_left(self.places, (block, at))
        return next((name for name in reversed(self.names[:last]) if name.endswith(endings)), "")


def is_authority(name: str) -> bool:
    """Whether a body can pass sentence, fine and approve: firms cannot."""
    return bool(_AUTHORITY.search(name)) and not _COMMERCIAL.search(name)


def own_name(reading: Reading) -> str:
    """The body that says 我局 or 本委员会: the one that publishes the article, or that its title names."""
    outlet = reading.article.outlet or ""
    if _AUTHORITY.search(outlet) or _COMMERCIAL.search(outlet) or _HOUSE.search(outlet):
        return re.sub(r"(?:官网|网站|门户网站|官方微博|微信公众号)$", "", outlet)
    return next((body.name for body in reading.names[0].organisations), "") if reading.names else ""


@cache
def _alone() -> Wordlist:
    return Wordlist(alone())


def actors(reading: Reading, block: int, own: str, bodies: Bodies) -> list[Speaker]:
    """Who is named in a block and may have acted, in order."""
    text = reading.texts[block]
    found = [one for one in reading.speakers[block] if one.name and not _BYLINE.match(text, one.end)]
    taken = {at for one in found for at in range(one.phrase, one.end)}
    more = [
        Speaker(text[start:end], block, start, end, start, False)
        for start, end in _alone().find(text)
        if _BARE.search(text[max(0, start - 2) : start])
    ]
    for match in _OURS.finditer(text) if own else ():
        more.append(Speaker(own, block, match.start(), match.end(), match.start(), False))
    for match in _THAT.finditer(text):
        if name := bodies.before(block, match.start(), match[1]):
            more.append(Speaker(name, block, match.start(), match.end(), match.start(), False))
    sent = [group for one in found if not one.person if (group := _group_of(one, text))]
    held = {at for one in sent for at in range(one.start, one.end)}
    bodies_sent = {one.start for one in sent}
    found = [one for one in found if one.start not in held or one.start in bodies_sent] + sent
    free = [one for one in more if one.start not in held and one.start not in taken and one.end - 1 not in taken]
    return sorted(found + free, key=lambda one: (one.start, one.end))


# 据新华社|底特律电 is who reported it, and did nothing of what follows
_BYLINE = pattern(r"[一-鿿]{0,6}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:专|讯)?电[ 　，:：（(]")

_GROUP = pattern(
    r"(?:组织|派出|派来|派遣|指派|委派|牵头|牵头成立|牵头组建|牵头组成|成立|组建|委托|聘请|邀请|召集|下属|所属|来)?的"
    r"[一-鿿]{0,4}?(?:专家组|专家|调查组|工作组|督导组|核查组|评估组|评审组|检查组|技术组|联合组|考古队|研究团队|团队|人员|民警|技术员)"
)
_SENT_BY = pattern("(?:组织|派出|牵头|成立|组建|委托|聘请|下属|所属)$")  # what a body's name may run over


def _group_of(body: Speaker, text: str) -> Speaker | None:
    """The body, where it is named as that of those who acted: 国家文物局|组织的专家组|完成了鉴定."""
    run_over = _SENT_BY.search(body.name)
    end = body.end - (len(run_over[0]) if run_over else 0)
    group = _GROUP.match(text, end)
    if group is None:
        return None
    return body._replace(name=body.name[: len(body.name) - (body.end - end)], end=group.end())


@cache
def _common() -> frozenset[str]:
    return frozenset((*lines("speech_generic.txt"), *lines("generic_bodies.txt"))) | stops()


def unread(text: str, block: int, at: int, read: Sequence[Speaker]) -> Speaker | None:
    """A body before an act at `at` that was not read, which 由 or 据 leads to and which looks coined (谱尼测试)."""
    match = _UNREAD.search(text, max(0, at - 30), at)
    if not match or any(match.start() < one.end and one.phrase < match.end() for one in read):
        return None
    words = list(cut(match[1]))
    while words and ((len(words[0]) > 1 and known(words[0])) or words[0] in _common()):  # 安全公司|腾云盾
        words.pop(0)
    name = "".join(words)
    coined = any(not known(word) for word in words) or sum(len(word) == 1 for word in words) > 1
    if len(name) < 2 or not coined or _NO_NAME.search(name) or any(word in _common() for word in words):
        return None
    return Speaker(name, block, match.end(1) - len(name), match.end(1), match.end(1) - len(name), False)


_DENIED = pattern(r"(?:不是|并非|而非|绝非|不再|非)由?$")


def is_denied(text: str, at: int) -> bool:
    """Whether the one named at `at` is said not to have done it: 不是|县气象局发的."""
    return bool(_DENIED.search(text, max(0, at - 5), at))


def is_spoken_to(text: str, at: int) -> bool:
    """Whether what stands at `at` is spoken to or acted upon, and does not act: 向启明|区疾控中心报告."""
    return plays("object", text, at) or _seated(text, at) or bool(_TOWARDS.search(text, max(0, at - _FAR), at))


_FAR = 14  # characters between 向 and the body that it leads to
_TOWARDS = pattern("(?<![方走偏去导流内外面])向(?!来)[一-鿿、]{2,}(?<!的)$")  # 向纽约南区美国破产|法院递交

_SEATED = pattern(r"[向对给][一-鿿]{1,4}$")


def _seated(text: str, at: int) -> bool:
    """Whether a body whose seat was not read as its own is spoken to: 向启明|区疾控中心报告."""
    return text[at : at + 1] in ("省", "市", "县", "区", "州", "镇", "乡") and bool(
        _SEATED.search(text, max(0, at - 5), at)
    )
