"""Whose the words are: the speaker's words → the actor they mean.

A document speaks for whoever wrote it ("her statement", "a letter from the union"); a campaign, a ministry or
an advertisement of somebody's does not speak for its owner.
"""

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.cues import DOCUMENT_NOUNS
from summaries.meaning import meant
from summaries.models import Span
from summaries.quotes.reading import Reading

_ANSWERABLE = frozenset(("by", "from"))


def whom(reading: Reading, speaker: Span, cast: Cast) -> int | None:
    """The actor to whom the speaker's words point; None where they name nobody of the cast."""
    words = reading.over(speaker)
    actor = meant(reading.doc, words, cast)
    if actor is not None:
        return actor
    return next(
        (
            meant(reading.doc, author, cast)
            for i in words
            if (author := _author(reading.words[i])) is not None
        ),
        None,
    )


def _author(document: Token) -> range | None:
    """The words for who wrote the document."""
    if document.lemma_ not in DOCUMENT_NOUNS or document.tag_ not in ("NN", "NNP"):
        return None
    for child in document.children:
        if child.dep_ == "poss":
            return range(child.left_edge.i, child.i + 1)
        if child.dep_ == "prep" and child.lower_ in _ANSWERABLE:
            return range(child.i + 1, child.right_edge.i + 1)
    return None
