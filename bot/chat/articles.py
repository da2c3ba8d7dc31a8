"""/brief, /latest, /search, and the buttons that open an article."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial

from telegram import Update

from bot.chat.parse import BriefRequest, Context, Count, OutOfRange, argument, brief_request, caught, numbers
from bot.chat.reply import edit_in_place, edit_pressed, open_page, reply, said
from bot.chat.routes import Route, on_command, on_link, on_press, on_reading
from bot.delivery.settling import write_until_settled
from bot.desks.reading import USUAL_STORIES, ReadingDesk
from bot.domain.articles import Story
from bot.domain.roundups import MOST_LISTED, Roundup
from bot.render.articles import full_text
from bot.render.briefing import story as story_page
from bot.render.lists import found as found_page
from bot.render.lists import headlines, note
from bot.render.roundups import roundup
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid

NOTHING_YET = _("There are no articles yet. They appear here as soon as they come in.")
NOT_HERE = _("This article is not available: it was withdrawn, or an editor is holding it back.")
NOT_THERE = _("I have no article from this address. /search finds articles by their words.")
HOW_MANY = _("I can show 1 to 10 stories at once, for example: /brief 3")
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
            on_press("n:{id}:{id}", self.turn),
            on_press("b:{id}:{id}", self.turn_newest),
            on_press("bw:{id}:{words}", self.turn_matching),
            *on_reading("t:{id}", self.full_text),
            *on_reading("t:{id}:{page}", self.full_text),
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
        await reply(update, (story_page(story),) if story else note(NOT_THERE))

    async def search_again(self, update: Update, context: Context) -> None:
        """`f:words`: the same by a button."""
        await reply(update, await self._found(caught(context)))

    async def open(self, update: Update, context: Context) -> None:
        """`s:id`: an article as a briefing, with what others of its story add."""
        (article_id,) = numbers(context)
        await reply(update, await self._opened(article_id))
        await self._desk.note_opening(article_id)

    async def full_text(self, update: Update, context: Context) -> None:
        """`t:id`: an article's whole text, its first page; `t:id:page`: another, in place."""
        await open_page(update, context, self._text)
        article_id, *page = numbers(context)
        if not page:
            await self._desk.note_opening(article_id)

    async def turn(self, update: Update, context: Context) -> None:
        """`n:id:delivery`: the article's story in the message that lists it; of 0: the list again.

        What editors change while it is written is looked at again, so that the later word stands; before that
        it is not answered, and comes again where this process dies. Below it, where it cannot be edited or is
        gone, is said what it would say by now.
        """
        article_id, delivery_id = numbers(context)
        pressed = update.callback_query.message if update.callback_query else None
        if pressed is None:
            return
        turned = await self._desk.turn(
            delivery_id, article_id or None, telegram_id=pressed.chat.id, message_id=pressed.message_id
        )
        if turned is None:  # sent twice, or shown in a preview: there is nothing to turn
            await reply(update, await self._opened(article_id))
            return
        look = partial(self._desk.roundup, delivery_id)
        is_in_place = await write_until_settled(
            turned,
            make=lambda each: said(update, (roundup(*each),))[0],
            write=lambda message: edit_pressed(update, message),
            look=look,
        )
        below = None if is_in_place else await look()
        missing = article_id and not _is_open(article_id, turned[0])
        alert = NOT_HERE if missing else None  # what stands there is not what the button named
        await reply(update, (roundup(*below),) if below else (), alert=alert)
        if article_id:
            await self._desk.note_opening(article_id)

    async def turn_newest(self, update: Update, context: Context) -> None:
        """`b:id:count`: the article's story in place of the newest ones; of 0: these as they are now."""
        article_id, count = numbers(context)
        listed = partial(self._desk.newest, min(count, MOST_LISTED))
        await self._turn(update, listed, article_id, ("b", count), otherwise=NOTHING_YET)

    async def turn_matching(self, update: Update, context: Context) -> None:
        """`bw:id:words`: the same of stories with these words."""
        (article_id,), words = numbers(context)[:1], caught(context)
        listed = partial(self._desk.matching, words)
        await self._turn(update, listed, article_id, ("bw", words), otherwise=_no_match(words))

    async def _turn(
        self,
        update: Update,
        listed: Callable[[], Awaitable[tuple[Story, ...]]],
        article_id: int,
        reference: tuple[str, int | str],
        *,
        otherwise: Said,
    ) -> None:
        if article_id and (opened := await self._desk.story(article_id)):
            content = Roundup(stories=(opened,), opened=opened, reference=reference)
            await edit_in_place(update, (roundup(content),))
            await self._desk.note_opening(article_id)
        else:
            missing = NOT_HERE if article_id else None  # the list is another than was pressed on
            again = _listed(await listed(), reference, otherwise=otherwise)
            await edit_in_place(update, again, alert=missing)

    async def _opened(self, article_id: int) -> tuple[Unsaid, ...]:
        story = await self._desk.story(article_id) if article_id else None
        return (story_page(story),) if story else note(NOT_HERE)

    async def _briefed(self, request: BriefRequest) -> tuple[Unsaid, ...]:
        if isinstance(request, OutOfRange):
            return note(HOW_MANY)
        if isinstance(request, Count):
            found = await self._desk.newest(request.stories)
            return _listed(found, ("b", request.stories), otherwise=NOTHING_YET)
        found = await self._desk.matching(request.words)
        return _listed(found, ("bw", request.words), otherwise=_no_match(request.words))

    async def _text(self, article_id: int, page: int = 0) -> tuple[Unsaid, ...]:
        article = await self._desk.find(article_id)
        return full_text(article, page=page) if article else note(NOT_HERE)

    async def _found(self, words: str) -> tuple[Unsaid, ...]:
        return found_page(words, await self._desk.search(words))


def _is_open(article_id: int, content: Roundup) -> bool:
    return content.opened is not None and any(one.id == article_id for one in content.opened.articles)


def _listed(
    stories: Sequence[Story], reference: tuple[str, int | str], *, otherwise: Said
) -> tuple[Unsaid, ...]:
    """The list of the stories; the story itself where there is one."""
    if not stories:
        return note(otherwise)
    if len(stories) == 1:
        return (story_page(stories[0]),)
    return (roundup(Roundup(stories=tuple(stories), reference=reference)),)


def _no_match(words: str) -> Said:
    return _("No story matches “{words}”. /latest shows the newest headlines.", words=words)
