"""What is on or off of a chat, each with what it means, and when the daily summary comes: two pages of
/settings. `st:silent` turns one over, `su:1170` puts the summary at 19:30.
"""

from bot.domain.chats import Chat
from bot.domain.subscriptions import EVENING, Subscription
from bot.render.blocks import bold, paragraph
from bot.render.buttons import box, button, in_rows
from bot.render.clock import hour, hours_of_day
from bot.render.sections import TO_ALL
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

_SUMMARY = _("Daily summary")


def more_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """What is on or off, each with what it means."""
    chat = standing.chat
    switches = (
        (_("Each new article"), _("it comes at once, and not only in an edition"), "new", chat.each_new),
        (
            # Translators: a switch: what the last seven days brought comes on Sundays.
            _("The week"),
            _("its stories, people and quotations come on Sundays, too"),
            "week",
            chat.weekly,
        ),
        (
            _SUMMARY,
            _sums_up(chat),
            "summary",
            chat.followed_at is not None,
        ),
        (_("Only followed"), _("editions leave out what you do not follow"), "followed", chat.followed_only),
        (_("Silent"), _("messages come without a sound"), "silent", chat.silent),
        (_("Full text"), _("a button under each story shows all of it"), "text", chat.link_full_text),
        (
            _("Whole stories"),
            _("a message for each story comes, in place of one that lists them"),
            "whole",
            chat.whole_stories,
        ),
        (
            _("Say when nothing is new"),
            _("a short note comes in place of an empty edition"),
            "nothing",
            chat.say_nothing_new,
        ),
    )
    # Translators: a switch of the settings, and what it means.
    lines = [
        paragraph(_("{name}: {meaning}", name=bold(name), meaning=meaning))
        for name, meaning, *_rest in switches
    ]
    return messages(
        (paragraph(bold(_("What comes, and how"))), *(line.close() for line in lines)),
        (
            *in_rows([box(name, "st", verb, on=on) for name, _meaning, verb, on in switches]),
            *_to_summary(chat),
            *TO_ALL,
        ),
    )


def summary_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Every hour as a button; that of the daily summary is marked."""
    chat = standing.chat
    boxes = [
        box(hour(at), "su", at.hour * 60 + at.minute, on=at == chat.followed_at)
        for at in hours_of_day(chat.followed_at)
    ]
    # Translators: a switch of the settings, and what it means.
    said = _("{name}: {meaning}", name=bold(_SUMMARY), meaning=_sums_up(chat))
    how = _("Press a time to choose it, or write another: /settings summary 19:30")
    return messages((paragraph(said), paragraph(how)), (*in_rows(boxes, across=4), *TO_ALL))


def _sums_up(chat: Chat) -> Said:
    at = hour(chat.followed_at or EVENING)
    return _("what you follow comes once a day at {hour}, not each at once", hour=at)


def _to_summary(chat: Chat) -> UnsaidButtons:
    """The button that opens the hours of the daily summary, where there is one."""
    if chat.followed_at is None:
        return ()
    # Translators: a button that opens a page; {hour} is "18:00".
    return ((button(_("Summary at {hour}…", hour=hour(chat.followed_at)), "set", "summary"),),)
