"""How a subscription stands, in lines: what comes and when, how long it is, when nothing comes.

/settings says so above its buttons, and whatever else tells a chat what it has.
"""

from datetime import time

from bot.domain.chats import Chat
from bot.domain.slots import week_at
from bot.domain.subscriptions import Subscription
from bot.render.blocks import Block, italic, linked, paragraph, plain, timed
from bot.render.clock import days, hour, hours, moment, zone_name
from bot.render.texts import Said, _, in_line, ngettext

NOT_SUBSCRIBED = _("This chat is not subscribed, so nothing comes. /subscribe starts it.")


def orders(standing: Subscription) -> tuple[Block, ...]:
    """What is sent, a line each."""
    chat, follows = standing.chat, len(standing.follows)
    if standing.elsewhere is not None:
        there = linked(plain(_("another topic")), _address(chat.telegram_id, standing.elsewhere))
        # Translators: {topic} is "another topic", a link to it.
        told = _(
            "This topic is not subscribed: the news comes to {topic}. /subscribe has it sent here, too.",
            topic=there,
        )
        return (paragraph(told),)
    if not chat.subscribed:
        return (paragraph(NOT_SUBSCRIBED),)
    lines = []
    if chat.hours:
        lines.append(paragraph(edition_times(chat, followed_only=chat.followed_only)))
    if chat.weekly:
        # Translators: what the last seven days brought comes then; {hour} is "07:30".
        lines.append(paragraph(_("The week on Sundays at {hour}.", hour=hour(week_at(chat)))))
    if chat.followed_at is not None:
        summary_at = hour(chat.followed_at)
        lines.append(paragraph(_("A daily summary of what you follow at {hour}.", hour=summary_at)))
    lines.append(next_time(standing))
    if chat.each_new:
        lines.append(paragraph(_("Each new article as it comes.")))
    if follows:
        lines.append(
            paragraph(
                ngettext("You follow {count} name or topic.", "You follow {count} names or topics.", follows)
                if (chat.followed_only and chat.hours) or chat.followed_at
                else ngettext(
                    "You follow {count} name or topic. Its news comes at once.",
                    "You follow {count} names or topics. Their news comes at once.",
                    follows,
                )
            )
        )
    elif chat.followed_only and chat.each_new and chat.hours:
        lines.append(
            paragraph(
                _("You follow nothing yet, so editions stay empty. Write /follow and a name or a topic.")
            )
        )
    elif chat.followed_only and not chat.each_new:
        lines.append(
            paragraph(_("You follow nothing yet, so nothing comes. Write /follow and a name or a topic."))
        )
    return tuple(lines)


def _address(telegram_id: int, topic: int) -> str:
    """Where a forum's topic opens; its first has no number of its own in messages."""
    return f"https://t.me/c/{str(telegram_id).removeprefix('-100')}/{topic or 1}"


def quiet_now(standing: Subscription) -> tuple[Block, ...]:
    """Until when nothing comes, where that is so at this moment."""
    if (pause := standing.paused_until) is not None:
        until = timed(italic(moment(pause, zone=standing.zone, now=standing.now)), pause)
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return (paragraph(italic(_("Paused: nothing comes until {moment}.", moment=until))),)
    end = standing.quiet_until
    if end is None:
        return ()
    until = timed(italic(moment(end, zone=standing.zone, now=standing.now)), end)
    # Translators: {moment} is "today 18:00" or "tomorrow 07:30".
    return (paragraph(italic(_("Quiet now, until {moment}.", moment=until))),)


def next_time(standing: Subscription) -> Block:
    """When the next one comes; an empty line where none does."""
    if standing.next_at is None:
        return paragraph()
    at = moment(standing.next_at, zone=standing.zone, now=standing.now)
    told = timed(italic(in_line("", (at, " (", zone_name(standing.zone), ")"))), standing.next_at)
    # Translators: {moment} is "today 18:00 (Europe/Berlin)" or "Sat 24 Dec 07:30 (UTC)".
    return paragraph(italic(_("The next: {moment}", moment=told))).close()


def edition_times(chat: Chat, *, followed_only: bool = False) -> Said:
    """When editions come: on which days, at which hours."""
    when, at = days(chat.days), hours(chat.hours)
    if followed_only:
        # Translators: {days} is "every day", {hours} "07:30 and 18:00".
        return _("An edition of what you follow {days} at {hours}.", days=when, hours=at)
    # Translators: {days} is "every day" or "on Mon and Thu", {hours} is "07:30 and 18:00".
    return _("An edition {days} at {hours}.", days=when, hours=at)


def quiet_times(chat: Chat) -> Said:
    """The hours in which nothing comes, or that there are none."""
    if chat.quiet is None:
        return _("Quiet hours: none")
    return quiet_hours(chat.quiet.start, chat.quiet.end)


def quiet_hours(start: time, end: time) -> Said:
    """From when to when nothing comes."""
    return _("Quiet hours: {start} to {end}", start=hour(start), end=hour(end))


def length(chat: Chat) -> Said:
    """How many stories an edition has at most, and how long each is."""
    # Translators: {sentences} is "3 sentences": as long as each story is.
    return ngettext(
        "At most {count} story of {sentences}",
        "At most {count} stories of {sentences}",
        chat.stories,
        sentences=sentences(chat.sentences),
    )


def sentences(count: int) -> Said:
    """As long as each story is: "3 sentences"."""
    return ngettext("{count} sentence", "{count} sentences", count)


def local_hour(standing: Subscription) -> str:
    """What time it is where the chat reads."""
    return f"{standing.now.astimezone(standing.zone):%H:%M}"
