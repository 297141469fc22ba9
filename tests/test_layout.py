"""The shape of the package: where imports may point, which module asks which library, how long a module may be."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "consistency"

# The data's way, top to bottom: a module imports what stands above it, and its own package.
STAGES = (
    "model", "errors", "patterns", "lexicon", "tokens", "articles", "grammar", "statements", "fields", "comparison",
    "linkage", "wording", "labels", "updates", "fingerprint", "findings", "support", "arithmetic", "grading",
    "explaining", "pipeline", "scanning",
)  # fmt: skip
# What stands outside the data's way, and all of ours that it may import.
OUTSIDE = {
    "__init__": {"model", "articles", "pipeline", "settings"},
    "__main__": {"cli"},
    "report": {"model", "errors", "wording", "labels", "report"},
    "cli": {
        "model",
        "errors",
        "wording",
        "articles",
        "pipeline",
        "scanning",
        "evaluation",
        "fitting",
        "drafts",
        "report",
        "snippets",
        "lsp",
        "grading",
        "settings",
        "waivers",
        "baseline",
        "gold_export",
        "cli",
    },
    "lsp": {"model", "errors", "report", "waivers", "lsp"},
    "settings": {"model", "errors", "report", "settings"},
    "waivers": {"model", "errors", "wording", "settings"},
    "baseline": {"model", "errors", "settings"},
    "gold_export": {"model"},
    "snippets": {"model", "errors", "__init__"},
    "gold": {"model", "errors", "articles"},
    "evaluation": {"model", "gold", "pipeline"},
    "slips": {"grammar"},
    "drafts": {"model", "errors", "articles", "statements", "pipeline", "gold", "evaluation", "slips"},
    "fitting": {"model", "errors", "articles", "statements", "fields", "linkage"},
}
# Tools of the developer that no run imports: each may run the stages above it to make a table.
TOOLS = {"articles.make_traditional"}
# Which modules may ask which library; what is not listed is asked for by nobody.
LIBRARIES = {
    "jieba": {"tokens"},
    "rjieba": {"tokens"},
    "rapidfuzz": {"linkage.similarity"},
    "rich": {"report.terminal"},
    "pandas": {"model", "linkage", "report"},
    "jinja2": {"report.html"},
    "click": {"cli"},
    "tomlkit": {"settings.shown", "waivers"},
    "charset_normalizer": {"articles.decoding"},
    "yaml": {"articles.markdown"},
    "docx": {"articles.word"},
    "watchfiles": {"cli.watch"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "pdfminer": {"articles.pdf"},
    "borax": {"grammar.festivals"},
    "xlsxwriter": {"report.xlsx"},
    "pyarrow": {"articles.corpus", "report.scanned"},
    "distributed": {"scanning.cluster"},
    "numpy": {"fitting"},
    "scipy": {"fitting"},
}
LONGEST = 300  # lines
LONGER: dict[str, str] = {}  # a module that is longer and yet one thing, with the reason
TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "consistency", "tests", "data"}  # and dotfiles


def name_of(path):
    """The module's name below `consistency`; `__init__` for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def stage_of(name):
    return name.partition(".")[0]


@cache
def imports(name):
    """The full names that a module imports anywhere, functions and type checking included."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are absolute"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def own_imports(name):
    """The modules of ours that a module imports, below `consistency`."""
    for full in imports(name):
        if full == "consistency":
            yield "__init__"
        elif full.startswith("consistency.") and full.removeprefix("consistency.") in MODULES:
            yield full.removeprefix("consistency.")


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_down_the_datas_way(name):
    stage = stage_of(name)
    used = {stage_of(other) for other in own_imports(name)} - {"__init__" if stage in STAGES else ""}
    if stage in OUTSIDE:
        allowed = OUTSIDE[stage]
    else:
        assert stage in STAGES, f"{name} has no place in the layout: name its stage in this test and in the README"
        allowed = set(STAGES[: STAGES.index(stage) + 1])
    assert used <= allowed, f"{name} imports {sorted(used - allowed)}"


def test_model_imports_nothing_of_ours():
    for name in MODULES:
        if stage_of(name) == "model":
            assert {stage_of(other) for other in own_imports(name)} <= {"model"}, name


def test_only_the_pipeline_runs_the_stages():
    """Whoever compares or judges goes through the pipeline; the others may read its data types."""
    runners = {"consistency.linkage.topics.link", "consistency.findings.judge"}
    assert {name for name in MODULES if imports(name) & runners} == {"pipeline"}
    assert not {name for name in MODULES if TOOLS & set(own_imports(name))}, "a run imports no developer's tool"


def test_only_the_command_line_joins_them_to_reporters():
    joined = {name for name in MODULES if {stage_of(other) for other in own_imports(name)} >= {"pipeline", "report"}}
    assert {stage_of(name) for name in joined} <= {"cli"}


@pytest.mark.parametrize("name", MODULES)
def test_each_library_is_asked_in_one_place(name):
    asked = {full.partition(".")[0] for full in imports(name)} - {"consistency"} - sys.stdlib_module_names
    for library in asked:
        places = LIBRARIES.get(library, set())
        assert any(f"{name}.".startswith(f"{place}.") for place in places), f"{name} asks {library}"


def test_every_library_is_declared_and_asked():
    asked = {full.partition(".")[0] for name in MODULES for full in imports(name)} - sys.stdlib_module_names
    assert asked - {"consistency"} == set(LIBRARIES)
    declared = (ROOT / "pyproject.toml").read_text("utf-8").lower()
    packages = {
        "docx": "python-docx",
        "pdfminer": "pdfminer.six",
        "yaml": "pyyaml",
        "charset_normalizer": "charset-normalizer",
        "numpy": "pandas",
        "lsprotocol": "pygls",
    }
    assert not {library for library in LIBRARIES if f'"{packages.get(library, library)}>=' not in declared}


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "base", "core"}
    assert not {name for name in MODULES if drawers & set(name.split("."))}


def test_no_module_is_too_long():
    long = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST}.keys() == LONGER.keys()


def test_every_module_says_what_it_is():
    assert not {name for name, path in MODULES.items() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))}


def test_every_table_of_the_language_is_read():
    tests = (ROOT / "tests").rglob("*.py")  # examples beside the tables are read by tests
    code = "\n".join(path.read_text("utf-8") for path in (*MODULES.values(), *tests))
    tables = {path.name for path in (PACKAGE / "lexicon").iterdir() if path.suffix in (".tsv", ".txt")}
    assert not {table for table in tables if f'"{table}"' not in code}


def test_the_top_level_is_as_agreed():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL
