"""Pull quotes: words that a page repeats in large letters between its paragraphs are said once.

Without a cue where they stand alone, they would be nobody's, or whoever's spoke before them. One that is
signed says whose it is, and stays.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from summaries.models import Span
from summaries.quotes.drafts import QuoteDraft
from summaries.quotes.page import ParagraphView

_RUN = 5  # words in a row that two quotations have in common only where one repeats the other
_WORD = re.compile(r"\w+")

_Words = tuple[str, ...]


def without_pull_quotes(
    drafts: Iterable[QuoteDraft], pages: Sequence[ParagraphView], text: str
) -> Iterator[QuoteDraft]:
    """The drafts but for those that are a paragraph of their own and stand in another quotation, too."""
    drafts = list(drafts)
    nobodys = [draft for draft in drafts if draft.cue is None and draft.speaker is None]
    if not nobodys:
        return iter(drafts)
    alone = {passage.span for page in pages if page.is_all_quoted for passage in page.passages}
    pulled = [draft for draft in nobodys if alone.issuperset(draft.content)]
    if not pulled:
        return iter(drafts)
    others = {id(draft) for draft in pulled}
    told = {run for draft in drafts if id(draft) not in others for run in _runs(draft.content, text)}
    return (draft for draft in drafts if id(draft) not in others or not _repeats(draft, told, text))


def _repeats(draft: QuoteDraft, told: set[_Words], text: str) -> bool:
    runs = list(_runs(draft.content, text))
    return bool(runs) and told.issuperset(runs)


def _runs(spans: Iterable[Span], text: str) -> Iterator[_Words]:
    words = [word.casefold() for span in spans for word in _WORD.findall(text, *span)]
    return zip(*(words[place:] for place in range(_RUN)), strict=False)
