"""The page of /settings on which a chat's language is chosen, each by its own name."""

from typing import Final

from bot.domain.languages import known_languages
from bot.domain.subscriptions import Subscription
from bot.render.blocks import bold, paragraph
from bot.render.buttons import box, button, in_rows
from bot.render.lists import note
from bot.render.sections import TO_ALL
from bot.render.texts import _
from bot.render.unsaid import Unsaid, messages

OWN: Final = "own"  # in an action, where none is chosen


def language_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Every language as a button; the one that was chosen is marked."""
    chosen = standing.chat.language
    # Translators: a choice of languages: that of Telegram, or that of the bot in groups.
    nobodys = _("As in Telegram") if standing.chat.kind == "private" else _("The bot’s own")
    boxes = [box(one.name, "sl", code, on=chosen == code) for code, one in known_languages().items()]
    return messages(
        (
            paragraph(bold(_("Language"))),
            paragraph(
                _("In which language shall I speak here? Articles and quotations stay in their own.")
            ).close(),
        ),
        ((box(nobodys, "sl", OWN, on=chosen is None),), *in_rows(boxes, across=2), *TO_ALL),
    )


def not_spoken() -> tuple[Unsaid, ...]:
    """That there is no such language, and those that there are."""
    spoken = [button(one.name, "sl", code) for code, one in known_languages().items()]
    return note(_("I do not speak this language. These I do:"), in_rows(spoken, across=2))
