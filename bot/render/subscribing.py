"""Answers around a subscription: what can be ordered, what is followed, what is kept.

Actions: `o:daily` orders; `fa:7` follows actor 7, `fw:siege` these words; `fe:12` ends follow 12; `fl` lists
them; `forget:yes` and `forget:no` answer whether to forget.
"""

from collections.abc import Iterator, Sequence

from bot.domain.actors import ActorEntry
from bot.domain.chats import Follow, StoredCounts
from bot.domain.messages import Message
from bot.domain.subscriptions import Followed, Subscription
from bot.domain.words import cut, display_name
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows
from bot.render.clock import counted, moment
from bot.render.lists import note
from bot.render.settings import orders
from bot.render.split import messages

_WORDS_LENGTH = 60
_LISTED = 100  # follows: as many buttons as Telegram puts under a message
_WRITTEN = 30  # of them: a list in one message, so that it can show itself anew in place

_CHOICES = (
    ("Every day at 07:30", "daily"),
    ("Weekdays at 07:30", "weekdays"),
    ("Twice a day, 07:30 and 18:00", "twice"),
    ("Each new article", "new"),
    ("Only what I follow", "followed"),
)


def what_to_order() -> tuple[Message, ...]:
    """The question how one wants it."""
    return messages(
        (
            paragraph(bold("When shall I brief you?")),
            paragraph("Press one, or write your own hours: /subscribe 07:30 18:00").close(),
        ),
        (*in_rows([button(label, "o", choice) for label, choice in _CHOICES]), (button("Settings", "set"),)),
    )


def ordered(standing: Subscription) -> tuple[Message, ...]:
    """What is sent from now on."""
    heading = paragraph(bold("Subscribed.")) if standing.chat.subscribed else paragraph(bold("Almost."))
    held = standing.quiet_until
    late = (
        paragraph(italic(f"Quiet now, until {moment(held, zone=standing.zone, now=standing.now)}."))
        if held
        else paragraph()
    )
    buttons = [button("Settings", "set")]
    if standing.chat.timezone is None:
        buttons.insert(0, button("Set the time zone", "ask", "zone"))
    return messages((heading, *(line.close() for line in _ordered(standing)), late), (tuple(buttons),))


def _ordered(standing: Subscription) -> tuple[Block, ...]:
    if standing.chat.followed_only and not standing.follows:
        return (paragraph("Now say what: /follow and a name or words, for example /follow cease-fire"),)
    return orders(standing)


def follows(entries: Sequence[Follow]) -> tuple[Message, ...]:
    """What is followed, each with the button that ends it."""
    if not entries:
        return note("You follow nothing. Write /follow and a name or words, for example: /follow cease-fire")
    lines = [paragraph(f"· {cut(one.words, _WORDS_LENGTH)}").close() for one in entries[:_WRITTEN]]
    more = len(entries) - len(lines)
    if more:
        lines.append(paragraph(italic(f"and {more} more, as the buttons say")).close())
    buttons = [
        button(f"✕ {cut(one.words, HALF_LABEL_LENGTH - 2)}", "fe", one.id, most=HALF_LABEL_LENGTH)
        for one in entries[:_LISTED]
    ]
    return messages((paragraph(bold("You follow")), *lines), in_rows(buttons, across=2))


def followed(what: Followed) -> tuple[Message, ...]:
    """What became of the wish."""
    words = f"“{cut(what.words, _WORDS_LENGTH)}”"
    said = {
        "new": f"You follow {words}. New articles that concern it come here.",
        "already": f"You follow {words} already.",
        "full": "You follow a hundred things, and that is as many as I can watch for. /unfollow one first.",
        "wordless": f"There is no word in {words}.",
    }
    return note(said[what.outcome], ((button("All I follow", "fl"),),) if what.outcome != "wordless" else ())


def which_to_follow(words: str, entries: Sequence[ActorEntry]) -> tuple[Message, ...]:
    """The question whether somebody is meant, or words."""
    buttons = [button(entry.name, "fa", entry.id) for entry in entries]
    buttons.append(button(f"The words “{words}”" if " " in words else f"The word “{words}”", "fw", words))
    return messages((paragraph(f"Follow “{words}”: who or what is meant?"),), in_rows(buttons))


def welcome_group() -> tuple[Message, ...]:
    """Said once in a group that let the bot in."""
    return note(
        "I brief this group on the news: /brief, /who and /quotes answer here."
        " Administrators order editions with /subscribe, in a forum for the topic they write it in."
    )


def not_let_in(title: str | None) -> tuple[Message, ...]:
    """Said to who brought the bot into a place that no editor let in."""
    return note(
        f"Not everybody is answered in “{display_name(title, _WORDS_LENGTH, otherwise='this chat')}”: an"
        " editor lets a group in by /start there, a channel by making me its administrator."
    )


def welcome_channel(title: str | None) -> tuple[Message, ...]:
    """Said to who made the bot a channel's administrator."""
    return note(
        f"I can post in “{display_name(title, _WORDS_LENGTH, otherwise='your channel')}” now."
        " Post /subscribe 07:30 there to order editions, /settings to change them;"
        " you may delete the commands afterwards."
    )


def _kept(what: StoredCounts) -> Iterator[str]:
    if what.chat is not None:
        yield "its number and settings" + (", its title" if what.chat.title else "")
        yield f"what it follows: {what.follows}"
        yield f"which articles it was sent, so that none comes twice: {what.articles_seen}"
        yield f"what was sent, so that it can be corrected: {counted(what.messages, 'message')}"
    if what.invited:
        yield "that you were invited: you will need a new link"


def ask_to_forget(what: StoredCounts) -> tuple[Message, ...]:
    """What is stored of a chat, and the question whether to delete it."""
    return messages(
        (
            paragraph(bold("Stored of this chat")),
            *(paragraph(f"· {line}").close() for line in _kept(what)),
            paragraph("Nothing else that you write is kept. Shall I delete all of this?"),
        ),
        ((button("Delete it all", "forget", "yes"), button("Keep it", "forget", "no")),),
    )
