"""Domain values into messages: the only place with HTML, the only place that splits."""

from bot.render.articles import full_text
from bot.render.blocks import Block, Run, bold, italic, paragraph, plain, quotation
from bot.render.briefing import briefing, story
from bot.render.buttons import action, button, fits, in_rows, turning
from bot.render.digest import digest
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
from bot.render.quotes import article_quotes, filed_quotes, read_button, read_buttons
from bot.render.split import Buttons, messages
from bot.render.words import cut, typed

__all__ = [
    "Block",
    "Buttons",
    "Run",
    "action",
    "actor_buttons",
    "actors",
    "actors_of",
    "article_quotes",
    "bold",
    "briefing",
    "button",
    "cut",
    "digest",
    "filed_quotes",
    "fits",
    "found",
    "full_text",
    "headlines",
    "in_rows",
    "italic",
    "messages",
    "note",
    "paragraph",
    "plain",
    "quotation",
    "read_button",
    "read_buttons",
    "story",
    "turning",
    "typed",
    "unknown_actor",
    "which_actor",
]
