"""Reads quotes out of sentences with the real pipeline and cast, as rows that can be compared."""

from summaries import language
from summaries.actors import Cast, find_actors
from summaries.models import Article, Quote
from summaries.quotes import find_quotes
from tests.summaries.builders import an_article

Row = tuple[str, list[str], str | None, str | None, str | None]


def read(article: Article) -> tuple[tuple[Quote, ...], Cast]:
    """The article's quotes, and the cast into which their actors point."""
    doc = language.read(article, language.load_pipeline())
    cast = find_actors(doc, article)
    return find_quotes(doc, article, cast), cast


def rows(*paragraphs: str) -> list[Row]:
    """Kind, pieces of content, cue, speaker and actor of every quote in an article of these paragraphs."""
    article = an_article(*paragraphs)
    quotes, cast = read(article)
    return [as_row(quote, article.text, cast) for quote in quotes]


def as_row(quote: Quote, text: str, cast: Cast) -> Row:
    """The quote's kind, pieces of content, cue, speaker and actor's name, as strings."""
    cue = quote.cue.of(text) if quote.cue else None
    speaker = quote.speaker.of(text) if quote.speaker else None
    actor = cast.actors[quote.actor].name if quote.actor is not None else None
    return quote.kind, [span.of(text) for span in quote.content], cue, speaker, actor
