"""What editors see of what they sent by hand: it leaves soon, or was stopped. Its action, of order 3:

et:3  stop it
"""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.sendings import Sending
from bot.render.buttons import button
from bot.render.clock import moment
from bot.render.people import name_of
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import UnsaidButton


def under_way(sending: Sending, *, names: Mapping[int, str], now: datetime) -> Said:
    """Who sends it to how many, and when it leaves."""
    name = name_of(sending.ordered_by, names)
    if seconds := _seconds_left(sending, now):
        # Translators: {name} is an editor; what is sent is an edition or an article.
        sends = ngettext(
            "{name} sends it to {count:,} chat now.",
            "{name} sends it to {count:,} chats now.",
            sending.chats,
            name=name,
        )
        return in_line(" ", (sends, leaves_in(seconds)))
    return ngettext(
        "{name} sends it to {count:,} chat: it is on its way.",
        "{name} sends it to {count:,} chats: it is on its way.",
        sending.chats,
        name=name,
    )


def leaves_in(seconds: int) -> Said:
    """When it leaves."""
    # Translators: what editors send, or correct, which can be called back until then.
    return ngettext("It leaves in {count} second.", "It leaves in {count} seconds.", seconds)


def stop_button(sending: Sending) -> UnsaidButton:
    """Calls it back."""
    return button(pgettext("an edition", "Stop"), "et", sending.id)


def stopped(chats: int) -> Said:
    """That nothing of it left."""
    return ngettext(
        "Stopped. Nothing was sent to {count:,} chat.", "Stopped. Nothing was sent to {count:,} chats.", chats
    )


def what_became(sending: Sending, *, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Said:
    """Why it cannot be stopped: it was, or it left."""
    if sending.stopped_at is not None:
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return _(
            "{name} stopped it {moment}; nothing was sent.",
            name=name_of(sending.stopped_by or 0, names),
            moment=moment(sending.stopped_at, zone=zone, now=now),
        )
    # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
    return ngettext(
        "It is too late to stop it: it went to {count:,} chat, {moment}.",
        "It is too late to stop it: it went to {count:,} chats, {moment}.",
        sending.chats,
        moment=moment(sending.begun_at or sending.not_before, zone=zone, now=now),
    )


def _seconds_left(sending: Sending, now: datetime) -> int:
    left = (sending.not_before - now).total_seconds()
    return max(0, round(left)) if sending.can_be_stopped else 0
