"""A whole Application of python-telegram-bot lives on the local Telegram."""

import asyncio
import signal
import sys

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.localchat import LocalTelegram
from tests.telegram import Served, shown
from tests.waiting import PATIENCE


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more:1")]])
    await update.effective_message.reply_html("<b>Good</b> morning", reply_markup=keyboard)


async def more(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer("Here you are")
    await update.callback_query.edit_message_text("More news")


def application(served: Served) -> Application:
    building = Application.builder().token(served.token)
    built = building.base_url(served.base_url).base_file_url(served.base_file_url).build()
    built.add_handler(CommandHandler("start", greet))
    built.add_handler(CallbackQueryHandler(more))
    return built


async def test_commands_and_buttons_are_answered(served_telegram: Served, telegram: LocalTelegram) -> None:
    running = application(served_telegram)
    async with running:
        await running.start()
        await running.updater.start_polling()
        asked = telegram.say(telegram.reader, "/start")
        [greeting] = await telegram.replies(telegram.reader, after=asked)
        assert shown(greeting) == ("Good morning", (("More",),))
        telegram.press(telegram.reader, greeting, "More")
        await telegram.until(lambda: [m.text for m in telegram.sent(telegram.reader)] == ["More news"])
        assert [answer.text for answer in telegram.answers] == ["Here you are"]
        await running.updater.stop()
        await running.stop()


async def test_local_chat_runs_as_a_program_of_its_own() -> None:
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.localchat", "--port", "0", "--people", "3", "--token", "1:x"),
        stdout=asyncio.subprocess.PIPE,
    )
    line = (await program.stdout.readline()).decode()
    url = line.removeprefix("Local preview: ").strip().removesuffix("/")
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=PATIENCE) as client:
        for person in (5000, 5001, 5001):
            sent = await client.post("/bot1:x/sendMessage", json={"chat_id": person, "text": "x"})
            assert sent.status_code == 200
        counts = (await client.get("/chat/messages")).json()
    assert counts == {"total": 3, "sent": {"5000": 1, "5001": 2}}
    program.send_signal(signal.SIGTERM)
    assert await program.wait() == 0
