"""Whether a quotation answers another that stands right before it: "Why?" and "Because nobody came"."""

import re
from typing import Final

from bot.domain.leads import sentence_before
from summaries.models import Analysis, Quote, Span, beside, place_from

_ASKED: Final = re.compile(r"\?[”\"]")
_REPLYING: Final = re.compile(
    r"(?:repl(?:y|ie)|respond|retort|answer|counter)|(?:bit|fired|hit|shot|snapped) back\b", re.IGNORECASE
)


def is_reply(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> bool:
    """Whether another is quoted in the sentence before who asks, or to whom it is said to reply."""
    text, before = analysis.article.text, sentence_before(analysis, told[0].start)
    if before is None or not quote.verbatim or told != quote.content:
        return False
    asked = _ASKED.search(text, *before) is not None
    if not asked and (quote.cue is None or _REPLYING.match(text, quote.cue.start) is None):
        return False
    near = beside(analysis.quotes, place_from(analysis.quotes, quote.content))
    return any(one.actor != quote.actor and any(map(before.meets, one.verbatim)) for one in near)
