"""Why two lines were compared or not, run as a command in a process of its own and read back as JSON."""

import json
import subprocess
import sys
from typing import get_args

import pytest

from consistency.linkage.gates import GATES
from consistency.linkage.levels import COMPARISONS
from consistency.model.explanation import Outcome
from consistency.report import words_explain
from tests.bundles import GOLD, ROOT

WIRE = """---
title: 石沟煤矿爆炸
outlet: 甲社
published: 2026-03-12T09:00:00+08:00
---

岚泉县石沟煤矿发生瓦斯爆炸，事故已造成11人遇难、9人受伤。

工作面垂深约520米，上半年产煤60万吨。
"""
DAILY = """---
title: 石沟煤矿停产
outlet: 乙报
published: 2026-03-12T18:00:00+08:00
---

岚泉县石沟煤矿爆炸事故造成11人遇难、14人受伤，石沟煤矿已停产。

出事的工作面垂深约620米，全年产煤137万吨。
"""
STEPS = {"prior", "story", "toll", "so far", "miswritten", "witness", "lived to see", *COMPARISONS}
CAFE = "街角的咖啡馆5月1日开张，前三天卖出860杯咖啡，每杯22元，老板娘说生意不错。\n"


def explain(*arguments, cwd):
    command = [sys.executable, "-m", "consistency", "explain", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
                          env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    for name, text in (("wire.md", WIRE), ("daily.md", DAILY), ("cafe.txt", CAFE)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def outcomes(folder, one, two):
    shown = json.loads(explain(one, two, "--format", "json", cwd=folder).stdout)
    return {(pair["a"]["text"], pair["b"]["text"]): pair for pair in shown["pairs"]}


def test_a_pair_that_is_reported_names_its_finding_and_its_weights(folder):
    pair = outcomes(folder, "wire.md:7", "daily.md:7")["9人", "14人"]
    assert pair["outcome"] == "reported" and pair["finding"] and pair["relation"] == "disjoint"
    assert pair["steps"][0]["comparison"] == "prior"
    assert {step["comparison"] for step in pair["steps"]} <= STEPS


def test_agreement_and_gates_are_named(folder):
    assert outcomes(folder, "wire.md:7", "daily.md:7")["11人", "11人"]["outcome"] == "agree"
    pairs = outcomes(folder, "wire.md:9", "daily.md:9")
    assert pairs["60万吨", "137万吨"]["outcome"] == "other part"
    assert pairs["约520米", "137万吨"]["outcome"] == "other dimension"


def test_another_event_is_named(folder):
    pairs = outcomes(folder, "wire.md:7", "cafe.txt:1")
    assert {pair["outcome"] for pair in pairs.values()} == {"other story"}


def test_the_terminal_shows_the_waterfall(folder):
    shown = explain("wire.md:9", "daily.md:9", "--lang", "zh", "--width", "80", cwd=folder).stdout
    assert "起点" in shown and "合计" in shown and "█" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("wire.md", "daily.md:7"), "names no line"),
        (("wire.md:0", "daily.md:7"), "names no line"),
        (("nowhere.md:3", "daily.md:7"), "nowhere.md"),
    ],
)
def test_bad_places_are_one_line_and_status_2(folder, arguments, words):
    ran = explain(*arguments, cwd=folder)
    assert ran.returncode == 2 and words in ran.stderr and len(ran.stderr.splitlines()) == 1


def test_report_explains_each_finding():
    command = [
        sys.executable,
        "-m",
        "consistency",
        "report",
        str(GOLD / "mine-accident"),
        "--explain",
        "--format",
        "json",
    ]
    shown = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    weighed = [one for one in shown["findings"] if one["field"] == "figure" and one["verdict"] == "conflict"]
    assert weighed and all(one["steps"] for one in weighed)


def test_everything_that_is_shown_has_words():
    assert set(words_explain.OUTCOMES) == set(get_args(Outcome))
    assert set(GATES) < set(words_explain.OUTCOMES)
    assert set(words_explain.COMPARISONS) == STEPS
