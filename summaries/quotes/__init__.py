"""Who said what: Doc + actors → quotes, and which of them are doubtful. See `find_quotes`, `judge`."""

from summaries.quotes.compose import find_quotes
from summaries.quotes.doubts import judge

__all__ = ["find_quotes", "judge"]
