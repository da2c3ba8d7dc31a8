"""/subscribe and /unsubscribe."""

from collections.abc import Iterable
from functools import partial

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.clocktimes import NotUnderstood, order_of
from bot.chat.parse import Context, argument, caught
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.desks.subscribers import Subscribers
from bot.domain.subscriptions import ORDERS, SubscribeOrder, order
from bot.render.lists import note
from bot.render.subscribing import ordered, what_to_order
from bot.render.texts import Said, _

ENDED = _(
    "Unsubscribed: nothing is sent here any more. /subscribe starts again, /forget deletes what I store."
)
NOTHING_TO_END = _("There is no subscription here, so nothing is sent. /subscribe starts one.")


class SubscribingHandlers:
    """Orders editions, and ends them."""

    def __init__(self, subscribers: Subscribers) -> None:
        self._subscribers = subscribers

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("subscribe", self.subscribe),
            on_order("unsubscribe", self.unsubscribe),
            on_press("o:(daily|weekdays|twice|new|followed)", self.choose),
        )

    async def subscribe(self, update: Update, context: Context) -> None:
        """`/subscribe [HH:MM …] [new]`: editions at those hours, each new article; without any, asks."""
        place = await destination_to_set(update)
        if place is None:
            return
        asked = order_of(argument(update))
        if isinstance(asked, NotUnderstood):
            await reply(update, note(_not_understood(asked)))
        elif asked == SubscribeOrder():
            await reply(update, what_to_order())
        else:
            await reply(update, ordered(await self._subscribers.change(place, partial(order, asked=asked))))

    async def choose(self, update: Update, context: Context) -> None:
        """The order of the button."""
        if (place := await destination_to_set(update)) is not None:
            asked = ORDERS[caught(context)]
            await edit_in_place(
                update, ordered(await self._subscribers.change(place, partial(order, asked=asked)))
            )

    async def unsubscribe(self, update: Update, context: Context) -> None:
        """`/unsubscribe`: no more editions."""
        if (place := await destination_to_set(update)) is not None:
            ended = await self._subscribers.unsubscribe(place)
            await reply(update, note(ENDED if ended else NOTHING_TO_END))


def _not_understood(what: NotUnderstood) -> Said:
    return _(
        "“{word}” is no time of day. Write it so: /subscribe 07:30 18:00, or /subscribe new", word=what.word
    )
