"""Makes what articles come in by: the watched folder, the rounds of the sources, the desk for what came."""

from functools import partial

from bot.config.settings import Review
from bot.desks.access import Doorkeeper
from bot.desks.notices import Notices
from bot.domain.articles import Filed, OnRemoved
from bot.newsroom.folder_watch import Newsroom
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.finding import fetcher_of
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.next_visit import PauseBounds
from bot.newsroom.sources.preview import Previewer
from bot.newsroom.sources.responses import ResponseKind
from bot.newsroom.sources.rounds import Rounds
from bot.newsroom.sources.wiredesk import WireDesk
from bot.service.housekeeping import REST, after_import
from bot.service.parts import Dependencies, Incoming
from bot.service.schedule import Timetable
from summaries.reader import reader_version


def incoming(parts: Dependencies, timetable: Timetable, notices: Notices, door: Doorkeeper) -> Incoming:
    """Makes them; nothing runs yet."""
    settings, metrics = parts.settings, parts.metrics

    async def on_filed(filed: Filed) -> None:
        if not newsroom.is_busy and not wire.is_busy:
            timetable.look_now()  # else more is to be told of: the next tick does
        await notices.filed(filed)

    async def on_removed() -> OnRemoved:
        nobody_to_ask = settings.on_removed is OnRemoved.ASK and not await door.editors()
        return OnRemoved.KEEP if nobody_to_ask else settings.on_removed

    def on_read(outcome: str, seconds: float) -> None:
        metrics.articles.labels(outcome).inc()
        metrics.analysis_seconds.observe(seconds)

    def on_fetched(kind: ResponseKind, seconds: float) -> None:
        metrics.fetches.labels(kind).inc()
        metrics.fetch_seconds.observe(seconds)

    newsroom = Newsroom(
        parts.store,
        settings.seeds_dir,
        workers=settings.analysis_workers,
        pipeline=settings.spacy_model,
        review=settings.review is not Review.OFF,
        clock=parts.clock,
        on_filed=on_filed,
        on_removed=on_removed,
        on_left=notices.left,
        on_read=on_read,
        on_read_through=partial(after_import, parts.store, pause=REST),
    )
    wire = WireDesk(
        store=parts.store,
        read=newsroom.analyse_text,
        reader=reader_version(settings.spacy_model),
        review=settings.review is not Review.OFF,
        clock=parts.clock,
        filed=on_filed,
        on_removed=on_removed,
        left=notices.left,
        counted=on_read,
        workers=settings.analysis_workers,
    )
    feed_readers = FeedReaders()
    open_fetcher = partial(fetcher_of, settings, HostTurns(parts.store).at)
    rounds = Rounds(
        store=parts.store,
        readers=feed_readers,
        open_fetcher=open_fetcher,
        bounds=PauseBounds.of(settings),
        clock=parts.clock,
        fetched=on_fetched,
        came=wire.look_now,
    )
    previewer = Previewer(open_fetcher=open_fetcher, feeds=feed_readers, read=newsroom.analyse_text)
    return Incoming(
        newsroom=newsroom, wire=wire, rounds=rounds, previewer=previewer, feed_readers=feed_readers
    )
