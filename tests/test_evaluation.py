"""The score: what counts as found, and that the figures are those of the gold's own scorer."""

import importlib.util
import json
import random
from pathlib import Path

import pytest

from consistency.errors import GoldError
from consistency.evaluation import Score, judge
from consistency.gold import read_gold
from consistency.model.findings import Coverage, Finding, Report, Stated
from consistency.model.text import Span

ROOT = Path(__file__).parents[1]
SCORER = ROOT.parent / "shared" / "gold" / "score.py"
WIRE, DAILY = "地震造成12人遇难。20日抢通。有8人失踪。", "地震造成15人死亡。19日抢通。有8名失踪者。"


def stated(path, span, group="a"):
    text = "值" * len(span)
    return Stated("a1", str(path), span, 1, 1, text, text, f"共{text}。", (1, 1 + len(text)), group)


def finding(*statements, verdict="conflict", severity="error", confidence=0.9, field="figure"):
    return Finding("id", field, verdict, severity, confidence, "遇难人数", "说法不一", statements)


def report(*findings):
    return Report((), findings, Coverage(0, 0, 0, 0, 0))


def at(folder, file, quote, group):
    start = (folder / file).read_text("utf-8").index(quote)
    return stated(folder / file, Span(start, start + len(quote)), group)


@pytest.fixture
def bundle(tmp_path):
    (tmp_path / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "daily.md").write_text(DAILY, "utf-8")

    def sides(*quotes):
        return [
            {"file": file, "quote": quote, "value": quote, "group": group}
            for file, quote, group in zip(("wire.md", "daily.md"), quotes, "ab", strict=True)
        ]

    judgement = {
        "conflicts": [
            {"id": "c1", "field": "figure", "kind": "update", "topic": "遇难", "sides": sides("12人遇难", "15人死亡")},
            {"id": "c2", "field": "date", "kind": "conflict", "topic": "抢通", "sides": sides("20日抢通", "19日抢通")},
        ],
        "non_conflicts": [{"id": "n1", "field": "figure", "why": "同", "sides": sides("8人失踪", "8名失踪者")}],
    }
    (tmp_path / "gold.json").write_text(json.dumps(judgement), "utf-8")
    return tmp_path


def scored(folder, *findings):
    return Score((judge(read_gold(str(folder))[0], report(*findings)),))


def test_a_finding_that_opposes_two_sides_finds_their_conflict(bundle):
    pair = (at(bundle, "wire.md", "12人", "a"), at(bundle, "daily.md", "15人", "b"))
    score = scored(bundle, finding(*pair, verdict="update"), finding(*pair))
    assert (score.precision, score.recall) == (1.0, 0.5)
    assert score.figures()["updates_told"] == "1/1"
    assert score.by_field() == {
        "date": {"gold": 1, "found": 0, "false_alarms": 0},
        "figure": {"gold": 1, "found": 1, "false_alarms": 0},
    }


@pytest.mark.parametrize("change", [
    {"groups": "aa"},
    {"quotes": ("12人", "19日")},
    {"extra": 2},
    {"long": True},
])  # fmt: skip
def test_what_only_looks_like_finding_is_a_false_alarm(bundle, change):
    first, second = change.get("quotes", ("12人", "15人"))
    groups = change.get("groups", "ab")
    statements = [at(bundle, "wire.md", first, groups[0]), at(bundle, "daily.md", second, groups[1])]
    statements += [at(bundle, "wire.md", "失踪", "a")] * change.get("extra", 0)
    if change.get("long"):
        statements[0] = stated(bundle / "wire.md", Span(0, 41), "a")
    score = scored(bundle, finding(*statements))
    assert len(score.false_alarms) == 1 and score.precision == score.recall == score.f1 == 0.0


def test_only_grave_conflicts_and_updates_count(bundle):
    pair = (at(bundle, "wire.md", "12人", "a"), at(bundle, "daily.md", "15人", "b"))
    ignored = [finding(*pair, severity="info"), *(finding(*pair, verdict=v) for v in ("agree", "unsupported"))]
    score = scored(bundle, *ignored)
    assert score.figures()["found"] == 0 and not score.false_alarms


