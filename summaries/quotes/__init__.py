"""Who said what: Doc + actors → quotes, and which of them are doubtful. See `find_quotes`, `judge`."""

from summaries.quotes.compose import find_quotes, quotes_in
from summaries.quotes.judging import judge
from summaries.quotes.reading import Reading

__all__ = ["Reading", "find_quotes", "judge", "quotes_in"]
