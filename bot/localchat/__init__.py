"""A Bot API on loopback and its chat page: the bot's home without a token, and the Telegram of the tests."""

from bot.localchat.app import DEFAULT_TOKEN, local_chat_app, serve
from bot.localchat.entities import Entity
from bot.localchat.faults import Fault
from bot.localchat.state import BOT, EDITOR, EDITORS, READER, Answer, Call, Callback
from bot.localchat.telegram import LocalTelegram
from bot.localchat.world import Document, InlineButton, LocalChat, LocalMessage, User

__all__ = [
    "BOT",
    "DEFAULT_TOKEN",
    "EDITOR",
    "EDITORS",
    "READER",
    "Answer",
    "Call",
    "Callback",
    "Document",
    "Entity",
    "Fault",
    "InlineButton",
    "LocalChat",
    "LocalMessage",
    "LocalTelegram",
    "User",
    "local_chat_app",
    "serve",
]
