"""Time zones: whose clock a chat reads, and places to choose one by. `tz:Asia/Damascus` chooses."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.subscriptions import Subscription
from bot.render.blocks import bold, paragraph
from bot.render.buttons import button, in_rows
from bot.render.clock import zone_name
from bot.render.sections import TO_ALL
from bot.render.standing import local_hour
from bot.render.texts import _
from bot.render.unsaid import Unsaid, messages


def zone_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Which clock the hours are read from."""
    return messages(
        (
            paragraph(bold(_("Time zone"))),
            paragraph(
                # Translators: {zone} is the name of a time zone, "Europe/Berlin".
                _(
                    "{zone}, where it is {hour} now.",
                    zone=zone_name(standing.zone),
                    hour=local_hour(standing),
                )
            ).close(),
            paragraph(
                _(
                    "Your hours are times of this clock. If it is not yours, press the button and write"
                    " your city."
                )
            ),
        ),
        ((button(_("Write a city…"), "ask", "zone"),), *TO_ALL),
    )


def clock_read(before: Subscription, after: Subscription) -> tuple[Unsaid, ...]:
    """By which clock hours are told from now on, and were before: it is undone, or another chosen."""
    zone, was = zone_name(after.zone), zone_name(before.zone)
    another = button(_("Another city…"), "ask", "zone")
    if after.zone == before.zone:
        # Translators: {zone} is the name of a time zone, "Europe/Berlin".
        told = _(
            "Your time zone is {zone} already, where it is {hour} now.", zone=zone, hour=local_hour(after)
        )
        return messages((paragraph(told),), ((another,),))
    # Translators: {zone} and {before} are names of time zones: "Europe/Berlin", "UTC".
    told = _(
        "Your time zone is now {zone}, where it is {hour}; before, it was {before}.",
        zone=zone,
        hour=local_hour(after),
        before=was,
    )
    # Translators: a button: the time zone of before is taken again.
    back = button(_("Back to {zone}", zone=was), "tz", before.zone.key)
    return messages((paragraph(told),), ((back,), (another,)))


def which_place(
    asked: str, places: Sequence[tuple[str, str]], *, now: datetime, choose: Sequence[str] = ("tz",)
) -> tuple[Unsaid, ...]:
    """Places, each with its zone and the time there, of which one is meant.

    Those of one name are told apart by their zones. `choose`: what its button does, before the zone.
    """
    called = Counter(name for name, _zone in places)
    named = [name if called[name] == 1 else f"{name} · {_city(zone)}" for name, zone in places]
    labels = [
        f"{name} · {now.astimezone(ZoneInfo(zone)):%H:%M}"
        for name, (_name, zone) in zip(named, places, strict=True)
    ]
    return messages(
        (
            paragraph(
                _("Which place do you mean by “{words}”? The time there now stands beside it.", words=asked)
            ),
        ),
        in_rows([button(label, *choose, zone) for label, (_name, zone) in zip(labels, places, strict=True)]),
    )


def _city(zone: str) -> str:
    """ "New York" of "America/New_York"."""
    return zone.rpartition("/")[2].replace("_", " ")
