"""What feeds list: entries, each once, whatever lists them.

An entry is known by its marks. One feed's word of it counts, the first that listed it, as long as that is a
source; what the others say adds their link.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, func, insert, select, update

from bot.domain.addresses import host_of
from bot.domain.articles import ArticleLink
from bot.domain.sources import EntryState
from bot.store.articles.links import note_link
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.tables import UTCDateTime, entries, listings, marks, originals, sources
from bot.store.sources.rows import packed


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An entry as a feed lists it."""

    marks: tuple[str, ...]  # what it is known by
    said: str  # stands for all that the feed says of it
    title: str
    link: str | None
    outlet: str | None
    author: str | None
    summary: str
    length: int
    published: str | None
    published_at: datetime
    state: EntryState
    fact: str | None = None
    history: bool = False
    original: bytes | None = None  # of READY: the page that the feed makes


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """An entry that the store has."""

    id: int
    marks: frozenset[str]  # of those that were asked for
    source_id: int | None
    source: str | None  # the address of that
    state: EntryState
    title: str
    link: str | None
    published: str | None
    first_seen: datetime
    history: bool
    article_id: int | None
    said: str | None  # by the feed that was asked for, None where it did not list the entry before
    fetched_at: datetime | None  # what came of it last
    of_feed: bool  # what came of it is that source's own text, and not the page's


@dataclass(frozen=True, slots=True, kw_only=True)
class Relisted:
    """A known entry in a feed; `renewed`: its text is to be taken anew, from this feed."""

    entry_id: int
    seen: Seen
    renewed: bool = False


def known_entries(connection: Connection, source_id: int, asked: Collection[str]) -> tuple[KnownEntry, ...]:
    """The entries that are known by any of these marks, as the source sees them."""
    found: dict[int, set[str]] = {}
    for row in connection.execute(select(marks).where(marks.c.mark.in_(asked))):
        found.setdefault(row.entry_id, set()).add(row.mark)
    rows = connection.execute(_KNOWN.where(entries.c.id.in_(found)), {"source": source_id})
    return tuple(
        KnownEntry(**{**row._asdict(), "state": EntryState(row.state), "marks": frozenset(found[row.id])})
        for row in rows
    )


def list_entries(
    connection: Connection,
    source_id: int,
    *,
    new: Sequence[Seen],
    again: Sequence[Relisted],
    now: datetime,
) -> None:
    """Writes down what a feed lists; what another visit made known meanwhile is listed again."""
    known = _known_by_now(connection, new)
    _add(connection, source_id, [seen for seen in new if known.keys().isdisjoint(seen.marks)], now=now)
    meanwhile = [
        Relisted(entry_id=known[mark], seen=seen)
        for seen in new
        if (mark := next((mark for mark in seen.marks if mark in known), None)) is not None
    ]
    _list_again(connection, source_id, (*again, *meanwhile), now=now)


def _known_by_now(connection: Connection, new: Sequence[Seen]) -> Mapping[str, int]:
    """What another visit made known since it was asked."""
    asked = [mark for seen in new for mark in seen.marks]
    rows = connection.execute(select(marks).where(marks.c.mark.in_(asked))) if asked else ()
    return {row.mark: row.entry_id for row in rows}


def _add(connection: Connection, source_id: int, new: Sequence[Seen], *, now: datetime) -> None:
    if not new:
        return
    rows = [{**_told(seen), "source_id": source_id, "first_seen": now, "next_try": now} for seen in new]
    made = insert(entries).returning(entries.c.id, sort_by_parameter_order=True)
    ids = connection.execute(made, rows).scalars().all()
    added = list(zip(ids, new, strict=True))
    _mark(connection, added)
    connection.execute(
        insert(listings),
        [
            {"source_id": source_id, "entry_id": id_, "said": seen.said, "listed_at": now}
            for id_, seen in added
        ],
    )
    for id_, seen in added:
        _keep_original(connection, id_, seen, now=now)


