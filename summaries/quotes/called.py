"""How a speaker is called: beside the cue, and where the article brings them in."""

from spacy.tokens import Token

from summaries.models import Quote, Span
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import LONGEST, speaker_words, subject

_SAYING_WHICH = frozenset(("prep", "acl", "relcl"))


def speaker_beside(quote: Quote, reading: Reading) -> Span | None:
    """The words for the speaker that stand with the cue: "the report" of one that was brought in before."""
    if quote.speaker is None or quote.cue is None:
        return quote.speaker
    cue = reading.at(quote.cue.start)
    if reading.at(quote.speaker.start) in reading.sentence(cue):
        return quote.speaker
    there = _source(reading.words[cue]) or subject(reading.words[cue])
    return speaker_words(there, reading) if there is not None else quote.speaker


def phrase_around(noun: Token, reading: Reading) -> Span:
    """The words that name the noun, with what is said right behind it of which one it is.

    "a report by the harbour board", "a woman who owns the shop".
    """
    named = speaker_words(noun, reading)
    behind = (child for child in noun.rights if child.dep_ in _SAYING_WHICH)
    said = [child for child in behind if not child.left_edge.nbor(-1).is_punct]
    if not said:
        return named
    whole = reading.span(range(reading.at(named.start), said[-1].right_edge.i + 1))
    too_long = whole is None or whole.end - whole.start > LONGEST or "\n" in whole.of(reading.text)
    return named if whole is None or too_long else whole


def _source(cue: Token) -> Token | None:
    """The affidavit in "according to the affidavit"."""
    if cue.lower_ != "according":
        return None
    tos = (child for child in cue.children if child.lower_ == "to")
    return next((noun for to in tos for noun in to.children if noun.dep_ == "pobj"), None)
