"""Sources as editors and maintainers have them: added, listed, paused, removed, and what ails them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.sql import Select

from bot.domain.addresses import host_of
from bot.domain.sources import EntryState, ListedEntry, ListedSource, Source, SourceState
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import UTCDateTime, entries, listings, sources
from bot.store.sources.rows import ENTRIES, SOURCES, listed_entry, source_of

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_FRESH = {"state": SourceState.ACTIVE, "reason": None, "trouble": None, "failures": 0, "failing_since": None}


class Sources(Repository):
    @writing
    def add(
        self,
        connection: Connection,
        address: str,
        *,
        title: str,
        added_by: int | None,
        now: datetime,
        given: str | None = None,
    ) -> tuple[Source, bool]:
        """The source of this address of a feed, and whether it is new. It is visited at once.

        `address`: http or https; `title`: the address where nothing else is known; `given`: as it was typed.
        """
        told = {"added_by": added_by, "given": given or address}
        new = _insert(connection, fresh(address, title=title, now=now) | told)
        row = connection.execute(SOURCES.where(sources.c.address == address)).one()
        return source_of(row), new

    @writing
    def add_all(
        self, connection: Connection, titles: Mapping[str, str], *, added_by: int | None, now: datetime
    ) -> int:
        """Adds the feeds that are not there, titles by address, to be visited at once. How many were new."""
        return sum(
            _insert(connection, fresh(address, title=title, now=now) | {"added_by": added_by})
            for address, title in titles.items()
        )

    @writing
    def remove(self, connection: Connection, source_id: int) -> bool:
        """Forgets the source, not its articles; what another lists is the other's. Whether it was there."""
        other = (
            select(func.min(listings.c.source_id))
            .where(listings.c.entry_id == entries.c.id, listings.c.source_id != source_id)
            .scalar_subquery()
        )
        its = entries.c.source_id == source_id
        connection.execute(delete(entries).where(its, entries.c.article_id.is_(None), other.is_(None)))
        connection.execute(update(entries).where(its).values(source_id=other))
        return connection.execute(delete(sources).where(sources.c.id == source_id)).rowcount == 1

    @reading
    def find(self, connection: Connection, source_id: int) -> Source | None:
        """The source of this number."""
        row = connection.execute(SOURCES.where(sources.c.id == source_id)).one_or_none()
        return source_of(row) if row else None

    @reading
    def find_by_address(self, connection: Connection, address: str) -> Source | None:
        """The source that is visited at this address, or was added as it."""
        here = (sources.c.address == address) | (sources.c.given == address)
        rows = connection.execute(SOURCES.where(here).order_by(sources.c.id)).all()
        return source_of(min(rows, key=lambda row: row.address != address)) if rows else None

    @reading
    def known(self, connection: Connection, addresses: Collection[str]) -> frozenset[str]:
        """Which of these addresses are sources'."""
        query = select(sources.c.address).where(sources.c.address.in_(addresses))
        return frozenset(connection.execute(query).scalars())

    @reading
    def listed(self, connection: Connection, *, now: datetime) -> tuple[ListedSource, ...]:
        """All sources, by title."""
        found = _listed(connection, SOURCES, _FILED, now=now)
        return tuple(sorted(found, key=lambda one: (one.source.title.casefold(), one.source.id)))

    @reading
    def listed_one(self, connection: Connection, source_id: int, *, now: datetime) -> ListedSource | None:
        """The source of this number, as `listed` has it."""
        its = _FILED.where(entries.c.source_id == source_id)
        return next(_listed(connection, SOURCES.where(sources.c.id == source_id), its, now=now), None)

    @reading
    def newest_entries(self, connection: Connection, source_id: int, count: int) -> tuple[ListedEntry, ...]:
        """The newest entries that the source lists or listed, headlines without an article among them."""
        query = ENTRIES.join(listings, listings.c.entry_id == entries.c.id)
        query = query.where(listings.c.source_id == source_id)
        newest = query.order_by(entries.c.published_at.desc(), entries.c.id.desc()).limit(count)
        return tuple(map(listed_entry, connection.execute(newest)))

    # ---------------------------------------------------------------- what editors order

    @writing
    def visit_now(self, connection: Connection, source_id: int, *, now: datetime) -> bool:
        """Has the source visited at once, a paused one from now on. Whether it is there."""
        done = _set(connection, source_id, {"next_visit": now})
        asleep = sources.c.state.in_((SourceState.PAUSED, SourceState.GONE))
        connection.execute(update(sources).where(sources.c.id == source_id, asleep).values(_FRESH))
        return done

    @writing
    def keep(self, connection: Connection, source_id: int, *, now: datetime) -> bool:
        """Has another feed at its address taken for the source's: as a new one's, what it lists is history.

        Whether it is there.
        """
        forgotten: dict[str, object] = dict.fromkeys(("read_at", "body", "site", "etag", "last_modified"))
        values = _FRESH | forgotten | {"next_visit": now}
        replaced = sources.c.id == source_id, sources.c.state == SourceState.REPLACED
        connection.execute(update(sources).where(*replaced).values(values))
        return _set(connection, source_id, {"next_visit": now})

    @writing
    def pause(self, connection: Connection, source_id: int) -> bool:
        """The source is not visited until it is visited now. Whether it is there."""
        values = {"state": SourceState.PAUSED, "reason": None, "trouble": None}
        return _set(connection, source_id, values)

    @writing
    def set_review(self, connection: Connection, source_id: int, review: bool | None) -> bool:  # noqa: FBT001 (three states)
        """Whether its new articles wait for an editor; None: as the setting says. Whether it is there."""
        return _set(connection, source_id, {"review": review})

    @writing
    def set_whole_text(self, connection: Connection, source_id: int, *, shown: bool) -> bool:
        """Whether readers may be shown the full text of its articles. Whether it is there."""
        return _set(connection, source_id, {"whole_text": shown})

    # ---------------------------------------------------------------- what is to be told

    @reading
    def troubled(self, connection: Connection) -> tuple[Source, ...]:
        """Sources with a trouble that editors were not told of."""
        query = SOURCES.where(sources.c.trouble.is_not(None)).order_by(sources.c.id)
        return tuple(map(source_of, connection.execute(query)))

    @writing
    def told(self, connection: Connection, source: Source) -> None:
        """Editors were told of the trouble that the source has; of one that came since they were not."""
        here = (sources.c.id == source.id) & (sources.c.trouble == source.trouble)
        connection.execute(update(sources).where(here).values(trouble=None))

    @reading
    def count_by_state(self, connection: Connection) -> Mapping[SourceState, int]:
        """How many sources stand in each state; every state is there."""
        query = select(sources.c.state, func.count()).group_by(sources.c.state)
        counts = {row[0]: row[1] for row in connection.execute(query)}
        return {state: counts.get(state, 0) for state in SourceState}


