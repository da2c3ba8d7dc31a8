"""/quotes, and the buttons that open quotations and turn their pages."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.articles import NOT_HERE
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, open_page, reply
from bot.chat.routes import Route, on_command, on_reading
from bot.chat.who import NOBODY_LEFT
from bot.desks.reading import CouldBe, NotQuoted, QuotesOf, ReadingDesk
from bot.render.lists import note
from bot.render.quote_lists import (
    latest_quotes,
    not_quoted,
    quotes_about,
    quotes_of,
    quotes_with,
    which_speaker,
)
from bot.render.story_quotes import story_quotes
from bot.render.unsaid import Unsaid


class QuoteHandlers:
    """Answers about quotations."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_command("quotes", self.quotes),
            *on_reading("q:{id}", self.in_article),
            *on_reading("q:{id}:{page}", self.in_article),
            *on_reading("qa:{id}", self.of_actor),
            *on_reading("qa:{id}:{page}", self.of_actor),
            *on_reading("qb:{id}:{page}:{words}", self.of_actor_about),
            *on_reading("ql:{page}", self.more_latest),
            *on_reading("qw:{page}:{words}", self.more_with_words),
        )

    async def quotes(self, update: Update, context: Context) -> None:
        """`/quotes`: the latest; `/quotes name or words`: that actor's, or those that hold the words."""
        asked = argument(update)
        latest = not asked or asked.casefold() == "latest"
        await reply(update, await (self._latest(0) if latest else self._asked(asked)))

    async def in_article(self, update: Update, context: Context) -> None:
        """`q:id`: what is said in the article; `q:id:page`: another page of it, in place."""
        await open_page(update, context, self._in_article)

    async def of_actor(self, update: Update, context: Context) -> None:
        """`qa:id`: what the actor said; `qa:id:page`: another page of it, in place."""
        await open_page(update, context, self._of_actor)

    async def of_actor_about(self, update: Update, context: Context) -> None:
        """`qb:id:0:words`: what the actor said of the words; another page of it, in place."""
        actor_id, page, *_ = numbers(context)
        words = caught(context)
        if (found := await self._desk.quotes_of_about(actor_id, words, page)) is None:
            await edit_in_place(update, note(NOBODY_LEFT))
            return
        actor, held, nearness = found
        await edit_in_place(update, quotes_about(actor, held, words, nearness))

    async def more_latest(self, update: Update, context: Context) -> None:
        """`ql:page`: another page of the latest, in place."""
        await edit_in_place(update, await self._latest(numbers(context)[0]))

    async def more_with_words(self, update: Update, context: Context) -> None:
        """`qw:page:words`: another page of those that hold the words, in place."""
        found = await self._desk.quotes_with(caught(context), numbers(context)[0])
        await edit_in_place(update, quotes_with(found.words, found.page))

    async def _latest(self, page: int) -> tuple[Unsaid, ...]:
        return latest_quotes(await self._desk.latest_quotes(page))

    async def _of_actor(self, actor_id: int, page: int = 0) -> tuple[Unsaid, ...]:
        return _said_by(await self._desk.quotes_of(actor_id, page))

    async def _in_article(self, article_id: int, page: int = 0) -> tuple[Unsaid, ...]:
        story = await self._desk.story(article_id)
        return story_quotes(story, page=page) if story else note(NOT_HERE)

    async def _asked(self, asked: str) -> tuple[Unsaid, ...]:
        found = await self._desk.quotes_asked(asked)
        if isinstance(found, CouldBe):
            return which_speaker(asked, found.entries)
        if isinstance(found, QuotesOf):
            return _said_by(found)
        if isinstance(found, NotQuoted):
            return not_quoted(asked, found.entries, taken_for=found.taken_for)
        return quotes_with(found.words, found.page, typed=found.typed, nearest=found.nearest)


def _said_by(found: QuotesOf | None) -> tuple[Unsaid, ...]:
    if found is None:
        return note(NOBODY_LEFT)
    return quotes_of(found.actor, found.page, taken_for=found.taken_for, others=found.others)
