"""A clock that somebody tells in words: its time zone, or what is asked back."""

import logging
from datetime import datetime

from telegram import Location

from bot.desks.cities import CitiesError, Gazetteer
from bot.domain.named_clocks import clocks_named, place_of
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid
from bot.render.zones import which_place

log = logging.getLogger(__name__)

NO_LIST = _("I could not read the list of cities just now. Please try again in a moment.")
NO_CITY = _("I know no city near there. Write the name of one: /settings timezone Aleppo")


async def zone_told(
    gazetteer: Gazetteer, words: str, *, now: datetime, choose: tuple[str, ...] = ("tz",)
) -> str | tuple[Unsaid, ...]:
    """The time zone's IANA name; else what to ask, where a button `choose` chooses a place."""
    if clocks := clocks_named(words, now=now):
        return which_place(words, clocks, now=now, choose=choose)
    try:
        found = await gazetteer.find(place_of(words))
    except CitiesError as error:
        log.warning("%s", error)
        return note(NO_LIST)
    if not found:
        return note(
            _(
                "I know no city or time zone called “{words}”."
                " Write a larger city with the same clock, for example: Berlin",
                words=words,
            )
        )
    if len({each.timezone for each in found}) > 1 or not found[0].exact:
        choices = tuple((each.name, each.timezone) for each in found)
        return which_place(words, choices, now=now, choose=choose)
    return found[0].timezone


async def zone_there(gazetteer: Gazetteer, place: Location) -> str | tuple[Unsaid, ...]:
    """The IANA name of the time zone of a place on the map; else why there is none."""
    try:
        city = await gazetteer.near(place.latitude, place.longitude)
    except CitiesError as error:
        log.warning("%s", error)
        return note(NO_LIST)
    return city.timezone if city is not None else note(NO_CITY)
