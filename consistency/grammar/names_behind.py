"""What may stand behind a personal name, and how well it fits there."""

from __future__ import annotations

from consistency.grammar.names_words import HAN, Words, followers, speech, stops


def said(text: str, end: int) -> bool:
    """Whether a verb of saying stands here, and nothing after it in the clause."""
    after = speech().at(text, end)
    return after > end and (after >= len(text) or text[after] not in HAN)


# words before which 和 joins nothing
_VERBAL = frozenset(
    ("已", "已经", "在", "正在", "说", "称", "曾", "将", "被", "因", "也", "则", "表示", "介绍", "告诉")
)


def ends_in_and(words: Words, end: int) -> bool:
    """Whether a 和 before `end` joins nothing, as what follows shows, but ends a name: 卞春和|已被停职."""
    text = words.text
    return end < len(text) and text[end - 1] == "和" and words.boundary(end) and words.word(end) in _VERBAL


def follow(words: Words, end: int) -> float:
    """How well what stands at `end` fits after a name."""
    text = words.text
    if end >= len(text) or text[end] not in HAN:
        return 2.0
    if ends_in_and(words, end + 1):
        return -1.0
    if said(text, end):
        return 2.0
    if words.crossing(end):
        return -1.0
    after = followers().at(text, end)
    if after > end and (words.last[end] <= after or text[end] in "说称"):
        return 2.0 if after - end > 1 or text[end] in "说称叫任获率" else 1.4
    if words.boundary(end) and words.last[end] - end > 1 and words.word(end) in stops():
        return 1.4
    return 0.5


def runs_on(words: Words, end: int) -> bool:
    """Whether the last character before `end` begins a word that follows names: 范昱|守在, 王立|即将."""
    return followers().at(words.text, end - 1) > end