def fresh(address: str, *, title: str, now: datetime) -> dict[str, object]:
    """The row of a source that nobody visited yet; it is visited at once."""
    return {
        "address": address,
        "given": address,
        "title": title or address,
        "host": host_of(address),
        "state": SourceState.ACTIVE,
        "added_at": now,
        "next_visit": now,
    }


def _insert(connection: Connection, values: Mapping[str, object]) -> bool:
    """Whether it was not there."""
    made = insert_or_ignore(connection, sources).values(values).returning(sources.c.id)
    return connection.execute(made).first() is not None


def _set(connection: Connection, source_id: int, values: Mapping[str, object]) -> bool:
    """Whether the source is there."""
    return connection.execute(update(sources).where(sources.c.id == source_id).values(values)).rowcount == 1


def _listed(
    connection: Connection, chosen: Select[Any], filed: Select[Any], *, now: datetime
) -> Iterator[ListedSource]:
    """The chosen sources with their pace; `filed` counts their articles."""
    counts = {row.source_id: row.articles for row in connection.execute(filed, {"since": now - _WEEK})}
    for row in connection.execute(chosen):
        one = source_of(row)
        yield ListedSource(source=one, articles_a_day=counts.get(one.id, 0) / _days_since(one.added_at, now))


def _days_since(added_at: datetime, now: datetime) -> float:
    return max(1.0, min(now - added_at, _WEEK) / _DAY)


# ------------------------------------------------------------------ statements, put together once

_SINCE = bindparam("since", type_=UTCDateTime())
_FILED = (
    select(entries.c.source_id, func.count().label("articles"))
    .where(entries.c.state == EntryState.FILED, entries.c.first_seen > _SINCE, ~entries.c.history)
    .group_by(entries.c.source_id)
)
