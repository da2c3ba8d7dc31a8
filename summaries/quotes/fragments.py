"""Fragments: words in marks that state nothing by themselves, as a title, a nickname, a term or a word does.

They are found and kept as quotations are, and shown as reports are: in the sentence that gives them meaning.
"""

from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Quote, Span
from summaries.quotes.page import is_title
from summaries.quotes.reading import Reading
from summaries.spoken import stands_alone

_MARKS = "\"'“”‘’„‟«»` "
_FEW = 2  # words; as few inside a sentence are a piece of it
_LONGEST = 5  # words of a term: "high-end car network"
_OF_TERMS = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "PUNCT", "SYM"))


def is_fragment(reading: Reading, quote: Quote) -> bool:
    """Whether none of what it has in marks is a statement, or words of somebody's own choice."""
    alone = stands_alone(quote, reading.text)
    return bool(quote.verbatim) and all(_says_little(reading, span, alone=alone) for span in quote.verbatim)


def _says_little(reading: Reading, marked: Span, *, alone: bool) -> bool:
    said = marked.of(reading.text).strip(_MARKS)
    count = len(said.split())
    if count <= _FEW:
        return count < _FEW or not (alone and _states(reading, marked))
    return (is_title(said) and not said.isupper()) or (not alone and _is_term(reading, marked, count))


def _states(reading: Reading, marked: Span) -> bool:
    """ "It stays", "Shut it": whether a verb of it is finite, or it opens with a command."""
    words = [word for i in reading.over(marked) if (word := reading.words[i]).text[:1].isalnum()]
    return any(word.tag_ in FINITE_OR_MODAL for word in words) or words[:1][0].tag_ == "VB"


def _is_term(reading: Reading, marked: Span, count: int) -> bool:
    """Whether it is a noun with what stands before it, and no word that joins it to others."""
    return count <= _LONGEST and all(reading.words[i].pos_ in _OF_TERMS for i in reading.over(marked))
