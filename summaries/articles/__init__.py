"""Reads files into articles: text as a browser or a scraper leaves it, Markdown, web pages."""

from summaries.articles.datelines import story_start
from summaries.articles.identity import content_id
from summaries.articles.reading import SUFFIXES, Form, load, parse

__all__ = ["SUFFIXES", "Form", "content_id", "load", "parse", "story_start"]
