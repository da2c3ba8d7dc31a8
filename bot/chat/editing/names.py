"""What people call themselves."""

from collections.abc import Iterable

from telegram import Bot
from telegram.error import TelegramError


async def names_of(bot: Bot, ids: Iterable[int]) -> dict[int, str]:
    """What people call themselves, of those whom the bot has met."""
    names = {}
    for user_id in set(ids):
        try:
            chat = await bot.get_chat(user_id)
        except TelegramError:
            continue
        names[user_id] = chat.full_name or str(user_id)
    return names
