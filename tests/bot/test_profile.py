"""What Telegram shows of the bot is in each language, and set only where it differs."""

import pytest
from telegram import Bot, BotCommand

from bot.chat.commands import EVERYBODY, listed
from bot.chat.profile import show_in_each_language
from bot.domain.languages import known_languages
from bot.render.greetings import ABOUT, IN_SHORT
from bot.render.language import ENGLISH
from bot.render.languages import language
from tests.telegram import Served


async def at_once() -> None:
    """No pause."""


async def test_what_is_shown_is_set_once_and_again_where_it_differs(served_telegram: Served) -> None:
    async with Bot(served_telegram.token, base_url=served_telegram.base_url) as bot:
        first = 3 * len(known_languages()) + 1  # of English only its list: descriptions fall back on it
        assert await show_in_each_language(bot, ENGLISH, pause=at_once) == first
        assert await show_in_each_language(bot, ENGLISH, pause=at_once) == 0
        assert await bot.get_my_commands(language_code="pt") == listed(EVERYBODY, language("pt_BR"))
        await bot.set_my_commands([BotCommand("brief", "Anything")], language_code="de")
        assert await show_in_each_language(bot, ENGLISH, pause=at_once) == 1


async def test_who_tells_no_language_is_shown_the_bots_own(served_telegram: Served) -> None:
    async with Bot(served_telegram.token, base_url=served_telegram.base_url) as bot:
        await show_in_each_language(bot, language("uk"), pause=at_once)
        assert (await bot.get_my_description()).description == language("uk").say(ABOUT)


@pytest.mark.parametrize("code", known_languages())
def test_commands_stay_latin_and_all_of_it_fits(code: str) -> None:
    spoken = language(code)
    shown = listed(EVERYBODY, spoken)
    assert [one.command for one in shown] == [one.name for one in EVERYBODY]
    assert all(3 <= len(one.description) <= 256 for one in shown)
    assert (len(spoken.say(ABOUT)) <= 512, len(spoken.say(IN_SHORT)) <= 120) == (True, True)


async def test_what_somebody_else_wrote_is_kept(served_telegram: Served) -> None:
    async with Bot(served_telegram.token, base_url=served_telegram.base_url) as bot:
        await bot.set_my_description("The Gazette’s own bot.")
        await bot.set_my_short_description("The Gazette’s.", language_code="de")
        await bot.set_my_commands([BotCommand("weather", "Whether it rains")], language_code="fr")
        await show_in_each_language(bot, ENGLISH, pause=at_once)
        assert (await bot.get_my_description()).description == "The Gazette’s own bot."
        assert (await bot.get_my_short_description(language_code="de")).short_description == "The Gazette’s."
        assert (await bot.get_my_commands(language_code="fr"))[0].command == "weather"
        assert (await bot.get_my_commands(language_code="es")) == listed(EVERYBODY, language("es"))
