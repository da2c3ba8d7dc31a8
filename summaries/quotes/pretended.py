"""What is passed off as somebody's words: a forged letter's, a parody account's, a doctored video's.

What such a paper or an account says may be shown as its own; the one whose name it bears said none of it.
"""

from spacy.tokens import Token

from summaries.lexicon.cues import DOCUMENT_NOUNS
from summaries.lexicon.doubts import HEARSAY
from summaries.lexicon.senses import PRETENDED, RECORDINGS
from summaries.lexicon.tags import FINITE, RELATIVE_TAGS
from summaries.models import Quote, Span
from summaries.quotes.reading import Reading

_THINGS = DOCUMENT_NOUNS | RECORDINGS
_NEAR = 4  # words of "fake Ann Lee account"
_REACH = 8  # words from "that" to a name: "that looks very much like"
_BY = frozenset(("by", "from", "signed", "written"))
_IN = frozenset(("in", "from", "via", "through"))  # "on" tells of what, too


def is_pretended(reading: Reading, phrase: range) -> bool:
    """Whether the speaker's words say so themselves: "a forged letter from Ray", "Ray’s hacked account"."""
    words = [reading.words[i] for i in phrase]
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 1 + _NEAR]
        if word.lower_ in HEARSAY and behind and behind[0].lower_ in _BY:
            return True
        if word.lower_ in PRETENDED and any(map(_is_thing, behind)):
            return True
    return False


def is_passed_off(reading: Reading, quote: Quote) -> bool:
    """Whether the sentence says so around the speaker: "An account that looks like Ray’s tweeted".

    "In a forged letter, Ray says", too; there the words stand under nobody's name.
    """
    if quote.speaker is None or quote.cue is None:
        return False
    cue = reading.words[reading.at(quote.cue.start)]
    return _is_misread(reading, quote.speaker) or any(
        _is_in_pretended(child) for verb in (cue, cue.head) for child in verb.children if child.lower_ in _IN
    )


def _is_misread(reading: Reading, speaker: Span) -> bool:
    """Whether the parse took the end of "an account that looks like Ray’s" for who speaks."""
    first, told = reading.at(speaker.start), False
    for i in range(first - 1, max(first - _REACH, reading.sentence(first).start), -1):
        word = reading.words[i]
        if word.is_punct or word.is_quote:
            return False
        if word.tag_ in RELATIVE_TAGS:
            return told and reading.words[i - 1].pos_ == "NOUN"
        told = told or word.tag_ in FINITE
    return False


def _is_in_pretended(preposition: Token) -> bool:
    return any(
        _is_thing(thing) and any(word.lower_ in PRETENDED for word in thing.lefts)
        for thing in preposition.children
    )


def _is_thing(word: Token) -> bool:
    return word.lemma_.lower() in _THINGS
