"""Several quotations under one another: numbered where they can be copied, what leads to them told once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.domain import passages
from bot.domain.articles import StoredArticle
from bot.domain.story_quotes import Saying
from bot.render.articles import short_origin
from bot.render.blocks import Block
from bot.render.buttons import copyable
from bot.render.copying import copy_each, words_copied_of
from bot.render.quotes import NOTHING, Words, block_of, leading, unread
from bot.render.unsaid import UnsaidButtons
from summaries.models import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A saying as it looks, its own block the last; `copied` by the button of its number."""

    blocks: tuple[Block, ...]
    number: int | None
    copied: str  # empty: it is reported, not quoted


def shown_of(
    sayings: Sequence[Saying], *, first: int = 1, lead: StoredArticle | None = None
) -> tuple[Shown, ...]:
    """What is said, numbered from `first` where of several one can be copied.

    In which article that is, is said of those that are not the lead's.
    """
    shown = [passages.passage(article.analysis, quote) for article, quote in sayings]
    copied = [
        words_copied_of(article.analysis, quote, words) if passages.is_spoken(article.analysis, quote) else ""
        for (article, quote), words in zip(sayings, shown, strict=True)
    ]
    numbered = any(map(copyable, copied)) and (len(sayings) > 1 or first > 1)
    return tuple(
        Shown(
            blocks=(
                *leading(article.analysis, before),
                block_of(
                    article.analysis,
                    quote,
                    words,
                    below="" if article is lead else short_origin(article.analysis.article),
                    number=number if numbered else None,
                ),
            ),
            number=number if numbered else None,
            copied=copy,
        )
        for number, ((article, quote), words, copy, before) in enumerate(
            zip(sayings, shown, copied, _unread_leads(sayings, shown), strict=True), first
        )
    )


def _unread_leads(sayings: Sequence[Saying], shown: Sequence[Words]) -> Iterator[Span | None]:
    """Of each saying, that of what leads to it which a reader of the one above has not read there."""
    above: StoredArticle | None = None
    led: Span | None = None  # to the one above
    read = NOTHING  # of its article, with it
    for (article, quote), words in zip(sayings, shown, strict=True):
        lead = passages.leads_before(article.analysis, quote, words)
        if article is not above:
            yield lead
        else:
            yield None if lead is not None and led is not None and led.holds(lead) else unread(lead, read)
        above, led = article, lead
        read = Span(words[0].start, passages.read_behind(article.analysis, quote, words))


def blocks_of(told: Sequence[Shown]) -> Iterator[Block]:
    """All of them, one under another."""
    return chain.from_iterable(each.blocks for each in told)


def copying(told: Sequence[Shown]) -> UnsaidButtons:
    """A button to copy each that can be."""
    return copy_each((each.number, each.copied) for each in told)
