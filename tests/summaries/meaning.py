"""Asks a cast whom words of a text mean; a mark stands before the words that are asked for."""

from summaries.models import Span
from tests.summaries.builders import an_article
from tests.summaries.reading import cast_of

MARK = "¦"


def meant(*paragraphs: str) -> str | None:
    """The name of the actor whom the words from the mark to the next one, or to the word's end, mean."""
    text = "\n\n".join(paragraphs)
    start = text.index(MARK)
    rest = text[start + 1 :]
    length = rest.index(MARK) if MARK in rest else len(rest.split()[0].rstrip(".,”"))
    article = an_article(*(paragraph.replace(MARK, "") for paragraph in paragraphs), headline=None)
    cast = cast_of(article)
    index = cast.at(Span(start, start + length))
    return None if index is None else cast.actors[index].name