def test_a_false_alarm_on_a_non_conflict_springs_its_trap(bundle):
    pair = (at(bundle, "wire.md", "8人", "a"), at(bundle, "daily.md", "8名", "b"))
    score = scored(bundle, finding(*pair), finding(*pair))
    assert score.figures()["traps_sprung"] == 1 and score.figures()["false_alarms"] == 2


def test_confidence_is_held_against_what_was_right(bundle):
    pair = (at(bundle, "wire.md", "12人", "a"), at(bundle, "daily.md", "15人", "b"))
    trap = (at(bundle, "wire.md", "8人", "a"), at(bundle, "daily.md", "8名", "b"))
    score = scored(
        bundle, finding(*pair, confidence=0.95), finding(*pair, confidence=1.0), finding(*trap, confidence=0.9),
        finding(*trap, confidence=0.59),
    )  # fmt: skip
    assert score.reliability() == [
        {"from": 0.5, "findings": 1, "right": 0.0},
        {"from": 0.9, "findings": 3, "right": pytest.approx(2 / 3)},
    ]


def test_verbose_lists_misses_and_false_alarms_with_quotes(bundle):
    trap = (at(bundle, "wire.md", "8人", "a"), at(bundle, "daily.md", "8名", "b"))
    text = scored(bundle, finding(*trap)).to_text(verbose=True)
    assert "missed  c2 [date] 抢通: wire.md:20日抢通 | daily.md:19日抢通" in text
    assert "false   0.90 [figure] 遇难人数: wire.md:1 共【值值】。" in text
    assert "trap    n1" in text
    assert "missed" not in scored(bundle).to_text()


def test_faulty_gold_is_named(bundle):
    (bundle / "wire.md").write_text("别的话", "utf-8")
    with pytest.raises(GoldError, match=r"gold\.json: not well formed"):
        read_gold(str(bundle))
    (bundle / "gold.json").write_text("{", "utf-8")
    with pytest.raises(GoldError, match=r"gold\.json: not well formed"):
        read_gold(str(bundle))
    with pytest.raises(GoldError, match=r"no gold\.json"):
        read_gold(str(bundle / "wire.md"))


def invented_report(bundle, dice):
    """Findings right and wrong in every way: groups, fields, kinds, spans, extra statements, severity."""
    findings = []
    for entry in (*bundle.conflicts, *bundle.traps) * 2:
        sides = dice.sample(entry.sides, dice.randint(1, len(entry.sides)))
        statements = []
        for side in sides:
            start = dice.randint(side.start - 2, side.end)
            span = Span(max(0, start), max(0, start) + dice.choice((1, 3, 8, 40, 41)))
            group = side.group if dice.random() < 0.8 else dice.choice("abc")
            statements.append(stated(bundle.path / side.file, span, group))
        for _ in range(dice.choice((0, 0, 0, 1, 2))):
            other = dice.choice(dice.choice(bundle.conflicts or bundle.traps).sides)
            statements.append(stated(bundle.path / other.file, Span(other.start, other.start + 2), dice.choice("ab")))
        findings.append(finding(
            *statements, verdict=dice.choice(("conflict", "conflict", "update", "agree")),
            severity=dice.choice(("error", "error", "warning", "info")), confidence=dice.random(),
            field=dice.choice((entry.field, "place")),
        ))  # fmt: skip
    dice.shuffle(findings)
    return report(*findings)


@pytest.mark.skipif(not SCORER.exists(), reason="needs ../shared")
def test_the_figures_are_those_of_the_golds_own_scorer():
    spec = importlib.util.spec_from_file_location("gold_scorer", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for seed in range(3):
        dice = random.Random(seed)
        rows, outcomes = [], []
        for bundle in read_gold(str(ROOT / "data" / "gold")):
            invented = invented_report(bundle, dice)
            rows.append(scorer.score(bundle.path, invented.to_dict()))
            outcomes.append(judge(bundle, invented))
        theirs, ours = scorer.summary(rows), Score(tuple(outcomes)).figures()
        assert 0 < theirs["f1"] < 1
        assert ours == theirs
        assert json.loads(Score(tuple(outcomes)).to_json()).items() >= json.loads(json.dumps(theirs)).items()
