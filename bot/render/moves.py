"""What editors are told of their moves on the next edition: what was just done, and what others did first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.next_edition import Move
from bot.render.blocks import Block, paragraph, plain
from bot.render.clock import moment
from bot.render.people import name_of
from bot.render.texts import Said, _, ngettext


def held(chats: int) -> Said:
    """Whom it keeps waiting."""
    return ngettext("Held. {count:,} chat waits for it.", "Held. {count:,} chats wait for it.", chats)


def dropped(chats: int) -> Said:
    """Who does not get it."""
    return ngettext(
        "Edition dropped. {count:,} chat does not get it; what is new comes with the one after.",
        "Edition dropped. {count:,} chats do not get it; what is new comes with the one after.",
        chats,
    )


def all_dropped(articles: int) -> Said:
    """How many articles are in no edition."""
    return ngettext(
        "All dropped. {count:,} article published until now is left out of all editions.",
        "All dropped. {count:,} articles published until now are left out of all editions.",
        articles,
    )


def overtaken(since: Sequence[Move], names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Block:
    """What was done since the message whose button was pressed, in place of that."""
    told = [_happened(one, names, zone, now) for one in since]
    heading = _("Nothing was done: this message is older than what was decided since.")
    return paragraph(heading, *(part for one in told for part in (plain("\n· "), one)))


def _happened(move: Move, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Said:
    """A move in a sentence: who, what, when."""
    name, at = name_of(move.user_id, names), moment(move.at, zone=zone, now=now)
    match move.verb:
        case "send":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return ngettext(
                "{name} sent it to {count:,} chat, {moment}.",
                "{name} sent it to {count:,} chats, {moment}.",
                move.chats,
                name=name,
                moment=at,
            )
        case "stop":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} stopped it before anything left, {moment}.", name=name, moment=at)
        case "hold":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} held all editions, {moment}.", name=name, moment=at)
        case "release":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} released the editions, {moment}.", name=name, moment=at)
        case "drop":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} dropped the next edition, {moment}.", name=name, moment=at)
        case "drop all":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} dropped all that was published, {moment}.", name=name, moment=at)
        case "undo":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} undid what was done before, {moment}.", name=name, moment=at)
        case _:
            return _happened_to_story(move, name, at)


def _happened_to_story(move: Move, name: str, at: Said) -> Said:
    number = move.article_id or 0
    match move.verb:
        case "up":
            # Translators: {number} is an article's; {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} moved article {number} up, {moment}.", name=name, number=number, moment=at)
        case "out":
            # Translators: {number} is an article's; {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} took article {number} out, {moment}.", name=name, number=number, moment=at)
        case "back":
            # Translators: {number} is an article's; {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} put article {number} back, {moment}.", name=name, number=number, moment=at)
        case "add":
            # Translators: {number} is an article's; {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} added article {number}, {moment}.", name=name, number=number, moment=at)
        case "line":
            # Translators: the editors' own words on top of an edition; {moment} is "today 18:00".
            return _("{name} wrote a line on top, {moment}.", name=name, moment=at)
        case _:
            # Translators: the editors' own words on top of an edition; {moment} is "today 18:00".
            return _("{name} took the line on top away, {moment}.", name=name, moment=at)
