"""The commands of the chat, as they are listed: for everybody, and for editors."""

import logging
from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what may follow it, and what it does."""

    name: str
    arguments: str
    does: str


READING = (
    Command("brief", "[number or words]", "the newest stories, or those that match"),
    Command("latest", "", "the ten newest headlines"),
    Command("who", "[name]", "who is in the news, or all about one of them"),
    Command("quotes", "[name or words]", "who said what, word for word"),
    Command("search", "words", "find articles"),
)
SUBSCRIBING = (
    Command("subscribe", "[HH:MM …] [new]", "briefings at your hours, or each new article"),
    Command("unsubscribe", "", "no more briefings"),
    Command("follow", "name or words", "be told at once of what concerns them"),
    Command("unfollow", "name or words", "no longer be told"),
    Command("settings", "", "hours, days, time zone, quiet hours and more"),
    Command("forget", "", "see what is stored of this chat, and delete it"),
    Command("help", "", "what I can do"),
)
EDITING = (
    Command("preview", "[article]", "the next edition, exactly as it will look"),
    Command("push", "[article [at HH:MM]]", "send an article or an edition now, or later"),
    Command("correct", "article note", "correct what was sent"),
    Command("kill", "article [reason]", "withdraw an article and what was sent of it"),
    Command("sources", "[address]", "where articles are fetched from; add one by its address"),
    Command("stats", "", "deliveries, failures, subscribers, decisions"),
    Command("editors", "[number]", "who edits; add or remove"),
    Command("invite", "", "a link that lets a reader in"),
)
EVERYBODY = READING + SUBSCRIBING


async def list_commands(bot: Bot) -> None:
    """List everybody's commands in every chat."""
    await bot.set_my_commands(_listed(EVERYBODY))


async def list_editor_commands(bot: Bot, user_id: int) -> None:
    """List the editors' commands too, in an editor's own chat; who never wrote to the bot has none yet."""
    await _in_own_chat(bot, user_id, _listed(EVERYBODY + EDITING))


async def unlist_editor_commands(bot: Bot, user_id: int) -> None:
    """Somebody is an editor no longer."""
    await _in_own_chat(bot, user_id, ())


async def _in_own_chat(bot: Bot, user_id: int, commands: tuple[BotCommand, ...]) -> None:
    scope = BotCommandScopeChat(user_id)
    try:
        if commands:
            await bot.set_my_commands(commands, scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
    except (BadRequest, Forbidden) as refusal:
        log.info("editor %s: commands not listed yet: %s", user_id, refusal.message)


def _listed(commands: tuple[Command, ...]) -> tuple[BotCommand, ...]:
    return tuple(BotCommand(one.name, one.does) for one in commands)
