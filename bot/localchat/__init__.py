"""A Bot API on loopback and its chat page: the bot's home without a token, and the Telegram of the tests."""

from bot.localchat.app import DEFAULT_TOKEN, local_chat_app, serve
from bot.localchat.entities import Entity
from bot.localchat.faults import Fault
from bot.localchat.state import BOT, EDITOR, READER, Answer, Call, Callback
from bot.localchat.telegram import LocalTelegram
from bot.localchat.world import Button, Chat, Document, Message, User

__all__ = [
    "BOT",
    "DEFAULT_TOKEN",
    "EDITOR",
    "READER",
    "Answer",
    "Button",
    "Call",
    "Callback",
    "Chat",
    "Document",
    "Entity",
    "Fault",
    "LocalTelegram",
    "Message",
    "User",
    "local_chat_app",
    "serve",
]
