"""The week: what most told of, who was in the news, and what was said."""

from collections.abc import Iterator

from bot.domain.messages import Message
from bot.domain.week import Week, WeekStory
from bot.render.articles import dotted, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.cast import actor_buttons, member_line
from bot.render.lists import NUMBERS_ACROSS
from bot.render.quotes import quote_block
from bot.render.split import messages
from bot.render.texts import _, ngettext

TITLE_LENGTH = 120  # graphemes of a headline: of seven, with all else, still one message


def week(content: Week) -> tuple[Message, ...]:
    """The week as one message, a number a story to open it, a button for each of those in the news."""
    blocks = (
        paragraph(bold(_("The last seven days"))),
        *(_story(number, each) for number, each in enumerate(content.stories, 1)),
        *_cast(content),
        *_said(content),
    )
    numbers = [button(str(number), "s", each.story.lead.id) for number, each in enumerate(content.stories, 1)]
    people = actor_buttons([member.actor for member in content.cast])
    return messages(blocks, (*in_rows(numbers, across=NUMBERS_ACROSS), *people))


def _story(number: int, told: WeekStory) -> Block:
    read = told.story.lead.analysis.article
    many = ngettext("one article", "{count} articles", told.articles)
    return paragraph(
        plain(f"{number}. "),
        linked(bold(title(read, TITLE_LENGTH)), read.url),
        plain("\n"),
        italic(dotted(short_origin(read), many)),
    ).close()


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
