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
from bot.domain.subscriptions import SENTENCES, Subscription
from bot.domain.words import display_name
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import box, button, in_rows
from bot.render.clock import DAYS, days, hour, hours_of_day, zone_name
from bot.render.sections import TO_ALL, chosen
from bot.render.standing import (
    edition_times,
    length,
    local_hour,
    next_time,
    orders,
    quiet_now,
    quiet_times,
    sentences,
)
from bot.render.texts import Said, _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

STORY_CHOICES = (1, 2, 3, 5, 7, 10, 15, 20)
QUIET_CHOICES = ((time(22), time(7)), (time(23), time(7)), (time(21), time(8)), (time(0), time(6)))
_TITLE_LENGTH = 100


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
    said = edition_times(chat) if chat.hours else _("No hour is chosen.")
    return messages(
        (
            paragraph(bold(_("Hours"))),
            paragraph(said).close(),
            next_time(standing),
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
            paragraph(quiet_times(standing.chat)).close(),
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


def _manners(standing: Subscription) -> tuple[Block, ...]:
    chat = standing.chat
    return (
        *(quiet_now(standing) if chat.subscribed else ()),
        *((paragraph(chosen(standing.sections, chat.sections)).close(),) if chat.sections else ()),
        # Translators: {zone} is the name of a time zone, "Europe/Berlin".
        paragraph(_("Clock: {zone}, {hour} now", zone=zone_name(standing.zone), hour=local_hour(standing))),
        paragraph(quiet_times(chat)).close(),
        paragraph(length(chat)).close(),
        *_language(chat),
        *((paragraph(_("Messages come without a sound.")).close(),) if chat.silent else ()),
    )


def _language(chat: Chat) -> tuple[Block, ...]:
    """The one that was chosen, as it calls itself."""
    chosen = known_languages().get(chat.language or "")
    return (paragraph(_("Language: {language}", language=chosen.name)).close(),) if chosen else ()


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


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
