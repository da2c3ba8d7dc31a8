"""The commands of the chat, as they are listed: for everybody, and for editors."""

import logging
from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden

from bot.render.language import Language
from bot.render.texts import Said, _

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what may follow it, and what it does."""

    name: str
    arguments: Said
    does: Said


# Translators: a command, what may follow it, and what it does: in the list of commands, there at most 256
# characters. What stands in brackets may be left away.
READING = (
    Command("brief", _("[number or words]"), _("the newest stories, or those about your words")),
    Command("latest", "", _("the ten newest headlines")),
    Command("week", "", _("the last seven days: stories, people, quotations")),
    Command("who", _("[name]"), _("who is in the news, or all about one name")),
    Command("quotes", _("[name or words]"), _("who said what, word for word")),
    Command("search", _("words"), _("find articles by their words")),
)
SUBSCRIBING = (
    Command("subscribe", _("[times or new]"), _("get the news at your hours, or each article as it comes")),
    Command("unsubscribe", "", _("stop all briefings")),
    Command("follow", _("name or words"), _("get the news of a person, a country or a topic")),
    Command("unfollow", _("name or words"), _("stop following it")),
    Command("mute", _("name or words"), _("get no news of a person, a country or a topic")),
    Command("unmute", _("name or words"), _("stop muting it")),
    Command("saved", "", _("the articles that are saved here")),
    Command("settings", "", _("hours, days, time zone, quiet hours and more")),
    Command("forget", "", _("see what I store about this chat, and delete it")),
    Command("help", "", _("what I can do")),
)
EDITING = (
    Command("preview", _("[article]"), _("see the next edition or an article as readers will")),
    Command("push", _("[article [at HH:MM]]"), _("send an article or the edition now, or at an hour")),
    Command("correct", _("article correction"), _("correct an article and what was sent of it")),
    Command("kill", _("article [reason]"), _("drop an article and take back what was sent of it")),
    Command("queue", "", _("what waits: for an editor, for its hour, for an answer")),
    Command("sources", _("[address]"), _("where articles come from; add a site by its address")),
    Command("stats", "", _("what was sent, what failed, who reads, what editors did")),
    Command("editors", _("[number]"), _("who the editors are; add or remove one")),
    Command("invite", "", _("a link that lets readers in")),
)
EVERYBODY = READING + SUBSCRIBING
ADMINISTRATORS = frozenset(  # whose they are where many read
    ("subscribe", "unsubscribe", "follow", "unfollow", "mute", "unmute", "saved", "settings", "forget")
)


async def list_editor_commands(bot: Bot, user_id: int, language: Language) -> None:
    """List the editors' commands too, in an editor's own chat; who never wrote to the bot has none yet."""
    await _in_own_chat(bot, user_id, listed(EVERYBODY + EDITING, language))


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


def listed(commands: tuple[Command, ...], language: Language) -> tuple[BotCommand, ...]:
    """The commands as Telegram lists them: their names are typed, so they are the same in every language."""
    return tuple(BotCommand(one.name, language.say(one.does)) for one in commands)
