"""The pages of what is said in a story."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from bot.domain import passages
from bot.domain.articles import Story
from bot.domain.story_quotes import Saying, reported_in, spoken_in
from bot.render.articles import dotted, kind, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import MORE, turning
from bot.render.copying import IN_A_ROW
from bot.render.sayings import blocks_of, copying, shown_of
from bot.render.split import PAGE, fit
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, messages
from summaries.models import Analysis

_MOST_REPORTED: Final = 40  # on a page that a message holds


def story_quotes(story: Story, *, page: int) -> tuple[Unsaid, ...]:
    """One page of what is said in a story: what is quoted first, a few a page, then what is reported."""
    analysis = story.lead.analysis
    parts = tuple(shown_of(part, first=first, lead=story.lead) for first, part in _parted(spoken_in(story)))
    told = tuple(chain.from_iterable(parts))
    spoken = tuple(chain.from_iterable(fit(blocks_of(part), PAGE) for part in parts))
    pages = (*spoken, *_pages_reported(story))
    if not pages:
        return messages((_heading(analysis, _("No quotations to show")),))
    page = max(0, min(page, len(pages) - 1))
    heading = _heading(analysis, _("Quotations") if page < len(spoken) else _("Reported speech"))
    more = MORE if page + 1 != len(spoken) else _("Reported speech ›")
    here = [each for each in told if each.blocks[-1] in pages[page]]
    turn = turning(page, len(pages), "q", story.lead.id, more=more)
    return messages((heading, *pages[page]), (*copying(here), *turn))


def _pages_reported(story: Story) -> Iterator[tuple[Block, ...]]:
    """What is reported: no page begins with what only the page before it explains."""
    sayings = reported_in(story)
    begins = 0
    while begins < len(sayings):
        told = shown_of(sayings[begins : begins + _MOST_REPORTED], lead=story.lead)
        first = fit(blocks_of(told), PAGE)[0]
        fitting = max(1, sum(each.blocks[-1] in first for each in told))
        apart = (n for n in range(fitting, 0, -1) if all(map(_reads_apart, sayings[begins + n :][:1])))
        count = next(apart, fitting)
        yield from fit(blocks_of(told[:count]), PAGE)
        begins += count


def _parted(sayings: Sequence[Saying]) -> Iterator[tuple[int, Sequence[Saying]]]:
    """What stands on a page, behind the number of its first: no more than have their buttons in one row."""
    begins = 0
    while begins < len(sayings):
        ends = _page_ends(sayings, begins)
        yield begins + 1, sayings[begins:ends]
        begins = ends


def _page_ends(sayings: Sequence[Saying], begins: int) -> int:
    """Where the next page begins: with none that only the quotation before it explains, and best with none
    above which what was just read would stand once more.
    """
    most = min(begins + IN_A_ROW, len(sayings))
    if most == len(sayings):
        return most
    apart = [ends for ends in range(most, begins + 1, -1) if _reads_apart(sayings[ends])]
    return next(
        (ends for ends in apart if not _is_led_by(*sayings[ends - 1 : ends + 1])), (*apart, begins + 1)[0]
    )


def _reads_apart(saying: Saying) -> bool:
    article, quote = saying
    return passages.reads_apart(article.analysis, quote)


def _is_led_by(before: Saying, saying: Saying) -> bool:
    """Whether what leads to it is what the one before tells."""
    article, quote = saying
    lead = passages.leads_to(article.analysis, quote)
    return (
        lead is not None
        and before[0] is article
        and lead.start < passages.read_to(article.analysis, before[1])
    )


def _heading(analysis: Analysis, name: Said) -> Block:
    told = dotted(kind(analysis.article.genre), title(analysis.article))
    return paragraph(bold(name), plain(" · "), linked(italic(told), analysis.article.url))
