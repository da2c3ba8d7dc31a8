"""Who said what: Doc + actors → quotes, and which of them are doubtful. See `find_quotes`, `doubtful`."""

from summaries.quotes.compose import find_quotes
from summaries.quotes.doubts import doubtful

__all__ = ["doubtful", "find_quotes"]
