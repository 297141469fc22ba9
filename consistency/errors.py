"""What can go wrong with the user's input: each error is one line that names the file and the remedy."""

from __future__ import annotations


class ConsistencyError(Exception):
    """The base of all errors that are the input's fault; the command line shows the text and exits with 2."""


class ArticleError(ConsistencyError):
    """A file that cannot be read as an article."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}")
        self.path, self.problem, self.remedy = path, problem, remedy


class NoArticles(ConsistencyError):
    """The paths given hold no article at all."""


class GoldError(ConsistencyError):
    """A gold bundle that is missing or not well formed."""


class ConfigError(ConsistencyError):
    """A configuration, a waiver or a baseline that is not well formed; `place` is the file, with a line if known."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")
