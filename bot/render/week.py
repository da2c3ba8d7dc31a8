"""The week: what most told of, who was in the news, and what was said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.articles import Story
from bot.domain.messages import Button, Message
from bot.domain.week import Week, WeekStory
from bot.render.articles import correction, dotted, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.cast import actor_buttons, member_line
from bot.render.lists import NUMBERS_ACROSS
from bot.render.quotes import quote_block
from bot.render.split import MESSAGE, fit, single
from bot.render.texts import Said, _, ngettext

Opening = Callable[[str, Story], Button]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """How much is shown of each story: graphemes, and bytes of an address."""

    headline: int = 120
    correction: int = 200
    address: int = 1000


# The first in which all of it is one message is taken.
_MEASURES: Final = (
    _Measure(),
    _Measure(headline=60, correction=120, address=300),
    _Measure(headline=40, correction=60, address=0),
)


def below(label: str, story: Story) -> Button:
    """A button that opens the story in a message of its own."""
    return button(label, "s", story.lead.id)


def week(content: Week, *, heading: Said = "", opening: Opening = below) -> Message:
    """The week as one message, a number a story to open it, a button for each of those in the news."""
    for measure in _MEASURES:
        blocks = (
            paragraph(italic(heading)),
            paragraph(bold(_("The last seven days"))),
            *(
                block
                for number, one in enumerate(content.stories, 1)
                for block in _story(number, one, measure)
            ),
            *_cast(content),
            *_said(content),
        )
        if len(fit(blocks, MESSAGE)) <= 1:
            break
    numbers = [opening(str(number), each.story) for number, each in enumerate(content.stories, 1)]
    people = actor_buttons([member.actor for member in content.cast])
    return single(blocks, (*in_rows(numbers, across=NUMBERS_ACROSS), *people))


def _story(number: int, told: WeekStory, measure: _Measure) -> Iterator[Block]:
    lead = told.story.lead
    read = lead.analysis.article
    address = read.url if read.url and len(read.url.encode()) <= measure.address else None
    many = ngettext("one article", "{count} articles", told.articles)
    yield paragraph(
        plain(f"{number}. "),
        linked(bold(title(read, measure.headline)), address),
        plain("\n"),
        italic(dotted(short_origin(read), many)),
    ).close()
    if noted := correction(lead, measure.correction):
        yield noted.close()


def _cast(content: Week) -> Iterator[Block]:
    if content.cast:
        yield paragraph(bold(_("Who was in the news")))
    for member in content.cast:
        yield member_line("· ", member, with_kind=True)


def _said(content: Week) -> Iterator[Block]:
    pulls = content.quotations
    if pulls:
        yield paragraph(bold(_("Said this week")))
    for pull in pulls:
        analysis = pull.article.analysis
        yield quote_block(analysis, pull.quote, below=short_origin(analysis.article))
