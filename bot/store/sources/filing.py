"""Files what was read in an entry, in one transaction, as a file is."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.domain.articles import ArticleLink, ArticleState, Filed
from bot.domain.recency import is_history
from bot.domain.sources import EntryState
from bot.store.articles.filing import file_text, let_go, read_again
from bot.store.articles.links import note_link
from bot.store.articles.recognising import Holder
from bot.store.database.tables import entries, originals
from summaries.models import Analysis


def file_entry(
    connection: Connection,
    entry_id: int,
    fetched_at: datetime,
    analysis: Analysis,
    *,
    reader: str,
    state: ArticleState,
    now: datetime,
) -> Filed | None:
    """Files what was read in what came of the entry at that moment.

    None where something newer came, or the entry is no more.
    """
    entry = connection.execute(
        select(entries).where(entries.c.id == entry_id).with_for_update()
    ).one_or_none()
    came = select(originals.c.fetched_at).where(originals.c.entry_id == entry_id)
    if entry is None or max(connection.execute(came).scalars(), default=None) != fetched_at:
        return None
    held: int | None = entry.article_id
    holder = Holder(entry=entry_id)
    if entry.state == EntryState.READY:
        article_id, outcome = file_text(
            connection,
            analysis,
            holder=holder,
            held=held,
            changed=True,
            reader=reader,
            state=state,
            now=now,
            # Its feed's word: a page that was written anew may keep the day on which it was the first time.
            history=entry.history or is_history(published=entry.published, first_seen=entry.first_seen),
        )
        filed = Filed(article_id=article_id, outcome=outcome)
    else:
        article_id = read_again(
            connection, held, analysis, holder=holder, reader=reader, state=state, now=now
        )
        filed = Filed(article_id=article_id, outcome="reread")
    values = {"state": EntryState.FILED, "article_id": article_id, "reader": reader, "fact": None}
    connection.execute(update(entries).where(entries.c.id == entry_id).values(values))
    if entry.link:
        link = ArticleLink(url=entry.link, outlet=entry.outlet, author=entry.author)
        note_link(connection, article_id, link)
    older = originals.c.entry_id == entry_id, originals.c.fetched_at < fetched_at
    connection.execute(delete(originals).where(*older))
    return replace(filed, withdrawn=let_go(connection, held, article_id, now=now))


def drop_newer_original(connection: Connection, entry_id: int, fetched_at: datetime) -> None:
    """What came last is no article: what its article was read from is kept, where there is any."""
    here = originals.c.entry_id == entry_id
    older = select(originals.c.fetched_at).where(here, originals.c.fetched_at < fetched_at)
    if connection.execute(older).first() is not None:
        connection.execute(delete(originals).where(here, originals.c.fetched_at == fetched_at))
