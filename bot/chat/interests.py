"""/follow and /unfollow, /mute and /unmute."""

from collections.abc import Iterable
from functools import partial

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.destinations import destination_of
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.chat.who import NOBODY_LEFT
from bot.desks.interests import InterestsDesk
from bot.desks.subscribers import Subscribers
from bot.domain.interests import Noted, Stance, Subject, of_stance
from bot.domain.subscriptions import Destination
from bot.render import interests as pages
from bot.render.buttons import fits
from bot.render.lists import note
from bot.render.unsaid import Unsaid


class InterestHandlers:
    """Follows and mutes names and words, lists them, ends them."""

    def __init__(self, desk: InterestsDesk, subscribers: Subscribers) -> None:
        self._desk = desk
        self._subscribers = subscribers

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        yield on_press("fe:{id}", self.end)
        for stance, begin, end, verb in (
            (Stance.FOLLOW, "follow", "unfollow", "f"),
            (Stance.MUTE, "mute", "unmute", "z"),
        ):
            yield on_order(begin, partial(self.begin, stance=stance))
            yield on_order(end, partial(self.end_named, stance=stance))
            yield on_press(f"{verb}l", partial(self.show, stance=stance))
            yield on_press(f"{verb}a:{{id}}", partial(self.begin_actor, stance=stance))
            yield on_press(f"{verb}w:{{words}}", partial(self.begin_words, stance=stance))

    async def begin(self, update: Update, context: Context, *, stance: Stance) -> None:
        """`/follow name or words`: they are followed; without any, what is followed is listed."""
        words = argument(update)
        place = await destination_to_set(update) if words else destination_of(update)
        if place is not None:
            answer = await (self._wish(place, words, stance) if words else self._list(place, stance))
            await reply(update, answer)

    async def end_named(self, update: Update, context: Context, *, stance: Stance) -> None:
        """`/unfollow name or words`: they no longer are; without any, a list to choose from."""
        if (place := await destination_to_set(update)) is not None:
            words = argument(update)
            answer = await (self._end_named(place, words, stance) if words else self._list(place, stance))
            await reply(update, answer)

    async def show(self, update: Update, context: Context, *, stance: Stance) -> None:
        """What is followed, with a button to end each."""
        if (place := await destination_to_set(update)) is not None:
            await reply(update, await self._list(place, stance))

    async def begin_actor(self, update: Update, context: Context, *, stance: Stance) -> None:
        """The actor of the button is followed."""
        if (place := await destination_to_set(update)) is not None:
            subject = await self._desk.actor(numbers(context)[0])
            done = await self._desk.note(place, subject, stance) if subject else None
            await edit_in_place(update, pages.noted(done) if done else note(NOBODY_LEFT))

    async def begin_words(self, update: Update, context: Context, *, stance: Stance) -> None:
        """The words of the button are followed."""
        if (place := await destination_to_set(update)) is not None:
            done = await self._desk.note(place, Subject(words=caught(context)), stance)
            await edit_in_place(update, pages.noted(done))

    async def end(self, update: Update, context: Context) -> None:
        """The interest of the button is ended, and its list stands there without it."""
        if (place := await destination_to_set(update)) is not None:
            ended = await self._desk.end(place, numbers(context)[0])
            await edit_in_place(update, await self._list(place, ended.stance if ended else Stance.FOLLOW))

    async def _wish(self, place: Destination, words: str, stance: Stance) -> tuple[Unsaid, ...]:
        done = await self._desk.wish(place, words, stance)
        if isinstance(done, Noted):
            return pages.noted(done)
        if not fits("fw", words):  # no button can offer them as words: nobody has a name that long
            return pages.noted(await self._desk.note(place, Subject(words=words), stance))
        return pages.which(done.words, done.entries, stance)

    async def _end_named(self, place: Destination, words: str, stance: Stance) -> tuple[Unsaid, ...]:
        ended = await self._desk.end_named(place, words, stance)
        if ended is not None:
            return note(pages.ended(ended.subject, stance))
        return await self._list(place, stance, missing=words)

    async def _list(
        self, place: Destination, stance: Stance, missing: str | None = None
    ) -> tuple[Unsaid, ...]:
        known = await self._subscribers.find(place)
        kept = of_stance(known.interests, stance) if known is not None else ()
        comes = known is not None and (known.chat.subscribed or stance is Stance.MUTE)
        return pages.listed(kept, stance, subscribed=comes, missing=missing)
