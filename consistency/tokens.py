"""The one tokenizer: jieba's words for folded Chinese text, and how rare each word is.

Where the extra `rjieba` (jieba in Rust, with the same dictionary) is installed, it does the cutting, some twenty times
as fast, and jieba itself is not even loaded; the words, and how rare they are, stay the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from operator import add
from pathlib import Path

from consistency.patterns import pattern

try:
    import rjieba
except ImportError:
    import jieba

    RUST = False
else:
    RUST = True

TOTAL = 60101967.0  # the sum of all frequencies in jieba's dictionary

# rjieba keeps 1.8GW, F-35 and 2026-031 in one piece, which jieba cuts at the sign and behind the decimals.
_JOINED = pattern("[A-Za-z0-9][-._]")
_HALF = pattern("([\ud800-\udfff])")
_PIECES = pattern(r"[A-Za-z0-9]+(?:\.[0-9]+)?%?|[^A-Za-z0-9]+")


@lru_cache(maxsize=4096)
def cut(text: str) -> tuple[str, ...]:
    """The words of a text, in order; joined they are the text."""
    if not RUST:
        return _cut(text)
    try:
        words = tuple(rjieba.cut(text))
    except UnicodeEncodeError:  # half a character, which rjieba does not take
        return tuple(word for part in _HALF.split(text) for word in ([part] if _HALF.match(part) else cut(part)))
    if _JOINED.search(text):
        return tuple(piece for word in words for piece in (_PIECES.findall(word) if _JOINED.search(word) else [word]))
    return words


class Dictionary(dict[str, int]):
    """How often each word of a file like jieba's dict.txt occurs, 0 for others; read as far as it is asked for.

    The lines are `word frequency tag`. Those whose words begin with one Chinese character stand together, and these
    groups in the order of the characters; words with Latin letters stand before them all. With `beginnings` it also
    holds what words begin with, each as 0, as jieba's own tables do.
    """

    def __init__(self, path: Path, *, beginnings: bool = False) -> None:
        super().__init__()
        self._beginnings = beginnings
        self._lines = path.read_bytes()
        self._head = self._lines.index("\n一 ".encode()) + 1
        self._opened: set[str] = set()
        self._add(0, self._head)

    def open(self, chars: str) -> None:
        """All words are there that begin with one of the characters."""
        for first in set(chars) - self._opened:
            self._opened.add(first)
            encoded = first.encode("utf-8", "surrogatepass")
            self._add(self._begin(encoded), self._begin(encoded + b"\xff"))

    def __missing__(self, word: str) -> int:
        if word[:1] in self._opened:
            return 0
        self.open(word[:1])
        return self.get(word, 0)

    def _begin(self, wanted: bytes) -> int:
        """Where the words begin that are not before these bytes."""
        lines, low, high = self._lines, self._head, len(self._lines)
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if lines[middle : middle + len(wanted)] < wanted:
                low = lines.index(b"\n", middle) + 1
            else:
                high = middle
        return low

    def _add(self, start: int, end: int) -> None:
        cells = self._lines[start:end].decode("utf-8").split()
        words = cells[::3]
        self.update(zip(words, map(int, cells[1::3]), strict=True))
        if self._beginnings:
            for word in words:
                for size in range(1, len(word)):
                    self.setdefault(word[:size], 0)


@cache
def _dictionary() -> Dictionary:
    found = find_spec("jieba")  # it is installed, and need not be imported
    return Dictionary(Path((found and found.origin) or "").with_name("dict.txt"), beginnings=not RUST)


class _Likelihoods(dict[int, float]):
    """For how often a word occurs the logarithm of its share of running text."""

    def __missing__(self, count: int) -> float:
        found = self[count] = math.log(count) - _LOG_TOTAL
        return found


_LOG_TOTAL = math.log(TOTAL)
_likelihoods = _Likelihoods()


def _cut(text: str) -> tuple[str, ...]:
    """The words that `jieba.cut` gives, in two thirds of its time (measured on data/).

    The dictionary is this one (jieba's own takes longer to load than a run on a few articles takes), the graph of all
    words is never built, and what jieba's model makes of characters that no word has is remembered.
    """
    _dictionary().open(text)
    words: list[str] = []
    for number, part in enumerate(jieba.re_han_default.split(text)):
        if number % 2:
            words += _words(part)
        elif len(part) < 2:
            words += part
        else:
            for at, piece in enumerate(jieba.re_skip_default.split(part)):
                words += (piece,) if at % 2 else piece
    return tuple(words)


@lru_cache(maxsize=4096)  # a clause of a text that was cut is made of the same runs
def _words(run: str) -> Sequence[str]:
    """The words of a run without marks and spaces; of single characters side by side what the model makes of them."""
    ends, count_of, size = _ends(run), _dictionary().get, len(run)
    words: list[str] = []
    start = 0
    while start < size:
        end = ends[start]
        if end - start > 1:
            words.append(run[start:end])
        else:
            while end < size and ends[end] == end + 1:
                end += 1
            single = run[start:end]
            words += single if len(single) == 1 or count_of(single) else _recognised(single)
        start = end
    return words


def _ends(run: str) -> list[int]:
    """Where the word ends that begins at each place, on the likeliest way from there to the end of the run."""
    count_of, likelihood, size = _dictionary().get, _likelihoods, len(run)
    ends, likely = list(range(1, size + 1)), [0.0] * (size + 1)
    ones, twos = [*map(count_of, run)], [*map(count_of, map(add, run, run[1:]))]
    twos.append(None)
    for start in range(size - 1, -1, -1):
        count = ones[start]
        best = likelihood[count] + likely[start + 1] if count else -math.inf
        end, count = start + 2, twos[start]
        while count is not None:  # words go on so
            if count:
                score = likelihood[count] + likely[end]
                if score >= best:
                    best, ends[start] = score, end
            end += 1
            if end > size:
                break
            count = count_of(run[start:end])
        likely[start] = best if best > -math.inf else likely[start + 1] - _LOG_TOTAL
    return ends


@lru_cache(maxsize=16384)
def _recognised(run: str) -> Sequence[str]:
    """The words that jieba's model of unknown words sees in single characters."""
    if not jieba.finalseg.re_han.fullmatch(run):
        return tuple(jieba.finalseg.cut(run))
    words, start = [], 0
    for end, state in enumerate(_states(run), 1):
        if state in "ES":
            words.append(run[start:end])
            start = end
    return words


def _states(run: str) -> str:
    """Whether each character begins a word (B), stands in its middle (M) or at its end (E), or is one by itself (S).

    It is what `jieba.finalseg.viterbi` finds, in a quarter of its time: of two equal ways the one whose state is the
    later letter.
    """
    model = jieba.finalseg
    start, (begin, middle, end, single) = model.start_P, (model.emit_P[state].get for state in "BMES")
    (b_e, b_m), (m_e, m_m), (e_b, e_s), (s_b, s_s) = (
        [model.trans_P[one][state] for state in to] for one, to in (("B", "EM"), ("M", "EM"), ("E", "BS"), ("S", "BS"))
    )
    never = model.MIN_FLOAT
    first = run[0]
    b, m = start["B"] + begin(first, never), start["M"] + middle(first, never)
    e, s = start["E"] + end(first, never), start["S"] + single(first, never)
    came: list[tuple[str, str, str, str]] = []  # for each character but the first from which state to B, M, E and S
    for char in run[1:]:
        is_b, is_m, is_e, is_s = begin(char, never), middle(char, never), end(char, never), single(char, never)
        e_to_b, s_to_b, b_to_m, m_to_m = e + e_b + is_b, s + s_b + is_b, b + b_m + is_m, m + m_m + is_m
        b_to_e, m_to_e, e_to_s, s_to_s = b + b_e + is_e, m + m_e + is_e, e + e_s + is_s, s + s_s + is_s
        came.append(
            (
                "E" if e_to_b > s_to_b else "S",
                "B" if b_to_m > m_to_m else "M",
                "B" if b_to_e > m_to_e else "M",
                "E" if e_to_s > s_to_s else "S",
            )
        )
        b, m, e, s = max(e_to_b, s_to_b), max(b_to_m, m_to_m), max(b_to_e, m_to_e), max(e_to_s, s_to_s)
    states = ["E" if e > s else "S"]
    for befores in reversed(came):
        states.append(befores["BMES".index(states[-1])])
    return "".join(reversed(states))


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a shared word tells, in nats: minus the log of its share of running text in jieba's own dictionary.

    The dictionary is frozen, so the articles of a run never change one another's weights. A word that it lacks
    (a name, a coined term) is as rare as its rarest.
    """
    return math.log(TOTAL / (_dictionary()[word] or 1.0))


def known(word: str) -> bool:
    """Whether jieba's dictionary has the word."""
    return _dictionary()[word] > 0


def common(word: str) -> bool:
    """Whether jieba's dictionary has the word, and has counted it more than once."""
    return _dictionary()[word] > 1
