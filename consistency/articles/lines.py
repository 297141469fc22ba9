"""What a single line of a page is by its own words: prose, a short line, metadata, page furniture, an end marker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache

from consistency.articles.bylines import dates, is_byline
from consistency.articles.script import fold
from consistency.articles.table import left_over, said, words
from consistency.patterns import pattern


class Role(Enum):
    """What a line is, as far as it says so itself."""

    PROSE = auto()  # a sentence or more
    SHORT = auto()  # a title, a heading, a name, an item
    BYLINE = auto()  # who published it and when
    FURNITURE = auto()  # buttons, counts, navigation
    DROPPED = auto()  # an advertisement or pointer between paragraphs
    NUMBER = auto()  # a paragraph number of its own
    ORNAMENT = auto()  # rules and stars
    TAIL = auto()  # the heading of related pieces, rankings or comments
    NOTICE = auto()  # a disclaimer
    FOOTER = auto()  # imprint, copyright, editors


_CLOCKED = pattern(r"(刚刚|今天|昨天|昨日|前天|\d{1,2}\s*(秒|分钟|小时|天|周|个月|年)前)(\s*\d\d:\d\d)?$")

_LETTER = pattern(r"[^\W_]")
_ENDING = pattern(r"[。！？!?…；;][”’\"')）】》]*$|[。！？!?][”’\"')）】》]?\s*[（(].{1,12}[)）]$|[：:]$")
_NUMBER = pattern(r"[(（]?\d{1,3}[)）.、]?$")
_CRUMB = pattern(r"(您?现?在?的?(当前)?位置|当前位置|首页)\s*[:：>›»]|[^\s>›»]{1,12}\s*[>›»]\s*[^\s>›»]{1,12}\s*[>›»]")
_SPLIT = pattern(r"[\s|｜/·•>›»,，、\[\]()（）<∨]+")
_CLOSING = pattern(r"[^\w]*(本文完|全文完|正文完|完|end|the end)[^\w]*$", re.I)
_TRIMMED = pattern(r"^[\s>＞》【\[（(·•—\-=*#■●▲▼◆★☆|▍▎]+|[\s：:】\])）>＞》·—\-=*#|∨]+$")


def ends_as_sentence(text: str) -> bool:
    """Whether a line closes with a mark that ends a sentence."""
    return _ENDING.search(text.rstrip()) is not None


@lru_cache(maxsize=8192)
def role(text: str) -> Role:
    """What the line is by its own words."""
    line = fold(text).strip()
    if not _LETTER.search(line):
        return Role.ORNAMENT
    if _NUMBER.match(line):
        return Role.NUMBER
    bare = _TRIMMED.sub("", line)
    if _CLOSING.match(line):
        return Role.TAIL
    if len(line) <= 300 and _is_notice(line):
        return Role.NOTICE
    if _is_tail(bare):
        return Role.TAIL
    byline = is_byline(line)
    if byline and dates(line) and not re.search("©|版权|许可证|copyright", line.lower()):
        return Role.BYLINE
    if len(line) <= 160 and not ends_as_sentence(line.rstrip(":： ")) and _is_footer(line):
        return Role.FOOTER
    if byline:
        return Role.BYLINE
    if _is_furniture(line):
        return Role.FURNITURE
    if _is_dropped(line, bare):
        return Role.DROPPED
    if ends_as_sentence(line) or "。" in line or (len(line) >= 40 and re.search("[，,]", line)):
        return Role.PROSE
    return Role.SHORT


def _is_tail(bare: str) -> bool:
    """A heading such as 猜你喜欢, 热门跟贴 1342 or 24小时热文: short and of nothing but its kind's words."""
    core = ("tail", "comments")
    if len(bare) > 16 or left_over(bare, *core, "tailed", "ui"):
        return False
    return any(said(bare, kind) for kind in core)


def is_comments(text: str) -> bool:
    """Whether a tail's heading is that of readers' comments."""
    return said(fold(text), "comments") > 0


def opens_notice(text: str) -> bool:
    """Whether a line begins as a notice does: 特别声明：…, and not as a story does: 声明称…"""
    first = _TRIMMED.sub("", fold(text).lower())[:12]
    return first.startswith(words("opening")) and not re.match(r"声明[^:：】]", first)


