"""`python -m bot.localchat [--port N] [--token T] [--limits] [--people N]`: the local Telegram alone."""

import argparse
import asyncio
import signal

from bot.localchat.app import DEFAULT_TOKEN, serve
from bot.localchat.telegram import LocalTelegram

FIRST_PERSON = 5000


def main() -> None:
    """Serves a Bot API alone until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m bot.localchat", description="A Bot API on loopback.")
    parser.add_argument("--host", default="127.0.0.1", choices=("127.0.0.1", "::1"))
    parser.add_argument("--port", type=int, default=8081, help="0: any free one (default: %(default)s)")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="the bot's (default: %(default)s)")
    parser.add_argument("--limits", action="store_true", help="enforce Telegram's flood limits")
    parser.add_argument("--people", type=int, default=0, help=f"so many people, ids from {FIRST_PERSON}")
    asked = parser.parse_args()
    telegram = LocalTelegram(limits=asked.limits)
    telegram.furnish()
    for number in range(FIRST_PERSON, FIRST_PERSON + asked.people):
        telegram.add_user(f"Reader {number}", id=number)
    asyncio.run(_run(telegram, host=asked.host, port=asked.port, token=asked.token))


async def _run(telegram: LocalTelegram, *, host: str, port: int, token: str) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with serve(telegram, host=host, port=port, token=token) as url:
        print(f"Local preview: {url}/", flush=True)
        await stopped.wait()


if __name__ == "__main__":
    main()
