"""Reads whose words stand in an article, with the real pipeline and the real cast."""

from typing import NamedTuple

from summaries import language
from summaries.actors import find_actors
from summaries.models import Article
from summaries.quotes import find_quotes
from tests.summaries.builders import an_article


class Said(NamedTuple):
    """A quote as a reader sees it: its words, the words that name the speaker, the actor's name."""

    words: str
    speaker: str | None
    actor: str | None


def said(*paragraphs: str) -> list[Said]:
    """What stands as said in an article of these paragraphs, in text order."""
    return said_in(an_article(*paragraphs))


def said_in(article: Article) -> list[Said]:
    """What stands as said in the article, in text order."""
    doc = language.read(article, language.load_pipeline())
    cast = find_actors(doc, article)
    return [
        Said(
            " … ".join(span.of(article.text) for span in quote.content),
            quote.speaker.of(article.text) if quote.speaker is not None else None,
            cast.actors[quote.actor].name if quote.actor is not None else None,
        )
        for quote in find_quotes(doc, article, cast)
    ]
