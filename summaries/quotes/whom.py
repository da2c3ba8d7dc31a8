"""Whose the words are: the speaker's words → the actor they mean.

A document speaks for whoever wrote it ("her statement", "a letter from the union"); a campaign, a ministry or
an advertisement of somebody's does not speak for its owner.
"""

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.cues import DOCUMENT_NOUNS
from summaries.lexicon.openings import THIRD_PERSON
from summaries.meaning import meant
from summaries.models import Quote, Span, meeting
from summaries.quotes.pretended import is_pretended
from summaries.quotes.reading import Reading

_ANSWERABLE = frozenset(("by", "from"))


def whom(reading: Reading, quote: Quote, cast: Cast) -> int | None:
    """The actor to whom the quote's speaker points; None where that names nobody of the cast."""
    speaker = quote.speaker
    if speaker is None:
        return None
    words = reading.over(speaker)
    if is_pretended(reading, words):
        return None
    actor = meant(reading.doc, words, cast)
    if actor is not None:
        third = speaker.of(reading.text).lower() in THIRD_PERSON
        return None if third and _is_spoken_of(reading, speaker, quote, actor, cast) else actor
    authors = (_author(reading.words[i]) for i in words)
    return next((meant(reading.doc, author, cast) for author in authors if author is not None), None)


def _is_spoken_of(reading: Reading, speaker: Span, quote: Quote, actor: int, cast: Cast) -> bool:
    """Whether "he" names the actor in the clause around or behind the cue: "Ruiz, he said, came first"."""
    sentence = reading.span(reading.sentence(reading.at(speaker.start)))
    here = meeting(quote.content, sentence) if sentence is not None else ()
    if not here or here[-1].end < speaker.end:
        return False  # "Ruiz came first, he said" may be Ruiz
    named = (
        one.mention
        for span in here
        for one in cast.references_in(span)
        if one.actor == actor and one.mention.of(reading.text).lower() not in THIRD_PERSON
    )
    return any(not meeting(quote.verbatim, mention) for mention in named)


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
