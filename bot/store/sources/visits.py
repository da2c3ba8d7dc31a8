"""Visits of sources: which are due, what was seen there, and how each stands after it.

Only the leader visits. What it writes counts only in its own term: a process that stood still and wakes
while another leads writes nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, select, update

from bot.domain.addresses import host_of
from bot.domain.sources import VISITED, SourceState, Trouble
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.tables import entries, sources
from bot.store.processes.lease import leads
from bot.store.sources.listing import KnownEntry, Relisted, Seen, known_entries, list_entries

_RECENT = 10  # entries whose dates tell how often there is news


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitState:
    """What is remembered of a source from one visit to the next; the fields are columns."""

    id: int
    address: str
    title: str
    site: str | None  # of which the feed is, by its own word
    state: SourceState
    reason: str | None
    next_visit: datetime
    visited_at: datetime | None
    succeeded_at: datetime | None
    failures: int
    failing_since: datetime | None
    moved_to: str | None
    moved_since: datetime | None
    trouble: Trouble | None
    etag: str | None
    last_modified: str | None
    read_at: datetime | None
    body: str | None
    least_pause: int  # seconds


class Visits(Repository):
    @reading
    def due(
        self, connection: Connection, *, now: datetime, limit: int, without: Collection[str] = ()
    ) -> tuple[tuple[VisitState, str], ...]:
        """Sources that are due with their hosts, one a host, the longest due first.

        `without`: hosts that have a visitor.
        """
        rows = connection.execute(_due(now, limit, without))
        return tuple((_visit_state(row._asdict()), row.host) for row in rows)

    @reading
    def news_dates(self, connection: Connection, source_id: int) -> tuple[datetime, ...]:
        """When its newest entries that tell a date were published."""
        return tuple(connection.execute(_DATES, {"source": source_id}).scalars())

    @reading
    def known(self, connection: Connection, source_id: int, asked: Collection[str]) -> tuple[KnownEntry, ...]:
        """The entries that are known by any of these marks."""
        return known_entries(connection, source_id, asked)

    @writing
    def record(
        self,
        connection: Connection,
        before: VisitState,
        after: VisitState,
        *,
        now: datetime,
        term: int | None,
        new: Sequence[Seen] = (),
        again: Sequence[Relisted] = (),
    ) -> bool:
        """Writes down how the source stands and what it lists; False where term or source is no more."""
        if not leads(connection, term) or not _update(connection, before, after):
            return False
        list_entries(connection, before.id, new=new, again=again, now=now)
        return True

    @writing
    def put_off_host(self, connection: Connection, host: str, until: datetime) -> None:
        """No source of the host is visited before."""
        change = update(sources).where(sources.c.host == host, sources.c.next_visit < until)
        connection.execute(change.values(next_visit=until))


def _due(now: datetime, limit: int, without: Collection[str]) -> Select[tuple[object, ...]]:
    waiting = select(
        sources,
        func.row_number()
        .over(partition_by=sources.c.host, order_by=(sources.c.next_visit, sources.c.id))
        .label("turn"),
    ).where(
        sources.c.state.in_(VISITED),
        sources.c.next_visit <= now,
        sources.c.host.not_in(without),
    )
    first = waiting.subquery()
    return select(first).where(first.c.turn == 1).order_by(first.c.next_visit, first.c.id).limit(limit)


def _visit_state(told: dict[str, object]) -> VisitState:
    # Any row of the table: its types are the fields'.
    values = {name: told[name] for name in _COLUMNS}
    values["state"] = SourceState(str(told["state"]))
    values["trouble"] = Trouble(str(told["trouble"])) if told["trouble"] else None
    return VisitState(**values)  # type: ignore[arg-type]


def _update(connection: Connection, before: VisitState, after: VisitState) -> bool:
    """What an editor decided meanwhile stands; the address of another source is not taken."""
    standing = select(sources.c.state).where(sources.c.id == before.id).with_for_update()
    state = connection.execute(standing).scalar_one_or_none()
    if state is None:
        return False
    values: dict[str, object] = {name: getattr(after, name) for name in _COLUMNS}
    if after.address != before.address:
        taken = select(sources.c.id).where(sources.c.address == after.address)
        if connection.execute(taken).first():
            values |= {
                "address": before.address,
                "state": SourceState.PAUSED,
                "reason": f"has moved to {after.address}, which is a source of its own",
            }
        else:
            values["host"] = host_of(after.address)
    if state != before.state:
        for name in ("state", "reason", "trouble"):
            del values[name]
    connection.execute(update(sources).where(sources.c.id == before.id).values(values))
    return True


# ------------------------------------------------------------------ statements, put together once

_COLUMNS = tuple(field.name for field in fields(VisitState))
_DATES = (
    select(entries.c.published_at)
    .where(entries.c.source_id == bindparam("source"), entries.c.published.is_not(None))
    .order_by(entries.c.published_at.desc())
    .limit(_RECENT)
)
