"""The settings of a chat: one message that shows a page of them, with buttons that edit it in place.

Actions that change something, each `verb:what`; the place is where the button stands:

    o:daily     order editions          set        all settings      sn:5     stories
    sh:450      an hour on or off       set:hours  a page of them    ss:3     sentences
    sd:0        a day on or off         st:silent  turn one over     sq:…     quiet hours
    tz:Asia/Damascus                    un         ask whether to end it
    sw:short    what /settings reads behind it
"""

from datetime import time

from bot.domain.chats import Chat
from bot.domain.languages import known_languages
from bot.domain.pauses import NOW
from bot.domain.roundups import MOST_LISTED
from bot.domain.slots import week_at
from bot.domain.subscriptions import SENTENCES, Subscription
from bot.domain.words import display_name
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain, timed
from bot.render.buttons import box, button, in_rows
from bot.render.clock import DAYS, days, hour, hours, hours_of_day, moment, zone_name
from bot.render.sections import TO_ALL, chosen
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

STORY_CHOICES = (1, 2, 3, 5, 7, 10, 15, 20)
QUIET_CHOICES = ((time(22), time(7)), (time(23), time(7)), (time(21), time(8)), (time(0), time(6)))
_TITLE_LENGTH = 100
NOT_SUBSCRIBED = _("This chat is not subscribed, so nothing comes. /subscribe starts it.")


def settings(standing: Subscription) -> tuple[Unsaid, ...]:
    """All settings, and the buttons that change them."""
    chat = standing.chat
    blocks = (paragraph(bold(_heading(chat))), *_orders(standing), *_manners(standing))
    return messages(blocks, _choices(standing))


def hours_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Every hour as a button; those ordered are marked."""
    chat = standing.chat
    shown = hours_of_day(*chat.hours)
    boxes = [box(hour(at), "sh", at.hour * 60 + at.minute, on=at in chat.hours) for at in shown]
    said = _edition(chat) if chat.hours else _("No hour is chosen.")
    return messages(
        (
            paragraph(bold(_("Hours"))),
            paragraph(said).close(),
            _next(standing),
            paragraph(_("Press a time to add it, or a marked one to take it away.")),
        ),
        (*in_rows(boxes, across=4), (button(_("Other times…"), "ask", "hours"),), *TO_ALL),
    )


def days_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Every day of the week as a button; those with editions are marked."""
    chosen = standing.chat.days
    boxes = [box(name, "sd", number, on=chosen[number]) for number, name in enumerate(DAYS)]
    return messages(
        (
            paragraph(bold(_("Days"))),
            # Translators: {days} is "every day", "on weekdays", "on Mon and Thu".
            paragraph(_("Editions come {days}.", days=days(chosen))).close(),
            paragraph(_("Press a day to add it, or a marked one to take it away.")),
        ),
        (*in_rows(boxes, across=4), *TO_ALL),
    )


