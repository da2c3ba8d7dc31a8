"""What is said to the bot where many talk: its name stands in it, or it answers a message of the bot's."""

from telegram import Message as TelegramMessage
from telegram import MessageEntity
from telegram.constants import ChatType

_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


def is_spoken_to(message: TelegramMessage) -> bool:
    """Whether the words of a group's message are for the bot; a command is not."""
    words = message.text or message.caption or ""
    if message.chat.type not in _GROUPS or not words or words.startswith("/"):
        return False
    return answered(message) is not None or any(True for _ in _names(message))


def answered(message: TelegramMessage) -> TelegramMessage | None:
    """The bot's message that this one replies to; None: it replies to nothing, or to another's."""
    to = message.reply_to_message
    ours = to is not None and to.from_user is not None and to.from_user.id == message.get_bot().id
    return to if ours else None


def without_name(message: TelegramMessage) -> str:
    """The words of the message without the bot's name."""
    words = message.text or message.caption or ""
    for name in _names(message):
        words = words.replace(name, " ")
    return words


def _names(message: TelegramMessage) -> tuple[str, ...]:
    """The bot's name as it stands in the message."""
    read = message.parse_entities if message.text else message.parse_caption_entities
    ours = f"@{message.get_bot().username}".lower()
    return tuple(name for name in read([MessageEntity.MENTION]).values() if name.lower() == ours)
