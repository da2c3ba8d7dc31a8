"""What can be done with a story or a name: a row of buttons that opens beside its message's own.

The message stays as it is; only its keyboard changes, so that one who decides still reads what about.
"""

from collections.abc import Iterable, Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import MessageHandler
from telegram.helpers import create_deep_linked_url

from bot.botapi.keyboards import keyboard
from bot.chat.administrators import destination_to_set, may_set
from bot.chat.articles import NOT_HERE
from bot.chat.language import language_of
from bot.chat.parse import Context, caught, numbers
from bot.chat.reply import close_press, edit_keyboard, reply
from bot.chat.routes import LED, Route, on_press
from bot.chat.who import NOBODY_LEFT
from bot.desks.interests import InterestsDesk
from bot.desks.reading import ReadingDesk
from bot.domain.interests import Shown, Stance, Subject
from bot.domain.subscriptions import Destination
from bot.render import interests as pages
from bot.render.articles import title
from bot.render.briefing import story as story_page
from bot.render.copying import copy_one, words_shown
from bot.render.digest import digest as digest_page
from bot.render.lists import note
from bot.render.saved import SAID, UNSAVED
from bot.render.texts import Said
from bot.render.unsaid import Unsaid, UnsaidButton, rows_said_in

_DEEDS = "follow|unfollow|mute|unmute|save|unsave"
_GONE: Mapping[Shown, Said] = {"s": NOT_HERE, "a": NOBODY_LEFT}
_TOGGLES = ("x:", "y:")
_CHOSEN = ("xd:",)


class ChoiceHandlers:
    """Opens the choices, closes them, and does what is chosen."""

    def __init__(self, desk: InterestsDesk, reading: ReadingDesk) -> None:
        self._desk = desk
        self._reading = reading

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_press("x:(s|a):{id}", self.open),
            on_press("y:(s|a):{id}", self.close),
            on_press(f"xd:(s|a):{{id}}:({_DEEDS})", self.choose),
            MessageHandler(LED, self.led),
        )

    async def open(self, update: Update, context: Context) -> None:
        """`x:s:id`: the choices beside the article's story; `x:a:id`: beside the actor.

        Whoever may not choose for the place is led to where they may, their own chat.
        """
        if not await may_set(update):
            await _lead_home(update, context)
            return
        place = await destination_to_set(update)
        if place is None or (subject := await self._subject(update, context)) is None:
            return
        if update.callback_query is None:
            await self._offer(update, context, place, subject)
            return
        await self._show(update, context, place, subject)
        await close_press(update)

    async def led(self, update: Update, context: Context) -> None:
        """`/start x-s-id`, by a link from where many read: the story or the name, its choices open."""
        place = await destination_to_set(update)
        if place is None or (subject := await self._subject(update, context)) is None:
            return
        kind, number = meant(context)
        page = await self._page(kind, number)
        if page is None:
            await reply(update, note(_GONE[kind]))
            return
        await reply(
            update, (pages.opened(page, kind, number, await self._row(place, subject, kind, number)),)
        )

    async def _offer(self, update: Update, context: Context, place: Destination, subject: Subject) -> None:
        """The choices below what they are of: what was told in words has no message to put them in."""
        kind, number = meant(context)
        article = await self._reading.find(number)
        if article is not None:
            row = await self._row(place, subject, kind, number)
            await reply(update, pages.choices_of(title(article.analysis.article), kind, number, row))

    async def _page(self, kind: Shown, number: int) -> Unsaid | None:
        if kind == "a":
            digest = await self._reading.digest(number)
            return next(iter(digest_page(digest)), None) if digest else None
        story = await self._reading.story(number)
        if story is None:
            return None
        await self._reading.note_opening(number)
        return story_page(story)

    async def close(self, update: Update, context: Context) -> None:
        """`y:s:id`: the choices are put away."""
        if await destination_to_set(update) is not None:
            kind, number = meant(context)
            await _put(update, pages.more_button(kind, number))
            await close_press(update)

    async def choose(self, update: Update, context: Context) -> None:
        """`xd:s:id:deed`: it is done, said, and the row offers the contrary."""
        place = await destination_to_set(update)
        if place is not None and (subject := await self._subject(update, context)) is not None:
            said = await self._do(place, subject, meant(context), caught(context))
            await self._show(update, context, place, subject)
            await close_press(update, said, alert=True)

    async def _do(self, place: Destination, subject: Subject, shown: tuple[Shown, int], deed: str) -> Said:
        if deed == "save":
            return SAID[await self._desk.save(place, *shown)]
        if deed == "unsave":
            await self._desk.unsave(place, *shown)
            return UNSAVED
        stance = Stance.FOLLOW if deed.endswith("follow") else Stance.MUTE
        if deed in (Stance.FOLLOW, Stance.MUTE):
            return pages.said(await self._desk.note(place, subject, stance))
        kept = await self._desk.stance_on(place, subject)
        if kept is not None and kept.stance is stance:
            await self._desk.end(place, kept.id)
        return pages.ended(subject, stance)

    async def _subject(self, update: Update, context: Context) -> Subject | None:
        """What the button is of; None, and said so, where readers may not have it, or no longer."""
        kind, number = meant(context)
        found = await (self._desk.story(number) if kind == "s" else self._desk.actor(number))
        if found is None:
            await close_press(update, _GONE[kind], alert=True)
            if update.callback_query is None:
                await reply(update, note(_GONE[kind]))
        return found

    async def _row(
        self, place: Destination, subject: Subject, kind: Shown, number: int
    ) -> tuple[UnsaidButton, ...]:
        kept = await self._desk.stance_on(place, subject)
        is_saved = await self._desk.is_saved(place, kind, number)
        return pages.choices(kind, number, stance=kept.stance if kept else None, is_saved=is_saved)

    async def _show(self, update: Update, context: Context, place: Destination, subject: Subject) -> None:
        kind, number = meant(context)
        row = await self._row(place, subject, kind, number)
        voice = _voice(update) if kind == "s" else None
        await _put(update, pages.less_button(kind, number), row, (voice,) if voice else ())


