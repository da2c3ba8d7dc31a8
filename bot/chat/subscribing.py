"""/subscribe and /unsubscribe."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from telegram import Update

from bot.chat.administrators import destination_to_set
from bot.chat.clocktimes import NotUnderstood
from bot.chat.language import language_of
from bot.chat.order_clocks import orders_by_clock
from bot.chat.orders import read_order, read_order_in
from bot.chat.parse import Context, argument, caught
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route, on_order, on_press
from bot.desks.subscribers import Subscribers
from bot.domain.meanings import Understood
from bot.domain.subscriptions import (
    ORDERS,
    Destination,
    SubscribeOrder,
    Subscription,
    is_unclear,
    leaves_no_day,
    leaves_nothing,
    order,
)
from bot.render.lists import note
from bot.render.meanings import which_meaning
from bot.render.subscribing import (
    no_day_left,
    not_understood,
    ordered,
    shall_it_end,
    what_to_order,
    which_hour,
)
from bot.render.texts import _
from bot.render.unsaid import Unsaid

ENDED = _(
    "Unsubscribed: nothing is sent here any more. /subscribe starts again, /forget deletes what I store."
)
NOTHING_TO_END = _("There is no subscription here, so nothing is sent. /subscribe starts one.")


def asked_back(standing: Subscription, asked: SubscribeOrder) -> tuple[Unsaid, ...]:
    """What is told instead of doing the order: which hour is to go, or that no day is left; else nothing."""
    if is_unclear(standing.chat, asked):
        return which_hour(standing, asked)
    if leaves_nothing(standing.chat, asked):
        return shall_it_end()
    return no_day_left(standing) if leaves_no_day(standing.chat, asked) else ()


class SubscribingHandlers:
    """Orders editions, and ends them."""

    def __init__(self, subscribers: Subscribers, clock: Callable[[], datetime]) -> None:
        self._subscribers = subscribers
        self._clock = clock

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            on_order("subscribe", self.subscribe),
            on_order("unsubscribe", self.unsubscribe),
            on_press("od", self.ask),
            on_press("(?:un|sx)", self.ask_to_end),
            on_press("un:yes", self.end),
            on_press("o:(daily|weekdays|twice|week|new|followed)", self.choose),
            on_press("ow:{words}", self.order),
        )

    async def subscribe(self, update: Update, context: Context) -> None:
        """`/subscribe [HH:MM …] [new]`: editions at those hours, each new article; without any, asks.

        Asks, too, where hours are by a named clock: whose it is, and the button sets both.
        """
        place = await destination_to_set(update)
        if place is None:
            return
        words, language = argument(update), language_of(update)
        asked = read_order_in(words, language)
        if isinstance(asked, NotUnderstood) and (
            clocks := orders_by_clock(words, language, now=self._clock())
        ):
            await reply(update, which_meaning(Understood(meanings=clocks), words))
        elif isinstance(asked, NotUnderstood):
            await reply(update, not_understood(asked.word))
        elif asked == SubscribeOrder():
            await reply(update, what_to_order(await self._subscribers.find(place)))
        else:
            await reply(update, await self._order(place, asked))

    async def ask(self, update: Update, context: Context) -> None:
        """What can be ordered, with buttons."""
        if (place := await destination_to_set(update)) is not None:
            await reply(update, what_to_order(await self._subscribers.find(place)))

    async def choose(self, update: Update, context: Context) -> None:
        """The order of the button."""
        if (place := await destination_to_set(update)) is not None:
            await edit_in_place(update, await self._order(place, ORDERS[caught(context)]))

    async def order(self, update: Update, context: Context) -> None:
        """The order that the button has in words, as they are typed."""
        asked = read_order(caught(context))
        if (place := await destination_to_set(update)) is None:
            return
        if isinstance(asked, NotUnderstood):
            await reply(update, not_understood(asked.word))
        else:
            await edit_in_place(update, await self._order(place, asked))

    async def _order(self, place: Destination, asked: SubscribeOrder) -> tuple[Unsaid, ...]:
        standing = await self._subscribers.find(place)
        if asked == SubscribeOrder(not_days=asked.not_days) and not (standing and standing.chat.subscribed):
            return note(NOTHING_TO_END)
        if standing is not None and (question := asked_back(standing, asked)):
            return question
        return ordered(await self._subscribers.change(place, partial(order, asked=asked)), asked)

    async def ask_to_end(self, update: Update, context: Context) -> None:
        """Whether all editions are to end, where there are any."""
        if (place := await destination_to_set(update)) is not None:
            standing = await self._subscribers.find(place)
            sent = standing is not None and standing.chat.subscribed
            await reply(update, shall_it_end() if sent else note(NOTHING_TO_END))

    async def end(self, update: Update, context: Context) -> None:
        """No more editions, by the button."""
        if (place := await destination_to_set(update)) is not None:
            ended = await self._subscribers.unsubscribe(place)
            await edit_in_place(update, note(ENDED if ended else NOTHING_TO_END))

    async def unsubscribe(self, update: Update, context: Context) -> None:
        """`/unsubscribe`: no more editions."""
        if (place := await destination_to_set(update)) is not None:
            ended = await self._subscribers.unsubscribe(place)
            await reply(update, note(ENDED if ended else NOTHING_TO_END))
