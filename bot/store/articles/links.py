"""Where articles stand on the web: an article may stand at several addresses, in several outlets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from bot.domain.addresses import names_page, same_link
from bot.domain.articles import ArticleLink
from bot.store.database.dialect import upsert
from bot.store.database.rows import digest_of
from bot.store.database.tables import articles, links
from summaries.models import Article


def note_own_link(connection: Connection, article_id: int, read: Article) -> None:
    """The article stands where its text says that it does."""
    if read.url:
        note_link(connection, article_id, ArticleLink(url=read.url, outlet=read.outlet, author=read.author))


def note_link(connection: Connection, article_id: int, link: ArticleLink, *, hearsay: bool = False) -> None:
    """The article stands there, too. An address of a whole site is no article's.

    `hearsay`: what is known of that address stands.
    """
    if not names_page(link.url):
        return
    values = {"url": link.url, "outlet": link.outlet, "author": link.author}
    row = upsert(connection.dialect.name, links).values(
        article_id=article_id, key=digest_of(same_link(link.url)), **values
    )
    there = ["article_id", "key"]
    connection.execute(
        row.on_conflict_do_nothing(index_elements=there)
        if hearsay
        else row.on_conflict_do_update(index_elements=there, set_=values)
    )


def links_of(connection: Connection, ids: Sequence[int]) -> Mapping[int, tuple[ArticleLink, ...]]:
    """The addresses of these articles, by article."""
    found: defaultdict[int, tuple[ArticleLink, ...]] = defaultdict(tuple)
    query = select(links).where(links.c.article_id.in_(ids)).order_by(links.c.outlet, links.c.url)
    for row in connection.execute(query):
        found[row.article_id] += (ArticleLink(url=row.url, outlet=row.outlet, author=row.author),)
    return found


def article_at(connection: Connection, address: str) -> int | None:
    """The article that stands at this address, the latest filed of several."""
    return connection.execute(_AT, {"key": digest_of(same_link(address))}).scalar_one_or_none()


# ------------------------------------------------------------------ statements, put together once

_AT = (
    select(articles.c.id)
    .join(links, links.c.article_id == articles.c.id)
    .where(links.c.key == bindparam("key"))
    .order_by(articles.c.filed_at.desc(), articles.c.id.desc())
    .limit(1)
)
