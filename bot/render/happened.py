"""What moved an article since somebody saw it, in a sentence: for who presses what is out of date."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.editing import Happened
from bot.domain.repairs import Undone
from bot.render.clock import moment
from bot.render.people import name_of
from bot.render.texts import Said, Text, _

MOVED = _("It has changed since this message, so nothing was done. Here is how it stands.")


def happened(what: Happened, *, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Text:
    """Who moved it last, and how and when; only that it has changed, where its publisher did."""
    one = what.decision
    if one is None:
        return MOVED
    return _told(one.verb, name_of(one.user_id, names), moment(one.at, zone=zone, now=now))


def undid(what: Undone, *, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Text:
    """Who undid it before, and when."""
    at = moment(what.at, zone=zone, now=now)
    # Translators: {name} is an editor's, {moment} is "today 18:00".
    return _("{name} undid this, {moment}.", name=name_of(what.by, names), moment=at)


def _told(verb: str, name: str, at: Said) -> Text:
    match verb:
        case "push":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} sent it first, {moment}. Here is how it stands.", name=name, moment=at)
        case "publish" | "publish new text":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} published it first, {moment}. Here is how it stands.", name=name, moment=at)
        case "embargo":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} named its hour first, {moment}. Here is how it stands.", name=name, moment=at)
        case "approve":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _(
                "{name} gave their word for it first, {moment}. Here is how it stands.", name=name, moment=at
            )
        case _:
            return _taken(verb, name, at)


def _taken(verb: str, name: str, at: Said) -> Text:
    """Of what readers were not given, or given otherwise."""
    match verb:
        case "stop":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} stopped it before anything left, {moment}.", name=name, moment=at)
        case "hold":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} held it back first, {moment}. Here is how it stands.", name=name, moment=at)
        case "kill":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} dropped it first, {moment}. Here is how it stands.", name=name, moment=at)
        case "withdraw":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} withdrew it first, {moment}. Here is how it stands.", name=name, moment=at)
        case "keep" | "bring back":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} kept it first, {moment}. Here is how it stands.", name=name, moment=at)
        case "drop new text":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _(
                "{name} dropped its new text first, {moment}. Here is how it stands.", name=name, moment=at
            )
        case "correct":
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} corrected it first, {moment}. Here is how it stands.", name=name, moment=at)
        case _:
            # Translators: {name} is an editor’s, {moment} is "today 18:00".
            return _("{name} changed it first, {moment}. Here is how it stands.", name=name, moment=at)
