"""Domain values into messages: the only place with HTML, the only place that splits."""

from bot.domain.messages import Buttons
from bot.domain.words import cut, typed
from bot.render.articles import full_text
from bot.render.blocks import Block, Run, bold, italic, paragraph, plain, quotation
from bot.render.briefing import briefing, story
from bot.render.buttons import action, button, fits, in_rows, turning
from bot.render.digest import digest
from bot.render.greetings import command_list, not_a_command, welcome
from bot.render.lists import (
    actor_buttons,
    actors,
    actors_of,
    found,
    headlines,
    note,
    unknown_actor,
    which_actor,
)
from bot.render.quotes import (
    latest_quotes,
    quotes_of,
    quotes_with,
    read_button,
    read_buttons,
    story_quotes,
    which_speaker,
)
from bot.render.split import messages

__all__ = [
    "Block",
    "Buttons",
    "Run",
    "action",
    "actor_buttons",
    "actors",
    "actors_of",
    "bold",
    "briefing",
    "button",
    "command_list",
    "cut",
    "digest",
    "fits",
    "found",
    "full_text",
    "headlines",
    "in_rows",
    "italic",
    "latest_quotes",
    "messages",
    "not_a_command",
    "note",
    "paragraph",
    "plain",
    "quotation",
    "quotes_of",
    "quotes_with",
    "read_button",
    "read_buttons",
    "story",
    "story_quotes",
    "turning",
    "typed",
    "unknown_actor",
    "welcome",
    "which_actor",
    "which_speaker",
]
