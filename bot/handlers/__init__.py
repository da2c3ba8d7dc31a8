"""What the bot does with updates: a file a family of commands, each handler parses, asks, replies.

add_gate(application, door, clock)        who is answered at all
add_reading_handlers(application, desk, door)
…the subscribers' and the editors' families…
add_last_handlers(application)            unknown commands, and the error handler
"""

from collections.abc import Callable
from datetime import datetime

from telegram import Update
from telegram.ext import TypeHandler

from bot.desk import Desk
from bot.handlers.articles import ArticleHandlers
from bot.handlers.door import Door, Gate
from bot.handlers.faults import answer_fault
from bot.handlers.quotes import QuoteHandlers
from bot.handlers.routes import AnyApplication
from bot.handlers.start import UNKNOWN_COMMAND, LastHandlers, StartHandlers
from bot.handlers.who import WhoHandlers

__all__ = ["UNKNOWN_COMMAND", "add_gate", "add_last_handlers", "add_reading_handlers"]

_BEFORE_ALL = -10  # a handler group; the families stand in group 0


def add_gate(application: AnyApplication, door: Door, clock: Callable[[], datetime]) -> None:
    """Lets only those ask whom the door lets in."""
    application.add_handler(TypeHandler(Update, Gate(door, clock)), group=_BEFORE_ALL)


def add_reading_handlers(application: AnyApplication, desk: Desk, door: Door) -> None:
    """Adds everything that reads: start, help, brief, latest, search, who, quotes and their buttons."""
    families = (StartHandlers(door), ArticleHandlers(desk), WhoHandlers(desk), QuoteHandlers(desk))
    for family in families:
        application.add_handlers(list(family.all()))


def add_last_handlers(application: AnyApplication) -> None:
    """Adds what answers where no other handler does, and when one fails. Call it after all the others."""
    application.add_handlers(list(LastHandlers().all()))
    application.add_error_handler(answer_fault)
