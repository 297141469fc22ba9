"""Gating and living with it: drafts with a configuration, waivers and a baseline, each at least once in a real process.

The variations run in this process, which also shows that nothing of one run is left in the next.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from consistency import cli

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: 川西发生5.8级地震\noutlet: {}\npublished: 2027-03-19T10:42:00+08:00\n---\n"
BODY = "截至3月19日10时，川西地震已造成{}人遇难，38人受伤。\n"
ELSEWHERE = HEAD.format("生活周刊").replace("川西发生5.8级地震", "咖啡馆开张") + "街角的咖啡馆昨天开张，咖啡很香。\n"


@pytest.fixture(autouse=True)
def chinese(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.md").write_text(HEAD.format("新华社") + BODY.format(12), "utf-8")
    (tmp_path / "draft.md").write_text(HEAD.format("本报") + BODY.format(15), "utf-8")
    (tmp_path / "fine.md").write_text(HEAD.format("本报") + BODY.format(12), "utf-8")
    (tmp_path / "elsewhere.md").write_text(ELSEWHERE, "utf-8")
    configure(tmp_path, 'sources = ["wire"]\n')
    return tmp_path


def configure(desk, text):
    (desk / "consistency.toml").write_text(text, "utf-8")


def really(desk, *arguments):
    """Status, output and errors of the real command in a real process."""
    done = subprocess.run(
        [sys.executable, "-m", "consistency", *map(str, arguments)], capture_output=True, cwd=desk, timeout=300,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def run(desk, *arguments):
    """The same, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(desk), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main(list(map(str, arguments)))
    return status, out.getvalue(), err.getvalue()


def finding(desk, *arguments):
    """The one conflict of the draft, in JSON."""
    _, out, _ = run(desk, "check", "draft.md", "--format", "json", *arguments)
    (one,) = (one for one in json.loads(out)["findings"] if one["verdict"] == "conflict")
    return one


def one_line(answer, *words):
    status, out, err = answer
    assert status == 2 and not out and err.startswith("consistency: ") and err.count("\n") == 1, answer
    assert all(word in err for word in words), err
    return True


def test_what_fails_is_the_users_choice(desk):
    for options, status in [
        ([], 1), (["--fail-on", "never"], 0), (["--fail-on", "never", "--fail-on", "figure=error"], 1),
        (["--fail-on", "figure=never"], 0), (["--exit-zero"], 0), (["--fail-on", "date=info", "--format", "json"], 1),
    ]:  # fmt: skip
        assert run(desk, "check", "draft.md", *options)[0] == status, options
    assert really(desk, "check", "draft.md", "--fail-on", "never", "--fail-on", "figure=error")[0] == 1
    assert really(desk, "check", "fine.md")[0] == 0
    assert really(desk, "check", "elsewhere.md")[0] == 3 and run(desk, "check", "elsewhere.md", "--exit-zero")[0] == 0
    assert one_line(run(desk, "check", "missing.md", "--exit-zero"), "missing.md")
    assert one_line(run(desk, "check", "draft.md", "--fail-on", "colour=error"), "colour")


def test_the_configuration_sets_and_the_command_line_wins(desk):
    configure(desk, 'sources = ["wire"]\nfail-on = "never"\nlang = "en"\nformat = ["json:out.json", "terminal"]\n')
    status, out, _ = really(desk, "check", "draft.md")
    assert status == 0 and "the articles disagree" in out and json.loads((desk / "out.json").read_text("utf-8"))
    assert run(desk, "check", "draft.md", "--fail-on", "error")[0] == 1
    assert "说法不一" in run(desk, "report", ".", "--lang", "zh")[1]
    configure(desk, 'sources = ["wire"]\nfields = ["date"]\n')
    assert run(desk, "check", "draft.md")[0] == 0 and run(desk, "check", "draft.md", "--field", "figure")[0] == 1
    configure(desk, 'sources = ["wire"]\n[severity]\nfigure = "warning"\n')
    assert finding(desk)["severity"] == "warning" and run(desk, "check", "draft.md")[0] == 0
    assert one_line(run(desk, "check", "draft.md", "--no-config"), "--against")
    assert run(desk, "check", "draft.md", "--no-config", "--against", "wire")[0] == 1
    assert one_line(run(desk, "check", "draft.md", "--config", "none.toml"), "none.toml")


