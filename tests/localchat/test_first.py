"""A real Application of python-telegram-bot talks to the local Telegram."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from tests.telegram import Served, shown
from tests.telegram import bot as bot
from tests.telegram import served_telegram as served_telegram
from tests.telegram import telegram as telegram


async def greet(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more:1")]])
    await update.effective_message.reply_html("<b>Good</b> morning", reply_markup=keyboard)


async def more(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer("Here you are")
    await update.callback_query.edit_message_text("More news")


async def test_application_answers_commands_and_buttons(served_telegram: Served) -> None:
    telegram = served_telegram.telegram
    application = (
        Application.builder()
        .token(served_telegram.token)
        .base_url(served_telegram.base_url)
        .base_file_url(served_telegram.base_file_url)
        .build()
    )
    application.add_handler(CommandHandler("start", greet))
    application.add_handler(CallbackQueryHandler(more))
    async with application:
        await application.start()
        await application.updater.start_polling()
        asked = telegram.say(telegram.reader, "/start")
        [greeting] = await telegram.replies(telegram.reader, after=asked)
        assert shown(greeting) == ("Good morning", (("More",),))
        telegram.press(telegram.reader, greeting, "More")
        await telegram.until(lambda: [m.text for m in telegram.sent(telegram.reader)] == ["More news"])
        assert [answer.text for answer in telegram.answers] == ["Here you are"]
        await application.updater.stop()
        await application.stop()
