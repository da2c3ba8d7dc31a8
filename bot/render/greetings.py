"""What the bot says of itself."""

from collections.abc import Sequence

from bot.render.blocks import bold, italic, paragraph, plain
from bot.render.buttons import button, fits
from bot.render.texts import Said, _, in_line
from bot.render.unsaid import Unsaid, UnsaidButton, messages


def welcome() -> tuple[Unsaid, ...]:
    """The first thing a person reads."""
    return messages(
        (
            paragraph(bold(_("News, briefly, in the articles’ own words."))),
            paragraph(
                _(
                    "I read articles and tell you what happened, who is in it and who said what. "
                    "Nothing is rewritten: every sentence is the article’s own."
                )
            ),
            # Translators: a line of the greeting: the command stays, what it is for is translated.
            paragraph(_("/brief – the newest stories")),
            paragraph(_("/who – who is in the news, and all about one of them")).close(),
            paragraph(_("/quotes – who said what")).close(),
            paragraph(_("/subscribe – the news at your hour")).close(),
            paragraph(_("/help – everything else")).close(),
        )
    )


def command_list(
    families: Sequence[tuple[Said, Sequence[tuple[str, Said, Said]]]], *, user_id: int | None
) -> tuple[Unsaid, ...]:
    """Commands by family: name, arguments, what it does; and who asks, as those who make editors need it."""
    blocks = []
    for family, commands in families:
        blocks.append(paragraph(bold(family)))
        for name, arguments, does in commands:
            named = italic(in_line("", (" ", arguments)) if arguments else "")
            blocks.append(paragraph(f"/{name}", named, plain(in_line("", (" – ", does)))).close())
    if user_id is not None:
        blocks.append(paragraph(italic(_("Your Telegram number: {number}", number=user_id))))
    return messages(blocks)


def not_a_command(said: str) -> tuple[Unsaid, ...]:
    """An answer to what is no command: a button searches for it where it is short enough to be words."""
    row: tuple[UnsaidButton, ...] = (
        (button(_("Search “{words}”", words=said), "f", said),) if said and fits("f", said) else ()
    )
    return messages((paragraph(_("I answer commands. /help shows them.")),), (row,) if row else ())
