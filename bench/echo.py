"""The rival: a bot of the same library that says every message again, and nothing else.

python -m bench.echo API_URL TOKEN
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters


async def _echo(update: Update, _: Any) -> None:
    assert update.message is not None
    assert update.message.text is not None
    await update.message.reply_text(update.message.text)


def main(api_url: str, token: str) -> None:
    """Polls until it is told to stop."""
    application = Application.builder().token(token).base_url(f"{api_url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling(allowed_updates=["message"])


if __name__ == "__main__":
    main(*sys.argv[1:])
