"""The way of an entry to be an article: its page is fetched, what came is read, and filed.

Only the leader fetches; every process reads, each what it has claimed. What came is kept until the article
goes with its age: newer rules read it again.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlalchemy import Connection, case, delete, exists, func, insert, select, update

from bot.domain.articles import ArticleLink, ArticleState, Filed, OnRemoved
from bot.domain.recency import is_history
from bot.domain.sources import EntryState
from bot.store.articles.filing import file_text, let_go, read_again
from bot.store.articles.links import note_link
from bot.store.articles.recognising import Holder
from bot.store.database.engine import Repository, in_turn, reading, writing
from bot.store.database.rows import AnyRow
from bot.store.database.tables import UTCDateTime, entries, listings, originals, sources
from bot.store.processes.lease import leads
from bot.store.sources.rows import packed, unpacked
from summaries.models import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPage:
    """An entry whose page is to be fetched."""

    entry_id: int
    link: str
    host: str
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What came of an entry, and what its feed says of it."""

    entry_id: int
    fetched_at: datetime
    of_page: bool  # else made of the feed's own text
    page: bytes  # HTML in UTF-8
    title: str
    link: str | None
    outlet: str | None
    author: str | None
    summary: str
    length: int
    published: str | None
    state: EntryState
    reader: str | None  # that read it, None where none did
    review: bool | None  # of its source


_OTHERWISE = {"entry_id", "page", "state"}  # in the row
_AS_STORED = tuple(field.name for field in fields(Original) if field.name not in _OTHERWISE)


class Entries(Repository):
    # ---------------------------------------------------------------- pages

    @reading
    def wanted(
        self, connection: Connection, *, now: datetime, limit: int, without: Collection[str] = ()
    ) -> tuple[WantedPage, ...]:
        """Entries whose pages are to be fetched now, one a host, news before what was there before.

        `without`: hosts that have a visitor.
        """
        turn = func.row_number().over(partition_by=entries.c.host, order_by=_NEWS_FIRST).label("turn")
        waiting = (
            select(entries, turn)
            .where(
                entries.c.state == EntryState.WANTED,
                entries.c.next_try <= now,
                entries.c.host.not_in(without),
            )
            .subquery()
        )
        first = select(waiting).where(waiting.c.turn == 1)
        rows = connection.execute(first.order_by(waiting.c.history, waiting.c.next_try).limit(limit))
        return tuple(
            WantedPage(entry_id=row.id, link=row.link, host=row.host, attempts=row.attempts) for row in rows
        )

    @writing
    def keep_page(
        self, connection: Connection, entry_id: int, page: bytes, *, now: datetime, term: int | None
    ) -> bool:
        """Its page came, and is to be read. False where nobody waits for it, or the term is over."""
        change = update(entries).where(entries.c.id == entry_id, entries.c.state == EntryState.WANTED)
        values = {"state": EntryState.READY, "next_try": now}
        if not leads(connection, term) or connection.execute(change.values(values)).rowcount == 0:
            return False
        row = {"entry_id": entry_id, "fetched_at": now, "of_page": True, "packed": packed(page)}
        connection.execute(insert(originals).values(row))
        return True

    @writing
    def page_failed(
        self, connection: Connection, entry_id: int, *, fact: str, again_at: datetime | None, term: int | None
    ) -> None:
        """Its page did not come: it is tried again then, or never."""
        if leads(connection, term):
            values = (
                {"state": _WITHOUT_TEXT, "fact": fact}
                if again_at is None
                else {"next_try": again_at, "fact": fact}
            )
            change = update(entries).where(entries.c.id == entry_id, entries.c.state == EntryState.WANTED)
            connection.execute(change.values(attempts=entries.c.attempts + 1, **values))

    # ---------------------------------------------------------------- reading

    @reading
    def ready(self, connection: Connection, *, now: datetime, limit: int) -> tuple[int, ...]:
        """Entries of which something came that is to be read, news before what was there before.

        Sources take turns, each with its newest: one that brings thousands keeps no other's waiting.
        """
        turn = func.row_number().over(partition_by=entries.c.source_id, order_by=_NEWS_FIRST).label("turn")
        ready = (
            select(entries.c.id, entries.c.history, entries.c.published_at, turn)
            .where(entries.c.state == EntryState.READY, entries.c.next_try <= now)
            .subquery()
        )
        first = select(ready.c.id).where(ready.c.turn <= limit)  # twice as fast where thousands wait
        in_turn = ready.c.history, ready.c.turn, ready.c.published_at.desc(), ready.c.id
        return tuple(connection.execute(first.order_by(*in_turn).limit(limit)).scalars())

    @reading
    def outdated(self, connection: Connection, *, reader: str, limit: int, after: int = 0) -> tuple[int, ...]:
        """Entries that other rules read, in the order of their numbers."""
        query = select(entries.c.id).where(
            entries.c.id > after,
            entries.c.state.in_((EntryState.FILED, EntryState.HEADLINE)),
            entries.c.reader != reader,
            exists().where(originals.c.entry_id == entries.c.id),
        )
        return tuple(connection.execute(query.order_by(entries.c.id).limit(limit)).scalars())

    @reading
    def original(self, connection: Connection, entry_id: int) -> Original | None:
        """The newest that came of the entry; None where nothing is kept."""
        query = (
            select(entries, originals, sources.c.review)
            .join(originals, originals.c.entry_id == entries.c.id)
            .outerjoin(sources, sources.c.id == entries.c.source_id)
            .where(entries.c.id == entry_id)
            .order_by(originals.c.fetched_at.desc())
            .limit(1)
        )
        row = connection.execute(query).one_or_none()
        if row is None:
            return None
        told = {name: getattr(row, name) for name in _AS_STORED}
        return Original(**told, entry_id=entry_id, page=unpacked(row.packed), state=EntryState(row.state))

    @in_turn
    def file(
        self,
        connection: Connection,
        original: Original,
        analysis: Analysis,
        *,
        reader: str,
        state: ArticleState,
        now: datetime,
        on_removed: OnRemoved = OnRemoved.ASK,
    ) -> Filed | None:
        """Files what was read in it; None where something newer came meanwhile, or the entry is no more.

        A new article, or one that comes back, gets `state`.
        """
        here = entries.c.id == original.entry_id
        entry = connection.execute(select(entries).where(here).with_for_update()).one_or_none()
        came = select(func.max(originals.c.fetched_at, type_=UTCDateTime()))
        newest = connection.execute(came.where(originals.c.entry_id == original.entry_id)).scalar_one()
        if entry is None or newest != original.fetched_at:
            return None
        filed = _file(connection, entry, analysis, reader=reader, state=state, now=now)
        article_id = filed.article_id
        values = {"state": EntryState.FILED, "article_id": article_id, "reader": reader, "fact": None}
        connection.execute(update(entries).where(here).values(values))
        if entry.link:
            link = ArticleLink(url=entry.link, outlet=entry.outlet, author=entry.author)
            note_link(connection, article_id, link)
        older = originals.c.entry_id == original.entry_id, originals.c.fetched_at < original.fetched_at
        connection.execute(delete(originals).where(*older))
        left = let_go(connection, entry.article_id, article_id, on_removed=on_removed, now=now)
        return replace(filed, left=left)

    @writing
    def refuse(self, connection: Connection, original: Original, *, fact: str, reader: str) -> None:
        """There is no article in what came: the entry is a headline with its link, or the article it was."""
        newest = select(func.max(originals.c.fetched_at)).where(originals.c.entry_id == original.entry_id)
        here = entries.c.id == original.entry_id, newest.scalar_subquery() == original.fetched_at
        values = {"state": _WITHOUT_TEXT, "fact": fact, "reader": reader}
        connection.execute(update(entries).where(*here).values(values))
        if original.state is EntryState.READY:
            _drop_newest(connection, original)

    # ---------------------------------------------------------------- removing

    @writing
    def forget_unlisted(self, connection: Connection, before: datetime) -> int:
        """Forgets entries that no feed lists any more since that moment, and no article came of. How many.

        What a feed still lists is known as long as it does.
        """
        listed = exists().where(
            listings.c.entry_id == entries.c.id,
            sources.c.id == listings.c.source_id,
            (listings.c.listed_at >= before) | (listings.c.listed_at >= sources.c.read_at),
        )
        old = entries.c.first_seen < before, entries.c.article_id.is_(None), ~listed
        return connection.execute(delete(entries).where(*old)).rowcount


