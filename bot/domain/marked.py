"""Whose words stand in marks in what leads to a quotation: under its speaker's name they seem theirs."""

import re
from collections.abc import Sequence
from typing import Final

from summaries.models import Analysis, Quote, Span, beside

MARKED: Final = re.compile('[“”"]')
_LETTERS: Final = re.compile('[“"][A-Z]{3,5}[.,]?[”"]')  # nobody's words: they stand for a name


def quotes_somebody(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words stand in marks in it, but for a term of whoever is quoted at that place."""
    terms = {analysis.quotes[n].content for n in analysis.fragments}
    return quotes_another(analysis, lead, place) or any(
        one.content not in terms for one in _marked_in(analysis, lead, place)
    )


def quotes_another(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words stand in marks in it that are not known to be of whoever is quoted at that place."""
    if MARKED.search(_LETTERS.sub("", lead.of(analysis.article.text))) is None:
        return False
    marked, who = _marked_in(analysis, lead, place), analysis.quotes[place].actor
    return not marked or any(one.actor != who for one in marked)


def quotes_others(analysis: Analysis, lead: Span, place: int) -> bool:
    """Whether words of another than who is quoted at that place stand in marks in it, or of nobody told."""
    marked, who = _marked_in(analysis, lead, place), analysis.quotes[place].actor
    if any(one.actor is None or one.actor != who for one in marked):
        return True
    return not marked and MARKED.search(lead.of(analysis.article.text)) is not None and who is None


def _marked_in(analysis: Analysis, lead: Span, place: int) -> Sequence[Quote]:
    """The quotations near that place of which words in marks stand in it."""
    return [one for one in beside(analysis.quotes, place) if any(map(lead.meets, one.verbatim))]
