"""What the bot says of itself."""

from collections.abc import Mapping, Sequence

from bot.domain.messages import Button, Message
from bot.render.blocks import bold, italic, paragraph, plain
from bot.render.buttons import button, fits
from bot.render.split import messages


def welcome() -> tuple[Message, ...]:
    """The first thing a person reads."""
    return messages(
        (
            paragraph(bold("News, briefly, in the articles’ own words.")),
            paragraph(
                "I read articles and tell you what happened, who is in it and who said what. "
                "Nothing is rewritten: every sentence stands in the article just so."
            ),
            paragraph("/brief the newest stories"),
            paragraph("/who all about one person, state or group").close(),
            paragraph("/quotes who said what").close(),
            paragraph("/subscribe a briefing at your hour").close(),
            paragraph("/help everything else").close(),
        )
    )


def command_list(
    families: Mapping[str, Sequence[tuple[str, str, str]]], *, user_id: int | None
) -> tuple[Message, ...]:
    """Commands by family: name, arguments, what it does; and who asks, as those who make editors need it."""
    blocks = []
    for family, commands in families.items():
        blocks.append(paragraph(bold(family)))
        for name, arguments, does in commands:
            named = italic(f" {arguments}" if arguments else "")
            blocks.append(paragraph(f"/{name}", named, plain(f" – {does}")).close())
    if user_id is not None:
        blocks.append(paragraph(italic(f"Your Telegram number: {user_id}")))
    return messages(blocks)


def not_a_command(said: str) -> tuple[Message, ...]:
    """An answer to what is no command: a button searches for it where it is short enough to be words."""
    row: tuple[Button, ...] = (button(f"Search “{said}”", "f", said),) if said and fits("f", said) else ()
    return messages((paragraph("I answer commands. /help shows them."),), (row,) if row else ())
