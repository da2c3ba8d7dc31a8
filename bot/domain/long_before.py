"""Whether words tell of a time long before the news: what was said then is not said of it."""

import re
from bisect import bisect_left
from typing import Final

from summaries.models import Analysis, Quote, Span, meeting
from summaries.shown import year_of

_LONG_BEFORE: Final = re.compile(
    r"\bat the time\b|\b(?:months|years|decades) (?:ago|earlier|before)\b", re.IGNORECASE
)
_FRAME: Final = 24  # characters
_YEAR: Final = re.compile(r"\bin (?:\w+ ){0,2}((?:19|20)\d\d)\b", re.IGNORECASE)


def tells_of_long_before(words: str, year: int | None) -> bool:
    """`year`: of the news, None where that is not told."""
    earlier = year is not None and any(int(told) < year for told in _YEAR.findall(words))
    return earlier or _LONG_BEFORE.search(words) is not None


def opens_long_before(words: str, year: int | None) -> bool:
    """ "But in May 2017, …", "Two years ago, …": so the sentence, and what follows it, is of then."""
    opening = words[:_FRAME]
    return not opening.lower().startswith("at the time") and tells_of_long_before(opening, year)


def is_of_another_time(analysis: Analysis, quote: Quote) -> bool:
    """Whether the sentences of the quotation, or the one before it, tell of a time long before the news."""
    first, last = quote.content[0].start, quote.content[-1].end
    if quote.cue is not None:
        first, last = min(first, quote.cue.start), max(last, quote.cue.end)
    around = meeting(analysis.sentences, Span(first, last))
    if not around:
        return False
    begins = bisect_left(analysis.sentences, around[0])
    told = analysis.sentences[max(0, begins - 1) : begins + len(around)]
    words = " ".join(span.of(analysis.article.text) for span in told)
    return tells_of_long_before(words, year_of(analysis.article))