def _file(
    connection: Connection,
    entry: AnyRow,
    analysis: Analysis,
    *,
    reader: str,
    state: ArticleState,
    now: datetime,
) -> Filed:
    """The article that was read in the entry, in one transaction, as a file's is."""
    holder = Holder(entry=entry.id)
    if entry.state != EntryState.READY:
        article_id = read_again(
            connection, entry.article_id, analysis, holder=holder, reader=reader, state=state, now=now
        )
        return Filed(article_id=article_id, outcome="reread")
    article_id, outcome = file_text(
        connection,
        analysis,
        holder=holder,
        held=entry.article_id,
        changed=True,
        reader=reader,
        state=state,
        now=now,
        # Its feed's word: a page that was written anew may keep the day on which it was the first time.
        history=entry.history or is_history(published=entry.published, first_seen=entry.first_seen),
    )
    return Filed(article_id=article_id, outcome=outcome)


def _drop_newest(connection: Connection, original: Original) -> None:
    """What came last is no article: what its article was read from is kept, where there is any."""
    here = originals.c.entry_id == original.entry_id
    older = select(originals.c.fetched_at).where(here, originals.c.fetched_at < original.fetched_at)
    if connection.execute(older).first() is not None:
        connection.execute(delete(originals).where(here, originals.c.fetched_at == original.fetched_at))


_NEWS_FIRST = entries.c.history, entries.c.published_at.desc(), entries.c.id
_WITHOUT_TEXT = case(
    (entries.c.article_id.is_(None), EntryState.HEADLINE.value), else_=EntryState.FILED.value
)