def test_config_shows_each_setting_and_where_it_came_from(desk):
    status, out, _ = really(desk, "config", "draft.md", "--fail-on", "figure=warning", "--field", "figure")
    lines = {line.partition(" = ")[0]: line for line in out.splitlines()}
    assert status == 0 and lines["sources"].endswith("# consistency.toml:sources")
    assert lines["fail-on"].endswith("# command line") and lines["fields"].endswith("# command line")
    assert lines["thresholds"].endswith("# default") and tomllib.loads(out)["fail-on"] == ["figure=warning"]


@pytest.mark.parametrize(("text", "words"), [
    ('source = ["wire"]', ["consistency.toml:1", "did you mean 'sources'?"]),
    ('sources = ["wire"]\nfail-on = "errors"', ["consistency.toml:2", "errors"]),
    ("sources = [", ["consistency.toml", "is no TOML"]),
])  # fmt: skip
def test_a_bad_configuration_is_one_line(desk, text, words):
    configure(desk, text)
    for command in (["check", "draft.md"], ["report", "."], ["config"], ["waive", "0123456789ab", "--reason", "r"]):
        assert one_line(run(desk, *command), *words)
    assert one_line(really(desk, "check", "draft.md"), *words)


def test_own_words_take_effect(desk):
    (desk / "wire" / "a.md").write_text(
        HEAD.format("新华社") + "川西灾区已运到防汛沙袋900吨，转移群众38人。\n", "utf-8"
    )
    (desk / "draft.md").write_text(HEAD.format("本报") + "川西灾区已运到防汛沙袋30囤，转移群众38人。\n", "utf-8")
    assert run(desk, "check", "draft.md")[0] == 0
    unit = '[[units]]\ncode = "囤"\ndimension = "mass"\nfactor = 50000\nwords = "囤"\n'
    configure(desk, 'sources = ["wire"]\n' + unit)
    assert run(desk, "check", "draft.md")[0] == 1
    assert '"30囤"' in really(desk, "facts", "draft.md", "--format", "json")[1]
    (desk / "many.jsonl").write_text('{"text": "运到30囤沙袋。"}\n', "utf-8")
    assert '"30囤"' in run(desk, "facts", "many.jsonl")[1]


def test_a_waiver_from_its_writing_to_its_end(desk):
    one = finding(desk)
    assert one_line(run(desk, "waive", "0" * 12, "draft.md", "--reason", "r"), "no finding has the id")
    assert one_line(run(desk, "waive", "X", "--reason", "r"), "copy the id")
    alone = run(desk, "waive", "0" * 12, "draft.md", "--reason", "r", "--no-config")
    assert one_line(alone, "name its sources with --against")
    assert one_line(run(desk, "waive", one["id"], "--reason", "r", "--until", "2020-01-01"), "is past")
    assert not (desk / "consistency-waivers.toml").exists()
    status, out, _ = really(desk, "waive", one["id"], "draft.md", "--reason", "部里“更正”", "--author", "李")
    assert status == 0 and "consistency-waivers.toml" in out and one["id"] in out
    (waiver,) = tomllib.loads((desk / "consistency-waivers.toml").read_text("utf-8"))["waiver"]
    assert waiver == {"finding": one["id"], "reason": "部里“更正”", "author": "李", "draft": "draft.md"}
    assert one_line(run(desk, "waive", one["id"], "draft.md", "--reason", "r"), "waived already")

    assert run(desk, "check", "draft.md")[0] == 0
    waived = finding(desk)
    assert waived["id"] == one["id"] and waived["waiver"]["reason"] == "部里“更正”"
    draft = (desk / "draft.md").read_text("utf-8")
    (desk / "draft.md").write_text(draft + "\n受灾群众已转移到安置点。\n", "utf-8")
    assert run(desk, "check", "draft.md")[0] == 0
    status, _, err = run(desk, "check", "fine.md", "--format", "json")
    assert status == 0 and not err  # it was written for another draft

    (desk / "draft.md").write_text(draft.replace("15人", "12人"), "utf-8")
    status, out, err = really(desk, "check", "draft.md", "--format", "json")
    assert status == 0 and one["id"] in err and err.count("\n") == 1 and json.loads(out)["notes"]

    (desk / "draft.md").write_text(draft, "utf-8")
    text = (desk / "consistency-waivers.toml").read_text("utf-8")
    (desk / "consistency-waivers.toml").write_text(text + "until = 2020-01-01\n", "utf-8")
    status, _, err = run(desk, "check", "draft.md", "--format", "json")
    assert status == 1 and "2020-01-01" in err


