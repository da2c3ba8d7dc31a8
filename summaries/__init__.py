"""Reads news articles: their parts, summary, actors and quotations, each a span of the text.

Knows no chat and no store. Importing this package, `models`, `errors`, `jsonform` or `stories` loads no
language model; `language` and `analysis` do.
"""