async def _lead_home(update: Update, context: Context) -> None:
    kind, number = meant(context)
    await close_press(update, url=create_deep_linked_url(context.bot.username, f"x-{kind}-{number}"))


def meant(context: Context) -> tuple[Shown, int]:
    """What is shown, an article `s` or an actor `a`, and its number."""
    is_actor = context.match is not None and context.match.group(1) == "a"
    return "a" if is_actor else "s", numbers(context)[0]


def _voice(update: Update) -> UnsaidButton | None:
    """What copies the one quotation that the story shows; None where it shows none, or a long one."""
    pressed = update.callback_query.message if update.callback_query else None
    if not isinstance(pressed, Message):
        return None
    quoted = tuple(pressed.parse_entities([MessageEntity.BLOCKQUOTE]).values())
    return copy_one(words_shown(quoted[0])) if len(quoted) == 1 else None


async def _put(update: Update, toggle: UnsaidButton, *rows: Sequence[UnsaidButton]) -> None:
    """Puts the button in the place of the one that was pressed, and the rows below it."""
    pressed = update.callback_query.message if update.callback_query else None
    if isinstance(pressed, Message) and pressed.reply_markup is not None:
        language = language_of(update)
        buttons = rows_said_in(language, ((toggle,), *map(tuple, rows)))
        private = pressed.chat.type == ChatType.PRIVATE
        made = keyboard(buttons, shared_by=None if private else pressed.get_bot().username)
        assert made is not None, "what opens and closes stands everywhere"
        (first,), *others = made.inline_keyboard
        await edit_keyboard(update, unfolded(pressed.reply_markup, first, others))


def unfolded(
    markup: InlineKeyboardMarkup,
    toggle: InlineKeyboardButton,
    choices: Sequence[Sequence[InlineKeyboardButton]],
) -> InlineKeyboardMarkup:
    """The keyboard with these rows below the one that has the button which opens them; without, closed."""
    rows: list[Sequence[InlineKeyboardButton]] = []
    for before in markup.inline_keyboard:
        if any(_does(each, _CHOSEN) or each.copy_text is not None for each in before):
            continue
        rows.append([toggle if _does(each, _TOGGLES) else each for each in before])
        if any(_does(each, _TOGGLES) for each in before):
            rows += choices
    return InlineKeyboardMarkup(rows)


def _does(button: InlineKeyboardButton, verbs: tuple[str, ...]) -> bool:
    return isinstance(button.callback_data, str) and button.callback_data.startswith(verbs)
