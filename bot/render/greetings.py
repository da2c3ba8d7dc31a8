"""What the bot says of itself."""

from collections.abc import Sequence

from bot.render.blocks import bold, italic, paragraph
from bot.render.buttons import button
from bot.render.lists import note
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, messages

IN_SHORT = _("News, briefly, in the articles’ own words.")
ABOUT = _(
    "I read articles and tell you what happened, who is in it and who said what. "
    "Nothing is rewritten: every sentence is the article’s own."
)


def welcome() -> tuple[Unsaid, ...]:
    """The first thing a person reads."""
    return messages(
        (
            paragraph(bold(IN_SHORT)),
            paragraph(ABOUT),
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
            if arguments:
                # Translators: a line of /help: a command, what is written behind it, and what it does.
                line = _("{command} {words} – {what}", command=f"/{name}", words=italic(arguments), what=does)
            else:
                # Translators: a line of /help: a command, and what it does.
                line = _("{command} – {what}", command=f"/{name}", what=does)
            blocks.append(paragraph(line).close())
    if user_id is not None:
        blocks.append(paragraph(italic(_("Your Telegram ID: {number}", number=user_id))))
    return messages(blocks)


def how_to_do_with_a_story() -> tuple[Unsaid, ...]:
    """How a story is saved, shared, followed or muted: which one, only a reply tells."""
    return note(
        # Translators: which story is meant, of those that were sent.
        _("Reply to a story with “save”, “share”, “follow” or “mute”, or press More under it."),
        ((button(_("The newest stories"), "b", 0, 5),),),
    )


def thanked() -> tuple[Unsaid, ...]:
    """The answer to thanks."""
    # Translators: the answer to “thanks” and “ok”.
    return note(_("Any time."), ((button(_("What I can do"), "p", "help"),),))


def left(*, may_end: bool) -> tuple[Unsaid, ...]:
    """That what was asked is left. `may_end`: the word could have meant the subscription."""
    return note(_("Nothing was changed."), ((button(_("Unsubscribe…"), "un"),),) if may_end else ())


def not_read(kind: str) -> tuple[Unsaid, ...]:
    """That what was sent is not read, and what is: `kind` is Telegram's name of it."""
    return note(_NOT_READ.get(kind, _NO_TEXT))


_NO_TEXT = _("I can only read text messages. Write a name, or a few words of the news.")
_PICTURE = _("I cannot look at pictures. Write a name, or a few words of the news.")
_VOICE = _("I cannot listen. Write what you would say: a name, or a few words of the news.")
_NOT_READ = {
    "photo": _PICTURE,
    "video": _PICTURE,
    "video_note": _PICTURE,
    "voice": _VOICE,
    "audio": _VOICE,
    "document": _("Only editors can send me documents. Write a name, or a few words of the news."),
}
