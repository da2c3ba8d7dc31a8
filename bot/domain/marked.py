"""Whose words stand in marks in what leads to a quotation: under its speaker's name they seem theirs."""

import re
from collections.abc import Sequence
from typing import Final

from summaries.models import REACH, Analysis, Span, beside

_MARKED: Final = re.compile('[“”"]')
_LETTERS: Final = re.compile('[“"][A-Z]{3,5}[.,]?[”"]')  # nobody's words: they stand for a name


def quotes_somebody(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words stand in marks in it, but for a term of whoever is quoted at that place."""
    marked = _marked_in(analysis, lead, place)
    if quotes_another(analysis, lead, place):
        return True
    fragments = frozenset(analysis.fragments)
    return any(n not in fragments for n in marked)


def quotes_another(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words stand in marks in it that are not known to be of whoever is quoted at that place."""
    if _MARKED.search(_LETTERS.sub("", lead.of(analysis.article.text))) is None:
        return False
    marked, who = _marked_in(analysis, lead, place), analysis.quotes[place].actor
    return not marked or any(analysis.quotes[n].actor != who for n in marked)


def _marked_in(analysis: Analysis, lead: Span, place: int) -> Sequence[int]:
    """The quotations near that place of which words in marks stand in it."""
    first, last = max(0, place - REACH), min(len(analysis.quotes), place + REACH + 1)
    return [n for n in range(first, last) if any(map(lead.meets, analysis.quotes[n].verbatim))]


def quotes_others(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words of another than who is quoted at that place stand in marks in it, or of nobody told."""
    text, quote = analysis.article.text, analysis.quotes[place]
    near = [one for one in beside(analysis.quotes, place) if any(map(lead.meets, one.verbatim))]
    if any(one.actor is None or one.actor != quote.actor for one in near):
        return True
    return not near and _MARKED.search(lead.of(text)) is not None and quote.actor is None
