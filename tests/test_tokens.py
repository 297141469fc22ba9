"""The tokenizer: the same words, and the same rarities, whether jieba cuts or rjieba."""

import subprocess
import sys
from pathlib import Path

import jieba
import pytest

from consistency import tokens
from consistency.articles import read_paths

ROOT = Path(__file__).parents[1]
TEXTS = [
    "装机1.8GW，电话0799-6110011，代码600519.SH，F-35战机，2026-03-05 C++语言 4S店 100# v4.2% a--b 3.14.15 www.abc.com",
    "5G-A手机_2与iPhone-15的K歌之王，AT&T。T恤A座阿Q𠮷野家\u3000空格 \r\n换行",
    "",
]


def texts_of_data():
    articles, errors = read_paths([ROOT / "data" / name for name in ("gold", "training", "unseen", "rare-earth")])
    assert not errors
    return [block.text for article in articles for block in article.blocks]


def test_the_words_are_those_of_jieba_on_every_text():
    assert [text for text in (*TEXTS, *texts_of_data()) if tokens.cut(text) != tuple(jieba.cut(text))] == []


WITHOUT = """
import sys
sys.modules["rjieba"] = None
from tests.test_tokens import *
assert not tokens.RUST
test_the_words_are_those_of_jieba_on_every_text()
"""


@pytest.mark.skipif(not tokens.RUST, reason="rjieba is not installed: the test above was without it")
def test_without_rjieba_the_words_are_those_of_jieba_too():
    subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, check=True, capture_output=True)


def test_half_a_character_is_a_word():
    assert "".join(tokens.cut("重庆\ud800市")) == "重庆\ud800市"


def test_the_file_of_the_dictionary_gives_the_frequencies_of_jieba():
    jieba.initialize()
    dictionary = tokens.Dictionary(Path(jieba.__file__).with_name("dict.txt"))
    whole = tokens.Dictionary(Path(jieba.__file__).with_name("dict.txt"), beginnings=True)
    whole.open("".join(jieba.dt.FREQ))
    assert whole == jieba.dt.FREQ
    assert jieba.dt.total == tokens.TOTAL
    assert [word for word, count in jieba.dt.FREQ.items() if dictionary[word] != count] == []
    assert [dictionary[word] for word in ("", "\0", "𠮷", "\ud800", "\U0010ffff", "没有这词")] == [0] * 6


COMMAND = """
import sys
if sys.argv.pop(1) == "without":
    sys.modules["rjieba"] = None
from consistency.cli import main
status = main(sys.argv[1:])
assert ("jieba" in sys.modules) != bool(sys.modules.get("rjieba")), "one of them is loaded"
assert "pandas" not in sys.modules, "a report needs no tables"
sys.exit(status)
"""


@pytest.mark.parametrize(
    "command",
    [
        ["report", "data/gold/taiwan-storm", "--format", "json", "--all", "--explain"],
        ["check", "data/gold/food-safety", "--against", "data/gold/food-safety", "--format", "json"],
    ],
)
def test_a_run_is_the_same_with_and_without_rjieba(command):
    if command[0] == "check":
        first, *others = sorted(str(path) for path in (ROOT / command[1]).glob("*.*") if path.suffix != ".json")
        command = ["check", first, "--against", *others, "--format", "json"]
    runs = [
        subprocess.run([sys.executable, "-c", COMMAND, how, *command], cwd=ROOT, capture_output=True, text=True)
        for how in ("with", "without")
    ]
    assert runs[0].stdout == runs[1].stdout and runs[0].stdout.startswith("{")
    assert runs[0].stderr == runs[1].stderr == "" and runs[0].returncode == runs[1].returncode