def quiet_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Hours in which nothing is sent."""
    quiet = standing.chat.quiet
    boxes = [
        box(
            f"{hour(start)} – {hour(end)}",
            "sq",
            _minutes(start),
            _minutes(end),
            on=quiet is not None and (quiet.start, quiet.end) == (start, end),
        )
        for start, end in QUIET_CHOICES
    ]
    none = box(pgettext("quiet hours", "None"), "sq", 0, 0, on=quiet is None)
    return messages(
        (
            paragraph(bold(_("Quiet hours"))),
            paragraph(_quiet(standing.chat)).close(),
            paragraph(italic(_("What would come in quiet hours waits, and comes when they end."))),
        ),
        (*in_rows(boxes, across=2), (none, button(_("Other times…"), "ask", "quiet")), *TO_ALL),
    )


def length_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """How many stories, and how many sentences of each."""
    chat = standing.chat
    most = STORY_CHOICES[-1] if chat.whole_stories else MOST_LISTED
    choices = [number for number in STORY_CHOICES if number <= most]
    stories = [box(str(number), "sn", number, on=chat.stories == number) for number in choices]
    lengths = [box(sentences(number), "ss", number, on=chat.sentences == number) for number in SENTENCES]
    return messages(
        (
            paragraph(bold(_("Length"))),
            paragraph(length(chat)).close(),
            paragraph(_("How many stories at most, and how many sentences of each:")),
        ),
        (*in_rows(stories, across=4), tuple(lengths), *TO_ALL),
    )


# ------------------------------------------------------------------ what stands on the first page


def _heading(chat: Chat) -> Said:
    if chat.kind == "private":
        return _("Settings")
    if chat.thread_id:
        whose = _("Settings of this topic")
    elif chat.kind == "channel":
        whose = _("Settings of this channel")
    else:
        whose = _("Settings of this group")
    return in_line(" · ", (whose, display_name(chat.title, _TITLE_LENGTH, otherwise="")))


def _orders(standing: Subscription) -> tuple[Block, ...]:
    return tuple(line.close() for line in orders(standing))


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
        lines.append(paragraph(_edition(chat, followed_only=chat.followed_only)))
    if chat.weekly:
        # Translators: what the last seven days brought comes then; {hour} is "07:30".
        lines.append(paragraph(_("The week on Sundays at {hour}.", hour=hour(week_at(chat)))))
    if chat.followed_at is not None:
        summary_at = hour(chat.followed_at)
        lines.append(paragraph(_("A daily summary of what you follow at {hour}.", hour=summary_at)))
    lines.append(_next(standing))
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


def _manners(standing: Subscription) -> tuple[Block, ...]:
    chat = standing.chat
    return (
        *(quiet_now(standing) if chat.subscribed else ()),
        *((paragraph(chosen(standing.sections, chat.sections)).close(),) if chat.sections else ()),
        # Translators: {zone} is the name of a time zone, "Europe/Berlin".
        paragraph(_("Clock: {zone}, {hour} now", zone=zone_name(standing.zone), hour=local_hour(standing))),
        paragraph(_quiet(chat)).close(),
        paragraph(length(chat)).close(),
        *_language(chat),
        *((paragraph(_("Messages come without a sound.")).close(),) if chat.silent else ()),
    )


def _address(telegram_id: int, topic: int) -> str:
    """Where a forum's topic opens; its first has no number of its own in messages."""
    return f"https://t.me/c/{str(telegram_id).removeprefix('-100')}/{topic or 1}"


def _language(chat: Chat) -> tuple[Block, ...]:
    """The one that was chosen, as it calls itself."""
    chosen = known_languages().get(chat.language or "")
    return (paragraph(_("Language: {language}", language=chosen.name)).close(),) if chosen else ()


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


def _pausing(standing: Subscription) -> UnsaidButtons:
    if not standing.chat.subscribed:
        return ()
    pause = button(_("Pause…"), "set", "pause")
    return ((go_on(), pause),) if standing.paused_until is not None else ((pause,),)


def go_on() -> UnsaidButton:
    """The button that ends a pause."""
    return button(_("Resume now"), "sp", NOW)


def _choices(standing: Subscription) -> UnsaidButtons:
    chat = standing.chat
    return (
        (
            button(_("Hours"), "set", "hours"),
            button(_("Days"), "set", "days"),
            button(_("Length"), "set", "length"),
        ),
        (
            button(_("Time zone"), "set", "zone"),
            button(_("Quiet hours"), "set", "quiet"),
            button(_("Sections"), "set", "sections"),
        ),
        (button(_("Language"), "set", "language"),),
        (button(_("What comes, and how…"), "set", "more"),),
        *_pausing(standing),
        *(((button(_("Unsubscribe…"), "un"),),) if chat.subscribed else ()),
    )


def _next(standing: Subscription) -> Block:
    if standing.next_at is None:
        return paragraph()
    at = moment(standing.next_at, zone=standing.zone, now=standing.now)
    told = timed(italic(in_line("", (at, " (", zone_name(standing.zone), ")"))), standing.next_at)
    # Translators: {moment} is "today 18:00 (Europe/Berlin)" or "Sat 24 Dec 07:30 (UTC)".
    return paragraph(italic(_("The next: {moment}", moment=told))).close()


def _edition(chat: Chat, *, followed_only: bool = False) -> Said:
    when, at = days(chat.days), hours(chat.hours)
    if followed_only:
        # Translators: {days} is "every day", {hours} "07:30 and 18:00".
        return _("An edition of what you follow {days} at {hours}.", days=when, hours=at)
    # Translators: {days} is "every day" or "on Mon and Thu", {hours} is "07:30 and 18:00".
    return _("An edition {days} at {hours}.", days=when, hours=at)


def _quiet(chat: Chat) -> Said:
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


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
