"""Which sentences are somebody's own words by the page's form: an interview's answers report nothing."""

from collections.abc import Sequence

from summaries.models import Article, Span
from summaries.sentences import Sentence
from summaries.turns import find_turns


def in_turns(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences from an interview's or a transcript's first turn on; all, of readers' letters.

    Where all of the page is one, whoever opens it tells what it is about: that turn's are left out.
    """
    turns = find_turns(article)
    if not turns:
        return frozenset()
    if turns[0].role == "writes":
        return frozenset(range(len(sentences)))
    opening = Span(turns[0].words[0].start, turns[0].words[-1].end)
    within = frozenset(number for number, one in enumerate(sentences) if one.span.end > opening.start)
    if len(within) < len(sentences) or turns[0].role != "speaks":
        return within
    return frozenset(number for number in within if not opening.holds(sentences[number].span))


def in_blocks(article: Article, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of those in block quotations, somebody's words; none where these are most of the page."""
    blocks = article.block_quotations
    if 2 * _length(blocks) > _length(article.body):
        return frozenset()
    return frozenset(
        number for number, one in enumerate(sentences) if any(block.holds(one.span) for block in blocks)
    )


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
