"""What editors can do in the chat. They stand before all families: who is no editor goes on to those."""

from collections.abc import Callable
from datetime import datetime

from bot.editorial.desk import EditorDesk
from bot.editorial.office import Office
from bot.editorial.proposals import Proposals
from bot.handlers.door import Door
from bot.handlers.editing.articles import EditedArticleHandlers
from bot.handlers.editing.editions import EditionHandlers
from bot.handlers.editing.guard import Guard
from bot.handlers.editing.office import OfficeHandlers
from bot.handlers.editing.proposals import ProposalHandlers
from bot.handlers.routes import AnyApplication

_BEFORE_FAMILIES = -3  # a handler group: after the gate


def add_editor_handlers(
    application: AnyApplication,
    door: Door,
    *,
    desk: EditorDesk,
    office: Office,
    proposals: Proposals,
    open_to_all: bool,
    clock: Callable[[], datetime],
) -> None:
    """Adds /preview, /push, /correct, /kill, /stats, /editors, /invite, and articles that editors send."""
    editions = EditionHandlers(desk, clock)
    articles = EditedArticleHandlers(desk, editions, clock)
    families = (
        articles,
        editions,
        OfficeHandlers(office, desk, open_to_all=open_to_all, clock=clock),
        ProposalHandlers(proposals, articles),
    )
    guard = Guard(door)
    for family in families:
        application.add_handlers(list(family.all(guard)), group=_BEFORE_FAMILIES)
