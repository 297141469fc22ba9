"""Regular expressions that are compiled when they are first used: of the package's own a short check uses half."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """A regular expression as its text, until somebody asks for what only the compiled one can do."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Asked for what is not there yet: from now on the methods are those of the compiled expression."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use; `re.error` comes then, too (a test compiles all of them)."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
