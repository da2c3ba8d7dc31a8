"""What editors can do in the chat. They stand before all families: who is no editor goes on to those."""

from collections.abc import Callable
from datetime import datetime

from bot.chat.access_gate import Door
from bot.chat.editing.articles import EditedArticleHandlers
from bot.chat.editing.corrections import CorrectionHandlers
from bot.chat.editing.deciding import DecisionHandlers
from bot.chat.editing.editions import EditionHandlers
from bot.chat.editing.editors import EditorsHandlers
from bot.chat.editing.editors_only import Guard
from bot.chat.editing.layouts import LayoutHandlers
from bot.chat.editing.proposals import ProposalHandlers
from bot.chat.editing.repairing import RepairHandlers
from bot.chat.editing.sections import SectionSettingHandlers
from bot.chat.editing.sendings import SendingHandlers
from bot.chat.editing.sources import SourceHandlers
from bot.chat.editing.story_repairs import StoryRepairHandlers
from bot.chat.routes import AnyApplication
from bot.desks.corrections import CorrectionsDesk
from bot.desks.editing import EditingDesk
from bot.desks.editions import EditionsDesk
from bot.desks.editors import EditorsDesk
from bot.desks.proposals import Proposals
from bot.desks.repairing import RepairDesk
from bot.desks.sendings import SendingsDesk
from bot.desks.sources import SourcesDesk
from bot.desks.story_repairs import StoryRepairDesk
from bot.desks.texts import TextsDesk
from bot.store.processes.questions import OpenQuestions

_BEFORE_FAMILIES = -3  # a handler group: after the gate


def add_editor_handlers(
    application: AnyApplication,
    door: Door,
    *,
    desk: EditingDesk,
    editions: EditionsDesk,
    sendings: SendingsDesk,
    editors: EditorsDesk,
    proposals: Proposals,
    repairs: RepairDesk,
    sources: SourcesDesk,
    texts: TextsDesk,
    corrections: CorrectionsDesk,
    stories: StoryRepairDesk,
    questions: OpenQuestions,
    open_to_all: bool,
    clock: Callable[[], datetime],
) -> None:
    """Adds /preview, /push, /correct, /kill, /stats, /sources, /editors, /invite, and what editors send."""
    of_editions = EditionHandlers(editions, sendings, clock)
    of_layouts = LayoutHandlers(editions, of_editions, questions, clock)
    articles = EditedArticleHandlers(
        desk, sendings, of_editions, of_layouts, bot=application.bot, clock=clock
    )
    families = (
        articles,
        DecisionHandlers(desk, texts, corrections, articles, clock),
        CorrectionHandlers(corrections, articles),
        of_editions,
        of_layouts,
        SendingHandlers(sendings, of_editions, articles, clock),
        EditorsHandlers(editors, desk, open_to_all=open_to_all, clock=clock),
        SectionSettingHandlers(sources, questions, clock),
        SourceHandlers(sources, desk, clock),
        ProposalHandlers(proposals, articles),
        RepairHandlers(repairs, desk, corrections, articles, clock),
        StoryRepairHandlers(stories, desk, articles, clock),
    )
    guard = Guard(door)
    for family in families:
        application.add_handlers(list(family.all(guard)), group=_BEFORE_FAMILIES)
