"""Text to values: numerals, quantities and units, calendar, durations; names and titles stand beside them."""

from consistency.grammar.mentions import Mention
from consistency.grammar.reader import read_values

__all__ = ["Mention", "read_values"]