def test_a_comment_waives_in_the_draft_and_not_in_a_source(desk):
    one = finding(desk)
    comment = f'<!-- consistency: waive {one["id"]} reason="更正" author="李" -->\n'
    draft, wire = ((desk / name).read_text("utf-8") for name in ("draft.md", "wire/a.md"))
    (desk / "draft.md").write_text(draft + comment, "utf-8")
    assert really(desk, "check", "draft.md")[0] == 0
    again = finding(desk)
    assert again["waiver"]["place"] == "draft.md:7" and again["statements"] == one["statements"]
    (desk / "draft.md").write_text(draft, "utf-8")
    (desk / "wire" / "a.md").write_text(wire + comment, "utf-8")
    assert run(desk, "check", "draft.md")[0] == 1


def test_a_broken_waiver_is_one_line_and_nothing_is_written(desk):
    (desk / "consistency-waivers.toml").write_text("[[waiver]]\nfinding = 3\n", "utf-8")
    assert one_line(really(desk, "check", "draft.md", "--format", "json:out.json"), "consistency-waivers.toml:1")
    assert one_line(run(desk, "waive", "0" * 12, "--reason", "r"), "consistency-waivers.toml:1")
    assert (desk / "consistency-waivers.toml").read_text("utf-8") == "[[waiver]]\nfinding = 3\n"
    assert not (desk / "out.json").exists()


def test_a_baseline_knows_what_was_there(desk):
    assert really(desk, "check", "draft.md", "--write-baseline", "known.json")[0] == 0
    first = (desk / "known.json").read_bytes()
    assert run(desk, "check", "draft.md", "--write-baseline", "known.json")[0] == 0
    assert (desk / "known.json").read_bytes() == first
    configure(desk, 'sources = ["wire"]\nbaseline = "known.json"\n')
    assert run(desk, "check", "draft.md")[0] == 0 and finding(desk)["baseline"] == "known"
    (desk / "draft.md").write_text(HEAD.format("本报") + BODY.format(16), "utf-8")
    assert run(desk, "check", "draft.md")[0] == 1 and finding(desk)["baseline"] == "new"
    assert run(desk, "check", "fine.md", "--write-baseline", "known.json")[0] == 0
    assert json.loads((desk / "known.json").read_bytes()) == json.loads(first)  # the other draft's stay


def test_a_baseline_that_is_none_or_cannot_be_written(desk):
    assert one_line(run(desk, "check", "draft.md", "--baseline", "none.json"), "none.json")
    (desk / "known.json").write_text("{}", "utf-8")
    assert one_line(run(desk, "check", "draft.md", "--baseline", "known.json"), "known.json")
    assert one_line(run(desk, "check", "draft.md", "--write-baseline", "known.json"), "known.json")
    assert (desk / "known.json").read_text("utf-8") == "{}"
    status, _, err = really(desk, "check", "draft.md", "--write-baseline", "no/known.json")
    assert status == 2 and "no/known.json" in err and err.count("\n") == 1
    status, _, err = run(desk, "check", "draft.md", "--against", "wire", "gone.md", "--write-baseline", "new.json")
    assert status == 2 and "new.json" in err and not (desk / "new.json").exists()


def test_a_false_alarm_can_be_measured(desk):
    one = finding(desk)
    assert one_line(run(desk, "export-gold", "draft.md", "--into", "gold"), "false alarm")
    assert run(desk, "waive", one["id"], "draft.md", "--reason", "两个口径", "--false-alarm")[0] == 0
    assert really(desk, "export-gold", "draft.md", "--into", "gold")[0] == 0
    gold = json.loads((desk / "gold" / "draft" / "gold.json").read_text("utf-8"))
    (entry,) = gold["non_conflicts"]
    assert entry["id"] == one["id"] and entry["why"] == "两个口径" and not gold["conflicts"]
    for side in entry["sides"]:
        text = (desk / "gold" / "draft" / side["file"]).read_text("utf-8")
        assert text.count(side["quote"]) == 1 and side["value"] in side["quote"] and 4 <= len(side["quote"]) <= 60
    score = json.loads(run(desk, "evaluate", "gold", "--json")[1])
    assert score["traps_sprung"] == 1 and score["false_alarms"] == 1
