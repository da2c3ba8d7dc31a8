"""Makes the desks at which editors work, and has them answered."""

from datetime import timedelta
from functools import partial

from bot.chat.editing.handlers import add_editor_handlers
from bot.chat.editing.joins import add_join_handlers
from bot.chat.routes import AnyApplication
from bot.config.settings import Access
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.publisher import Publisher
from bot.desks.access import Doorkeeper
from bot.desks.corrections import CorrectionsDesk
from bot.desks.editing import EditingDesk
from bot.desks.editions import EditionsDesk
from bot.desks.editors import EditorsDesk
from bot.desks.notices import Notices
from bot.desks.proposals import Proposals
from bot.desks.repairing import RepairDesk
from bot.desks.sendings import SendingsDesk
from bot.desks.sources import SourcesDesk
from bot.desks.story_repairs import StoryRepairDesk
from bot.desks.texts import TextsDesk
from bot.render import editing, repairs_told, sources
from bot.service.parts import Dependencies, Incoming
from bot.service.schedule import Timetable
from summaries.reader import reader_version


def add_editors_desks(
    dependencies: Dependencies,
    application: AnyApplication,
    door: Doorkeeper,
    *,
    publisher: Publisher,
    timetable: Timetable,
    coming: Incoming,
    dispatcher: Dispatcher,
    notices: Notices,
    texts: TextsDesk,
) -> None:
    """Adds the handlers of all that editors do, each with its desk."""
    settings, store, clock = dependencies.settings, dependencies.store, dependencies.clock
    recorded = dependencies.languages.of(None)  # the record of what editors do is one for all of them
    title = partial(editing.recorded_as, language=recorded)
    add_join_handlers(application, door, store, clock)
    proposals = Proposals(
        store=store,
        analyse=coming.newsroom.analyse_text,
        reader=reader_version(settings.spacy_model),
        clock=clock,
        look_now=timetable.look_now,
        title=title,
        words_needed=settings.review.editors,
        tell=notices.filed,
    )
    window = timedelta(seconds=settings.stop_window)
    desk = EditingDesk(
        store=store,
        publisher=publisher,
        default_zone=settings.zone,
        clock=clock,
        look_now=timetable.look_now,
        title=title,
        words_needed=settings.review.editors,
    )
    add_editor_handlers(
        application,
        door,
        desk=desk,
        editions=EditionsDesk(
            store=store,
            publisher=publisher,
            editing=desk,
            clock=clock,
            look_now=timetable.look_now,
        ),
        sendings=SendingsDesk(
            store=store,
            editing=desk,
            stop_window=window,
            clock=clock,
            send_now=dispatcher.wake,
        ),
        editors=EditorsDesk(store, door, clock=clock),
        questions=store.questions,
        proposals=proposals,
        repairs=RepairDesk(
            store=store,
            clock=clock,
            title=title,
            named=partial(repairs_told.recorded, language=recorded),
            note=repairs_told.correction_of,
        ),
        sources=SourcesDesk(
            store=store,
            previewer=coming.previewer,
            proposals=proposals,
            clock=clock,
            visit_now=coming.rounds.look_now,
            name=sources.source_name,
        ),
        texts=texts,
        corrections=CorrectionsDesk(
            store=store,
            publisher=publisher,
            editing=desk,
            texts=texts,
            stop_window=window,
            clock=clock,
        ),
        stories=StoryRepairDesk(store=store, clock=clock),
        open_to_all=settings.access is Access.OPEN,
        clock=clock,
    )
