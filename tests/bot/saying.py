"""What the bot says, in the language in which tests read it."""

from typing import Final

from bot.domain.messages import Message
from bot.render.language import ENGLISH, Language
from bot.render.languages import language
from bot.render.unsaid import Unsaid

worded = ENGLISH.say
LONGEST: Final = (language("de"), language("ar"))  # the longest texts, and the signs that keep order in them


def all_in(language: Language, *told: Unsaid) -> tuple[Message, ...]:
    """The messages of what is told."""
    return tuple(message for unsaid in told for message in unsaid.said_in(language))


def all_in_english(*told: Unsaid) -> tuple[Message, ...]:
    """The same in English."""
    return all_in(ENGLISH, *told)


def in_english(told: Unsaid) -> Message:
    """The one message of what is told."""
    (message,) = all_in_english(told)
    return message
