"""Patterns that compile at their first use: they do what compiled ones do, and all of the package's own compile."""

import importlib
import pkgutil
import re

import consistency
from consistency.patterns import _Pattern, pattern


def test_a_pattern_does_what_a_compiled_one_does():
    lazy, eager = pattern(r"(?P<n>\d+)人", re.I), re.compile(r"(?P<n>\d+)人", re.I)
    text = "死亡12人，受伤38人"
    assert lazy.pattern == eager.pattern
    assert "search" not in vars(lazy), "not compiled before it is used"
    assert lazy.search(text)["n"] == "12" and lazy.search(text, 5)["n"] == "38" and lazy.search("无") is None
    assert "search" in vars(lazy), "and only once"
    assert lazy.findall(text) == eager.findall(text) == ["12", "38"]
    assert lazy.sub("X", text) == eager.sub("X", text)
    assert lazy.flags == eager.flags


def test_all_patterns_of_the_package_compile():
    found = 0
    for module in pkgutil.walk_packages(consistency.__path__, "consistency."):
        if module.name.endswith("__main__"):
            continue  # which runs the program
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue  # of an extra that is not installed
        for value in vars(loaded).values():
            if isinstance(value, _Pattern):
                value.search("")  # re.error where it is no regular expression
                found += 1
    assert found > 300
