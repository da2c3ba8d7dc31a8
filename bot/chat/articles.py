"""/brief, /latest, /search, and the buttons that open an article."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.parse import BriefRequest, Context, Count, OutOfRange, argument, brief_request, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_command, on_link, on_reading
from bot.desks.reading import USUAL_STORIES, ReadingDesk
from bot.domain.articles import Briefing
from bot.domain.messages import Message
from bot.render.articles import full_text
from bot.render.briefing import briefing
from bot.render.briefing import story as story_page
from bot.render.lists import found as found_page
from bot.render.lists import headlines, note
from bot.render.texts import Said, _

NOTHING_YET = _("There are no articles yet. They appear here as soon as they come in.")
NOT_HERE = _("This article is not available: it was withdrawn, or an editor is holding it back.")
NOT_THERE = _("I have no article from this address. /search finds articles by their words.")
HOW_MANY = _("I can send 1 to 20 stories at once, for example: /brief 3")
WHAT_TO_SEARCH = _("Write what to look for after the command, for example: /search cease-fire")


class ArticleHandlers:
    """Answers about articles."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_command("brief", self.brief),
            on_command("latest", self.latest),
            on_command("search", self.search),
            on_link(self.at_address),
            *on_reading("s:{id}", self.open),
            *on_reading("t:{id}", self.full_text),
            *on_reading("t:{id}:{page}", self.more_text),
            *on_reading("l:{page}", self.more_headlines),
            *on_reading("f:{words}", self.search_again),
        )

    async def brief(self, update: Update, context: Context) -> None:
        """`/brief`, `/brief 3`, `/brief words`: the newest stories, or those about your words."""
        await reply(update, await self._briefed(brief_request(argument(update), default=USUAL_STORIES)))

    async def latest(self, update: Update, context: Context) -> None:
        """`/latest`: the newest headlines."""
        page = await self._desk.latest()
        await reply(update, headlines(page) if page.items else note(NOTHING_YET))

    async def more_headlines(self, update: Update, context: Context) -> None:
        """`l:page`: another page of the headlines, in place."""
        page = await self._desk.latest(numbers(context)[0])
        await edit_in_place(update, headlines(page) if page.items else note(NOTHING_YET))

    async def search(self, update: Update, context: Context) -> None:
        """`/search words`: articles that hold the words, each with a sentence that does."""
        words = argument(update)
        await reply(update, await self._found(words) if words else note(WHAT_TO_SEARCH))

    async def at_address(self, update: Update, context: Context) -> None:
        """An address alone: the article that stands there, as a briefing."""
        address = ((update.message.text if update.message else None) or "").strip()
        story = await self._desk.story_at(address)
        await reply(update, story_page(story) if story else note(NOT_THERE))

    async def search_again(self, update: Update, context: Context) -> None:
        """`f:words`: the same by a button."""
        await reply(update, await self._found(caught(context)))

    async def open(self, update: Update, context: Context) -> None:
        """`s:id`: an article as a briefing, with what others of its story add."""
        story = await self._desk.story(numbers(context)[0])
        await reply(update, story_page(story) if story else note(NOT_HERE))

    async def full_text(self, update: Update, context: Context) -> None:
        """`t:id`: an article's whole text, its first page."""
        (article_id,) = numbers(context)
        await reply(update, await self._text(article_id, page=0))

    async def more_text(self, update: Update, context: Context) -> None:
        """`t:id:page`: another page of the text, in place."""
        article_id, page = numbers(context)
        await edit_in_place(update, await self._text(article_id, page=page))

    async def _briefed(self, request: BriefRequest) -> Iterable[Message]:
        if isinstance(request, OutOfRange):
            return note(HOW_MANY)
        if isinstance(request, Count):
            return _briefing(await self._desk.newest(request.stories), otherwise=NOTHING_YET)
        nothing = _("No story matches “{words}”. /latest shows the newest headlines.", words=request.words)
        return _briefing(await self._desk.matching(request.words), otherwise=nothing)

    async def _text(self, article_id: int, *, page: int) -> tuple[Message, ...]:
        article = await self._desk.find(article_id)
        return full_text(article, page=page) if article else note(NOT_HERE)

    async def _found(self, words: str) -> tuple[Message, ...]:
        return found_page(words, await self._desk.search(words))


def _briefing(content: Briefing, *, otherwise: Said) -> Iterable[Message]:
    return briefing(content) if content.stories else note(otherwise)
