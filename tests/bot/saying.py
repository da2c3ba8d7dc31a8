"""What the bot says, in the language in which tests read it."""

from bot.domain.messages import Message
from bot.render.language import ENGLISH
from bot.render.unsaid import Unsaid

worded = ENGLISH.say


def all_in_english(*told: Unsaid) -> tuple[Message, ...]:
    """The messages of what is told."""
    return tuple(message for unsaid in told for message in unsaid.said_in(ENGLISH))


def in_english(told: Unsaid) -> Message:
    """The one message of what is told."""
    (message,) = all_in_english(told)
    return message
