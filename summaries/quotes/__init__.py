"""Who said what: Doc + actors → quotes. See `find_quotes`."""

from summaries.quotes.compose import find_quotes

__all__ = ["find_quotes"]
