"""The page of /settings on which a chat pauses. `sp:3` is for three days: see `domain/pauses`."""

from typing import Final

from bot.domain.pauses import LONGEST, WEEKDAYS
from bot.domain.subscriptions import Subscription
from bot.render.blocks import bold, paragraph
from bot.render.buttons import button
from bot.render.sections import TO_ALL
from bot.render.settings import go_on
from bot.render.standing import NOT_SUBSCRIBED, quiet_now
from bot.render.texts import _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

PAUSE: Final = _("Pause")


def pause_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """How long a chat may be sent nothing; until when it is sent nothing now."""
    if not standing.chat.subscribed:
        return messages((paragraph(bold(PAUSE)), paragraph(NOT_SUBSCRIBED)), TO_ALL)
    how = ngettext(
        "Nothing comes for as long as you choose, at most {count} day."
        " It can be written, too: /settings pause until Monday",
        "Nothing comes for as long as you choose, at most {count} days."
        " It can be written, too: /settings pause until Monday",
        LONGEST,
    )
    paused = standing.paused_until is not None
    return messages(
        (paragraph(bold(PAUSE)), *(quiet_now(standing) if paused else ()), paragraph(how)),
        (*_choices(), *(((go_on(),),) if paused else ()), *TO_ALL),
    )


def _choices() -> UnsaidButtons:
    return (
        # Translators: three buttons: how long nothing is to come.
        (button(_("Three days"), "sp", 3), button(_("A week"), "sp", 7)),
        (
            button(_("Until Monday"), "sp", WEEKDAYS[0]),
            # Translators: a button that asks until which day, or for how long, nothing is to come.
            button(_("Until another day…"), "ask", "pause"),
        ),
    )
