"""What Telegram shows of the bot before it says anything: its commands and what it is, in each language.

Each is asked for first and set only where it differs and is empty or ours: who runs the bot may have written
another. One after the other with pauses: Telegram counts requests that set these, and keeps them from one
start to the next.
"""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot

from bot.chat.commands import EDITING, EVERYBODY, listed
from bot.render.greetings import ABOUT, IN_SHORT
from bot.render.language import Language
from bot.render.languages import each_language, said_everywhere
from bot.render.texts import Said

_OURS = frozenset(command.name for command in (*EVERYBODY, *EDITING))
PAUSE = 0.5  # seconds between two requests: thirteen languages take about twenty


async def show_in_each_language(
    bot: Bot, own: Language, *, pause: Callable[[], Awaitable[None]] | None = None
) -> int:
    """Sets what differs; `own` is the language of whoever's own is not spoken. How much was set.

    Raises TelegramError.
    """
    rest = pause or _rest
    changed = await _show(bot, own, None, rest)
    for language in each_language():
        changed += await _show(bot, language, language.code.partition("_")[0], rest)
    return changed


async def _show(bot: Bot, language: Language, code: str | None, rest: Callable[[], Awaitable[None]]) -> int:
    commands, about, short = listed(EVERYBODY, language), language.say(ABOUT), language.say(IN_SHORT)
    changed = 0
    there = await bot.get_my_commands(language_code=code)
    if there != commands and _OURS.issuperset(one.command for one in there):
        await bot.set_my_commands(commands, language_code=code)
        changed += 1
    await rest()
    if _to_set((await bot.get_my_description(language_code=code)).description, about, ABOUT):
        await bot.set_my_description(about, language_code=code)
        changed += 1
    await rest()
    if _to_set((await bot.get_my_short_description(language_code=code)).short_description, short, IN_SHORT):
        await bot.set_my_short_description(short, language_code=code)
        changed += 1
    await rest()
    return changed


def _to_set(there: str, wanted: str, ours: Said) -> bool:
    """Whether what is there is another than is wanted, and nothing or ours in whichever language."""
    return there != wanted and (not there or there in said_everywhere(ours))


async def _rest() -> None:
    await asyncio.sleep(PAUSE)
