"""Which Bot API a process talks to: Telegram's, or its own on this machine."""

import socket
from dataclasses import dataclass

from bot.config.serving import address
from bot.config.settings import Settings
from bot.localchat import DEFAULT_TOKEN, LocalTelegram


@dataclass(frozen=True, slots=True, kw_only=True)
class BotApiAccess:
    """Where requests go, and as whom; `local` where this process answers them itself."""

    token: str
    url: str
    local: LocalTelegram | None = None


def choose_bot_api(settings: Settings, listening: socket.socket) -> BotApiAccess:
    """Telegram where there is a token, else the local chat behind our own address."""
    if settings.telegram_bot_token is not None:
        return BotApiAccess(
            token=settings.telegram_bot_token.get_secret_value(), url=settings.telegram_api_url
        )
    local = LocalTelegram()
    local.furnish()
    return BotApiAccess(token=DEFAULT_TOKEN, url=address(listening), local=local)
