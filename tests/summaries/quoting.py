"""Reads quotes out of sentences, as rows that a table can be compared with."""

from dataclasses import dataclass

from summaries import language
from summaries.models import Actor, Article, Quote, Span
from summaries.quotes import find_quotes
from tests.summaries.builders import an_article

Row = tuple[str, list[str], str | None, str | None]


@dataclass(frozen=True)
class Names:
    """A cast that knows actors by the words that name them."""

    text: str
    known: tuple[str, ...] = ()

    def at(self, span: Span) -> int | None:
        words = span.of(self.text)
        return self.known.index(words) if words in self.known else None

    @property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(Actor(name=name, kind="person") for name in self.known)

    def inside(self, span: Span) -> frozenset[int]:
        return frozenset(number for number, name in enumerate(self.known) if name in span.of(self.text))


def read(article: Article, *known: str) -> tuple[Quote, ...]:
    """The article's quotes; `known` are the actors, by the words that name them."""
    doc = language.read(article, language.load_pipeline())
    return find_quotes(doc, article, Names(article.text, known))


def rows(*paragraphs: str) -> list[Row]:
    """Kind, pieces of content, cue and speaker of every quote in an article of these paragraphs."""
    article = an_article(*paragraphs)
    return [as_row(quote, article.text) for quote in read(article)]


def as_row(quote: Quote, text: str) -> Row:
    """The quote's kind, pieces of content, cue and speaker, as strings."""
    cue = quote.cue.of(text) if quote.cue else None
    speaker = quote.speaker.of(text) if quote.speaker else None
    return quote.kind, [span.of(text) for span in quote.content], cue, speaker