def _list_again(connection: Connection, source_id: int, again: Sequence[Relisted], *, now: datetime) -> None:
    """An entry that this feed lists as well is its own from then on, where no other has it."""
    for one in again:
        listed = {"source_id": source_id, "entry_id": one.entry_id, "said": one.seen.said, "listed_at": now}
        made = insert_or_ignore(connection, listings).values(listed).returning(listings.c.entry_id)
        first = connection.execute(made).first() is not None
        if one.renewed:
            _renew(connection, source_id, one, now=now)
        orphan = entries.c.id == one.entry_id, entries.c.source_id.is_(None)
        if first:
            connection.execute(update(entries).where(*orphan).values(source_id=source_id))
        if first or one.renewed:
            _mark(connection, [(one.entry_id, one.seen)])
            _note_link(connection, one)
    if again:
        here = listings.c.source_id == source_id
        ids = [one.entry_id for one in again]
        connection.execute(update(listings).where(here, listings.c.entry_id.in_(ids)).values(listed_at=now))


def _renew(connection: Connection, source_id: int, one: Relisted, *, now: datetime) -> None:
    here = listings.c.source_id == source_id, listings.c.entry_id == one.entry_id
    connection.execute(update(listings).where(*here).values(said=one.seen.said))
    values = _told(one.seen) | {"source_id": source_id, "next_try": now, "attempts": 0}
    del values["history"]
    connection.execute(update(entries).where(entries.c.id == one.entry_id).values(values))
    _keep_original(connection, one.entry_id, one.seen, now=now)


def _note_link(connection: Connection, one: Relisted) -> None:
    """An article that stands in several outlets has all its addresses."""
    query = select(entries.c.article_id).where(entries.c.id == one.entry_id)
    article_id = connection.execute(query).scalar_one_or_none()
    if article_id is not None and one.seen.link:
        link = ArticleLink(url=one.seen.link, outlet=one.seen.outlet, author=one.seen.author)
        note_link(connection, article_id, link, hearsay=not one.renewed)


def _mark(connection: Connection, seen: Sequence[tuple[int, Seen]]) -> None:
    rows = [{"mark": mark, "entry_id": id_} for id_, one in seen for mark in one.marks]
    if rows:
        connection.execute(insert_or_ignore(connection, marks), rows)


def _told(seen: Seen) -> dict[str, object]:
    """The columns of an entry that its feed tells."""
    names = ("title", "link", "outlet", "author", "summary", "length", "published", "published_at", "fact")
    told: dict[str, object] = {name: getattr(seen, name) for name in names}
    host = host_of(seen.link) if seen.link else None
    return told | {"state": seen.state, "history": seen.history, "host": host}


def _keep_original(connection: Connection, entry_id: int, seen: Seen, *, now: datetime) -> None:
    if seen.original is not None:
        row = {"entry_id": entry_id, "fetched_at": now, "of_page": False, "packed": packed(seen.original)}
        connection.execute(insert_or_ignore(connection, originals).values(row))


# ------------------------------------------------------------------ statements, put together once

_KNOWN = select(
    entries.c.id,
    entries.c.source_id,
    select(sources.c.address).where(sources.c.id == entries.c.source_id).scalar_subquery().label("source"),
    entries.c.state,
    entries.c.title,
    entries.c.link,
    entries.c.published,
    entries.c.first_seen,
    entries.c.history,
    entries.c.article_id,
    select(listings.c.said)
    .where(listings.c.entry_id == entries.c.id, listings.c.source_id == bindparam("source"))
    .scalar_subquery()
    .label("said"),
    select(func.max(originals.c.fetched_at, type_=UTCDateTime()))
    .where(originals.c.entry_id == entries.c.id)
    .scalar_subquery()
    .label("fetched_at"),
    exists().where(originals.c.entry_id == entries.c.id, ~originals.c.of_page).label("of_feed"),
)
