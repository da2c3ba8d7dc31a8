"""The verbs of `python -m bot sources`: at a terminal, while the bot runs too."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.config.settings import Settings
from bot.desks.sources import as_feed_list
from bot.domain.errors import PortableError
from bot.domain.sources import ListedSource
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.finding import finding, listed_in, typed_address
from bot.newsroom.sources.host_turns import HostTurns, alone
from bot.newsroom.sources.trial import try_source
from bot.render.language import ENGLISH
from bot.render.sources import ails, came, pace, source_name
from bot.service.verbs import content_of, opened_store, write_privately
from bot.store.database.opening import is_made, parse_url
from bot.store.upkeep.backup import check_replaceable

LARGEST_LIST = 10_000_000  # bytes

Say = Callable[[str], None]


async def list_sources(settings: Settings, *, now: datetime, say: Say) -> None:
    """`list`: a line a source."""
    async with opened_store(settings.database_url) as store:
        listed = await store.sources.listed(now=now)
    for one in listed:
        say(_line(one))
    if not listed:
        say("no sources; add one: python -m bot sources add ADDRESS")


async def add_source(settings: Settings, typed: str, *, now: datetime, say: Say) -> None:
    """`add ADDRESS`, of a feed or a site. Raises SourceError where there is no feed."""
    async with opened_store(settings.database_url) as store:
        async with finding(settings, HostTurns(store).at) as finder:
            address, feed = await finder.feed(typed_address(typed), now=now)
        source, new = await store.sources.add(address, title=feed.title, added_by=None, now=now, given=typed)
    done = f"added, {source_name(source)}" if new else f"is a source already, {source_name(source)}"
    say(f"{source.address}: {done}")


async def try_address(settings: Settings, where: str, *, now: datetime, say: Say) -> None:
    """`try ADDRESS`, or a file: what would be filed from there. Raises SourceError."""
    if not is_made(parse_url(settings.database_url)):  # then no bot is at work either, and none is made
        await try_source(where, settings=settings, turn=alone, now=now, say=say)
        return
    async with opened_store(settings.database_url) as store:
        await try_source(where, settings=settings, turn=HostTurns(store).at, now=now, say=say)


async def remove_source(settings: Settings, typed: str, *, say: Say) -> None:
    """`remove ADDRESS`; its articles stay. Raises SourceError where it is no source."""
    async with opened_store(settings.database_url) as store:
        found = await store.sources.find_by_address(typed)
        found = found or await store.sources.find_by_address(typed_address(typed))
        if found is None or not await store.sources.remove(found.id):
            raise SourceError(typed, "is no source")
    say(f"{found.address}: removed; its articles stay")


async def import_sources(settings: Settings, file: Path, *, now: datetime, say: Say) -> None:
    """`import FILE`: adds the feeds of a list (OPML) that are not there."""
    raw = await asyncio.to_thread(content_of, file, LARGEST_LIST)
    readers = FeedReaders()
    try:
        listed = await listed_in(raw, name=str(file), feeds=readers)
    finally:
        readers.close()
    async with opened_store(settings.database_url) as store:
        titles = {feed.address: feed.title for feed in listed.feeds}
        added = await store.sources.add_all(titles, added_by=None, now=now)
    say(f"{file}: {ENGLISH.say(came(len(titles), len(titles) - added))}; {added:,} added")


async def export_sources(settings: Settings, file: Path, *, now: datetime, say: Say) -> None:
    """`export FILE`: all of them as a list that other readers of feeds take (OPML)."""
    check_replaceable(file, settings.database_url)
    async with opened_store(settings.database_url) as store:
        listed = await store.sources.listed(now=now)
    try:
        await asyncio.to_thread(write_privately, file, as_feed_list(listed).decode())
    except OSError as error:
        raise PortableError(f"{file}: {error.strerror}") from error
    say(f"{file}: {ENGLISH.say(came(len(listed), 0))}")


def _line(listed: ListedSource) -> str:
    source = listed.source
    when = f"{source.succeeded_at:%-d %B %Y, %H:%M UTC}" if source.succeeded_at else "never"
    told = (source_name(source), ENGLISH.say(pace(listed)), f"last success {when}", ENGLISH.say(ails(source)))
    return f"{source.address}: {', '.join(part for part in told if part)}"
