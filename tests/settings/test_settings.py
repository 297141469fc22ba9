"""The configuration file: where it is found, what it sets, and the one line on whatever is wrong with it."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import consistency
from consistency.errors import ConfigError
from consistency.model.findings import FIELDS
from consistency.model.settings import Settings
from consistency.settings import KEYS, load
from consistency.settings.place import Place
from consistency.settings.shown import as_toml, table
from consistency.settings.values import READERS

ROOT = Path(__file__).parents[2]
FULL = """
sources = ["wire", "../archive"]
fields = ["figure", "date"]
fail-on = ["error", "figure=warning"]
format = ["terminal", "json:out/report.json"]
lang = "en"
baseline = "known.json"
ranks = [["*应急管理厅", "official/*"], "新华社"]

[severity]
update = "error"
figure.update = "info"

[thresholds]
error = 0.9
person.error = 0.5

[aliases]
"川西应急救援协调中心" = ["川协", "协调中心"]

[synonyms]
"遇难" = "走了"

[[units]]
code = "囤"
dimension = "mass"
factor = 50000
words = ["囤", "大囤"]

[[titles]]
title = "首席巡护官"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "desk" / "drafts").mkdir(parents=True)
    (tmp_path / "desk" / "drafts" / "a.md").write_text("共12人。", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, text, name="consistency.toml"):
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_every_key_is_read(folder):
    write(folder / "desk", FULL)
    loaded = load("desk/drafts/a.md")
    assert loaded.settings == Settings(
        sources=("desk/wire", "archive"),
        fields=("figure", "date"),
        severity={"update": "error", "figure.update": "info"},
        thresholds={"error": 0.9, "person.error": 0.5},
        fail_on=("error", "figure=warning"),
        format=("terminal", "json:desk/out/report.json"),
        lang="en",
        baseline="desk/known.json",
        ranks=(("*应急管理厅", "official/*"), ("新华社",)),
        aliases={"川西应急救援协调中心": ("川协", "协调中心")},
        synonyms={"遇难": ("走了",)},
        units=(("囤", "mass", "50000.0", "囤 大囤"),),
        titles=(("首席巡护官", "", "", "post"),),
    )
    assert loaded.path == "desk/consistency.toml" and loaded.origins["lang"] == "desk/consistency.toml:lang"
    assert set(loaded.origins) == set(KEYS)
    assert consistency.read_settings("desk/consistency.toml") == loaded.settings


def test_the_nearest_file_upwards_holds(folder):
    assert load("desk/drafts/a.md").path is None and load("desk/drafts/a.md").settings == Settings()
    write(folder, 'lang = "zh"')
    assert load("desk/drafts/a.md").path == load("desk/drafts").path == load("-").path == "consistency.toml"
    write(folder / "desk", "[tool.other]\nx = 1", "pyproject.toml")
    assert load("desk/drafts/a.md").path == "consistency.toml"
    write(folder / "desk", '[tool.consistency]\nlang = "en"', "pyproject.toml")
    assert load("desk/drafts/a.md").origins == {"lang": "desk/pyproject.toml:lang"}
    write(folder / "desk", 'lang = "zh"')
    assert load("desk/drafts/a.md").path == "desk/consistency.toml"
    assert load("desk/drafts/none/yet.md").path == "desk/consistency.toml"


