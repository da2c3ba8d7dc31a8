"""A place on the map that a person sends: its clock is theirs."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat.destinations import destination_of
from bot.chat.parse import Context
from bot.chat.reply import reply
from bot.chat.routes import Route
from bot.chat.zone_answers import zone_there
from bot.desks.cities import Gazetteer
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Chat
from bot.render.zones import clock_read
from bot.store.processes.questions import OpenQuestions


class WhereaboutsHandlers:
    """Sets the clock by the nearest city."""

    def __init__(self, subscribers: Subscribers, gazetteer: Gazetteer, questions: OpenQuestions) -> None:
        self._subscribers = subscribers
        self._questions = questions
        self._gazetteer = gazetteer

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        sent = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.LOCATION
        return (MessageHandler(sent, self.here),)

    async def here(self, update: Update, context: Context) -> None:
        """The chat reads the clock of the place."""
        place, message = destination_of(update), update.effective_message
        if place is None or message is None or message.location is None:
            return
        zone = await zone_there(self._gazetteer, message.location)
        if not isinstance(zone, str):
            await reply(update, zone)
            return
        await self._questions.close(message.chat.id)  # which city: answered
        before = await self._subscribers.look(place)
        after = await self._subscribers.change(place, partial(_read_clock_of, zone=zone))
        await reply(update, clock_read(before, after))


def _read_clock_of(chat: Chat, *, zone: str) -> Chat:
    return replace(chat, timezone=zone)
