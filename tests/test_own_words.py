"""A newsroom's own units, titles, aliases and synonyms: they take effect where they hold, and nowhere else."""

import ast
import functools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import consistency
from consistency.articles import read_text
from consistency.grammar.names_compare import same_organisation
from consistency.lexicon import OPEN, laid_over, rows
from consistency.linkage.words import canonical
from consistency.model.settings import Settings
from consistency.pipeline import own_words, read_facts

OWN = Settings(
    units=(("囤", "mass", "50000", "囤 大囤"),),
    titles=(("首席巡护官", "", "", "post"),),
    aliases={"川西应急救援协调中心": ("川协",)},
    synonyms={"遇难": ("走了",), "坨坨": ("疙瘩",)},
)


def figures(settings=None):
    text = "工地运来30囤沙袋，首席巡护官李建国说。"
    return {fact.text: fact.to_dict()["value"] for fact in read_facts(read_text(text), settings)}


def seen():
    """What each of the four tables does to a text."""
    found = figures()
    return (
        found.get("30囤", {}).get("unit"),
        "李建国" in found,
        same_organisation("川协", "川西应急救援协调中心"),
        canonical("走了"),
        canonical("疙瘩"),
    )


def test_own_words_hold_within_and_leave_nothing_behind():
    before = seen()
    assert before == (None, False, "different", "走了", "疙瘩")
    with own_words(OWN):
        assert seen() == ("囤", True, "short", "死亡", "坨坨")
        with own_words(Settings()):
            assert seen() == before
        assert seen()[0] == "囤"
    assert seen() == before
    assert figures(OWN)["30囤"]["unit"] == "囤" and seen() == before


def test_an_own_unit_is_compared_with_the_shipped_ones():
    def verdicts(amount, settings):
        texts = [
            f"---\ntitle: 川西防汛物资运到\noutlet: {outlet}\npublished: 2027-03-19T10:42:00+08:00\n---\n"
            f"截至3月19日10时，川西灾区已运到防汛沙袋{its}，转移群众38人。\n"
            for outlet, its in (("甲报", "30囤"), ("乙报", amount))
        ]
        articles = [read_text(text, path=f"{number}.md", format="md") for number, text in enumerate(texts)]
        found = consistency.compare(articles, settings).findings
        return [f.verdict for f in found if any(one.text == "30囤" for one in f.statements)]

    assert verdicts("1500吨", OWN) == ["agree"] and verdicts("900吨", OWN) == ["conflict"]
    assert verdicts("900吨", None) == verdicts("1500吨", None) == []


def test_an_own_synonym_joins_whole_families():
    with own_words(Settings(synonyms={"亡故": ("死亡", "走了")})):
        assert canonical("遇难") == canonical("走了") == canonical("死亡") == "亡故"
    assert canonical("遇难") == "死亡"


def test_runs_in_threads_have_each_their_own_words():
    """Runs with other words, or none, overlap in time; each finds what it finds alone."""
    told = [OWN, None, Settings(units=(("囤", "length", "3", "囤"),)), Settings(synonyms={"遇难": ("走了",)})]
    alone = [figures(settings) for settings in told]
    assert alone[0] != alone[2] and "30囤" not in alone[1]
    with ThreadPoolExecutor(len(told)) as pool:
        rounds = [pool.submit(figures, settings) for _ in range(10) for settings in told]
        assert [one.result() for one in rounds] == alone * 10


def test_an_error_within_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError), own_words(OWN):
        raise ZeroDivisionError
    assert seen()[0] is None


@pytest.mark.parametrize("name", OPEN)
def test_own_rows_are_the_last(name):
    with laid_over({name: (("一", "二", "3", "四"),)}):
        assert rows(name)[-1] == ("一", "二", "3", "四")
    assert rows(name)[-1] != ("一", "二", "3", "四")


def test_every_cache_can_be_found_to_be_emptied():
    """`laid_over` empties what stands at the top of a module; a cache in a function or a class would be missed."""
    for path in (Path(consistency.__file__).parent).rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        top = set(map(id, tree.body))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and id(node) not in top:
                names = {ast.unparse(one).partition("(")[0] for one in node.decorator_list}
                assert not names & {"cache", "lru_cache", "functools.cache", "functools.lru_cache"}, (path, node.name)
    assert hasattr(rows, "cache_clear") and isinstance(rows, functools._lru_cache_wrapper)


def test_no_open_table_is_read_while_a_module_is_loaded():
    """What a module computes of a table when it is imported would never see own rows."""
    for path in (Path(consistency.__file__).parent).rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                assert not any(
                    f'"{name}"' in ast.unparse(node) or f"'{name}'" in ast.unparse(node) for name in OPEN
                ) or (path.parent.name == "lexicon"), path