def test_a_broken_pyproject_that_is_not_ours_is_none_of_ours(folder):
    write(folder, "no toml", "pyproject.toml")
    assert load("desk/drafts/a.md").path is None
    write(folder, "[tool.consistency]\nno toml", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject.toml:2: "):
        load("desk/drafts/a.md")


@pytest.mark.parametrize(("text", "line", "words"), [
    ('lnag = "zh"', 1, "did you mean 'lang'?"),
    ('\nfail_on = "error"', 2, "did you mean 'fail-on'?"),
    ("colour = 1", 1, "the keys are sources, fields"),
    ('lang = "fr"', 1, "choose from zh, en"),
    ('fields = "figur"', 1, "did you mean 'figure'?"),
    ("fields = []", 1, "names no field"),
    ('fail-on = "sometimes"', 1, "choose from error"),
    ('fail-on = "colour=error"', 1, "'colour' is no field"),
    ('sources = [""]', 1, "is no text"),
    ("sources = 3", 1, "is no text"),
    ('format = "jsn:x"', 1, "did you mean 'json'?"),
    ("\n[thresholds]\nerror = 2", 3, "from 0 to 1"),
    ("[thresholds]\nerror = true", 2, "from 0 to 1"),
    ("[thresholds]\nfigure = 0.3", 2, "write figure.error"),
    ("[thresholds.figure]\nerorr = 0.3", 2, "did you mean 'error'?"),
    ('[severity]\nconflcit = "error"', 2, "did you mean 'conflict'?"),
    ('[severity]\nfigure.update = "eror"', 2, "did you mean 'error'?"),
    ("severity = 3", 1, "write it as a table"),
    ("ranks = [[1]]", 1, "is no text"),
    ('[aliases]\n"甲" = "乙 丙"', 2, "holds a space"),
    ("units = 3", 1, "write [[units]]"),
    ('[[units]]\ncode = "囤"', 1, "lacks 'dimension'"),
    ('[[units]]\ncode = "囤"\ndimension = "mass"\nwords = "囤"\nfactor = 0', 5, "above 0"),
    ('[[titles]]\ntitle = "官"\nkind = "job"', 3, "choose from post, role"),
    ('[[titles]]\ntitel = "官"', 2, "did you mean 'title'?"),
    ('死亡 = "走了"', 1, "in quotation marks"),
    ("[[[", 1, "is no TOML"),
])  # fmt: skip
def test_whatever_is_wrong_is_one_line_that_names_the_place(folder, text, line, words):
    file = write(folder, text)
    with pytest.raises(ConfigError) as caught:
        load(path=str(file))
    told = str(caught.value)
    assert told.startswith(f"{file}:{line}: ") and words in told and "\n" not in told and "; " in told


@pytest.mark.parametrize(("data", "words"), [(b"\xff\xfe", "UTF-8"), (None, "cannot be read")])
def test_a_file_that_cannot_be_read(folder, data, words):
    if data:
        (folder / "c.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=words):
        load(path="c.toml")
    write(folder, "[tool.other]", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"\[tool.consistency\]"):
        load(path="pyproject.toml")


def test_what_is_shown_can_be_read_again(folder):
    wanted = load(path=str(write(folder, FULL))).settings
    again = "\n".join(as_toml(key, getattr(wanted, about.name)) for key, about in KEYS.items())
    assert load(path=str(write(folder, again))).settings == wanted


def test_the_readme_has_the_table_of_keys():
    assert table() in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("outlet", "path", "rank"), [
    ("川西省应急管理厅", "x.md", 1), (None, "official/x.md", 1), (None, "desk/official/x.md", 1), ("新华社", "x.md", 2),
    ("小王自媒体", "x.md", None), (None, "x.md", None),
])  # fmt: skip
def test_rank_of_an_article(outlet, path, rank):
    ranked = Settings(ranks=(("*应急管理厅", "official/*"), ("新华社",)))
    assert ranked.rank(outlet, path) == rank


SCALARS = st.one_of(
    st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.sampled_from(FIELDS),
    st.sampled_from(["error", "conflict", "json:x", "figure=warning", "code", "words", "\x00", "a b", "#", "="]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FIELDS, "error", "update", "code", "factor", "words", "dimension"]), inner)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(READERS)), VALUES)
@example("severity", {"\n": ""})
@settings(max_examples=400, deadline=None)
def test_any_value_is_read_or_is_one_line(kind, value):
    try:
        READERS[kind](value, Place("consistency.toml", "").at("key"))
    except ConfigError as error:
        assert "\n" not in str(error) and len(str(error)) < 400
