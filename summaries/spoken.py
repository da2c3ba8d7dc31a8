"""Whose words a reader is shown of a quotation: the speaker's own, and whether these stand by themselves."""

import re
from collections.abc import Iterator
from typing import Final

from summaries.models import Article, Quote, meeting

_FIRST_LETTER: Final = re.compile(r"[^\W_]|\[")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|[Uu]s|[Oo]urs?)\b")


def has_own_words(article: Article, quote: Quote) -> bool:
    """Whether some of it is the speaker's word for word: in marks, or set apart by the page."""
    return bool(quote.verbatim) or is_set_apart(article, quote)


def is_set_apart(article: Article, quote: Quote) -> bool:
    """Whether it is a block quotation without marks, in the first person of somebody who is named.

    A tweet, a letter, what was said in court: what a page sets apart in another person may be of a document.
    """
    if quote.verbatim or quote.actor is None or not article.block_quotations:
        return False
    blocks = (meeting(article.block_quotations, piece) for piece in quote.content)
    return all(blocks) and any(_FIRST_PERSON.search(article.text, *piece) for piece in quote.content)


def stands_alone(quote: Quote, text: str) -> bool:
    """Whether a quotation is shown by itself: all of it in marks, and begun as a sentence is."""
    in_marks = quote.content == quote.verbatim or not any(map(_has_word, _outside_marks(quote, text)))
    return in_marks and not _begins_inside(quote, text)


def _begins_inside(quote: Quote, text: str) -> bool:
    """Whether what is quoted begins with a small letter, as no sentence does."""
    first = _FIRST_LETTER.search(text, quote.content[0].start, quote.content[0].end)
    return first is not None and first[0].islower()


def _outside_marks(quote: Quote, text: str) -> Iterator[str]:
    """What of the quotation stands in no marks."""
    for piece in quote.content:
        begins = piece.start
        for marked in sorted(span for span in quote.verbatim if span.meets(piece)):
            yield text[begins : marked.start]
            begins = max(begins, marked.end)
        yield text[begins : piece.end]


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))
