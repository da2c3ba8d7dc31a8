"""`python -m bot`: settings → app → run."""

import asyncio
import logging
import signal
import sys

from bot.errors import BriefingsError
from bot.logs import set_up_logs
from bot.settings import Settings, read_settings

log = logging.getLogger("bot")


def main() -> int:
    try:
        settings = read_settings()
    except BriefingsError as error:
        print(error, file=sys.stderr)
        return 1
    set_up_logs(level=settings.log_level, form=settings.log_format)
    try:
        asyncio.run(_run(settings))
    except BriefingsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


async def _run(settings: Settings) -> None:
    from bot.service import run  # after the settings: a wrong one is told in a moment

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await run(settings, stop=stop, announce=lambda line: print(line, flush=True))


if __name__ == "__main__":
    sys.exit(main())
