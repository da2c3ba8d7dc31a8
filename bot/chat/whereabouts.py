"""A place on the map that a person sends: its clock is theirs."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat.destinations import destination_of
from bot.chat.parse import Context
from bot.chat.reply import reply
from bot.chat.routes import Route
from bot.chat.typed_settings import NO_LIST
from bot.desks.cities import CitiesError, Gazetteer
from bot.desks.subscribers import Subscribers
from bot.domain.chats import Chat
from bot.render.lists import note
from bot.render.settings import settings
from bot.render.texts import _

log = logging.getLogger(__name__)

NO_CITY = _("I know no city near there. Write the name of one: /settings timezone Aleppo")


class WhereaboutsHandlers:
    """Sets the clock by the nearest city."""

    def __init__(self, subscribers: Subscribers, gazetteer: Gazetteer) -> None:
        self._subscribers = subscribers
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
        try:
            city = await self._gazetteer.near(message.location.latitude, message.location.longitude)
        except CitiesError as error:
            log.warning("%s", error)
            await reply(update, note(NO_LIST))
            return
        if city is None:
            await reply(update, note(NO_CITY))
            return
        change = partial(_read_clock_of, zone=city.timezone)
        await reply(update, settings(await self._subscribers.change(place, change)))


def _read_clock_of(chat: Chat, *, zone: str) -> Chat:
    return replace(chat, timezone=zone)
