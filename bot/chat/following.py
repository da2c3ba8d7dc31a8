"""/follow and /unfollow."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.destinations import destination_of
from bot.chat.parse import Context, argument, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.chat.who import NOBODY_LEFT
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Follow
from bot.domain.subscriptions import Destination, Followed, Unsure
from bot.render import subscribing as pages
from bot.render.buttons import fits
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid


class FollowingHandlers:
    """Follows names and words, lists them, ends them."""

    def __init__(self, subscribers: Subscribers) -> None:
        self._subscribers = subscribers

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("follow", self.follow),
            on_order("unfollow", self.unfollow),
            on_press("fl", self.show),
            on_press("fa:{id}", self.follow_actor),
            on_press("fw:{words}", self.follow_words),
            on_press("fe:{id}", self.end),
        )

    async def follow(self, update: Update, context: Context) -> None:
        """`/follow name or words`: they are followed; without any, what is followed is listed."""
        words = argument(update)
        place = await destination_to_set(update) if words else destination_of(update)
        if place is not None:
            await reply(update, await (self._follow(place, words) if words else self._list(place)))

    async def unfollow(self, update: Update, context: Context) -> None:
        """`/unfollow name or words`: they no longer are; without any, a list to choose from."""
        if (place := await destination_to_set(update)) is not None:
            words = argument(update)
            await reply(update, await (self._unfollow(place, words) if words else self._list(place)))

    async def show(self, update: Update, context: Context) -> None:
        """What is followed, with a button to end each."""
        if (place := await destination_to_set(update)) is not None:
            await reply(update, await self._list(place))

    async def follow_actor(self, update: Update, context: Context) -> None:
        """The actor of the button is followed."""
        if (place := await destination_to_set(update)) is not None:
            done = await self._subscribers.follow_actor(place, numbers(context)[0])
            await edit_in_place(update, pages.followed(done) if done else note(NOBODY_LEFT))

    async def follow_words(self, update: Update, context: Context) -> None:
        """The words of the button are followed."""
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(
                update, pages.followed(await self._subscribers.follow_words(place, caught(context)))
            )

    async def end(self, update: Update, context: Context) -> None:
        """The follow of the button is ended."""
        if (place := await destination_to_set(update)) is not None:
            await self._subscribers.end_follow(place, numbers(context)[0])
            await edit_in_place(update, await self._list(place))

    async def _follow(self, place: Destination, words: str) -> tuple[Unsaid, ...]:
        done: Followed | Unsure = await self._subscribers.follow(place, words)
        if isinstance(done, Followed):
            return pages.followed(done)
        if not fits("fw", words):  # no button can offer them as words: nobody has a name that long
            return pages.followed(await self._subscribers.follow_words(place, words))
        return pages.which_to_follow(done.words, done.entries)

    async def _unfollow(self, place: Destination, words: str) -> tuple[Unsaid, ...]:
        ended: Follow | None = await self._subscribers.unfollow(place, words)
        if ended is not None:
            return note(_("You no longer follow “{words}”.", words=ended.words))
        return await self._list(place, missing=words)

    async def _list(self, place: Destination, missing: str | None = None) -> tuple[Unsaid, ...]:
        known = await self._subscribers.find(place)
        entries, subscribed = (known.follows, known.chat.subscribed) if known is not None else ((), False)
        return pages.follows(entries, subscribed=subscribed, missing=missing)
