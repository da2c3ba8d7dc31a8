"""Views: "That is the view of the coach", behind the sentence that tells it → whose it is."""

from summaries.lexicon.cues import VIEW_NOUNS
from summaries.models import Span
from summaries.quotes.attribution import Attribution
from summaries.quotes.page import ParagraphView
from summaries.quotes.speakers import can_speak, speaker_words

_POINTING = frozenset(("that", "this", "such"))
_BEING = frozenset(("is", "was", "’s", "'s"))
_OF = frozenset(("of", "from"))
_FEWEST = 6  # words: "That is the view of Ray"


def view_of(page: ParagraphView) -> Attribution | None:
    """The noun for what was told right before, and whose the paragraph's first sentence says that it is."""
    reading, first = page.reading, page.sentence(page.words.start) if page.words else range(0)
    if len(first) < _FEWEST:
        return None
    words = reading.words[first.start : first.start + _FEWEST]
    that, be, the, noun, of = words[:5]
    if that.lower_ not in _POINTING or be.lower_ not in _BEING or the.lower_ != "the":
        return None
    who = next((child for child in of.children if child.dep_ == "pobj"), None)
    if noun.lemma_ not in VIEW_NOUNS or of.lower_ not in _OF or who is None or not can_speak(who):
        return None
    return Attribution(noun.i, speaker_words(who, reading))


def told_before(page: ParagraphView, previous: ParagraphView) -> Span | None:
    """The sentence that the view is, the last of the paragraph before; None where that is quoted in part."""
    return page.reading.span(previous.last_sentence)
