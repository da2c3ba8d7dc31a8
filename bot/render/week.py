"""The week: what most told of, who was in the news, and what was said."""

from collections.abc import Callable, Iterator
from typing import Final

from bot.domain.articles import Story
from bot.domain.week import Week, WeekStory
from bot.render.articles import correction, dotted, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.cast import actor_buttons, member_line
from bot.render.lists import NUMBERS_ACROSS
from bot.render.measures import Measure, fitting
from bot.render.quotes import quote_block
from bot.render.texts import Said, _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButton, single

Opening = Callable[[str, Story], UnsaidButton]


_MEASURES: Final = (
    Measure(),
    Measure(headline=60, correction=120, address=300),
    Measure(headline=40, correction=60, address=0),
)


def below(label: str, story: Story) -> UnsaidButton:
    """A button that opens the story in a message of its own."""
    return button(label, "s", story.lead.id)


def week(content: Week, *, heading: Said = "", opening: Opening = below) -> Unsaid:
    """The week as one message, a number a story to open it, a button for each of those in the news."""

    def blocks(measure: Measure) -> Iterator[Block]:
        yield paragraph(italic(heading))
        yield paragraph(bold(_("The last seven days")))
        for number, one in enumerate(content.stories, 1):
            yield from _story(number, one, measure)
        yield from _cast(content)
        yield from _said(content)

    numbers = [opening(str(number), each.story) for number, each in enumerate(content.stories, 1)]
    people = actor_buttons([member.actor for member in content.cast])
    return single(
        lambda language: fitting(_MEASURES, blocks, language),
        (*in_rows(numbers, across=NUMBERS_ACROSS), *people),
    )


def _story(number: int, told: WeekStory, measure: Measure) -> Iterator[Block]:
    lead = told.story.lead
    read = lead.analysis.article
    many = ngettext("one article", "{count} articles", told.articles)
    yield paragraph(
        plain(f"{number}. "),
        linked(bold(title(read, measure.headline)), measure.address_of(read)),
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