def _is_notice(line: str) -> bool:
    if opens_notice(line):
        return True
    lowered = line.lower()
    stated, hinted = said(lowered, "notice"), said(lowered, "hint")
    bracketed = lowered[0] in "(（[【*"
    if stated + hinted >= 2:
        return True
    return (stated > 0 and (len(line) <= 60 or bracketed)) or (hinted > 0 and bracketed)


def _is_footer(line: str) -> bool:
    lowered = line.lower()
    if said(lowered, "footer"):
        return True
    hits = said(lowered, "foot")
    return hits >= 2 or (hits == 1 and re.search(r"\d{6}|\d{3,4}-\d{5}", lowered) is not None)


def _is_furniture(line: str) -> bool:
    if len(line) > 120 or re.search("[。！？]", line):
        return False
    if _CLOCKED.match(line) or (re.search("下载地址|点击下载", line) and len(line) <= 60):
        return True
    if not re.search(r"[\u4e00-\u9fff\d]", line) and len(_LETTER.findall(line)) <= 2:  # T + -
        return True
    if len(line) <= 24 and line.endswith((">", "›", "»", "∨")):
        return True
    if line.startswith("+") or _CRUMB.search(line):
        return len(line) <= 60
    rest = left_over(line, "ui")
    if rest == 0:
        return True
    tokens = [token for token in _SPLIT.split(line) if token]
    parted = len(tokens) >= 3 and max(map(len, tokens)) <= 10
    if parted and left_over(line, "ui", "channel") * 3 <= len(_LETTER.findall(line)):
        return True
    counts = re.findall(r"(?:阅读|评论|跟贴|点赞|赞|收藏|转发|分享|粉丝|文章|关注|浏览|视频)\s*[(（]?\d", line)
    return len(counts) >= 2 or (bool(counts) and rest <= 8)


_CREDIT = pattern(r"[(（]?[^，。；：,;:]{2,24}\s摄[)）]?。?")  # 中新社发 邓浩军 摄


def _is_dropped(line: str, bare: str) -> bool:
    if re.fullmatch(r"(#[^#\s]{1,20}#?\s*){1,8}", line):
        return True
    if line.startswith((">>>", "<<<")) or _CREDIT.fullmatch(line):
        return True
    lowered = bare.lower()
    found = next((word for word in words("drop") if lowered.startswith(word)), None)
    if found is None or len(line) > 80 or "。" in line:
        return False
    rest = lowered[len(found) :].lstrip()
    return rest.startswith((":", "：", "|", "/", "丨", "《")) or found.startswith(
        ("点击", "扫", "长按", "打开", "下载")
    )


def is_section(text: str) -> bool:
    """Whether a line is nothing but names of sections and buttons: 图集, 新闻动态."""
    line = fold(text)
    return not re.search(r"\d", line) and left_over(line, "ui", "channel", "section", "tailed") == 0


def is_menu(text: str) -> bool:
    """A row of short names without a sentence, as stands at the head of a page: 首页 热点 城市 部落."""
    tokens = [token for token in _SPLIT.split(fold(text).strip()) if token]
    return len(tokens) >= 4 and max(map(len, tokens)) <= 6 and not re.search("[。！？；：]", text)


def prose(texts: Iterable[str], size: int) -> int:
    """How many of the texts are prose of at least this many characters."""
    return sum(len(text) >= size and role(text) is Role.PROSE for text in texts)


def is_organisation(text: str) -> bool:
    """Whether a line is nothing but names of media or of bodies that publish: 临淳市交通运输局 临淳市公安局."""
    line = fold(text).strip()
    names = [name for name in re.split(r"[\s、]+", re.sub(r"[(（][^)）]*[)）]", "", line)) if name]
    if not names or len(line) > 60 or re.search("[，。！？：:；《》]|关于", line):
        return False
    return all(3 <= len(name) <= 32 and is_outlet(name) for name in names)


def is_outlet(name: str, *, medium: bool = False) -> bool:
    """Whether a name ends as that of a medium does, or of another body that publishes."""
    bare = re.sub(r"\s*[(（][^)）]*[)）]$|[》”]$", "", fold(name).strip())
    return bare.lower().endswith(words("medium") if medium else words("medium", "body"))
