"""Articles as they stand once they were fetched from a source, without fetching anything."""

from sqlalchemy import Connection

from bot.domain.articles import StoredArticle
from bot.domain.sources import EntryState, Source
from bot.store import Store
from bot.store.database.rows import FETCHED
from bot.store.database.tables import entries, links, listings
from summaries.models import Analysis
from tests.bot.library import NOON, a_stored_article, an_analysis

FEED = "https://news.example/feed"
PAGE = "https://news.example/2024/deal"


async def a_source(store: Store, address: str = FEED, *, title: str = "The News") -> Source:
    added, _ = await store.sources.add(address, title=title, added_by=None, now=NOON)
    return added


async def a_fetched_article(
    store: Store, source: Source, analysis: Analysis | None = None, *, link: str = PAGE
) -> StoredArticle:
    """Filed from an entry of the source, whose page tells nothing of itself."""
    article = await a_stored_article(store, analysis or an_analysis(), path=f"{FETCHED}1/{link}")

    def list_it(connection: Connection) -> None:
        entry = {"state": EntryState.FILED, "title": "Deal", "link": link, "summary": "", "length": 0}
        when = dict.fromkeys(("published_at", "first_seen", "next_try"), NOON)
        told = {"source_id": source.id, "article_id": article.id, "history": False}
        row = entries.insert().values(entry | when | told).returning(entries.c.id)
        of_source = {"source_id": source.id, "entry_id": connection.scalar(row)}
        connection.execute(listings.insert().values(of_source | {"said": "1", "listed_at": NOON}))
        where = {"article_id": article.id, "key": "1", "url": link}
        connection.execute(links.insert().values(where | {"outlet": "The Feed", "author": "Ana Ruiz"}))

    await store.database.write(list_it)
    return await store.articles.get(article.id)
