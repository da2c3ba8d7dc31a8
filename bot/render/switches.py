"""What is on or off of a chat, each with what it means: a page of /settings."""

from bot.domain.subscriptions import EVENING, Subscription
from bot.render.blocks import bold, paragraph
from bot.render.buttons import box, in_rows
from bot.render.clock import hour
from bot.render.sections import TO_ALL
from bot.render.texts import _
from bot.render.unsaid import Unsaid, messages


def more_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """What is on or off, each with what it means."""
    chat = standing.chat
    summary_at = chat.followed_at or EVENING
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
            _("Daily summary"),
            _("what you follow comes once a day at {hour}, not each at once", hour=hour(summary_at)),
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
        (*in_rows([box(name, "st", verb, on=on) for name, _meaning, verb, on in switches]), *TO_ALL),
    )
