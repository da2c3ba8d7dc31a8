"""Reads files into articles: text as a browser or a scraper leaves it, Markdown, web pages."""

from summaries.articles.identity import content_id
from summaries.articles.reading import Form, load, parse

__all__ = ["Form", "content_id", "load", "parse"]
