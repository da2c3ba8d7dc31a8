"""Sources in an editor's hands: looked at, added, visited now, paused, removed, and as a list of feeds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.desks.proposals import Proposals
from bot.desks.reading import turned
from bot.domain.articles import Page
from bot.domain.editing import Draft
from bot.domain.sections import Outlet, Section
from bot.domain.sources import Added, FoundFeed, FoundList, ListedSource, Source, SourceCard
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.finding import typed_address
from bot.newsroom.sources.opml import write_opml
from bot.newsroom.sources.preview import FeedPreview, PagePreview, Preview, Previewer
from bot.newsroom.sources.values import FeedList, ListedFeed
from bot.store import Store

LISTED = 8  # sources on a page
RECORDED = 32  # characters of a verb in the record
_ENTRIES = 5  # on a card
_LIST_TITLE = "Sources"

Proposed = FoundFeed | FoundList | Draft


def as_feed_list(listed: Iterable[ListedSource]) -> bytes:
    """Sources as a list that other readers of feeds take (OPML)."""
    feeds = [ListedFeed(address=one.source.address, title=one.source.title) for one in listed]
    return write_opml(feeds, title=_LIST_TITLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesDesk:
    """`visit_now` has what is due visited; `name` names a source in the record."""

    store: Store
    previewer: Previewer
    proposals: Proposals
    clock: Callable[[], datetime]
    visit_now: Callable[[], None]
    name: Callable[[Source], str]

    # ---------------------------------------------------------------- what there is

    async def listed(self, page: int = 0) -> Page[ListedSource]:
        """A page of all sources, by title; the last where that is not there."""
        return Page.of(await self.store.sources.listed(now=self.clock()), page, LISTED)

    async def known(self, typed: str) -> int | None:
        """The source at this address; None where there is none, or it is no address."""
        try:
            found = await self.store.sources.find_by_address(typed_address(typed))
        except SourceError:
            return None
        return found.id if found else None

    async def card(self, source_id: int) -> SourceCard | None:
        """A source with its newest entries; None where it was removed."""
        listed = await self.store.sources.listed_one(source_id, now=self.clock())
        if listed is None:
            return None
        newest = await self.store.sources.newest_entries(source_id, _ENTRIES)
        return SourceCard(listed=listed, newest=newest)

    async def export(self) -> tuple[bytes, int]:
        """All of them as a list that other readers of feeds take (OPML), and how many."""
        every = await self.store.sources.listed(now=self.clock())
        return as_feed_list(every), len(every)

    # ---------------------------------------------------------------- what is proposed

    async def look(self, typed: str, *, by: int) -> Proposed:
        """The feed at the address, or of the site there. Raises SourceError."""
        now = self.clock()
        return await self._propose(await self.previewer.at_feed(typed_address(typed), now=now), by=by)

    async def read(self, typed: str, *, by: int) -> Proposed:
        """The article at the address, or the feed. Raises SourceError, ModelMissingError."""
        now = self.clock()
        return await self._propose(await self.previewer.at(typed_address(typed), now=now), by=by)

    async def take_list(self, raw: bytes, *, name: str, by: int) -> Proposed:
        """The list of feeds that a document is. Raises SourceError."""
        return await self._propose(await self.previewer.listed(raw, name=name), by=by)

    async def add(self, draft_id: int, *, by: int) -> Added | None:
        """Adds what was proposed. None where that was done, or it was thrown away."""
        titles, now = await self.store.proposed_feeds.take(draft_id, by=by), self.clock()
        if titles is None:
            return None
        added = await self.store.sources.add_all(titles, added_by=by, now=now)
        first = next(iter(titles))
        subject = first if len(titles) == 1 else f"{added} feeds"
        await self.store.editorial.record("add source", subject, by=by, now=now)
        self.visit_now()
        one = await self.store.sources.find_by_address(first) if len(titles) == 1 else None
        return Added(feeds=added, source_id=one.id if one else None)

    async def _propose(self, preview: Preview, *, by: int) -> Proposed:
        match preview:
            case PagePreview(address, analysis):
                return await self.proposals.keep(address, analysis, by=by)
            case FeedPreview(address, feed, newest):
                known = await self.store.sources.find_by_address(address)
                draft_id = None if known else await self._keep({address: feed.title}, by=by)
                return FoundFeed(
                    address=address,
                    title=feed.title,
                    entries=len(feed.entries),
                    newest=newest,
                    known=known,
                    draft_id=draft_id,
                )
            case FeedList(title=title, feeds=feeds):
                known_ones = await self.store.sources.known([feed.address for feed in feeds])
                new = {feed.address: feed.title for feed in feeds if feed.address not in known_ones}
                draft_id = await self._keep(new, by=by) if new else None
                known_count = len(feeds) - len(new)
                return FoundList(title=title, feeds=len(feeds), known=known_count, draft_id=draft_id)

    async def _keep(self, titles: Mapping[str, str], *, by: int) -> int:
        return await self.store.proposed_feeds.keep(titles, by=by, now=self.clock())

    # ---------------------------------------------------------------- what is done

    async def visit(self, source_id: int, *, by: int) -> bool:
        """It is visited now, a paused one from now on. False where it was removed."""
        done = await self.store.sources.visit_now(source_id, now=self.clock())
        await self._record("visit source", source_id, by=by)
        self.visit_now()
        return done

    async def keep(self, source_id: int, *, by: int) -> bool:
        """Another feed at its address is the source's from now on. False where it was removed."""
        await self._record("keep source", source_id, by=by)
        done = await self.store.sources.keep(source_id, now=self.clock())
        self.visit_now()
        return done

    async def pause(self, source_id: int, *, by: int) -> bool:
        """It is visited no more until it is told to be. False where it was removed."""
        await self._record("pause source", source_id, by=by)
        return await self.store.sources.pause(source_id)

    async def set_review(self, source_id: int, review: bool | None, *, by: int) -> bool:  # noqa: FBT001 (three states)
        """Whether its articles wait for an editor; None: as the bot's do."""
        await self._record(f"review of source {_SAID[review]}", source_id, by=by)
        return await self.store.sources.set_review(source_id, review)

    async def set_whole_text(self, source_id: int, *, shown: bool, by: int) -> bool:
        """Whether readers may be shown the full text of its articles."""
        await self._record("show full text" if shown else "show no full text", source_id, by=by)
        return await self.store.sources.set_whole_text(source_id, shown=shown)

    # ---------------------------------------------------------------- sections

    async def sections(self) -> tuple[Section, ...]:
        """All there are."""
        return await self.store.sections.every()

    async def outlets(self, page: int = 0) -> Page[Outlet]:
        """The publishers whose articles came."""
        return await turned(self.store.sections.outlets, LISTED, page)

    async def sectioned(self, kind: str, id_: int) -> tuple[str, str | None] | None:
        """The name and the section of a source `u` or an outlet `o`; None where it is no longer there."""
        if kind == "o":
            outlet = await self.store.sections.outlet(id_)
            return (outlet.name, outlet.section) if outlet else None
        source = await self.store.sources.find(id_)
        return (self.name(source), source.section) if source else None

    async def set_section(self, kind: str, id_: int, section_id: int, *, by: int) -> None:
        """Its articles stand in the section of that number; of one that there is not: in none."""
        section = await self.store.sections.find(section_id)
        await self.name_section(kind, id_, section.name if section else None, by=by)

    async def name_section(self, kind: str, id_: int, name: str | None, *, by: int) -> None:
        """The same by the section's name, which is known from now on."""
        found = await self.sectioned(kind, id_)
        if found is None:
            return
        setting = self.store.sections.set_of_outlet if kind == "o" else self.store.sections.set_of_source
        await setting(id_, name)
        verb = f"section {name}" if name else "no section"
        await self.store.editorial.record(verb[:RECORDED], found[0], by=by, now=self.clock())

    async def remove(self, source_id: int, *, by: int) -> bool:
        """Its articles stay. False where it was removed before."""
        await self._record("remove source", source_id, by=by)
        return await self.store.sources.remove(source_id)

    async def _record(self, verb: str, source_id: int, *, by: int) -> None:
        source = await self.store.sources.find(source_id)
        if source is not None:
            await self.store.editorial.record(verb, self.name(source), by=by, now=self.clock())


_SAID = {None: "as the bot’s", True: "on", False: "off"}
