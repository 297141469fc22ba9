"""Article -> statements: sentences and clauses, carried-over subjects, who said it."""

from consistency.statements.reading import Reading, read

__all__ = ["Reading", "read"]
